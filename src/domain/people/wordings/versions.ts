import { codesOf } from '#domain/codes.ts';
import { type Language, languages, type Purpose, type WordingStyle } from '#domain/people-codes.ts';
import type { BodyOf, RecordOf } from '#domain/records/body.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';

/**
 * Which wordings were approved, which is in use, and what is asked again. A function of the records alone, in whatever order they
 * came. What an approval of the English says more about counts for every language; that of a translation for its language alone.
 */

type Approved = BodyOf<'approval'>;

/** One approved document, by its hash. */
export type Version = {
  readonly sha256: string;
  readonly document: WordingDocument;
  /** The first approval of it: an instant. */
  readonly since: string;
  /** Its approvals, first to last. */
  readonly approvals: readonly Approved[];
};

/** The records that say it. */
export type WordingRecords = {
  readonly versions: readonly Pick<RecordOf<'wordingVersion'>, 'body'>[];
  readonly approvals: readonly Pick<RecordOf<'approval'>, 'body'>[];
};

/** Every wording that was ever approved, oldest first. */
export type Wordings = readonly Version[];

const byTime = (a: Approved, b: Approved): number => compare(a.at, b.at) || compare(a.reason, b.reason);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The approved wordings of a programme. What was made and never approved is none of them. */
export function wordingsOf({ versions, approvals }: WordingRecords): Wordings {
  const found = new Map<string, Version>();
  for (const { body } of versions) {
    const of = approvals.filter((each) => each.body.sha256 === body.sha256).map((each) => each.body);
    const [first, ...others] = of.sort(byTime);
    if (!first) continue;
    found.set(body.sha256, {
      sha256: body.sha256,
      document: body.document,
      since: first.at,
      approvals: [first, ...others],
    });
  }
  const all = [...found.values()];
  return all.sort((a, b) => compareIn(all, a, b));
}

/** By the English they say, then by when they were approved. Two of one number, made apart, stand one after the other. */
function compareIn(all: Wordings, a: Version, b: Version): number {
  const [ofA, ofB] = [sourceOf(all, a), sourceOf(all, b)];
  const apart = ofA.document.version - ofB.document.version || compare(ofA.since, ofB.since);
  return apart || compare(ofA.sha256, ofB.sha256) || compare(a.since, b.since) || compare(a.sha256, b.sha256);
}

/** The approved wording of a hash. */
export const wordingOf = (all: Wordings, sha256: string): Version | undefined =>
  all.find((each) => each.sha256 === sha256);

/** The English document a translation puts into its language; itself where that is not known. */
const sourceOf = (all: Wordings, version: Version): Version =>
  wordingOf(all, version.document.translates ?? '') ?? version;

const isSource = ({ document }: Version): boolean => document.translates === null;
const sameLanguage = (a: WordingDocument, b: WordingDocument): boolean =>
  a.language === b.language && a.style === b.style;

/** The English from which the others are translated; undefined before the first was approved. */
export const newestSource = (all: Wordings): Version | undefined => all.filter(isSource).at(-1);

/** What has been said more about since somebody agreed to a wording: each purpose, or every one where it was never approved. */
export function saidMoreSince(all: Wordings, sha256: string): ReadonlySet<Purpose> | 'everything' {
  const signed = wordingOf(all, sha256);
  if (!signed) return 'everything';
  const source = sourceOf(all, signed);
  const later = all.filter((each) =>
    isSource(each)
      ? compareIn(all, each, source) > 0
      : sameLanguage(each.document, signed.document) && compareIn(all, each, signed) > 0,
  );
  return new Set(later.flatMap(({ approvals }) => approvals.flatMap(({ purposes = [] }) => purposes)));
}

/** Whether who agreed to a wording is asked again about a purpose. */
export function isAskedAgain(all: Wordings, signed: string, purpose: Purpose): boolean {
  const more = saidMoreSince(all, signed);
  return more === 'everything' || more.has(purpose);
}

/** What is handed over in a language. */
export type InUse = {
  readonly version: Version;
  /** What may be asked with it, in its order. */
  readonly asks: readonly Purpose[];
  /** What the English says more about by now, so that this language waits. */
  readonly waits: readonly Purpose[];
};

/**
 * The wording of a language that is in use: its newest approved one, also where the English is newer, but for what that says more
 * about. Undefined where none was approved.
 */
export function inUse(all: Wordings, language: Language, style: WordingStyle): InUse | undefined {
  const version = all.filter(({ document }) => document.language === language && document.style === style).at(-1);
  if (!version) return undefined;
  const asked = version.document.purposes.map(({ purpose }) => purpose);
  const waits = asked.filter((purpose) => isAskedAgain(all, version.sha256, purpose));
  return { version, asks: asked.filter((purpose) => !waits.includes(purpose)), waits };
}

/** The languages a parent can be asked in, in their usual order. */
export const languagesOn = (all: Wordings): Language[] =>
  codesOf(languages).filter((language) => all.some(({ document }) => document.language === language));
