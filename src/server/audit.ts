import { canonical } from '#domain/canonical.ts';
import { hashOfSecret } from './secrets.ts';
import type { Db } from './store.ts';
import type { AuditRow } from './tables.ts';

/**
 * Who read, exported or changed personal data. Append-only, and each line's hash covers the one before it: a line that was
 * changed, dropped or slipped in breaks the chain from there on.
 */
export type AuditLine = {
  /** A member's id, or `nobody` for what happened before anybody was known. */
  readonly actor: string;
  /** What was done: `read session`, `export attendance`, `enrol phone`. */
  readonly action: string;
  /** Ids, counts and given reasons; never a young person's name. */
  readonly detail: Readonly<Record<string, unknown>>;
};

export const auditStart = '0'.repeat(64);

/** @param db a write transaction: the chain has one end, and two writers must not both add to it */
export async function audit(db: Db, nowMs: number, { actor, action, detail }: AuditLine): Promise<void> {
  const last = await db.selectFrom('audit').select(['n', 'hash']).orderBy('n', 'desc').limit(1).executeTakeFirst();
  const line = { n: (last?.n ?? 0) + 1, at: nowMs, actor, action, detail: canonical(detail) };
  await db
    .insertInto('audit')
    .values({ ...line, hash: hashOfLine(last?.hash ?? auditStart, line) })
    .execute();
}

export function hashOfLine(before: string, { n, at, actor, action, detail }: Omit<AuditRow, 'hash'>): string {
  return hashOfSecret(canonical([before, n, at, actor, action, detail]));
}
