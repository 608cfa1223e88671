import { asSeen } from '#domain/as-seen.ts';
import { type EqualityQuestionName, equalityQuestion, ratherNot } from '#domain/equality-codes.ts';
import type { AnswerGiven } from '#domain/records/shapes/answers.ts';
import type { EqualityBody } from '#domain/records/shapes/equality.ts';
import { fewest, type Shielded, shielded } from '#domain/reports/small-cells.ts';

/** How many answered what, told so that nobody can be picked out. */

/** How many said one thing. `made`: what a group is made of; null for the group itself. */
export type EqualityLine = {
  readonly answer: string;
  readonly made: string | null;
  readonly words: string;
  readonly people: Shielded;
};

/** One question over the people it is put to: those who were asked, and what they said. */
export type EqualityCount = {
  readonly question: EqualityQuestionName;
  /** Everybody on the register it is put to. */
  readonly everybody: number;
  readonly asked: number;
  readonly answered: Shielded;
  readonly ratherNot: Shielded;
  readonly lines: readonly EqualityLine[];
};

/** What stands of a person, of everything their keys lead to: of a question the answer of the latest day. */
export function standingAnswers(
  keys: readonly string[],
  byKey: ReadonlyMap<string, readonly AnswerGiven[]>,
): ReadonlyMap<EqualityQuestionName, EqualityBody> {
  const all = keys.flatMap((key) => byKey.get(key) ?? []);
  // Two of one day can only be of two badges: one of them, and always the same.
  const inOrder = all.sort((a, b) => (`${a.body.day} ${a.id}` < `${b.body.day} ${b.id}` ? -1 : 1));
  return new Map(inOrder.map(({ body }) => [body.question, body]));
}

/** What a group is made of that nobody said. */
const leftOpen = 'Not said which';
const otherWords = 'Other words';

/** Counts what was said to one question. @param said of everybody it is put to; undefined of whoever was not asked */
export function equalityCount(
  question: EqualityQuestionName,
  said: readonly (EqualityBody | undefined)[],
): EqualityCount {
  const answers = said.filter((each) => each !== undefined);
  const { options } = equalityQuestion(question);
  const ofOption = (code: string) => answers.filter(({ answer }) => answer === code);
  // Those who would rather not say stand first: what is hidden beside a small number is taken from the end.
  const [silent = 'hidden', ...counts] = shielded(
    [ratherNot, ...options.map(({ code }) => code)].map((code) => ofOption(code).length),
  );
  const lines = options.flatMap(({ code, words, detail = [], own }, at): EqualityLine[] => {
    const people = counts[at] ?? 'hidden';
    const made = own ? ownWords(ofOption(code)) : detail.map(([each, named]) => ({ code: each, words: named }));
    const parts = madeOf(made, ofOption(code), own ? otherWords : leftOpen, people);
    return [{ answer: code, made: null, words, people }, ...parts.map((each) => ({ answer: code, ...each }))];
  });
  return {
    ...{ question, everybody: said.length, asked: answers.length, ratherNot: silent, lines },
    answered: typeof silent === 'number' ? answers.length - silent : 'hidden',
  };
}

type Made = { readonly code: string; readonly words: string };

/** Own words that so many used that they are nobody's own any more, A to Z. */
function ownWords(answers: readonly EqualityBody[]): Made[] {
  const used = Map.groupBy(answers, ({ words = '' }) => asSeen(words));
  return [...used]
    .filter(([words, by]) => words !== '' && by.length >= fewest)
    .map(([code, [first]]) => ({ code, words: first?.words ?? code }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** What a group is made of. Nothing is told of a group that is not told itself: its parts would add up to it. */
function madeOf(made: readonly Made[], answers: readonly EqualityBody[], rest: string, group: Shielded) {
  if (made.length === 0) return [];
  const codes = new Set(made.map(({ code }) => code));
  const partOf = ({ detail, words }: EqualityBody) => detail ?? asSeen(words ?? '');
  const counts = [
    ...made.map(({ code }) => answers.filter((each) => partOf(each) === code).length),
    answers.filter((each) => !codes.has(partOf(each))).length,
  ];
  const told = typeof group === 'number' ? shielded(counts) : counts.map((): Shielded => 'hidden');
  return [...made, { code: '', words: rest }].map(({ code, words }, at) => ({
    ...{ made: code, words, people: told[at] ?? 'hidden' },
  }));
}
