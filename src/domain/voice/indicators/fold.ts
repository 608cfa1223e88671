import type { SameIn } from '#domain/people/alias.ts';
import type { Respondent } from '#domain/voice-codes.ts';
import type { Indicator } from './indicator.ts';
import { type Assessment, byRespondent, cameTrue, saidByPerson } from './said.ts';
import { type AgainstTarget, standingOf, type ToldShare, told } from './share.ts';

/** What came of every indicator: how many people were assessed, of how many, and how many of them it came true for. */

/** Which answers are counted. Those at the start count whenever they were given: they are what an end is held against. */
export type Narrowed = {
  readonly from: string;
  readonly to: string;
  readonly respondent?: Respondent | undefined;
  readonly in?: 'oneToOne' | 'group' | undefined;
  /** Everybody an indicator is meant for is among those counted, so that what was agreed on holds. */
  readonly everybody: boolean;
};

/** How many people were assessed, in which way, and of how many. */
type Assessed = {
  /** People with an answer that counts, each once. */
  readonly assessed: number;
  /** How many were to be assessed: as agreed, else everybody who was asked. */
  readonly of: number;
  readonly isAgreed: boolean;
  /** Of those assessed: with at least one answer given one to one. */
  readonly oneToOne: number;
  /** Of those assessed: all others. */
  readonly group: number;
};

export type IndicatorResult = Assessed & {
  readonly indicator: Indicator;
  /** People who answered at the start, and at the end. */
  readonly start: number;
  readonly end: number;
  readonly share: ToldShare;
  readonly standing: AgainstTarget;
};

export type IndicatorResults = {
  readonly results: readonly IndicatorResult[];
  /** People who were assessed on any of them; and how many targets are met, of those that can be told. */
  readonly total: Assessed & { readonly met: number; readonly judged: number };
};

/** One person and one indicator. */
type Person = {
  readonly key: string;
  readonly hasStart: boolean;
  readonly hasEnd: boolean;
  /** Whether it came true for them: only where everybody who was asked about them says so. Null where it cannot be told. */
  readonly isTrue: boolean | null;
  readonly isOneToOne: boolean;
};

/** Those of the period that were asked at all. */
function peopleOf(indicator: Indicator, own: ReadonlyMap<string, readonly Assessment[]>, asked: Narrowed): Person[] {
  const isAsked = ({ body }: Assessment) =>
    body.day >= asked.from && body.day <= asked.to && (asked.in === undefined || body.in === asked.in);
  return [...own].flatMap(([key, all]) => {
    const theirs = all.filter(({ body }) => asked.respondent === undefined || body.respondent === asked.respondent);
    if (!theirs.some(isAsked)) return [];
    const said = byRespondent(theirs.filter((each) => each.body.when === 'start' || isAsked(each)));
    const counted = said.flatMap((each) => {
      const isTrue = cameTrue(indicator, each);
      return isTrue === null ? [] : [{ isTrue, isOneToOne: each.end.some(({ body }) => body.in === 'oneToOne') }];
    });
    return {
      key,
      hasStart: said.some(({ start }) => start.length > 0),
      hasEnd: said.some(({ end }) => end.length > 0),
      isTrue: counted.length === 0 ? null : counted.every(({ isTrue }) => isTrue),
      isOneToOne: counted.some(({ isOneToOne }) => isOneToOne),
    };
  });
}

const count = <Each>(all: readonly Each[], is: (each: Each) => boolean): number => all.filter(is).length;

/** Counts people of whom something can be told, each of them once. */
function assessedOf(people: readonly Person[], cohort: number | null): Assessed {
  const byKey = [...Map.groupBy(people, ({ key }) => key).values()];
  const assessed = byKey.map((own) => own.filter(({ isTrue }) => isTrue !== null)).filter((own) => own.length > 0);
  const oneToOne = count(assessed, (own) => own.some(({ isOneToOne }) => isOneToOne));
  return {
    ...{ assessed: assessed.length, of: cohort ?? byKey.length, isAgreed: cohort !== null },
    ...{ oneToOne, group: assessed.length - oneToOne },
  };
}

/** Folds answers into results: the indicators that are open, and closed ones that somebody answered in the period. */
export function foldIndicators(
  indicators: readonly Indicator[],
  assessments: readonly Assessment[],
  same: SameIn,
  asked: Narrowed,
): IndicatorResults {
  const said = saidByPerson(assessments, same);
  const all = indicators
    .map((indicator) => ({ indicator, people: peopleOf(indicator, said.get(indicator.id) ?? new Map(), asked) }))
    .filter(({ indicator, people }) => !indicator.isClosed || people.length > 0);
  const cohortOf = ({ cohort }: Indicator) => (asked.everybody ? cohort : null);
  const results = all.map(({ indicator, people }): IndicatorResult => {
    const assessed = assessedOf(people, cohortOf(indicator));
    const [n, of] = [count(people, ({ isTrue }) => isTrue === true), assessed.assessed];
    return {
      ...{ indicator, ...assessed },
      start: count(people, ({ hasStart }) => hasStart),
      end: count(people, ({ hasEnd }) => hasEnd),
      ...{ share: told(n, of), standing: standingOf(n, of, indicator.target) },
    };
  });
  // Indicators are put to the same people, so the largest cohort is that of all of them.
  const cohorts = all.flatMap(({ indicator }) => cohortOf(indicator) ?? []);
  const everybody = all.flatMap(({ people }) => people);
  return {
    results,
    total: {
      ...assessedOf(everybody, cohorts.length > 0 ? Math.max(...cohorts) : null),
      met: count(results, ({ standing }) => standing === 'met'),
      judged: count(results, ({ standing }) => standing === 'met' || standing === 'notMet'),
    },
  };
}
