import { type AgeBand, ageBands } from '#domain/codes.ts';
import { elements } from '#domain/records/row.ts';
import { type Badge, bandOn } from './person.ts';
import { isSpelled, soundsOf, typedPlainly } from './search.ts';

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

/** A badge read once, for however many it is held against. */
type ReadBadge = {
  readonly letters: string;
  readonly heard: readonly string[];
  readonly initial: string;
  readonly band: AgeBand;
  readonly sites: readonly string[];
};

const readBadge = (badge: Badge, day: string): ReadBadge => ({
  letters: typedPlainly(badge.knownAs ?? '').replaceAll(' ', ''),
  heard: soundsOf(badge.knownAs ?? ''),
  initial: badge.initial ?? '',
  band: bandOn(day, badge),
  sites: elements(badge, 'site'),
});

type ReadName = Pick<ReadBadge, 'letters' | 'heard'>;

/** How alike two first names are: 3 written alike, 2 heard alike or a letter off, 1 where one may be short for the other, 0 not. */
function alikeNames({ letters: a, heard }: ReadName, { letters: b, heard: also }: ReadName): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 3;
  if (Math.min(a.length, b.length) >= 4 && isOneLetterOff(a, b)) return 2;
  const isHeard = (so: (one: string, other: string) => boolean) =>
    heard.some((one) => also.some((other) => so(one, other)));
  if (isHeard((one, other) => one === other)) return 2;
  const isLong = (sound: string) => sound.length >= 3 && !isSpelled(sound);
  if (isHeard((one, other) => isLong(one) && isLong(other) && isOneLetterOff(one, other))) return 2;
  const isShort = a.length >= 3 && b.length >= 3 && (a.startsWith(b) || b.startsWith(a));
  const isBegun = (one: string, other: string) =>
    !isSpelled(one) && !isSpelled(other) && (one.startsWith(other) || other.startsWith(one));
  return isShort || isHeard(isBegun) ? 1 : 0;
}

const bandAt = (band: string): number => ageBands.findIndex(([code]) => code === band);

/** Whether two ages may be one person's: the same band or its neighbour, since one of them may have been asked a year ago. */
const agesFit = (a: AgeBand, b: AgeBand): boolean => a === 'NK' || b === 'NK' || Math.abs(bandAt(a) - bandAt(b)) <= 1;

const shareASite = (own: readonly string[], others: readonly string[]): boolean =>
  own.length === 0 || others.length === 0 || others.some((site) => own.includes(site));

const fits = (one: ReadBadge, other: ReadBadge): boolean =>
  (one.initial === '' || other.initial === '' || one.initial === other.initial) && agesFit(one.band, other.band);

/** Whether nothing speaks against two badges being one person’s: Mohammed A is not Mohammed S, and a child of 8 is none of 16. */
export const couldBe = (one: Badge, other: Badge, day: string): boolean =>
  fits(readBadge(one, day), readBadge(other, day));

function alikeness(names: number, one: ReadBadge, other: ReadBadge): number {
  if (names === 0 || !fits(one, other)) return 0;
  const sameInitial = one.initial !== '' && one.initial === other.initial;
  if (names === 1 && !sameInitial) return 0;
  return names + (sameInitial ? 2 : 0) + (shareASite(one.sites, other.sites) ? 1 : 0);
}

/** How likely two badges are one person's, 0 where they are not. @param day the ages are compared on */
export function likeness(one: Badge, other: Badge, day: string): number {
  const [a, b] = [readBadge(one, day), readBadge(other, day)];
  return alikeness(alikeNames(a, b), a, b);
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
  const read = people.map((person) => ({ person, badge: readBadge(person.body, day) }));
  // Names that begin with another sound are never alike: five thousand people are not each held against five thousand.
  const bySound = Map.groupBy(read, ({ badge }) => badge.heard[0]?.charAt(0) ?? '');
  const pairs = [...bySound.values()].flatMap((near) => {
    const byName = [...Map.groupBy(near, ({ badge }) => badge.letters).values()];
    return byName.flatMap((ones, at) => byName.slice(at).flatMap((others) => pairsBetween(ones, others)));
  });
  return pairs
    .filter(({ one, other, alike }) => alike >= 3 && !areTwo(one.id, other.id) && !wereTogether(one.id, other.id))
    .sort((a, b) => b.alike - a.alike);
}

type Read<Person> = { readonly person: Person; readonly badge: ReadBadge };

/** Everybody of one name with everybody of another: the names are compared once. */
function pairsBetween<Person>(ones: readonly Read<Person>[], others: readonly Read<Person>[]) {
  const [first, second] = [ones[0]?.badge, others[0]?.badge];
  const names = first && second ? alikeNames(first, second) : 0;
  if (names === 0) return [];
  return ones.flatMap((one, at) =>
    (ones === others ? others.slice(at + 1) : others).flatMap((other) => {
      const alike = alikeness(names, one.badge, other.badge);
      return alike > 0 ? [{ one: one.person, other: other.person, alike }] : [];
    }),
  );
}
