import { useSearchParams } from 'react-router';
import { type ChosenPeriod, usePeriod } from '#desk/period.ts';
import { useSearchChange } from '#desk/use-search.ts';
import { codesOf } from '#domain/codes.ts';
import { firstOf } from '#domain/periods.ts';
import { profiles, type ReaderProfile } from '#domain/reports/disclosure/shown.ts';
import type { Period } from '#domain/reports/report.ts';
import {
  columnKinds,
  type FigureColumns,
  type FigureRows,
  isSessionKind,
  type Measure,
  measures,
  rowKinds,
} from '#domain/sessions/figures/asked.ts';
import { addDays } from '#domain/time.ts';

/** What the report is asked. It stands in the address, by codes and ids, so that it can be kept, sent and gone back to. */

/** Ages that funders ask for; a code is the bands it is made of. */
export const ageChoices = [
  ['', 'All ages'],
  ['00-09', 'Under 10'],
  ['00-09,10-12', 'Under 13'],
  ['10-12,13-15', '10 to 15'],
  ['13-15,16-19', '13 to 19'],
  ['16-19', '16 to 19'],
  ['20+', '20 and over'],
] as const;

/** With what a period is compared. */
export const versusChoices = [
  ['year', 'A year before'],
  ['before', 'The days before'],
  ['none', 'Nothing'],
] as const;
export type Versus = (typeof versusChoices)[number][0];

/** What may stand in columns beside such rows, of such a measure. */
export const columnsFor = (measure: Measure, rows: FigureRows, profile: ReaderProfile) =>
  measure === 'sessions'
    ? []
    : columnKinds
        .filter(([code]) => (code as string) !== rows && !(measure === 'people' && code === 'how'))
        // For everybody no group of people is parted once more.
        .filter(([code]) => profile !== 'public' || code === 'none' || code === 'how');
/** What may stand in rows. */
export const rowsFor = (measure: Measure) =>
  measure === 'sessions' ? rowKinds.filter(([code]) => isSessionKind(code)) : rowKinds;

const isWholeMonths = ({ from, to }: Period): boolean => from.endsWith('-01') && addDays(to, 1).endsWith('-01');
const monthsIn = ({ from, to }: Period): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;

/** The days a period is compared with: the same ones a year before, or as many right before; whole months stay whole months. */
export function versusOf(period: Period, versus: Versus): Period | undefined {
  const { from, to } = period;
  if (versus === 'none') return undefined;
  if (isWholeMonths(period)) {
    const back = versus === 'year' ? 12 : monthsIn(period);
    return { from: firstOf(from, -back), to: addDays(firstOf(to, 1 - back), -1) };
  }
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  // Fifty-two weeks, so that a Saturday is held against a Saturday.
  const back = versus === 'year' ? 364 : days;
  return { from: addDays(from, -back), to: addDays(to, -back) };
}

/** What is asked, and how a part of it is changed. */
export function useQuestion() {
  const [search] = useSearchParams();
  const period = usePeriod('last-month');
  const oneOf = <Code extends string>(codes: readonly Code[], key: string, usual: Code): Code =>
    codes.find((code) => code === search.get(key)) ?? usual;
  const measure = oneOf(codesOf(measures), 'count', 'people');
  const rows = oneOf(codesOf(rowsFor(measure)), 'rows', measure === 'people' ? 'age' : 'park');
  const profile = oneOf<ReaderProfile>(profiles, 'for', 'funder');
  const columns = oneOf<FigureColumns>(
    codesOf(columnsFor(measure, rows, profile)),
    'columns',
    usualColumns(measure, rows, profile),
  );
  const ages = oneOf(codesOf(ageChoices), 'ages', '');
  const versus = oneOf(codesOf(versusChoices), 'versus', 'year');
  const park = search.get('park') ?? '';
  const partner = search.get('partner') ?? '';
  const vs = versusOf(period, versus);
  const query = new URLSearchParams({
    ...{ from: period.from, to: period.to, measure, rows, columns, profile },
    ...(ages !== '' && { ages }),
    ...(park !== '' && { parks: park }),
    ...(partner !== '' && { partners: partner }),
    ...(vs && { vsFrom: vs.from, vsTo: vs.to }),
  });
  const set = useSearchChange();
  return {
    ...{ period, measure, rows, columns, ages, versus, profile, park, partner, vs, set },
    /** As the server is asked. */
    query: query.toString(),
  } as const;
}
export type FiguresQuestion = ReturnType<typeof useQuestion>;

const usualColumns = (measure: Measure, rows: FigureRows, profile: ReaderProfile): FigureColumns =>
  measure === 'sessions' || (measure === 'people' && profile === 'public')
    ? 'none'
    : measure === 'people'
      ? rows === 'gender'
        ? 'age'
        : 'gender'
      : 'how';

/** The sessions behind a row, as a list; undefined where a row is not of sessions. */
export function sessionsBehind(
  { rows, period }: { readonly rows: FigureRows; readonly period: Pick<ChosenPeriod, 'from' | 'to'> },
  code: string,
  state: string,
): string | undefined {
  const days = { from: period.from, to: period.to };
  const to = (more: Record<string, string>) => `/desk/sessions?${new URLSearchParams({ ...days, state, ...more })}`;
  if (code === '*') return to({});
  if (rows === 'park') return to({ site: code });
  if (rows === 'partner') return to({ partner: code });
  if (rows !== 'month') return undefined;
  const [first, last] = [`${code}-01`, addDays(firstOf(`${code}-01`, 1), -1)];
  return to({ from: first > days.from ? first : days.from, to: last < days.to ? last : days.to });
}
