import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samePerson, takeApart, twoPeople } from '#domain/people/acts.ts';
import { sameIn, toReplaceOf } from '#domain/people/alias.ts';
import type { RowOf } from '#domain/records/body.ts';
import { rowOfType, shuffled } from '#test/domain/records/builders.ts';

/** Who is who: the same facts come to the same groups everywhere. */

const scope = 'partner/p1';
type Said = RowOf<'alias'>['body'];
const aliasOf = (id: string, one: string, other: string, is: Said['is'], replaces: readonly string[] = []) =>
  rowOfType('alias', id, { of: 'person', one, other, is, at: '2026-11-22T14:00:00.000Z', replaces }, { scope });

const ids = ['a', 'b', 'c', 'd', 'e'];
/** Facts as coordinators make them, each naming some of those of its pair that were there before it. */
const facts = fc
  .array(
    fc.record({
      pair: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 }),
      is: fc.constantFrom('same', 'different', 'open'),
      saw: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    }),
    { maxLength: 12 },
  )
  .map((drawn) => {
    const made: RowOf<'alias'>[] = [];
    for (const [n, { pair, is, saw }] of drawn.entries()) {
      const [one = '', other = ''] = pair;
      const seen = made.filter((_, at) => saw[at]);
      made.push(aliasOf(`f${n}`, one, other, is as Said['is'], toReplaceOf(seen, one, other))); // one of the three above
    }
    return made;
  });

describe('who is who', () => {
  test('comes out alike in whatever order and however often the facts came', () => {
    fc.assert(
      fc.property(shuffled(facts.map((all) => [...all, ...all])), ([all, other]) => {
        const [one, again] = [sameIn(all.slice(0, all.length / 2), 'person')(scope), sameIn(other, 'person')(scope)];
        for (const id of ids) expect(again.allOf(id)).toEqual(one.allOf(id));
        for (const a of ids) for (const b of ids) expect(again.areTwo(a, b)).toBe(one.areTwo(a, b));
      }),
    );
  });

  test('everybody is in one group, and one id stands for all of it', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const { allOf, headOf } = sameIn(all, 'person')(scope);
        for (const id of ids) {
          expect(allOf(id)).toContain(id);
          for (const each of allOf(id)) expect(headOf(each)).toBe(headOf(id));
        }
        expect(ids.flatMap((id) => (headOf(id) === id ? allOf(id) : [])).sort()).toEqual(ids);
      }),
    );
  });

  test('two people said to be one, by way of a third, are one', () => {
    const { headOf, allOf } = sameIn([aliasOf('1', 'c', 'b', 'same'), aliasOf('2', 'a', 'b', 'same')], 'person')(scope);
    expect(headOf('c')).toBe('a');
    expect(allOf('c')).toEqual(['a', 'b', 'c']);
  });

  test('taken back, each is who they were', () => {
    const said = aliasOf('1', 'a', 'b', 'same');
    const { allOf, areTwo } = sameIn([said, aliasOf('2', 'b', 'a', 'open', ['1'])], 'person')(scope);
    expect(allOf('a')).toEqual(['a']);
    expect(areTwo('a', 'b')).toBe(false);
  });

  test('two coordinators who did not know of each other and differ leave it open', () => {
    const { allOf, areTwo } = sameIn(
      [aliasOf('1', 'a', 'b', 'same'), aliasOf('2', 'b', 'a', 'different')],
      'person',
    )(scope);
    expect(allOf('a')).toEqual(['a']);
    expect(areTwo('a', 'b')).toBe(false);
  });

  test('of two who are two, neither is offered as any record of the other', () => {
    const said = [aliasOf('1', 'a', 'b', 'different'), aliasOf('2', 'b', 'c', 'same')];
    expect(sameIn(said, 'person')(scope).areTwo('c', 'a')).toBe(true);
  });

  test('what is said of a pair ends nothing of another pair', () => {
    const said = [aliasOf('1', 'a', 'b', 'same'), aliasOf('2', 'c', 'd', 'same', ['1'])];
    expect(sameIn(said, 'person')(scope).headOf('b')).toBe('a');
  });

  test('what another partner says, or says of guardians, does not count', () => {
    const said = aliasOf('1', 'a', 'b', 'same');
    expect(sameIn([said], 'person')('partner/p2').headOf('b')).toBe('b');
    expect(sameIn([said], 'guardian')(scope).headOf('b')).toBe('b');
    expect(sameIn([said], 'person')('partner/p1/private').headOf('b')).toBe('a');
  });
});

test('a later word on a pair replaces what is in force of it and nothing else', () => {
  const known = [aliasOf('1', 'a', 'b', 'same'), aliasOf('2', 'b', 'a', 'open', ['1']), aliasOf('3', 'c', 'b', 'same')];
  const minted = { id: '4', at: '2026-11-22T15:00:00.000Z' };
  const pair = [
    { id: 'a', scope },
    { id: 'b', scope },
  ] as const;
  expect(samePerson('person', pair, known, minted)).toMatchObject({ type: 'alias', scope, body: { replaces: ['2'] } });
  expect(twoPeople('person', pair, known, minted).body.is).toBe('different');
});

test('a record is taken out of a person by whichever of their records it was joined', () => {
  const known = [aliasOf('1', 'a', 'b', 'same'), aliasOf('2', 'b', 'c', 'same'), aliasOf('3', 'c', 'd', 'different')];
  let n = 3;
  const minted = () => ({ id: String(++n), at: '2026-11-22T15:00:00.000Z' });
  const said = takeApart('person', { id: 'c', scope }, known, minted);
  const all = [...known, ...said.map(({ id, body }) => rowOfType('alias', id, body, { scope }))] as RowOf<'alias'>[];
  const { allOf, areTwo } = sameIn(all, 'person')(scope);
  expect([allOf('a'), allOf('c'), areTwo('c', 'd')]).toEqual([['a', 'b'], ['c'], true]);
});
