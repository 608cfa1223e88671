import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { type TokenLife, tokenLives } from '#domain/export-codes.ts';
import { coordinatedBy, type Right, runsProgramme } from '#domain/records/access.ts';
import { toInstant } from '#domain/time.ts';
import { audit } from '#server/audit.ts';
import type { Caller } from '#server/caller.ts';
import { idField, nameField } from '#server/fields.ts';
import { namesOf } from '#server/members.ts';
import { Problem } from '#server/problem.ts';
import { type Route, route } from '#server/route.ts';
import { hashOfSecret, newToken } from '#server/secrets.ts';
import { reading } from '#server/sql-ledger.ts';
import type { Db } from '#server/store.ts';

/** Tokens with which a spreadsheet fetches the exports. Each reads what its maker may read at that moment, or less, and nothing else. */

const isTheirs = (rights: readonly Right[], member: string, madeBy: string) =>
  runsProgramme(rights) || madeBy === member;

const dayMs = 86_400_000;
const livesMs: Readonly<Record<TokenLife, number | null>> = { '1y': 365 * dayMs, '30d': 30 * dayMs, never: null };

function endOf(life: TokenLife, nowMs: number): number | null {
  const lifeMs = livesMs[life];
  return lifeMs === null ? null : nowMs + lifeMs;
}

const instantOf = (ms: number | null): string | null => (ms === null ? null : toInstant(ms));
const life = v.optional(v.picklist(codesOf(tokenLives)), '1y');
/** Names or ids; null, or none said: all. */
const narrowed = v.optional(
  v.nullable(v.pipe(v.array(idField), v.minLength(1, 'none chosen'), v.maxLength(200))),
  null,
);

/** How often each token fetched something, and what the last time, as the log says. */
async function fetchesOf(db: Db, tokens: readonly string[]) {
  const device = sql<string>`json_extract(detail, '$.device')`;
  const found = await db
    .selectFrom('audit')
    .select((is) => [device.as('token'), is.fn.countAll<number>().as('n'), is.fn.max('n').as('last')])
    .where(device, 'in', tokens.length > 0 ? [...tokens] : [''])
    .where('action', 'like', 'export %')
    .groupBy(device)
    .execute();
  const lines = await db
    .selectFrom('audit')
    .select(['n', 'at', 'action', 'detail'])
    .where('n', 'in', [0, ...found.map(({ last }) => last)])
    .execute();
  // A long file says how many rows it had once it is over.
  const over = await db.selectFrom('audit').select('detail').where('action', '=', 'export over').execute();
  const rowsByLine = new Map(
    over
      .map(({ detail }) => JSON.parse(detail) as { line: number; rows: number })
      .map((each) => [each.line, each.rows]),
  ); // as it was written
  const byLine = new Map(lines.map((line) => [line.n, { ...line, rows: rowsByLine.get(line.n) }]));
  return new Map(found.map(({ token, n, last }) => [token, { n, line: byLine.get(last) }]));
}

type LastLine = {
  readonly at: number;
  readonly action: string;
  readonly detail: string;
  readonly rows: number | undefined;
};

function lastOf(line: LastLine | undefined) {
  if (!line) return null;
  const { as = 'csv', rows = line.rows ?? null } = JSON.parse(line.detail) as { as?: string; rows?: number }; // written by logExport
  return { at: toInstant(line.at), report: line.action.replace(/^export /, ''), as, rows };
}

const list = route({
  method: 'GET',
  path: '/api/export-tokens',
  who: 'desk',
  need: 'coordinator',
  summary:
    'Export tokens that were not taken back, with what each fetched: one’s own, or for the programme’s coordinator all.',
  run: async ({ parts: { store }, caller: { rights, member } }) =>
    store.read(async (db) => {
      const rows = await db.selectFrom('export_token').selectAll().where('revoked_at', 'is', null).execute();
      const own = rows.filter(({ created_by }) => isTheirs(rights, member, created_by));
      const names = await namesOf(db, store.programme, 'member');
      const fetches = await fetchesOf(
        db,
        own.map(({ id }) => id),
      );
      return {
        tokens: own.map(({ id, name, named, created_by, created_at, expires_at, reports, partners }) => ({
          ...{ id, name, named: named === 1, createdBy: created_by, createdByName: names.get(created_by) ?? '' },
          ...{ createdAt: toInstant(created_at), expiresAt: instantOf(expires_at) },
          // As they were written below.
          reports: reports === null ? null : (JSON.parse(reports) as string[]),
          partners: partners === null ? null : (JSON.parse(partners) as string[]),
          fetches: fetches.get(id)?.n ?? 0,
          last: lastOf(fetches.get(id)?.line),
        })),
      };
    }),
});

