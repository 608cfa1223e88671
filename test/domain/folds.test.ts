import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf, levels, type TallyBand, tallyBands } from '#domain/codes.ts';
import { rowsOf } from '#domain/records/body.ts';
import type { Row } from '#domain/records/row.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { foldRegister, type Mark, type Tally, toTally } from '#domain/sessions/register.ts';
import { deliveryState } from '#domain/stock/deliveries.ts';
import { loansOut, partsOwed, stillOut, toMovement } from '#domain/stock/stock.ts';
import { toWish, wishLines } from '#domain/voice/wishes.ts';
import { markOf } from '#test/domain/records/builders.ts';
import { facts, move, row, stockOf, store } from '#test/domain/stock/builders.ts';
import { recounted } from '#test/scenarios/stock-truth.ts';

/**
 * Every fold of facts, against a recount that shares no code with it: whatever order the facts come in, however often each
 * comes, and however many phones took the same one back.
 */

/** Facts as they may reach a phone: each at least once, some again, in any order. */
const arriving = <T>(all: readonly T[]): fc.Arbitrary<T[]> =>
  fc.array(fc.nat(), { maxLength: 12 }).chain((again) => {
    const more = all.length === 0 ? [] : again.map((at) => all[at % all.length] as T); // an index within
    const list = [...all, ...more];
    return fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length });
  });

/** Which facts are taken back, each as often as it is drawn, each time by a fact of its own. */
const undoings = fc.array(fc.nat(), { maxLength: 12 });

function withUndoings(said: readonly Row[], drawn: readonly number[]): Row[] {
  return said.length === 0
    ? []
    : [
        ...said,
        ...drawn.flatMap((at, n) => {
          const meant = said[at % said.length];
          if (!meant) return [];
          const signed = meant.type === 'tally' ? { n: -Number(meant.body.n) } : {};
          return [{ ...meant, id: `undo-${n}`, body: { ...meant.body, ...signed, undoes: meant.id } }];
        }),
      ];
}

/** The distinct facts that nobody took back, by a loop over all pairs. */
function left(all: readonly Row[]): Row[] {
  const kept: Row[] = [];
  for (const each of all) {
    let gone = each.body.undoes !== undefined || kept.some(({ id }) => id === each.id);
    for (const other of all) if (other.body.undoes === each.id) gone = true;
    if (!gone) kept.push(each);
  }
  return kept;
}

const sumOf = (rows: readonly Row[]): number => {
  let sum = 0;
  for (const { body } of rows) sum += Number(body.n);
  return sum;
};

/** What a test draws, as it may reach a phone. */
const told = (said: fc.Arbitrary<Row[]>): fc.Arbitrary<Row[]> =>
  fc.tuple(said, undoings).chain(([all, drawn]) => arriving(withUndoings(all, drawn)));

const tallies = fc
  .array(
    fc.record({
      ageBand: fc.constantFrom(...codesOf(tallyBands)),
      level: fc.constantFrom(...codesOf(levels)),
      // Older apps took back with a bare minus, which names nothing.
      n: fc.constantFrom(1, 1, 1, 5, -1),
    }),
    { maxLength: 10 },
  )
  .map((drawn) => drawn.map((body, n) => row(`tally-${n}`, 'tally', { session: 's', ...body })));

