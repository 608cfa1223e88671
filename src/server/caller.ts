import type { Right } from '#domain/access.ts';
import { findMember } from './members.ts';
import type { Parts } from './parts.ts';
import { hashOfSecret } from './secrets.ts';

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
};

/** @returns undefined where there is no credential, or none that is known */
export async function findCaller(parts: Parts, bearer: string | undefined, cookie: string | undefined) {
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

async function byToken({ store: { reader } }: Parts, token: string): Promise<Found | null> {
  const hash = hashOfSecret(token);
  if (token.startsWith('be_')) {
    const query = reader
      .selectFrom('export_token')
      .selectAll()
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null);
    const row = await query.executeTakeFirst();
    return row ? { by: 'export', member: row.created_by, device: row.id, mayName: row.named === 1 } : null;
  }
  const by = token.startsWith('bf_') ? 'full' : 'send';
  const column = by === 'full' ? 'full_token_hash' : 'send_token_hash';
  const query = reader.selectFrom('phone').select(['id', 'member', 'revoked_at']).where(column, '=', hash);
  const row = await query.executeTakeFirst();
  if (!row) return null;
  return { by, member: row.member, device: row.id, mayName: true, revoked: row.revoked_at !== null };
}

async function byCookie({ store: { reader }, now }: Parts, cookie: string): Promise<Found | null> {
  const query = reader.selectFrom('desk').selectAll().where('cookie_hash', '=', hashOfSecret(cookie));
  const row = await query.where('expires_at', '>', now()).executeTakeFirst();
  return row ? { by: 'cookie', member: row.member, device: row.id, mayName: true } : null;
}
