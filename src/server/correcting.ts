import { uuidv7 } from 'uuidv7';
import { type RowOf, rowsOf } from '#domain/records/body.ts';
import { problemIn } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import { correcting, whyOf } from '#domain/sessions/corrections/acts.ts';
import type { Correction } from '#domain/sessions/corrections/asked.ts';
import { badgeBack, takingBack } from '#domain/sessions/kept/acts.ts';
import { toTally } from '#domain/sessions/register.ts';
import { type FoundSession, saidIn } from './one-session.ts';
import { Problem } from './problem.ts';
import { heldBefore, mostWrites, type Settling, sayWithin } from './settling.ts';

/** A session is put right, and that is put back: each within one transaction that the caller has begun, as one save. */

/** Puts a session right. Pressed twice, it is one correction. */
export async function correct(of: Settling, found: FoundSession, asked: Correction): Promise<void> {
  const { facts, register, people, known } = found;
  if (correctionsIn(found).some(({ id }) => id === asked.id)) return;
  const outcome = correcting(
    {
      ...{ session: facts.session, register, tallies: facts.tallies.map(toTally) },
      personOf: (id) => people.find((each) => each.id === id),
      zone: known.zoneOf(String(asked.changes.find(({ field }) => field === 'site')?.is ?? facts.session.body.site)),
    },
    asked,
    { nowMs: of.nowMs, newId: uuidv7 },
  );
  if ('changed' in outcome) throw changedMeanwhile(outcome.changed);
  if ('wrong' in outcome) throw new Problem(400, 'not-so', outcome.wrong);
  await sayAll(of, asked.id, outcome.sayings);
}

const changedMeanwhile = (words: readonly string[]) =>
  new Problem(
    409,
    'changed-meanwhile',
    `Nothing was saved. Somebody else changed this meanwhile: ${words.join(', ').toLowerCase()}. Look at what stands there now.`,
  );

const correctionsIn = ({ team }: FoundSession) => rowsOf(team, 'correction');

/** One save under the correction’s own id, by which the fields it wrote are found again. */
async function sayAll(of: Settling, id: string, sayings: readonly Saying[]): Promise<void> {
  if (sayings.length > mostWrites)
    throw new Problem(400, 'too-much', 'That is too much for one correction. Do it in two.');
  for (const { type, op, scope, body } of sayings)
    if (problemIn(type, op, scope, body))
      throw new Problem(400, 'not-so', 'Part of it is not what its field can hold.');
  await sayWithin(of, sayings, id);
}

/**
 * Puts one correction back, as another one: what somebody changed since stays. False where there is no such correction.
 * @param id of the new correction
 */
export async function putBack(of: Settling, found: FoundSession, correction: string, id: string): Promise<boolean> {
  const all = correctionsIn(found);
  const meant = all.find((each) => each.id === correction);
  if (!meant) return false;
  if (all.some((each) => each.id === id)) return true;
  if (all.some(({ body }) => body.undoes === correction))
    throw new Problem(409, 'closed', 'That was put back already.');
  const { facts, people } = found;
  const within = await saidIn(of.db, facts, [meant]);
  const before = (row: string) => heldBefore(of.db, row, [meant.seq], [meant.id]);
  const badges: Saying[] = [];
  for (const person of changedBy(people, meant.id))
    badges.push(...badgeBack(person, meant.id, await before(person.id)));
  const back = takingBack({
    ...facts,
    writes: [...within.keys()].map((each) => ({ id: each })),
    entries: [meant.id],
    before: await before(facts.session.id),
    ...{ nowMs: of.nowMs, newId: uuidv7 },
  });
  if (back.length + badges.length === 0)
    throw new Problem(
      409,
      'changed-meanwhile',
      'All of it was changed again since. There is nothing left to put back.',
    );
  await sayAll(of, id, [whyOf(facts.session, id, { undoes: correction }, of.nowMs), ...back, ...badges]);
  return true;
}

const changedBy = (people: readonly RowOf<'person'>[], entry: string) =>
  people.filter(({ stamps }) => Object.values(stamps).some(([, by]) => by === entry));
