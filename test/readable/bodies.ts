import fc from 'fast-check';
import * as v from 'valibot';
import { hashOf } from '#domain/records/canonical.ts';
import type { Body } from '#domain/records/entry.ts';
import { problemIn, type RecordType, shapeOf } from '#domain/records/records.ts';
import type { Schemas } from '#domain/records/shapes/shape.ts';
import { addDays } from '#domain/time.ts';

/**
 * Bodies that the server takes in, made from the shapes themselves: whatever a field lets pass is drawn, and what might pass by
 * mistake is offered. A shape that grows or loosens is tried as it is.
 */

/** What a text field is offered; those it lets pass are drawn. */
const textsOn = (today: string): string[] => [
  ...[
    '',
    ' ',
    'x',
    '0',
    '-1',
    'true',
    'null',
    'undefined',
    'NaN',
    'Kayla',
    'O’Brien-Łuczak',
    '=1+1',
    '@cmd',
    '+44',
    '-2',
  ],
  ...['K7RT', 'K7RT-31', 'an-id-of-ours', 'store:nobody', 'on-loan', 'constructor', '__proto__', 'toString'],
  'ab'.repeat(32),
  ...[
    '<script>alert(1)</script>',
    '"; drop',
    '\u0000\u0007',
    '\uD800',
    '\uDFFF\uD83D',
    '\uFFFF',
    '\u202Eevil',
    '👩‍👩‍👧',
    'a\nb\r\nc\td',
  ],
  ...['a'.repeat(64), 'ro', '2014'],
  ...['x'.repeat(60), 'y'.repeat(200), 'ä'.repeat(4000), '\u{1F600}'.repeat(100)],
  ...['Europe/London', 'Asia/Kathmandu', 'Not/AZone', 'UTC', 'europe/london', 'GMT+25', '+14:00'],
  ...[today, addDays(today, -1), addDays(today, 7)],
  ...['0000-01-01', '0001-01-01', '1899-12-31', '1970-01-01', '2024-02-29', '2026-02-31', '2026-13-01', '9999-12-31'],
  ...['00:00', '10:00:00', '2026', '20261125', '2026-W48', '2026-330'],
  ...[
    'T10:00:00.000Z',
    'T23:59:59.999Z',
    'T10:00:00Z',
    'T10:00:00+00',
    'T10:00',
    'T24:00:00.000Z',
    'T23:00:00.000+14:00',
  ].map((time) => `${today}${time}`),
  ...['0000-01-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '2026-02-31T10:00:00.000Z'],
  ...['1970-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z', 'yesterday'],
];

const numbers = [
  0, -0, 1, 2, 3, -1, 7, 10, 23, 24, 99, 100, 1000, -1000, 1440, 1900, 2026, 2100, 99_999, 99_999_999, 0.5, 51.44,
];
const odd: unknown[] = [true, false, null, [], {}, [null], ['an-id-of-ours'], { is: 'running', reopened: 0 }];

/** The parts of a schema that are read here; valibot keeps them in the open. */
type Parts = {
  readonly options?: readonly unknown[];
  readonly entries?: Record<string, v.GenericSchema>;
  readonly item?: v.GenericSchema;
  readonly pipe?: readonly { readonly requirement?: unknown }[];
};

/** Values of a schema, every one of which it lets pass. */
export function passing(schema: v.GenericSchema, today: string): unknown[] {
  const { options = [], entries, item, pipe = [] } = schema as v.GenericSchema & Parts;
  const ends = pipe.flatMap(({ requirement }) =>
    typeof requirement === 'number' ? [requirement, requirement - 1] : [],
  );
  const first = entries && firstOf(entries, today);
  const whole = Object.entries(entries ?? {}).flatMap(([field, each]) =>
    passing(each, today).map((value) => ({ ...first, [field]: value })),
  );
  const listed = item ? passing(item, today).map((value) => [value]) : [];
  const several = item ? [passing(item, today).slice(0, 3)] : [];
  const offered = [...options, ...textsOn(today), ...numbers, ...ends, ...odd, ...whole, ...listed, ...several];
  return offered.filter((value) => v.is(schema, value));
}

const firstOf = (entries: Record<string, v.GenericSchema>, today: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).map(([field, each]) => [field, passing(each, today)[0]]));

type Place = { readonly type: RecordType; readonly op: 'create' | 'fact'; readonly scope: string };

/** What a record names of others, so that it is seen beside them: `{ session: ['…'], set: ['…'] }`. */
export type Links = Readonly<Record<string, readonly unknown[]>>;

const fieldsOf = ({ fields }: { readonly fields: Schemas }, today: string, links: Links): [string, unknown[]][] =>
  Object.entries(fields).map(([field, schema]) => {
    const known = (links[field] ?? []).filter((each) => v.is(schema, each));
    return [field, [...known, ...passing(schema, today)]];
  });

/** The plainest body a type takes, and then one more for each value that one of its fields lets pass. */
export function eachBody(place: Place, today: string, links: Links): Body[] {
  const shape = shapeOf(place.type);
  if (!shape) return [];
  const accepts = (body: Body) => problemIn(place.type, place.op, place.scope, body) === null;
  const fields = fieldsOf(shape, today, links);
  const plain = plainOf(place, fields);
  const elements = Object.entries(shape.sets).flatMap(([set, schema]) =>
    passing(schema, today).flatMap((value) =>
      ['an-id-of-ours', '1:an-id-of-ours', 'x', 'constructor'].map((id) => [`${set}/${id}`, [value]] as const),
    ),
  );
  const cleared = shape.kind === 'register' ? fields.map(([field]) => [field, [null]] as const) : [];
  return [...fields, ...elements, ...cleared]
    .flatMap(([field, values]) => values.map((value) => sealed({ ...plain, [field]: value })))
    .filter(accepts);
}

/** A version of a wording names the hash of its document, whatever stands in it. */
const sealed = (body: Body): Body => ('document' in body ? { ...body, sha256: hashOf(body.document) } : body);

const whatFits: readonly Body[] = [
  {},
  { kind: 'received', to: 'an-id-of-ours' },
  { words: 'A slide' },
  { kind: 'corrects only' },
  { decision: 'withdrawn', toldBy: 'team' },
  { way: 'typed', typedName: 'Kayla' },
  { other: 'another-id-of-ours' },
  { reason: 'Put down wrongly' },
];

function plainOf({ type, op, scope }: Place, fields: readonly [string, unknown[]][]): Body {
  const needs = shapeOf(type)?.needs ?? [];
  const plain = sealed(
    Object.fromEntries(
      fields.flatMap(([field, values]) => (needs.includes(field) ? [[field, likely(field, values)]] : [])),
    ),
  );
  // What no field can say by itself is tried until it fits.
  for (const more of whatFits)
    if (problemIn(type, op, scope, { ...plain, ...more }) === null) return { ...plain, ...more };
  throw new Error(`no body of ${type} is taken in: ${problemIn(type, op, scope, plain)}`);
}

/** Most fields have a first value that says something. */
function likely(field: string, values: readonly unknown[]): unknown {
  if (field === 'replaces') return [];
  return values.find((value) => value === 'Kayla') ?? values.find((value) => value === 1) ?? values[0];
}

/** Bodies with many odd fields at once. */
export function oddBodies(place: Place, today: string, links: Links): fc.Arbitrary<Body> {
  const all = eachBody(place, today, links);
  return fc
    .array(fc.constantFrom(...all), { minLength: 1, maxLength: 8 })
    .map((some) => sealed(Object.assign({}, ...some) as Body)) // of bodies
    .filter((body) => problemIn(place.type, place.op, place.scope, body) === null);
}
