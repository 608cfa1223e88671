import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { lock } from '#app/person.ts';
import { setApp, useApp } from '#app/state.ts';
import { enrolCode } from '#app/welcome.tsx';
import { openCapture } from '#db/capture.ts';
import { onThisPhone } from '#db/locked.ts';
import { openPerson, say } from '#db/person.ts';
import { enrolledHere } from '#db/profile.ts';
import { create } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { startPace } from '#sync/core.ts';
import { sendWith } from '#sync/http.ts';
import { round } from '#sync/round.ts';
import { sendSealed } from '#sync/sealed.ts';
import { deriveHere } from '#test/db/deriving.ts';
import { newWorld, staff } from '#test/server/world.ts';

/** Somebody leaves with unsent work on the phone, is brought back, and has forgotten the PIN. */

const pin = (secret: string) => ({ secret, kind: 'pin' }) as const;
const person = (knownAs: string, partner: string) =>
  create('person', crypto.randomUUID(), partnerScope(partner), { knownAs, leaf: 1, colour: 2 });

/** Rounds of the app's own, until there is nothing more. */
async function rounds(): Promise<void> {
  const { store, fullToken } = openPerson();
  const port = { store, send: sendWith(fullToken), now: Date.now, chance: () => 0.5, version: '0.1.0' };
  let pace = startPace;
  for (let again = true; again; ) ({ pace, again } = await round(port, pace));
}

test('who is brought back on the same phone is one person there, and nothing they saved is stranded', async () => {
  deriveHere();
  const world = await newWorld({ now: Date.now });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => world.server.app.request(path, init));
  const { worker } = await staff(world);
  const code = async () => (await world.server.issueCode(worker.member)).code;
  const asAnn = { token: world.ann.fullToken };
  const taken = async () => {
    const rows = world.server.store.reader.selectFrom('row').selectAll().where('type', '=', 'person');
    return (await rows.execute()).length;
  };

  expect(await enrolCode(await code(), pin('482913'))).toBeNull();
  await rounds();
  const { device } = openPerson().profile;
  const before = openPerson().fullToken;
  await say([person('Zaki', world.a)]);
  lock();
  await new Promise((done) => setTimeout(done));
  const [own] = await enrolledHere();
  if (!own) throw new Error('nobody is enrolled');
  const capturing = await openCapture(own.profile);
  await capturing.say([person('Yara', world.a)]);
  capturing.close();
  expect(await onThisPhone(device)).toBe(2);

  await world.say('POST', `/api/team/${worker.member}/leave`, undefined, asAnn);
  await world.say('PATCH', `/api/team/${worker.member}`, { status: 'active' }, asAnn);
  setApp({ enrolled: await enrolledHere() });
  expect(await enrolCode(await code(), pin('739154'))).toBeNull();

  expect((await enrolledHere()).map(({ profile }) => [profile.device, profile.member])).toEqual([
    [device, worker.member],
  ]);
  expect(useApp.getState().phase).toEqual({ name: 'open' });
  expect(openPerson().fullToken).not.toBe(before);
  await sendSealed(openPerson().profile);
  await rounds();
  expect(await onThisPhone(device)).toBe(0);
  expect(await openPerson().store.read(async (tx) => (await tx.refused()).length)).toBe(0);
  expect(await taken()).toBe(2);
  const shown = await openPerson().store.database.row.where('type').equals('person').count();
  expect(shown).toBe(2);
  await world.close();
});
