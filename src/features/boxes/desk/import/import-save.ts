import { newId } from '#db/person.ts';
import { create, fact, patch, type Saying } from '#db/save.ts';
import { partnerScope, programmeScope } from '#domain/records/scopes.ts';
import type { StockLine } from '#domain/stock/lines.ts';
import type { DeliveryLine } from '#domain/stock/view.ts';
import { dayOf, instantAt, toInstant } from '#domain/time.ts';
import { addSource, type NewThing } from './import-read.ts';

/** What is saved of a note, in saves of a lawful size. */

export type Good = StockLine & { readonly set: string; readonly n: number; readonly holder: string };
export const isGood = (line: StockLine): line is Good =>
  line.problems.length === 0 && line.set !== null && line.n !== null && line.holder !== null;

/** Ids and moment of one note, made once: a second press says the same again, and goes on where the first ended. */
export type Minted = {
  readonly delivery: string;
  /** By the line of the note and what it was read as. */
  readonly moves: Map<string, string>;
  readonly atMs: number;
  /** Whether it was tried: from then on, what is found of it is no repeat. */
  begun: boolean;
  /** Saves that are through, and, once one is, all of them: what was begun is what is ended. */
  through: number;
  saves: readonly Saying[][];
};

export const mint = (expected: DeliveryLine | undefined): Minted => ({
  delivery: expected?.id ?? newId(),
  moves: new Map(),
  atMs: Date.now(),
  begun: false,
  through: 0,
  saves: [],
});

/** How many of each thing, over all lines. */
export const sums = (good: readonly Good[]): [set: string, n: number][] =>
  [...Map.groupBy(good, ({ set }) => set)].map(([set, own]) => [set, own.reduce((sum, { n }) => sum + n, 0)]);

/**
 * The lines of a note that a delivery still waits for, where an earlier save of it broke off: the last ones, since they are
 * saved from the first on.
 */
export function missingOf(good: readonly Good[], { lines }: Pick<DeliveryLine, 'lines'>): Good[] {
  const due = new Map(lines.map((line) => [line.set, line.due]));
  const missing = good.toReversed().filter(({ set, n }) => {
    const left = due.get(set) ?? 0;
    if (n > left) return false;
    due.set(set, left - n);
    return true;
  });
  return missing.toReversed();
}

export type Saving = {
  readonly partner: string;
  readonly supplier: string;
  readonly source: string;
  /** The day it came. */
  readonly day: string;
  /** Written down before: what was ordered, or what broke off. */
  readonly expected: DeliveryLine | undefined;
  readonly fresh: readonly NewThing[];
  readonly good: readonly Good[];
};

/** A save writes at most this many records. */
const mostWrites = 200;

/** The new things first, then the delivery, and what came in. */
export function batchesOf(
  { partner, supplier, source, day, expected, fresh, good }: Saving,
  minted: Minted,
): Saying[][] {
  const scope = partnerScope(partner);
  // A count made since then has seen it already: its moment is the day it came, not the day somebody reads the note in.
  const at = day === dayOf(minted.atMs) ? toInstant(minted.atMs) : instantAt(day, '12:00');
  const came = { arrived: day, source: addSource(expected, source) };
  const ordered = Object.fromEntries(sums(good).map(([set, n]) => [`line/${set}`, n]));
  const id = expected?.id ?? minted.delivery;
  const delivery = expected
    ? patch('delivery', id, scope, came)
    : create('delivery', id, scope, { supplier, ...came, status: 'active', ...ordered });
  const moveOf = ({ line, set, n, holder }: Good): string => {
    const key = [line, set, n, holder].join('|');
    const known = minted.moves.get(key) ?? newId();
    minted.moves.set(key, known);
    return known;
  };
  const received = good.map((line) => {
    const { set, n, holder: to } = line;
    return fact('movement', moveOf(line), scope, { kind: 'received', set, n, to, day, at, delivery: id });
  });
  const made = fresh.map(({ id, name, code }) =>
    create('set', id, programmeScope, { name, kind: 'ITM', code, status: 'active' }),
  );
  return [...inSaves(made), ...inSaves([delivery, ...received])];
}

const inSaves = (sayings: readonly Saying[]): Saying[][] =>
  Array.from({ length: Math.ceil(sayings.length / mostWrites) }, (_, at) =>
    sayings.slice(at * mostWrites, (at + 1) * mostWrites),
  );
