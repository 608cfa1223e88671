import { newId, say } from '#db/person.ts';
import { fact, type Saying } from '#db/save.ts';
import { type Shown, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Gender, Level, MarkState, Newness, Quality, TallyBand } from '#domain/codes.ts';
import type { Entry } from '#domain/entry.ts';
import { type Mark, presences, type Tally, toMark, toReplace, toTally } from '#domain/register.ts';
import { readInstant, toInstant } from '#domain/time.ts';

/** What a worker does on the register. Each says what happened; nothing is edited or deleted. */

type Marking = {
  readonly level?: Level;
  readonly at?: string;
  /** Left out, it is carried on from the mark in force; null takes it back. */
  readonly alreadyCounted?: NonNullable<Mark['alreadyCounted']> | null;
};

/** When a tap on this register happened: now; on an earlier session that is being written up, its start, or its end for who left. */
function momentOf({ body }: Shown, state: MarkState = 'here'): string {
  const now = Date.now();
  const end = readInstant(body.actualEnd);
  if (end === '' || Date.parse(end) >= now) return toInstant(now);
  return (state === 'left' ? end : readInstant(body.actualStart)) || toInstant(now);
}

/** The marks of a pair this phone knows, looked up in the saving transaction: two quick taps never miss each other. */
async function marksOf(tx: StoreTx, session: string, person: string): Promise<{ known: Mark[]; replaces: string[] }> {
  const shown = (await shownOf(tx, 'mark', session)).filter(({ body }) => body.person === person);
  const known = shown.map(toMark);
  const confirmed = new Set(shown.flatMap(({ id, standing }) => (standing === 'confirmed' ? id : [])));
  return { known, replaces: toReplace(known, (id) => confirmed.has(id)) };
}

export async function marking(
  tx: StoreTx,
  session: Shown,
  person: string,
  state: MarkState,
  more: Marking = {},
): Promise<Saying> {
  const { known, replaces } = await marksOf(tx, session.id, person);
  const before = presences(known).get(person)?.mark;
  const { at = momentOf(session, state), level = before?.level ?? 'joined_in' } = more;
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

export const markHere = (session: Shown, person: string, more?: Marking) =>
  say(async (tx) => [await marking(tx, session, person, 'here', more)]);

export const markLeft = (session: Shown, person: string) =>
  say(async (tx) => [await marking(tx, session, person, 'left')]);

/** Takes an arrival back: it was a mistake, and the history keeps both. */
export const unmark = (session: Shown, person: string) =>
  say(async (tx) => [await marking(tx, session, person, 'removed')]);

/** Puts someone back to how they stood before a mark; a new mark, never a deletion. */
export const undoMark = (session: Shown, mark: Mark) =>
  say(async (tx) => {
    const { known } = await marksOf(tx, session.id, mark.person);
    const before = presences(known.filter(({ id }) => mark.replaces.includes(id))).get(mark.person)?.mark;
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

/** Counts people by eye; a negative number takes back. */
export const count = (
  session: Shown,
  { ageBand, n, gender = 'NK', newness = 'not known', level = 'joined_in', quality = 'exact' }: Counting,
) =>
  say([
    fact('tally', newId(), session.scope, {
      session: session.id,
      day: session.body.day,
      ageBand,
      gender,
      newness,
      level,
      quality,
      n,
      at: momentOf(session),
    }),
  ]);

const takingBack = (
  session: Shown,
  { id, ...counted }: Pick<Tally, 'id' | 'ageBand' | 'gender' | 'newness' | 'level' | 'quality' | 'n'>,
): Saying => {
  const { ageBand, gender, newness, level, quality, n } = counted;
  const at = momentOf(session);
  return fact('tally', newId(), session.scope, {
    session: session.id,
    day: session.body.day,
    ageBand,
    gender,
    newness,
    level,
    quality,
    n: -n,
    undoes: id,
    at,
  });
};

/** Takes a count back. It names what it takes back, so that nobody does so twice. */
export const takeBackTally = (session: Shown, tally: Tally) => say([takingBack(session, tally)]);

/** The same for what was just saved. */
export const takeBack = (session: Shown, { writes, by, device, at }: Entry) =>
  say(writes.map((write) => takingBack(session, toTally({ ...write, stamps: {}, by, device, at }))));
