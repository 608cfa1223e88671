import * as v from 'valibot';
import type { Refusal } from '#domain/records/apply.ts';
import type { Write } from '#domain/records/entry.ts';
import { typeWords } from '#domain/records/field-words.ts';
import { keptBecause } from '#domain/records/kept-because.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { mostSettled, writesOf } from '#domain/sessions/kept/cases.ts';
import { sessionLine } from '#domain/sessions/session-line.ts';
import { toInstant } from '#domain/time.ts';
import { maySeeKept } from '#server/allow.ts';
import { audit } from '#server/audit.ts';
import type { Caller } from '#server/caller.ts';
import { idField } from '#server/fields.ts';
import { asItCame, maySettle } from '#server/kept.ts';
import type { InboxEntry } from '#server/ledger.ts';
import { namesOf } from '#server/members.ts';
import type { Parts } from '#server/parts.ts';
import { Problem } from '#server/problem.ts';
import { knownAround, sessionsById } from '#server/reports/reading.ts';
import { type Route, route } from '#server/route.ts';
import { asSealed } from '#server/sealed-entries.ts';
import { standing, takeBack, takeIn } from '#server/settling.ts';
import { writing } from '#server/sql-ledger.ts';
import { renewStandings } from '#server/standings.ts';
import type { Db } from '#server/store.ts';
import { findKept, notOpened, opened } from './inbox.ts';

/** What waits for a look, one person and session at a time: taken in or given up as a whole, and undone. */

const listed = v.pipe(v.array(v.strictObject({ id: idField, by: idField })), v.minLength(1), v.maxLength(mostSettled));
type Listed = v.InferOutput<typeof listed>;

/** Ends a transaction whose outcome is only wanted to be looked at. */
const onlyTried = new Error('only tried');

const take = route({
  method: 'POST',
  path: '/api/inbox/take',
  who: 'desk',
  need: 'coordinator',
  summary:
    'Applies several kept entries at once, or none of them; with try=1 only answers how their session would stand.',
  query: v.strictObject({ try: v.optional(v.literal('1')) }),
  body: v.strictObject({ entries: listed }),
  run: async ({ parts, caller, body, query }) => {
    const { store, now } = parts;
    let line: ReturnType<typeof sessionLine> | null = null;
    const work = store.write(async (db) => {
      const of = { db, programme: store.programme, caller, nowMs: now() };
      const kept = await findAll(db, parts, caller, body.entries);
      const taken = await takeIn(of, kept);
      if ('refused' in taken)
        throw notIn(taken.refused.code, writesOf(kept.find(({ from }) => from.id === taken.refused.id)?.entry));
      const stands = taken.session === '' ? undefined : await standing(of, taken.session);
      if (stands) {
        const partners = [{ id: partnerOf(stands.session.scope) ?? '', families: false }];
        line = sessionLine(stands, await knownAround(db, store.programme, partners));
      }
      if (query.try) throw onlyTried;
      const detail = { entries: body.entries.map(({ id }) => id), by: body.entries[0]?.by, ...taken };
      await audit(db, now(), { actor: caller.member, action: 'take in', detail });
    });
    await work.catch((fault: unknown) => {
      if (fault !== onlyTried) throw fault;
    });
    return { session: line };
  },
});

const notIn = (code: Refusal, [first]: readonly Write[]) =>
  new Problem(
    409,
    'not-in',
    `Nothing was taken in. ${first ? `${typeWords(first.type)}: ` : ''}${keptBecause[code]}. Leave that one out and try again.`,
  );

/** Each as it can be read here; any of them not there or not theirs ends it. */
async function findAll(db: Db, parts: Parts, { rights }: Caller, entries: Listed) {
  const found: { from: InboxEntry; entry: unknown }[] = [];
  for (const { id, by } of entries) {
    const from = await findKept(db, parts, rights, id, { by });
    const kept = asItCame(from.body);
    const entry = opened(parts, from.device, kept);
    if (entry === kept && asSealed(kept)) throw notOpened();
    found.push({ from, entry });
  }
  return found;
}

const giveUp = route({
  method: 'POST',
  path: '/api/inbox/give-up',
  who: 'desk',
  need: 'coordinator',
  summary:
    'Closes several kept entries without applying them, for a reason; a copy stays, and they can be opened again.',
  body: v.strictObject({ entries: listed, reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)) }),
  run: async ({ parts, caller, body: { entries, reason } }) => {
    const { store, now } = parts;
    await store.write(async (db) => {
      const kept: InboxEntry[] = [];
      for (const { id, by } of entries) kept.push(await findKept(db, parts, caller.rights, id, { by }));
      await turn(db, parts, kept, true);
      const session = { entries: entries.map(({ id }) => id), by: entries[0]?.by, reason };
      await audit(db, now(), { actor: caller.member, action: 'give up', detail: session });
    });
    return undefined;
  },
});

