import { protectGiven } from '#domain/reports/disclosure/given.ts';
import type { Linked } from '#domain/reports/disclosure/linked.ts';
import type { ReaderProfile, ShownNumber } from '#domain/reports/disclosure/shown.ts';
import type { Period } from '#domain/reports/report.ts';
import type { KnownAround } from '#domain/sessions/known.ts';
import { addDays } from '#domain/time.ts';
import type { FiguresAsked } from './asked.ts';
import { cube, takingPart } from './cube.ts';
import { type Did, didIn } from './did.ts';
import type { Cross } from './grid.ts';
import { parksOfWards, publishedIn, wholeLists } from './published.ts';
import { all, cellKey, linkedOf, type ShownRow, shownRows, together } from './table.ts';
import { eachVisit, type FiguresReading } from './visits.ts';

/** The figures of one period, before and after it is settled who may see which. */

/** A table as it was added up; of contact hours also the attendances they are of. */
type Added = { readonly cross: Cross; readonly attendances: Cross; readonly did: Did; readonly known: KnownAround };

const long = '1900-01-01';

/** Who took part before these days; read only where new and returning are told apart. */
async function beforeOf(read: FiguresReading, known: KnownAround, asked: FiguresAsked, { from }: Period) {
  const past = takingPart();
  if (asked.rows === 'newness' || asked.columns === 'newness')
    await eachVisit(read, known, { from: long, to: addDays(from, -1) }, past.take);
  return past.ids;
}

/** Reads the sessions of some days once, and adds up all that is asked for. */
export async function addUp(
  read: FiguresReading,
  known: KnownAround,
  asked: FiguresAsked,
  days: Period,
): Promise<Added> {
  const before = await beforeOf(read, known, asked, days);
  const main = cube(asked, before);
  const isHours = asked.measure === 'hours';
  const attended = isHours ? cube({ ...asked, measure: 'attendances' }, before) : undefined;
  const did = didIn(asked);
  await eachVisit(read, known, days, (visit) => {
    for (const each of [main, attended, did]) each?.take(visit);
  });
  const cross = main.made();
  return { cross, attendances: attended?.made() ?? cross, did: did.made(), known };
}

/** A table as it may be seen, and what was done. */
export type Seen = {
  readonly lines: readonly ShownRow[];
  readonly total: ShownRow;
  readonly did: Readonly<Record<'attendances' | 'named' | 'counted' | 'people' | 'contacts' | 'hours', ShownNumber>>;
};

/** All numbers about people in a table and beside it, and how they hang together. */
function numbersIn(
  { attendances, did }: Added,
  of: string,
  rows: readonly string[],
  columns: readonly string[],
): Linked {
  const { named, counted } = did.attendances;
  const key = (what: string, column = all) => cellKey(what, all, column);
  const beside: Linked = {
    cells: [
      { key: key('attendances'), n: named + counted },
      { key: key('attendances', 'named'), n: named },
      { key: key('attendances', 'counted'), n: counted },
      { key: key('people'), n: did.people },
      { key: key('contacts'), n: did.contacts },
    ],
    sums: [{ total: key('attendances'), parts: [key('attendances', 'named'), key('attendances', 'counted')] }],
    within: [{ small: key('people'), large: key('attendances', 'named') }],
  };
  return of === 'sessions' ? beside : together(linkedOf(of, attendances, rows, columns), beside);
}

const perHour = 60;

/**
 * The table as a profile shows it. Contact hours stand where their attendances may: an hour is somebody's. To one decimal for
 * ourselves; outside in whole hours, which tell no single session's length.
 */
export async function seenAs(
  read: FiguresReading,
  added: Added,
  asked: FiguresAsked,
  days: Period,
  rows: readonly string[],
  columns: readonly string[],
  profile: ReaderProfile,
): Promise<Seen> {
  const { measure } = asked;
  const of = measure === 'hours' ? 'attendances' : measure;
  const partners = read.partners.map(({ id }) => id);
  const wards = parksOfWards(await read.rows('site'), added.known);
  const published = publishedIn(asked, days, partners, rows, columns, wards);
  const numbers = numbersIn(added, of, rows, columns);
  const shown = await protectGiven(numbers, profile, published, wholeLists, read.disclosure);
  const places = profile === 'internal' ? 10 : 1;
  const hours = (attended: ShownNumber, minutes: number): ShownNumber =>
    typeof attended === 'number' ? Math.round((minutes / perHour) * places) / places : attended;
  const { cross, did } = added;
  const table = shownRows(measure === 'sessions' ? plainly(cross, rows, columns) : shown, of, rows, columns);
  const beside = (what: string, column = all): ShownNumber => shown.get(cellKey(what, all, column)) ?? 'not-recorded';
  return {
    ...(measure === 'hours' ? inHours(table, cross, rows, columns, hours) : table),
    did: {
      attendances: beside('attendances'),
      named: beside('attendances', 'named'),
      counted: beside('attendances', 'counted'),
      people: beside('people'),
      contacts: beside('contacts'),
      hours: hours(beside('attendances'), did.minutes),
    },
  };
}

/** How many sessions there were is about nobody: it is shown as it is. */
const plainly = (cross: Cross, rows: readonly string[], columns: readonly string[]): ReadonlyMap<string, ShownNumber> =>
  new Map(linkedOf('sessions', cross, rows, columns).cells.map(({ key, n }) => [key, n]));

function inHours(
  { lines, total }: Pick<Seen, 'lines' | 'total'>,
  cross: Cross,
  rows: readonly string[],
  columns: readonly string[],
  hours: (attended: ShownNumber, minutes: number) => ShownNumber,
): Pick<Seen, 'lines' | 'total'> {
  const row = (shown: ShownRow, at: (column: string) => number, whole: number): ShownRow => ({
    cells: shown.cells.map((each, nth) => hours(each, at(columns[nth] ?? ''))),
    all: hours(shown.all, whole),
  });
  return {
    lines: lines.map((line, nth) => {
      const code = rows[nth] ?? '';
      return row(line, (column) => cross.at(code, column), cross.ofRow(code));
    }),
    total: row(total, cross.ofColumn, cross.all),
  };
}
