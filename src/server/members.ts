import { uuidv7 } from 'uuidv7';
import { type Right, rightsOf, runsProgramme, withShared } from '#domain/records/access.ts';
import type { NamedType } from '#domain/records/body.ts';
import { nextClock } from '#domain/records/clock.ts';
import type { Body, Entry } from '#domain/records/entry.ts';
import { born, merged, stampOf } from '#domain/records/merge.ts';
import type { SequencedRow } from '#domain/records/row.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { toInstant } from '#domain/time.ts';
import { toRow, writing } from './sql-ledger.ts';
import type { Db } from './store.ts';

/** The team, as rows that phones pull, written by the server alone. */
export type Member = {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly body: Body;
  /** None for someone who has left, whatever roles they had. What partners share with the programme is in those of `findMember`. */
  readonly rights: readonly Right[];
};

const toMember = ({ id, body }: SequencedRow): Member => {
  const active = body.status !== 'closed';
  return { id, name: String(body.name ?? ''), active, body, rights: active ? rightsOf(body) : [] };
};

/** A member as the server holds them now, or nothing. */
export async function findMember(db: Db, programme: string, id: string): Promise<Member | undefined> {
  const query = db.selectFrom('row').selectAll().where('programme', '=', programme).where('id', '=', id);
  const row = await query.where('type', '=', 'member').executeTakeFirst();
  if (!row) return undefined;
  const member = toMember(toRow(row));
  if (!runsProgramme(member.rights)) return member;
  return { ...member, rights: withShared(member.rights, await rowsOfSetUp(db, programme, 'partner')) };
}

async function rowsOfSetUp(db: Db, programme: string, type: NamedType): Promise<SequencedRow[]> {
  const query = db.selectFrom('row').selectAll().where('programme', '=', programme).where('type', '=', type);
  return (await query.execute()).map(toRow);
}

/** Everybody ever on the team, also who has left; by id. */
export async function allMembers(db: Db, programme: string): Promise<Member[]> {
  const query = db.selectFrom('row').selectAll().where('programme', '=', programme).where('type', '=', 'member');
  return (await query.orderBy('id').execute()).map((row) => toMember(toRow(row)));
}

/** Names by id, of a type that everybody in the programme may read: `namesOf(db, programme, 'partner')`. */
export async function namesOf(db: Db, programme: string, type: NamedType) {
  const rows = await rowsOfSetUp(db, programme, type);
  return new Map(rows.map(({ id, body }) => [id, String(body.name ?? '')]));
}

/** A record of the programme's set-up that the server writes itself. */
export type OwnWrite = { readonly type: 'programme' | 'partner' | 'member'; readonly id: string; readonly body: Body };

/**
 * Writes set-up records as one save, under the head's lock and through the same merge as everybody's, so that phones pull
 * them like any other.
 * @param db a write transaction
 */
export async function writeOwn(
  db: Db,
  programme: string,
  nowMs: number,
  by: string,
  writes: readonly OwnWrite[],
): Promise<void> {
  const tx = writing(db, programme, () => nowMs);
  const seq = await tx.take(1);
  const stored = await tx.rows(writes.map(({ id }) => id));
  const entry: Pick<Entry, 'id' | 'by' | 'device' | 'at'> = {
    id: uuidv7(),
    by,
    device: 'server',
    at: toInstant(nowMs),
  };
  const made = writes.map(({ type, id, body }) => {
    const before = stored.get(id);
    if (!before) {
      const row = born({ op: 'create', type, id, scope: programmeScope, body }, entry, nowMs);
      return { row: { ...row, received: entry.at, seq }, lost: [] };
    }
    // Past what it overwrites, so that a server clock set back does not make it lose.
    const clock = nextClock(
      nowMs,
      0,
      Object.keys(body).map((field) => stampOf(before, field)[0]),
    );
    const { row, lost } = merged(before, body, [clock, entry.id]);
    return { row: { ...row, seq }, lost: lost.map((each) => ({ ...each, row: id, seq })) };
  });
  await tx.putRows(made.map(({ row }) => row));
  await tx.keepLost(made.flatMap(({ lost }) => lost));
  await tx.putApplied([{ id: entry.id, seq, clock: nowMs }]);
}
