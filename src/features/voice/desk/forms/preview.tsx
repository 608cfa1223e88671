import { useState } from 'react';
import { languageAtHand, languageOnScreen } from '#domain/languages.ts';
import type { Language } from '#domain/people-codes.ts';
import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import { type FormAnswers, questionsPut } from '#domain/voice/forms/conditions.ts';
import { type FormDraft, type FormTexts, questionsIn, textsIn } from '#domain/voice/forms/draft.ts';
import { Question } from '#features/voice/ask/question.tsx';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { Roof } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Buttons, stacked } from '#ui/stack.tsx';
import styles from './preview.module.css';

/** A draft as whoever answers will see it. */
export const Preview = ({ draft, ...at }: Pick<OnThePhoneProps, 'asked' | 'written'> & { draft: FormDraft }) => (
  <OnThePhone questions={questionsIn(draft)} texts={textsIn(draft)} {...at} />
);

type OnThePhoneProps = {
  readonly questions: readonly FormQuestion[];
  readonly texts: ReadonlyMap<Language, FormTexts>;
  /** The question that is being written; it is shown at once. */
  readonly asked?: string | null;
  /** The language that is being written, likewise. */
  readonly written?: string | null;
};

/** A form to be tried out, page by page: what is answered here is kept nowhere. */
export function OnThePhone({ questions, texts, asked = null, written = null }: OnThePhoneProps) {
  const [chosen, setChosen] = useState<{ written: string | null; language: Language | undefined }>({
    ...{ written, language: undefined },
  });
  const [said, setSaid] = useState<FormAnswers>({});
  const [turned, setTurned] = useState<{ asked: string | null; name: string | undefined }>({ asked, name: undefined });
  const languages = [...texts.keys()];
  const wanted = (chosen.written === written ? chosen.language : undefined) ?? written;
  const language = languages.find((each) => each === wanted) ?? languages[0];
  const put = questionsPut(questions, said);
  const name = (turned.asked === asked ? turned.name : undefined) ?? asked ?? put[0]?.name;
  const question = questions.find((each) => each.name === name) ?? put[0];
  const at = put.findIndex((each) => each.name === question?.name);
  if (!language || !question) return <Remark>Here you will see it as it is answered.</Remark>;
  const { dir, code } = languageOnScreen(language);
  const own = texts.get(language) ?? {};
  const turn = (by: number) => setTurned({ asked, name: put[at + by]?.name });
  return (
    <section className={stacked} aria-label="Try it out">
      <SectionTitle note="nothing is kept">Try it out</SectionTitle>
      <SelectField
        label="Language"
        value={language}
        onChange={(event) => setChosen({ written, language: languages.find((each) => each === event.target.value) })}
      >
        {languages.map((each) => (
          <option key={each} value={each}>
            {languageAtHand(each)}
          </option>
        ))}
      </SelectField>
      <div className={styles.phone} lang={code} dir={dir}>
        <Roof>
          <p className={styles.title}>{own[`q:${question.name}`] ?? '…'}</p>
        </Roof>
        <div className={styles.page}>
          <Question
            key={`${question.name} ${language}`}
            question={question}
            texts={own}
            value={said[question.name]?.value}
            words={said[question.name]?.words}
            mayQuote={said[question.name]?.mayQuote}
            lang={code}
            dir={dir}
            onChange={(here) => setSaid({ ...said, [question.name]: here })}
          />
        </div>
      </div>
      {at < 0 && <Remark>It is not asked after what was answered so far.</Remark>}
      <Buttons>
        <Button size="inline" icon="back" notPossible={at <= 0} onClick={() => turn(-1)}>
          Back
        </Button>
        <span>{at < 0 ? '' : `${at + 1} of ${put.length}`}</span>
        <Button size="inline" iconEnd="next" notPossible={at < 0 || at >= put.length - 1} onClick={() => turn(1)}>
          Next
        </Button>
      </Buttons>
    </section>
  );
}
