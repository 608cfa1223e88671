import {
  type AgeBand,
  type Gender,
  type Level,
  type MarkState,
  type Newness,
  type Quality,
  type TallyBand,
  tallyBands,
  toTallyBand,
} from '#domain/codes.ts';
import type { SameIn } from '#domain/people/alias.ts';
import type { BodyOf, RowOf } from '#domain/records/body.ts';
import { listIn } from '#domain/records/row.ts';
import { inForce, standingOf } from '#domain/records/taken-back.ts';
import { readInstant } from '#domain/time.ts';
import { arrivalOf } from './arrival.ts';

/**
 * The register of one session: who is here and how many came, folded from marks and tallies. Derived, never stored.
 * One total: `attendances = named here + counted − named who were already counted`, so nobody is counted twice and no count is
 * below zero.
 */

/** A mark as the fold reads it. */
export type Mark = {
  readonly id: string;
  readonly person: string;
  readonly state: MarkState;
  readonly level: Level;
  readonly at: string;
  readonly by: string;
  readonly replaces: readonly string[];
  /** When they came, where that was put right. */
  readonly came?: string | undefined;
  readonly alreadyCounted?: BodyOf<'mark'>['alreadyCounted'];
};

/** People counted by eye and not named, all alike in band, gender, newness and level. */
export type Tally = {
  readonly id: string;
  readonly ageBand: TallyBand;
  readonly gender: Gender;
  readonly newness: Newness;
  readonly level: Level;
  readonly quality: Quality;
  readonly n: number;
  /** The tally this one takes back. */
  readonly undoes?: string | undefined;
  readonly at: string;
  readonly by: string;
};

/** A mark or tally row read as one; what an older version left out is filled with its default. */
export const toMark = ({ id, by, body }: RowOf<'mark'>): Mark => ({
  ...body,
  level: body.level ?? 'joined_in',
  at: readInstant(body.at),
  replaces: listIn(body.replaces),
  id,
  by,
});
/** A tally's record read; what was not asked stands as not known, joined in and exact. */
export const toTally = ({ id, by, body }: RowOf<'tally'>): Tally => ({
  ...body,
  gender: body.gender ?? 'NK',
  newness: body.newness ?? 'not known',
  level: body.level ?? 'joined_in',
  quality: body.quality ?? 'exact',
  at: readInstant(body.at),
  id,
  by,
});

/** The marks of one partner’s session, whoever has two badges as one person. */
export function marksOf({ scope }: { readonly scope: string }, rows: readonly RowOf<'mark'>[], same: SameIn): Mark[] {
  const { headOf } = same(scope);
  const own = rows.filter((row) => row.scope === scope).map(toMark);
  return own.map((mark) => ({ ...mark, person: headOf(mark.person) }));
}

const precedence: Record<MarkState, number> = { here: 0, left: 1, removed: 2 };

/** How many earlier marks one may name. */
const mostReplaced = 200;

/**
 * What a new mark of a person names: the marks in force, and what those of them replace that the server has not confirmed. *Why:
 * naming every mark there ever was, the 202nd would be refused; naming the last alone, a refused one would bring back those
 * before it.*
 */
export function toReplace(known: readonly Mark[], isConfirmed: (id: string) => boolean): string[] {
  const byId = new Map(known.map((mark) => [mark.id, mark]));
  const named = new Set(inForce(known).map(({ id }) => id));
  for (const id of named) {
    // A set is walked on into what is added to it on the way.
    if (!isConfirmed(id)) for (const before of byId.get(id)?.replaces ?? []) if (byId.has(before)) named.add(before);
  }
  return [...named].slice(0, mostReplaced);
}

/** One person in one session. `arrivedAt` is the earliest *here*, for the stay line; `at` is when the state in force was set. */
export type Presence = {
  readonly person: string;
  readonly state: MarkState;
  readonly level: Level;
  readonly at: string;
  readonly arrivedAt: string;
  readonly mark: Mark;
  /** Every mark of this person here. */
  readonly known: readonly Mark[];
};

