import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId, say } from '#db/person.ts';
import type { Body } from '#domain/records/entry.ts';
import { partnerScope, programmeScope } from '#domain/records/scopes.ts';
import { owedAs, supply } from '#domain/stock/acts.ts';
import { newContents } from '#domain/stock/sets.ts';
import { partsOwed, storeOf } from '#domain/stock/stock.ts';
import { addDays, instantAt } from '#domain/time.ts';
import { movesIn, occasionAt, takeBack } from '#features/boxes/actions.ts';
import { readPartner } from '#features/boxes/queries.ts';
import { type OpenServer, openServer } from '#server/open.ts';
import { move } from '#test/features/moved.ts';
import { enrolledPhone, json, type OpenPhone } from '#test/features/open-phone.ts';
import { create } from '#test/saying.ts';

/**
 * The figures *Stepping Out* published: 50, 120 and 10 boxes, 180 in all, given out within six weeks. Entered by three partners'
 * phones through the app's own actions, each without signal for all of those weeks, and printed by the report from the server.
 */

const published = [
  ['Safer Communities Alliance', 50, 20],
  ['Refocus Project', 120, 48],
  ['YGM Dance Academy', 10, 3],
] as const;
const first = '2026-06-01';
const lastDay = 41;

let server: OpenServer;
let folder: string;
let desk: OpenPhone;
const item = { ball: '', rope: '' };
const box = { U10: '', O10: '' };

const at = (day: string, time: string) => vi.setSystemTime(Date.parse(instantAt(day, time)));

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  at(addDays(first, -1), '09:00');
  folder = mkdtempSync(join(tmpdir(), 'bandstand-'));
  server = await openServer({ dataDir: folder, now: Date.now });
  const set = await json(server, 'POST', '/api/setup', {
    ...{ code: server.setupCode, programmeName: 'Stepping Out', name: 'Priya N', passphrase: 'three warm words' },
    partners: published.map(([name]) => name),
  });
  desk = await enrolledPhone(server, set.enrolCode);
  await desk.sync();
  const made = (body: Body) => create('set', newId(), programmeScope, body);
  const [ball, rope] = [made({ name: 'Football', kind: 'ITM' }), made({ name: 'Skipping rope', kind: 'ITM' })];
  Object.assign(item, { ball: ball.id, rope: rope.id });
  const contents = newContents({}, [
    { set: ball.id, n: 1 },
    { set: rope.id, n: 1 },
  ]);
  const [under, over] = [
    made({ name: 'Under-10s set', kind: 'U10', ...contents }),
    made({ name: 'Over-10s set', kind: 'O10', ...contents }),
  ];
  Object.assign(box, { U10: under.id, O10: over.id });
  await say([ball, rope, under, over]);
  await desk.sync();
});

afterAll(async () => {
  vi.useRealTimers();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function workerOf(partner: string, name: string): Promise<OpenPhone> {
  const body = { name, roles: [{ role: 'worker', partner }], vetted: true, firstAider: true };
  const member = await json(server, 'POST', '/api/team', body, desk.token);
  const { code } = await json(server, 'POST', `/api/team/${member.id}/codes`, {}, desk.token);
  return enrolledPhone(server, code);
}

/** Six weeks of one partner: boxes built, given out day by day, one by mistake, some without a rope, which comes later. */
async function sixWeeks(phone: OpenPhone, partner: string, boxes: number, under: number): Promise<void> {
  await phone.inHand();
  const [occasion, store] = [{ partner, session: null }, storeOf(partner)];
  const one = (set: string, n: number) => ({ set, n });
  at(first, '08:00');
  await move(occasion, [
    { kind: 'received', ...one(item.ball, boxes), to: store },
    { kind: 'received', ...one(item.rope, boxes - 2), to: store },
  ]);
  for (const [kind, n] of [
    ['U10', under],
    ['O10', boxes - under],
  ] as const)
    await move(occasion, [
      { kind: 'built', ...one(box[kind], n), to: store, parts: [one(item.ball, n), one(item.rope, n)] },
    ]);
  for (let given = 0; given < boxes; given += 1) {
    at(addDays(first, Math.floor((given * lastDay) / (boxes - 1))), `10:${String(given % 60).padStart(2, '0')}`);
    const kind = given < under ? 'U10' : 'O10';
    const owed = given === 3 || given === 5 ? [one(item.rope, 1)] : [];
    const said = { kind: 'given out', ...one(box[kind], 1), from: store, version: 1, owed } as const;
    await move(occasion, [said]);
    if (given === 4) await takeBack(movesIn(await move(occasion, [said])));
  }
  at(addDays(first, lastDay), '18:00');
  await move(occasion, [{ kind: 'received', ...one(item.rope, 2), to: store }]);
  const { movements } = await phone.unlocked.store.read((tx) => readPartner(tx, partner));
  expect(partsOwed(movements)).toHaveLength(2);
  await say(supply(occasionAt(partner), partsOwed(movements).map(owedAs), store));
}

test('three partners’ phones, six weeks without signal: the report prints 50, 120 and 10, which is 180', async () => {
  const partners: { id: string; body: { name: string } }[] = (
    await json(server, 'GET', '/api/records?type=partner', undefined, desk.token)
  ).records;
  const phones: OpenPhone[] = [];
  for (const [name, boxes, under] of published) {
    const partner = partners.find(({ body }) => body.name === name)?.id ?? '';
    await desk.inHand();
    at(addDays(first, -1), '10:00');
    await say([create('target', newId(), partnerScope(partner), { n: boxes, from: first, by: addDays(first, 60) })]);
    await desk.sync();
    const phone = await workerOf(partner, `Worker of ${name}`);
    await phone.sync();
    await sixWeeks(phone, partner, boxes, under);
    phones.push(phone);
  }
  const period = `from=${first}&to=${addDays(first, 60)}`;
  const before = await json(server, 'GET', `/api/reports/boxes?${period}`, undefined, desk.token);
  expect(before.all.boxes).toBe(0);
  for (const phone of phones) await phone.sync();

  const report = await json(server, 'GET', `/api/reports/boxes?${period}`, undefined, desk.token);
  const line = ({ name, under10, over10, boxes, target, partsOwed, weeks }: Record<string, unknown>) => [
    name,
    under10,
    over10,
    boxes,
    target,
    partsOwed,
    weeks,
  ];
  expect(report.owners.map(line).sort()).toEqual(
    published.map(([name, boxes, under]) => [name, under, boxes - under, boxes, boxes, 0, 6]).sort(),
  );
  expect(report.all).toMatchObject({ under10: 71, over10: 109, boxes: 180, target: 180, partsOwed: 0, weeks: 6 });
  expect(report.weeks.at(-1).soFar).toBe(180);

  const csv: string = await json(
    server,
    'GET',
    `/api/exports/boxes.csv?${period}&profile=internal`,
    undefined,
    desk.token,
  );
  const figures = ['48,72,120,0,120', '20,30,50,0,50', '3,7,10,0,10', '71,109,180,0,180'];
  const names = ['Refocus Project', 'Safer Communities Alliance', 'YGM Dance Academy', 'All partners'];
  const days = `0,0,0,0,0,${first},${addDays(first, lastDay)},6`;
  expect(csv.split('\r\n').slice(1, 5)).toEqual(names.map((name, row) => `${name},${figures[row]},${days}`));
});
