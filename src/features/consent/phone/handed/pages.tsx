import { type ReactNode, useState } from 'react';
import {
  type HandedWording,
  type SittingShown,
  type SittingSoFar,
  wordingIn,
} from '#domain/people/consents/sitting.ts';
import { useFrame } from '#features/consent/frame/use-frame.ts';
import { Agree, type OnAgree } from './agree.tsx';
import { Check } from './check.tsx';
import { Languages } from './languages.tsx';
import type { PageProps } from './page.ts';
import { QuestionPage } from './question.tsx';
import { Says } from './says.tsx';

/** The pages of a sitting, on the phone that is handed over and on a parent’s own. They keep nothing: whoever draws them does. */

/** How a sitting begins: nothing is answered. */
export const nothingYet: SittingSoFar = {
  ...{ page: 'language', language: 'en', style: 'plain', answers: {}, says: {} },
  ...{ way: null, strokes: null, fullName: '', relationship: null, responsibility: null, right: false },
  ...{ heard: 'none', recording: null, shownAt: null, agreedAtMs: null },
};

/** The English that a translation puts into its language, asking what that asks. Newer English says other things than are signed. */
function englishOf({ wordings }: SittingShown, { document, asks }: HandedWording): HandedWording | undefined {
  const english = wordings.find(({ sha256 }) => sha256 === document.translates);
  return english && { ...english, asks };
}

type SittingPagesProps = Pick<PageProps, 'sitting' | 'so' | 'change' | 'go' | 'soundOf'> & {
  readonly onAgree: OnAgree;
  /** The page after it. */
  readonly thanks: (props: PageProps) => ReactNode;
};

/** The page somebody is on. */
export function SittingPages({ sitting, so, change, go, soundOf, onAgree, thanks }: SittingPagesProps) {
  const [english, setEnglish] = useState(false);
  const own = wordingIn(sitting, so.language, so.style) ?? sitting.wordings[0];
  const other = own && englishOf(sitting, own);
  const wording = english && other ? other : own;
  const shown = wording?.document ?? { language: 'en' as const, style: 'plain' as const };
  const frame = useFrame(shown);
  if (!own || !wording || !frame) return null;

  const props: PageProps = {
    ...{ sitting, so, wording, frame, change, go, soundOf },
    shown: { language: shown.language, style: shown.style },
    inEnglish: own.document.language !== 'en' && other ? { on: english, toggle: () => setEnglish(!english) } : null,
  };
  if (so.page === 'thanks') return thanks(props);
  if (so.page === 'language') return <Languages {...props} />;
  if (so.page === 'says') return <Says {...props} />;
  if (so.page === 'check') return <Check {...props} />;
  if (so.page === 'agree') return <Agree {...props} onAgree={onAgree} />;
  return <QuestionPage key={so.page} {...props} />;
}
