import type { Body } from '#domain/records/entry.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';

/**
 * The evidence of one consent as one file: everything it rests on, and what shows that nothing of it was changed. Read by
 * `verifier.ts`, which knows nothing but this.
 */

/** A fact exactly as it was hashed, and when it came in. */
export type EvidenceFact = {
  readonly type: string;
  readonly id: string;
  readonly scope: string;
  readonly alsoScope?: string | undefined;
  readonly body: Body;
  readonly by: string;
  readonly device: string;
  readonly hash: string;
  /** When it was saved, by the phone; and when the server first had it: absent in a copy made before that. */
  readonly at: string;
  readonly received?: string | undefined;
};

/** Where a chain stands after its n-th link. */
export type ChainHead = { readonly chain: string; readonly n: number; readonly head: string };
/** A chain, and where the one before it stood when a restored copy of the database began this one. */
export type ChainBegun = { readonly chain: string; readonly after: ChainHead | null };
/** The place of a fact in a chain: its hash and nothing of what it says. `before` is the head it was added to. */
export type ChainLink = ChainHead & { readonly hash: string; readonly before: string };

/** A public key in hexadecimal, from which place it signs, and what the key before it says of that; null for the first. */
export type EvidenceKey = {
  readonly id: string;
  readonly publicKey: string;
  readonly from: Pick<ChainHead, 'chain' | 'n'>;
  readonly signature: string | null;
};

/** A line for people: what it is about, and what there is to say. */
export type EvidenceLine = readonly [label: string, value: string];

/** What people read beside the facts: codes in words, ids as names, times with their zone and source. */
export type EvidenceWords = {
  readonly title: string;
  /** What `{name}` stands for in the wording. */
  readonly child: string;
  readonly answer: string;
  /** Not null: it was never given, and prints struck through. */
  readonly inError: string | null;
  readonly decided: readonly EvidenceLine[];
  readonly signed: readonly EvidenceLine[];
  readonly times: readonly EvidenceLine[];
};

/** `consent-<id>.json`. */
export type ConsentFile = {
  readonly bandstand: 'consent';
  readonly v: 1;
  /** Which drawing it is printed with; an old file is drawn as it was then. */
  readonly drawing: 1;
  /** A giver’s copy holds their own decisions alone. */
  readonly copy: 'record' | 'giver';
  readonly made: { readonly at: string; readonly by: string };
  /** The id of the decision it is about. */
  readonly consent: string;
  readonly facts: readonly EvidenceFact[];
  readonly wording: { readonly sha256: string; readonly document: WordingDocument } | null;
  /** The lines of the drawings that the wording names, by their id. */
  readonly drawings: Readonly<Record<string, string>>;
  readonly words: EvidenceWords;
  /** The beginning of the SHA-256 of each part, by which a changed one is named. */
  readonly parts: Readonly<Record<string, string>>;
  /** Null in a copy made without the server: nobody else vouches for it. */
  readonly shown: EvidenceShown | null;
};

/** What the server adds: the places of the facts, where the chain ended, its keys, and its signature over all of the file. */
export type EvidenceShown = {
  readonly links: readonly ChainLink[];
  readonly chains: readonly ChainBegun[];
  readonly head: ChainHead;
  readonly keys: readonly EvidenceKey[];
  readonly key: string;
  readonly signature: string;
};