describe('the register', () => {
  test('counts what nobody took back, and never below zero', () => {
    fc.assert(
      fc.property(told(tallies), (all) => {
        const { bands, contacts } = foldRegister([], rowsOf(all, 'tally').map(toTally), () => 'NK');
        const standing = left(all);
        const isPart = ({ body }: Row) => body.level === 'joined_in' || body.level === 'helped';
        for (const [band] of tallyBands) {
          const own = standing.filter((each) => isPart(each) && each.body.ageBand === band);
          expect(bands[band].counted).toBe(sumOf(own) < 0 ? 0 : sumOf(own));
        }
        const watching = sumOf(standing.filter((each) => !isPart(each)));
        expect(contacts).toBe(watching < 0 ? 0 : watching);
      }),
    );
  });

  const marks = fc
    .array(
      fc.record({
        person: fc.constantFrom('kayla', 'reece', 'amara'),
        state: fc.constantFrom('here', 'left', 'removed'),
        saw: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        counted: fc.option(fc.constantFrom<TallyBand>('10-12', '13-15'), { nil: undefined }),
      }),
      { maxLength: 9 },
    )
    .map((drawn) => {
      const made: Mark[] = [];
      for (const [n, { person, state, saw, counted }] of drawn.entries()) {
        const replaces = made.filter((each, at) => each.person === person && saw[at]).map(({ id }) => id);
        const also = counted && { alreadyCounted: { ageBand: counted, gender: 'NK', newness: 'not known' } as const };
        made.push(markOf(`mark-${n}`, { person, state, replaces, ...also }));
      }
      return made;
    });

  test('names each person once, and none of them is among more counted than there are', () => {
    fc.assert(
      fc.property(marks.chain(arriving), told(tallies), (said, counted) => {
        const {
          all,
          bands,
          hereNow,
          left: gone,
        } = foldRegister(said, rowsOf(counted, 'tally').map(toTally), () => '10-12');
        const states = new Map<string, string>();
        for (const person of ['kayla', 'reece', 'amara']) {
          const last = said.filter(
            (mark) => mark.person === person && !said.some((other) => other.replaces.includes(mark.id)),
          );
          for (const state of ['removed', 'left', 'here'])
            if (last.some((mark) => mark.state === state)) states.set(person, state);
        }
        const are = (state: string) => [...states.values()].filter((each) => each === state).length;
        expect([hereNow, gone, all.named]).toEqual([are('here'), are('left'), are('here') + are('left')]);
        for (const each of [all, ...Object.values(bands)]) {
          expect(each.total).toBe(each.named + each.counted - each.overlap);
          expect(each.total).toBeGreaterThanOrEqual(each.named);
          expect(each.counted - each.overlap).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  const one: Tally = toTally(row('one', 'tally', { session: 's', ageBand: '10-12', n: 1 }));
  const back = (id: string): Tally => ({ ...one, id, n: -1, undoes: 'one' });
  test.each([
    ['taken back once', [one, back('a')], 0],
    ['taken back twice on one phone', [one, back('a'), back('b')], 0],
    ['taken back on three phones, before it is known here', [back('a'), back('b'), back('c'), one], 0],
    ['taken back twice, and another counted', [one, { ...one, id: 'two' }, back('a'), back('b')], 1],
    ['taken back by one that is known here alone', [back('a')], 0],
    ['less than nothing, as an older app may have left it', [{ ...one, n: -1 }], 0],
  ])('a +1 %s', (_, said, total) => {
    const { all } = foldRegister([], said, () => 'NK');
    expect([all.counted, all.total]).toEqual([total, total]);
  });

  test('a best guess that was taken back leaves an exact count', () => {
    const guess: Tally = { ...one, quality: 'estimate' };
    expect(foldRegister([], [guess, { ...back('a'), quality: 'estimate' }], () => 'NK').estimated).toBe(false);
  });
});

test('wishes count what nobody took back, each partner’s by itself', () => {
  const wishes = fc
    .array(fc.record({ what: fc.constantFrom('ball', 'rope'), age: fc.constantFrom('U10', 'O10', 'NK') }), {
      maxLength: 8,
    })
    .map((drawn) => drawn.map((body, n) => row(`wish-${n}`, 'wish', { kind: 'equipment', n: 1, ...body })));
  fc.assert(
    fc.property(told(wishes), (all) => {
      const lines = wishLines(rowsOf(all, 'wish').map(toWish), (id) => id);
      for (const what of ['ball', 'rope']) {
        const line = lines.find((each) => each.what === what);
        expect(line?.all ?? 0).toBe(sumOf(left(all).filter(({ body }) => body.what === what)));
      }
    }),
  );
  const ours = row('ours', 'wish', { kind: 'equipment', age: 'NK', n: 1, what: 'ball' });
  const theirs = { ...ours, id: 'theirs', scope: 'partner/south', body: { ...ours.body, undoes: 'ours' } };
  expect(wishLines([ours, theirs].map(toWish), (id) => id).map(({ all }) => all)).toEqual([1]);
});

test('balances are what a slow recount gives, however often a fact comes and is taken back', () => {
  const again = fc.tuple(facts, undoings).chain(([all, drawn]) => {
    const moved = all.filter(({ type, body }) => type !== 'stocktake' && body.undoes === undefined);
    return arriving([...all, ...withUndoings(moved, drawn).slice(moved.length)]);
  });
  fc.assert(
    fc.property(again, (all) => {
      const { shelves } = stockOf(all);
      const right = recounted(all);
      for (const key of new Set([...right.keys(), ...shelves.keys()]))
        expect([key, shelves.get(key)?.balance ?? 0]).toEqual([key, right.get(key) ?? 0]);
    }),
  );
});

/** Things that go out and what answers them, each answer of one phone or of several that did not know of each other. */
const goings = fc
  .array(
    fc.record({
      kind: fc.constantFrom('lent', 'given out', 'brought back', 'lost', 'returned', 'part supplied later'),
      n: fc.integer({ min: 1, max: 4 }),
      of: fc.nat(),
      often: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: 12 },
  )
  .map((drawn) => {
    const said: Row[] = [];
    for (const [at, { kind, n, of, often }] of drawn.entries()) {
      const out = said.filter(({ body }) => body.kind === 'lent' || body.kind === 'given out');
      const meant = out[of % Math.max(1, out.length)]?.id;
      const settles = meant === undefined ? [] : Array.from({ length: often }, () => meant);
      const id = `fact-${String(at).padStart(2, '0')}`;
      const set = kind === 'part supplied later' ? 'rope' : 'box';
      if (kind === 'lent') said.push(move({ kind, set, n, from: store, to: onLoan }, id));
      else if (kind === 'given out') said.push(move({ kind, set, n, from: store, owed: [{ set: 'rope', n }] }, id));
      else said.push(move({ kind, set, n, settles }, id));
    }
    return said;
  });

/** Of one thing that went out, what is left after the answers of these kinds. */
function answered(all: readonly Row[], id: string, n: number, kinds: readonly string[]): number {
  let rest = n;
  for (const each of left(all)) {
    const { kind, settles = [] } = each.body as { kind: string; settles?: string[] };
    if (kinds.includes(kind) && settles.includes(id)) rest -= Number(each.body.n);
  }
  return Math.max(0, rest);
}

test('loans, boxes given out and parts owed are what went out less what answers it, once for each answer', () => {
  fc.assert(
    fc.property(told(goings), (all) => {
      const movements = rowsOf(all, 'movement').map(toMovement);
      const [lent, out, owed] = [loansOut(movements), stillOut(movements), partsOwed(movements)];
      for (const { id, body } of left(all)) {
        const n = Number(body.n);
        if (body.kind === 'lent')
          expect(lent.find(({ move: each }) => each.id === id)?.out ?? 0).toBe(
            answered(all, id, n, ['brought back', 'lost', 'damaged']),
          );
        if (body.kind !== 'given out') continue;
        expect(out.find((each) => each.id === id)?.n ?? 0).toBe(answered(all, id, n, ['returned']));
        const cameBack = answered(all, id, n, ['returned']) < n;
        const lost = answered(all, id, n, ['lost', 'brought back']);
        const supplied = n - answered(all, id, n, ['part supplied later']);
        expect(owed.find(({ move: each }) => each.id === id)?.n ?? 0).toBe(cameBack ? 0 : Math.max(0, lost - supplied));
      }
      const ids = new Set(left(all).map(({ id }) => id));
      expect([...lent, ...owed].every(({ move: each }) => ids.has(each.id))).toBe(true);
      expect(out.every(({ id }) => ids.has(id))).toBe(true);
    }),
  );
});

test('a delivery is due what was ordered less what came and was not taken back', () => {
  const came = fc
    .array(fc.integer({ min: 1, max: 6 }), { maxLength: 5 })
    .map((all) => all.map((n, at) => move({ kind: 'received', n, to: store, delivery: 'order' }, `came-${at}`)));
  fc.assert(
    fc.property(told(came), (all) => {
      const order = { id: 'order', body: { supplier: 'Kit', 'line/box': 10 } };
      const [line] = deliveryState(order, rowsOf(all, 'movement').map(toMovement), '2026-11-22').lines;
      const rest = 10 - sumOf(left(all));
      expect([line?.due, line?.over]).toEqual([Math.max(0, rest), Math.max(0, -rest)]);
    }),
  );
});
