import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { codesOf } from '#domain/codes.ts';
import type { LinkKind } from '#domain/people/consents/link.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import { Problem } from '#server/problem.ts';
import { hashOfSecret, newToken } from '#server/secrets.ts';
import type { Db } from '#server/store.ts';
import type { ConsentLinkRow } from '#server/tables.ts';
import { childOfLink, type LinkChild, onRecord } from './family.ts';

/** Links as they are kept: made for one child and one grown-up, for a while, and known by the hash of their token alone. */

const dayMs = 86_400_000;
/** An answer is asked for a week; what takes back holds as long as an answer does. */
const lastsMs: Readonly<Record<LinkKind, number>> = { answer: 7 * dayMs, withdraw: 366 * dayMs };
/** So long an ended one is remembered. */
const rememberedMs = 30 * dayMs;

/** Unknown, used, run out, called back, another made in its place, no longer on record: one answer, so that nothing is learnt by trying. */
export const linkGone = () =>
  new Problem(403, 'link-gone', 'This link does not work any more. Ask the team for a new one.');

/** What a link is made from. */
export type LinkMade = {
  readonly kind: LinkKind;
  readonly child: LinkChild;
  /** Null: for somebody who is not on record. */
  readonly giver: string | null;
  /** Which writing of their number it goes to. */
  readonly number: string | null;
  readonly purposes: readonly Purpose[];
  readonly language: string | null;
  readonly by: string;
  /** Of one that comes with a copy, known to whoever had the first. */
  readonly token?: string;
};

/** A link as it is handed out, once. */
export type LinkIssued = { readonly id: string; readonly token: string; readonly expiresAt: number };

/** Makes one. Of links that ask the same grown-up about the same child only the last works. @param db a write transaction */
export async function issueLink(db: Db, programme: string, nowMs: number, made: LinkMade): Promise<LinkIssued> {
  const { kind, child, giver, number, language, by, token = newToken('bl') } = made;
  const old = db.deleteFrom('consent_link').where('programme', '=', programme);
  await old.where('expires_at', '<', nowMs - rememberedMs).execute();
  if (kind === 'answer') {
    const before = db.updateTable('consent_link').set({ ended_at: nowMs }).where('programme', '=', programme);
    const same = before
      .where('kind', '=', kind)
      .where('person', 'in', [...child.ids])
      .where('giver', 'is', giver);
    await same.where('used_at', 'is', null).where('ended_at', 'is', null).execute();
  }
  const id = uuidv7();
  const expiresAt = nowMs + lastsMs[kind];
  await db
    .insertInto('consent_link')
    .values({
      ...{ id, programme, token_hash: hashOfSecret(token), kind, person: child.row.id, giver, sent_to: number },
      ...{ purposes: JSON.stringify(made.purposes), language, partner: child.partner },
      ...{ minted_by: by, minted_at: nowMs, expires_at: expiresAt },
      ...{ shown_at: null, used_at: null, answer: null, ended_at: null },
    })
    .execute();
  return { id, token, expiresAt };
}

/** The link of a token, whatever became of it. */
export async function linkOf(db: Db, programme: string, token: string, kind?: LinkKind): Promise<ConsentLinkRow> {
  const all = db.selectFrom('consent_link').selectAll().where('programme', '=', programme);
  const row = await all.where('token_hash', '=', hashOfSecret(token)).executeTakeFirst();
  if (!row || (kind !== undefined && row.kind !== kind)) throw linkGone();
  return row;
}

/** What it asks about. */
export const purposesOfLink = ({ purposes: kept }: Pick<ConsentLinkRow, 'purposes'>): Purpose[] => {
  const named: unknown = JSON.parse(kept);
  return codesOf(purposes).filter((each) => Array.isArray(named) && named.includes(each));
};

/**
 * The child of a link that still works. One that asks somebody on record binds only whom it was sent to: they are named still, and
 * their number is the one it was made for. What takes back needs the token and the child, and nothing more.
 */
export async function openLink(db: Db, programme: string, link: ConsentLinkRow, nowMs: number): Promise<LinkChild> {
  if (link.ended_at !== null || link.expires_at <= nowMs) throw linkGone();
  const child = await childOfLink(db, programme, link.person);
  if (child?.partner !== link.partner) throw linkGone();
  if (link.kind === 'withdraw') return child;
  if (link.used_at !== null) throw linkGone();
  if (link.giver === null) return child;
  const grownup = await onRecord(db, programme, child, link.giver);
  if (!grownup || grownup.number !== link.sent_to) throw linkGone();
  return child;
}

/** Links that are out for a child: neither used up nor ended. */
export async function linksOut(
  db: Db,
  programme: string,
  { ids }: LinkChild,
  nowMs: number,
): Promise<ConsentLinkRow[]> {
  const all = db.selectFrom('consent_link').selectAll().where('programme', '=', programme);
  const open = all
    .where('person', 'in', [...ids])
    .where('ended_at', 'is', null)
    .where('expires_at', '>', nowMs);
  return open.where('used_at', 'is', null).orderBy('minted_at', 'desc').orderBy('id').execute();
}

/**
 * The token of the link that comes with the copy of an answer: made from the one they answered by, so that an answer sent twice
 * brings the same copy, and nobody keeps it.
 */
export const tokenOfCopy = (token: string): string =>
  `bl_${createHash('sha256').update(`copy ${token}`).digest('base64url')}`;

/** Takes away the links about, or sent to, somebody who is erased. @param db a write transaction */
export async function forgetLinks(db: Db, programme: string, ids: readonly string[]): Promise<void> {
  const all = db.deleteFrom('consent_link').where('programme', '=', programme);
  await all.where((is) => is.or([is('person', 'in', [...ids]), is('giver', 'in', [...ids])])).execute();
}
