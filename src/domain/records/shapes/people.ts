import * as v from 'valibot';
import { codesOf, tallyBands } from '#domain/codes.ts';
import { needKinds, relationships, responsibilities, standings, turnedAwayReasons } from '#domain/people-codes.ts';
import { day, id, ids, instant, line, named, some, status, text, truth, uuid4 } from './fields.ts';
import type { Shape } from './shape.ts';

/** Shapes of what is known of a young person and their family beside the badge. */

/** `2014-02-31` is no day; `2014` alone is an answer. */
export const born = v.union([day, v.pipe(v.string(), v.regex(/^(19|20)\d\d$/))], 'neither a day nor a year');
const purposeStanding = v.picklist(standings);
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'not a language'));

/** People beside their badges: who to call, what to do, who may join in. */
export const peopleShapes = {
  /** What a volunteer’s phone never holds. One for each badge. */
  details: {
    kind: 'register',
    scope: 'private',
    madeFrom: { prefix: 'details', field: 'person', always: true },
    needs: ['person'],
    sets: {
      language: truth,
      /** Medical and access needs, each as what the team must do. */
      need: v.strictObject({ kind: v.picklist(codesOf(needKinds)), name: named, do: text }),
      /** Grown-ups who answer for the child, typed once and shared by brothers and sisters. */
      guardian: v.strictObject({
        is: v.picklist(codesOf(relationships)),
        responsibility: v.optional(v.picklist(codesOf(responsibilities))),
        /** Who is called first has the lowest. */
        call: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20))),
      }),
      /** Others to call in an emergency. */
      contact: v.strictObject({ name: named, phone: named, is: line }),
      /** Questions answered with *rather not say*. */
      notSaid: truth,
    },
    fields: {
      person: id,
      fullName: line,
      born,
      postcode: line,
      address: line,
      school: line,
      noNeeds: truth,
      /** Joins them to what they answered of themselves, and nothing else does. Asked again, they get another. */
      equalityKey: uuid4,
    },
  },
  guardian: {
    kind: 'register',
    scope: 'private',
    needs: ['name'],
    sets: {},
    fields: { name: named, phone: line, otherPhone: line, email: line, language, status },
  },
  /** Somebody cannot join in until a day; it ends by itself. */
  eligibility: {
    kind: 'fact',
    scope: 'private',
    needs: ['person', 'reason', 'until', 'at', 'replaces'],
    sets: {},
    fields: {
      person: id,
      reason: v.picklist(codesOf(turnedAwayReasons)),
      from: day,
      until: day,
      at: instant,
      replaces: ids,
    },
  },
  /** How many were sent home from a session and why; nobody is named. */
  turnedAway: {
    kind: 'fact',
    scope: 'partner',
    needs: ['session', 'day', 'reason', 'n', 'at'],
    sets: {},
    fields: {
      session: id,
      day,
      reason: v.picklist(codesOf(turnedAwayReasons)),
      ageBand: v.picklist(codesOf(tallyBands)),
      n: some,
      at: instant,
      /** The one this takes back, so that it is taken back once. */
      undoes: id,
    },
  },
  /** Whether two records are of one person, or of two who look alike. A later one names what it replaces. */
  alias: {
    kind: 'fact',
    scope: 'partner',
    needs: ['of', 'one', 'other', 'is', 'at', 'replaces'],
    sets: {},
    fields: {
      of: v.picklist(['person', 'guardian', 'session', 'holder']),
      one: id,
      other: id,
      is: v.picklist(['same', 'different', 'open']),
      at: instant,
      replaces: ids,
    },
    whole: ({ one, other }) => (one === other ? 'other: the same record' : null),
  },
  /** What a phone that may not read permissions shows of somebody. Made by the server, whenever anything it rests on changes. */
  standing: {
    kind: 'register',
    scope: 'partner',
    serverOnly: true,
    madeFrom: { prefix: 'standing', field: 'person', always: true },
    needs: ['person'],
    sets: { may: purposeStanding },
    fields: {
      person: id,
      medical: truth,
      /** The first day on which any of it may be otherwise. */
      until: day,
      notBefore: day,
      notBeforeReason: v.picklist(codesOf(turnedAwayReasons)),
    },
  },
  /** Somebody looked at who to call and what to do. */
  look: {
    kind: 'fact',
    scope: 'reasons',
    needs: ['person', 'at'],
    sets: {},
    fields: { person: id, session: id, at: instant },
  },
} as const satisfies Record<string, Shape>;
