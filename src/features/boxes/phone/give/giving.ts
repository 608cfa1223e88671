import { numberOrNone, wholeNumber } from '#domain/numbers.ts';
import { nameOf } from '#domain/people/person.ts';
import type { Moving } from '#domain/stock/acts.ts';
import { setOf } from '#domain/stock/places.ts';
import { isBox, type Kept, kindOfSet, readLabel, type Suggestion, suggestedBox } from '#domain/stock/sets.ts';
import type { Amount, Movement } from '#domain/stock/stock.ts';
import { leftShort, type Shortage, shortageOf, useUp } from '#features/boxes/shortage.ts';
import { boxAge, choosable, contentsOf, isBoxSet, packedIn, type Stock, shelfOf } from '#features/boxes/stock.ts';

/** What the form of giving out holds, and what comes of it. */

/** One box and who gets it: one person, several who share it, or nobody named. */
export type Recipients = { readonly key: string; readonly people: readonly string[] };

/** What was chosen for one box; what is left out is as suggested. */
export type Choice = {
  readonly set?: string | undefined;
  /** As typed. */
  readonly n?: string | undefined;
  /** Parts that are not in it, or in all of them: how many of each, as typed or stepped. */
  readonly missing?: Readonly<Record<string, number | string>> | undefined;
  readonly reason?: string | undefined;
};

export type GiveFields = {
  /** Who gets it, with which label, at which session: a draft of anything else is not carried on. */
  readonly key: string;
  readonly between: boolean;
  readonly family: boolean;
  readonly choices: Readonly<Record<string, Choice>>;
};

export const nothingGiven = (key: string): GiveFields => ({
  key,
  between: false,
  family: false,
  choices: {},
});

/** The boxes of a form: one each, or one for all. */
function recipientsOf(people: readonly string[], between: boolean): Recipients[] {
  if (people.length === 0) return [{ key: 'unnamed', people: [] }];
  return between ? [{ key: 'between', people }] : people.map((id) => ({ key: id, people: [id] }));
}

/** Which kind of box and why; null where there is nobody to suggest for. */
export function suggestionFor(stock: Stock, { people }: Recipients, day: string): Suggestion | null {
  const all = people.map((id) => suggestedBox(stock.people.get(id)?.body ?? {}, day, boxAge(stock)));
  const [first] = all;
  if (!first || all.length === 1) return first ?? null;
  return all.every(({ kind }) => kind === first.kind) && first.kind
    ? { kind: first.kind, why: `All of an age for the ${first.kind === 'U10' ? 'under' : 'over'}-10s set` }
    : { kind: null, why: 'Of different ages: choose' };
}

/** A part of all the boxes of a form: how many there should be, how many are missing. */
export type Part = Amount & {
  readonly missing: number;
  readonly knownShort: number;
  /** How many are missing, as it stands in its field. */
  readonly typed: string;
  /** Why that is no number. */
  readonly fault?: string | undefined;
};

/** One box of the form, worked out: what the screen draws and what is saved. */
export type Giving = {
  readonly recipients: Recipients;
  readonly suggestion: Suggestion | null;
  /** The set that is suggested, and the one that stands. */
  readonly suggested: string | undefined;
  readonly set: string | undefined;
  readonly parts: readonly Part[];
  readonly typed: string;
  /** How many, or what is wrong with what was typed. */
  readonly n: number | string;
  /** Whether a number is asked at all. */
  readonly counted: boolean;
  readonly overridden: boolean;
  readonly reason: string | undefined;
  /** The findings that what is missing here was known from. */
  readonly settles: readonly string[];
};

export type Setting = {
  readonly stock: Stock;
  readonly place: string;
  readonly day: string;
  /** The set that was chosen before anyone was. */
  readonly preset: string | undefined;
};

/** All the boxes of a form. What is known to be missing in one box of the place is handed out once over them. */
export function givingsOf(setting: Setting, people: readonly string[], { between, choices }: GiveFields): Giving[] {
  const shortages = new Map<string, Shortage>();
  return recipientsOf(people, between).map((each) => givingOf(setting, each, choices[each.key] ?? {}, shortages));
}

