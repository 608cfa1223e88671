import { rowsOf } from '#domain/records/body.ts';
import { toInstant } from '#domain/time.ts';
import { needsIn, needsWithSites } from '#domain/voice/needs.ts';
import { type Route, reportRoute } from '#server/route.ts';
import { partnersFor, readNeedRows, readStockView, sessionsById } from '#server/stock-rows.ts';

/** Equipment as a coordinator looks at it, of the partners they coordinate. */

const shared = { method: 'GET', who: 'desk', need: 'coordinator' } as const;

const stock = reportRoute({
  ...shared,
  path: '/api/stock',
  summary: 'Sets, places, what is where, what is owed, lent, ordered and aimed at. Young people in numbers only.',
  run: async ({ parts: { store, now }, caller: { rights } }) =>
    store.report(async (db) => {
      const partners = await partnersFor(db, store.programme, rights);
      return readStockView(
        db,
        store.programme,
        partners.map(({ id, name }) => ({ id, name })),
        toInstant(now()),
      );
    }),
});

const needs = reportRoute({
  ...shared,
  path: '/api/needs',
  summary: 'What young people and teams asked for, and what came of it; debriefs nobody has answered among them.',
  run: async ({ parts: { store }, caller: { rights } }) =>
    store.report(async (db) => {
      const partners = await partnersFor(db, store.programme, rights);
      const rows = await readNeedRows(db, store.programme, partners);
      const found = needsIn(rowsOf(rows, 'idea'), rowsOf(rows, 'debrief'));
      const ids = [...new Set(found.flatMap(({ session }) => (session === '' ? [] : [session])))];
      return { needs: needsWithSites(found, await sessionsById(db, store.programme, ids, partners)) };
    }),
});

export const stockRoutes: readonly Route[] = [stock, needs];
