import * as v from 'valibot';
import { instant } from '#domain/records/shapes/fields.ts';
import type { Erased, Refusal } from './apply.ts';
import { type Entry, entrySchema } from './entry.ts';
import type { SequencedRow } from './row.ts';

/** What a phone and the server say to each other: protocol 1, as src/sync/PROTOCOL.md describes it. */

/** What one round may carry. A phone keeps to it; the server turns away more. */
export const limits = {
  /** Entries and bytes of one push. */
  entries: 500,
  pushBytes: 512 * 1024,
  /** Rows and bytes of one page of the feed. */
  pageRows: 2000,
  pageBytes: 1024 * 1024,
  /** The largest single entry, so that one always fits a push with room for the envelope. */
  entryBytes: 256 * 1024,
} as const;

const cursor = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a phone posts in a round: its entries, and how far it has read each scope. */
export const requestSchema = v.strictObject({
  protocol: v.literal(1),
  /** The epoch the phone knows; empty on its first round. */
  epoch: v.pipe(v.string(), v.maxLength(80)),
  /** Entries are parsed one by one: a bad one is refused by itself and delays no other (I10). */
  entries: v.pipe(v.array(v.unknown()), v.maxLength(limits.entries)),
  scopes: v.record(v.pipe(v.string(), v.maxLength(120)), cursor),
  /** What the fleet page shows of the phone. */
  phone: v.strictObject({
    version: v.pipe(v.string(), v.maxLength(40)),
    unsent: cursor,
    oldestUnsentAt: v.nullable(instant),
  }),
});

/** The same as a phone writes it, whose entries are known to be entries. */
export type Request = Omit<v.InferOutput<typeof requestSchema>, 'entries'> & { readonly entries: readonly Entry[] };

/** What came of one entry. `dup`: the server had it already. */
export type Result =
  | { readonly id: string; readonly result: 'ok' | 'dup'; readonly seq: number; readonly clock: number }
  | {
      readonly id: string;
      readonly result: 'refused';
      readonly code: Refusal;
      readonly why: string;
      readonly seq: number;
      readonly final: boolean;
      /** With `erased`: which records of it were, and when. What is about them is dropped; the rest is sent again without it. */
      readonly erased?: Erased | undefined;
    };

/** What came of a sealed entry. `opened: false`: the server has no key for the box, or it is not what it was posted as. */
export type SealedResult = Result & { readonly opened?: false };

/** What the server answers to sealed entries: no row, but how the phone knows for how long to keep them. */
export type SealedAnswer = {
  readonly results: readonly SealedResult[];
  readonly epoch: string;
  /** The server's clock, epoch ms. */
  readonly now: number;
  /** The last seq there is: what was answered for lies at or below it. */
  readonly head: number;
  readonly backedUpSeq: number;
  /** Every key that boxes may be closed to, in base64; the last is to be used from now on. */
  readonly serverKeys: readonly { readonly keyId: string; readonly publicKey: string }[];
  /** What the phone is told to do: nothing yet. */
  readonly directive: null;
};

/**
 * What came of a sealed answer: taken in, whether for the first time or not; kept as it came, since nothing could be made of it; or
 * not taken, since its sender may not hand it in. The last two stay on the phone.
 */
export type AnswerResult = { readonly t: string; readonly result: 'ok' | 'kept' | 'refused' };

/** One scope's part of an answer: rows after the cursor in seq order. `more` says that another page follows. */
export type Page = { readonly rows: readonly SequencedRow[]; readonly cursor: number; readonly more: boolean };

/** What the server answers to a round; `added` and `dropped` are scopes the phone gained and lost since the last one. */
export type RoundAnswer = {
  readonly epoch: string;
  /** The server's clock, epoch ms. */
  readonly now: number;
  readonly results: readonly Result[];
  readonly scopes: Readonly<Record<string, Page>>;
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  readonly backedUpSeq: number;
  /** The oldest app version that may still sync. */
  readonly minClient: string;
  /** The schema this server writes and reads; a phone that is ahead holds its queue. */
  readonly schema: number;
};

/** Names that parsing drops without a word, or that JavaScript itself reads: there is no field of these. */
const neverFields: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function hasOddField(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, each]) => neverFields.has(key) || hasOddField(each));
}

/** Parses one entry from the wire; null says that it is not one. */
export function parseEntry(input: unknown): Entry | null {
  if (hasOddField(input)) return null;
  const parsed = v.safeParse(entrySchema, input);
  return parsed.success ? parsed.output : null;
}
