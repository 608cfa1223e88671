import * as v from 'valibot';
import { foldView, type View, type ViewRows } from '#domain/reports/view.ts';
import { toInstant } from '#domain/time.ts';
import { type Route, reportRoute } from '#server/route.ts';
import { partnersFor, rowsFor, sessionsById } from './reading.ts';

/** What a view may be asked about: one record. */
const asked = v.object({ of: v.optional(v.pipe(v.string(), v.maxLength(80))) });

/** The address of a view, made from its value. */
export const viewRoute = (view: View): Route =>
  reportRoute({
    method: 'GET',
    path: `/api/${view.name}`,
    who: 'desk',
    need: 'coordinator',
    summary: view.summary,
    answer: view.answer,
    query: asked,
    run: ({ parts: { store, now }, caller: { rights }, query: { of } }) =>
      store.report(async (db) => {
        const partners = await partnersFor(db, store.programme, rights);
        const from: ViewRows = {
          rows: (type) => rowsFor(db, store.programme, partners, type),
          sessionsById: (ids) => sessionsById(db, store.programme, partners, ids),
        };
        return foldView(view, from, { partners, of, now: toInstant(now()) });
      }),
  });
