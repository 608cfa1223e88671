import * as v from 'valibot';
import type { Language } from '#domain/people-codes.ts';
import { questionName } from '#domain/records/shapes/form-document.ts';
import type { ListedAnswer } from './choices.ts';
import type { Tell } from './findings.ts';
import type { LanguageColumns } from './languages.ts';
import type { QuestionRead } from './question.ts';
import type { CellPlace } from './sheets.ts';

/** `or_other`: an answer *Other*, and a question of its own that is put to whoever chose it. */

const other = 'other';

const words: Readonly<Record<Language, readonly [answer: string, question: string]>> = {
  en: ['Other', 'What else?'],
  pa: ['ਹੋਰ', 'ਹੋਰ ਕੀ?'],
  ro: ['Altceva', 'Ce anume?'],
  pl: ['Inne', 'Co innego?'],
  sk: ['Iné', 'Čo iné?'],
  bg: ['Друго', 'Какво друго?'],
  lt: ['Kita', 'Kas kita?'],
  ur: ['کچھ اور', 'اور کیا؟'],
  yo: ['Òmíràn', 'Kí ni òmíràn?'],
};

const inAll = (languages: LanguageColumns, at: 0 | 1): ReadonlyMap<Language, string> =>
  new Map(languages.all.map((language) => [language, words[language][at]]));

/** What is added to a list; nothing where it has such an answer already. */
export const otherAnswer = (
  answers: readonly ListedAnswer[],
  languages: LanguageColumns,
  at: CellPlace,
): ListedAnswer[] =>
  answers.some(({ name }) => name.toLowerCase() === other)
    ? []
    : [{ ...{ at, original: other, name: other, picture: undefined }, texts: inAll(languages, 0) }];

/** The question behind it; null where there is no name left for it, which is said. */
export function otherQuestion(
  { question, answers }: QuestionRead,
  taken: (name: string) => boolean,
  languages: LanguageColumns,
  at: CellPlace,
  note: Tell,
): QuestionRead | null {
  const name = `${question.name}_other`;
  if (!v.is(questionName, name) || taken(name)) {
    note(
      at,
      'refused',
      `or_other adds a question called “${name}”: that name is ${taken(name) ? 'taken' : 'too long'}.`,
    );
    return null;
  }
  const chosen = answers.find((each) => each.name.toLowerCase() === other)?.name ?? other;
  note(at, 'changed', `or_other is an answer “Other” and, for whoever chooses it, the question “${name}”.`);
  const showIf = { has: [question.name, chosen] as const };
  return {
    question: { name, type: 'text', showIf: question.showIf ? { all: [question.showIf, showIf] } : showIf },
    texts: { q: inAll(languages, 1), h: new Map(), c: new Map() },
    answers: [],
  };
}
