import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partnerScope } from '#domain/records/scopes.ts';
import { openServer } from '#server/open.ts';
import { entryOf, newWorld, noon, personWrite, push, staff, sync, type World } from './world.ts';

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
});
afterAll(() => world.close());

const filesOf = () =>
  ['bandstand.sqlite', 'bandstand.sqlite-wal'].map((name) => {
    const { mtimeMs, size } = statSync(join(world.dataDir, name));
    return { name, mtimeMs, size, bytes: readFileSync(join(world.dataDir, name)).toString('base64').length };
  });

test('a pull with nothing new writes nothing, and the last contact is known all the same', async () => {
  const { worker } = team;
  const scopes = { programme: 0, [partnerScope(world.a)]: 0 };
  await sync(world, worker, [entryOf(worker, [personWrite(world.a, uuidv7())])], scopes);
  const head = await world.server.ledger.read((tx) => tx.head());
  const cursors = Object.fromEntries(
    [...Object.keys(scopes), `${partnerScope(world.a)}/team`].map((scope) => [scope, head.seq]),
  );
  const before = filesOf();
  world.clock.ms += 30_000;
  for (let round = 0; round < 5; round += 1) {
    const answer = await sync(world, worker, [], cursors);
    expect(Object.values(answer.scopes).flatMap(({ rows }) => rows)).toEqual([]);
  }
  await world.server.contacts.flush();
  expect(filesOf()).toEqual(before);
  const { body } = await world.say('GET', '/api/phones', undefined, { token: world.ann.fullToken });
  const phone = body.phones.find(({ id }: { id: string }) => id === worker.device);
  expect(phone.lastContactAt).toBe(new Date(noon + 30_000).toISOString());
  world.clock.ms += 10 * 60_000;
  await sync(world, worker, [], cursors);
  await world.server.contacts.flush();
  const row = world.server.store.reader.selectFrom('phone').select('last_contact').where('id', '=', worker.device);
  expect((await row.executeTakeFirstOrThrow()).last_contact).toBe(world.clock.ms);
  world.clock.ms = noon;
});

test('what a phone says of its queue is stored at once', async () => {
  const { worker } = team;
  const phone = { version: '0.2.0', unsent: 12, oldestUnsentAt: '2026-11-22T09:00:00.000Z' };
  await world.say(
    'POST',
    '/api/sync/1',
    { protocol: 1, epoch: '', entries: [], scopes: {}, phone },
    { token: worker.fullToken },
  );
  const row = world.server.store.reader.selectFrom('phone').selectAll().where('id', '=', worker.device);
  expect(await row.executeTakeFirstOrThrow()).toMatchObject({ unsent: 12, version: '0.2.0' });
  const { body } = await world.say('GET', '/api/overview?from=2026-11-01&to=2026-11-30', undefined, {
    token: world.ann.fullToken,
  });
  expect(body.phones).toMatchObject({ phonesWithUnsent: 1, oldestUnsentAt: '2026-11-22T09:00:00.000Z' });
});

test('a reader sees all of a write or none of it, and two writes never mix', async () => {
  const { worker } = team;
  const { store } = world.server;
  const count = () =>
    store.reader
      .selectFrom('applied')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
  const before = (await count()).n;
  const log: string[] = [];
  const slow = (name: string, end: 'keep' | 'undo') =>
    store
      .write(async (db) => {
        log.push(`${name} in`);
        await db.insertInto('applied').values({ programme: store.programme, id: uuidv7(), seq: 0, clock: 0 }).execute();
        await new Promise((resolve) => setTimeout(resolve, 20));
        expect((await count()).n).toBe(before + kept);
        log.push(`${name} out`);
        if (end === 'undo') throw new Error('undone');
        kept += 1;
      })
      .catch((failure: Error) => expect(failure.message).toBe('undone'));
  let kept = 0;
  await Promise.all([slow('first', 'undo'), slow('second', 'keep'), slow('third', 'keep')]);
  expect(log).toEqual(['first in', 'first out', 'second in', 'second out', 'third in', 'third out']);
  expect((await count()).n).toBe(before + 2);
  await expect(store.reader.deleteFrom('desk').execute()).rejects.toThrow(/readonly/);
  await push(world, worker, []);
});

test('answers are packed for who can unpack them', async () => {
  const response = await world.server.app.request('/api/openapi.json', { headers: { 'Accept-Encoding': 'gzip, br' } });
  expect(response.headers.get('Content-Encoding')).toBe('gzip');
  const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
  expect(JSON.parse(text).openapi).toBe('3.1.0');
});

test('a database put back from a copy gets a new epoch, a plain restart does not', async () => {
  const mine = await newWorld();
  const epochOf = async () => (await mine.server.ledger.read((tx) => tx.head())).epoch;
  const before = await epochOf();
  const reopen = async () => {
    const server = await openServer({ dataDir: mine.dataDir });
    const { epoch } = await server.ledger.read((tx) => tx.head());
    await server.close();
    return epoch;
  };
  expect(await reopen()).toBe(before);
  await mine.server.store.write((db) => db.updateTable('head').set({ generation: 'of an older copy' }).execute());
  const after = await reopen();
  expect(after).not.toBe(before);
  expect(await reopen()).toBe(after);
  await mine.close();
});
