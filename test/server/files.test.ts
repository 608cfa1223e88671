import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newWorld, staff, type World } from './world.ts';

/** Recordings: put by a coordinator, fetched by every phone, and never anything but what their hash says. */

let world: World;
let phones: Awaited<ReturnType<typeof staff>>;
beforeAll(async () => {
  world = await newWorld();
  phones = await staff(world);
});
afterAll(() => world.close());

const sound = randomBytes(3000);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const put = (bytes: Uint8Array, at = hashOf(bytes)) =>
  world.say(
    'PUT',
    `/api/files/${at}`,
    { base64: Buffer.from(bytes).toString('base64') },
    { token: world.ann.fullToken },
  );
const bytesAt = async (at: string, token: string) => {
  const reply = await world.server.app.request(`/api/files/${at}`, { headers: { Authorization: `Bearer ${token}` } });
  return { status: reply.status, bytes: Buffer.from(await reply.arrayBuffer()), headers: reply.headers };
};

test('a recording is fetched byte for byte, also by a locked phone', async () => {
  expect((await put(sound)).status).toBe(204);
  expect((await put(sound)).status).toBe(204);
  for (const token of [phones.worker.fullToken, phones.worker.sendToken, phones.volunteer.sendToken]) {
    const got = await bytesAt(hashOf(sound), token);
    expect(got.status).toBe(200);
    expect(got.bytes.equals(sound)).toBe(true);
    expect(got.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(got.headers.get('X-Content-Type-Options')).toBe('nosniff');
  }
});

test('bytes that are not their hash are never stored', async () => {
  const other = hashOf(randomBytes(10));
  expect(await put(sound, other)).toMatchObject({ status: 422 });
  expect((await bytesAt(other, phones.worker.fullToken)).status).toBe(404);
});

test('1 MB is taken and a byte more is not', async () => {
  expect((await put(randomBytes(1024 * 1024))).status).toBe(204);
  const more = await put(randomBytes(1024 * 1024 + 1));
  expect([413, 422]).toContain(more.status);
});

test('a file that the disk has changed is not handed out', async () => {
  const bytes = randomBytes(100);
  await put(bytes);
  await world.server.store.write((db) =>
    db
      .updateTable('file')
      .set({ bytes: randomBytes(100) })
      .where('sha256', '=', hashOf(bytes))
      .execute(),
  );
  expect((await bytesAt(hashOf(bytes), phones.worker.fullToken)).status).toBe(404);
});
