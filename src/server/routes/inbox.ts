import * as v from 'valibot';
import { isByLink } from '#domain/people/consents/link.ts';
import type { Right } from '#domain/records/access.ts';
import type { Result } from '#domain/records/wire.ts';
import { mayReadFamilies } from '#domain/records/write-access.ts';
import { firstCases, sessionOfWrites, writesOf } from '#domain/sessions/kept/cases.ts';
import { sessionLine } from '#domain/sessions/session-line.ts';
import { toInstant } from '#domain/time.ts';
import { maySeeKept } from '#server/allow.ts';
import { audit } from '#server/audit.ts';
import { parseJson } from '#server/body.ts';
import { idField } from '#server/fields.ts';
import { asItCame, isSendersOwn, maySettle, writesIn } from '#server/kept.ts';
import type { InboxEntry } from '#server/ledger.ts';
import { namesOf } from '#server/members.ts';
import type { Parts } from '#server/parts.ts';
import { Problem } from '#server/problem.ts';
import { receiveEntries } from '#server/receive.ts';
import { knownAround, partnersFor, sessionsById, withFacts } from '#server/reports/reading.ts';
import { type Route, route } from '#server/route.ts';
import { asSealed, openEntry } from '#server/sealed-entries.ts';
import { toInboxEntry, writing } from '#server/sql-ledger.ts';
import { renewStandings } from '#server/standings.ts';
import type { Db } from '#server/store.ts';
import type { InboxRow } from '#server/tables.ts';

/** Entries the server could not apply, for people to resolve. */

const shown = 200;

const list = route({
  method: 'GET',
  path: '/api/inbox',
  who: 'desk',
  need: 'coordinator',
  summary:
    'Kept entries of one’s partners, the oldest 200, or a few more: what one person sent of a session comes whole. Reading them is logged.',
  run: async ({ parts, caller: { rights, member } }) => {
    const { store, now } = parts;
    const found = await store.read(async (db) => {
      const query = db.selectFrom('inbox').selectAll().where('programme', '=', store.programme).where('closed', '=', 0);
      const rows = (await query.orderBy('seq').execute()).filter(({ partner }) => maySeeKept(rights, partner));
      const entries = firstCases(await describe(db, parts, rights, rows), shown);
      return { entries, ...(await aroundKept(db, store.programme, rights, entries)) };
    });
    const detail = { entries: found.entries.map(({ id }) => id) };
    if (found.entries.length > 0)
      await store.write((db) => audit(db, now(), { actor: member, action: 'read inbox', detail }));
    return found;
  },
});

/** What lies in a scope of families is its readers’ alone: whoever else looks after the inbox learns that it is there. */
const forReader = (rights: readonly Right[], entry: unknown): unknown =>
  writesIn(entry).every(({ scope }) => mayReadFamilies(rights, scope)) ? entry : 'For the partner’s own coordinator.';

/** The sessions that entries are of, as they stand, and what the people marked in them are called: of one's own partners alone. */
async function aroundKept(
  db: Db,
  programme: string,
  rights: readonly Right[],
  entries: readonly { readonly entry: unknown }[],
) {
  const writes = entries.flatMap(({ entry }) => writesOf(entry));
  if (writes.length === 0) return { sessions: [], people: [] };
  const partners = await partnersFor(db, programme, rights);
  const known = await knownAround(db, programme, partners);
  const ids = new Set(writes.map((write) => sessionOfWrites([write])).filter(Boolean));
  const rows = await sessionsById(db, programme, partners, [...ids]);
  const people = new Set(writes.flatMap(({ body }) => (typeof body.person === 'string' ? body.person : [])));
  return {
    sessions: (await withFacts(db, programme, rows)).map((each) => sessionLine(each, known)),
    people: [...people].flatMap((id) => {
      const marker = known.markerOf(id);
      return marker.leaf === undefined ? [] : [{ id, name: known.personName(id), ...marker }];
    }),
  };
}

