import { useEffect, useState } from 'react';
import type { Language, WordingStyle } from '#domain/people-codes.ts';
import type { Frame } from './frame.ts';
import { frameIn } from './languages.ts';

/** The words around a wording in its language; undefined while they are fetched, so that no screen mixes two languages. */
export function useFrame({ language, style }: { language: Language; style: WordingStyle }): Frame | undefined {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly frame: Frame }>();
  const key = `${language} ${style}`;
  // The words of a language are a file of their own.
  useEffect(() => {
    let left = false;
    void frameIn(language, style).then((frame) => {
      if (!left) setLoaded({ key, frame });
    });
    return () => {
      left = true;
    };
  }, [language, style, key]);
  return loaded?.key === key ? loaded.frame : undefined;
}
