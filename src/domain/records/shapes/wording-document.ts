import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { languages, lawfulBases, purposes, wordingStyles } from '#domain/people-codes.ts';
import type { Frozen } from '#domain/records/body.ts';
import { line, sha256, truth, whole } from './fields.ts';

/**
 * The wording of a consent: one document for each version and language, and one SHA-256 over the canonical JSON of all of it.
 * Whatever a parent is shown, and whatever an answer rests on, stands in here and nowhere else. `{name}` stands for what the
 * young person is known as.
 */

const says = v.pipe(v.string(), v.regex(/\S/, 'empty'), v.maxLength(4000, 'longer than 4,000 characters'));
const brief = v.pipe(line, v.regex(/\S/, 'empty'));

/** One question, with everything that is said about it. */
const asked = v.strictObject({
  purpose: v.picklist(codesOf(purposes)),
  /** A drawing by its name, and the hash of what was drawn. */
  pictogram: v.strictObject({ id: brief, sha256 }),
  /** "Photos" */
  title: brief,
  question: says,
  /** What it is for. */
  why: says,
  /** What is done and kept. */
  what: says,
  /** The words of both answers. */
  yes: brief,
  no: brief,
  /** What follows from a no. */
  ifNo: says,
  /** Which data, one to a line. */
  data: v.array(brief),
  /** Who gets it, by name. */
  recipients: v.array(brief),
  basis: v.picklist(codesOf(lawfulBases)),
  /** Whether somebody under 16 who understands it may answer themselves. */
  gillick: truth,
  /** Whether the activity has to wait while this is not answered. */
  blocks: truth,
});

/** The whole document, exactly as it is hashed. */
export const wordingDocument = v.strictObject({
  /** The version of this schema. */
  schema: v.literal(1),
  programme: brief,
  language: v.picklist(codesOf(languages)),
  style: v.picklist(codesOf(wordingStyles)),
  version: whole(1, 9999),
  /** The hash of the English document of the same version; null where this is it. */
  translates: v.nullable(sha256),
  purposes: v.pipe(v.array(asked), v.minLength(1, 'asks nothing'), v.maxLength(purposes.length)),
  /** Every organisation that relies on the answers. */
  controllers: v.pipe(
    v.array(v.strictObject({ name: brief, address: says, contact: brief })),
    v.minLength(1, 'names nobody'),
    v.maxLength(50),
  ),
  stored: says,
  kept: says,
  jurisdiction: says,
  /** For how many months an answer holds. */
  months: whole(1, 60),
  withdraw: says,
  complain: says,
  /** Who put it into this language, and who read it before it was approved. */
  translator: v.nullable(brief),
  reviewer: brief,
});
export type WordingDocument = Frozen<v.InferOutput<typeof wordingDocument>>;
/** One question of a document. */
export type AskedPurpose = WordingDocument['purposes'][number];
