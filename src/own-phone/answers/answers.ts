import type { Language } from '#domain/people-codes.ts';
import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import type { FormAnswers } from '#domain/voice/forms/conditions.ts';
import { choiceTypes } from '#domain/voice-codes.ts';
import styles from '#features/voice/ask/question.module.css';
import { type AskWords, askWords } from '#features/voice/ask/words.ts';
import { el } from '#own-phone/dom.ts';
import { choices } from './choices.ts';
import { ownWords } from './own-words.ts';
import { typed } from './typed.ts';

/** What one question is answered with. Nothing is chosen for anyone, and what was chosen before stands. */

export type AnsweringParts = {
  readonly question: FormQuestion;
  /** The form’s texts in the language. */
  readonly texts: Readonly<Record<string, string>>;
  readonly words: AskWords;
  readonly before: FormAnswers[string];
  /** Is told a part of what is said; the rest stands. */
  readonly onSaid: (said: FormAnswers[string]) => void;
};

type AnswersProps = Omit<AnsweringParts, 'words' | 'before'> & {
  readonly language: Language;
  readonly before: FormAnswers[string] | undefined;
};

export function answers({ language, before = {}, ...asked }: AnswersProps): HTMLElement {
  const { question, texts, onSaid } = asked;
  let said = before;
  const parts: AnsweringParts = {
    ...{ ...asked, before, words: askWords(language) },
    onSaid: (more) => {
      said = { ...said, ...more };
      onSaid(said);
    },
  };
  const hint = texts[`h:${question.name}`];
  const isText = question.type === 'text';
  return el(
    'div',
    { class: styles.question },
    hint !== undefined && el('p', { class: styles.hint }, hint),
    choiceTypes.has(question.type) ? choices(parts) : !isText && typed(parts),
    (isText || question.words === true) && ownWords(parts),
  );
}
