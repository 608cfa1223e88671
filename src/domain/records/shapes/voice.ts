import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { languages } from '#domain/people-codes.ts';
import { canonical, hashOf } from '#domain/records/canonical.ts';
import type { Body } from '#domain/records/entry.ts';
import {
  answerAges,
  assessedAt,
  assessedIn,
  ideaDecisions,
  ideaSources,
  ideaStatuses,
  indicatorKinds,
  keptBeside,
  olderIdeaStatuses,
  respondents,
  toldWays,
  wordsVerdicts,
} from '#domain/voice-codes.ts';
import { day, id, instant, line, named, sha256, status, text, truth, uuid4, whole } from './fields.ts';
import { formDocument, instrument, questionSettings } from './form-document.ts';
import type { Shape } from './shape.ts';

/** Shapes of what young people are asked and of what came of what they said. Their answers are no records: `answers.ts`. */

/** Most bytes of a form: it travels in one entry, which holds 256 KB. */
const mostBytes = 200 * 1024;

function problemInVersion({ document, sha256: named }: Body): string | null {
  if (utf8ToBytes(canonical(document)).length > mostBytes) return 'document: more than 200 KB';
  return hashOf(document) === named ? null : 'sha256: not that of the document';
}

/** What coordinators write, approve, count and tell. */
export const voiceShapes = {
  /** A draft of a form. Questions and texts are elements of their own, so that two people may write it at once. */
  form: {
    kind: 'register',
    scope: 'programme',
    needs: ['name'],
    sets: {
      /** `question/<name>`; `at` puts them in order. */
      question: v.strictObject({ at: v.pipe(v.number(), v.finite()), ...questionSettings }),
      /** `text/<language>:<key>`: `text/ro:q:happy`. */
      text: v.pipe(v.string(), v.maxLength(2000, 'longer than 2,000 characters')),
      respondent: truth,
      age: truth,
      /** Languages that were put down by a machine and read by nobody yet. */
      machine: truth,
    },
    mostElements: { text: 2000 },
    fields: {
      /** As the team calls it. */
      name: named,
      /** The form it is a next version of; of a new one nothing. */
      form: id,
      follows: sha256,
      /** One of the ready-made forms it began as: `today-young`. */
      madeFrom: line,
      named: truth,
      keeps: v.picklist(codesOf(keptBeside)),
      instrument,
      status,
    },
  },
  formVersion: {
    kind: 'fact',
    scope: 'programme',
    needs: ['name', 'document', 'sha256', 'at'],
    sets: {},
    whole: problemInVersion,
    fields: { name: named, document: formDocument, sha256, draft: id, at: instant },
  },
  /** Languages of a version that somebody who speaks them has read. Several of one version add up. */
  formApproval: {
    kind: 'fact',
    scope: 'programme',
    needs: ['sha256', 'languages', 'who', 'at'],
    sets: {},
    fields: {
      sha256,
      languages: v.pipe(v.array(v.picklist(codesOf(languages))), v.minLength(1, 'no language')),
      /** Who approved it, as they were called then. */
      who: named,
      at: instant,
    },
  },
  /** A form that is not put any more; answers that come late still count. */
  formEnded: {
    kind: 'fact',
    scope: 'programme',
    needs: ['form', 'at'],
    sets: {},
    /** Ended, or in use again. */
    fields: { form: id, ended: truth, at: instant },
  },
  indicator: {
    kind: 'register',
    scope: 'programme',
    needs: ['statement', 'kind', 'target'],
    sets: { respondent: truth },
    fields: {
      /** "I know who to ask for help." */
      statement: v.pipe(text, v.trim(), v.minLength(1, 'empty')),
      kind: v.picklist(codesOf(indicatorKinds)),
      /** Per cent. */
      target: whole(0, 100),
      /** How many people it is meant for, where that is agreed; else everybody who was asked. */
      cohort: whole(1, 99_999),
      order: whole(0, 9999),
      status,
    },
  },
  /** What one person said to one indicator. */
  assessment: {
    kind: 'fact',
    scope: 'private',
    needs: ['person', 'indicator', 'when', 'answer', 'in', 'respondent', 'day', 'at', 'replaces'],
    sets: {},
    fields: {
      person: id,
      indicator: id,
      when: v.picklist(codesOf(assessedAt)),
      /** 1 strongly disagree … 5 strongly agree. */
      answer: whole(1, 5),
      in: v.picklist(codesOf(assessedIn)),
      respondent: v.picklist(codesOf(respondents)),
      session: id,
      day,
      at: instant,
      /** Earlier ones of the same person, indicator, time and respondent that this phone knew. */
      replaces: v.pipe(v.array(id), v.maxLength(200)),
    },
  },
  /** What young people or the team ask for, and what is answered. One that has no `status` was heard, and no more. */
  idea: {
    kind: 'register',
    scope: 'team',
    madeFrom: { prefix: 'need', field: 'session', always: false },
    needs: ['said', 'day'],
    sets: {
      /** `source/<id>`: where it was heard; of the one it was written down from nothing need be said. `n`: by how many, where they were counted. */
      source: v.strictObject({ from: v.picklist(codesOf(ideaSources)), n: v.optional(whole(1, 999)) }),
    },
    fields: {
      /** In a few words, as it may stand on a poster: the coordinator’s, never a child’s. */
      title: v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(80, 'longer than 80 characters')),
      said: v.pipe(text, v.trim(), v.minLength(1, 'empty')),
      day,
      site: id,
      session: id,
      status: v.picklist([...codesOf(ideaStatuses), ...codesOf(olderIdeaStatuses)]),
      /** Who looks into it. */
      who: line,
      /** One field: two who answer at once never make one’s *no* stand over the other’s reason. */
      answer: v.strictObject({
        decision: v.picklist(codesOf(ideaDecisions)),
        reason: v.pipe(text, v.trim(), v.minLength(1, 'no reason')),
      }),
      answeredOn: day,
      /** What is done about it. */
      action: text,
      doneOn: day,
      /** The idea it was joined to; nothing of this one is lost. */
      joined: id,
      /** Of older apps: what was decided, in words, and when and how they were told. */
      decision: text,
      toldOn: day,
      toldHow: line,
    },
  },
  /** People were told at a session what came of an idea. */
  told: {
    kind: 'fact',
    scope: 'team',
    needs: ['idea', 'session', 'day', 'how', 'at'],
    sets: {},
    fields: {
      idea: id,
      session: id,
      day,
      how: v.picklist(codesOf(toldWays)),
      /** The one it takes back; it names the same idea. */
      undoes: id,
      at: instant,
    },
  },
  /** A coordinator has read somebody’s own words. No phone reads it, like the words themselves. */
  wordsRead: {
    kind: 'fact',
    scope: 'answers',
    needs: ['answer', 'verdict', 'at'],
    sets: {},
    fields: {
      answer: uuid4,
      verdict: v.picklist(codesOf(wordsVerdicts)),
      /** The words as they may be seen, where names or numbers were taken out of them. */
      says: text,
      /** The idea they are a voice for. */
      idea: id,
      at: instant,
      replaces: v.pipe(v.array(id), v.maxLength(200)),
    },
  },
} as const satisfies Record<string, Shape>;

/** What may be kept beside an anonymous answer. */
export const besideAnswer = {
  age: v.picklist(codesOf(answerAges)),
  language: v.picklist(codesOf(languages)),
};
