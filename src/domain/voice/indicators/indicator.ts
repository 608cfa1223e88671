import { codesOf } from '#domain/codes.ts';
import type { BodyOf, RecordOf } from '#domain/records/body.ts';
import { elements } from '#domain/records/row.ts';
import { type IndicatorKind, type Respondent, respondents } from '#domain/voice-codes.ts';

/** A statement that is asked at the start and at the end, as the programme agreed on it with whoever pays. */
export type Indicator = {
  readonly id: string;
  readonly statement: string;
  readonly kind: IndicatorKind;
  /** Who is asked; young people where nobody said. */
  readonly respondents: readonly Respondent[];
  /** Per cent. */
  readonly target: number;
  /** How many people it is meant for, where that is agreed. */
  readonly cohort: number | null;
  /** Its place among them, from 0; none yet where nobody moved it. */
  readonly order: number | null;
  readonly isClosed: boolean;
};

/** One that has no place yet stands under those that have. */
const placeOf = ({ order }: BodyOf<'indicator'>): number => order ?? Number.MAX_SAFE_INTEGER;

function toIndicator({ id, body }: RecordOf<'indicator'>): Indicator {
  const asked = elements(body, 'respondent');
  const known = codesOf(respondents).filter((code) => asked.includes(code));
  return {
    ...{ id, statement: body.statement, kind: body.kind, target: body.target, cohort: body.cohort ?? null },
    order: body.order ?? null,
    respondents: known.length > 0 ? known : ['youngPerson'],
    isClosed: body.status === 'closed',
  };
}

/** Indicators in the order the programme put them in; where two have one place, the older first. */
export const inOrder = (rows: readonly RecordOf<'indicator'>[]): Indicator[] =>
  [...rows]
    .sort((a, b) => placeOf(a.body) - placeOf(b.body) || (a.id < b.id ? -1 : 1)) // ids are made of the time
    .map(toIndicator);

/** Those that are still put to somebody. */
export const putTo = (indicators: readonly Indicator[], respondent: Respondent): Indicator[] =>
  indicators.filter((each) => !each.isClosed && each.respondents.includes(respondent));
