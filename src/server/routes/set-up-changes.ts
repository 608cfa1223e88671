import * as v from 'valibot';
import { idField } from '#server/fields.ts';
import { type Route, route } from '#server/route.ts';
import { setUpChanges, undoChange } from '#server/set-up-changes.ts';
import { writing } from '#server/sql-ledger.ts';

/** Who changed what in the set-up, for its coordinators. */

const list = route({
  method: 'GET',
  path: '/api/set-up/changes',
  who: 'desk',
  need: 'coordinator',
  summary: 'Who changed what in the set-up, newest first: all of it, or one record.',
  query: v.strictObject({ of: v.optional(idField) }),
  run: ({ parts: { store }, caller: { rights }, query: { of } }) =>
    store.read((db) => setUpChanges(db, store.programme, rights, of)),
});

const undo = route({
  method: 'POST',
  path: '/api/set-up/changes/undo',
  who: 'desk',
  need: 'coordinator',
  summary:
    'Undoes one change of the set-up as another, whose id is sent. Where it was changed again since nothing is undone.',
  body: v.strictObject({ id: v.pipe(v.string(), v.uuid()), record: idField, entry: idField }),
  run: async ({ parts: { store, now }, caller, body }) => {
    await store.write(async (db) => {
      const nowMs = now();
      await writing(db, store.programme, now).take(0); // the lock, before anything is read
      await undoChange({ db, programme: store.programme, caller, nowMs }, body);
    });
    return undefined;
  },
});

export const setUpChangeRoutes: readonly Route[] = [list, undo];
