import type { Db } from './store.ts';

/** Ways in that end for good. Whoever comes back is given new ones. */

/**
 * Somebody leaves: desks, codes, phones, export tokens and the passphrase. A phone that may be lost stays ended when its owner
 * works again; it may still hand in what it holds, which the inbox keeps.
 * @param db a write transaction
 */
export async function endAccess(db: Db, nowMs: number, member: string): Promise<void> {
  await db.deleteFrom('code').where('member', '=', member).where('used_at', 'is', null).execute();
  await db.deleteFrom('member_auth').where('member', '=', member).execute();
  const phones = db.updateTable('phone').set({ revoked_at: nowMs }).where('member', '=', member);
  await phones.where('revoked_at', 'is', null).execute();
  await endSignedIn(db, nowMs, member);
}

/** What the passphrase opened or made: desks that are signed in, and export tokens. */
export async function endSignedIn(db: Db, nowMs: number, member: string): Promise<void> {
  await db.deleteFrom('desk').where('member', '=', member).execute();
  const tokens = db.updateTable('export_token').set({ revoked_at: nowMs }).where('created_by', '=', member);
  await tokens.where('revoked_at', 'is', null).execute();
}
