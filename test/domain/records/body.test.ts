import { expect, expectTypeOf, test } from 'vitest';
import type { AgeBand } from '#domain/codes.ts';
import { type BodyOf, type ChangeOf, type RowOf, rowOf, rowsOf } from '#domain/records/body.ts';
import type { SessionStatus } from '#domain/records/entry.ts';
import { isClosed } from '#domain/records/row.ts';
import { create, element, elementsOf, fact, patch } from '#domain/records/say.ts';
import { rowOfType } from './builders.ts';

/** What the compiler makes of the shapes; `npm run types` holds it. */

test('a body is what its shape says: what is needed is there, the rest may be missing or cleared', () => {
  expectTypeOf<BodyOf<'session'>['day']>().toEqualTypeOf<string>();
  expectTypeOf<BodyOf<'session'>['status']>().toEqualTypeOf<SessionStatus>();
  expectTypeOf<BodyOf<'session'>['reasonText']>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<BodyOf<'person'>['ageBand']>().toEqualTypeOf<AgeBand | null | undefined>();
  // A fact never loses what it said.
  expectTypeOf<BodyOf<'movement'>['label']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<BodyOf<'mark'>['replaces']>().toEqualTypeOf<readonly string[]>();
  expectTypeOf<BodyOf<'delivery'>[`line/${string}`]>().toEqualTypeOf<number | null | undefined>();
  expectTypeOf<ChangeOf<'site'>['name']>().toEqualTypeOf<string | undefined>();
  // @ts-expect-error a field that no site has
  expectTypeOf<BodyOf<'site'>['meetingpoint']>().toBeAny();
});

test('what is said is what its shape takes', () => {
  // @ts-expect-error a misspelt field
  create('site', 'one', 'programme', { name: 'Windmill Hill', acess: '' });
  // @ts-expect-error a park without a name
  create('site', 'one', 'programme', { ward: 'Central' });
  // @ts-expect-error a code there is not
  patch('session', 'one', 'partner/p', { weather: 'fog and drizzle' });
  // @ts-expect-error a mark is no register
  patch('mark', 'one', 'partner/p', {});
  const said = fact('note', 'one', 'partner/p/team', { session: 's', day: '2026-11-25', text: 'Fox', at: '' });
  expect(said).toMatchObject({ op: 'fact', type: 'note', body: { text: 'Fox' } });
});

test('what is not said stands in no write', () => {
  const said = patch('session', 'one', 'partner/p', {
    light: undefined,
    minutesLost: null,
    ...element('team', 'vi', true),
  });
  expect(said.body).toEqual({ minutesLost: null, 'team/vi': true });
  expect(elementsOf('line', [['ball', 2]])).toEqual({ 'line/ball': 2 });
});

test('rows are told apart by their type', () => {
  const rows = [
    rowOfType('site', 'hill', { name: 'Hill', status: 'closed' }),
    rowOfType('partner', 'p', { name: 'P' }),
  ];
  expectTypeOf(rowsOf(rows, 'site')).toEqualTypeOf<RowOf<'site'>[]>();
  expect(rowsOf(rows, 'site').map(({ body }) => body.name)).toEqual(['Hill']);
  expect(rowsOf(rows, 'site', 'partner')).toHaveLength(2);
  expect(rows.map((row) => rowOf(row, 'partner')?.id)).toEqual([undefined, 'p']);
  expect(rows.map(isClosed)).toEqual([true, false]);
});
