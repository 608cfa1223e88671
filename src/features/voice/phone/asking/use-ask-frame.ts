import { useEffect, useState } from 'react';
import type { Language } from '#domain/people-codes.ts';
import type { AskFrame } from '#features/voice/frame/frame.ts';
import { askFrameIn } from '#features/voice/frame/frames.ts';

/** The words round a form; those of the language before stand until the others are there, undefined until the first are. */
export function useAskFrame(language: Language): AskFrame | undefined {
  const [frame, setFrame] = useState<AskFrame>();
  // The words of a language are a file of their own.
  useEffect(() => {
    let left = false;
    void askFrameIn(language).then((found) => {
      if (!left) setFrame(found);
    });
    return () => {
      left = true;
    };
  }, [language]);
  return frame;
}
