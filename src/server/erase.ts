import { sameIn } from '#domain/people/alias.ts';
import type { ErasureReason } from '#domain/people-codes.ts';
import { rowsOf } from '#domain/records/body.ts';
import { erasable, grownupsIn, isOfErased, nothing, signingOf } from '#domain/records/erasing/fates.ts';
import type { SequencedRow } from '#domain/records/row.ts';
import { partnerOf, partnerScope, privateScope, reasonsScope } from '#domain/records/scopes.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { keptWithout } from './kept.ts';
import type { LedgerWrite } from './ledger.ts';
import { standingId } from './standings.ts';
import type { Db, Store } from './store.ts';

/**
 * Erasing somebody: a tombstone in the place of every record that says something of them, in the transaction that also empties the
 * history and the inbox. What only counts them stays. Phones learn of it by the tombstones.
 */

/** Whom to erase: a young person by any of their badges, or a grown-up. */
export type Whom = { readonly partner: string; readonly type: 'person' | 'guardian'; readonly id: string };

/** What goes. */
export type Going = {
  /** Every id of theirs: badges that are one person go together. */
  readonly ids: readonly string[];
  /** As they are stored now; tombstones are not among them. */
  readonly rows: readonly SequencedRow[];
};

/** What an erasure reads whole. A signing is long, and is read only where one is named. */
const readWhole = erasable.filter((type) => type !== 'signing');

/** What would go. @param tx only read from */
export async function goingWith(tx: LedgerWrite, { partner, type, id }: Whom): Promise<Going> {
  const [shared, home] = [partnerScope(partner), privateScope(partner)];
  const aliases = rowsOf(await tx.find(shared, ['alias']), 'alias');
  const ids = sameIn(aliases, type)(shared).allOf(id);
  const stored = [...(await tx.rows(ids)).values()];
  const badges = stored.filter((row) => row.type === type && partnerOf(row.scope) === partner);
  // A grown-up alone: the children keep that somebody answers for them, and what was signed stays their evidence.
  if (type === 'guardian') return { ids, rows: badges.filter(isLeft) };
  const isTheirs = (row: SequencedRow) => isOfErased(row, (each) => ids.includes(each));
  const families = await tx.find(home, readWhole);
  const [own, others] = [families.filter(isTheirs), families.filter((row) => !isTheirs(row))];
  const standings = [...(await tx.rows(ids.map(standingId))).values()];
  const signings = await signingsOf(tx, own, others);
  const grownups = grownupsOf(own, others, sameIn(aliases, 'guardian')(shared).allOf);
  const gone = new Set([...ids, ...own.map((row) => row.id)]);
  const reasons = await tx.find(reasonsScope(partner), ['look', 'reason']);
  const about = reasons.filter((row) => isOfErased(row, (each) => gone.has(each)));
  return { ids, rows: [...badges, ...standings, ...own, ...signings, ...grownups, ...about].filter(isLeft) };
}

const isLeft = ({ deleted }: SequencedRow): boolean => !deleted;

type Rows = readonly SequencedRow[];

/** The signings of what goes that nothing else names. */
async function signingsOf(tx: LedgerWrite, own: Rows, others: Rows): Promise<SequencedRow[]> {
  const of = (rows: Rows) => new Set(rows.flatMap((row) => signingOf(row) ?? []));
  const still = of(others);
  const found = await tx.rows([...of(own)].filter((id) => !still.has(id)));
  return [...found.values()].filter(({ type }) => type === 'signing');
}

/** Their grown-ups who answer for, and answered about, nobody else; however often they were typed. */
function grownupsOf(own: Rows, others: Rows, allOf: (id: string) => readonly string[]): SequencedRow[] {
  const of = (rows: Rows, ever: boolean) => new Set(rows.flatMap((row) => grownupsIn(row, ever)).flatMap(allOf));
  const [named, still] = [of(own, true), of(others, false)];
  return others.filter(({ id, type }) => type === 'guardian' && named.has(id) && !still.has(id));
}

/** One save writes at most this many rows under one number, and so does this: a page of the feed is never cut inside one. */
const atOnce = 200;

const tombstoneOf = ({ id, type, scope }: SequencedRow, at: string, seq: number): SequencedRow => ({
  ...{ id, type, scope, body: nothing, stamps: {}, by: 'server', device: 'server' },
  ...{ at, received: at, seq, deleted: true },
});

/**
 * Erases somebody; of somebody erased before nothing is left to go.
 * @param tx holds the head
 */
export async function erase(tx: LedgerWrite, whom: Whom, nowMs: number): Promise<Going> {
  await tx.take(0); // the lock, before anything is read
  const going = await goingWith(tx, whom);
  const at = toInstant(nowMs);
  for (let from = 0; from < going.rows.length; from += atOnce) {
    const seq = await tx.take(1);
    await tx.putRows(going.rows.slice(from, from + atOnce).map((row) => tombstoneOf(row, at, seq)));
  }
  const gone = [...new Set([...going.ids, ...going.rows.map(({ id }) => id)])];
  await tx.forgetLost(gone);
  await emptyInbox(tx, gone);
  return going;
}

/** Judged by what the entries are about, not by who sees them. */
async function emptyInbox(tx: LedgerWrite, gone: readonly string[]): Promise<void> {
  const erased = new Set(gone);
  const naming = await tx.keptNaming(gone);
  const emptied = naming.map((kept) => [kept, keptWithout(kept, (id) => erased.has(id))] as const);
  await tx.putInbox(emptied.flatMap(([kept, left]) => (left === kept ? [] : left)));
}

/** Puts somebody down as erased: id, day and reason, so that a restored database can be told again. @param db the transaction in hand */
export async function register(
  db: Db,
  programme: string,
  { type }: Whom,
  { ids, rows }: Going,
  reason: ErasureReason,
  nowMs: number,
): Promise<void> {
  const own = ids.filter((id) => rows.some((row) => row.id === id));
  const lines = own.map((id) => ({ programme, id, type, day: dayOf(nowMs), reason, swept: 0 }));
  if (lines.length > 0) await db.insertInto('erasure').values(lines).execute();
}

/** How many records of each type go. */
export function countsOf({ rows }: Going): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(rows, ({ type }) => type)].map(([type, all]) => [type, all.length]));
}

/**
 * Sees to it that nothing of what was erased lies in the files of the database, where that is still to be done. What it cannot do now,
 * because somebody reads or the disk is full, it does at the next call.
 */
export async function sweepErased({ programme, reader, sweep, write }: Store): Promise<boolean> {
  const due = await reader
    .selectFrom('erasure')
    .select('id')
    .where('programme', '=', programme)
    .where('swept', '=', 0)
    .execute();
  if (due.length === 0) return true;
  if (!(await sweep())) return false;
  const ids = due.map(({ id }) => id);
  await write((db) =>
    db.updateTable('erasure').set({ swept: 1 }).where('programme', '=', programme).where('id', 'in', ids).execute(),
  );
  return true;
}
