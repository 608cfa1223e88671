import { uuidv7 } from 'uuidv7';
import { partnerOf } from '#domain/records/scopes.ts';
import { isEnded } from '#domain/sessions/session.ts';
import { type FormVersion, formVersions } from '#domain/voice/forms/in-use.ts';
import { Problem } from '#server/problem.ts';
import { rowsFor, sessionsById } from '#server/reports/reading.ts';
import { hashOfSecret, newToken } from '#server/secrets.ts';
import type { Db } from '#server/store.ts';
import type { VoiceLinkRow } from '#server/tables.ts';

/** Links by which people answer a form on their own phones: for one session, while it lasts, known by the hash of their token alone. */

/** So long after the planned end somebody may still be answering. */
const graceMs = 15 * 60_000;
/** Without a planned end it is open so long. */
const usualMs = 3 * 3_600_000;
/** So long an ended one is remembered. */
const rememberedMs = 30 * 86_400_000;

/** Unknown, closed, or of a session that is over: one answer. */
export const askingIsOver = () =>
  new Problem(403, 'asking-is-over', 'This can be answered only while the session lasts. It is over.');

export type VoiceLinkMade = {
  readonly session: string;
  readonly respondent: string;
  readonly forms: readonly string[];
  readonly by: string;
};

/** Makes one; throws where its session is not running. @param db a write transaction */
export async function issueVoiceLink(
  db: Db,
  programme: string,
  nowMs: number,
  made: VoiceLinkMade,
  partners: readonly string[],
) {
  const [session] = await sessionsById(
    db,
    programme,
    partners.map((id) => ({ id })),
    [made.session],
  );
  if (!session) throw new Problem(404, 'not-found', 'This session is not known here yet. Sync first.');
  if (isEnded(session.body)) throw askingIsOver();
  const planned = session.body.plannedEnd;
  const ends = typeof planned === 'string' ? Date.parse(planned) + graceMs : nowMs + usualMs;
  if (ends <= nowMs) throw askingIsOver();
  const old = db.deleteFrom('voice_link').where('programme', '=', programme).where('released', '=', 1);
  await old.where('closes_at', '<', nowMs - rememberedMs).execute();
  const [id, token] = [uuidv7(), newToken('bv')];
  await db
    .insertInto('voice_link')
    .values({
      ...{ programme, id, token_hash: hashOfSecret(token), partner: partnerOf(session.scope) ?? '' },
      ...{ session: session.id, site: session.body.site, day: session.body.day, respondent: made.respondent },
      ...{ forms: JSON.stringify(made.forms), minted_by: made.by, minted_at: nowMs, closes_at: ends, released: 0 },
    })
    .execute();
  return { id, token, closesAt: ends };
}

/** A link that is open; throws where it is not. */
export async function openVoiceLink(db: Db, programme: string, token: string, nowMs: number): Promise<VoiceLinkRow> {
  const all = db.selectFrom('voice_link').selectAll().where('programme', '=', programme);
  const link = await all.where('token_hash', '=', hashOfSecret(token)).executeTakeFirst();
  if (!link || link.released === 1 || link.closes_at <= nowMs) throw askingIsOver();
  const [session] = await sessionsById(db, programme, [{ id: link.partner }], [link.session]);
  if (session && isEnded(session.body)) throw askingIsOver();
  return link;
}

/** The versions a link puts, in the languages that somebody has approved; none with a name: nobody is known there. */
export async function formsOfLink(
  db: Db,
  programme: string,
  { forms }: Pick<VoiceLinkRow, 'forms'>,
): Promise<FormVersion[]> {
  const wanted: unknown = JSON.parse(forms);
  const versions = formVersions({
    versions: await rowsFor(db, programme, [], 'formVersion'),
    approvals: await rowsFor(db, programme, [], 'formApproval'),
  });
  return versions.filter(
    ({ sha256, approved, document }) =>
      Array.isArray(wanted) && wanted.includes(sha256) && approved.length > 0 && !document.named,
  );
}
