import { sql } from 'kysely';
import { sameIn } from '#domain/people/alias.ts';
import { coordinatedBy, mayCountEquality, type Right, readableScopes } from '#domain/records/access.ts';
import { type RowOf, rowsOf } from '#domain/records/body.ts';
import { type RecordType, shapeOf } from '#domain/records/records.ts';
import { familyKinds, partnerOf, partnerScope, privateScope, type Scope, scopeOfKind } from '#domain/records/scopes.ts';
import type { GivenAway } from '#domain/reports/disclosure/given.ts';
import type { MadeFile, Partner, Period, Reading, Report } from '#domain/reports/report.ts';
import { type KnownAround, knownIn } from '#domain/sessions/known.ts';
import { type SessionRecords, unread } from '#domain/sessions/session-line.ts';
import { toInstant } from '#domain/time.ts';
import { equalityIn, formAnswersIn } from '#server/answers.ts';
import { earlierOf } from '#server/published.ts';
import { toRow } from '#server/sql-ledger.ts';
import type { Db } from '#server/store.ts';

/** Records as reports and views read them: of the partners somebody coordinates, from one snapshot. */

const selectOf = (db: Db, programme: string, types: readonly string[]) =>
  db
    .selectFrom('row')
    .selectAll()
    .where('programme', '=', programme)
    .where('type', 'in', [...types])
    .where('deleted', '=', 0);

