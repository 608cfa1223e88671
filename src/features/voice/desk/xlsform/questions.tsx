import { useState } from 'react';
import { wordsOf } from '#domain/codes.ts';
import { type Language, languages, languagesInEnglish } from '#domain/people-codes.ts';
import { type FormQuestion, optionsOf } from '#domain/records/shapes/form-document.ts';
import type { FormRead } from '#domain/voice/xlsform/draft.ts';
import { questionTypes } from '#domain/voice-codes.ts';
import { Each } from '#ui/each.tsx';
import { SelectField } from '#ui/field.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import styles from './xlsform.module.css';

/** The questions of a form that was read, one under another, in one language at a time. */
export function QuestionsPut({ form }: { readonly form: FormRead }) {
  const written = languages.map(([code]) => code).filter((code) => form.texts[code] !== undefined);
  const [language, setLanguage] = useState<Language>(written[0] ?? 'en');
  const n = form.questions.length;
  return (
    <section>
      <SectionTitle>{n === 1 ? 'The question' : `The ${n} questions`}</SectionTitle>
      {written.length > 1 && (
        <SelectField
          label="Language"
          value={language}
          onChange={({ target }) => setLanguage(written.find((each) => each === target.value) ?? language)}
        >
          {written.map((each) => (
            <option key={each} value={each}>
              {wordsOf(languagesInEnglish, each)}
            </option>
          ))}
        </SelectField>
      )}
      <ol className={styles.questions}>
        <Each of={form.questions} by={({ name }) => name}>
          {(question) => <QuestionPut question={question} texts={form.texts[language] ?? {}} language={language} />}
        </Each>
      </ol>
    </section>
  );
}

type PutProps = {
  readonly question: FormQuestion;
  readonly texts: Readonly<Record<string, string>>;
  readonly language: Language;
};

function QuestionPut({ question, texts, language }: PutProps) {
  const { name, type, required, showIf } = question;
  const options = optionsOf(question);
  const said = [
    wordsOf(questionTypes, type),
    ...(required ? ['has to be answered'] : []),
    ...(showIf ? ['not put to everybody'] : []),
  ];
  return (
    <li>
      <div lang={language} dir={language === 'ur' ? 'rtl' : 'ltr'}>
        <b className={styles.asked}>{texts[`q:${name}`]}</b>
        {texts[`h:${name}`] !== undefined && <p>{texts[`h:${name}`]}</p>}
        {options.length > 0 && (
          <ul className={styles.answers}>
            <Each of={options} by={(option) => option}>
              {(option) => <li>{texts[`o:${name}:${option}`]}</li>}
            </Each>
          </ul>
        )}
      </div>
      <span className={styles.kind}>{said.join(', ')}</span>
    </li>
  );
}
