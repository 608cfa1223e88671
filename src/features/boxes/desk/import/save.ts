import { newId } from '#db/person.ts';
import { inSaves, mostWrites, notBegun, type SavingSoFar } from '#desk/import/saving.tsx';
import { create, type Saying } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { move, onTheDay } from '#domain/stock/acts.ts';
import type { StockLine } from '#domain/stock/lines.ts';
import type { DeliveryLine } from '#domain/stock/partner-stock.ts';
import { order, readIn } from '#domain/stock/registers.ts';
import { addSource } from './again.ts';
import type { NewThing } from './read.ts';

/** What is saved of a note, in saves of a lawful size. */

export type Good = StockLine & { readonly set: string; readonly n: number; readonly holder: string };
export const isGood = (line: StockLine): line is Good =>
  line.problems.length === 0 && line.set !== null && line.n !== null && line.holder !== null;

/** Ids and moment of one note, made once: a second press says the same again, and goes on where the first ended. */
export type Minted = SavingSoFar & {
  readonly delivery: string;
  /** By the line of the note and what it was read as. */
  readonly moves: Map<string, string>;
  readonly atMs: number;
};

export const mint = (expected: DeliveryLine | undefined): Minted => ({
  delivery: expected?.id ?? newId(),
  moves: new Map(),
  atMs: Date.now(),
  ...notBegun(),
});

/** How many of each thing, over all lines. */
export const sums = (good: readonly Good[]): [set: string, n: number][] =>
  [...Map.groupBy(good, ({ set }) => set)].map(([set, own]) => [set, own.reduce((sum, { n }) => sum + n, 0)]);

export type NoteSaving = {
  readonly partner: string;
  readonly supplier: string;
  readonly source: string;
  readonly ranks: ReadonlyMap<number, number>;
  /** The day it came. */
  readonly day: string;
  /** Written down before: what was ordered, or what broke off. */
  readonly expected: DeliveryLine | undefined;
  readonly fresh: readonly NewThing[];
  readonly good: readonly Good[];
};

/** The new things first, then what came in; each save says how much of the note is in with it. */
export function batchesOf(saving: NoteSaving, minted: Minted): Saying[][] {
  const { partner, source, ranks, expected, fresh } = saving;
  const rankOf = ({ line }: Good) => ranks.get(line) ?? 0;
  const good = saving.good.toSorted((a, b) => rankOf(a) - rankOf(b));
  const received = inSaves(good, mostWrites - 1).map((part, at, { length }) => {
    const last = part.at(-1);
    const through = at === length - 1 || !last ? null : rankOf(last);
    const read = addSource(expected, source, through);
    const id = expected?.id ?? minted.delivery;
    const delivery = at === 0 ? arrival(saving, id, read) : readIn(partner, id, { source: read });
    return [delivery, ...part.map((line) => receiving(line, saving, minted))];
  });
  const made = fresh.map(({ id, name, code }) =>
    create('set', id, programmeScope, { name, kind: 'ITM', code, status: 'active' }),
  );
  return [...inSaves(made, mostWrites), ...received];
}

/** The delivery itself: one that was waited for has come, and another is written down with what came of it. */
function arrival({ partner, supplier, day, expected, good }: NoteSaving, id: string, source: string): Saying {
  if (expected) return readIn(partner, id, { source, arrived: day });
  const lines = sums(good).map(([set, n]) => ({ set, n }));
  return order(partner, id, { supplier, arrived: day, source, lines });
}

function receiving({ line, set, n, holder: to }: Good, { partner, day, expected }: NoteSaving, minted: Minted): Saying {
  const key = [line, set, n, to].join('|');
  const id = minted.moves.get(key) ?? newId();
  minted.moves.set(key, id);
  const delivery = expected?.id ?? minted.delivery;
  return move(onTheDay(partner, day, minted.atMs, newId), { id, kind: 'received', set, n, to, delivery });
}
