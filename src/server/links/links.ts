import { uuidv7 } from 'uuidv7';
import { codesOf } from '#domain/codes.ts';
import { byLink, type LinkKind } from '#domain/people/consents/link.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import { Problem } from '#server/problem.ts';
import { hashOfSecret, newToken } from '#server/secrets.ts';
import type { Db } from '#server/store.ts';
import type { ConsentLinkRow } from '#server/tables.ts';
import { childOfLink, grownupIds, type LinkChild, type OnRecord, onRecord } from './family.ts';

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
  /** The number it goes to, however it is written. */
  readonly number: string | null;
  readonly purposes: readonly Purpose[];
  readonly language: string | null;
  readonly by: string;
};

/** A link as it is handed out, once. */
export type LinkIssued = { readonly id: string; readonly token: string; readonly expiresAt: number };

/** A number as a link keeps it: enough to see that another stands by now, and not the number. */
const sealOf = (link: string, number: string): string => hashOfSecret(`${link} ${number}`);

type Links = { readonly db: Db; readonly programme: string };

/** Those that ask the same grown-up about the same child, by whichever of their records. */
async function askingTheSame({ db, programme }: Links, { ids, partner }: LinkChild, giver: string) {
  const all = db.selectFrom('consent_link').selectAll().where('programme', '=', programme).where('kind', '=', 'answer');
  const givers = await grownupIds(db, programme, partner, giver);
  return all
    .where('person', 'in', [...ids])
    .where('giver', 'in', [...givers])
    .execute();
}

/** Ends what else asks the same. Of nobody on record it is not known who is the same: an aunt’s ends no uncle’s. */
export async function endOthers(at: Links, nowMs: number, child: LinkChild, giver: string | null): Promise<void> {
  if (giver === null) return;
  const open = (await askingTheSame(at, child, giver)).filter(
    (each) => each.used_at === null && each.ended_at === null,
  );
  const ids = open.map(({ id }) => id);
  if (ids.length > 0) await at.db.updateTable('consent_link').set({ ended_at: nowMs }).where('id', 'in', ids).execute();
}

/** Makes one. Of links that ask the same grown-up about the same child only the last works. @param db a write transaction */
export async function issueLink(db: Db, programme: string, nowMs: number, made: LinkMade): Promise<LinkIssued> {
  const { kind, child, giver, number, language, by } = made;
  const old = db.deleteFrom('consent_link').where('programme', '=', programme);
  await old.where('expires_at', '<', nowMs - rememberedMs).execute();
  if (kind === 'answer') await endOthers({ db, programme }, nowMs, child, giver);
  const [id, token] = [uuidv7(), newToken('bl')];
  const expiresAt = nowMs + lastsMs[kind];
  await db
    .insertInto('consent_link')
    .values({
      ...{ id, programme, token_hash: hashOfSecret(token), kind, person: child.row.id, giver },
      ...{ sent_to: number === null ? null : sealOf(id, number) },
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

/** The child of a link that was not called back and has not run out: what takes back needs the token and the child, and nothing more. */
export async function reachedBy(db: Db, programme: string, link: ConsentLinkRow, nowMs: number): Promise<LinkChild> {
  if (link.ended_at !== null || link.expires_at <= nowMs) throw linkGone();
  const child = await childOfLink(db, programme, link.person);
  if (child?.partner !== link.partner) throw linkGone();
  return child;
}

/** Whom a link reaches: the child; and of one on record, what stands of them. */
export type LinkOpen = { readonly child: LinkChild; readonly grownup: OnRecord | null };

/**
 * A link that still works. One that asks somebody on record binds only whom it was sent to: they are named still, their number is
 * the one it went to, and nothing later asks them the same, also where they turned out to be one with somebody else meanwhile.
 */
export async function openLink(db: Db, programme: string, link: ConsentLinkRow, nowMs: number): Promise<LinkOpen> {
  const child = await reachedBy(db, programme, link, nowMs);
  if (link.kind === 'withdraw') return { child, grownup: null };
  if (link.used_at !== null || child.isClosed) throw linkGone();
  if (link.giver === null) return { child, grownup: null };
  const grownup = await onRecord(db, programme, child, link.giver);
  if (!grownup?.number || sealOf(link.id, grownup.number) !== link.sent_to) throw linkGone();
  const others = await askingTheSame({ db, programme }, child, link.giver);
  // Ids are made of the time.
  if (others.some(({ id, used_at, ended_at }) => id > link.id && (used_at !== null || ended_at === null)))
    throw linkGone();
  return { child, grownup };
}

/** So many links that take back come of one: each reply has its own, since a first may have been lost. */
const mostCopies = 5;

/** The link that takes back, for a copy: null where nothing is on record to take back, or too many were made. @param link the one they answered by */
export async function issueForCopy(
  db: Db,
  programme: string,
  nowMs: number,
  link: ConsentLinkRow,
  child: LinkChild,
): Promise<string | null> {
  if (link.giver === null) return null;
  const by = byLink(link.id);
  const made = db.selectFrom('consent_link').select('id').where('programme', '=', programme);
  const before = await made.where('person', '=', link.person).where('minted_by', '=', by).execute();
  if (before.length >= mostCopies) return null;
  const { giver, language } = link;
  const more = { child, giver, language, by, number: null, purposes: codesOf(purposes) };
  return (await issueLink(db, programme, nowMs, { kind: 'withdraw', ...more })).token;
}

/** The links that wait for an answer about one person. */
export async function linksOut(
  db: Db,
  programme: string,
  { ids }: LinkChild,
  nowMs: number,
): Promise<ConsentLinkRow[]> {
  const all = db.selectFrom('consent_link').selectAll().where('programme', '=', programme);
  const open = all
    .where('kind', '=', 'answer')
    .where('person', 'in', [...ids])
    .where('ended_at', 'is', null)
    .where('expires_at', '>', nowMs);
  return open.where('used_at', 'is', null).orderBy('minted_at', 'desc').orderBy('id').execute();
}

/** Takes away the links about, or sent to, somebody who is erased. @param db a write transaction */
export async function forgetLinks(db: Db, programme: string, ids: readonly string[]): Promise<void> {
  const all = db.deleteFrom('consent_link').where('programme', '=', programme);
  await all.where((is) => is.or([is('person', 'in', [...ids]), is('giver', 'in', [...ids])])).execute();
}
