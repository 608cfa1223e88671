import { namesOf } from '#server/members.ts';
import { type Route, route } from '#server/route.ts';

/** Whether the server stands, and whether a programme is set up: the first screen asks. */
export const health: Route = route({
  method: 'GET',
  path: '/api/health',
  who: 'anyone',
  summary: 'Whether the server stands, can write to its disk, and is set up.',
  run: async ({ parts: { store, now }, context }) => {
    const isSetUp = (await namesOf(store.reader, store.programme, 'programme')).size > 0;
    const ok = await store.canWrite();
    if (!ok) context.status(503); // for whatever watches over it
    return { ok, setUp: isSetUp, now: now() };
  },
});
