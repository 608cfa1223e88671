import * as v from 'valibot';
import { coordinatedBy } from '#domain/records/access.ts';
import { correctionSchema } from '#domain/sessions/corrections/asked.ts';
import { audit } from '#server/audit.ts';
import type { Caller } from '#server/caller.ts';
import { correct, putBack } from '#server/correcting.ts';
import { type FoundSession, findSession, noSuchSession } from '#server/one-session.ts';
import type { Parts } from '#server/parts.ts';
import { Problem } from '#server/problem.ts';
import { type Route, route } from '#server/route.ts';
import type { Settling } from '#server/settling.ts';
import { reading, writing } from '#server/sql-ledger.ts';

/** Putting a session right at the desk. The server does it, so that a computer which keeps nothing can, and all of it stands or none. */

/** Does something with a session in one transaction that holds the head. */
async function within(
  { store, now }: Parts,
  caller: Caller,
  session: string,
  action: string,
  work: (of: Settling, found: FoundSession) => Promise<string>,
): Promise<undefined> {
  await store.write(async (db) => {
    const nowMs = now();
    await writing(db, store.programme, now).take(0); // the lock, before anything is read
    const partners = coordinatedBy(caller.rights, await reading(db, store.programme).partners());
    const found = await findSession(db, store.programme, partners, session);
    if (!found) throw noSuchSession();
    const correction = await work({ db, programme: store.programme, caller, nowMs }, found);
    await audit(db, nowMs, { actor: caller.member, action, detail: { session, correction } });
  });
  return undefined;
}

const make = route({
  method: 'POST',
  path: '/api/sessions/:id/corrections',
  who: 'desk',
  need: 'coordinator',
  summary:
    'Puts a session right, for a reason: fields, who was here and when, counts, a badge. Each with what was seen there; where that was changed meanwhile nothing is saved.',
  body: correctionSchema,
  run: ({ parts, caller, body, param }) =>
    within(parts, caller, param('id'), 'correct session', async (of, found) => {
      await correct(of, found, body);
      return body.id;
    }),
});

const back = route({
  method: 'POST',
  path: '/api/sessions/:id/corrections/:correction/put-back',
  who: 'desk',
  need: 'coordinator',
  summary: 'Puts one correction back as another, whose id is sent; what was changed since stays.',
  body: v.strictObject({ id: v.pipe(v.string(), v.uuid()) }),
  run: ({ parts, caller, body, param }) =>
    within(parts, caller, param('id'), 'put correction back', async (of, found) => {
      if (!(await putBack(of, found, param('correction'), body.id)))
        throw new Problem(404, 'not-found', 'There is no such correction.');
      return param('correction');
    }),
});

export const correctionRoutes: readonly Route[] = [make, back];