function givingOf(
  { stock, place, day, preset }: Setting,
  recipients: Recipients,
  choice: Choice,
  shortages: Map<string, Shortage>,
): Giving {
  const suggestion = suggestionFor(stock, recipients, day);
  const suggested = suggestion?.kind ? boxOfKind(stock, place, suggestion.kind) : undefined;
  const set = choice.set ?? preset ?? suggested;
  const counted = set !== undefined && (recipients.people.length === 0 || !isBoxSet(stock, set));
  const typed = counted ? (choice.n ?? '1') : '1';
  const n = wholeNumber(typed);
  const shortage = shortages.get(set ?? '') ?? (set === undefined ? [] : shortageOf(stock, place, set));
  if (set !== undefined) shortages.set(set, shortage);
  const parts = set === undefined ? [] : partsOf(stock, set, typeof n === 'number' ? n : 1, choice.missing, shortage);
  return {
    recipients,
    suggestion,
    suggested,
    set,
    parts,
    typed,
    n,
    counted,
    overridden: suggested !== undefined && set !== undefined && set !== suggested && isBoxSet(stock, set),
    reason: choice.reason,
    settles: [...new Set(parts.flatMap((part) => useUp(shortage, part.set, part.missing)))],
  };
}

/** The open set of a kind, one that is there before one that is not. */
function boxOfKind(stock: Stock, place: string, kind: string): string | undefined {
  const sets = stock.sets.filter(({ body }) => body.status !== 'closed' && kindOfSet(body) === kind);
  return (sets.find(({ id }) => shelfOf(stock, place, id).balance > 0) ?? sets[0])?.id;
}

/**
 * A part that is known to be missing there is taken to be missing in this box, until somebody says otherwise. Of several boxes
 * nobody knows whether it is one of them: they are asked.
 */
function partsOf(stock: Stock, set: string, times: number, missing: Choice['missing'], shortage: Shortage): Part[] {
  return contentsOf(stock, set, packedIn(stock, set)).map((part) => {
    const n = part.n * times;
    const knownShort = leftShort(shortage, part.set);
    const meant = String(missing ? (missing[part.set] ?? 0) : times === 1 ? knownShort : 0);
    const read = numberOrNone(meant);
    const own = { set: part.set, n, knownShort };
    if (typeof read === 'string') return { ...own, missing: 0, typed: meant, fault: read };
    return { ...own, missing: Math.min(read, n), typed: String(Math.min(read, n)) };
  });
}

/** How many parts will be owed, or 0. */
export const owedIn = ({ parts }: Giving): number => parts.reduce((sum, { missing }) => sum + missing, 0);

/** What is given out, as it is said. */
export type Given = Omit<Moving, 'kind' | 'to'> & { readonly from: string };

/** One box as it is said. A part that was found missing in the van is from now on owed to who got the box. */
export function givenIn(
  { stock, place }: Setting,
  giving: Giving,
  about: Pick<Moving, 'id' | 'family' | 'label'>,
): Given {
  const { recipients, set = '', parts, n, overridden, reason, settles } = giving;
  return {
    ...about,
    set,
    n: typeof n === 'number' ? n : 0,
    from: place,
    for: recipients.people,
    owed: parts.filter(({ missing }) => missing > 0).map((part) => ({ set: part.set, n: part.missing })),
    version: packedIn(stock, set),
    settles,
    reason: overridden ? reason : undefined,
  };
}

/** A label is kept on the one box that carries it; else why it is not. */
export function problemWithLabel(stock: Stock, label: string, all: readonly Giving[]): string | null {
  const [first] = all;
  if (all.length !== 1 || first?.n !== 1) return 'A label is on one box: it is not kept with several.';
  const code = readLabel(label)?.code;
  const meant = stock.sets.find(({ body }) => body.code === code);
  if (first.set === undefined || !meant || meant.id === first.set) return null;
  return `The label is of another set, ${meant.body.name}: it is not kept with this box.`;
}

/** Boxes to choose from, the suggested one first; single things apart. */
export function offered({ stock, place }: Setting, { set, suggested }: Giving): { boxes: Kept[]; others: Kept[] } {
  const all = choosable(stock, place, set === undefined ? [] : [set]);
  const boxes = all.filter(({ id, body }) => isBox(body) || !setOf(stock, id));
  return {
    boxes: [...boxes.filter(({ id }) => id === suggested), ...boxes.filter(({ id }) => id !== suggested)],
    others: all.filter(({ id, body }) => !isBox(body) && setOf(stock, id)),
  };
}

/** The box somebody has already, the latest where there are several. */
export const boxOf = (stock: Stock, person: string): Movement | undefined =>
  stock.out
    .filter((move) => move.for.includes(person) && isBoxSet(stock, move.set))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);

/** Whether the very box that carries this label was given out and has not come back. */
export const givenBefore = (stock: Stock, label: string): Movement | undefined =>
  stock.out.find((move) => move.label === label);

export const calledAll = (stock: Stock, people: readonly string[]): string[] =>
  people.map((id) => nameOf(stock.people.get(id)?.body ?? { knownAs: 'Someone not yet known here' }));
