import { useEffect, useState } from 'react';
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
  /** Which sentence is being read. */
  readonly at: number | null;
};

/** @param sentences one after another; @param onHeard once it has begun to read */
export function useReadAloud(sentences: readonly string[], language: Language, onHeard: () => void): ReadAloud {
  const [voice, setVoice] = useState(() => voiceFor(language));
  const [at, setAt] = useState<number | null>(null);
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
    speech()?.cancel();
    setAt(null);
  };
  const start = () => {
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
    onHeard();
  };
  return { start: voice ? start : null, stop, at };
}
