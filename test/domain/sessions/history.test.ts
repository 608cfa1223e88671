import { expect, test } from 'vitest';
import { historyOf } from '#domain/sessions/history.ts';

/** The history of a session says who, when and what, also of what was undone and put right. */

const row = { scope: 'partner/a', stamps: {}, device: 'd', at: '2026-11-22T12:00:00.000Z' };
const mark = (
  id: string,
  state: 'here' | 'left' | 'removed',
  minute: string,
  replaces: string[] = [],
  by = 'dele',
) => ({
  ...{ ...row, id, by, type: 'mark' as const },
  body: { session: 's', person: 'amira', day: '2026-11-22', state, at: `2026-11-22T12:${minute}:00.000Z`, replaces },
});
const tally = (id: string, n: number, undoes?: string) => ({
  ...{ ...row, id, by: 'marta', type: 'tally' as const },
  body: {
    ...{ session: 's', day: '2026-11-22', ageBand: '10-12' as const, n, at: '2026-11-22T12:30:00.000Z' },
    ...(undoes !== undefined && { undoes }),
  },
});
const session = {
  ...{ ...row, id: 's', by: 'dele', type: 'session' as const },
  stamps: { '*': [1, 'e1'], status: [9, 'e3'], weather: [5, 'e2'] } as const,
  body: {
    ...{ site: 'windmill', day: '2026-11-22', weather: 'rain' as const },
    status: { is: 'running' as const, reopened: 1 },
  },
};
const saved: Record<string, { by: string; at: string }> = {
  e2: { by: 'marta', at: '2026-11-22T13:00:00.000Z' },
  e3: { by: 'priya', at: '2026-11-22T18:00:00.000Z' },
};
const old = [
  { row: 's', field: 'weather', value: 'dry', clock: 1, entry: 'e1' },
  { row: 's', field: 'status', value: { is: 'finished', reopened: 0 }, clock: 1, entry: 'e1' },
];
const history = (marks: ReturnType<typeof mark>[] = [], tallies: ReturnType<typeof tally>[] = []) =>
  historyOf({
    ...{ session, marks, tallies, notes: [], corrections: [], people: [], correctionOf: () => undefined },
    ...{ old, savedBy: (entry) => saved[entry] },
  });

test('whoever was taken off again is undone, and taking off says who did it', () => {
  const said = history([mark('1', 'here', '05'), mark('2', 'removed', '06', ['1'], 'marta')]).filter(
    ({ mark }) => mark,
  );
  expect(said.map(({ id, by, undone }) => [id, by, undone])).toEqual([
    ['1', 'dele', true],
    ['2', 'marta', false],
  ]);
});

test('leaving undoes no coming, and coming back undoes the leaving', () => {
  const said = history([mark('1', 'here', '05'), mark('2', 'left', '20', ['1']), mark('3', 'here', '21', ['2'])]);
  const marks = said.filter(({ mark }) => mark);
  expect(marks.map(({ undone }) => undone)).toEqual([false, true, false]);
  expect(marks[2]?.mark?.again).toBe(true);
});

test('here, left and here again, all before any was sent, reads the same: each takes the place of the one before it', () => {
  const said = history([mark('1', 'here', '05'), mark('2', 'left', '20', ['1']), mark('3', 'here', '21', ['2', '1'])]);
  const marks = said.filter(({ mark }) => mark);
  expect(marks.map(({ undone }) => undone)).toEqual([false, true, false]);
  expect(marks[2]?.mark).toMatchObject({ again: true });
  expect(marks[2]?.mark?.was).toBeUndefined();
});

test('a mark that was put right says what it said before', () => {
  const said = history([mark('1', 'here', '01'), mark('2', 'here', '05', ['1'])]).filter(({ mark }) => mark);
  expect(said[0]?.undone).toBe(true);
  expect(said[1]?.mark?.was).toMatchObject({ at: '2026-11-22T12:01:00.000Z', level: 'joined_in' });
});

test('a count that was taken back is undone, and stays in the history', () => {
  const said = history([], [tally('1', 3), tally('2', -3, '1')]).filter(({ tally }) => tally);
  expect(said.map(({ undone, tally }) => [tally?.n, undone])).toEqual([
    [3, true],
    [-3, false],
  ]);
});

test('every change of the session says who, when, and what stood there before', () => {
  const changes = history().filter(({ changes }) => changes);
  expect(changes.map(({ id, by }) => [id, by])).toEqual([
    ['e1', 'dele'],
    ['e2', 'marta'],
    ['e3', 'priya'],
  ]);
  expect(changes[1]?.changes).toEqual([{ field: 'weather', before: 'dry', after: 'rain' }]);
  expect(changes[2]?.changes).toMatchObject([{ field: 'status', before: { is: 'finished' }, after: { reopened: 1 } }]);
});
