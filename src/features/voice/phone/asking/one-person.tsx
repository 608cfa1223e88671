import { useEffect, useRef, useState } from 'react';
import { languageOnScreen } from '#domain/languages.ts';
import type { Language } from '#domain/people-codes.ts';
import { type FormAnswers, questionsPut } from '#domain/voice/forms/conditions.ts';
import type { AnswerAge } from '#domain/voice-codes.ts';
import { withoutUnasked } from '#features/voice/ask/said.ts';
import { useOnce } from '#ui/once.ts';
import { Beginning } from './beginning.tsx';
import { type AskPack, asksAge, besideOf, formFor, type OneSaid } from './pack.ts';
import { QuestionPage } from './question-page.tsx';
import { Thanks } from './thanks.tsx';
import { useAskFrame } from './use-ask-frame.ts';

/** A form, as one person answers it: who they are in one tap, a question to a page, thank you. Nothing of it is kept before *Done*. */

type OnePersonProps = {
  readonly pack: AskPack;
  /** Puts what was said on the disk; false where that fails, and it all stands here still. */
  readonly onDone: (said: OneSaid) => Promise<boolean>;
  /** For the next one. */
  readonly onNext: () => void;
  /** After somebody who is named nobody is next: the phone goes back. */
  readonly onEnd: (() => void) | undefined;
  /** Not where a worker types up one paper after another. */
  readonly thanks?: boolean;
};

type Page = 'beginning' | 'thanks' | number;

export function OnePerson({ pack, onDone, onNext, onEnd, thanks = true }: OnePersonProps) {
  const [sitting] = useState(() => crypto.randomUUID());
  const begins = asksAge(pack) || pack.languages.length > 1;
  const [page, setPage] = useState<Page>(begins ? 'beginning' : 0);
  const [language, setLanguage] = useState<Language>(pack.languages[0]);
  const [age, setAge] = useState<AnswerAge | null>(null);
  const [said, setSaid] = useState<FormAnswers>({});
  const [failed, setFailed] = useState(false);
  const frame = useAskFrame(language);
  const form = formFor(pack, age);
  useTop(page);
  const done = useOnce(async (all: FormAnswers) => {
    if (!form) return false;
    const isSaved = await onDone({ sitting, form, said: all, beside: besideOf(pack, form, age, language) });
    setFailed(!isSaved);
    if (!isSaved) return false;
    // Nothing of what was answered stays behind on the page that says thank you.
    setSaid({});
    setAge(null);
    if (thanks) setPage('thanks');
    else onNext();
    return true;
  });
  if (!frame || !form) return null;
  const { dir } = languageOnScreen(language);
  const shown = { pack, frame, language, dir };
  if (page === 'thanks') return <Thanks {...shown} onNext={onNext} onEnd={onEnd} />;
  if (page === 'beginning')
    return (
      <Beginning
        {...shown}
        onLanguage={setLanguage}
        onAge={(chosen) => {
          setAge(chosen);
          setPage(0);
        }}
      />
    );
  const put = questionsPut(form.document.questions, said);
  const question = put[page];
  if (!question) return null;
  const answer = (next: FormAnswers) => withoutUnasked(form.document.questions, next);
  const goOn = (all: FormAnswers) => {
    const after = questionsPut(form.document.questions, all);
    setSaid(all);
    if (page + 1 < after.length) setPage(page + 1);
    else void done(all);
  };
  return (
    <QuestionPage
      key={question.name}
      {...shown}
      form={form}
      question={question}
      said={said}
      at={page}
      of={put.length}
      failed={failed}
      onSaid={(own) => setSaid({ ...said, [question.name]: own })}
      onBack={page > 0 ? () => setPage(page - 1) : undefined}
      onNext={() => goOn(answer(said))}
      onSkip={() => {
        const { [question.name]: _, ...others } = said;
        goOn(answer(others));
      }}
    />
  );
}

/** Each page begins at its top, and is read out from its title. */
function useTop(page: Page): void {
  const before = useRef<Page | null>(null);
  // Scroll and focus are the browser’s.
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('[data-ask-title]')?.focus({ preventScroll: true });
  }, [page]);
}
