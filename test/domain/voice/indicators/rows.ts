import { sameIn } from '#domain/people/alias.ts';
import type { BodyOf, RowOf } from '#domain/records/body.ts';
import type { RecordType } from '#domain/records/records.ts';
import { partnerScope, privateScope, programmeScope } from '#domain/records/scopes.ts';
import {
  foldIndicators,
  type IndicatorResult,
  type IndicatorResults,
  type Narrowed,
} from '#domain/voice/indicators/fold.ts';
import { inOrder } from '#domain/voice/indicators/indicator.ts';

/** Rows of indicators, short enough for a table. */

export const partner = 'refocus';

const row = <T extends RecordType>(type: T, id: string, body: BodyOf<T>, scope: string): RowOf<T> =>
  ({
    type,
    id,
    scope,
    body,
    stamps: {},
    by: 'dele',
    device: 'd',
    at: '2026-11-26T10:00:00.000Z',
  }) as unknown as RowOf<T>; // a test's row

export const indicator = (id: string, body: Partial<BodyOf<'indicator'>> = {}) =>
  row('indicator', id, { statement: `I know ${id}`, kind: 'agree', target: 70, ...body }, programmeScope);

let made = 0;

/** An answer at the end, one to one, unless more is said. */
export function said(
  person: string,
  answer: number,
  more: Partial<BodyOf<'assessment'>> & { id?: string; at?: string; of?: string } = {},
) {
  const { id = `said-${String(made++).padStart(6, '0')}`, of = partner, ...body } = more;
  const usual = { person, answer, indicator: 'help', when: 'end', in: 'oneToOne', respondent: 'youngPerson' } as const;
  return row(
    'assessment',
    id,
    { ...usual, day: '2026-10-01', at: '2026-10-01T16:00:00.000Z', replaces: [], ...body },
    privateScope(of),
  );
}

export const same = (one: string, other: string) =>
  row(
    'alias',
    `same-${one}-${other}`,
    { of: 'person', one, other, is: 'same', at: '2026-10-02T10:00:00.000Z', replaces: [] },
    partnerScope(partner),
  );

type Rows = {
  readonly indicators?: readonly RowOf<'indicator'>[];
  readonly said?: readonly RowOf<'assessment'>[];
  readonly alias?: readonly RowOf<'alias'>[];
};

const year: Narrowed = { from: '2026-01-01', to: '2026-12-31', everybody: true };

export const folded = (
  { indicators = [indicator('help')], said: all = [], alias = [] }: Rows,
  asked: Partial<Narrowed> = {},
): IndicatorResults => foldIndicators(inOrder(indicators), all, sameIn(alias, 'person'), { ...year, ...asked });

/** What came of the one indicator there is. */
export function theOne(rows: Rows, asked: Partial<Narrowed> = {}): IndicatorResult {
  const [only, ...others] = folded(rows, asked).results;
  if (!only || others.length > 0) throw new Error('not one indicator');
  return only;
}

/** So many people who answer the same. */
export const people = (n: number, answer: number, more: Parameters<typeof said>[2] = {}, from = 0) =>
  Array.from({ length: n }, (_, at) => said(`p${from + at}`, answer, more));
