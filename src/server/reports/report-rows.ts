import { bandOn, nameOf } from '#domain/people/person.ts';
import { type RowOf, rowsOf } from '#domain/records/body.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { type Known, type SessionRecords, unread } from '#domain/sessions/session-line.ts';
import { knownZone } from '#domain/time.ts';
import { namesOf } from '#server/members.ts';
import { toRow } from '#server/sql-ledger.ts';
import type { Db } from '#server/store.ts';

/** Records for reports, read session by session: memory grows with sessions and people, never with marks. */

export type Period = { readonly from: string; readonly to: string };

/** Sessions whose facts are in memory at once. */
const sessionsAtOnce = 50;

const selectOf = (db: Db, programme: string) =>
  db.selectFrom('row').selectAll().where('programme', '=', programme).where('deleted', '=', 0);

/**
 * Hands every session of a period over with its facts, in order of day.
 * @param partners whose sessions
 * @param use reads before it keeps: where it throws, it is handed the session once more, as one that cannot be read
 */
export async function eachSession(
  db: Db,
  programme: string,
  partners: readonly string[],
  { from, to }: Period,
  use: (records: SessionRecords) => void,
): Promise<void> {
  if (partners.length === 0) return;
  const query = selectOf(db, programme).where('type', '=', 'session').where('day', '>=', from).where('day', '<=', to);
  const found = await query.where('scope', 'in', partners.map(partnerScope)).orderBy('day').orderBy('id').execute();
  const sessions = rowsOf(found.map(toRow), 'session');
  for (let at = 0; at < sessions.length; at += sessionsAtOnce) {
    for (const records of await withFacts(db, programme, sessions.slice(at, at + sessionsAtOnce)))
      handOver(records, use);
  }
}

/** One session that cannot be read costs its own line and not the file. It stands there as such. */
function handOver(records: SessionRecords, use: (records: SessionRecords) => void): void {
  try {
    use(records);
  } catch {
    use(unread(records));
  }
}

/** Sessions with their marks and tallies. Facts of another partner's scope that name the session do not count in it. */
export async function withFacts(
  db: Db,
  programme: string,
  sessions: readonly RowOf<'session'>[],
): Promise<SessionRecords[]> {
  if (sessions.length === 0) return [];
  const query = selectOf(db, programme).where('type', 'in', ['mark', 'tally']);
  const keys = sessions.map(({ id }) => id);
  const facts = (await query.where('key', 'in', keys).orderBy('seq').orderBy('id').execute()).map(toRow);
  const bySession = Map.groupBy(facts, ({ body }) => String(body.session));
  return sessions.map((session) => {
    const own = (bySession.get(session.id) ?? []).filter(({ scope }) => scope === session.scope);
    return {
      session,
      marks: rowsOf(own, 'mark'),
      tallies: rowsOf(own, 'tally'),
    };
  });
}

/** What the desk knows of people beside what the reports say of them. */
export type KnownAround = Known & {
  readonly genderOf: (person: string) => string | undefined;
  /** The leaf on a badge, by which two people of one name are told apart. */
  readonly markerOf: (person: string) => { leaf?: unknown; colour?: unknown };
};

/** Also those that are closed: their sessions stay. */
const sitesOf = async (db: Db, programme: string) =>
  rowsOf(
    (
      await db.selectFrom('row').selectAll().where('programme', '=', programme).where('type', '=', 'site').execute()
    ).map(toRow),
    'site',
  );

/** What is known around the sessions of some partners. */
export async function knownAround(db: Db, programme: string, partners: readonly string[]): Promise<KnownAround> {
  const sites = new Map((await sitesOf(db, programme)).map(({ id, body }) => [id, body]));
  const names = await namesOf(db, programme, 'partner');
  const scopes = partners.map(partnerScope);
  const query = selectOf(db, programme).where('type', '=', 'person');
  const people =
    scopes.length > 0 ? rowsOf((await query.where('scope', 'in', scopes).execute()).map(toRow), 'person') : [];
  const badges = new Map(people.map(({ id, body }) => [id, body]));
  return {
    siteName: (id) => sites.get(id)?.name || id,
    zoneOf: (id) => knownZone(sites.get(id)?.timeZone),
    partnerName: (id) => names.get(id) ?? id,
    bandOn: (person, day) => bandOn(day, badges.get(person) ?? {}),
    personName: (id) => nameOf(badges.get(id) ?? {}),
    markerOf: (person) => {
      const { leaf, colour } = badges.get(person) ?? {};
      return { leaf, colour };
    },
    genderOf: (person) => badges.get(person)?.gender ?? undefined,
  };
}
