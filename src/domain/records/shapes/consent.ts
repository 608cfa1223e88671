import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import {
  askedWays,
  decisions,
  heardFrom,
  interpreterKinds,
  purposes,
  relationships,
  responsibilities,
  signingWays,
} from '#domain/people-codes.ts';
import type { Frozen } from '#domain/records/body.ts';
import type { Body } from '#domain/records/entry.ts';
import { day, id, ids, instant, line, named, sha256, text, timeZone, truth, whole } from './fields.ts';
import { born } from './people.ts';
import type { Shape } from './shape.ts';

/** Shapes of permissions as evidence: who answered what, on which words, and how it was signed. Every one is a fact. */

const purpose = v.picklist(codesOf(purposes));
/** How far a clock was out, at most three years either way: more would be no time at all. */
const offsetMs = whole(-100_000_000_000, 100_000_000_000);

/** Most points of a signature, and most bytes of it as JSON: longer ones are thinned before they are hashed. */
export const mostPoints = 2000;
export const mostStrokeBytes = 40_000;
type Point = readonly [x: number, y: number];

/** A loop, because a signature has thousands of numbers and is checked in the moment somebody agrees. */
function areStrokes(drawn: unknown): drawn is readonly (readonly Point[])[] {
  const isOrdinate = (n: unknown): boolean => typeof n === 'number' && Number.isInteger(n) && n >= 0 && n <= 4095;
  const isPoint = (point: unknown): boolean =>
    Array.isArray(point) && point.length === 2 && isOrdinate(point[0]) && isOrdinate(point[1]);
  const isStroke = (stroke: unknown): stroke is readonly Point[] =>
    Array.isArray(stroke) && stroke.length > 0 && stroke.every(isPoint);
  if (!Array.isArray(drawn) || !drawn.every(isStroke)) return false;
  return drawn.reduce((sum, { length }) => sum + length, 0) <= mostPoints;
}

/** What a finger drew, on a grid of 4096 either way: whole numbers hash alike everywhere. Order is kept, rhythm is not. */
export const strokesSchema = v.pipe(
  v.strictObject({
    v: v.literal(1),
    /** Width through height of the pad, in thousandths. */
    aspect: whole(100, 20_000),
    strokes: v.custom<readonly (readonly Point[])[]>(areStrokes, 'not strokes of at most 2,000 points'),
  }),
  v.check((drawn) => JSON.stringify(drawn).length <= mostStrokeBytes, 'more than 40 KB'),
);
export type Strokes = Frozen<v.InferOutput<typeof strokesSchema>>;

/** A person’s own answer rests on their age, or on a note that they understand. */
const own = v.union([v.strictObject({ sixteen: v.literal(true), bornOn: born }), v.strictObject({ gillick: id })]);

const drawn = new Set(['drawn', 'mark']);
/** What a way of signing needs, and is no evidence without. */
function wrongWithSigning({
  way,
  strokes,
  typedName,
  witness,
  witnessName,
  paperReference,
  second,
}: Body): string | null {
  if (drawn.has(String(way)) !== (strokes !== undefined)) return 'strokes: where it is drawn, and nowhere else';
  if (way === 'typed' && typedName === undefined) return 'typedName: missing';
  if ((way === 'spoken' || way === 'mark') && witness === undefined && witnessName === undefined)
    return 'witness: missing';
  if (way === 'paper' && paperReference === undefined) return 'paperReference: missing';
  return way === 'call' && second === undefined ? 'second: missing' : null;
}

/** Only a withdrawal can be brought by somebody who has seen no wording, or does not know whose it is. */
function wrongWithConsent({ decision, giver, signing, signingHash, wording, toldBy }: Body): string | null {
  if (decision === 'withdrawn' && signing === undefined) return toldBy === undefined ? 'toldBy: missing' : null;
  const missing = Object.entries({ giver, signing, signingHash, wording }).find(([, value]) => value === undefined);
  return missing ? `${missing[0]}: missing` : null;
}

