import * as v from 'valibot';
import { codesOf, setKinds } from '#domain/codes.ts';
import { mostDaysBack } from '#domain/days-back.ts';
import { mostAtOnce } from '#domain/most-at-once.ts';
import { line, named, setVersion, shortCode, status, text, timeZone, truth, whole } from './fields.ts';
import type { Shape } from './shape.ts';

/** Shapes of the set-up: what phones choose from. */

/** What coordinators set up and phones choose from. */
export const setUpShapes = {
  programme: {
    kind: 'register',
    scope: 'programme',
    needs: ['name'],
    /** The equality questions that are asked: `askEquality/religion: true`. None is, unless somebody switches it on. */
    sets: { askEquality: truth },
    fields: {
      name: named,
      safeguardingName: line,
      safeguardingPhone: line,
      /** Who answers questions and complaints about what is kept of people. */
      privacyContact: line,
      askGender: truth,
      askNewness: truth,
      /** From this age on somebody gets the over-10s set: a 10-year-old does, unless the programme says otherwise. */
      boxAge: whole(2, 25),
      /** How many days back those who record may enter or change marks, counts and sessions. */
      daysBack: whole(0, mostDaysBack),
    },
  },
  partner: {
    kind: 'register',
    scope: 'programme',
    needs: ['name'],
    sets: {},
    fields: {
      name: named,
      /** Where the charity is reached, as a parent reads it. */
      address: line,
      contact: line,
      /** Whoever runs the programme may read its families and permissions. Its own coordinator decides. */
      namesShared: truth,
      status,
    },
  },
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
      timeZone,
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
  /** Who else can help: where a team sends somebody it cannot help itself. */
  agency: {
    kind: 'register',
    scope: 'programme',
    needs: ['name'],
    sets: {},
    fields: { name: named, helpsWith: line, phone: line, hours: line, notes: text, status },
  },
  /** A question of the report that somebody keeps, as its address asks it. */
  question: {
    kind: 'register',
    scope: 'programme',
    needs: ['name', 'asked'],
    sets: {},
    fields: { name: named, asked: text, status },
  },
  /** A ward as the census and the index of deprivation know it. */
  area: {
    kind: 'register',
    scope: 'programme',
    needs: ['name'],
    sets: {},
    fields: { name: named, residents: whole(0, 10_000_000), year: whole(1900, 2100), decile: whole(1, 10), status },
  },
  member: {
    kind: 'register',
    scope: 'programme',
    needs: ['name'],
    serverOnly: true,
    sets: { role: truth },
    fields: { name: named, status, vetted: truth, firstAider: truth },
  },
  set: {
    kind: 'register',
    scope: 'programme',
    needs: ['name', 'kind'],
    /** What is in one, by version: `part/24817:<set>: 4`. Older versions stay, so that what was given out stays known. */
    sets: { part: whole(1, 99) },
    mostElements: { part: 1000 },
    fields: {
      name: v.pipe(named, v.maxLength(60)),
      kind: v.picklist(codesOf(setKinds)),
      icon: v.pipe(line, v.maxLength(20)),
      code: shortCode,
      /** Fewer than this with a partner is little. */
      lowAt: whole(0, mostAtOnce),
      version: setVersion,
      status,
    },
  },
} as const satisfies Record<string, Shape>;
