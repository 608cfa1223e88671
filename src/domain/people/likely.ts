import { ageBands } from '#domain/codes.ts';
import { elements } from '#domain/records/row.ts';
import { type Badge, bandOn } from './person.ts';
import { folded, soundOf, tellingSound } from './search.ts';

/** Who may be somebody that is known already: by the letters and the sound of the name, the park and the age. Never merged by itself. */

/** A badge and whose it is. */
export type Badged = { readonly id: string; readonly body: Badge };

/** Whether one of two words comes from the other by one letter changed, missing or too many. */
function isOneLetterOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1);
}

/** How alike two first names are: 3 written alike, 2 heard alike or a letter off, 1 where one may be short for the other, 0 not. */
function alikeNames(one: string, other: string): number {
  const [a, b] = [folded(one).replaceAll(' ', ''), folded(other).replaceAll(' ', '')];
  if (a === '' || b === '') return 0;
  if (a === b) return 3;
  if (Math.min(a.length, b.length) >= 4 && isOneLetterOff(a, b)) return 2;
  const [heard, also] = [soundOf(one), soundOf(other)];
  const telling = Math.min(heard.length, also.length) >= tellingSound;
  if (telling && heard === also) return 2;
  if (heard.length >= 3 && also.length >= 3 && isOneLetterOff(heard, also)) return 2;
  const isShort = a.length >= 3 && b.length >= 3 && (a.startsWith(b) || b.startsWith(a));
  return isShort || (telling && (heard.startsWith(also) || also.startsWith(heard))) ? 1 : 0;
}

const bandAt = (band: string): number => ageBands.findIndex(([code]) => code === band);

/** Whether two ages may be one person's: the same band or its neighbour, since one of them may have been asked a year ago. */
function agesFit(one: Badge, other: Badge, day: string): boolean {
  const [a, b] = [bandOn(day, one), bandOn(day, other)];
  return a === 'NK' || b === 'NK' || Math.abs(bandAt(a) - bandAt(b)) <= 1;
}

function shareASite(one: Badge, other: Badge): boolean {
  const [own, others] = [elements(one, 'site'), elements(other, 'site')];
  return own.length === 0 || others.length === 0 || others.some((site) => own.includes(site));
}

/** Whether nothing speaks against two badges being one person’s: Mohammed A is not Mohammed S, and a child of 8 is none of 16. */
export function couldBe(one: Badge, other: Badge, day: string): boolean {
  const [a, b] = [one.initial ?? '', other.initial ?? ''];
  return (a === '' || b === '' || a === b) && agesFit(one, other, day);
}

/** How likely two badges are one person's, 0 where they are not. @param day the ages are compared on */
export function likeness(one: Badge, other: Badge, day: string): number {
  const names = alikeNames(one.knownAs ?? '', other.knownAs ?? '');
  if (names === 0 || !couldBe(one, other, day)) return 0;
  const sameInitial = Boolean(one.initial) && one.initial === other.initial;
  if (names === 1 && !sameInitial) return 0;
  return names + (sameInitial ? 2 : 0) + (shareASite(one, other) ? 1 : 0);
}

/** Those of some people who may be the one of this badge, the likeliest first. */
export function likelyTo<Person extends Badged>(badge: Badge, people: readonly Person[], day: string): Person[] {
  return people
    .map((person) => ({ person, alike: likeness(badge, person.body, day) }))
    .filter(({ alike }) => alike > 0)
    .sort((a, b) => b.alike - a.alike)
    .map(({ person }) => person);
}

/** What is known of pairs beside their badges. */
export type PairsKnown = {
  /** Somebody looked: these are two. */
  readonly areTwo: (one: string, other: string) => boolean;
  /** Both were here at one session, as one person never is. */
  readonly wereTogether: (one: string, other: string) => boolean;
};

/** Pairs to look at, the likeliest first. @param people each once, by the record that stands for them */
export function likelyPairs<Person extends Badged>(
  people: readonly Person[],
  day: string,
  { areTwo, wereTogether }: PairsKnown,
): { readonly one: Person; readonly other: Person; readonly alike: number }[] {
  const first = (person: Person) => soundOf(person.body.knownAs ?? '').charAt(0);
  // Names that begin with another sound are never alike: five thousand people are not each held against five thousand.
  const pairs = [...Map.groupBy(people, first).values()].flatMap((near) =>
    near.flatMap((one, at) =>
      near.slice(at + 1).map((other) => ({ one, other, alike: likeness(one.body, other.body, day) })),
    ),
  );
  return pairs
    .filter(({ one, other, alike }) => alike >= 3 && !areTwo(one.id, other.id) && !wereTogether(one.id, other.id))
    .sort((a, b) => b.alike - a.alike);
}
