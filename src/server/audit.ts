import { sql } from 'kysely';
import { canonical } from '#domain/records/canonical.ts';
import type { Db } from './store.ts';
import type { AuditRow } from './tables.ts';

/**
 * Who read, exported or changed personal data. Append-only, and each line's hash, keyed with a secret of the server, covers the
 * one before it: a line that was changed, dropped or slipped in breaks the chain from there on. That the end was cut off shows
 * only against a head written down elsewhere.
 */
export type AuditNote = {
  /** A member's id, or `nobody` for what happened before anybody was known. */
  readonly actor: string;
  /** What was done: `read session`, `export attendance`, `enrol phone`. */
  readonly action: string;
  /** Ids, counts and given reasons; never a young person's name. */
  readonly detail: Readonly<Record<string, unknown>>;
};

/** What stands in place of a hash before the first line. */
export const auditStart = '0'.repeat(64);

/**
 * Adds a line, and returns its number.
 * @param db a write transaction: the chain has one end, and two writers must not both add to it
 */
export async function audit(db: Db, nowMs: number, { actor, action, detail }: AuditNote): Promise<number> {
  const last = await db.selectFrom('audit').select(['n', 'hash']).orderBy('n', 'desc').limit(1).executeTakeFirst();
  const line = { n: (last?.n ?? 0) + 1, at: nowMs, actor, action, detail: canonical(detail) };
  const { rows } = await sql<{
    hash: string;
  }>`select audit_mac(${textOfLine(last?.hash ?? auditStart, line)}) as hash`.execute(db);
  await db
    .insertInto('audit')
    .values({ ...line, hash: rows[0]?.hash ?? '', keyed: 1 })
    .execute();
  return line.n;
}

type Said = Pick<AuditRow, 'n' | 'at' | 'actor' | 'action' | 'detail'>;

/** What a line's hash covers: the hash of the line before it, and all it says. */
export const textOfLine = (before: string, { n, at, actor, action, detail }: Said): string =>
  canonical([before, n, at, actor, action, detail]);

/** Where the log ends. Written down elsewhere, it shows later whether the end was cut off or made anew. */
export type AuditHead = { readonly n: number; readonly hash: string };

/** The last line's number and hash; number 0 while there is none. */
export async function auditHead(db: Db): Promise<AuditHead> {
  const last = await db.selectFrom('audit').select(['n', 'hash']).orderBy('n', 'desc').limit(1).executeTakeFirst();
  return last ?? { n: 0, hash: auditStart };
}

/** Lines from before there was a key for them end here: from now on every line has to be keyed. */
export async function beginKeyedLines(db: Db, nowMs: number): Promise<void> {
  const last = await db.selectFrom('audit').select('keyed').orderBy('n', 'desc').limit(1).executeTakeFirst();
  if (last?.keyed === 0) await audit(db, nowMs, { actor: 'server', action: 'key log', detail: {} });
}
