import { useRef, useState } from 'react';
import { soundOf } from '#db/sounds.ts';
import {
  refusesAny,
  type Sitting,
  type SittingSoFar,
  sittingSaid,
  wordingIn,
} from '#domain/people/consents/sitting.ts';
import { toInstant } from '#domain/time.ts';
import type { HandedForm } from '#phone/hand-over/form.ts';
import { nothingYet, SittingPages } from './pages.tsx';
import { Thanks } from './thanks.tsx';

/** A parent, or a young person, answers on a phone that shows nothing else. Every touch is kept, so that a kill carries on. */

/** The form of a sitting. */
export function ConsentForm({ pack: sitting, progress, keep, say, finish }: HandedForm<Sitting, SittingSoFar>) {
  const [so, setSo] = useState<SittingSoFar>(
    progress ?? { ...nothingYet, language: sitting.language ?? 'en', fullName: '', ...fromPack(sitting) },
  );
  // Two touches in one moment build on each other, and the last of them is kept even as the page goes.
  const latest = useRef(so);
  const change = (changed: Partial<SittingSoFar>) => {
    latest.current = { ...latest.current, ...changed };
    setSo(latest.current);
    void keep(latest.current);
  };
  const go = (page: string) => {
    const isShown = latest.current.shownAt === null && page !== 'language';
    change({ page, ...(isShown && { shownAt: toInstant(Date.now()) }) });
    window.scrollTo(0, 0);
  };
  return (
    <SittingPages
      {...{ sitting, so, change, go, soundOf }}
      thanks={(props) => <Thanks {...props} onDone={finish} />}
      onAgree={async ({ errors }) => {
        // The moment is on the disk before anything is said: after a kill between the two, the same is said once more.
        const agreedAtMs = latest.current.agreedAtMs ?? Date.now();
        latest.current = { ...latest.current, agreedAtMs };
        await keep(latest.current);
        const done = latest.current;
        const own = wordingIn(sitting, done.language, done.style) ?? sitting.wordings[0];
        const said = own ? sittingSaid(sitting, done, own, agreedAtMs) : [];
        if (!(await say(said, { first: refusesAny(done) }))) {
          change({ agreedAtMs: null });
          return errors.notSaved;
        }
        // Nothing of what was answered stays behind on the page that says thank you.
        const { language, style } = done;
        change({ ...nothingYet, language, style, page: 'thanks' });
        return null;
      }}
    />
  );
}

/** What the worker knows already is not typed again. */
const fromPack = ({ giver }: Sitting): Partial<SittingSoFar> => ({
  fullName: giver.name,
  relationship: giver.relationship ?? null,
  responsibility: giver.responsibility ?? null,
});
