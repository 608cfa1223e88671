import {
  type AgeBand,
  type Gender,
  genderIn,
  type Level,
  type Newness,
  newnesses,
  type TallyBand,
} from '#domain/codes.ts';
import type { KnownAround } from '#domain/sessions/known.ts';
import {
  knownBand,
  type Register,
  saidCounted,
  standingTallies,
  type Tally,
  takesPart,
  toTally,
} from '#domain/sessions/register.ts';
import type { SessionRecords } from '#domain/sessions/session-line.ts';

/**
 * Who a session's attendances are, one by one: everybody named who took part, and the counted of one kind together. They add up
 * to the register's `all.total` whatever they are sorted by, so that a table by gender comes to what a table by age does.
 */

/** One person by name, or several who were counted, all alike. */
export type Comer = {
  /** None where they were only counted. */
  readonly person: string | null;
  readonly n: number;
  /** As known of a named person, or as they were counted. */
  readonly band: AgeBand | TallyBand;
  readonly gender: Gender;
  /** As the worker judged it; of somebody named it is looked up. */
  readonly newness: Newness | null;
  readonly level: Level;
};

/** The attendances of a session. @param register the session's own */
export function comersOf(
  { session, tallies }: SessionRecords,
  register: Pick<Register, 'presences'>,
  known: Pick<KnownAround, 'bandOn' | 'genderOf'>,
): Comer[] {
  const counted = tallies.filter(({ scope }) => scope === session.scope).map(toTally);
  const lots = lotsOf(standingTallies(counted));
  const named: Comer[] = [];
  // Of the counted the same ones are taken whatever order the facts came in.
  for (const { person, state, level, known: marks } of inOrder(register.presences.values(), ({ person: id }) => id)) {
    if (state === 'removed') continue;
    if (takesPart(level)) {
      const gender = genderIn(known.genderOf(person) ?? '') ?? 'NK';
      named.push({ person, n: 1, band: known.bandOn(person, session.body.day), gender, newness: null, level });
    }
    const among = saidCounted(marks);
    // Counted before they were named: one of the counted is this person.
    if (among) takeOne(lots.get(knownBand(among.ageBand)) ?? [], among);
  }
  return [...named, ...[...lots.values()].flat().filter(({ n }) => n > 0)];
}

type Lot = Comer & { n: number };
type Like = { readonly gender?: string | undefined; readonly newness?: string | undefined; readonly level?: string };

/** The counted who took part, by band, those alike together and never fewer than nobody. */
function lotsOf(tallies: readonly Tally[]): Map<TallyBand, Lot[]> {
  const lots = new Map<TallyBand, Lot[]>();
  const less: Tally[] = [];
  for (const tally of tallies) {
    if (!takesPart(tally.level)) continue;
    // An older app takes somebody off without saying whom.
    if (tally.n < 0) {
      less.push(tally);
      continue;
    }
    const band = knownBand(tally.ageBand);
    const own = lots.get(band) ?? [];
    lots.set(band, own);
    const { level } = tally;
    const gender = genderIn(tally.gender) ?? 'NK';
    const newness = newnesses.find(([each]) => each === tally.newness)?.[0] ?? 'not known';
    const alike = own.find((lot) => lot.gender === gender && lot.newness === newness && lot.level === level);
    if (alike) alike.n += tally.n;
    else own.push({ person: null, n: tally.n, band, gender, newness, level });
  }
  for (const tally of inOrder(less, ({ id }) => id)) {
    const own = lots.get(knownBand(tally.ageBand)) ?? [];
    for (let left = -tally.n; left > 0; left -= 1) takeOne(own, tally);
  }
  return lots;
}

/** Takes one off those most like it: of the same gender and newness, of the same gender, of none known, else of the most. */
function takeOne(lots: readonly Lot[], like: Like): void {
  const nearness = (lot: Lot) =>
    (lot.gender === like.gender ? 4 : lot.gender === 'NK' ? 2 : 0) + (lot.newness === like.newness ? 1 : 0);
  const [first] = lots
    .filter(({ n }) => n > 0)
    .sort((a, b) => nearness(b) - nearness(a) || b.n - a.n || (keyOf(a) < keyOf(b) ? -1 : 1));
  if (first) first.n -= 1;
}

const inOrder = <T>(all: Iterable<T>, idOf: (each: T) => string): T[] =>
  [...all].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));

const keyOf = ({ gender, newness, level }: Lot): string => `${gender} ${newness} ${level}`;
