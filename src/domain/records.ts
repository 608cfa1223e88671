import * as v from 'valibot';
import {
  ageBands,
  codesOf,
  genders,
  levels,
  lights,
  markStates,
  newnesses,
  qualities,
  reasons,
  sessionStates,
  tallyBands,
  weathers,
  workTypes,
} from './codes.ts';
import type { Body } from './entry.ts';
import { kindOf } from './scopes.ts';

/**
 * The record types and the shape of each. A *fact* is appended once and never changes; a *register* is a flat record whose
 * fields merge one by one. A set inside a register is one boolean field per element, `activity/<id>: true`, so that
 * two phones that add different elements both keep theirs.
 */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80), v.regex(/^[a-z0-9:_-]+$/i, 'not an id'));
const instant = v.pipe(v.string(), v.isoTimestamp('not an instant'));
const day = v.pipe(v.string(), v.isoDate('not a day'));
const line = v.pipe(v.string(), v.maxLength(200, 'longer than 200 characters'));
const named = v.pipe(line, v.trim(), v.minLength(1, 'empty'));
const text = v.pipe(v.string(), v.maxLength(4000, 'longer than 4,000 characters'));
const whole = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
const truth = v.boolean();
const ids = v.pipe(v.array(id), v.maxLength(200));

export const statusSchema = v.strictObject({ is: v.picklist(codesOf(sessionStates)), reopened: whole(0, 1000) });

type Fields = Record<string, v.GenericSchema>;
type Kind = 'register' | 'fact';

/** How a type is kept: its fields, which of them a create must bring, element sets, and where it lives. */
export type Shape = {
  readonly kind: Kind;
  /** The kind of scope it lives in, as `kindOf` names it. */
  readonly scope: 'programme' | 'partner' | 'team';
  readonly fields: Fields;
  readonly needs: readonly string[];
  /** Element sets: prefix → schema of the element's value. */
  readonly sets: Fields;
  /** Made by the server alone; a phone that pushes one is refused. */
  readonly serverOnly?: boolean;
};

const status = v.picklist(['active', 'closed']);

