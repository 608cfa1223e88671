import { uuidv7 } from 'uuidv7';
import { rowOf } from '#domain/records/body.ts';
import { nextClock } from '#domain/records/clock.ts';
import { type Body, type Entry, factHash, schemaVersion, type Write } from '#domain/records/entry.ts';
import { stampOf } from '#domain/records/merge.ts';
import type { Saying } from '#domain/records/say.ts';
import type { Result } from '#domain/records/wire.ts';
import { endOfOver, takingBack } from '#domain/sessions/kept/acts.ts';
import { sessionOfWrites, writesOf } from '#domain/sessions/kept/cases.ts';
import { toInstant } from '#domain/time.ts';
import type { Caller } from './caller.ts';
import type { InboxEntry } from './ledger.ts';
import { receiveWithin } from './receive.ts';
import { withFacts } from './reports/reading.ts';
import { toRow, writing } from './sql-ledger.ts';
import type { Db } from './store.ts';

/** Taking in what was kept, and taking that back: each within one transaction that the caller has begun. */

export type Settling = { readonly db: Db; readonly programme: string; readonly caller: Caller; readonly nowMs: number };

/** What came of taking several in: the first that is still refused, or which entries came in, under which numbers. */
export type TakenIn = { readonly refused: Result & { result: 'refused' } } | CameIn;
/** Kept with the line of the log, so that it can be taken back. `said` is the coordinator's own: that the session is finished. */
export type CameIn = { readonly session: string; readonly seqs: readonly number[]; readonly said: readonly string[] };

/**
 * Applies kept entries in the order they were sent, each as its author's and with the coordinator's right. A session that is over
 * by then is finished with them. Where one is still refused nothing may stay: the caller ends the transaction.
 */
export async function takeIn(
  of: Settling,
  kept: readonly { readonly from: InboxEntry; readonly entry: unknown }[],
): Promise<TakenIn> {
  const { db, programme, caller, nowMs } = of;
  const tx = writing(db, programme, () => nowMs);
  const seqs: number[] = [];
  for (const { from, entry } of [...kept].sort((a, b) => a.from.seq - b.from.seq)) {
    const author = { member: from.by, device: from.device, rights: caller.rights };
    const [result] = await receiveWithin(tx, author, [entry], nowMs);
    if (result?.result === 'refused') return { refused: result };
    if (result) seqs.push(result.seq);
  }
  const session = sessionOfWrites(kept.flatMap(({ entry }) => writesOf(entry)));
  const stands = session === '' ? undefined : await standing(of, session);
  const end = stands && endOfOver(stands, nowMs);
  const said = end ? await sayWithin(of, [end]) : [];
  return { session, seqs: [...seqs, ...said.map(({ seq }) => seq)], said: said.map(({ id }) => id) };
}

/** A session as it stands, with its facts. */
export async function standing({ db, programme }: Pick<Settling, 'db' | 'programme'>, id: string) {
  const query = db.selectFrom('row').selectAll().where('programme', '=', programme).where('id', '=', id);
  const stored = await query.where('type', '=', 'session').where('deleted', '=', 0).executeTakeFirst();
  const session = stored && rowOf(toRow(stored), 'session');
  return session && (await withFacts(db, programme, [session]))[0];
}

type TakenBack = CameIn & {
  readonly writes: readonly Write[];
  /** The ids of the entries that were taken in. */
  readonly entries: readonly string[];
};

/** Takes back what was taken in; false where its session is not there. */
export async function takeBack(
  of: Settling,
  { session, seqs, said, writes, entries: taken }: TakenBack,
): Promise<boolean> {
  const stands = await standing(of, session);
  if (!stands) return false;
  const entries = [...taken, ...said];
  const before = await heldBefore(of.db, session, seqs, entries);
  const sayings = takingBack({ ...stands, writes, entries, before, nowMs: of.nowMs, newId: uuidv7 });
  if (sayings.length > 0) await sayWithin(of, sayings);
  return true;
}

/** What fields of a record held before they were changed under these numbers. What of these entries lost itself never stood there. */
export async function heldBefore(
  db: Db,
  row: string,
  seqs: readonly number[],
  entries: readonly string[],
): Promise<Body> {
  if (seqs.length === 0) return {};
  const lost = db
    .selectFrom('history')
    .select(['field', 'value'])
    .where('row_id', '=', row)
    .where('seq', 'in', [...seqs]);
  const rows = await lost
    .where('entry', 'not in', [...entries])
    .orderBy('seq', 'desc')
    .execute();
  // The first change of a field stands last in this order, and so wins.
  return Object.fromEntries(rows.map(({ field, value }) => [field, JSON.parse(value) as unknown]));
}

/** So many writes stand in one entry. */
export const mostWrites = 200;

/**
 * Says something in the coordinator's own name, and answers as which entries. Throws where the server itself would refuse it: a fault of ours.
 * @param id of the first entry
 */
export async function sayWithin(
  { db, programme, caller, nowMs }: Settling,
  sayings: readonly Saying[],
  id: string = uuidv7(),
): Promise<{ id: string; seq: number }[]> {
  const tx = writing(db, programme, () => nowMs);
  const by = { member: caller.member, device: caller.device, rights: caller.rights };
  const rows = await tx.rows(sayings.map(({ id }) => id));
  const came: { id: string; seq: number }[] = [];
  for (let at = 0; at < sayings.length; at += mostWrites) {
    const some = sayings.slice(at, at + mostWrites);
    const overwritten = some.flatMap(({ id, body }) => {
      const row = rows.get(id);
      return row ? Object.keys(body).map((field) => stampOf(row, field)[0]) : [];
    });
    const entry: Entry = {
      ...{ id: at === 0 ? id : uuidv7(), by: by.member, device: by.device, clock: nextClock(nowMs, 0, overwritten) },
      ...{ at: toInstant(nowMs), schema: schemaVersion },
      writes: some.map((each) => (each.op === 'fact' ? { ...each, hash: factHash(each, by.member, by.device) } : each)),
    };
    const [result] = await receiveWithin(tx, by, [entry], nowMs);
    if (result?.result !== 'ok') throw new Error(`the server refuses what it says itself: ${JSON.stringify(result)}`);
    came.push({ id: entry.id, seq: result.seq });
  }
  return came;
}
