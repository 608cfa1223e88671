import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Write } from '#domain/records/entry.ts';
import { factHash } from '#domain/records/entry.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { dayOfSerial, sheetsIn } from './workbook.ts';
import {
  entryOf,
  factWrite,
  newWorld,
  type Phone,
  patchWrite,
  push,
  sessionWrite,
  staff,
  type World,
} from './world.ts';

/** What the server says of equipment: the desk's stock and needs, T11 and T12, and their files. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
const session = uuidv7();
const [over, under, ball, zoo] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const delivery = uuidv7();
const lacking = uuidv7();
const period = 'from=2026-11-01&to=2026-11-30';

const made = (type: string, id: string, scope: string, body: Record<string, unknown>): Write => ({
  op: 'create',
  type,
  id,
  scope,
  body,
});
const move = (phone: Phone, partner: string, body: Record<string, unknown>, id = uuidv7()) =>
  factWrite(
    phone,
    'movement',
    partnerScope(partner),
    { n: 1, day: '2026-11-22', at: '2026-11-22T12:10:00.000Z', ...body },
    id,
  );
const wish = (phone: Phone, partner: string, body: Record<string, unknown>) =>
  factWrite(phone, 'wish', partnerScope(partner), {
    kind: 'equipment',
    age: 'O10',
    n: 1,
    day: '2026-11-22',
    at: '2026-11-22T12:20:00.000Z',
    ...body,
  });
const handOver = (phone: Phone, from: string, to: string, body: Record<string, unknown> = {}): Write => {
  const write = {
    op: 'fact',
    type: 'transfer',
    id: uuidv7(),
    scope: partnerScope(from),
    alsoScope: partnerScope(to),
    body: { set: ball, n: 2, from: storeOf(from), day: '2026-11-22', at: '2026-11-22T12:30:00.000Z', ...body },
  } as const;
  return { ...write, hash: factHash(write, phone.member, phone.device) };
};

beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
  const { coordinator, worker, otherWorker, volunteer } = team;
  const { a, b } = world;
  const store = storeOf(a);
  const results = await push(world, coordinator, [
    entryOf(coordinator, [
      made('site', 'windmill-hill', 'programme', { name: 'Windmill Hill' }),
      made('set', ball, 'programme', { name: 'Football', kind: 'ITM', lowAt: 50 }),
      made('set', over, 'programme', { name: 'Over-10s set', kind: 'O10', version: 1, [`part/1:${ball}`]: 1 }),
      made('set', under, 'programme', { name: 'Under-10s set', kind: 'U10' }),
      // A name that a spreadsheet would run.
      made('set', zoo, 'programme', { name: '=1+1', kind: 'ITM' }),
      made('holder', 'refocus-van', partnerScope(a), { name: 'Van', kind: 'van' }),
      made('delivery', delivery, partnerScope(a), {
        supplier: 'Kit & Co',
        promised: '2026-11-10',
        [`line/${ball}`]: 30,
      }),
      made('target', uuidv7(), partnerScope(a), { n: 120, by: '2026-12-31' }),
      made('target', uuidv7(), partnerScope(a), { n: 900, from: '2027-01-01', by: '2027-12-31' }),
    ]),
    entryOf(coordinator, [
      move(coordinator, a, { kind: 'received', set: ball, n: 20, to: store, delivery }),
      move(coordinator, a, { kind: 'received', set: over, n: 5, to: store }),
    ]),
  ]);
  expect(results.map(({ result }) => result)).toEqual(['ok', 'ok']);
  await push(world, worker, [entryOf(worker, [sessionWrite(a, session)])]);
  const given = { kind: 'given out', set: over, from: store, session, version: 1 };
  await push(world, volunteer, [
    entryOf(volunteer, [
      move(volunteer, a, { ...given, for: ['jakub-w', 'ella-w'], owed: [{ set: ball, n: 1 }] }, lacking),
    ]),
    entryOf(volunteer, [move(volunteer, a, { ...given, for: ['noah-k'] })]),
    entryOf(volunteer, [move(volunteer, a, { kind: 'given out', set: under, from: 'refocus-van', session })]),
    entryOf(volunteer, [move(volunteer, a, { kind: 'given out', set: zoo, from: store, n: 3 })]),
  ]);
  await push(world, worker, [
    entryOf(worker, [
      wish(worker, a, { what: ball, n: 4, session }),
      wish(worker, a, { words: '=HYPERLINK("x")', age: 'U10', site: 'windmill-hill' }),
      wish(worker, a, { words: 'A trampoline', site: 'woodlands' }),
      made('debrief', `debrief:${session}`, teamScope(a), {
        session,
        day: '2026-11-22',
        needsRaised: 'Floodlights by the court',
      }),
    ]),
    entryOf(worker, [handOver(worker, a, b)]),
  ]);
  await push(world, otherWorker, [
    entryOf(otherWorker, [
      move(otherWorker, b, { kind: 'received', set: under, n: 2, to: storeOf(b) }),
      move(otherWorker, b, { kind: 'given out', set: under, from: storeOf(b) }),
    ]),
  ]);
});
afterAll(() => world.close());

const get = (path: string, token = team.coordinator.fullToken) => world.say('GET', path, undefined, { token });
const bytesOf = async (path: string, token = team.coordinator.fullToken) => {
  const response = await world.server.app.request(path, { headers: { Authorization: `Bearer ${token}` } });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
};

test('the desk reads the stock of its own partners, folded, and of nobody else', async () => {
  const { body } = await get('/api/stock');
  expect(body.partners).toEqual([{ id: world.a, name: 'Refocus' }]);
  const on = (set: string) =>
    body.shelves
      .filter((shelf: { set: string }) => shelf.set === set)
      .map(({ place, balance }: { place: string; balance: number }) => [place, balance]);
  expect(on(ball)).toEqual([[storeOf(world.a), 18]]);
  expect(on(over)).toEqual([[storeOf(world.a), 3]]);
  // More given out than recorded in: a question for people, not a refusal.
  expect(on(under)).toEqual([['refocus-van', -1]]);
  expect(body.places.map(({ name }: { name: string }) => name)).toEqual(['Store', 'Van']);
  expect(body.low).toEqual([{ partner: world.a, set: ball, there: 18, lowAt: 50 }]);
  expect(body.handedOver).toMatchObject([{ set: ball, n: 2, from: world.a, to: world.b }]);
  expect(body.shelves.every(({ partner }: { partner: string }) => partner === world.a)).toBe(true);
  const theirs = (await get('/api/stock', team.otherCoordinator.fullToken)).body;
  expect(theirs.shelves).toContainEqual(
    expect.objectContaining({ partner: world.b, place: storeOf(world.b), set: ball, balance: 2 }),
  );
  expect(JSON.stringify(theirs)).not.toContain('Kit & Co');
});

test('a late delivery says what of it has not come', async () => {
  const { body } = await get('/api/stock');
  expect(body.deliveries).toEqual([
    expect.objectContaining({
      id: delivery,
      partner: world.a,
      supplier: 'Kit & Co',
      is: 'late',
      lines: [{ set: ball, n: 30, due: 10, over: 0 }],
    }),
  ]);
});

test('parts owed name the box, the park and how many people wait, never who', async () => {
  const { body, text } = await get('/api/stock');
  expect(body.owed).toEqual([
    expect.objectContaining({ id: lacking, box: over, set: ball, n: 1, people: 2, session, site: 'windmill-hill' }),
  ]);
  expect(text).not.toMatch(/jakub|ella|noah/);
});

test('T11 prints owners, everyone, weeks and parks, and each adds up to the others', async () => {
  const { body } = await get(`/api/reports/boxes?${period}`, world.ann.fullToken);
  expect(
    body.owners.map(({ name, boxes, other, target }: Record<string, unknown>) => [name, boxes, other, target]),
  ).toEqual([
    ['Alliance', 1, 0, null],
    ['Refocus', 3, 3, 120],
  ]);
  expect(body.all).toMatchObject({
    under10: 2,
    over10: 2,
    boxes: 4,
    other: 3,
    partsOwed: 1,
    people: 3,
    families: 1,
    weeks: 1,
  });
  expect(body.weeks).toEqual([{ week: '2026-11-16', under10: 2, over10: 2, boxes: 4, soFar: 4 }]);
  const inParks = body.places.reduce((sum: number, { n }: { n: number }) => sum + n, 0);
  expect(inParks).toBe(body.all.boxes + body.all.other);
  expect(body.places).toContainEqual({
    partner: 'Refocus',
    set: 'Over-10s set',
    kind: 'Over-10s set',
    site: 'Windmill Hill',
    month: '2026-11-01',
    n: 2,
  });
  expect(body.definitions.map(([word]: string[]) => word)).toContain('Weeks to distribute');
});

test('the box files hold the same figures, each table with its headings from the first line', async () => {
  const { text, headers } = await get(`/api/exports/boxes.csv?${period}&profile=internal`);
  expect(headers.get('Content-Disposition')).toContain('bandstand-boxes-2026-11-01-2026-11-30.csv');
  const [heading, refocus, all] = text.split('\r\n');
  expect(heading).toBe(
    'partner,under_10s,over_10s,boxes,other_things,target,incomplete,parts_owed,boxes_to_somebody_named,people,families,first_box,last_box,weeks',
  );
  expect(refocus).toBe('Refocus,1,2,3,3,120,1,1,2,3,1,2026-11-22,2026-11-22,1');
  expect(all).toBe('All partners,1,2,3,3,120,1,1,2,3,1,2026-11-22,2026-11-22,1');
  expect(text.split('\r\n')).toHaveLength(4); // headings, Refocus, all of them, and the end of the last line
  // Somebody outside is told of boxes, and not how many people got one.
  expect((await get(`/api/exports/boxes.csv?${period}`)).text).toContain(
    'Refocus,1,2,3,3,120,1,1,2026-11-22,2026-11-22,1\r\n',
  );
  const about = (await get(`/api/exports/boxes.csv?${period}&notes=1`)).text;
  expect(about).toContain('\r\nData as at,2026-11-22 12:00\r\n');
  expect(about).toContain('\r\nFamilies,');
  const weeks = await get(`/api/exports/boxes.csv?${period}&table=weeks`);
  expect(weeks.text).toContain('2026-11-16,1,2,3,3\r\n');
  const parks = await get(`/api/exports/boxes.csv?${period}&table=parks`);
  expect(parks.text).toContain("Refocus,2026-11-01,,Single item,'=1+1,3\r\n");
  expect((await get(`/api/exports/boxes.csv?${period}&table=names`)).status).toBe(400);
});

test('the workbook has a cover, definitions and a sheet a table; numbers and days are real, and nothing in it runs', async () => {
  const { response, bytes } = await bytesOf(`/api/exports/boxes.xlsx?${period}`, world.ann.fullToken);
  expect(response.headers.get('Content-Type')).toContain('spreadsheetml');
  expect(response.headers.get('Content-Disposition')).toContain('bandstand-boxes-2026-11-01-2026-11-30.xlsx');
  const sheets = sheetsIn(bytes);
  expect([...sheets.keys()]).toEqual(['About', 'Definitions', 'Partners', 'Weeks', 'Parks']);
  const about = new Map(sheets.get('About')?.map(([word, said]) => [word?.value, said]));
  expect(about.get('Programme')).toEqual({ type: 'text', value: 'Stepping Out' });
  expect(about.get('Phones with records not sent yet')).toEqual({ type: 'number', value: 0 });
  const asAt = about.get('Data as at');
  expect([asAt?.type, dayOfSerial(Number(asAt?.value))]).toEqual(['day', '2026-11-22']);
  const [headings = [], , refocus = [], all = []] = sheets.get('Partners') ?? [];
  const cell = (row: typeof refocus, title: string) => row[headings.findIndex(({ value }) => value === title)];
  expect(cell(refocus, 'Boxes')).toEqual({ type: 'number', value: 3 });
  expect(cell(all, 'Boxes')).toEqual({ type: 'number', value: 4 });
  const first = cell(refocus, 'First box');
  expect([first?.type, dayOfSerial(Number(first?.value))]).toEqual(['day', '2026-11-22']);
  const cells = [...sheets.values()].flat(2);
  expect(cells).toContainEqual({ type: 'text', value: '=1+1' });
  expect(cells.filter(({ type }) => type === 'formula')).toEqual([]);
});

test('sessions and attendance come as workbooks too, names only for a reason', async () => {
  const { bytes } = await bytesOf(`/api/exports/sessions.xlsx?${period}&profile=internal`);
  const [headings = [], row = []] = sheetsIn(bytes).get('Sessions') ?? [];
  expect(headings.map(({ value }) => value)).toEqual(
    expect.arrayContaining(['Day', 'Planned start', 'Attendances, 10–12', 'Time zone']),
  );
  expect([headings[0]?.value, row[0]?.type]).toEqual(['Day', 'day']);
  expect([headings.at(-1)?.value, row.at(-1)?.value]).toEqual(['Session', session]);
  expect((await get(`/api/exports/attendance.xlsx?${period}&names=yes`)).status).toBe(400);
  expect((await get(`/api/exports/attendance.xlsx?${period}`)).status).toBe(200);
});

test('T12 sums wishes by age set, of all parks or of one', async () => {
  const { body } = await get(`/api/reports/wishes?${period}`);
  expect(
    body.lines.map(({ name, under10, over10, all }: Record<string, unknown>) => [name, under10, over10, all]),
  ).toEqual([
    ['Football', 0, 4, 4],
    ['=HYPERLINK("x")', 1, 0, 1],
    ['A trampoline', 0, 1, 1],
  ]);
  const there = (await get(`/api/reports/wishes?${period}&site=windmill-hill`)).body;
  expect(there.lines.map(({ name }: { name: string }) => name)).toEqual(['Football', '=HYPERLINK("x")']);
  const file = await get(`/api/exports/wishes.csv?${period}&profile=internal`);
  expect(file.text).toContain(
    'kind,wish,on_a_list,under_10s,over_10s,age_not_known,all,site\r\nEquipment,Football,yes,0,4,0,4,All parks\r\n',
  );
  expect(file.text).toContain(`Equipment,"'=HYPERLINK(""x"")",no,1,0,0,1,All parks\r\n`);
  expect((await get(`/api/exports/wishes.csv?${period}`)).text).toContain(
    'kind,wish,on_a_list,site,all\r\nEquipment,Football,yes,All parks,fewer than 5\r\n',
  );
  const ofOne = await get(`/api/exports/wishes.csv?${period}&site=windmill-hill&profile=internal`);
  expect(ofOne.text).toContain('Equipment,Football,yes,0,4,0,4,Windmill Hill\r\n');
  expect(ofOne.headers.get('Content-Disposition')).toContain(
    'bandstand-wishes-windmill-hill-2026-11-01-2026-11-30.csv',
  );
  expect((await get(`/api/exports/wishes.csv?${period}&site=windmill-hill&notes=1`)).text).toContain(
    'Report,"Wishes, Windmill Hill"\r\n',
  );
  const { bytes } = await bytesOf(`/api/exports/wishes.xlsx?${period}`);
  expect(sheetsIn(bytes).get('Wishes')?.[2]?.[1]).toEqual({ type: 'text', value: '=HYPERLINK("x")' });
});

test('a file, and a fetch by token, is logged; looking at the desk is not', async () => {
  const lines = async () =>
    (await get('/api/audit', world.ann.fullToken)).body.lines.filter(({ action }: { action: string }) =>
      /^export (boxes|wishes)/.test(action),
    );
  const before = (await lines()).length;
  await get(`/api/reports/boxes?${period}`);
  await get(`/api/reports/wishes?${period}`);
  expect(await lines()).toHaveLength(before);
  const token = (
    await world.say('POST', '/api/export-tokens', { name: 'sheet' }, { token: team.coordinator.fullToken })
  ).body.token;
  // A screen of ours is nothing to be passed on.
  expect((await get(`/api/reports/boxes?${period}`, token)).status).toBe(403);
  await get(`/api/exports/boxes.json?${period}`, token);
  await get(`/api/exports/boxes.xlsx?${period}`, token);
  await get(`/api/exports/wishes.csv?${period}`, token);
  const after = await lines();
  expect(after.slice(before).map(({ action }: { action: string }) => action)).toEqual([
    'export boxes',
    'export boxes',
    'export wishes',
  ]);
  expect(after.at(-1).detail).toMatchObject({ from: '2026-11-01', to: '2026-11-30' });
});

test('a need raised in a debrief is an idea by itself until somebody takes it up', async () => {
  const { body } = await get('/api/ideas');
  expect(body.ideas).toEqual([
    expect.objectContaining({
      id: `need:${session}`,
      said: 'Floodlights by the court',
      sites: ['windmill-hill'],
      stage: 'heard',
      recorded: false,
    }),
  ]);
  expect((await get('/api/ideas', team.otherCoordinator.fullToken)).body.ideas).toEqual([]);
  const { coordinator } = team;
  const idea = {
    said: 'Floodlights by the court',
    day: '2026-11-22',
    session,
    status: 'decided',
    decision: 'Ask the council',
  };
  await push(world, coordinator, [entryOf(coordinator, [made('idea', `need:${session}`, teamScope(world.a), idea)])]);
  // As a phone that was not updated writes it.
  expect((await get('/api/ideas')).body.ideas).toEqual([
    expect.objectContaining({ id: `need:${session}`, stage: 'answered', reason: 'Ask the council', recorded: true }),
  ]);
});

test('stock is not handed over to a partner there is not; it is kept, and nothing of it is nowhere', async () => {
  const { worker } = team;
  const results = await push(world, worker, [
    entryOf(worker, [handOver(worker, world.a, 'nobody-there')]),
    entryOf(worker, [handOver(worker, world.a, 'windmill-hill')]),
    entryOf(worker, [handOver(worker, world.a, world.a)]),
  ]);
  expect(results).toMatchObject([
    { result: 'refused', code: 'also_scope' },
    { result: 'refused', code: 'also_scope' },
    { result: 'refused', code: 'also_scope' },
  ]);
  const kept = (await get('/api/inbox')).body.entries.filter(({ code }: { code: string }) => code === 'also_scope');
  expect(kept).toHaveLength(3);
});

test('a partner made in the same push can be handed something at once', async () => {
  const { ann, a } = world;
  const fresh = uuidv7();
  const results = await push(world, ann, [
    entryOf(ann, [made('partner', fresh, 'programme', { name: 'Box out of It' })]),
    entryOf(ann, [handOver(ann, a, fresh)]),
  ]);
  expect(results.map(({ result }) => result)).toEqual(['ok', 'ok']);
  await push(world, ann, [entryOf(ann, [patchWrite('partner', 'programme', fresh, { status: 'closed' })])]);
  const { body } = await get(`/api/reports/boxes?${period}`, ann.fullToken);
  expect(body.owners.map(({ name }: { name: string }) => name)).toEqual(['Alliance', 'Refocus']);
});
