import * as v from 'valibot';
import { toInstant } from '#domain/time.ts';
import { phonesFor } from '#server/fleet.ts';
import { namesOf } from '#server/members.ts';
import { type Route, route } from '#server/route.ts';

/** Phones and the log: what a coordinator watches over. */

export const phones: Route = route({
  method: 'GET',
  path: '/api/phones',
  who: 'desk',
  need: 'coordinator',
  summary: 'The phones of the team: last contact, records not sent, version.',
  run: async ({ parts, caller: { rights } }) => ({
    phones: await parts.store.read((db) => phonesFor(parts, db, rights)),
  }),
});

const pageLines = 500;

export const auditLog: Route = route({
  method: 'GET',
  path: '/api/audit',
  who: 'desk',
  need: 'programme coordinator',
  summary: 'The log of who read, exported or changed personal data, 500 lines after a number.',
  query: v.strictObject({ after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)), '0') }),
  run: async ({ parts: { store }, query: { after } }) => {
    const query = store.reader.selectFrom('audit').selectAll().where('n', '>', after).orderBy('n');
    const rows = await query.limit(pageLines).execute();
    const names = await namesOf(store.reader, store.programme, 'member');
    return {
      lines: rows.map(({ n, at, actor, action, detail, hash }) => ({
        n,
        at: toInstant(at),
        actor,
        actorName: names.get(actor) ?? '',
        action,
        detail: JSON.parse(detail),
        hash,
      })),
      more: rows.length === pageLines,
    };
  },
});
