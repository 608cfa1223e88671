import type { BodyOf, ChangeOf, RowOf } from '#domain/records/body.ts';
import type { Body, Write } from '#domain/records/entry.ts';
import { stampOf } from '#domain/records/merge.ts';
import { fact, patch, type Saying } from '#domain/records/say.ts';
import { inForce } from '#domain/records/taken-back.ts';
import { presences, standingTallies, toMark, toTally, undoing } from '#domain/sessions/register.ts';
import { instantIn, isOnNow, isRunning, reopenedOf, statusOf } from '#domain/sessions/session.ts';
import { toInstant } from '#domain/time.ts';

/** What is said when kept entries of a session are taken in, and when that is taken back. Nothing is ever deleted. */

type Stands = {
  readonly session: RowOf<'session'>;
  readonly marks: readonly RowOf<'mark'>[];
  readonly tallies: readonly RowOf<'tally'>[];
};

/**
 * The end of a session whose people have gone home: nobody is left who could finish it on a phone. As planned, else when the last
 * thing was said of it. Null where it is over already or may still be on.
 */
export function endOfOver({ session, marks, tallies }: Stands, nowMs: number): Saying | null {
  const { id, scope, body } = session;
  if (!isRunning(body) || isOnNow(body, nowMs)) return null;
  const start = instantIn(body, 'actualStart');
  const said = [...marks, ...tallies].map((row) => row.body.at).filter((at) => at > start);
  const planned = instantIn(body, 'plannedEnd');
  const end = (planned > start ? planned : said.reduce((last, at) => (at > last ? at : last), start)) || null;
  const actualStart = start || instantIn(body, 'plannedStart') || null;
  return patch('session', id, scope, {
    status: { is: 'finished', reopened: reopenedOf(body) },
    actualStart,
    actualEnd: end,
  });
}

type TakingBack = Stands & {
  /** What was taken in, and the ids of the entries it came in. */
  readonly writes: readonly Pick<Write, 'id'>[];
  readonly entries: readonly string[];
  /** What the fields of the session held before, where they held something. */
  readonly before: Body;
  readonly nowMs: number;
  readonly newId: () => string;
};

/**
 * Takes back what was taken in of a session: its marks and counts, and what it says of the session itself. A session that came
 * with it stands as planned again, in no figure. Notes and people stay.
 */
export const takingBack = (of: TakingBack): Saying[] => [...ofSession(of), ...ofMarks(of), ...ofTallies(of)];

/** What one entry changed on a badge, as it was before; what somebody changed since stays. */
export function badgeBack(person: RowOf<'person'>, entry: string, before: Body): Saying[] {
  const fields = Object.keys(person.body).filter((field) => stampOf(person, field)[1] === entry);
  if (fields.length === 0) return [];
  const was = Object.fromEntries(fields.map((field) => [field, before[field] ?? null])) as ChangeOf<'person'>;
  return [patch('person', person.id, person.scope, was)];
}

function ofSession({ session, entries, before }: TakingBack): Saying[] {
  const { id, scope, body } = session;
  const isTheirs = (entry: string | undefined) => entry !== undefined && entries.includes(entry);
  const reopened = reopenedOf(body) + 1;
  if (isTheirs(session.stamps['*']?.[1]))
    return [patch('session', id, scope, { status: { is: 'planned', reopened }, actualStart: null, actualEnd: null })];
  // What somebody changed since is theirs.
  const fields = Object.keys(body).filter((field) => isTheirs(stampOf(session, field)[1]));
  if (fields.length === 0) return [];
  // As the session held them; what it held nothing of is cleared.
  const was = Object.fromEntries(fields.map((field) => [field, before[field] ?? null])) as ChangeOf<'session'>;
  return [patch('session', id, scope, { ...was, ...('status' in was && { status: { is: statusOf(was), reopened } }) })];
}

function ofMarks({ session, marks, writes, nowMs, newId }: TakingBack): Saying[] {
  const taken = new Set(writes.map(({ id }) => id));
  const known = marks.map(toMark);
  const without = presences(known.filter(({ id }) => !taken.has(id)));
  return [...Map.groupBy(known, ({ person }) => person)].flatMap(([person, own]) => {
    const standing = inForce(own);
    if (!standing.some(({ id }) => taken.has(id))) return [];
    const stood = without.get(person);
    const before = stood?.mark;
    const { state, level, at } = before ?? { state: 'removed', level: undefined, at: toInstant(nowMs) };
    const wasPutRight = own.some(({ id, came }) => taken.has(id) && came);
    return fact('mark', newId(), session.scope, {
      ...{ session: session.id, person, day: session.body.day, state, level, at },
      replaces: standing.map(({ id }) => id),
      // An arrival that was put right stands in place of those before it, and so does the one that is put back.
      ...(wasPutRight && stood && state !== 'removed' && { came: stood.arrivedAt }),
      // Left out it would be taken back, and somebody counted twice.
      ...(before?.alreadyCounted && { alreadyCounted: before.alreadyCounted }),
    });
  });
}

function ofTallies({ session, tallies, writes, nowMs, newId }: TakingBack): Saying[] {
  const taken = new Set(writes.map(({ id }) => id));
  const known = tallies.map(toTally);
  const say = (body: Omit<BodyOf<'tally'>, 'session' | 'day' | 'at'>) =>
    fact('tally', newId(), session.scope, {
      ...{ session: session.id, day: session.body.day, at: toInstant(nowMs) },
      ...body,
    });
  const standing = new Set(standingTallies(known).map(({ id }) => id));
  const without = standingTallies(known.filter(({ id }) => !taken.has(id)));
  return [
    ...known.filter(({ id }) => standing.has(id) && taken.has(id)).map((tally) => say(undoing(tally))),
    // What was taken back is counted once more: what takes back is itself never taken back.
    ...without
      .filter(({ id }) => !standing.has(id))
      .map(({ n, ageBand, gender, newness, level, quality }) => say({ n, ageBand, gender, newness, level, quality })),
  ];
}
