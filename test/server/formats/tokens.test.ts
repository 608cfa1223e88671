import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryOf, newWorld, noon, personWrite, push, sessionWrite, staff, type World } from '#test/server/world.ts';

/** Tokens with which a spreadsheet fetches figures: what each may fetch and until when, and what it did. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
  const { a, b, ann } = world;
  await push(
    world,
    ann,
    [a, a, b].map((partner) => entryOf(ann, [sessionWrite(partner, uuidv7())])),
  );
  await push(world, ann, [entryOf(ann, [personWrite(b, uuidv7())])]);
});
afterAll(() => world.close());

const asAnn = () => ({ token: world.ann.fullToken });
async function made(asked: object, by = asAnn()): Promise<{ id: string; token: string }> {
  const { status, body, text } = await world.say(
    'POST',
    '/api/export-tokens',
    { name: 'the board’s sheet', ...asked },
    by,
  );
  if (status !== 200) throw new Error(text);
  return body;
}
const get = (token: string, path = 'sessions.csv', query = 'period=this-month') =>
  world.say('GET', `/api/exports/${path}?${query}`, undefined, { token });
const listed = async (id: string) =>
  (await world.say('GET', '/api/export-tokens', undefined, asAnn())).body.tokens.find(
    (each: { id: string }) => each.id === id,
  );
const rowsOf = (text: string) => text.trimEnd().split('\r\n').length - 1;
const dayMs = 86_400_000;

test('a token says how often it fetched something, and what, when, as what and how many rows the last time', async () => {
  const { id, token } = await made({});
  expect(await listed(id)).toMatchObject({ fetches: 0, last: null, expiresAt: '2027-11-22T12:00:00.000Z' });
  await get(token, 'agencies.xlsx');
  world.clock.ms = noon + 60_000;
  await get(token, 'sessions.csv');
  // Its notes hold no figures, and what is refused fetched nothing.
  await get(token, 'sessions.csv', 'period=this-month&notes=1');
  await get(token, 'sessions.csv', 'period=ever');
  world.clock.ms = noon;
  const last = { at: '2026-11-22T12:01:00.000Z', report: 'sessions', as: 'csv', rows: 3 };
  expect(await listed(id)).toMatchObject({ fetches: 2, last });
  const { lines } = (await world.say('GET', '/api/audit', undefined, asAnn())).body;
  expect(lines.at(-1)).toMatchObject({
    action: 'export sessions',
    detail: { token: 'the board’s sheet', device: id, as: 'csv', rows: 3, period: 'this-month' },
  });
});

test('one that ran out says since when, works again once it is renewed, and one without an end goes on', async () => {
  const short = await made({ life: '30d' });
  const endless = await made({ life: 'never' });
  world.clock.ms = noon + 30 * dayMs - 1;
  expect((await get(short.token)).status).toBe(200);
  world.clock.ms = noon + 30 * dayMs;
  const { status, body } = await get(short.token);
  expect([status, body.type]).toEqual([401, 'urn:bandstand:token-ran-out']);
  expect(body.detail).toBe('This token ran out on 22 December 2026. It can be renewed at the desk, under Exports.');
  expect((await get(endless.token)).status).toBe(200);
  const renewed = await world.say('POST', `/api/export-tokens/${short.id}/renew`, { life: '30d' }, asAnn());
  expect(renewed.body.expiresAt).toBe('2027-01-21T12:00:00.000Z');
  expect((await get(short.token)).status).toBe(200);
  world.clock.ms = noon;
});

test('one for a partner and a report fetches nothing of another', async () => {
  const { a, b } = world;
  const narrow = await made({ partners: [a], reports: ['sessions'] });
  expect(rowsOf((await get(narrow.token)).text)).toBe(2);
  expect((await get(narrow.token)).text).not.toContain('Alliance');
  for (const path of ['attendance.csv', 'agencies.xlsx', 'boxes.json', 'wishes.zip', 'attendance.csv']) {
    const { status, body } = await get(narrow.token, path);
    expect([path, status, body.type]).toEqual([path, 403, 'urn:bandstand:narrower']);
  }
  const screen = await world.say('GET', '/api/reports/boxes?period=this-month', undefined, { token: narrow.token });
  expect(screen.status).toBe(403);
  const other = await made({ partners: [b] });
  expect(rowsOf((await get(other.token)).text)).toBe(1);
  expect(await listed(narrow.id)).toMatchObject({ partners: [a], reports: ['sessions'] });
});

test('nobody makes one for a partner they do not coordinate, and none stays wider than its maker', async () => {
  const { a, b } = world;
  const asCora = { token: team.coordinator.fullToken };
  const body = { name: 'sheet', partners: [a, b] };
  const refused = await world.say('POST', '/api/export-tokens', body, asCora);
  expect([refused.status, refused.body.detail]).toEqual([400, 'partners: one that you do not coordinate']);
  expect((await world.say('POST', '/api/export-tokens', { name: 'x', partners: [] }, asCora)).status).toBe(400);
  const own = await made({}, asCora);
  expect(rowsOf((await get(own.token)).text)).toBe(2);
  const asOtto = { token: team.otherCoordinator.fullToken };
  expect((await world.say('POST', `/api/export-tokens/${own.id}/renew`, {}, asOtto)).status).toBe(404);
});
