import { namesOf } from '#server/members.ts';
import { type Route, route } from '#server/route.ts';

/** Whether the server stands, and whether a programme is set up: the first screen asks. */
export const health: Route = route({
  method: 'GET',
  path: '/api/health',
  who: 'anyone',
  summary: 'Whether the server stands and is set up.',
  run: async ({ parts: { store, now } }) => {
    const isSetUp = (await namesOf(store.reader, store.programme, 'programme')).size > 0;
    return { ok: true, setUp: isSetUp, now: now() };
  },
});
