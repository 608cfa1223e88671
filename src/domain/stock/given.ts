import * as v from 'valibot';
import type { ChangeOf } from '#domain/records/body.ts';
import { list, number, type ObjectOf, object, text } from '#domain/reports/answer.ts';
import { addDays, isDay, mondayOf } from '#domain/time.ts';
import { type Kept, kindOfSet, partsIn } from './sets.ts';
import { type Movement, type Owed, partsOwed, stillOut } from './stock.ts';

/**
 * T11: boxes given out, by the partner that owns them. Given out less brought back; a transfer between partners gives nothing
 * out. Everything in it is a sum of its own rows.
 */

const figures = { under10: number, over10: number, boxes: number };
/** Boxes given out and not brought back; `boxes` is the sum of the other two. */
export type BoxFigures = ObjectOf<typeof figures>;

const ofBoxes = {
  ...figures,
  /** Single items and consumables given out: beside the boxes, never among them. */
  other: number,
  /** Boxes that still lack something: of several given out at once, the fewest that can lack so much. */
  incomplete: number,
  partsOwed: number,
  /** What was aimed at, or null where nothing was. */
  target: v.nullable(number),
  /** Boxes to somebody named; and how many different people and families that was. */
  named: number,
  people: number,
  families: number,
  /** Days of the first and the last box; empty where there was none. */
  first: text,
  last: text,
  /** Weeks begun from the first box to the last, both days included. */
  weeks: number,
};
const ownerLine = object({ partner: text, name: text, ...ofBoxes });
export type OwnerLine = v.InferOutput<typeof ownerLine>;

/** One week of giving out, from Monday. `soFar` adds up from the first week of the report. */
const weekLine = object({ week: text, ...figures, soFar: number });
export type WeekLine = v.InferOutput<typeof weekLine>;

/** Boxes by partner, all together and by week. */
export const boxReportFields = { owners: list(ownerLine), all: object(ofBoxes), weeks: list(weekLine) };
export type BoxReport = ObjectOf<typeof boxReportFields>;

/** What the report of boxes is folded from. */
export type BoxRecords = {
  /** Movements of these partners, whole: what was given out before the period may have come back in it. */
  readonly movements: readonly Movement[];
  readonly sets: readonly Kept[];
  readonly targets: readonly { readonly partner: string; readonly n: number }[];
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
};

/** Boxes by the day they were given out; one that came back later counts for no day. */
export function boxReport({ movements, sets, targets, partners, from, to }: BoxRecords): BoxReport {
  const kinds = new Map(sets.map(({ id, body }) => [id, kindOfSet(body)]));
  const bodies = new Map(sets.map(({ id, body }) => [id, body]));
  const given = stillOut(movements).filter(({ day }) => day >= from && day <= to);
  const owed = partsOwed(movements).filter(
    ({ move }) => move.kind === 'given out' && move.day >= from && move.day <= to,
  );
  const figuresOf = (own: readonly Movement[]): BoxFigures & { other: number } => {
    const of = (kind: string) => sum(own.filter(({ set }) => kinds.get(set) === kind));
    const under10 = of('U10');
    const over10 = of('O10');
    return { under10, over10, boxes: under10 + over10, other: sum(own) - under10 - over10 };
  };
  const isBox = ({ set }: Movement) => kinds.get(set) === 'U10' || kinds.get(set) === 'O10';
  const line = (own: readonly Movement[], target: number | null): BoxReport['all'] => {
    const boxes = own.filter(isBox);
    const ids = new Set(boxes.map(({ id }) => id));
    const owedHere = owed.filter(({ move }) => ids.has(move.id));
    return {
      ...figuresOf(own),
      incomplete: [...Map.groupBy(owedHere, ({ move }) => move)].reduce(
        (total, [move, lacks]) => total + shortOf(move, lacks, bodies.get(move.set)),
        0,
      ),
      partsOwed: owedHere.reduce((total, { n }) => total + n, 0),
      target,
      named: sum(boxes.filter((move) => move.for.length > 0)),
      people: new Set(boxes.flatMap((move) => move.for)).size,
      families: familiesIn(boxes),
      ...timeOf(boxes),
    };
  };
  const aimed = (owner: string): number | null => {
    const own = targets.filter(({ partner }) => partner === owner);
    return own.length > 0 ? own.reduce((total, { n }) => total + n, 0) : null;
  };
  const owners = partners.map(({ id, name }) => ({
    partner: id,
    name,
    ...line(
      given.filter(({ partner }) => partner === id),
      aimed(id),
    ),
  }));
  const aims = owners.flatMap(({ target }) => target ?? []);
  const all = line(given, aims.length > 0 ? aims.reduce((total, n) => total + n, 0) : null);
  return { owners, all, weeks: weekLines(given.filter(isBox), figuresOf) };
}

const sum = (movements: readonly Movement[]): number => movements.reduce((total, { n }) => total + n, 0);

/** How many boxes at least lack something: each lacks no more of it than is in one. */
function shortOf({ n, version }: Movement, lacks: readonly Owed[], body: ChangeOf<'set'> = {}): number {
  const inOne = new Map(partsIn(body, version).map((part) => [part.set, part.n]));
  return Math.min(n, Math.max(...lacks.map((lack) => Math.ceil(lack.n / (inOne.get(lack.part) ?? lack.n)))));
}

/** Families that got something: those who were given boxes together, or share one; two that share a person are one. */
function familiesIn(boxes: readonly Movement[]): number {
  const head = new Map<string, string>();
  const headOf = (each: string): string => {
    const above = head.get(each);
    return above === undefined || above === each ? each : headOf(above);
  };
  for (const { id, family, for: people } of boxes) {
    if (family === undefined && people.length < 2) continue;
    const [first = id, ...others] = [...(family === undefined ? [] : [`family ${family}`]), ...people];
    head.set(headOf(first), headOf(first));
    for (const each of others) head.set(headOf(each), headOf(first));
  }
  return new Set([...head.keys()].map(headOf)).size;
}

function timeOf(boxes: readonly Movement[]): { first: string; last: string; weeks: number } {
  // A day that no calendar has, from before days were checked, is none to count weeks from.
  const days = boxes.flatMap(({ day }) => (isDay(day) ? day : [])).sort();
  const [first = ''] = days;
  const last = days.at(-1) ?? '';
  return { first, last, weeks: first === '' ? 0 : Math.ceil((daysBetween(first, last) + 1) / 7) };
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00.000Z`) - Date.parse(`${from}T12:00:00.000Z`)) / 86_400_000);

/** Every week from the first box to the last, those without a box included. */
function weekLines(boxes: readonly Movement[], figuresOf: (own: readonly Movement[]) => BoxFigures): WeekLine[] {
  const { first, last } = timeOf(boxes);
  if (first === '') return [];
  const byWeek = Map.groupBy(boxes, ({ day }) => mondayOf(day));
  const lines: WeekLine[] = [];
  for (let week = mondayOf(first); week !== '' && week <= last; week = addDays(week, 7)) {
    const { under10, over10, boxes: n } = figuresOf(byWeek.get(week) ?? []);
    lines.push({ week, under10, over10, boxes: n, soFar: (lines.at(-1)?.soFar ?? 0) + n });
  }
  return lines;
}
