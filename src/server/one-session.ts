import { genderIn } from '#domain/codes.ts';
import { eachOnce, sameIn } from '#domain/people/alias.ts';
import { type RowOf, rowOf, rowsOf } from '#domain/records/body.ts';
import { partnerOf, teamScope } from '#domain/records/scopes.ts';
import { byArrival, stayOf } from '#domain/sessions/attendance-line.ts';
import { countsNow } from '#domain/sessions/corrections/acts.ts';
import { type Happening, historyOf } from '#domain/sessions/history.ts';
import { toTally } from '#domain/sessions/register.ts';
import { registerOf, type SessionRecords, sessionLine } from '#domain/sessions/session-line.ts';
import { readInstant } from '#domain/time.ts';
import { namesOf } from './members.ts';
import { Problem } from './problem.ts';
import { knownAround, rowsFor, withFacts } from './reports/reading.ts';
import { toRow } from './sql-ledger.ts';
import type { Db } from './store.ts';

/** One session as the desk shows it, and as it is put right: with everything that belongs to it. */

/** Not there and not theirs is one answer: whether an id exists is not said. */
export const noSuchSession = () => new Problem(404, 'not-found', 'There is no such session.');

/**
 * A session with its facts, what its team wrote, and who its people are. Undefined where it is none of these partners'.
 * @param partners ids of those whose sessions may be read
 */
export async function findSession(db: Db, programme: string, partners: readonly string[], id: string) {
  const all = db.selectFrom('row').selectAll().where('programme', '=', programme).where('deleted', '=', 0);
  const stored = await all.where('id', '=', id).where('type', '=', 'session').executeTakeFirst();
  const partner = stored && partnerOf(stored.scope);
  if (!stored || !partner || !partners.includes(partner)) return undefined;
  const row = rowOf(toRow(stored), 'session');
  const [facts] = row ? await withFacts(db, programme, [row]) : [];
  if (!facts) return undefined;
  const own = [{ id: partner, families: false }];
  const known = await knownAround(db, programme, own);
  const same = sameIn(await rowsFor(db, programme, own, 'alias'), 'person');
  const team = await all.where('key', '=', id).where('scope', '=', teamScope(partner)).orderBy('seq').execute();
  return {
    ...{ partner, facts, known, team: team.map(toRow) },
    register: registerOf(facts, known),
    /** Every badge of the partner; two of one person are one. */
    people: eachOnce(await rowsFor(db, programme, own, 'person'), same),
  };
}
export type FoundSession = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** What the desk is told of a session. */
export async function readSession(db: Db, programme: string, partners: readonly string[], id: string) {
  const found = await findSession(db, programme, partners, id);
  if (!found) return undefined;
  const { facts, known, register, team } = found;
  const { session } = facts;
  const line = sessionLine(facts, known);
  const names = await namesOf(db, programme, 'member');
  return {
    session: { id, scope: session.scope, body: session.body, line },
    people: byArrival(register.presences.values()).map((presence) => ({
      person: presence.person,
      name: known.personName(presence.person),
      ...known.markerOf(presence.person),
      ageBand: known.bandOn(presence.person, line.day),
      gender: genderIn(known.genderOf(presence.person) ?? '') ?? 'NK',
      state: presence.state,
      level: presence.level,
      ...stayOf(presence, line),
    })),
    counts: { bands: register.bands, all: register.all, contacts: register.contacts, surplus: register.surplus },
    tallies: countsNow(facts.tallies.map(toTally)),
    history: (await readHistory(db, found)).map((each) => ({ ...each, byName: names.get(each.by) ?? '' })),
    debrief: rowsOf(team, 'debrief')[0]?.body ?? null,
    notes: rowsOf(team, 'note').map(({ id: note, body, by }) => ({
      id: note,
      text: body.text,
      at: readInstant(body.at),
      by,
      byName: names.get(by) ?? '',
    })),
  };
}

/** The history of a session: of its facts, of every value its fields once held, and of what corrections put right on badges. */
async function readHistory(db: Db, { facts, team, people: badges, register }: FoundSession): Promise<Happening[]> {
  const corrections = rowsOf(team, 'correction');
  const people = corrections.length === 0 ? [] : badges.filter(({ id }) => register.presences.has(id));
  const ids = [facts.session.id, ...people.map(({ id }) => id)];
  const lost = db.selectFrom('history').select(['row_id as row', 'field', 'value', 'clock', 'entry']);
  const rows = await lost.where('row_id', 'in', ids).execute();
  const entries = new Set([
    ...rows.flatMap(({ row, entry }) => (row === facts.session.id ? entry : [])),
    ...Object.values(facts.session.stamps).map(([, entry]) => entry),
  ]);
  const saved = await db
    .selectFrom('applied')
    .select(['id', 'author', 'at'])
    .where('id', 'in', [...entries])
    .execute();
  const known = new Map(saved.map(({ id, author, at }) => [id, { by: author ?? '', at: at ?? '' }]));
  const within = await saidIn(db, facts, corrections);
  return historyOf({
    ...facts,
    ...{ corrections, people, correctionOf: (id) => within.get(id) },
    notes: rowsOf(team, 'note'),
    old: rows.map(({ value, ...each }) => ({ ...each, value: JSON.parse(value) as unknown })),
    savedBy: (entry) => {
      const found = known.get(entry);
      return found && found.at !== '' ? found : undefined;
    },
  });
}

/** The correction that each mark and count was saved with, by its id: what is saved together has one number. */
export async function saidIn(
  db: Db,
  { session }: Pick<SessionRecords, 'session'>,
  corrections: readonly (RowOf<'correction'> & { readonly seq: number })[],
): Promise<ReadonlyMap<string, string>> {
  if (corrections.length === 0) return new Map();
  const bySeq = new Map(corrections.map(({ id, seq }) => [seq, id]));
  const facts = db
    .selectFrom('row')
    .select(['id', 'seq'])
    .where('key', '=', session.id)
    .where('scope', '=', session.scope);
  const found = await facts.where('seq', 'in', [...bySeq.keys()]).execute();
  return new Map(found.flatMap(({ id, seq }) => (bySeq.has(seq) ? [[id, bySeq.get(seq) ?? ''] as const] : [])));
}
