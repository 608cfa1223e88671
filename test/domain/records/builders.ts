import fc from 'fast-check';
import type { BodyOf, RowOf } from '#domain/records/body.ts';
import type { Body, Entry, Write } from '#domain/records/entry.ts';
import type { RecordType } from '#domain/records/records.ts';
import type { Row } from '#domain/records/row.ts';
import type { Mark, Tally } from '#domain/sessions/register.ts';

/** Small records for the tests of the domain. Whatever a test does not speak of has one plain value. */

export const scope = 'partner/gravesend';
export const at = '2026-11-22T14:00:00.000Z';

/** An entry of one write to the session everybody in these tests writes to. */
export function entryOf(id: string, clock: number, body: Write['body'], op: Write['op'] = 'patch'): Entry {
  const write: Write = { op, type: 'session', id: 'session-one', scope, body };
  return { id, by: 'member-one', device: 'phone-one', clock, at, schema: 1, writes: [write] };
}

export const markOf = (id: string, over: Partial<Mark> = {}): Mark => ({
  id,
  person: 'kayla',
  state: 'here',
  level: 'joined_in',
  at,
  by: 'member-one',
  replaces: [],
  ...over,
});

export const tallyOf = (id: string, over: Partial<Tally> = {}): Tally => ({
  id,
  ageBand: '10-12',
  gender: 'NK',
  newness: 'not known',
  level: 'joined_in',
  quality: 'exact',
  n: 1,
  at,
  by: 'member-one',
  ...over,
});

/** A list with one order it might arrive in. */
export const shuffled = <T>(items: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> =>
  items.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );

/** A row of a type, of which a test says only what it speaks of; or what an older app left in it. */
export const rowOfType = <T extends RecordType>(type: T, id: string, body: Body, more: Partial<Row> = {}): RowOf<T> =>
  ({
    ...{ id, type, scope, body, stamps: {}, by: 'member-one', device: 'phone-one', at },
    ...more,
  }) as unknown as RowOf<T>; // a test may leave out what it is not about

/** The same of a set that is only known by what a test says of it. */
export const bodyLike = <T extends RecordType>(_type: T, body: Body): BodyOf<T> => body as BodyOf<T>; // as above