export async function describe(db: Db, parts: Parts, rights: readonly Right[], rows: readonly InboxRow[]) {
  const { programme } = parts.store;
  const members = await namesOf(db, programme, 'member');
  const partners = await namesOf(db, programme, 'partner');
  return rows.map(({ id, code, why, seq, author, device, partner, body, received_at }) => ({
    id,
    code,
    why,
    seq,
    by: author,
    byName: isByLink(author) ? 'Somebody with a link' : (members.get(author) ?? ''),
    device,
    partner,
    partnerName: partner === null ? '' : (partners.get(partner) ?? partner),
    receivedAt: toInstant(received_at),
    /** As it came; text where it is no entry. */
    entry: forReader(rights, opened(parts, device, asItCame(body))),
  }));
}

/** `by` is the member who sent it; without it, the one whose own entry it is. */
const query = v.strictObject({ by: v.optional(idField) });
type Asked = v.InferOutput<typeof query>;

/** An entry that was closed to a key of the server's, once that key is here; anything else as it is. */
export const opened = ({ keys, store: { programme } }: Parts, device: string, kept: unknown): unknown => {
  const sealed = asSealed(kept);
  return (sealed && openEntry(keys, { programme, device }, sealed, parseJson)) ?? kept;
};

export const notOpened = () =>
  new Problem(
    409,
    'not-opened',
    'The server has no key for this record. Whoever hosts it can put the old server.key back; then take it in.',
  );

const notThere = () => new Problem(404, 'not-found', 'There is no such entry.');

/** An open kept entry someone may settle; not there and not theirs is one answer. */
export async function findKept(
  db: Db,
  parts: Parts,
  rights: readonly Right[],
  id: string,
  { by }: Asked,
): Promise<InboxEntry> {
  const sent = db.selectFrom('inbox').selectAll().where('programme', '=', parts.store.programme).where('id', '=', id);
  const rows = (await sent.orderBy('seq').execute()).map(toInboxEntry);
  const seen = rows.filter((row) => maySeeKept(rights, row.partner) && (by === undefined || row.by === by));
  const kept = seen.find(isSendersOwn) ?? seen[0];
  if (!kept) throw notThere();
  if (kept.closed) throw new Problem(409, 'closed', 'Somebody has dealt with it already.');
  if (!maySettle(rights, kept))
    throw new Problem(403, 'no-right', 'Part of it lies outside what you coordinate. Ask the programme coordinator.');
  return kept;
}

const accept = route({
  method: 'POST',
  path: '/api/inbox/:id/accept',
  who: 'desk',
  need: 'coordinator',
  summary: 'Applies a kept entry with the coordinator’s right; it stays its author’s.',
  query,
  run: async ({ parts, caller, param, query: asked }) => {
    const { store, ledger, now } = parts;
    const { by, device, id, body } = await findKept(store.reader, parts, caller.rights, param('id'), asked);
    // Its author is whoever sent it, not whoever it names: accepting does not put words into another's mouth.
    const kept = asItCame(body);
    const entry = opened(parts, device, kept);
    if (entry === kept && asSealed(kept)) throw notOpened();
    const [result] = await receiveEntries(ledger, { member: by, device, rights: caller.rights }, [entry], now());
    await noteResolved(parts, caller.member, 'accept entry', id, result);
    return { result };
  },
});

const noteResolved = ({ store, now }: Parts, actor: string, action: string, entry: string, result?: Result) =>
  store.write((db) => audit(db, now(), { actor, action, detail: { entry, result: result?.result } }));

const discard = route({
  method: 'POST',
  path: '/api/inbox/:id/discard',
  who: 'desk',
  need: 'coordinator',
  summary: 'Closes a kept entry without applying it; its phone is told so when it asks again.',
  query,
  run: async ({ parts, caller, param, query: asked }) => {
    const { store, now } = parts;
    await store.write(async (db) => {
      const tx = writing(db, store.programme, now);
      await tx.take(1);
      const kept = await findKept(db, parts, caller.rights, param('id'), asked);
      await tx.putInbox([{ ...kept, closed: true }]);
      await renewStandings(tx, [], [{ ...kept, closed: true }], now());
    });
    await noteResolved(parts, caller.member, 'discard entry', param('id'));
    return undefined;
  },
});

export const inboxRoutes: readonly Route[] = [list, accept, discard];
