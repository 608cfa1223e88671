import type { Cell } from '#domain/reports/csv.ts';
import type { Definitions, Notes } from '#domain/reports/notes.ts';
import type { Sheet } from '#domain/reports/sheet.ts';
import type { PackTableNumber } from './tables.ts';

/** What a pack is made from: figures that are ready to be shown, and words that somebody wrote. Nothing in it is worked out again. */

/** A figure of the first page, as it may be shown: `98`, `<5`. */
export type Headline = {
  /** `Different young people` */
  readonly words: string;
  readonly now: Cell;
  /** The same of the other period, the difference, and that in per cent; left out where nothing is compared. */
  readonly before?: Cell;
  readonly change?: Cell;
  readonly percent?: Cell;
};

/** A table with what stands around it. */
export type PackTable = {
  readonly number: PackTableNumber;
  readonly sheet: Sheet;
  /** A sentence that says what it shows. */
  readonly says?: string | undefined;
  /** What it adds up to, what is not recorded, which of its codes mean what. */
  readonly note?: string | undefined;
};

/** What is written for a period by hand. */
export const narrativeKinds = [
  ['achievements', 'What we achieved'],
  ['case-study', 'One young person’s story'],
  ['changes', 'What changed from the plan'],
  ['finance', 'Finance'],
  ['legal', 'Legal'],
  ['equality', 'Equality'],
  ['data-protection', 'Data protection'],
] as const;
export type NarrativeKind = (typeof narrativeKinds)[number][0];

/** So many words, at most: funders cut what is longer. */
export const mostNarrativeWords = 100;
/** A committee reads on: of what follows for finance, law and people. */
const mostCommitteeWords = 300;
const isForFunders = (kind: string): boolean => ['achievements', 'case-study', 'changes', 'debrief'].includes(kind);
export const mostWordsOf = (kind: NarrativeKind | 'debrief'): number =>
  isForFunders(kind) ? mostNarrativeWords : mostCommitteeWords;

/** How many words a text has: what stands between spaces and holds a letter or a digit. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** A text somebody wrote, and who. */
export type Narrative = { readonly kind: NarrativeKind; readonly text: string; readonly by: string };

/** What somebody said, with permission to repeat it. `by` never names anybody: `Young person, 13–15`. */
export type PackQuote = { readonly text: string; readonly by: string };

/** A line of a team’s debrief that may be passed on. */
export type DebriefExtract = { readonly day: string; readonly site: string; readonly text: string };

/** An idea and what came of it. */
export type PackIdea = {
  readonly title: string;
  /** `Yes`, `Part of it`, `No` */
  readonly decision: string;
  readonly reason: string;
  readonly action: string;
};

/** One partner’s own part of the figures. */
export type PackPartner = {
  readonly name: string;
  readonly headlines: readonly Headline[];
  readonly tables: readonly PackTable[];
};

/** All that the papers of a period are made from. */
export type PackInput = {
  readonly notes: Notes;
  /** How much its readers may see. */
  readonly profile: 'internal' | 'funder' | 'public';
  /** `October 2025`: what the figures are compared with. */
  readonly comparedWith?: string | undefined;
  readonly headlines: readonly Headline[];
  /** In the order of their numbers. */
  readonly tables: readonly PackTable[];
  /** Tables there are no records for yet, and why: they are listed and never made up. */
  readonly notRecorded: readonly { readonly number: PackTableNumber; readonly why: string }[];
  readonly definitions: Definitions;
  readonly narratives: readonly Narrative[];
  /** Written, and left out because it may tell who somebody is and nobody has said that it does not. */
  readonly narrativesWaiting: readonly NarrativeKind[];
  readonly quotes: readonly PackQuote[];
  /** Quotes that wait to be read: they are left out, and that is said. */
  readonly quotesWaiting: number;
  readonly debriefs: readonly DebriefExtract[];
  /** Lines that wait as narratives do. */
  readonly debriefsWaiting: number;
  readonly ideas: readonly PackIdea[];
  readonly partners: readonly PackPartner[];
};
