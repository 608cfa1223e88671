import { useState } from 'react';
import { newId } from '#db/person.ts';
import { useDesk } from '#desk/desk.ts';
import shared from '#desk/draft.module.css';
import { wordsOf } from '#domain/codes.ts';
import type { Version } from '#domain/people/wordings/versions.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { fact } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { toInstant } from '#domain/time.ts';
import type { WordingsRead } from '#features/consent/desk/reading.ts';
import { readSound, type Sound } from '#features/consent/desk/sound.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import styles from './wordings.module.css';

type RecordingsProps = { readonly version: Version; readonly recordings: WordingsRead['recordings'] };
type Recording = BodyOf<'recording'>;

const kB = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en-GB')} kB`;

/** Somebody reading each question of a version aloud: for who does not read, and where phones bring no voice. */
export function Recordings({ version, recordings }: RecordingsProps) {
  const { ask, save } = useDesk();
  const [reader, setReader] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState<Purpose | null>(null);
  // Of two of one question the later one is heard.
  const latest = new Map<Purpose, Recording>();
  for (const { body } of [...recordings].sort((a, b) => (a.body.at < b.body.at ? -1 : 1)))
    if (body.wording === version.sha256) latest.set(body.purpose, body);

  async function add(purpose: Purpose, sound: Sound): Promise<string | null> {
    const sent = await ask('PUT', `/api/files/${sound.sha256}`, { base64: sound.base64 });
    if (!sent.ok) return sent.words;
    const name = reader.trim();
    const body: Recording = {
      ...{ wording: version.sha256, purpose, file: sound.sha256, bytes: sound.bytes, mime: sound.mime },
      ...{ ...(name !== '' && { reader: name }), at: toInstant(Date.now()) },
    };
    return save('The recording', [fact('recording', newId(), programmeScope, body)]);
  }

  async function choose(purpose: Purpose, file: File) {
    if (busy !== null) return;
    setBusy(purpose);
    const others = [...latest.values()].filter((each) => each.purpose !== purpose);
    const sound = await readSound(
      file,
      others.reduce((sum, { bytes }) => sum + bytes, 0),
    );
    setTrouble(typeof sound === 'string' ? sound : await add(purpose, sound));
    setBusy(null);
  }

  return (
    <section className={styles.said}>
      <SectionTitle note="one sound file a question, 1 MB in all">Read to me</SectionTitle>
      {trouble !== null && (
        <Notice kind="warn" title="Not kept">
          {trouble}
        </Notice>
      )}
      <TextField
        label="Who reads"
        optional="(optional)"
        value={reader}
        onChange={(event) => setReader(event.target.value)}
        maxLength={200}
      />
      <List>
        {version.document.purposes.map(({ purpose }) => (
          <Item key={purpose} icon={latest.has(purpose) ? 'speak' : 'mute'} calm>
            <Line purpose={purpose} recording={latest.get(purpose)} busy={busy === purpose} choose={choose} />
          </Item>
        ))}
      </List>
      <Remark>It is heard with this version only. A new version is read aloud again.</Remark>
    </section>
  );
}

type LineProps = {
  readonly purpose: Purpose;
  readonly recording: Recording | undefined;
  readonly busy: boolean;
  readonly choose: (purpose: Purpose, file: File) => Promise<void>;
};

function Line({ purpose, recording, busy, choose }: LineProps) {
  const words = wordsOf(purposes, purpose);
  return (
    <span className={styles.line}>
      <span>
        <b>{words}</b>
        <span className={shared.under}>
          {recording
            ? `Recorded, ${kB(recording.bytes)}${recording.reader === undefined ? '' : `, read by ${recording.reader}`}`
            : 'Not recorded'}
        </span>
      </span>
      {recording && <Play recording={recording} words={words} />}
      <FilePick label={`A sound for: ${words}`} accept="audio/*" onPick={(file) => void choose(purpose, file)}>
        {busy ? 'Sending…' : recording ? 'Another sound' : 'Choose a sound'}
      </FilePick>
    </span>
  );
}

/** Fetched when it is pressed, and played from memory. */
function Play({ recording, words }: { recording: Recording; words: string }) {
  const { file } = useDesk();
  const [problem, setProblem] = useState<string | null>(null);
  async function play() {
    const got = await file(`/api/files/${recording.file}`);
    if (!got.ok) return setProblem(got.words);
    setProblem(null);
    const audio = new Audio(URL.createObjectURL(new Blob([got.value], { type: recording.mime })));
    audio.addEventListener('ended', () => URL.revokeObjectURL(audio.src));
    await audio.play().catch(() => setProblem('This browser cannot play it.'));
  }
  return (
    <>
      {problem !== null && <span role="alert">{problem}</span>}
      <Button size="inline" icon="speak" onClick={() => void play()} aria-label={`Listen: ${words}`}>
        Listen
      </Button>
    </>
  );
}
