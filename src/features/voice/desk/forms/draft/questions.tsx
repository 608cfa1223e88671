import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import shared from '#desk/draft.module.css';
import { element } from '#domain/records/say.ts';
import {
  type DraftQuestion,
  nameFrom,
  placeBetween,
  questionSet,
  questionsIn,
  textsOf,
} from '#domain/voice/forms/draft.ts';
import { conditionWords, questionWords, typeWords } from '#domain/voice/forms/words.ts';
import { type QuestionType, questionTypes } from '#domain/voice-codes.ts';
import styles from '#features/voice/desk/forms/forms.module.css';
import { draftPath } from '#features/voice/desk/forms/paths.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Buttons } from '#ui/stack.tsx';
import { OneQuestion } from './one-question.tsx';
import { DraftText } from './text.tsx';
import type { Writing } from './writing.ts';

/** The questions in order; one of them is open at a time. They are moved by buttons, for keyboards and fingers alike. */
export function Questions({ of }: { of: Writing }) {
  const [search] = useSearchParams();
  const [adds, setAdds] = useState(false);
  const questions = questionsIn(of.body);
  const locked = Boolean(of.body.instrument);
  const open = search.get('question');
  return (
    <>
      <DraftText of={of} field="text/en:title" label="Title" hint="What whoever answers sees first" />
      <DraftText of={of} field="text/en:intro" label="Words at the start" optional="(optional)" long />
      <SectionTitle count={questions.length}>Questions</SectionTitle>
      <ol className={styles.ruled}>
        {questions.map((each, at) => (
          <li key={each.name} className={each.name === open ? styles.open : undefined}>
            <Head of={of} questions={questions} at={at} open={each.name === open} locked={locked} />
            {each.name === open && <OneQuestion of={of} question={each} above={questions.slice(0, at)} />}
          </li>
        ))}
      </ol>
      {questions.length === 0 && <Remark>It asks nothing yet. A good form takes less than a minute.</Remark>}
      {!locked && (
        <Buttons>
          <Button icon="plus" onClick={() => setAdds(true)}>
            Add a question
          </Button>
        </Buttons>
      )}
      <Sheet open={adds} title="Add a question" onClose={() => setAdds(false)}>
        {adds && <Add of={of} questions={questions} onDone={() => setAdds(false)} />}
      </Sheet>
    </>
  );
}

type HeadProps = {
  readonly of: Writing;
  readonly questions: readonly DraftQuestion[];
  readonly at: number;
  readonly open: boolean;
  readonly locked: boolean;
};

function Head({ of, questions, at, open, locked }: HeadProps) {
  const question = questions[at];
  if (!question) return null;
  const english = textsOf(of.body, 'en');
  const words = questionWords(question.name, english);
  // Between the two it goes between; nothing else is renumbered, so that somebody else may move one at the same time.
  const move = (before: number) =>
    of.set(questionSet({ ...question, at: placeBetween(questions[before], questions[before + 1]) }));
  return (
    <div className={styles.row}>
      <div>
        <b>{words}</b>
        <p className={shared.under}>
          {typeWords(question)}
          {question.showIf && <> · Only if {conditionWords(question.showIf, english)}</>}
        </p>
      </div>
      {!locked && (
        <div>
          {at > 0 && (
            <Button size="inline" kind="quiet" onClick={() => void move(at - 2)} aria-label={`Move “${words}” up`}>
              Up
            </Button>
          )}
          {at < questions.length - 1 && (
            <Button size="inline" kind="quiet" onClick={() => void move(at + 1)} aria-label={`Move “${words}” down`}>
              Down
            </Button>
          )}
        </div>
      )}
      <Link
        className={buttonClass({ size: 'inline' })}
        replace
        preventScrollReset
        aria-label={open ? `Close “${words}”` : `Open “${words}”`}
        aria-expanded={open}
        to={draftPath(of.id, 'questions', open ? undefined : question.name)}
      >
        {open ? 'Close' : locked ? 'Look' : 'Change'}
      </Link>
    </div>
  );
}

type Typed = { readonly words: string; readonly type: QuestionType };
type AddProps = { readonly of: Writing; readonly questions: readonly DraftQuestion[]; readonly onDone: () => void };

/** A new question, at the end. Its name in files is taken from its words, and stays when they change. */
function Add({ of, questions, onDone }: AddProps) {
  const [, setSearch] = useSearchParams();
  const form = useForm<Typed>({
    name: `form-question ${of.id}`,
    now: { words: '', type: 'oneOf' },
    judge: ({ words }) => ({ words: words.trim() === '' ? 'Write the question.' : undefined }),
    save: async ({ words, type }) => {
      const taken = questions.map(({ name }) => name);
      const name = nameFrom(words, taken, 'question');
      const made: DraftQuestion = {
        ...{ name, type, at: placeBetween(questions.at(-1), undefined) },
        ...(type === 'faces' && { scale: 'good' as const }),
      };
      const problem = await of.set({ ...questionSet(made), ...element('text', `en:q:${name}`, words.trim()) });
      if (problem === null) setSearch({ part: 'questions', question: name }, { replace: true });
      return problem;
    },
    onSaved: onDone,
  });
  if (!form) return null;
  return (
    <Form form={form} words={{ words: 'The question' }}>
      <TextField label="The question" hint="In English, as you would say it" {...form.text('words')} maxLength={500} />
      <SelectField label="How it is answered" {...form.text('type')}>
        {questionTypes.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </SelectField>
      <Buttons>
        <Button kind="primary" wide type="submit">
          Add it
        </Button>
      </Buttons>
    </Form>
  );
}
