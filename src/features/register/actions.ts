import { atOnce } from '#db/meant.ts';
import { readSame } from '#db/people.ts';
import { meantBy, newId, openPerson, say, sayIfAny } from '#db/person.ts';
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
  type Register,
  standingTallies,
  type Tally,
  toReplace,
  toTally,
  undoing,
} from '#domain/sessions/register.ts';
import { momentOf } from '#domain/sessions/timing.ts';

/** What a worker does on the register. Each says what happened; nothing is edited or deleted. */

type Marking = {
  /** Made by whoever draws it before it is saved. */
  readonly id?: string;
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
  return markOver(session, person, state, [...presences(known).values()][0]?.mark, replaces, more);
}

/** What a mark says over the one that stands. @param replaces ids of the marks it is in place of */
function markOver(
  session: ShownOf<'session'>,
  person: string,
  state: MarkState,
  before: Mark | undefined,
  replaces: readonly string[],
  { id = newId(), ...more }: Marking,
): Saying {
  const { at = tappedAt(session, state), level = before?.level ?? 'joined_in' } = more;
  const carried = before?.state === 'removed' ? undefined : before?.alreadyCounted;
  const kept = state === 'removed' ? null : more.alreadyCounted === undefined ? carried : more.alreadyCounted;
  return fact('mark', id, session.scope, {
    session: session.id,
    person,
    day: session.body.day,
    state,
    level,
    at,
    replaces: [...replaces],
    ...(kept && { alreadyCounted: kept }),
  });
}

/**
 * Marks somebody, drawn at once over what the register shows. What it replaces is looked up again as it is saved. `removed` takes an
 * arrival back: it was a mistake, and the history keeps both.
 */
export function mark(
  { session, register }: OnScreen,
  person: string,
  state: MarkState,
  more: Marking = {},
): Promise<Entry> {
  const meant = { id: newId(), at: tappedAt(session, state), ...more };
  const presence = register?.presences.get(person);
  const over = inForce(presence?.known ?? []).map(({ id }) => id);
  const drawn = meantBy<'mark'>(markOver(session, person, state, presence?.mark, over, meant));
  return atOnce([drawn], () => say(async (tx) => [await marking(tx, session, person, state, meant)]));
}

/** A register as it is drawn; a session whose register is not on the screen has none. */
export type OnScreen = { readonly session: ShownOf<'session'>; readonly register?: Register };

/**
 * Puts someone back to how they stood before a mark; a new mark, never a deletion. One that somebody replaced since is not
 * undone: that would take back what they said. @param drawn the marks of this person on the screen, to draw it at once
 */
export function undoMark(session: ShownOf<'session'>, mark: Mark, drawn: readonly Mark[] = []): Promise<Entry | null> {
  const own = { id: newId(), at: tappedAt(session) };
  const [state, more] = before(mark, drawn, own);
  return atOnce([meantBy<'mark'>(markOver(session, mark.person, state, mark, [mark.id], more))], () =>
    sayIfAny(async (tx) => {
      const { known } = await knownMarks(tx, session, mark.person);
      if (!inForce(known).some(({ id }) => id === mark.id)) return [];
      return [await marking(tx, session, mark.person, ...before(mark, known, own))];
    }),
  );
}

/** How somebody stood before a mark, and what was said of it then. */
function before(mark: Mark, known: readonly Mark[], own: Marking): [MarkState, Marking] {
  const stood = [...presences(known.filter(({ id }) => mark.replaces.includes(id))).values()][0]?.mark;
  if (!stood) return ['removed', own];
  const { state, level, alreadyCounted = null } = stood;
  return [state, { ...own, ...(stood.at && { at: stood.at }), level, alreadyCounted }];
}

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

/** Counts people by eye, drawn at once. */
export function count(session: ShownOf<'session'>, counted: Counting): Promise<Entry> {
  const saying = counting(session, counted);
  return atOnce([meantBy<'tally'>(saying)], () => say([saying]));
}

function takingBack(session: ShownOf<'session'>, tally: Tally): Saying {
  const { undoes, ...counted } = undoing(tally);
  return counting(session, counted, undoes);
}

const talliesOf = async (tx: StoreTx, session: string): Promise<Tally[]> =>
  (await shownOf(tx, 'tally', session)).map(toTally);

/** Takes counts back; null where somebody did so before. */
export function takeBackTallies(session: ShownOf<'session'>, tallies: readonly Tally[]): Promise<Entry | null> {
  const sayings = new Map(tallies.map((tally) => [tally.id, takingBack(session, tally)]));
  return atOnce(
    [...sayings.values()].map((saying) => meantBy<'tally'>(saying)),
    () =>
      sayIfAny(async (tx) => {
        const standing = standingTallies(await talliesOf(tx, session.id));
        return standing.flatMap(({ id }) => sayings.get(id) ?? []);
      }),
  );
}

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
 * same five count four twice. Null where nobody is counted. @param drawn the counts on the screen, to draw it at once
 */
export async function countLess(
  session: ShownOf<'session'>,
  ageBand: TallyBand,
  drawn: readonly Tally[] = [],
): Promise<Less | null> {
  const me = openPerson().profile.member;
  const taken: Tally[] = [];
  const fewer = (known: readonly Tally[]): readonly Saying[] => {
    const meant = lastOne(known, ageBand, me);
    if (!meant) return [];
    taken.splice(0, 1, meant);
    return [takingBack(session, meant), ...(meant.n > 1 ? [counting(session, { ...meant, n: meant.n - 1 })] : [])];
  };
  const entry = await atOnce(
    fewer(drawn).map((saying) => meantBy<'tally'>(saying)),
    () => sayIfAny(async (tx) => fewer(await talliesOf(tx, session.id))),
  );
  if (!entry) return null;
  const again = taken.map((tally) => counting(session, { ...tally, n: 1 }));
  return {
    undo: () =>
      atOnce(
        again.map((saying) => meantBy<'tally'>(saying)),
        () => say(again),
      ),
  };
}
