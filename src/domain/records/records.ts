import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { consentShapes } from '#domain/records/shapes/consent.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { peopleShapes } from '#domain/records/shapes/people.ts';
import { sessionShapes } from '#domain/records/shapes/session.ts';
import { setUpShapes } from '#domain/records/shapes/set-up.ts';
import type { Schemas, Shape } from '#domain/records/shapes/shape.ts';
import { stockShapes } from '#domain/records/shapes/stock.ts';
import { voiceShapes } from '#domain/records/shapes/voice.ts';
import { wordingShapes } from '#domain/records/shapes/wording.ts';
import type { SetUpType } from './body.ts';
import type { Body } from './entry.ts';
import { kindOf } from './scopes.ts';

/**
 * The record types and the shape of each. A *fact* is appended once and never changes; a *register* is a flat record whose
 * fields merge one by one. A set inside a register is one boolean field per element, `activity/<id>: true`, so that
 * two phones that add different elements both keep theirs.
 */

/** Every record type there is, by the name it has on the wire. */
export const shapes = {
  ...setUpShapes,
  ...sessionShapes,
  ...peopleShapes,
  ...consentShapes,
  ...stockShapes,
  ...wordingShapes,
  ...voiceShapes,
} satisfies Record<string, Shape>;

export type RecordType = keyof typeof shapes;
export const recordTypes = Object.keys(shapes) as RecordType[]; // the keys of a constant are its own type
/** Those of the set-up: what phones choose from, and a desk that keeps nothing reads whole. */
export const setUpTypes = recordTypes.filter((type): type is SetUpType => shapes[type].scope === 'programme');
/** Whether this version knows a type; a newer one may know more. */
export const isRecordType = (type: string): type is RecordType => Object.hasOwn(shapes, type);

/** The shape of a type, or nothing for a type this version does not know. */
export function shapeOf(type: string): Shape | undefined {
  return Object.hasOwn(shapes, type) ? (shapes as Record<string, Shape>)[type] : undefined;
}

/** What is wrong with a body, in words a person can act on, or null: `n: not a whole number`. */
export function problemIn(type: string, op: string, scope: string, body: Body): string | null {
  const shape = shapeOf(type);
  if (!shape) return `unknown type ${type}`;
  if ((op === 'fact') !== (shape.kind === 'fact')) return `${type} is not written by ${op}`;
  if (kindOf(scope) !== shape.scope) return `scope: ${type} does not live in ${scope}`;
  if (op !== 'patch') {
    const missing = shape.needs.find((field) => body[field] === undefined || body[field] === null);
    if (missing) return `${missing}: missing`;
  }
  for (const [field, value] of Object.entries(body)) {
    const wrong = problemInField(shape, field, value);
    if (wrong) return `${field}: ${wrong}`;
  }
  return shape.whole?.(body) ?? null;
}

/**
 * What is wrong with a new record's id, or null. One that can be foretold belongs to one type: else whoever is first to use it
 * shuts the right record out. *Why: a tally under a session's `debrief:` id, and its team never had a debrief.*
 */
export function problemInId(type: string, op: string, id: string, body: Body): string | null {
  const made = shapeOf(type)?.madeFrom;
  const isMade = made !== undefined && id === `${made.prefix}:${body[made.field]}`;
  if (op !== 'patch') return isMade || !(made?.always || id.includes(':') || id === onLoan) ? null : 'id: not its own';
  const parts = made !== undefined && id.startsWith(`${made.prefix}:`) && body[made.field] !== undefined && !isMade;
  return parts ? `${made.field}: not the one its id names` : null;
}

/** The most a register holds, in bytes as JSON, and elements of one of its sets where its shape does not say. */
const mostBytes = 64 * 1024;
const mostElements = 200;

/**
 * What is too much in a register as it would be stored, or null. One that is larger already may be changed, but not grow.
 * *Why: every phone pulls it whole, and every edit writes it whole.*
 */
export function problemInSize(type: string, body: Body, before: Body = {}): string | null {
  const shape = shapeOf(type);
  for (const set of Object.keys(shape?.sets ?? {})) {
    const most = shape?.mostElements?.[set] ?? mostElements;
    const n = countIn(body, set);
    if (n > most && n > countIn(before, set)) return `${set}: more than ${most}`;
  }
  const bytes = bytesOf(body);
  return bytes > mostBytes && bytes > bytesOf(before) ? 'more than 64 KB' : null;
}

const countIn = (body: Body, set: string): number =>
  Object.keys(body).filter((field) => field.startsWith(`${set}/`)).length;

function bytesOf(body: Body): number {
  const json = JSON.stringify(body);
  return json.length * 3 <= mostBytes ? json.length : utf8ToBytes(json).length; // a unit is at most three bytes
}

/** What is wrong with the second place a write names, or null. Only a transfer has one, and it is another partner's. */
export function problemInSecondScope(type: string, scope: string, alsoScope: string | undefined): string | null {
  if (!shapeOf(type)?.twoPartners) return alsoScope === undefined ? null : 'only a transfer goes to two places';
  if (alsoScope === undefined) return 'names nobody who gets it';
  return kindOf(alsoScope) === 'partner' && alsoScope !== scope ? null : 'goes from one partner to another';
}

function problemInField(shape: Shape, field: string, value: unknown): string | null {
  if (value === null) return shape.kind === 'fact' || shape.needs.includes(field) ? 'missing' : null;
  const [prefix = '', element, ...more] = field.split('/');
  const isElement = element !== undefined && more.length === 0 && /^[a-z0-9:_-]{1,80}$/i.test(element);
  const schema = isElement ? own(shape.sets, prefix) : own(shape.fields, field);
  if (!schema) return 'unknown field';
  const parsed = v.safeParse(schema, value);
  return parsed.success ? null : (parsed.issues[0]?.message ?? 'not valid');
}

const own = (fields: Schemas, key: string) => (Object.hasOwn(fields, key) ? fields[key] : undefined);
