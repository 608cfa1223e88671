import type { Language } from '#domain/people-codes.ts';
import type { AnswerOfType } from '#domain/records/shapes/answers.ts';
import { cellKey, type FeedbackBody } from '#domain/records/shapes/feedback.ts';
import { fewest } from '#domain/reports/small-cells.ts';
import type { AnswerAge, AnswerWay, Respondent } from '#domain/voice-codes.ts';

/**
 * What figures are made of: closed cells, and their parts where each part is five people too. An atom tells of what all in it share and of
 * nothing else; no figure ever takes one apart.
 */

/** An answer that may be shown with the others of its cell. */
export type Celled = { readonly cell: string; readonly body: FeedbackBody };

export type Atom = {
  readonly form: string;
  readonly question: string;
  /** The session, or else the park and the month. */
  readonly session: string | null;
  readonly site: string | null;
  readonly month: string | null;
  /** What all of them share; null where they do not, or it was not kept. */
  readonly respondent: Respondent | null;
  readonly way: AnswerWay | null;
  readonly age: AnswerAge | null;
  readonly language: Language | null;
  /** People who answered. */
  readonly n: number;
  /** People by what they chose; of several that were chosen or put in order, by each of them and by the first. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly first: ReadonlyMap<string, number>;
  /** Those who said something in their own words. */
  readonly inWords: number;
};

const shared = <T>(values: readonly T[]): T | null => {
  const [first] = values;
  return first !== undefined && values.every((each) => each === first) ? first : null;
};

/** Parts of a cell by age or language, where nobody is left in fewer than five; else the cell. */
function parted(cell: readonly FeedbackBody[]): (readonly FeedbackBody[])[] {
  for (const by of ['age', 'language'] as const) {
    const parts = [...Map.groupBy(cell, (body) => body[by] ?? '').values()];
    if (parts.length > 1 && parts.every((part) => part.length >= fewest)) return parts;
  }
  return [[...cell]];
}

function count(of: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of of) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** What was chosen: options are text, numbers as they are written. */
const choices = ({ value }: Pick<FeedbackBody, 'value'>): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [String(value)];

function atomOf(part: readonly FeedbackBody[]): Atom | null {
  const [one] = part;
  if (!one) return null;
  return {
    form: one.form,
    question: one.question,
    session: 'session' in one ? one.session : null,
    site: 'session' in one ? null : one.site,
    month: 'session' in one ? null : one.month,
    respondent: shared(part.map(({ respondent }) => respondent)),
    way: shared(part.map(({ way }) => way)),
    age: shared(part.map(({ age }) => age ?? null)),
    language: shared(part.map(({ language }) => language ?? null)),
    n: part.length,
    chosen: count(part.flatMap((body) => [...new Set(choices(body))])),
    first: count(part.flatMap((body) => choices(body).slice(0, 1))),
    inWords: part.filter(({ words }) => words !== undefined).length,
  };
}

/** Every atom of what may be shown. What is in no cell, or in one of fewer than five, is not there. */
export function atomsOf(answers: readonly Celled[]): Atom[] {
  const cells = Map.groupBy(
    answers.filter(({ cell }) => cell !== ''),
    ({ cell, body }) => `${cell} ${cellKey(body)}`,
  );
  return [...cells.values()]
    .filter((cell) => cell.length >= fewest)
    .flatMap((cell) => parted(cell.map(({ body }) => body)).flatMap((part) => atomOf(part) ?? []));
}

/** Answers that are somebody’s count as others do, in cells of their own. They are known by name elsewhere, and here are not. */
export function celledOfNamed(answers: readonly AnswerOfType<'namedFeedback'>[]): Celled[] {
  const bodies = answers.map(
    ({ body: { person: _, day, session, site = '', ...said } }): FeedbackBody =>
      session === undefined ? { ...said, site, month: day.slice(0, 7) } : { ...said, session, day },
  );
  return [...Map.groupBy(bodies, cellKey)].flatMap(([key, own]) =>
    own.length >= fewest ? own.map((body) => ({ cell: `named ${key}`, body })) : [],
  );
}
