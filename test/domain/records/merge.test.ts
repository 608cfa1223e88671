import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SessionState } from '#domain/codes.ts';
import { isLater, type Stamp } from '#domain/records/clock.ts';
import type { Entry, SessionStatus } from '#domain/records/entry.ts';
import { foretold, merged, rankOf, stampOf } from '#domain/records/merge.ts';
import type { Row } from '#domain/records/row.ts';
import { entryOf, shuffled } from './builders.ts';

const status = fc.record({
  is: fc.constantFrom<SessionState>('planned', 'running', 'finished', 'shortened', 'abandoned', 'cancelled'),
  reopened: fc.nat(2),
});
const fields = fc.record(
  {
    site: fc.constantFrom('park', 'field', null),
    weather: fc.constantFrom('dry', 'rain'),
    'team/sam': fc.boolean(),
    status,
  },
  { requiredKeys: [] },
);
/** Clocks from so small a range that two phones often have the same. */
const edits = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fields), { maxLength: 6 })
  .map((all) => all.map(([clock, body], at) => entryOf(`entry-${at}`, clock, body)));
const begun = (id: string, clock = 1): Entry =>
  entryOf(id, clock, { site: 'park', status: { is: 'planned', reopened: 0 } }, 'create');

const applied = (row: Row | undefined, entries: readonly Entry[]): Row | undefined =>
  entries.reduce((all, entry) => entry.writes.reduce((one, write) => foretold(one, write, entry), all), row);

/** What a row says: each field, its value and who wrote it last. Whether `*` stands for some of them is a matter of space. */
const meaning = (row: Row | undefined) =>
  row && Object.fromEntries(Object.keys(row.body).map((field) => [field, [row.body[field], stampOf(row, field)]]));

describe('the one merge', () => {
  test('edits in any order make the same record', () => {
    fc.assert(
      fc.property(shuffled(edits), ([inOrder, otherwise]) => {
        const row = applied(undefined, [begun('entry-born')]);
        expect(meaning(applied(row, otherwise))).toEqual(meaning(applied(row, inOrder)));
      }),
    );
  });

  test('a session that was opened again and goes on has no end, whenever the end made before it arrives', () => {
    const born = begun('entry-born');
    const end = { status: { is: 'finished', reopened: 0 }, actualEnd: '2026-11-25T16:30:00.000Z' };
    const finished = entryOf('entry-1', 2, end);
    const elsewhere = entryOf('entry-2', 3, end);
    const goesOn = entryOf('entry-3', 4, { status: { is: 'running', reopened: 1 }, actualEnd: null });
    for (const order of [
      [finished, elsewhere, goesOn],
      [finished, goesOn, elsewhere],
    ])
      expect(applied(undefined, [born, ...order])?.body).toMatchObject({
        status: { is: 'running', reopened: 1 },
        actualEnd: null,
      });
  });

  test('an edit that comes twice changes nothing the second time', () => {
    fc.assert(
      fc.property(edits, fc.nat(5), (all, which) => {
        const row = applied(applied(undefined, [begun('entry-born')]), all);
        const again = all.slice(which, which + 1);
        expect(applied(row, again)).toBe(row);
      }),
    );
  });

  test('edits laid together first, or one by one, come to the same', () => {
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const row = applied(undefined, [begun('entry-born')]);
        const later = second.map((entry) => ({ ...entry, id: `${entry.id}-later` }));
        const stepwise = applied(applied(row, first), later);
        expect(meaning(stepwise)).toEqual(meaning(applied(row, [...first, ...later])));
        expect(meaning(stepwise)).toEqual(meaning(applied(applied(row, later), first)));
      }),
    );
  });

  test('two phones create the same record: whichever arrives first, the newer of each field stands', () => {
    fc.assert(
      fc.property(fields, fields, fc.nat(3), fc.nat(3), edits, (one, other, clockA, clockB, after) => {
        const a = entryOf('entry-phone-a', clockA, { ...begun('x').writes[0]?.body, ...one }, 'create');
        const b = entryOf('entry-phone-b', clockB, { ...begun('x').writes[0]?.body, ...other }, 'create');
        expect(meaning(applied(undefined, [a, b, ...after]))).toEqual(meaning(applied(undefined, [b, a, ...after])));
      }),
    );
  });

  test('one stamp stands for all fields of a new record, and is dropped once each has its own', () => {
    const row = applied(undefined, [begun('entry-born', 7)]);
    expect(row?.stamps).toEqual({ '*': [7, 'entry-born'] });
    const half = applied(row, [entryOf('entry-two', 9, { site: 'field' })]);
    expect(half?.stamps).toEqual({ '*': [7, 'entry-born'], site: [9, 'entry-two'] });
    const whole = applied(half, [entryOf('entry-six', 9, { status: { is: 'running', reopened: 0 } })]);
    expect(whole?.stamps).toEqual({ site: [9, 'entry-two'], status: [9, 'entry-six'] });
  });

  test('a field written later is not stamped by the record it was added to', () => {
    const row = applied(undefined, [begun('entry-born', 7), entryOf('entry-two', 3, { weather: 'rain' })]);
    expect(row?.body.weather).toBe('rain');
    expect(row && stampOf(row, 'weather')).toEqual([3, 'entry-two']);
  });

  test('what lost is kept for the history, and nothing else is', () => {
    fc.assert(
      fc.property(edits, fc.integer({ min: 1, max: 6 }), fields, (before, clock, body) => {
        const row = applied(applied(undefined, [begun('entry-born')]), before);
        if (!row) throw new Error('a created record is there');
        const stamp: Stamp = [clock, 'entry-new'];
        const after = merged(row, body, stamp);
        for (const field of Object.keys(body)) {
          const known = field in row.body;
          expect(after.lost.filter((each) => each.field === field)).toHaveLength(known ? 1 : 0);
        }
        expect(after.lost.every(({ field }) => field in body)).toBe(true);
      }),
    );
  });
});

