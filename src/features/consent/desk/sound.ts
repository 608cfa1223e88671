import { hashOfBytes } from '#domain/records/canonical.ts';
import { mostRecorded } from '#domain/records/shapes/wording.ts';

/** A sound file somebody chose, ready to be sent. */
export type Sound = {
  readonly base64: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: (typeof kinds)[number];
};

/** What phones play: the kinds that Android and iPhones record, and the web's own. */
const kinds = ['audio/mp4', 'audio/mpeg', 'audio/ogg', 'audio/webm'] as const;
const aliases: Readonly<Record<string, Sound['mime']>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/aac': 'audio/mp4',
  'audio/mp3': 'audio/mpeg',
  'video/webm': 'audio/webm',
};

/** Reads a file, or says in words what is wrong with it. @param others bytes of the recordings beside it */
export async function readSound(file: File, others: number): Promise<Sound | string> {
  const type = file.type.split(';')[0] ?? '';
  const mime = kinds.find((each) => each === type) ?? aliases[type];
  if (!mime) return 'Phones do not play this kind of sound. Choose an M4A, MP3, OGG or WebM file.';
  if (file.size === 0) return 'The file is empty.';
  if (file.size + others > mostRecorded)
    return `All sounds of one version have at most 1 MB, and this would make it ${((file.size + others) / 1024 / 1024).toFixed(1)} MB. Record it shorter, or in lower quality: speech needs little.`;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { base64: btoa(text), sha256: hashOfBytes(bytes), bytes: bytes.length, mime };
}
