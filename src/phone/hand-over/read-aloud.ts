import { useEffect, useRef, useState } from 'react';
import type { WordingSound } from '#domain/people/wordings/sounds.ts';
import type { Language } from '#domain/people-codes.ts';

/** ReadAloud a page to somebody, by a voice of the phone itself: one that needs no signal, in the language of the page, or none. */

const speech = (): SpeechSynthesis | undefined => globalThis.speechSynthesis;

/** A voice that lies on the phone. An English voice reading Urdu would be worse than silence. */
function voiceFor(language: Language): SpeechSynthesisVoice | undefined {
  return speech()
    ?.getVoices()
    .find(({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language);
}

export type ReadAloud = {
  /** Null where nothing can read it: then there is no button. */
  readonly start: (() => void) | null;
  readonly stop: () => void;
  /** Which sentence is being read; -1 while a recording of all of it plays. */
  readonly at: number | null;
};

/** Whose voice it was. */
export type HeardBy = 'recording' | 'voice';

/** Where the bytes of a recording lie, by their hash. */
export type SoundOf = (file: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** Plays a recording that lies on this phone; nothing while there is none. */
function useRecording(
  sound: WordingSound | undefined,
  soundOf: SoundOf | undefined,
): {
  readonly play: (() => void) | null;
  readonly stop: () => void;
  readonly plays: boolean;
} {
  const [url, setUrl] = useState<string>();
  const [plays, setPlays] = useState(false);
  const player = useRef<HTMLAudioElement | null>(null);
  const file = sound?.file;
  const mime = sound?.mime;

  // The bytes come off the disk; the address of them is the browser's, and is given back.
  useEffect(() => {
    let made: string | undefined;
    let left = false;
    setUrl(undefined);
    if (file === undefined || !soundOf) return;
    void soundOf(file).then((bytes) => {
      if (left || !bytes) return;
      made = URL.createObjectURL(new Blob([bytes], mime === undefined ? {} : { type: mime }));
      setUrl(made);
    });
    return () => {
      left = true;
      player.current?.pause();
      player.current = null;
      setPlays(false);
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [file, mime, soundOf]);

  const stop = () => {
    player.current?.pause();
    setPlays(false);
  };
  const play = () => {
    if (url === undefined) return;
    const audio = new Audio(url);
    player.current = audio;
    audio.onended = () => setPlays(false);
    setPlays(true);
    // A sound this browser cannot play is as good as none.
    void audio.play().catch(() => setPlays(false));
  };
  return { play: url === undefined ? null : play, stop, plays };
}

/**
 * A recording of this very question where there is one; else a voice of the phone, sentence by sentence.
 * @param sentences one after another
 * @param onHeard once it has begun to read
 */
export function useReadAloud(
  sentences: readonly string[],
  language: Language,
  onHeard: (by: HeardBy, file?: string) => void,
  recorded: { readonly sound?: WordingSound | undefined; readonly soundOf?: SoundOf | undefined } = {},
): ReadAloud {
  const [voice, setVoice] = useState(() => voiceFor(language));
  const [at, setAt] = useState<number | null>(null);
  const { sound, soundOf } = recorded;
  const recording = useRecording(sound, soundOf);
  const page = sentences.join('\n');

  // Browsers tell of their voices late.
  useEffect(() => {
    const look = () => setVoice(voiceFor(language));
    look();
    speech()?.addEventListener('voiceschanged', look);
    return () => speech()?.removeEventListener('voiceschanged', look);
  }, [language]);
  // Another page is not read out by the page before it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page stops it
  useEffect(() => {
    setAt(null);
    return () => speech()?.cancel();
  }, [page, language]);

  const stop = () => {
    recording.stop();
    speech()?.cancel();
    setAt(null);
  };
  const speak = () => {
    stop();
    // Inside the tap: some browsers speak only then.
    for (const [n, sentence] of sentences.entries()) {
      const said = new SpeechSynthesisUtterance(sentence);
      said.lang = voice?.lang ?? language;
      if (voice) said.voice = voice;
      said.onstart = () => setAt(n);
      if (n === sentences.length - 1) said.onend = () => setAt(null);
      speech()?.speak(said);
    }
    onHeard('voice');
  };
  const play = () => {
    stop();
    recording.play?.();
    onHeard('recording', sound?.file);
  };
  // Null where nothing reads it; the whole page, -1, while a recording plays.
  const start = recording.play ? play : voice ? speak : null;
  return { start, stop, at: recording.plays ? -1 : at };
}
