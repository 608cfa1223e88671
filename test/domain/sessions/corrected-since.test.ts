import { expect, test } from 'vitest';
import type { RowOf } from '#domain/records/body.ts';
import { correctedSince } from '#domain/sessions/corrections/since.ts';

/** A file that was made before something in it was put right is found. */

const october = { name: 'october', at: '2026-11-02T09:00:00.000Z', from: '2026-10-01', to: '2026-10-31' };
const november = { name: 'november', at: '2026-11-20T09:00:00.000Z', from: '2026-11-01', to: '2026-11-30' };

const correction = (session: string, day: string, at: string, received?: string): RowOf<'correction'> => ({
  ...{
    id: `of ${session}`,
    type: 'correction',
    scope: 'partner/a/team',
    stamps: {},
    by: 'priya',
    device: 'd',
    at,
    received,
  },
  body: { session, day, reason: 'Put down wrongly', at },
});
const found = (corrections: readonly RowOf<'correction'>[], now: Record<string, string> = {}) =>
  correctedSince(corrections, (session) => now[session], [october, november]).map(({ correction, files }) => [
    correction.body.session,
    files.map(({ name }) => name),
  ]);

test.each([
  ['put right after October’s file was made', '2026-10-08', '2026-11-10T10:00:00.000Z', ['october']],
  ['put right before it was made', '2026-10-08', '2026-10-30T10:00:00.000Z', []],
  ['of a day in no file', '2026-09-08', '2026-11-25T10:00:00.000Z', []],
])('a session %s', (_, day, at, files) => {
  expect(found([correction('s', day, at)])).toEqual(files.length > 0 ? [['s', files]] : []);
});

test('a session moved from one month to another is missed in the files of both', () => {
  const moved = correction('s', '2026-10-31', '2026-11-25T10:00:00.000Z');
  expect(found([moved], { s: '2026-11-01' })).toEqual([['s', ['october', 'november']]]);
});

test('a correction said without signal counts from when it came in', () => {
  const late = correction('s', '2026-10-08', '2026-10-30T10:00:00.000Z', '2026-11-03T10:00:00.000Z');
  expect(found([late])).toEqual([['s', ['october']]]);
});
