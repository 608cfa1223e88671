import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { languages, purposes } from '#domain/people-codes.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { list, object, stored, text } from '#domain/reports/answer.ts';
import { linkKinds } from './link.ts';

/** What the server answers about links: to whoever makes them, and to the page a parent opens. */

const kind = v.picklist(linkKinds);

/**
 * What became of an answer: it holds; it only asks, since nobody on record with parental responsibility answered; or there was one
 * before it, and of this one only its noes hold.
 */
export const answerStates = ['holds', 'asks', 'before'] as const;
const asked = list(v.picklist(codesOf(purposes)));

export const linkAnswers = {
  'POST /api/links': object({ id: text, token: text, expiresAt: text }),
  'DELETE /api/links/:id': v.undefined(),
  /** Those that wait for an answer, as whoever may call one back sees them. A token is nowhere. */
  'GET /api/people/:id/links': object({
    links: list(
      object({
        id: text,
        /** A guardian’s id; null for somebody who is not on record. */
        giver: v.nullable(text),
        mintedAt: text,
        expiresAt: text,
      }),
    ),
  }),
  /** The texts, the questions, and the one name they need. */
  'POST /api/link': object({
    kind,
    /** What the young person is known as. */
    called: text,
    language: v.nullable(v.picklist(codesOf(languages))),
    /** What is asked; of a link that takes back, what stands given. */
    purposes: asked,
    wordings: list(object({ sha256: text, document: stored<WordingDocument>(), asks: asked })),
  }),
  'POST /api/link/answer': object({
    state: v.picklist(answerStates),
    decidedAt: text,
    zone: text,
    /** Where the server’s chain of evidence stood: the first 32 digits. */
    head: text,
    /** The token of a link that takes back; null where nothing is on record to take back. */
    withdraw: v.nullable(text),
  }),
  'POST /api/link/withdraw': object({ purposes: asked }),
} as const;
