import { useRef, useState } from 'react';
import {
  type HandedWording,
  refusesAny,
  type Sitting,
  type SittingSoFar,
  sittingSaid,
  wordingIn,
} from '#domain/people/consents/sitting.ts';
import { toInstant } from '#domain/time.ts';
import { useFrame } from '#features/consent/frame/use-frame.ts';
import type { HandedForm } from '#phone/hand-over/form.ts';
import { Agree } from './agree.tsx';
import { Check } from './check.tsx';
import { Languages } from './languages.tsx';
import type { PageProps } from './page.ts';
import { QuestionPage } from './question.tsx';
import { Says } from './says.tsx';
import { Thanks } from './thanks.tsx';

/** A parent, or a young person, answers on a phone that shows nothing else. Every touch is kept, so that a kill carries on. */

const nothingYet: SittingSoFar = {
  ...{ page: 'language', language: 'en', style: 'plain', answers: {}, says: {} },
  ...{ way: null, strokes: null, fullName: '', relationship: null, responsibility: null, right: false },
  ...{ heard: 'none', recording: null, shownAt: null, agreedAtMs: null },
};

/** The English that a translation puts into its language, asking what that asks. Newer English says other things than are signed. */
function englishOf({ wordings }: Sitting, { document, asks }: HandedWording): HandedWording | undefined {
  const english = wordings.find(({ sha256 }) => sha256 === document.translates);
  return english && { ...english, asks };
}

/** The form of a sitting. */
export function ConsentForm({ pack: sitting, progress, keep, say, finish }: HandedForm<Sitting, SittingSoFar>) {
  const [so, setSo] = useState<SittingSoFar>(
    progress ?? { ...nothingYet, language: sitting.language ?? 'en', fullName: '', ...fromPack(sitting) },
  );
  const [english, setEnglish] = useState(false);
  const own = wordingIn(sitting, so.language, so.style) ?? sitting.wordings[0];
  const other = own && englishOf(sitting, own);
  const wording = english && other ? other : own;
  const shown = wording?.document ?? { language: 'en' as const, style: 'plain' as const };
  const frame = useFrame(shown);

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
  if (!own || !wording || !frame) return null;

  const props: PageProps = {
    ...{ sitting, so, wording, frame, change, go },
    shown: { language: shown.language, style: shown.style },
    inEnglish: own.document.language !== 'en' && other ? { on: english, toggle: () => setEnglish(!english) } : null,
  };
  if (so.page === 'thanks') return <Thanks {...props} onDone={finish} />;
  if (so.page === 'language') return <Languages {...props} />;
  if (so.page === 'says') return <Says {...props} />;
  if (so.page === 'check') return <Check {...props} />;
  if (so.page === 'agree')
    return (
      <Agree
        {...props}
        onAgree={async () => {
          // The moment is on the disk before anything is said: after a kill between the two, the same is said once more.
          const agreedAtMs = latest.current.agreedAtMs ?? Date.now();
          latest.current = { ...latest.current, agreedAtMs };
          await keep(latest.current);
          const done = latest.current;
          const said = sittingSaid(sitting, done, own, agreedAtMs);
          if (!(await say(said, { first: refusesAny(done) }))) {
            change({ agreedAtMs: null });
            return false;
          }
          // Nothing of what was answered stays behind on the page that says thank you.
          const { language, style } = done;
          change({ ...nothingYet, language, style, page: 'thanks' });
          return true;
        }}
      />
    );
  return <QuestionPage key={so.page} {...props} />;
}

/** What the worker knows already is not typed again. */
const fromPack = ({ giver }: Sitting): Partial<SittingSoFar> => ({
  fullName: giver.name,
  relationship: giver.relationship ?? null,
  responsibility: giver.responsibility ?? null,
});