/** Partners that someone coordinates, A to Z. A closed one stays in the figures of what it did. */
export async function partnersFor(db: Db, programme: string, rights: readonly Right[]): Promise<Partner[]> {
  const rows = rowsOf((await selectOf(db, programme, ['partner']).execute()).map(toRow), 'partner');
  const own = coordinatedBy(
    rights,
    rows.map(({ id }) => id),
  );
  return rows
    .filter(({ id }) => own.includes(id))
    .map(({ id, body }) => ({
      id,
      name: body.name,
      closed: body.status === 'closed',
      families: readableScopes(rights, [id]).includes(privateScope(id)),
      equality: mayCountEquality(rights, id),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

type Own = readonly Pick<Partner, 'id' | 'families'>[];

/** Scopes of a kind; of families and permissions only where this reader may know them. */
const readIn = (kind: Scope['kind'], partners: Own): string[] =>
  partners.filter(({ families }) => families || !familyKinds.has(kind)).map(({ id }) => scopeOfKind(kind, id));

/**
 * All rows of a type, of these partners where partners have them, in the order they arrived; the set-up by id.
 * What one partner handed over to another is of both.
 */
export async function rowsFor<Type extends RecordType>(
  db: Db,
  programme: string,
  partners: Own,
  type: Type,
): Promise<RowOf<Type>[]> {
  const home = shapeOf(type)?.scope;
  if (home === 'programme')
    return rowsOf((await selectOf(db, programme, [type]).orderBy('id').execute()).map(toRow), type);
  if (partners.length === 0) return [];
  const scopes = readIn(home ?? 'partner', partners);
  if (scopes.length === 0) return [];
  const query = selectOf(db, programme, [type]).where((is) =>
    is.or([is('scope', 'in', scopes), is('also_scope', 'in', scopes)]),
  );
  return rowsOf((await query.orderBy('seq').orderBy('id').execute()).map(toRow), type);
}

/** Ids of the people of some partners who were erased. */
export async function erasedOf(db: Db, programme: string, partners: Own): Promise<string[]> {
  if (partners.length === 0) return [];
  const gone = db.selectFrom('row').select('id').where('programme', '=', programme).where('type', '=', 'person');
  const scopes = partners.map(({ id }) => partnerScope(id));
  return (await gone.where('deleted', '=', 1).where('scope', 'in', scopes).execute()).map(({ id }) => id);
}

/** How many people of some partners were erased, each once, however many badges they had. */
export async function erasedCount(db: Db, programme: string, partners: Own): Promise<number> {
  let count = 0;
  for (const partner of partners) {
    const ids = await erasedOf(db, programme, [partner]);
    if (ids.length === 0) continue;
    const { headOf } = sameIn(await rowsFor(db, programme, [partner], 'alias'), 'person')(partnerScope(partner.id));
    count += new Set(ids.map(headOf)).size;
  }
  return count;
}

/** Few enough for a statement's parameters. */
const idsAtOnce = 500;

/** Sessions by id, of these partners only. */
export async function sessionsById(
  db: Db,
  programme: string,
  partners: Own,
  ids: readonly string[],
): Promise<RowOf<'session'>[]> {
  const found: RowOf<'session'>[] = [];
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    // By their ids alone: asked for the type as well, SQLite goes through every session there is.
    const all = db.selectFrom('row').selectAll().where('programme', '=', programme).where('deleted', '=', 0);
    const query = all.where('id', 'in', ids.slice(at, at + idsAtOnce)).where(sql<string>`+type`, '=', 'session');
    found.push(...rowsOf((await query.execute()).map(toRow), 'session'));
  }
  return found.filter(({ scope }) => partners.some(({ id }) => id === partnerOf(scope)));
}

/** What is known around the sessions of some partners. */
export async function knownAround(db: Db, programme: string, partners: Own): Promise<KnownAround> {
  const of = <Type extends RecordType>(type: Type) => rowsFor(db, programme, partners, type);
  const erased = await erasedOf(db, programme, partners);
  return knownIn(await of('site'), await of('partner'), await of('person'), await of('alias'), erased);
}

/** Sessions whose facts are in memory at once. */
const sessionsAtOnce = 50;

/** Hands every session of a period over with its facts: memory grows with sessions and people, never with marks. */
export async function eachSession(
  db: Db,
  programme: string,
  partners: Own,
  { from, to }: Period,
  use: (records: SessionRecords) => unknown,
): Promise<void> {
  if (partners.length === 0) return;
  const scopes = partners.map(({ id }) => partnerScope(id));
  const all = db.selectFrom('row').select('id').where('programme', '=', programme).where('type', '=', 'session');
  const query = all.where('deleted', '=', 0).where('day', '>=', from).where('day', '<=', to);
  const ids = (await query.where('scope', 'in', scopes).orderBy('day').orderBy('id').execute()).map(({ id }) => id);
  for (let at = 0; at < ids.length; at += sessionsAtOnce) {
    const some = ids.slice(at, at + sessionsAtOnce);
    const byId = new Map((await sessionsById(db, programme, partners, some)).map((row) => [row.id, row]));
    for (const records of await withFacts(
      db,
      programme,
      some.flatMap((id) => byId.get(id) ?? []),
    ))
      await handOver(records, use);
  }
}

/** One session that cannot be read costs its own line and not the file. It stands there as such. */
async function handOver(records: SessionRecords, use: (records: SessionRecords) => unknown): Promise<void> {
  let used: unknown;
  try {
    used = use(records);
  } catch {
    used = use(unread(records));
  }
  await used;
}

/** Sessions with their marks and tallies. Facts of another partner's scope that name the session do not count in it. */
export async function withFacts(
  db: Db,
  programme: string,
  sessions: readonly RowOf<'session'>[],
): Promise<SessionRecords[]> {
  if (sessions.length === 0) return [];
  const keys = sessions.map(({ id }) => id);
  // That the key is not empty is what the index of keys holds; unless it is said, SQLite goes through every mark there is.
  const query = selectOf(db, programme, ['mark', 'tally']).where('key', 'in', keys).where('key', '<>', '');
  const facts = (await query.orderBy('seq').orderBy('id').execute()).map(toRow);
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

/** Files of days that were made, as the log has them. */
async function filesMade(db: Db): Promise<MadeFile[]> {
  const lines = db.selectFrom('audit').select(['at', 'detail']).where('action', 'like', 'export %');
  return (await lines.execute()).flatMap(({ at, detail }): MadeFile[] => {
    const { from, to } = JSON.parse(detail) as { readonly from?: unknown; readonly to?: unknown }; // looked at right here
    return typeof from === 'string' && typeof to === 'string' ? [{ at: toInstant(at), from, to }] : [];
  });
}

/** What a report reads from. What it does not name among its types it is not given. */
export function readingOf(
  db: Db,
  programme: string,
  partners: readonly Partner[],
  period: Period,
  { types, countsAnswers, readsFeedback }: Pick<Report, 'types' | 'countsAnswers' | 'readsFeedback'>,
  today: string,
  given: GivenAway[] = [],
): Reading {
  const known = (...needed: readonly RecordType[]) => {
    const other = needed.find((type) => !types.includes(type));
    if (other) throw new Error(`a report reads ${other} and does not say so`);
  };
  return {
    today,
    partners,
    disclosure: {
      earlier: (published, whole) => earlierOf(db, programme, published, whole, given),
      give: (each) => void given.push(each),
    },
    rows: async (type) => {
      known(type);
      return rowsFor(db, programme, partners, type);
    },
    answers: async () => {
      if (!countsAnswers) throw new Error('a report counts answers and does not say so');
      const own = partners.filter(({ equality }) => equality).map(({ id }) => id);
      return equalityIn(db, programme, own);
    },
    feedback: async () => {
      if (!readsFeedback) throw new Error('a report reads answers to forms and does not say so');
      return formAnswersIn(
        db,
        programme,
        partners.map(({ id }) => id),
      );
    },
    filesMade: () => filesMade(db),
    erased: () => erasedOf(db, programme, partners),
    sessionsById: async (ids) => {
      known('session');
      return sessionsById(db, programme, partners, ids);
    },
    withFacts: async (sessions) => {
      known('session', 'mark', 'tally');
      const found: SessionRecords[] = [];
      for (let at = 0; at < sessions.length; at += sessionsAtOnce)
        found.push(...(await withFacts(db, programme, sessions.slice(at, at + sessionsAtOnce))));
      return found;
    },
    eachSession: async (use, days = period) => {
      known('session', 'mark', 'tally');
      return eachSession(db, programme, partners, days, use);
    },
  };
}