const shapes = {
  programme: {
    kind: 'register',
    scope: 'programme',
    needs: ['name'],
    sets: {},
    fields: {
      name: named,
      safeguardingName: line,
      safeguardingPhone: line,
      askGender: truth,
      askNewness: truth,
    },
  },
  partner: { kind: 'register', scope: 'programme', needs: ['name'], sets: {}, fields: { name: named, status } },
  site: {
    kind: 'register',
    scope: 'programme',
    needs: ['name'],
    sets: {},
    fields: {
      name: named,
      ward: line,
      lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
      lon: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
      timeZone: line,
      meetingPoint: line,
      access: text,
      status,
    },
  },
  activity: {
    kind: 'register',
    scope: 'programme',
    needs: ['name'],
    sets: {},
    fields: { name: named, contactSport: truth, status },
  },
  member: {
    kind: 'register',
    scope: 'programme',
    needs: ['name'],
    serverOnly: true,
    sets: { role: truth },
    fields: { name: named, status, vetted: truth, firstAider: truth },
  },
  session: {
    kind: 'register',
    scope: 'partner',
    needs: ['site', 'day', 'status'],
    sets: {
      activity: truth,
      team: truth,
      firstAider: truth,
      delivering: truth,
      disruption: truth,
      check: v.picklist(['yes', 'no', 'na']),
    },
    fields: {
      site: id,
      day,
      workType: v.picklist(codesOf(workTypes)),
      plannedStart: instant,
      plannedEnd: instant,
      actualStart: instant,
      actualEnd: instant,
      status: statusSchema,
      series: id,
      reason: v.picklist(codesOf(reasons)),
      reasonText: line,
      reopenedBecause: line,
      movedTo: id,
      weather: v.picklist(codesOf(weathers)),
      light: v.picklist(codesOf(lights)),
      minutesLost: whole(0, 1440),
      parentsPresent: whole(0, 1000),
      parentsTakingPart: whole(0, 1000),
      everyoneOffSite: truth,
      noIncidents: truth,
      noConcerns: truth,
      fromPaper: truth,
      paperReference: line,
      fewAdultsBecause: line,
    },
  },
  person: {
    kind: 'register',
    scope: 'partner',
    needs: ['knownAs', 'leaf', 'colour'],
    sets: { site: truth },
    fields: {
      knownAs: v.pipe(named, v.maxLength(60)),
      initial: v.pipe(v.string(), v.maxLength(2)),
      leaf: whole(0, 23),
      colour: whole(0, 5),
      ageBand: v.picklist(codesOf(ageBands)),
      ageBandOn: day,
      yearOfBirth: whole(1900, 2100),
      gender: v.picklist(codesOf(genders)),
      status,
    },
  },
  debrief: {
    kind: 'register',
    scope: 'team',
    needs: ['session'],
    sets: { doneBy: truth },
    fields: {
      session: id,
      day,
      wentWell: text,
      different: text,
      needsRaised: text,
      followUps: text,
      mood: whole(1, 5),
    },
  },
  mark: {
    kind: 'fact',
    scope: 'partner',
    needs: ['session', 'person', 'day', 'state', 'at', 'replaces'],
    sets: {},
    fields: {
      session: id,
      person: id,
      day,
      state: v.picklist(markStates),
      level: v.picklist(codesOf(levels)),
      at: instant,
      replaces: ids,
      alreadyCounted: v.strictObject({
        ageBand: v.picklist(codesOf(tallyBands)),
        gender: v.picklist(codesOf(genders)),
        newness: v.picklist(codesOf(newnesses)),
      }),
    },
  },
  tally: {
    kind: 'fact',
    scope: 'partner',
    needs: ['session', 'day', 'ageBand', 'n', 'at'],
    sets: {},
    fields: {
      session: id,
      day,
      ageBand: v.picklist(codesOf(tallyBands)),
      gender: v.picklist(codesOf(genders)),
      newness: v.picklist(codesOf(newnesses)),
      level: v.picklist(codesOf(levels)),
      quality: v.picklist(codesOf(qualities)),
      /** The tally this one takes back, so that it is taken back once. */
      undoes: id,
      n: v.pipe(v.number(), v.integer('not a whole number'), v.minValue(-1000), v.maxValue(1000)),
      at: instant,
    },
  },
  note: {
    kind: 'fact',
    scope: 'team',
    needs: ['session', 'day', 'text', 'at'],
    sets: {},
    fields: { session: id, day, text: v.pipe(text, v.trim(), v.minLength(1, 'empty')), at: instant },
  },
} satisfies Record<string, Shape>;

export type RecordType = keyof typeof shapes;
export const recordTypes = Object.keys(shapes) as RecordType[]; // the keys of a constant are its own type

/** The shape of a type, or nothing for a type this version does not know. */
export function shapeOf(type: string): Shape | undefined {
  return Object.hasOwn(shapes, type) ? (shapes as Record<string, Shape>)[type] : undefined;
}

/** What is wrong with a body, in words a person can act on, or null: `n: not a whole number`. */
export function problemIn(type: string, op: string, scope: string, body: Body): string | null {
  const shape = shapeOf(type);
  if (!shape) return `unknown type ${type}`;
  if ((op === 'fact') !== (shape.kind === 'fact')) return `${type} is not written by ${op}`;
  if (kindOf(scope) !== shape.scope) return `${type} does not live in ${scope}`;
  if (op !== 'patch') {
    const missing = shape.needs.find((field) => body[field] === undefined || body[field] === null);
    if (missing) return `${missing}: missing`;
  }
  for (const [field, value] of Object.entries(body)) {
    const wrong = problemInField(shape, field, value);
    if (wrong) return `${field}: ${wrong}`;
  }
  return null;
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

const own = (fields: Fields, key: string) => (Object.hasOwn(fields, key) ? fields[key] : undefined);

/** The elements of a set field: `elements(session, 'activity')` → ids whose value is not false. */
export function elements(body: Body, prefix: string): string[] {
  return Object.keys(body)
    .filter((key) => key.startsWith(`${prefix}/`) && body[key] !== false && body[key] !== null)
    .map((key) => key.slice(prefix.length + 1));
}
