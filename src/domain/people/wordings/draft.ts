import { codesOf, wordsOf } from '#domain/codes.ts';
import { isSameName } from '#domain/people/search.ts';
import { type LawfulBasis, languagesInEnglish, type Purpose, purposes } from '#domain/people-codes.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { hashOf } from '#domain/records/canonical.ts';
import type { AskedPurpose, WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { type Block, blocksFor, blockWords, linesOf, type Texts, textsIn, textsOf } from './blocks.ts';
import { pictogramOf } from './pictograms.ts';
import { newestSource, type Wordings, wordingOf } from './versions.ts';

/** A draft of a wording: the document it would make, what is missing in it, and why it cannot be signed. */

export type Draft = ChangeOf<'wording'>;

/** One organisation that relies on the answers. */
export type Controller = WordingDocument['controllers'][number];

/** What a draft stands in: the programme and its partners as they are now, and what was approved. */
export type DraftSetting = {
  readonly programme: string;
  readonly controllers: readonly Controller[];
  readonly wordings: Wordings;
};

/** How each purpose is asked unless a programme says otherwise. */
export const usually: Readonly<Record<Purpose, { basis: LawfulBasis; gillick: boolean; blocks: boolean }>> = {
  takePart: { basis: 'legitimate interests', gillick: true, blocks: false },
  contactSport: { basis: 'legitimate interests', gillick: false, blocks: true },
  emergencyCare: { basis: 'vital interests', gillick: true, blocks: false },
  photoInternal: { basis: 'consent', gillick: false, blocks: false },
  photoPublic: { basis: 'consent', gillick: false, blocks: false },
  contact: { basis: 'consent', gillick: false, blocks: false },
  sharePartners: { basis: 'consent', gillick: false, blocks: false },
  equality: { basis: 'consent', gillick: true, blocks: false },
  research: { basis: 'consent', gillick: true, blocks: false },
};

/** For how many months an answer holds unless a programme says otherwise. */
export const usualMonths = 12;

/** Whether it is the English from which the others are translated. */
export const isSourceDraft = ({ language, style }: Draft): boolean => language === 'en' && style === 'plain';

/** The English that a draft puts into its language. */
const sourceOf = (draft: Draft, { wordings }: DraftSetting): WordingDocument | undefined =>
  isSourceDraft(draft) ? undefined : wordingOf(wordings, draft.translates ?? '')?.document;

/** What a draft asks, in order. */
export function asksOf(draft: Draft, around: DraftSetting): Purpose[] {
  const source = sourceOf(draft, around);
  if (source) return source.purposes.map(({ purpose }) => purpose);
  return codesOf(purposes).filter((purpose) => draft[`asks/${purpose}`] === true);
}

function questionOf(draft: Draft, texts: Texts, purpose: Purpose, source: AskedPurpose | undefined): AskedPurpose {
  const text = (part: 'title' | 'question' | 'why' | 'what' | 'yes' | 'no' | 'ifNo') =>
    texts[`${purpose}:${part}`] ?? '';
  const how = usually[purpose];
  const recipients = linesOf(texts[`${purpose}:recipients`]);
  return {
    purpose,
    pictogram: source?.pictogram ?? pictogramOf(purpose),
    title: text('title'),
    question: text('question'),
    why: text('why'),
    what: text('what'),
    yes: text('yes'),
    no: text('no'),
    ifNo: text('ifNo'),
    data: linesOf(texts[`${purpose}:data`]),
    // Names are the same in every language.
    recipients: recipients.length > 0 ? recipients : [...(source?.recipients ?? [])],
    basis: source?.basis ?? draft[`basis/${purpose}`] ?? how.basis,
    gillick: source?.gillick ?? draft[`gillick/${purpose}`] ?? how.gillick,
    blocks: source?.blocks ?? draft[`blocks/${purpose}`] ?? how.blocks,
  };
}

/** What a new draft holds that begins from a document: its texts, and how it asks where it is English. */
export function draftOf(document: WordingDocument, translates: string | undefined): Draft {
  const texts = Object.entries(textsOf(document)).filter(([, text]) => text !== '');
  const how = document.purposes.flatMap(({ purpose, gillick, blocks, basis }) => [
    ...[[`asks/${purpose}`, true] as const, [`gillick/${purpose}`, gillick] as const],
    ...[[`blocks/${purpose}`, blocks] as const, [`basis/${purpose}`, basis] as const],
  ]);
  const { language, style, translator } = document;
  return {
    ...{ language, style, ...(translator !== null && { translator }) },
    ...(isSourceDraft({ language, style }) ? { months: document.months, ...Object.fromEntries(how) } : { translates }),
    ...Object.fromEntries(texts.map(([block, text]) => [`text/${block}`, text])),
  };
}

/**
 * The document a draft would make, as it stands: what is not written is empty, so that it can be looked at. Only one that nothing
 * is missing in is a document (`whyNotSigned`).
 */
export function documentOf(draft: Draft, around: DraftSetting): WordingDocument {
  const texts = textsIn(draft);
  const source = sourceOf(draft, around);
  const of = (purpose: Purpose) => source?.purposes.find((each) => each.purpose === purpose);
  return {
    schema: 1,
    programme: source?.programme ?? around.programme,
    language: draft.language ?? 'en',
    style: draft.style ?? 'plain',
    version: source?.version ?? (newestSource(around.wordings)?.document.version ?? 0) + 1,
    translates: source ? (draft.translates ?? null) : null,
    purposes: asksOf(draft, around).map((purpose) => questionOf(draft, texts, purpose, of(purpose))),
    controllers: source?.controllers ?? around.controllers,
    stored: texts['all:stored'] ?? '',
    kept: texts['all:kept'] ?? '',
    jurisdiction: texts['all:jurisdiction'] ?? '',
    months: source?.months ?? draft.months ?? usualMonths,
    withdraw: texts['all:withdraw'] ?? '',
    complain: texts['all:complain'] ?? '',
    translator: draft.translator?.trim() || null,
    reviewer: draft.reviewer?.trim() ?? '',
  };
}

/** The hash of what a reviewer reads: the document without who put it into words and who read it. */
export function readingOf(draft: Draft, around: DraftSetting): string {
  const { translator: _, reviewer: __, ...read } = documentOf(draft, around);
  return hashOf(read);
}

/** What is missing or wrong in a draft, and in which block, if it is in one. */
export type Missing = { readonly block: Block | null; readonly words: string };

/** Each missing text by its block, and what the set-up lacks. */
export function missingIn(draft: Draft, around: DraftSetting): Missing[] {
  const texts = textsIn(draft);
  const asked = asksOf(draft, around);
  const inTexts = blocksFor(asked).flatMap((block): Missing[] => {
    const wrong = wrongIn(block, texts[block]);
    return wrong === null ? [] : [{ block, words: `${blockWords(block)}: ${wrong}` }];
  });
  return [...aroundMissing(draft, around, asked), ...inTexts];
}

function wrongIn(block: Block, text: string | undefined): string | null {
  if (block.endsWith(':recipients')) return null;
  if (text === undefined) return 'not written yet';
  const unknown = text.match(/\{[^}]*\}?|\}/g)?.find((each) => each !== '{name}');
  if (unknown) return `${unknown} stands for nothing; only {name} does`;
  if (block.endsWith(':question') && !text.includes('{name}')) return '{name} is missing: whose answer is it?';
  return null;
}