export const consentShapes = {
  /** One sitting of one person. It names no child. */
  signing: {
    kind: 'fact',
    scope: 'private',
    needs: ['way', 'giver', 'giverName', 'wording', 'language', 'template', 'shownAt', 'decidedAt', 'zone'],
    sets: {},
    fields: {
      way: v.picklist(codesOf(signingWays)),
      strokes: strokesSchema,
      typedName: named,
      paperReference: named,
      /** A guardian’s id, or the young person’s own. */
      giver: id,
      giverName: named,
      relationship: v.picklist([...codesOf(relationships), 'self']),
      responsibility: v.picklist(codesOf(responsibilities)),
      /** Of an answer at home: nobody of the team saw it, but somebody made the link. It is kept as long as what was signed by it. */
      link: v.strictObject({
        madeBy: id,
        madeAt: instant,
        /** The last digits of the number on record that it was made for; none of somebody who is not on record. */
        sentTo: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/, 'not the last digits of a number'))),
        /** What they said of parental responsibility, where the record doubts it: the record holds until somebody has looked. */
        responsibility: v.optional(v.picklist(codesOf(responsibilities))),
      }),
      /** Of the team; or by name, where the witness is not. */
      witness: id,
      witnessName: named,
      interpreter: v.strictObject({
        name: named,
        is: v.picklist(codesOf(interpreterKinds)),
        speaksIt: v.literal(true),
      }),
      /** The second worker on a call. */
      second: id,
      wording: sha256,
      language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-easy)?$/, 'not a language')),
      /** Which drawing of the wording was on the screen. */
      template: whole(1, 10_000),
      heard: v.picklist(codesOf(heardFrom)),
      recording: sha256,
      session: id,
      shownAt: instant,
      decidedAt: instant,
      /** How far the phone’s clock was from the server’s, milliseconds, where it knew. */
      offsetMs,
      zone: timeZone,
    },
    whole: wrongWithSigning,
  },
  /** One decision: one person, one purpose. */
  consent: {
    kind: 'fact',
    scope: 'private',
    needs: ['person', 'purpose', 'decision', 'day', 'decidedAt', 'replaces'],
    sets: {},
    fields: {
      person: id,
      purpose,
      giver: id,
      decision: v.picklist(codesOf(decisions)),
      signing: id,
      signingHash: sha256,
      wording: sha256,
      own,
      tellParents: truth,
      /** What the child said, and how far the giver goes, in their own words. */
      childSays: text,
      limits: text,
      /** Who brought a withdrawal that nobody signed. */
      toldBy: v.picklist([...codesOf(askedWays), 'team']),
      /** Who else heard it, of one that was told on the phone. */
      second: id,
      session: id,
      day,
      decidedAt: instant,
      offsetMs,
      replaces: ids,
    },
    whole: wrongWithConsent,
  },
  /** Whether somebody under 16 understands one purpose well enough to decide for themselves. */
  gillick: {
    kind: 'fact',
    scope: 'private',
    needs: ['person', 'purpose', 'what', 'why', 'wrong', 'no', 'able', 'worker', 'second', 'at'],
    sets: {},
    fields: {
      person: id,
      purpose,
      what: truth,
      why: truth,
      wrong: truth,
      no: truth,
      able: truth,
      worker: id,
      second: id,
      at: instant,
    },
    whole: ({ what, why, wrong, no, able }) =>
      able && !(what && why && wrong && no) ? 'able: not all four are understood' : null,
  },
  /** Somebody was asked and has not answered. */
  asked: {
    kind: 'fact',
    scope: 'private',
    needs: ['person', 'purpose', 'how', 'day', 'at'],
    sets: {},
    fields: { person: id, purpose, giver: id, how: v.picklist(codesOf(askedWays)), signing: id, day, at: instant },
  },
  /** A decision that was never made: the wrong twin. */
  enteredInError: {
    kind: 'fact',
    scope: 'private',
    needs: ['person', 'consent', 'at'],
    sets: {},
    fields: {
      person: id,
      consent: id,
      at: instant,
      /** Of a refusal, a withdrawal, or what somebody else took. */
      asCoordinator: truth,
    },
  },
  /** Where givers differ, a coordinator weighs what they said. */
  settled: {
    kind: 'fact',
    scope: 'private',
    needs: ['person', 'purpose', 'weighs', 'outcome', 'at', 'replaces'],
    sets: {},
    fields: { person: id, purpose, weighs: ids, outcome: v.picklist(['given', 'refused']), at: instant, replaces: ids },
  },
  /** A coordinator has read a giver’s limits: what they mean for the purpose. */
  limitsRead: {
    kind: 'fact',
    scope: 'private',
    needs: ['person', 'consent', 'allows', 'at', 'replaces'],
    sets: {},
    fields: { person: id, consent: id, allows: truth, at: instant, replaces: ids },
  },
  /** What was done about something that a taken-back yes had reached. */
  followUp: {
    kind: 'fact',
    scope: 'private',
    needs: ['person', 'consent', 'what', 'state', 'day', 'at'],
    sets: {},
    fields: {
      person: id,
      /** The last yes there was, or a withdrawal where nobody recorded one. */
      consent: id,
      /** `shown`, `groups`, or `export:17`: a file with names, by its line in the log. */
      what: id,
      state: v.picklist(['done', 'cannot']),
      /** The day it was done, or on which they were told that it cannot be. */
      day,
      at: instant,
    },
  },
  /** Why: a court order, both agreed, the wrong twin. Written by workers, read by coordinators. */
  reason: {
    kind: 'fact',
    scope: 'reasons',
    needs: ['about', 'text', 'at'],
    sets: {},
    fields: { about: id, text: v.pipe(text, v.trim(), v.minLength(1, 'empty')), seen: line, at: instant },
  },
} as const satisfies Record<string, Shape>;
