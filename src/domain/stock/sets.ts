import { type AgeBand, ageBands, type SetKind, setKinds, wordsOf } from '#domain/codes.ts';
import { type Badge, bandOn, nameOf } from '#domain/people/person.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { elements } from '#domain/records/row.ts';
import { elementsOf } from '#domain/records/say.ts';
import { type Amount, type Movement, standing } from './stock.ts';

/** Sets: what a box is made of, whose age it is for, and the codes on labels. */

/** A set as it is known here; of one that has not arrived yet, only what to call it. */
export type Kept = { readonly id: string; readonly body: SetBody & { readonly name: string } };
/** What is read of one; a newer version of the app may have written more. */
type SetBody = ChangeOf<'set'>;

/** A kind of set of a record; one a newer version wrote is treated as a single item. */
export const kindOfSet = (body: SetBody): SetKind => setKinds.find(([code]) => code === body.kind)?.[0] ?? 'ITM';

/** Boxes are what is given away whole; items and consumables are what they are made of. */
export const isBox = (body: SetBody): boolean => kindOfSet(body) === 'U10' || kindOfSet(body) === 'O10';

const { compare } = new Intl.Collator('en-GB');
const kindOrder = setKinds.map(([code]) => code);

/** Boxes first, under-10s before over-10s, then items, then consumables; each A to Z. */
export const inOrder = (a: Kept, b: Kept): number =>
  kindOrder.indexOf(kindOfSet(a.body)) - kindOrder.indexOf(kindOfSet(b.body)) || compare(a.body.name, b.body.name);

/** Of a version: its last four digits are drawn, so that two people who change a box at once do not make the same. */
const drawnTo = 10_000;

/** The version of a set: `2_4817` is the second, and a small number, as `1`, is the version itself. */
export const versionOf = (body: SetBody): number => body.version ?? 1;

/** How many times a set has been made up, as people count: `2` of `2_4817`. */
export const versionNumber = (version: number): number => (version < drawnTo ? version : Math.floor(version / drawnTo));

/** Versions there were before this one, the last first: what somebody changed at the same time is among them. */
export function earlierVersions(body: SetBody): number[] {
  const all = new Set(elements(body, 'part').map((key) => Number.parseInt(key, 10)));
  return [...all].filter((version) => version !== versionOf(body)).sort((a, b) => b - a);
}

/** What is in one of a set, by its version; the newest where none is named. */
export function partsIn(body: SetBody, version: number = versionOf(body)): Amount[] {
  const prefix = `${version}:`;
  return elements(body, 'part')
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ set: key.slice(prefix.length), n: Number(body[`part/${key}`]) }));
}

/**
 * Which version of a set is in hand: the oldest of which more was built than given out and taken apart, else the newest. What
 * was lost, damaged or passed on does not say which version it was: the oldest go first.
 * @param movements those of the partner whose boxes they are, its own
 */
export function packedVersion(movements: readonly Movement[], { id, body }: Kept): number {
  const newest = versionOf(body);
  const left = new Map<number, number>();
  let gone = 0;
  for (const { set, kind, n, to, version = 1 } of standing(movements)) {
    if (set !== id) continue;
    if (kind === 'built' || kind === 'returned') left.set(version, (left.get(version) ?? 0) + n);
    else if (kind === 'given out' || kind === 'unbuilt') left.set(version, (left.get(version) ?? 0) - n);
    else if (['damaged', 'lost', 'transferred'].includes(kind) || (kind === 'adjusted' && to === undefined)) gone += n;
  }
  for (const [version, n] of [...left].sort(([a], [b]) => a - b)) {
    if (n > gone && partsIn(body, version).length > 0) return version;
    gone -= Math.min(gone, Math.max(0, n));
  }
  return newest;
}

/**
 * The fields of a set whose contents changed: a new version, so that boxes given out before stay what they were. The lists of
 * two people who changed it at once are both kept, and the later of the two holds.
 * @param drawn a random whole number below 10,000; left out for a set that is only being made, which nobody else can change
 */
