import { asSeen } from '#domain/as-seen.ts';
import type { Code } from '#domain/codes.ts';
import { type EqualityQuestionName, equalityQuestion, ratherNot } from '#domain/equality-codes.ts';
import type { AnswerOfType } from '#domain/records/shapes/answers.ts';
import type { EqualityBody } from '#domain/records/shapes/equality.ts';
import { fewest, type InFives, inFives, type Shielded, shielded } from '#domain/reports/small-cells.ts';

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
  readonly everybody: InFives;
  /** Who answered it, rather not say included. How many said something else stands nowhere: it would tell how many did not. */
  readonly asked: InFives;
  readonly ratherNot: Shielded;
  readonly lines: readonly EqualityLine[];
};

/** What stands of a person, of everything their keys lead to: of a question the answer of the latest day. */
export function standingAnswers(
  keys: readonly string[],
  byKey: ReadonlyMap<string, readonly AnswerOfType<'equality'>[]>,
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
  const [silent = 'hidden', ...counts] = shielded(
    [ratherNot, ...options.map(({ code }) => code)].map((code) => ofOption(code).length),
  );
  const lines = options.flatMap(({ code, words, detail, own }, at): EqualityLine[] => {
    const people = counts[at] ?? 'hidden';
    const parts = own ? ownWords(ofOption(code), people) : detail ? madeOf(detail, ofOption(code), people) : [];
    return [{ answer: code, made: null, words, people }, ...parts.map((each) => ({ answer: code, ...each }))];
  });
  return {
    ...{ question, everybody: inFives(said.length), asked: inFives(answers.length), ratherNot: silent, lines },
  };
}

type Part = Pick<EqualityLine, 'made' | 'words' | 'people'>;

/** What a group is made of, and who did not say which. */
function madeOf(detail: readonly Code[], answers: readonly EqualityBody[], group: Shielded): Part[] {
  const parts = [...detail.map(([code, words]) => ({ made: code, words })), { made: '', words: leftOpen }];
  const told = shielded(
    parts.map(({ made }) => answers.filter((each) => (each.detail ?? '') === made).length),
    group,
  );
  return parts.map((part, at) => ({ ...part, people: told[at] ?? 'hidden' }));
}

/**
 * Own words that so many used that they are nobody's own any more, A to Z. They are named only where their figure is shown and as
 * many used others; else they are all one, the group. *Why not where nobody used others: the first who does would make the words go,
 * and that would tell what they said.*
 */
function ownWords(answers: readonly EqualityBody[], group: Shielded): Part[] {
  const used = [...Map.groupBy(answers, ({ words = '' }) => asSeen(words))];
  const many = used.filter(([words, by]) => words !== '' && by.length >= fewest).sort(([a], [b]) => (a < b ? -1 : 1));
  const counts = many.map(([, by]) => by.length);
  const rest = answers.length - counts.reduce((all, n) => all + n, 0);
  const told = shielded([...counts, rest], group);
  if (rest < fewest || told.includes('hidden')) return [];
  const parts = [
    ...many.map(([made, [first]]) => ({ made, words: first?.words ?? made })),
    { made: '', words: otherWords },
  ];
  return parts.map((part, at) => ({ ...part, people: told[at] ?? 'hidden' }));
}