const make = route({
  method: 'POST',
  path: '/api/export-tokens',
  who: 'desk',
  need: 'coordinator',
  summary: 'Makes an export token, for all one may read or for less; it is shown this once.',
  body: v.strictObject({
    name: nameField,
    named: v.optional(v.boolean(), false),
    life,
    reports: narrowed,
    partners: narrowed,
  }),
  run: async ({ parts: { store, now }, caller, body }) => {
    const { name, named, reports, partners } = body;
    const id = uuidv7();
    const token = newToken('be');
    const nowMs = now();
    await store.write(async (db) => {
      const known = coordinatedBy(caller.rights, await reading(db, store.programme).partners());
      if (partners?.some((each) => !known.includes(each)))
        throw new Problem(400, 'invalid', 'partners: one that you do not coordinate');
      const kept = { id, hash: hashOfSecret(token), name, named: Number(named), created_at: nowMs };
      const narrow = { reports: reports && JSON.stringify(reports), partners: partners && JSON.stringify(partners) };
      await db
        .insertInto('export_token')
        .values({
          ...kept,
          ...narrow,
          created_by: caller.member,
          revoked_at: null,
          expires_at: endOf(body.life, nowMs),
        })
        .execute();
      const only = { ...(reports && { reports }), ...(partners && { partners }) };
      await note(db, nowMs, caller, 'make export token', { token: id, named, life: body.life, ...only });
    });
    return { id, token, name, named };
  },
});

const note = (db: Db, nowMs: number, by: Caller, action: string, detail: Readonly<Record<string, unknown>>) =>
  audit(db, nowMs, { actor: by.member, action, detail });

/** One that was not taken back, and that somebody may change. */
async function theirs(db: Db, { rights, member }: Caller, id: string): Promise<string> {
  const query = db.selectFrom('export_token').selectAll().where('id', '=', id);
  const row = await query.where('revoked_at', 'is', null).executeTakeFirst();
  if (!row || !isTheirs(rights, member, row.created_by)) throw new Problem(404, 'not-found', 'There is no such token.');
  return row.id;
}

const renew = route({
  method: 'POST',
  path: '/api/export-tokens/:id/renew',
  who: 'desk',
  need: 'coordinator',
  summary: 'Lets an export token go on from now, also one that ran out: nobody has to paste another.',
  body: v.strictObject({ life }),
  run: async ({ parts: { store, now }, caller, param, body }) => {
    const nowMs = now();
    const expires_at = endOf(body.life, nowMs);
    await store.write(async (db) => {
      const id = await theirs(db, caller, param('id'));
      await db.updateTable('export_token').set({ expires_at }).where('id', '=', id).execute();
      await note(db, nowMs, caller, 'renew export token', { token: id, life: body.life });
    });
    return { expiresAt: instantOf(expires_at) };
  },
});

const revoke = route({
  method: 'DELETE',
  path: '/api/export-tokens/:id',
  who: 'desk',
  need: 'coordinator',
  summary: 'Revokes an export token at once.',
  run: async ({ parts: { store, now }, caller, param }) => {
    await store.write(async (db) => {
      const id = await theirs(db, caller, param('id'));
      await db.updateTable('export_token').set({ revoked_at: now() }).where('id', '=', id).execute();
      await note(db, now(), caller, 'revoke export token', { token: id });
    });
    return undefined;
  },
});

export const exportTokenRoutes: readonly Route[] = [list, make, renew, revoke];