/** Closes entries, or opens them again. */
async function turn(db: Db, { store, now }: Parts, kept: readonly InboxEntry[], closed: boolean): Promise<void> {
  const tx = writing(db, store.programme, now);
  await tx.take(1);
  const turned = kept.map((each) => ({ ...each, closed }));
  await tx.putInbox(turned);
  await renewStandings(tx, [], turned, now());
}

/** What a line of the log says of a settling. */
const settledSchema = v.object({
  entries: v.array(v.string()),
  by: v.string(),
  reason: v.optional(v.string(), ''),
  session: v.optional(v.string(), ''),
  seqs: v.optional(v.array(v.number()), []),
  said: v.optional(v.array(v.string()), []),
});

const undo = route({
  method: 'POST',
  path: '/api/inbox/done/:line/undo',
  who: 'desk',
  need: 'coordinator',
  summary:
    'Undoes one settling: what was given up waits again; marks, counts and the session that were taken in are taken back.',
  run: async ({ parts, caller, param }) => {
    const { store, now } = parts;
    await store.write(async (db) => {
      const found = (await settled(db, parts, caller, Number(param('line'))))[0];
      if (!found) throw new Problem(404, 'not-found', 'There is no such line.');
      if (found.undone) throw new Problem(409, 'closed', 'It was undone already.');
      const { kept, action, detail } = found;
      if (!kept.every((each) => maySettle(caller.rights, each)))
        throw new Problem(
          403,
          'no-right',
          'Part of it lies outside what you coordinate. Ask the programme coordinator.',
        );
      if (action === 'give up') {
        // Of somebody who was erased meanwhile nothing is left to be looked at.
        await turn(
          db,
          parts,
          kept.filter(({ body }) => writesOf(opened(parts, '', asItCame(body))).length > 0),
          false,
        );
      } else {
        const writes = kept.flatMap(({ body, device }) => writesOf(opened(parts, device, asItCame(body))));
        const of = { db, programme: store.programme, caller, nowMs: now() };
        if (!(await takeBack(of, { ...detail, writes })))
          throw new Problem(409, 'no-session', 'It is of no session. Change the record itself.');
      }
      await audit(db, now(), { actor: caller.member, action: `undo ${action}`, detail: { of: found.n } });
    });
    return undefined;
  },
});

const mostShown = 50;

/** Settlings somebody may see, the newest first. @param line only this one */
async function settled(db: Db, { store }: Parts, { rights }: Caller, line?: number) {
  const all = db.selectFrom('audit').select(['n', 'at', 'actor', 'action', 'detail']).orderBy('n', 'desc');
  const of = all.where('action', 'in', ['take in', 'give up']);
  const lines = await (line === undefined ? of.limit(200) : of.where('n', '=', line)).execute();
  const oldest = lines.at(-1)?.n ?? 0;
  const undoing = await all.where('action', 'in', ['undo take in', 'undo give up']).where('n', '>', oldest).execute();
  const undone = new Set(undoing.map(({ detail }) => (JSON.parse(detail) as { of?: unknown }).of)); // written above
  const found = lines.map((each) => ({ ...each, detail: v.parse(settledSchema, JSON.parse(each.detail)) }));
  const tx = writing(db, store.programme, () => 0);
  const rows = await tx.inbox(found.flatMap(({ detail }) => detail.entries));
  return found
    .map(({ detail, ...each }) => ({
      ...each,
      detail,
      undone: undone.has(each.n),
      kept: rows.filter(({ id, by }) => by === detail.by && detail.entries.includes(id)),
    }))
    .filter(({ kept }) => kept.length > 0 && kept.every(({ partner }) => maySeeKept(rights, partner)))
    .slice(0, mostShown);
}

const done = route({
  method: 'GET',
  path: '/api/inbox/done',
  who: 'desk',
  need: 'coordinator',
  summary: 'What was taken in and given up last, by whom and why, and whether it was undone.',
  run: async ({ parts, caller }) =>
    parts.store.read(async (db) => {
      const { programme } = parts.store;
      const lines = await settled(db, parts, caller);
      const names = await namesOf(db, programme, 'member');
      const ids = lines.flatMap(({ kept }) => kept.flatMap(({ partner }) => partner ?? []));
      const partners = [...new Set(ids)].map((id) => ({ id, families: false }));
      const known = await knownAround(db, programme, partners);
      const rows = await sessionsById(
        db,
        programme,
        partners,
        lines.map(({ detail }) => detail.session),
      );
      return {
        done: lines.map(({ n, at, actor, action, detail, undone, kept }) => {
          const session = rows.find(({ id }) => id === detail.session);
          return {
            line: n,
            at: toInstant(at),
            byName: names.get(actor) ?? '',
            fromName: names.get(detail.by) ?? '',
            how: action === 'take in' ? ('taken in' as const) : ('given up' as const),
            reason: detail.reason,
            entries: kept.length,
            session: detail.session,
            site: session ? known.siteName(session.body.site) : '',
            day: session?.body.day ?? '',
            undone,
          };
        }),
      };
    }),
});

export const inboxCaseRoutes: readonly Route[] = [take, giveUp, done, undo];
