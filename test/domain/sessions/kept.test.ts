import { expect, test } from 'vitest';
import type { RowOf } from '#domain/records/body.ts';
import type { Saying } from '#domain/records/say.ts';
import { takingBack } from '#domain/sessions/kept/acts.ts';
import { foldRegister, toMark, toTally } from '#domain/sessions/register.ts';

/** Undoing what was taken in leaves every figure as it was before. */

const row = { scope: 'partner/a', stamps: {}, by: 'dele', device: 'd', at: '2026-11-22T12:00:00.000Z' };
const day = '2026-11-22';
const session: RowOf<'session'> = {
  ...{ ...row, id: 's', type: 'session' },
  body: { site: 'windmill', day, status: { is: 'running', reopened: 0 } },
};
const mark = (id: string, minute: string, more: Partial<RowOf<'mark'>['body']> = {}): RowOf<'mark'> => ({
  ...{ ...row, id, type: 'mark' },
  body: { session: 's', person: 'amira', day, state: 'here', at: `${day}T12:${minute}:00.000Z`, replaces: [], ...more },
});
const tally = (id: string, n: number): RowOf<'tally'> => ({
  ...{ ...row, id, type: 'tally' },
  body: { session: 's', day, ageBand: '10-12', n, at: `${day}T12:00:00.000Z` },
});

const among = { ageBand: '10-12', gender: 'NK', newness: 'not known' } as const;

const totalOf = (marks: readonly RowOf<'mark'>[], tallies: readonly RowOf<'tally'>[]) =>
  foldRegister(marks.map(toMark), tallies.map(toTally), () => '10-12').all.total;

function undo(marks: readonly RowOf<'mark'>[], tallies: readonly RowOf<'tally'>[], taken: string): Saying[] {
  const ids = ['new-1', 'new-2'];
  return takingBack({
    ...{ session, marks, tallies, entries: [], before: {}, nowMs: Date.parse(`${day}T18:00:00.000Z`) },
    writes: [{ id: taken }],
    newId: () => ids.shift() ?? '',
  });
}

test('somebody who had been counted before they were named is still counted once', () => {
  const before = [mark('1', '05', { alreadyCounted: among })];
  const counted = [tally('t', 1)];
  expect(totalOf(before, counted)).toBe(1);
  const marks = [...before, mark('2', '40', { state: 'left', replaces: ['1'] })];
  const said = undo(marks, counted, '2').map(
    ({ id, body }): RowOf<'mark'> => ({ ...mark(id, '50', body), by: 'priya' }),
  );
  expect(said.map(({ body }) => body.alreadyCounted)).toEqual([among]);
  expect(totalOf([...marks, ...said], counted)).toBe(1);
});

test('a count of nobody is taken back as nobody', () => {
  const [said] = undo([], [tally('t', 0)], 't');
  expect(Object.is(said?.body.n, 0)).toBe(true);
});

test('a count that was taken back is counted again, once', () => {
  const back: RowOf<'tally'> = { ...tally('back', -3), body: { ...tally('back', -3).body, undoes: 't' } };
  const said = undo([], [tally('t', 3), back], 'back');
  expect(said.map(({ body }) => [body.n, body.undoes])).toEqual([[3, undefined]]);
});
