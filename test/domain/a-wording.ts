import { codesOf } from '#domain/codes.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import type { AskedPurpose, WordingDocument } from '#domain/records/shapes/wording-document.ts';

/** Documents of consent wordings for tests. */

export const aQuestion = (purpose: Purpose, over: Partial<AskedPurpose> = {}): AskedPurpose => ({
  purpose,
  pictogram: { id: 'ball', sha256: 'ab'.repeat(32) },
  title: `About ${purpose}`,
  question: `May {name} do ${purpose}?`,
  why: 'So that we know.',
  what: 'We write your answer down.',
  yes: 'Yes, I agree',
  no: 'No',
  ifNo: '{name} can still come.',
  data: ['First name'],
  recipients: [],
  basis: 'consent',
  gillick: false,
  blocks: purpose === 'contactSport',
  ...over,
});

/** The English of version 1, unless told otherwise. */
export const aDocument = (over: Partial<WordingDocument> = {}): WordingDocument => ({
  schema: 1,
  programme: 'Stepping Out',
  language: 'en',
  style: 'plain',
  version: 1,
  translates: null,
  purposes: codesOf(purposes).map((each) => aQuestion(each)),
  controllers: [{ name: 'Refocus Project', address: '1 Hill Road, Northfleet', contact: '01632 960001' }],
  stored: 'On phones that are locked, and on our server in the UK.',
  kept: 'As long as the answer holds, and three years more.',
  jurisdiction: 'England and Wales',
  months: 12,
  withdraw: 'Tell any of us, on any day.',
  complain: 'Tell us first. You may also tell the ICO.',
  translator: null,
  reviewer: 'Priya N',
  ...over,
});

/** The body of a version that holds a document. */
export const versionOf = (document: WordingDocument, at = '2026-10-01T09:00:00.000Z') => ({
  document,
  sha256: hashOf(document),
  at,
});
