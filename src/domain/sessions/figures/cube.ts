import { isDelivered } from '#domain/sessions/session-line.ts';
import {
  type FigureColumns,
  type FigureRows,
  type FiguresAsked,
  figureBand,
  isSessionKind,
  type Only,
} from './asked.ts';
import type { Comer } from './comers.ts';
import { type Cross, grid } from './grid.ts';
import { outcomeOf } from './outcomes.ts';
import type { Attended } from './visits.ts';

/**
 * One table of figures, added up session by session. Memory grows with rows and people, never with marks. Different people have
 * one age, that of their first day in it; so ages add up to everybody.
 */

/** Where a session has no activity, or nobody wrote down who ran it. */
export const notRecorded = '-';

/** A table that takes in sessions, and what it came to. */
export type Cube = { take(visit: Attended): void; made(): Cross };

/** What somebody who came is, by each kind. */
type Codes = Readonly<Record<Exclude<FigureColumns, 'none'>, string>>;

/** Who took part before the period began; they are returning. */
type Before = ReadonlySet<string>;

const codesOf = (comer: Comer, before: Before): Codes => ({
  age: figureBand(comer.band),
  gender: comer.gender,
  newness: comer.newness ?? (comer.person !== null && before.has(comer.person) ? 'returning' : 'new'),
  level: comer.level,
  how: comer.person === null ? 'counted' : 'named',
});

/** Whether any of these codes is among those asked for; of an empty list all are. */
export const among = (list: readonly string[], ...codes: readonly string[]): boolean =>
  list.length === 0 || codes.some((code) => list.includes(code));

/** Whether a session is one of those asked for. */
export const isOfThese = ({ line }: Attended, { parks, partners, activities }: Only): boolean =>
  among(parks, line.siteId) && among(partners, line.partnerId) && among(activities, ...line.activities);

/** The rows a session stands in. */
export function rowsOf({ line, team, ward }: Attended, kind: FigureRows): readonly string[] {
  if (kind === 'park') return [line.siteId];
  if (kind === 'ward') return [ward || notRecorded];
  if (kind === 'month') return [line.day.slice(0, 7)];
  if (kind === 'partner') return [line.partnerId];
  const several = kind === 'activity' ? line.activities : team;
  return several.length > 0 ? several : [notRecorded];
}

const columnIn = (codes: Codes, kind: FigureColumns): string => (kind === 'none' ? '' : codes[kind]);

/** The rows of somebody who came to a session. */
const rowsIn = (codes: Codes, kind: FigureRows, ofSession: () => readonly string[]): readonly string[] =>
  isSessionKind(kind) ? ofSession() : [codes[kind]];

/** Hands over everybody at a session who is asked for, with what they are. */
function eachComer(
  visit: Attended,
  { only }: FiguresAsked,
  before: Before,
  use: (comer: Comer, codes: Codes) => void,
): void {
  if (!isDelivered(visit.line) || !isOfThese(visit, only)) return;
  for (const comer of visit.comers) {
    const codes = codesOf(comer, before);
    if (among(only.ages, codes.age) && among(only.genders, codes.gender)) use(comer, codes);
  }
}

/** Attendances; or the minutes of each, which come to contact hours. */
function attendanceCube(asked: FiguresAsked, before: Before): Cube {
  const sums = grid();
  return {
    take(visit) {
      const each = asked.measure === 'hours' ? (visit.line.minutes ?? 0) : 1;
      eachComer(visit, asked, before, ({ n }, codes) => {
        const rows = rowsIn(codes, asked.rows, () => rowsOf(visit, asked.rows));
        sums.add(rows, columnIn(codes, asked.columns), n * each);
      });
    },
    made: sums.cross,
  };
}

/** Different people, as they are known by name: who was only counted is nobody in particular. */
function peopleCube(asked: FiguresAsked, before: Before): Cube {
  const people = new Map<string, { readonly codes: Codes; helped: boolean; readonly rows: Set<string> }>();
  return {
    take(visit) {
      eachComer(visit, asked, before, ({ person, level }, codes) => {
        if (person === null) return;
        const known = people.get(person) ?? { codes, helped: false, rows: new Set() };
        people.set(person, known);
        known.helped ||= level === 'helped';
        if (isSessionKind(asked.rows)) for (const row of rowsOf(visit, asked.rows)) known.rows.add(row);
      });
    },
    made() {
      const sums = grid();
      for (const { codes, helped, rows } of people.values()) {
        // Who helped once has helped.
        const now = { ...codes, level: helped ? 'helped' : 'joined_in' };
        sums.add(
          rowsIn(now, asked.rows, () => [...rows]),
          columnIn(now, asked.columns),
          1,
        );
      }
      return sums.cross();
    },
  };
}

/** Sessions, by what became of them; who came makes no difference. */
function sessionCube({ rows, only }: FiguresAsked): Cube {
  const sums = grid();
  return {
    take(visit) {
      if (isOfThese(visit, only)) sums.add(rowsOf(visit, rows), outcomeOf(visit.line), 1);
    },
    made: sums.cross,
  };
}

/** @param before who took part before the period, where new and returning are told apart */
export function cube(asked: FiguresAsked, before: Before = new Set()): Cube {
  if (asked.measure === 'sessions') return sessionCube(asked);
  return asked.measure === 'people' ? peopleCube(asked, before) : attendanceCube(asked, before);
}

/** Who took part in these sessions, by name. */
export function takingPart() {
  const ids = new Set<string>();
  return {
    ids,
    take({ line, comers }: Attended): void {
      if (!isDelivered(line)) return;
      for (const { person } of comers) if (person !== null) ids.add(person);
    },
  };
}
