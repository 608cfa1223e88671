import { uuidv7 } from 'uuidv7';
import * as v from 'valibot';
import { type Right, runsProgramme } from '#domain/records/access.ts';
import { toInstant } from '#domain/time.ts';
import { audit } from '#server/audit.ts';
import type { Caller } from '#server/caller.ts';
import { nameField } from '#server/fields.ts';
import { namesOf } from '#server/members.ts';
import { Problem } from '#server/problem.ts';
import { type Route, route } from '#server/route.ts';
import { hashOfSecret, newToken } from '#server/secrets.ts';

/** Tokens with which a spreadsheet fetches the exports. Each reads what its maker may read at that moment, and nothing else. */

const isTheirs = (rights: readonly Right[], member: string, madeBy: string) =>
  runsProgramme(rights) || madeBy === member;

const list = route({
  method: 'GET',
  path: '/api/export-tokens',
  who: 'desk',
  need: 'coordinator',
  summary: 'Export tokens that still work: one’s own, or for the programme’s coordinator all.',
  run: async ({ parts: { store }, caller: { rights, member } }) => {
    const rows = await store.reader.selectFrom('export_token').selectAll().where('revoked_at', 'is', null).execute();
    const names = await namesOf(store.reader, store.programme, 'member');
    return {
      tokens: rows
        .filter(({ created_by }) => isTheirs(rights, member, created_by))
        .map(({ id, name, named, created_by, created_at }) => ({
          id,
          name,
          named: named === 1,
          createdBy: created_by,
          createdByName: names.get(created_by) ?? '',
          createdAt: toInstant(created_at),
        })),
    };
  },
});

const make = route({
  method: 'POST',
  path: '/api/export-tokens',
  who: 'desk',
  need: 'coordinator',
  summary: 'Makes an export token; it is shown this once.',
  body: v.strictObject({ name: nameField, named: v.optional(v.boolean(), false) }),
  run: async ({ parts: { store, now }, caller, body }) => {
    const id = uuidv7();
    const token = newToken('be');
    const nowMs = now();
    const kept = { id, hash: hashOfSecret(token), name: body.name, named: Number(body.named), created_at: nowMs };
    await store.write(async (db) => {
      await db
        .insertInto('export_token')
        .values({ ...kept, created_by: caller.member, revoked_at: null })
        .execute();
      await note(db, nowMs, caller, 'make export token', id, body.named);
    });
    return { id, token, name: body.name, named: body.named };
  },
});

const note = (
  db: Parameters<typeof audit>[0],
  nowMs: number,
  by: Caller,
  action: string,
  token: string,
  named?: boolean,
) => audit(db, nowMs, { actor: by.member, action, detail: { token, named } });

const revoke = route({
  method: 'DELETE',
  path: '/api/export-tokens/:id',
  who: 'desk',
  need: 'coordinator',
  summary: 'Revokes an export token at once.',
  run: async ({ parts: { store, now }, caller, param }) => {
    await store.write(async (db) => {
      const query = db.selectFrom('export_token').selectAll().where('id', '=', param('id'));
      const row = await query.where('revoked_at', 'is', null).executeTakeFirst();
      if (!row || !isTheirs(caller.rights, caller.member, row.created_by)) {
        throw new Problem(404, 'not-found', 'There is no such token.');
      }
      await db.updateTable('export_token').set({ revoked_at: now() }).where('id', '=', row.id).execute();
      await note(db, now(), caller, 'revoke export token', row.id);
    });
    return undefined;
  },
});

export const exportTokenRoutes: readonly Route[] = [list, make, revoke];
