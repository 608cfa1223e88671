import { readSame } from '#db/people.ts';
import { newId, openPerson, say, sayIfAny } from '#db/person.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Gender, Level, MarkState, Newness, Quality, TallyBand } from '#domain/codes.ts';
import { rowsOf } from '#domain/records/body.ts';
import type { Entry } from '#domain/records/entry.ts';
import { fact, type Saying } from '#domain/records/say.ts';
import { inForce } from '#domain/records/taken-back.ts';
import {
  lastOne,
  type Mark,
  marksOf,
  presences,
  standingTallies,
  type Tally,
  toReplace,
  toTally,
} from '#domain/sessions/register.ts';
import { momentOf } from '#domain/sessions/timing.ts';

/** What a worker does on the register. Each says what happened; nothing is edited or deleted. */

type Marking = {
  readonly level?: Level;
  readonly at?: string;
  /** Left out, it is carried on from the mark in force; null takes it back. */
  readonly alreadyCounted?: NonNullable<Mark['alreadyCounted']> | null;
};

/** When a tap on this register happened; on an earlier session that is being written up, its start, or its end for who left. */
const tappedAt = ({ body }: ShownOf<'session'>, state: MarkState = 'here'): string =>
  momentOf(body, Date.now(), state === 'left' ? 'end' : 'start');

/** The marks of a pair this phone knows, looked up in the saving transaction: two quick taps never miss each other. */
async function knownMarks(
  tx: StoreTx,
  session: ShownOf<'session'>,
  person: string,
): Promise<{ known: Mark[]; replaces: string[] }> {
  const [shown, same] = await Promise.all([shownOf(tx, 'mark', session.id), readSame(tx)]);
  const { headOf } = same(session.scope);
  const known = marksOf(session, shown, same).filter((mark) => mark.person === headOf(person));
  const confirmed = new Set(shown.flatMap(({ id, standing }) => (standing === 'confirmed' ? id : [])));
  return { known, replaces: toReplace(known, (id) => confirmed.has(id)) };
}

export async function marking(
  tx: StoreTx,
  session: ShownOf<'session'>,
  person: string,
  state: MarkState,
  more: Marking = {},
): Promise<Saying> {
  const { known, replaces } = await knownMarks(tx, session, person);
  const before = [...presences(known).values()][0]?.mark;
  const { at = tappedAt(session, state), level = before?.level ?? 'joined_in' } = more;
  const carried = before?.state === 'removed' ? undefined : before?.alreadyCounted;
  const kept = state === 'removed' ? null : more.alreadyCounted === undefined ? carried : more.alreadyCounted;
  return fact('mark', newId(), session.scope, {
    session: session.id,
    person,
    day: session.body.day,
    state,
    level,
    at,
    replaces,
    ...(kept && { alreadyCounted: kept }),
  });
}

export const markHere = (session: ShownOf<'session'>, person: string, more?: Marking) =>
  say(async (tx) => [await marking(tx, session, person, 'here', more)]);

export const markLeft = (session: ShownOf<'session'>, person: string) =>
  say(async (tx) => [await marking(tx, session, person, 'left')]);

/** Takes an arrival back: it was a mistake, and the history keeps both. */
export const unmark = (session: ShownOf<'session'>, person: string) =>
  say(async (tx) => [await marking(tx, session, person, 'removed')]);

/**
 * Puts someone back to how they stood before a mark; a new mark, never a deletion. One that somebody replaced since is not
 * undone: that would take back what they said.
 */
export const undoMark = (session: ShownOf<'session'>, mark: Mark) =>
  sayIfAny(async (tx) => {
    const { known } = await knownMarks(tx, session, mark.person);
    if (!inForce(known).some(({ id }) => id === mark.id)) return [];
    const before = [...presences(known.filter(({ id }) => mark.replaces.includes(id))).values()][0]?.mark;
    const more = before
      ? { ...(before.at && { at: before.at }), level: before.level, alreadyCounted: before.alreadyCounted ?? null }
      : {};
    return [await marking(tx, session, mark.person, before?.state ?? 'removed', more)];
  });

export type Counting = {
  readonly ageBand: TallyBand;
  readonly n: number;
  readonly gender?: Gender;
  readonly newness?: Newness;
  readonly level?: Level;
  readonly quality?: Quality;
};

const counting = (
  session: ShownOf<'session'>,
  { ageBand, n, gender = 'NK', newness = 'not known', level = 'joined_in', quality = 'exact' }: Counting,
  undoes?: string,
): Saying =>
  fact('tally', newId(), session.scope, {
    session: session.id,
    day: session.body.day,
    ageBand,
    gender,
    newness,
    level,
    quality,
    n,
    ...(undoes !== undefined && { undoes }),
    at: tappedAt(session),
  });

/** Counts people by eye. */
export const count = (session: ShownOf<'session'>, counted: Counting) => say([counting(session, counted)]);

/** It names what it takes back, so that it is taken back once. */
const takingBack = (session: ShownOf<'session'>, tally: Tally): Saying =>
  counting(session, { ...tally, n: tally.n === 0 ? 0 : -tally.n }, tally.id);

const talliesOf = async (tx: StoreTx, session: string): Promise<Tally[]> =>
  (await shownOf(tx, 'tally', session)).map(toTally);

/** Takes counts back; null where somebody did so before. */
export const takeBackTallies = (session: ShownOf<'session'>, tallies: readonly Tally[]) =>
  sayIfAny(async (tx) => {
    const standing = new Set(standingTallies(await talliesOf(tx, session.id)).map(({ id }) => id));
    return tallies.filter(({ id }) => standing.has(id)).map((tally) => takingBack(session, tally));
  });

/** The same for what was just saved. */
export const takeBack = (session: ShownOf<'session'>, { writes, by, device, at }: Entry) =>
  takeBackTallies(
    session,
    rowsOf(
      writes.map((write) => ({ ...write, stamps: {}, by, device, at })),
      'tally',
    ).map(toTally),
  );

export type Less = {
  /** Counts them again. Pressed twice it is one record. */
  readonly undo: () => Promise<unknown>;
};

/**
 * One less in a band: takes back the last +1 there, one's own first, so that two phones that both mean the same slip take it
 * back once. Of several counted at once it takes back the whole and counts one fewer, in one entry: a minus that names nothing
 * would outlive what it was said of, and swallow the next +1. The price is that two phones without signal that take one off the
 * same five count four twice. Null where nobody is counted.
 */
export async function countLess(session: ShownOf<'session'>, ageBand: TallyBand): Promise<Less | null> {
  const taken: Tally[] = [];
  const entry = await sayIfAny(async (tx) => {
    const meant = lastOne(await talliesOf(tx, session.id), ageBand, openPerson().profile.member);
    if (!meant) return [];
    taken.splice(0, 1, meant);
    const fewer = meant.n > 1 ? [counting(session, { ...meant, n: meant.n - 1 })] : [];
    return [takingBack(session, meant), ...fewer];
  });
  if (!entry) return null;
  const again = taken.map((tally) => counting(session, { ...tally, n: 1 }));
  return { undo: () => say(again) };
}
