import { describe, expect, test } from 'vitest';
import { eachOnce, sameIn } from '#domain/people/alias.ts';
import { rowsOf } from '#domain/records/body.ts';
import { personLines } from '#domain/sessions/attendance-line.ts';
import { knownIn } from '#domain/sessions/known.ts';
import { registerOf, type SessionRecords, sessionLine } from '#domain/sessions/session-line.ts';
import { boxReport } from '#domain/stock/given.ts';
import { toMovement, toOnePeople } from '#domain/stock/stock.ts';
import { rowOfType } from '#test/domain/records/builders.ts';
import { move, store } from '#test/domain/stock/builders.ts';

/** Somebody who was given two badges is one person in every figure; said to be two after all, each has what was theirs. */

const scope = 'partner/p1';
const at = '2026-11-22T14:00:00.000Z';
const badge = (id: string, body: Record<string, unknown>) => rowOfType('person', id, body, { scope });
const people = [
  badge('b2', { knownAs: 'Mira', initial: 'K', leaf: 4, ageBand: '10-12', ageBandOn: '2026-11-01', gender: 'F' }),
  badge('b1', { knownAs: 'Amira', leaf: 1, status: 'closed' }),
  badge('b3', { knownAs: 'Ben', leaf: 2 }),
];
const alias = (id: string, is: string, replaces: readonly string[] = []) =>
  rowOfType('alias', id, { of: 'person', one: 'b2', other: 'b1', is, at, replaces }, { scope });
const asOne = [alias('a1', 'same')];
const asTwo = [...asOne, alias('a2', 'open', ['a1'])];

test('everybody is listed once, under the older badge, with what both say', () => {
  const found = eachOnce(people, sameIn(asOne, 'person'));
  expect(found.map(({ id }) => id).sort()).toEqual(['b1', 'b3']);
  expect(found.find(({ id }) => id === 'b1')?.body).toMatchObject({
    ...{ knownAs: 'Amira', leaf: 1, initial: 'K', gender: 'F', ageBand: '10-12', status: 'active' },
  });
  expect(eachOnce(people, sameIn(asTwo, 'person'))).toEqual(people);
});

test('of somebody whose older badge has not arrived, the newer one stands for both', () => {
  const [mira] = eachOnce(people.slice(0, 1), sameIn(asOne, 'person'));
  expect([mira?.id, mira?.body.knownAs]).toEqual(['b1', 'Mira']);
});

describe('a session that both badges were marked at', () => {
  const mark = (id: string, person: string, state: string, minute: string) => {
    const body = { session: 's1', person, state, at: `2026-11-22T14:${minute}:00.000Z`, replaces: [] };
    return rowOfType('mark', id, body, { scope });
  };
  const records: SessionRecords = {
    session: rowOfType('session', 's1', { day: '2026-11-22', site: 'hill' }, { scope }),
    marks: [mark('m1', 'b1', 'here', '05'), mark('m2', 'b2', 'here', '20'), mark('m3', 'b3', 'here', '10')],
    tallies: [],
  };

  test('counts one who came at the first of them', () => {
    const known = knownIn([], [], people, asOne);
    expect(sessionLine(records, known)).toMatchObject({ named: 2, attendances: 2 });
    expect(registerOf(records, known).bands['10-12'].named).toBe(1);
    expect(
      personLines(records, known).map(({ person, name, arrived }) => [person, name, arrived.slice(14, 16)]),
    ).toEqual([
      ['b1', 'Amira K', '05'],
      ['b3', 'Ben', '10'],
    ]);
  });

  test('and two once it was taken back', () => {
    expect(sessionLine(records, knownIn([], [], people, asTwo))).toMatchObject({ named: 3 });
  });

  test('what is said of the person now names the marks of both, and leaves each their own once they are two', () => {
    const left = rowOfType(
      'mark',
      'm4',
      { session: 's1', person: 'b1', state: 'left', at: '2026-11-22T15:00:00.000Z', replaces: ['m1', 'm2'] },
      { scope },
    );
    const after = { ...records, marks: [...records.marks, left] };
    expect(registerOf(after, knownIn([], [], people, asOne))).toMatchObject({ hereNow: 1, left: 1 });
    expect(registerOf(after, knownIn([], [], people, asTwo))).toMatchObject({ hereNow: 2, left: 1 });
  });
});

test('boxes to both badges went to one person', () => {
  const given = (person: readonly string[], id: string) =>
    move({ kind: 'given out', from: store, set: 'small', for: person, day: '2026-06-01', at }, id);
  const rows = rowsOf(
    [given(['north-b1'], 'g1'), given(['north-b2'], 'g2'), given(['north-b1', 'north-b2'], 'g3')],
    'movement',
  );
  const home = rows[0]?.scope ?? '';
  const said = { of: 'person', one: 'north-b1', other: 'north-b2', is: 'same', at, replaces: [] };
  const same = sameIn([rowOfType('alias', 'a1', said, { scope: home })], 'person');
  const all = { sets: [{ id: 'small', body: { name: 'Under-10s set', kind: 'U10' } }], targets: [] } as const;
  const around = { ...all, partners: [], from: '2026-01-01', to: '2026-12-31' };
  const count = (movements: ReturnType<typeof toMovement>[]) => {
    const { people: n, families, named } = boxReport({ ...around, movements }).all;
    return { n, families, named };
  };
  expect(count(rows.map((row) => toOnePeople(toMovement(row), same)))).toEqual({ n: 1, families: 0, named: 3 });
  expect(count(rows.map(toMovement))).toEqual({ n: 2, families: 1, named: 3 });
});