describe('the status of a session', () => {
  const order = (value: SessionStatus, stamp: Stamp) => [value.reopened, rankOf(value.is), ...stamp] as const;
  const isAfter = (a: readonly (string | number)[], b: readonly (string | number)[]): boolean => {
    const at = a.findIndex((each, index) => each !== b[index]);
    return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
  };

  test('goes by reopenings, then by how far it got, then by the clock', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(status, fc.integer({ min: 1, max: 6 })), { minLength: 1 }), (said) => {
        const entries = said.map(([value, clock], at) => entryOf(`entry-${at}`, clock, { status: value }));
        const row = applied(undefined, [begun('entry-born'), ...entries]);
        const all = [
          { value: { is: 'planned' as const, reopened: 0 }, stamp: [1, 'entry-born'] as Stamp },
          ...said.map(([value, clock], at) => ({ value, stamp: [clock, `entry-${at}`] as Stamp })),
        ];
        const last = all.reduce((top, each) =>
          isAfter(order(each.value, each.stamp), order(top.value, top.stamp)) ? each : top,
        );
        expect(row?.body.status).toEqual(last.value);
      }),
    );
  });

  test.each([
    ['finished at 16:30 stands when running of 16:50 arrives', 'finished', 1630, 'running', 1650, 'finished'],
    ['the later of two endings stands', 'finished', 1630, 'abandoned', 1650, 'abandoned'],
    ['a cancelled session is not planned again by an old phone', 'cancelled', 1000, 'planned', 1100, 'cancelled'],
  ])('%s', (_, first, firstClock, second, secondClock, expected) => {
    const row = applied(undefined, [
      begun('entry-born'),
      entryOf('entry-one', firstClock, { status: { is: first, reopened: 0 } }),
      entryOf('entry-two', secondClock, { status: { is: second, reopened: 0 } }),
    ]);
    expect(row?.body.status).toEqual({ is: expected, reopened: 0 });
  });

  test('reopening outranks an ending that a faster clock wrote', () => {
    const row = applied(undefined, [
      begun('entry-born'),
      entryOf('entry-end', 9000, { status: { is: 'finished', reopened: 0 } }),
      entryOf('entry-again', 100, { status: { is: 'running', reopened: 1 } }),
    ]);
    expect(row?.body.status).toEqual({ is: 'running', reopened: 1 });
  });
});

test('no two stamps of different entries are equal: one is later', () => {
  const stamp = fc.tuple(fc.nat(3), fc.constantFrom('entry-a', 'entry-b'));
  fc.assert(
    fc.property(stamp, stamp, (a, b) => {
      const same = a[0] === b[0] && a[1] === b[1];
      expect([isLater(a, b), isLater(b, a)].filter(Boolean)).toHaveLength(same ? 0 : 1);
    }),
  );
});
