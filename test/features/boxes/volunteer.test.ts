import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newId, say } from '#db/person.ts';
import { create } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { newContents } from '#domain/stock/sets.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { movesIn, takeBack, takeIn } from '#features/boxes/actions.ts';
import { readPartner } from '#features/boxes/queries.ts';
import { openServer } from '#server/open.ts';
import { move } from '#test/features/moved.ts';
import { enrolledPhone, json } from '#test/features/open-phone.ts';

test('what a volunteer is offered the server takes: give out, come back incomplete, lend, bring back, undo', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bandstand-'));
  const server = await openServer({ dataDir: folder });
  const set = await json(server, 'POST', '/api/setup', {
    ...{ code: server.setupCode, programmeName: 'Stepping Out', name: 'Priya N', passphrase: 'three warm words' },
    partners: ['Refocus Project'],
  });
  const desk = await enrolledPhone(server, set.enrolCode);
  await desk.sync();
  const rope = create('set', newId(), programmeScope, { name: 'Skipping rope', kind: 'ITM' });
  const contents = newContents({}, [{ set: rope.id, n: 1 }]);
  const box = create('set', newId(), programmeScope, { name: 'Over-10s set', kind: 'O10', ...contents });
  await say([rope, box]);
  await desk.sync();
  const { records } = await json(server, 'GET', '/api/records?type=partner', undefined, desk.token);
  const partner: string = records[0].id;
  const member = await json(
    server,
    'POST',
    '/api/team',
    { name: 'Tunde O', roles: [{ role: 'volunteer', partner }], vetted: false, firstAider: false },
    desk.token,
  );
  const { code } = await json(server, 'POST', `/api/team/${member.id}/codes`, {}, desk.token);
  const phone = await enrolledPhone(server, code);
  await phone.sync();

  const occasion = { partner, session: null };
  const from = storeOf(partner);
  const owed = [{ set: rope.id, n: 1 }];
  const [given] = movesIn(await move(occasion, [{ kind: 'given out', set: box.id, n: 1, from, owed }]));
  if (!given) throw new Error('nothing was given out');
  const stock = await phone.unlocked.store.read((tx) => readPartner(tx, partner));
  expect(stock.owed).toHaveLength(1);
  await say(takeIn(stock, null, given, from));
  const lent = await move(occasion, [{ kind: 'lent', set: rope.id, n: 2, from, to: 'on-loan' }]);
  const settles = movesIn(lent).map(({ id }) => id);
  await move(occasion, [{ kind: 'brought back', set: rope.id, n: 2, from: 'on-loan', to: from, settles }]);
  await takeBack(movesIn(await move(occasion, [{ kind: 'given out', set: box.id, n: 1, from }])));
  // Throws where anything was refused.
  await phone.sync();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