export function newContents(body: SetBody, parts: readonly Amount[], drawn?: number): ChangeOf<'set'> {
  const number = 'version' in body ? versionNumber(versionOf(body)) + 1 : 1;
  const version = drawn === undefined ? number : number * drawnTo + drawn;
  return {
    version,
    ...elementsOf(
      'part',
      parts.map(({ set, n }) => [`${version}:${set}`, n] as const),
    ),
  };
}

/** From this age on the over-10s set is given, unless the programme says otherwise. */
export const usualBoxAge = 10;

/** From which age somebody gets an over-10s set, in years. */
export const boxAgeOf = (programme: ChangeOf<'programme'> | undefined): number => programme?.boxAge ?? usualBoxAge;

/** Which box somebody gets and why; `kind` is null where their age does not tell. */
export type Suggestion = { readonly kind: 'U10' | 'O10' | null; readonly why: string };

/** `{ kind: 'O10', why: 'Jakub is 10: over-10s set' }`. @param day the day it is given out */
export function suggestedBox(badge: Badge, day: string, boxAge: number): Suggestion {
  const called = badge.knownAs ?? nameOf(badge);
  const setWords = (kind: 'U10' | 'O10') => `${kind === 'U10' ? 'under' : 'over'}-10s set`;
  if (typeof badge.yearOfBirth === 'number') {
    const age = Number(day.slice(0, 4)) - badge.yearOfBirth;
    const kind = age < boxAge ? 'U10' : 'O10';
    return { kind, why: `${called} is ${age}: ${setWords(kind)}` };
  }
  const band = bandOn(day, badge);
  const kind = kindOfBand(band, boxAge);
  if (band === 'NK') return { kind: null, why: `${called}’s age is not known: choose` };
  const words = wordsOf(ageBands, band).toLowerCase();
  return kind
    ? { kind, why: `${called} is ${words}: ${setWords(kind)}` }
    : { kind: null, why: `${called} is ${words}: ask if under ${boxAge}` };
}

/** The box of a whole age band; null where the boundary cuts it or it is not known. */
export function kindOfBand(band: AgeBand, boxAge: number): 'U10' | 'O10' | null {
  const span = spans[band];
  if (!span) return null;
  if (span[1] < boxAge) return 'U10';
  return span[0] >= boxAge ? 'O10' : null;
}

const spans: Record<AgeBand, readonly [first: number, last: number] | null> = {
  '00-07': [0, 7],
  '08-09': [8, 9],
  '10-12': [10, 12],
  '13-15': [13, 15],
  '16-17': [16, 17],
  '18-19': [18, 19],
  '20-24': [20, 24],
  '25+': [25, 120],
  NK: null,
};

/** Letters and digits nobody mistakes for another: no I, L, O, U, 0 or 1. */
const codeLetters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A new code for a label. @param bytes four random ones @param taken codes in use: the next free one is found */
export function newCode(bytes: Uint8Array, taken: ReadonlySet<string>): string {
  const letters = [...bytes.slice(0, 4)].map((byte) => byte % codeLetters.length);
  for (;;) {
    const code = letters.map((at) => codeLetters[at]).join('');
    if (!taken.has(code)) return code;
    for (let place = 3; place >= 0; place -= 1) {
      letters[place] = ((letters[place] ?? 0) + 1) % codeLetters.length;
      if (letters[place] !== 0) break;
    }
  }
}

/** What a label says: a set or a place by its code, and which box of that kind. */
export type Label = { readonly code: string; readonly serial: number | null };

/** Reads what was typed or scanned: `k7rt-31`, `K7RT 31`, `BANDSTAND:K7RT-31`. Null where it is no label. */
export function readLabel(typed: string): Label | null {
  const text = typed
    .trim()
    .toUpperCase()
    .replace(/^BANDSTAND:/, '');
  const found = /^([A-Z0-9]{4})(?:[\s–-]*(\d{1,5}))?$/.exec(text);
  if (!found?.[1]) return null;
  return { code: found[1], serial: found[2] === undefined ? null : Number(found[2]) };
}

/** `K7RT-31`, as it is printed and kept. */
export const labelWords = ({ code, serial }: Label): string => (serial === null ? code : `${code}-${serial}`);

/** What a QR label holds: the same, with a word before it so that a scanned poster is not taken for one. */
export const labelQr = (label: Label): string => `BANDSTAND:${labelWords(label)}`;
