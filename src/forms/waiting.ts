import { useEffect, useRef } from 'react';
import { giveUp, holdUnsaved, lastUnsaved } from '#db/attempt.ts';

/**
 * What a form could not save waits on every screen to be tried again. While the form is open that is the form's own press: else
 * an old text would be saved beside the one that stands in it, and the form would not know.
 */
export function useWaiting(press: () => Promise<unknown>) {
  const latest = useRef(press);
  latest.current = press;
  const waiting = useRef<{ readonly id: number; readonly letGo: () => void } | null>(null);

  // The form goes with its page; what waits stays, as it was handed in.
  useEffect(() => () => waiting.current?.letGo(), []);

  return {
    async whileSaving<Result>(save: () => Promise<Result>): Promise<Result> {
      // This press takes the place of what waits from the one before.
      if (waiting.current) giveUp(waiting.current.id);
      waiting.current = null;
      const before = lastUnsaved();
      const result = await save();
      const id = lastUnsaved();
      if (id !== null && id !== before) waiting.current = { id, letGo: holdUnsaved(id, () => latest.current()) };
      return result;
    },
  };
}
