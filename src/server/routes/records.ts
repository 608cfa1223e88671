import { sql } from 'kysely';
import * as v from 'valibot';
import { answers } from '#domain/all-answers.ts';
import { coordinatedBy } from '#domain/records/access.ts';
import { setUpTypes } from '#domain/records/records.ts';
import { partnerOf, partnerScope } from '#domain/records/scopes.ts';
import { casesOf } from '#domain/sessions/kept/cases.ts';
import {
  registerOf,
  type SessionLine,
  type SessionRecords,
  sessionLine,
  totalsOf,
} from '#domain/sessions/session-line.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { maySeeKept } from '#server/allow.ts';
import { audit } from '#server/audit.ts';
import { periodQuery } from '#server/fields.ts';
import { phonesFor, unsentOf } from '#server/fleet.ts';
import { asItCame } from '#server/kept.ts';
import { noSuchSession, readSession } from '#server/one-session.ts';
import { periodOf } from '#server/reports/period.ts';
import { eachSession, knownAround, partnersFor } from '#server/reports/reading.ts';
import { type Route, reportRoute, route } from '#server/route.ts';
import { reading, toRow } from '#server/sql-ledger.ts';
import type { Db } from '#server/store.ts';

/** What a coordinator reads at a desk: the sessions of the partners they coordinate, and the set-up. */

export const records: Route = route({
  method: 'GET',
  path: '/api/records',
  who: 'desk',
  need: 'coordinator',
  summary: 'Set-up records of one type.',
  query: v.strictObject({ type: v.picklist(setUpTypes) }),
  run: async ({ parts: { store }, query: { type } }) => {
    const query = store.reader.selectFrom('row').selectAll().where('programme', '=', store.programme);
    const rows = await query.where('type', '=', type).where('deleted', '=', 0).orderBy('id').execute();
    return { records: rows.map(toRow).map(({ id, body, seq }) => ({ id, type, body, seq })) };
  },
});

export const sessions: Route = reportRoute({
  method: 'GET',
  path: '/api/sessions',
  who: 'desk',
  need: 'coordinator',
  summary: 'The sessions of a period in figures, without names.',
  query: v.strictObject(periodQuery),
  answer: answers['GET /api/sessions'],
  run: async ({ parts: { store, now }, caller: { rights }, query }) =>
    store.report(async (db) => {
      const partners = await partnersFor(db, store.programme, rights);
      const known = await knownAround(db, store.programme, partners);
      const lines: SessionLine[] = [];
      const period = periodOf(query, dayOf(now()));
      await eachSession(db, store.programme, partners, period, (each) => lines.push(sessionLine(each, known)));
      return { ...period, dataAsAt: toInstant(now()), sessions: lines, totals: totalsOf(lines) };
    }),
});

export const overview: Route = reportRoute({
  method: 'GET',
  path: '/api/overview',
  who: 'desk',
  need: 'coordinator',
  summary: 'A period at a glance: totals, each partner’s totals, different people named, phones and inbox.',
  query: v.strictObject(periodQuery),
  answer: answers['GET /api/overview'],
  run: async ({ parts, caller: { rights }, query }) => {
    const { store, now } = parts;
    return store.report(async (db) => {
      const period = periodOf(query, dayOf(now()));
      const own = coordinatedBy(rights, await reading(db, store.programme).partners());
      const partners = own.map((id) => ({ id }));
      const known = await knownAround(db, store.programme, partners);
      const lines = new Map(partners.map(({ id }) => [id, [] as SessionLine[]]));
      const people = new Set<string>();
      await eachSession(db, store.programme, partners, period, (each) => {
        const line = sessionLine(each, known);
        for (const person of attending(each, known)) people.add(person);
        lines.get(partnerOf(each.session.scope) ?? '')?.push(line);
      });
      const phones = await phonesFor(parts, db, rights);
      return {
        ...period,
        dataAsAt: toInstant(now()),
        totals: totalsOf([...lines.values()].flat()),
        hasBegun: await hasBegun(db, store.programme, own),
        people: people.size,
        partners: [...lines].map(([id, own]) => ({ id, name: known.partnerName(id), totals: totalsOf(own) })),
        phones: { all: phones.length, ...unsentOf(phones) },
        inbox: await openInbox(db, store.programme, rights),
      };
    });
  },
});

/** Who took part, by name. Contacts are not attendances. */
function attending(records: SessionRecords, known: Parameters<typeof registerOf>[1]): string[] {
  return [...registerOf(records, known).presences.values()]
    .filter(({ state, level }) => state !== 'removed' && (level === 'joined_in' || level === 'helped'))
    .map(({ person }) => person);
}

/** Whether any of these partners ever held a session; one that is only planned is none yet. */
async function hasBegun(db: Db, programme: string, partners: readonly string[]): Promise<boolean> {
  if (partners.length === 0) return false;
  const all = db.selectFrom('row').select('id').where('programme', '=', programme).where('type', '=', 'session');
  const held = all.where('deleted', '=', 0).where(sql`json_extract(body, '$.status.is')`, '<>', 'planned');
  return (await held.where('scope', 'in', partners.map(partnerScope)).limit(1).executeTakeFirst()) !== undefined;
}

/** How many cards wait: one for a person and session, however many entries it has. */
async function openInbox(db: Db, programme: string, rights: Parameters<typeof maySeeKept>[0]): Promise<number> {
  const open = db.selectFrom('inbox').select(['id', 'author', 'partner', 'body']).where('programme', '=', programme);
  const seen = (await open.where('closed', '=', 0).execute()).filter(({ partner }) => maySeeKept(rights, partner));
  return casesOf(seen.map(({ id, author: by, body }) => ({ id, by, receivedAt: '', entry: asItCame(body) }))).length;
}

export const session: Route = route({
  method: 'GET',
  path: '/api/sessions/:id',
  who: 'desk',
  need: 'coordinator',
  summary: 'One session: its record, register, counts, debrief and notes. Reading it is logged.',
  run: async ({ parts: { store, now }, caller: { rights, member }, param }) => {
    const found = await store.read(async (db) => {
      const partners = coordinatedBy(rights, await reading(db, store.programme).partners());
      return readSession(db, store.programme, partners, param('id'));
    });
    // Not there and not theirs is one answer: whether an id exists is not said.
    if (!found) throw noSuchSession();
    const detail = { session: param('id'), people: found.people.length };
    await store.write((db) => audit(db, now(), { actor: member, action: 'read session', detail }));
    return found;
  },
});
