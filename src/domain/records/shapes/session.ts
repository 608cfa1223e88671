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
} from '#domain/codes.ts';
import { day, id, ids, instant, line, named, status, text, truth, whole } from './fields.ts';
import type { Shape } from './shape.ts';

/** Shapes of what happens at a session: who came, how many, what was said. */

/** `reopened` says how often: of two statuses the one reopened more often stands, whenever it was written. */
export const statusSchema = v.strictObject({ is: v.picklist(codesOf(sessionStates)), reopened: whole(0, 1000) });

/** What a team records of sessions and people in a park. */
export const sessionShapes = {
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
      /** Who led it; one of its team. */
      lead: id,
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
    madeFrom: { prefix: 'debrief', field: 'session', always: true },
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
      /** When they came, where that was put right: it stands in place of every arrival said before. */
      came: instant,
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
  /** Why a session was put right at the desk; what was put right are the other writes of the same save. */
  correction: {
    kind: 'fact',
    scope: 'team',
    needs: ['session', 'day', 'at'],
    sets: {},
    fields: {
      session: id,
      /** The day the session stood on before. */
      day,
      reason: named,
      /** The correction this one puts back. */
      undoes: id,
      at: instant,
    },
    whole: ({ reason, undoes }) =>
      reason === undefined && undoes === undefined ? 'reason: neither why nor what it puts back' : null,
  },
  note: {
    kind: 'fact',
    scope: 'team',
    needs: ['session', 'day', 'text', 'at'],
    sets: {},
    fields: { session: id, day, text: v.pipe(text, v.trim(), v.minLength(1, 'empty')), at: instant },
  },
} as const satisfies Record<string, Shape>;
