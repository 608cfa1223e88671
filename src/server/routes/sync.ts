import * as v from 'valibot';
import type { Author } from '#domain/records/apply.ts';
import { limits, requestSchema, type SealedAnswer, type SealedResult } from '#domain/records/wire.ts';
import { audit } from '#server/audit.ts';
import { parseJson } from '#server/body.ts';
import type { Caller } from '#server/caller.ts';
import type { Room } from '#server/kept.ts';
import { lifeOf } from '#server/life.ts';
import type { Parts } from '#server/parts.ts';
import { receive, receiveEntries } from '#server/receive.ts';
import { type Route, route } from '#server/route.ts';
import { openEntry, sealedEntry } from '#server/sealed-entries.ts';

/** Everything records come in and go out by. */

/** A push, with room for what stands around the entries; unpacked at most the size of a page. */
const pushLimits = { bytes: limits.pushBytes + 64 * 1024, unpacked: limits.pageBytes };

const authorOf = ({ member, device, rights }: Caller): Author => ({ member, device, rights });

/** One round of sync: entries up, rows down. */
export const sync: Route = route({
  method: 'POST',
  path: '/api/sync/1',
  who: 'full',
  summary: 'One round of sync, protocol 1: applies entries and answers the rows after each cursor.',
  body: requestSchema,
  limits: pushLimits,
  run: async ({ parts, caller, body }) => {
    const room = body.entries.length > 0 ? await roomFor(parts, caller.device) : undefined;
    const answer = await receive(parts.ledger, authorOf(caller), body, parts.now(), room);
    await parts.contacts.heard(caller.device, body.phone);
    await noteNewScopes(parts, caller, body.scopes, answer.scopes);
    return answer;
  },
});

/** A scope read from its beginning is names handed to a phone: that is worth a line in the log, each page of it is not. */
async function noteNewScopes(
  { store, now }: Parts,
  { member, device }: Caller,
  asked: Readonly<Record<string, number>>,
  given: Readonly<Record<string, { rows: readonly unknown[] }>>,
): Promise<void> {
  const scopes = Object.entries(given).flatMap(([scope, { rows }]) => (!asked[scope] && rows.length > 0 ? scope : []));
  if (scopes.length === 0) return;
  await store.write((db) => audit(db, now(), { actor: member, action: 'pull scopes', detail: { device, scopes } }));
}

/** What a locked phone may do: hand in what it sealed. No row ever comes back. */
export const sealed: Route = route({
  method: 'POST',
  path: '/api/sealed',
  who: 'send',
  summary: 'Takes entries sealed to the server’s key from a locked phone.',
  body: v.strictObject({
    entries: v.pipe(v.array(sealedEntry), v.maxLength(limits.entries)),
  }),
  limits: pushLimits,
  run: async ({ parts, caller, body }) => {
    const room = await roomFor(parts, caller.device);
    const from = { programme: parts.store.programme, device: caller.device };
    const opened = body.entries.map((each) => openEntry(parts.keys, from, each, parseJson));
    // What does not open is passed on as it came: the inbox keeps it by its id, for a later key or a person.
    const entries = opened.map((entry, at) => entry ?? body.entries[at]);
    const results = await receiveEntries(parts.ledger, authorOf(caller), entries, parts.now(), room);
    // A locked phone lets go of what it hears of: what is kept nowhere else waits there.
    return {
      results: results.flatMap((result, at): SealedResult[] =>
        result.seq === 0 ? [] : [opened[at] ? result : { ...result, opened: false }],
      ),
      ...(await lifeOf(parts)),
    } satisfies SealedAnswer;
  },
});

/** The writes of a desk that keeps nothing. */
export const entries: Route = route({
  method: 'POST',
  path: '/api/entries',
  who: 'cookie',
  need: 'coordinator',
  summary: 'Takes entries from a signed-in desk; their device is the desk session.',
  body: v.strictObject({ entries: v.pipe(v.array(v.unknown()), v.maxLength(limits.entries)) }),
  limits: pushLimits,
  run: async ({ parts, caller, body }) => {
    const room = await roomFor(parts, caller.device);
    return { results: await receiveEntries(parts.ledger, authorOf(caller), body.entries, parts.now(), room) };
  },
});

const dayMs = 86_400_000;

/**
 * What the inbox still takes of a phone today, of 2,000 entries and 5 MB: more is a fault or a flood. What is right is applied
 * and pulled all the same.
 */
async function roomFor({ store, now }: Parts, device: string): Promise<Room> {
  const kept = await store.reader
    .selectFrom('inbox')
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.sum<number | null>(eb.fn('length', ['body'])).as('bytes')])
    .where('device', '=', device)
    .where('received_at', '>', now() - dayMs)
    .executeTakeFirstOrThrow();
  return { entries: 2000 - kept.n, bytes: 5 * 1024 * 1024 - (kept.bytes ?? 0) };
}