/** Who was marked, by person. Where two phones disagreed, *here* stands before *left* before *removed*. */
export function presences(marks: readonly Mark[]): Map<string, Presence> {
  const byPerson = Map.groupBy(marks, (mark) => mark.person);
  const found = new Map<string, Presence>();
  for (const [person, own] of byPerson) {
    const standing = inForce(own).sort(
      (a, b) =>
        precedence[a.state] - precedence[b.state] || (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1),
    );
    const mark = standing[0];
    if (!mark) continue;
    found.set(person, {
      person,
      state: mark.state,
      level: mark.level,
      at: mark.at,
      arrivedAt: arrivalOf(own) ?? mark.at,
      mark,
      known: own,
    });
  }
  return found;
}

/** People of one band. `overlap` are the named who had been counted before they were named: never more than were counted. */
export type Count = {
  readonly named: number;
  readonly counted: number;
  readonly overlap: number;
  readonly total: number;
};

/** Who came to a session and how many, once what was said twice or taken back is out of it. */
export type Register = {
  readonly presences: ReadonlyMap<string, Presence>;
  /** Came, by band; the six add up to `all`. */
  readonly bands: Readonly<Record<TallyBand, Count>>;
  readonly all: Count;
  /** Watching or talked to only: contacts, not attendances. */
  readonly contacts: number;
  readonly hereNow: number;
  readonly left: number;
  /** Here now of those who came, the counted among them: nobody says when they leave. */
  readonly now: number;
  /** Bands where more were named than had been counted: a question at Finish, never a refusal. */
  readonly surplus: readonly { readonly band: TallyBand; readonly n: number }[];
  /** Whether any count in force is a best guess. */
  readonly estimated: boolean;
};

/** A band as counts know it; one this version does not know is *not known*, so that the total still holds. */
export const knownBand = (band: string): TallyBand => tallyBands.find(([each]) => each === band)?.[0] ?? 'NK';
const bandIn = <Band>(bands: Record<TallyBand, Band>, band: string): Band => bands[knownBand(band)];

/** Whether somebody at this level is an attendance; others are contacts. */
export const takesPart = (level: Level): boolean => level === 'joined_in' || level === 'helped';

/** Distinct tallies of one session that nobody took back. */
export const standingTallies = (tallies: readonly Tally[]): Tally[] => standingOf(tallies, () => true);

/** What takes a count back: it names it, so that it is taken back once. Of nobody it takes nobody, never −0. */
export const undoing = ({ id, n, ageBand, gender, newness, level, quality }: Tally) => ({
  ...{ ageBand, gender, newness, level, quality },
  ...{ n: n === 0 ? 0 : -n, undoes: id },
});

/**
 * Which count *one less* is about: the last +1 of a band; where there is none, the last of several counted at once. One's own
 * before another's; none where nobody is counted.
 */
export function lastOne(tallies: readonly Tally[], ageBand: TallyBand, by: string): Tally | undefined {
  const counted = standingTallies(tallies)
    .filter((tally) => tally.ageBand === ageBand && takesPart(tally.level))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  // An older app took off more than it named: nobody is left to take back.
  if (counted.reduce((sum, { n }) => sum + n, 0) <= 0) return undefined;
  const ownFirst = (found: readonly Tally[]) => found.findLast((tally) => tally.by === by) ?? found.at(-1);
  return ownFirst(counted.filter(({ n }) => n === 1)) ?? ownFirst(counted.filter(({ n }) => n > 1));
}

/**
 * The register of a session from its rows. What another partner's scope says of it does not count in it.
 * @param bandOf the age band of a person on the session's day
 * @param same who is who: somebody with two badges came once
 */