function aroundMissing(draft: Draft, around: DraftSetting, asked: readonly Purpose[]): Missing[] {
  const found: string[] = [];
  if (isSourceDraft(draft)) {
    if (asked.length === 0) found.push('It asks nothing yet');
    if (around.controllers.length === 0) found.push('No partner is named');
    for (const { name, address, contact } of around.controllers)
      if (address === '' || contact === '')
        found.push(`${name} has no ${address === '' ? 'address' : 'phone or e-mail'} in the set-up`);
    found.push(...notNamed(draft, around, asked));
  } else {
    const newest = newestSource(around.wordings);
    if (!newest) found.push('The English comes first: none is approved yet');
    else if (draft.translates !== newest.sha256)
      found.push(`The English is at version ${newest.document.version}: bring this draft up to it`);
  }
  return found.map((words) => ({ block: null, words }));
}

/** Who shares with partners names every one of them: a kind of organisation is not enough. */
function notNamed(draft: Draft, { controllers }: DraftSetting, asked: readonly Purpose[]): string[] {
  if (!asked.includes('sharePartners')) return [];
  const named = linesOf(textsIn(draft)['sharePartners:recipients']);
  return controllers
    .filter(({ name }) => !named.some((line) => line.includes(name)))
    .map(({ name }) => `${name} is not named among the partners who get names`);
}

/** Why a draft cannot be signed, each reason a sentence; none where it can be approved. */
export function whyNotSigned(draft: Draft, around: DraftSetting): string[] {
  return [...missingIn(draft, around).map(({ words }) => words), ...notReviewed(draft, around)];
}

function notReviewed(draft: Draft, around: DraftSetting): string[] {
  const { reviewer, translator, reviewed, machine } = draft;
  const speaker = isSourceDraft(draft)
    ? 'somebody'
    : `somebody who speaks ${wordsOf(languagesInEnglish, draft.language) || 'the language'}`;
  if (!reviewer?.trim() || !reviewed)
    return [`${machine ? 'A machine wrote it, and ' : ''}${speaker} has to read it first`.replace(/^s/, 'S')];
  if (translator && isSameName(translator, reviewer)) return ['Who wrote it cannot be the one who reviews it'];
  return reviewed === readingOf(draft, around) ? [] : [`It was changed after ${reviewer.trim()} had read it`];
}
