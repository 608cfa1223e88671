import type { Right } from '#domain/records/access.ts';
import { dayIn, dayOf } from '#domain/time.ts';
import { cannotWriteNow } from './connection.ts';
import { findMember } from './members.ts';
import type { Parts } from './parts.ts';
import { Problem } from './problem.ts';
import { hashOfSecret } from './secrets.ts';
import type { Db, Store } from './store.ts';

/** How someone showed who they are. */
export type Credential = 'send' | 'full' | 'cookie' | 'export';

/** Whoever is calling, known by a token or a cookie. */
export type Caller = {
  readonly by: Credential;
  readonly member: string;
  readonly name: string;
  /** The phone, the desk session or the export token. */
  readonly device: string;
  /** As the member's record says now; none for someone who has left, nor ever again on a phone from before they left. */
  readonly rights: readonly Right[];
  /** Whether an export may hold names: not with a numbers-only token. */
  readonly mayName: boolean;
  /** What the export token is called. */
  readonly token?: string;
  /** What a token was narrowed to: reports by name, partners by id; null is all its maker may read. */
  readonly only?: { readonly reports: readonly string[] | null; readonly partners: readonly string[] | null };
};

/** Where a browser sees TLS, a name that no other host or path can set. */
export const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-bandstand' : 'bandstand');

/** A desk's cookie, and how long ago somebody touched the page that sends it: what the page asks by itself keeps no desk open. */
export type Cookie = { readonly value: string; readonly idleMs: number };

/** @returns undefined where there is no credential, or none that is known */
export async function findCaller(parts: Parts, bearer: string | undefined, cookie: Cookie | undefined) {
  const found =
    bearer !== undefined ? await byToken(parts, bearer) : cookie !== undefined ? await byCookie(parts, cookie) : null;
  if (!found) return undefined;
  const member = await findMember(parts.store.reader, parts.store.programme, found.member);
  if (!member) return undefined;
  const { revoked, ...caller } = found;
  return { ...caller, name: member.name, rights: revoked ? [] : member.rights };
}

/** `revoked`: its owner left. Its unsent work is still taken in, but no right of theirs comes back to it. */
type Found = Omit<Caller, 'name' | 'rights'> & { readonly revoked?: boolean };

const listIn = (stored: string | null): readonly string[] | null => (stored === null ? null : JSON.parse(stored)); // as it was written

const ranOut = (atMs: number): Problem =>
  new Problem(
    401,
    'token-ran-out',
    `This token ran out on ${dayIn(dayOf(atMs), { day: 'numeric', month: 'long', year: 'numeric' })}. It can be renewed at the desk, under Exports.`,
  );

async function byToken({ store: { reader }, now }: Parts, token: string): Promise<Found | null> {
  const hash = hashOfSecret(token);
  if (token.startsWith('be_')) {
    const query = reader
      .selectFrom('export_token')
      .selectAll()
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null);
    const row = await query.executeTakeFirst();
    if (!row) return null;
    if (row.expires_at !== null && row.expires_at <= now()) throw ranOut(row.expires_at);
    const only = { reports: listIn(row.reports), partners: listIn(row.partners) };
    return { by: 'export', member: row.created_by, device: row.id, token: row.name, mayName: row.named === 1, only };
  }
  const by = token.startsWith('bf_') ? 'full' : 'send';
  const column = by === 'full' ? 'full_token_hash' : 'send_token_hash';
  const query = reader.selectFrom('phone').select(['id', 'member', 'revoked_at']).where(column, '=', hash);
  const row = await query.executeTakeFirst();
  if (!row) return null;
  return { by, member: row.member, device: row.id, mayName: true, revoked: row.revoked_at !== null };
}

/** A desk nobody uses for this long is signed out, as its page says. */
const idleMs = 15 * 60_000;

async function byCookie({ store, now }: Parts, { value, idleMs: untouchedMs }: Cookie): Promise<Found | null> {
  const nowMs = now();
  const query = store.reader.selectFrom('desk').selectAll().where('cookie_hash', '=', hashOfSecret(value));
  const row = await query.where('expires_at', '>', nowMs).executeTakeFirst();
  if (!row || nowMs - row.seen_at > idleMs) return null;
  await seen(store, row, nowMs - untouchedMs);
  return { by: 'cookie', member: row.member, device: row.id, mayName: true };
}

/** Not for each of a screen's requests at once. */
const seenEveryMs = 1000;

async function seen(store: Store, { id, seen_at }: { id: string; seen_at: number }, touchedMs: number): Promise<void> {
  if (touchedMs < seen_at + seenEveryMs) return;
  const put = (db: Db) => db.updateTable('desk').set({ seen_at: touchedMs }).where('id', '=', id).execute();
  // A disk that takes no writes must not keep a coordinator from reading.
  await store.write(put).catch((failure: unknown) => {
    if (!cannotWriteNow(failure)) throw failure;
  });
}