export function registerFrom(
  session: { readonly scope: string },
  marks: readonly RowOf<'mark'>[],
  tallies: readonly RowOf<'tally'>[],
  bandOf: (person: string) => AgeBand,
  same: SameIn,
): Register {
  const counted = tallies.filter(({ scope }) => scope === session.scope).map(toTally);
  return foldRegister(marksOf(session, marks, same), counted, bandOf);
}

/** The whole register of a session. @param bandOf the age band of a person on the session's day */
export function foldRegister(
  marks: readonly Mark[],
  tallies: readonly Tally[],
  bandOf: (person: string) => AgeBand,
): Register {
  const people = presences(marks);
  const bands = Object.fromEntries(tallyBands.map(([band]) => [band, { named: 0, counted: 0, overlap: 0 }])) as Record<
    TallyBand,
    { named: number; counted: number; overlap: number }
  >; // every band is a key
  let watching = 0;
  let hereNow = 0;
  let left = 0;
  let cameAndLeft = 0;
  for (const presence of people.values()) {
    if (presence.state === 'removed') continue;
    if (presence.state === 'here') hereNow += 1;
    else left += 1;
    if (takesPart(presence.level)) {
      bands[toTallyBand(bandOf(presence.person))].named += 1;
      if (presence.state === 'left') cameAndLeft += 1;
    } else watching += 1;
    const counted = saidCounted(presence.known);
    if (counted) bandIn(bands, counted.ageBand).overlap += 1;
  }
  const stands = standingTallies(tallies);
  let watched = 0;
  for (const tally of stands) {
    if (takesPart(tally.level)) bandIn(bands, tally.ageBand).counted += tally.n;
    else watched += tally.n;
  }
  const counts = totals(bands);
  return {
    presences: people,
    contacts: watching + Math.max(0, watched),
    hereNow,
    left,
    now: counts.all.total - cameAndLeft,
    estimated: stands.some(({ quality, n }) => quality === 'estimate' && n !== 0),
    ...counts,
  };
}

/**
 * One `alreadyCounted` per person and session, however many phones said so: what the marks in force say. A mark carries it on
 * from the one it replaces, so leaving it out takes it back.
 */
export function saidCounted(own: readonly Mark[]): NonNullable<Mark['alreadyCounted']> | null {
  const said = inForce(own).filter((mark) => mark.state !== 'removed' && mark.alreadyCounted);
  return said.sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1)?.alreadyCounted ?? null;
}

/**
 * Nobody was among more counted than there are, and a bare minus of an older app takes no more than there is: no count is below
 * zero, and everybody named came. What was said beyond it is the surplus.
 */
function totals(
  bands: Record<TallyBand, { named: number; counted: number; overlap: number }>,
): Pick<Register, 'bands' | 'all' | 'surplus'> {
  const counts = Object.fromEntries(
    Object.entries(bands).map(([band, said]) => {
      const counted = Math.max(0, said.counted);
      const overlap = Math.min(said.overlap, counted);
      return [band, { named: said.named, counted, overlap, total: said.named + counted - overlap }];
    }),
  ) as Record<TallyBand, Count>; // the same keys
  const all = Object.values(counts).reduce(
    (sum, each) => ({
      named: sum.named + each.named,
      counted: sum.counted + each.counted,
      overlap: sum.overlap + each.overlap,
      total: sum.total + each.total,
    }),
    { named: 0, counted: 0, overlap: 0, total: 0 },
  );
  const surplus = tallyBands.flatMap(([band]) => {
    const over = bands[band].overlap - counts[band].counted;
    return over > 0 ? [{ band, n: over }] : [];
  });
  return { bands: counts, all, surplus };
}

/** The band in which somebody now named may have been counted: their own if anyone is left in it, else any; null where nobody is. */
export function countedBand({ bands }: Pick<Register, 'bands'>, band: AgeBand): TallyBand | null {
  const isLeft = (each: TallyBand) => bands[each].counted - bands[each].overlap > 0;
  const own = toTallyBand(band);
  return isLeft(own) ? own : (tallyBands.find(([each]) => isLeft(each))?.[0] ?? null);
}
