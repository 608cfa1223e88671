import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { decisions, inForceStates, purposes } from '#domain/people-codes.ts';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';
import { type CheckDefect, checkDefects } from './evidence/found.ts';
import { decisionStates } from './evidence/standing.ts';

/** What the server answers about consents: see `all-answers.ts`, which they are part of. */

const checkDefectCodes = Object.keys(checkDefects) as CheckDefect[]; // the keys of a constant

/** Where a chain of evidence stands. */
const chainHead = object({ chain: text, n: number, head: text });

const consentLine = object({
  id: text,
  purpose: v.picklist(codesOf(purposes)),
  decision: v.picklist(codesOf(decisions)),
  day: text,
  decidedAt: text,
  receivedAt: v.nullable(text),
  /** A guardian’s id, or the person’s own; null where whoever brought a withdrawal did not know. */
  giver: v.nullable(text),
  giverName: text,
  own: truth,
  /** How it was signed; null where it was told. */
  way: v.nullable(text),
  language: text,
  /** The version of its wording; null where there is none. */
  version: v.nullable(number),
  state: v.picklist(decisionStates),
  until: v.nullable(text),
  /** What is in force of the purpose, over everybody. */
  inForce: v.picklist(codesOf(inForceStates)),
  /** Whether a copy may be handed to its giver. */
  mayBeCopied: truth,
  /** What the last check found of it. */
  defects: list(v.picklist(checkDefectCodes)),
});

const reached = { what: text, state: v.picklist(['open', 'done', 'cannot']), day: text };
const withdrawal = object({
  id: text,
  person: text,
  scope: text,
  called: text,
  purpose: v.picklist(codesOf(purposes)),
  state: v.picklist(codesOf(inForceStates)),
  day: text,
  /** When the server learnt of it. */
  at: text,
  partnerName: text,
  /** Whom the wording they had agreed to names as getting it. */
  recipients: list(text),
  reached: list(object(reached)),
  /** Files with names that were made before. */
  files: list(object({ ...reached, at: text, byName: text, report: text, reason: text })),
});

const consentCheck = object({
  /** When it was last looked at; null before the first time. */
  at: v.nullable(text),
  /** The fingerprint of the server’s first key: it is printed on every copy. */
  root: text,
  head: chainHead,
  chain: object({ whole: truth, links: number, brokenAt: v.nullable(text) }),
  partners: list(
    object({
      partner: text,
      partnerName: text,
      all: number,
      complete: number,
      /** Those of people who were erased. */
      erased: number,
      defects: list(object({ consent: text, person: text, codes: list(v.picklist(checkDefectCodes)) })),
    }),
  ),
});

/** By method and address. */
export const consentAnswers = {
  'GET /api/people/:id/consents': object({ person: text, called: text, consents: list(consentLine) }),
  'GET /api/consent-check': consentCheck,
  'GET /api/withdrawals': object({ at: text, withdrawals: list(withdrawal) }),
} as const;
