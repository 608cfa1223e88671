import type { Language } from '#domain/people-codes.ts';
import type { AnswerValue, FormQuestion } from '#domain/records/shapes/form-document.ts';
import { choiceTypes } from '#domain/voice-codes.ts';
import { Choices } from './choices.tsx';
import { OwnWords } from './own-words.tsx';
import styles from './question.module.css';
import { Typed } from './typed.tsx';
import { askWords } from './words.ts';

/** One question, drawn for whoever answers it: a child on our phone, a parent on theirs, a coordinator who looks at the form. */

/** What was answered to it so far. */
export type SaidHere = {
  readonly value: AnswerValue | undefined;
  readonly words: string | undefined;
  readonly mayQuote?: boolean | undefined;
};

export type AskProps = SaidHere & {
  readonly question: FormQuestion;
  /** The form’s texts in the language. */
  readonly texts: Readonly<Record<string, string>>;
  readonly onChange: (said: SaidHere) => void;
  readonly lang: Language;
  readonly dir: 'ltr' | 'rtl';
};

/**
 * The answers of a question; its wording stands above, as the title of its page, and is read out with them. Nothing is chosen for
 * anyone.
 */
export function Question(props: AskProps) {
  const { question, texts, lang, dir, value, words, mayQuote, onChange } = props;
  const own = askWords(lang);
  const hint = texts[`h:${question.name}`];
  const change = (said: Partial<SaidHere>) => onChange({ value, words, mayQuote, ...said });
  const isText = question.type === 'text';
  return (
    <div className={styles.question} lang={lang} dir={dir}>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {choiceTypes.has(question.type) ? (
        <Choices {...props} own={own} onChoose={(chosen) => change({ value: chosen })} />
      ) : (
        !isText && <Typed {...props} own={own} onType={(typed) => change({ value: typed })} />
      )}
      {(isText || question.words) && (
        <OwnWords {...props} own={own} label={isText ? own.ownWords : own.more} onSay={change} />
      )}
    </div>
  );
}
