import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { teamScope } from '#domain/records/scopes.ts';
import {
  entryOf,
  factWrite,
  markWrite,
  newWorld,
  patchWrite,
  personWrite,
  push,
  sessionWrite,
  siteWrite,
  staff,
  tallyWrite,
  type World,
} from './world.ts';

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
const session = uuidv7();
const theirs = uuidv7();
const kayla = uuidv7();
const mo = uuidv7();
const period = 'from=2026-11-01&to=2026-11-30';

beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
  const { worker, otherWorker, coordinator } = team;
  const { a, b } = world;
  await push(world, coordinator, [entryOf(coordinator, [siteWrite('windmill-hill')])]);
  const times = {
    plannedStart: '2026-11-22T12:00:00.000Z',
    plannedEnd: '2026-11-22T14:00:00.000Z',
    actualStart: '2026-11-22T12:00:00.000Z',
  };
  const first = markWrite(worker, a, session, mo, { at: '2026-11-22T12:30:00.000Z' });
  await push(world, worker, [
    entryOf(worker, [sessionWrite(a, session, { ...times, 'team/will': true })]),
    entryOf(worker, [
      personWrite(a, kayla, { knownAs: '=Kayla', yearOfBirth: 2015, gender: 'F' }),
      personWrite(a, mo, { knownAs: 'Mo' }),
    ]),
    entryOf(worker, [
      tallyWrite(worker, a, session, { n: 5 }),
      markWrite(worker, a, session, kayla, { alreadyCounted: { ageBand: '10-12', gender: 'F', newness: 'new' } }),
      first,
    ]),
    entryOf(worker, [
      markWrite(worker, a, session, mo, { state: 'left', replaces: [first.id], at: '2026-11-22T13:00:00.000Z' }),
    ]),
    entryOf(worker, [
      factWrite(worker, 'note', teamScope(a), {
        session,
        day: '2026-11-22',
        text: 'a dog',
        at: '2026-11-22T12:40:00.000Z',
      }),
      {
        op: 'create',
        type: 'debrief',
        id: `debrief:${session}`,
        scope: teamScope(a),
        body: { session, day: '2026-11-22', mood: 4 },
      },
    ]),
    entryOf(worker, [
      patchWrite('session', `partner/${a}`, session, {
        status: { is: 'finished', reopened: 0 },
        actualEnd: '2026-11-22T13:34:00.000Z',
      }),
    ]),
  ]);
  await push(world, otherWorker, [
    entryOf(otherWorker, [sessionWrite(b, theirs), tallyWrite(otherWorker, b, theirs, { n: 7 })]),
    // A mark in B's scope that names A's session is no part of A's register.
    entryOf(otherWorker, [markWrite(otherWorker, b, session, uuidv7())]),
  ]);
});
afterAll(() => world.close());

const get = (path: string, token = team.coordinator.fullToken) => world.say('GET', path, undefined, { token });

test('the desk reads a session with its register, counts, debrief and notes', async () => {
  const { body } = await get(`/api/sessions/${session}`);
  expect(body.session.line).toMatchObject({
    site: 'Windmill Hill',
    partner: 'Refocus',
    minutes: 94,
    named: 2,
    attendances: 6,
  });
  expect(body.people).toEqual([
    expect.objectContaining({ name: '=Kayla', ageBand: '10-12', state: 'here', minutes: 89 }),
    expect.objectContaining({ name: 'Mo', ageBand: 'NK', state: 'left', minutes: 30 }),
  ]);
  expect(body.counts.all).toEqual({ named: 2, counted: 5, overlap: 1, total: 6 });
  expect(body.debrief).toMatchObject({ mood: 4 });
  expect(body.notes).toEqual([expect.objectContaining({ text: 'a dog', byName: 'Will' })]);
});

test('another partner’s session, a missing one and one with an odd id are the same answer', async () => {
  const answers = await Promise.all([theirs, uuidv7(), "';--", '%00', '..%2f'].map((id) => get(`/api/sessions/${id}`)));
  for (const { status, text } of answers) {
    expect(status).toBe(404);
    expect(text).toBe(answers[0]!.text);
  }
});

test('overview, list, screen and file show the same figures, of one’s own partners only', async () => {
  const overview = (await get(`/api/overview?${period}`)).body;
  const list = (await get(`/api/sessions?${period}`)).body;
  const screen = (await get(`/api/reports/sessions?${period}`)).body;
  const file = (await get(`/api/exports/sessions.csv?${period}&profile=internal`)).text;
  expect(overview.totals).toMatchObject({ sessions: 1, delivered: 1, attendances: 6, minutes: 94 });
  expect(overview.people).toBe(2);
  expect(list.totals).toEqual(overview.totals);
  expect(screen.totals).toEqual(overview.totals);
  const [header, row] = file
    .slice(1)
    .split('\r\n')
    .map((line) => line.split(','));
  expect(row?.[header?.indexOf('attendances') ?? -1]).toBe('6');
  expect(file).not.toContain(theirs);
  const all = (await get(`/api/overview?${period}`, world.ann.fullToken)).body;
  expect(all.totals).toMatchObject({ sessions: 2, attendances: 13 });
  expect(
    all.partners
      .map(({ name, totals }: { name: string; totals: { attendances: number } }) => [name, totals.attendances])
      .sort(),
  ).toEqual([
    ['Alliance', 7],
    ['Refocus', 6],
  ]);
});

test('names leave the server only with a reason, which is logged, and never with a numbers-only token', async () => {
  const path = `/api/exports/attendance.csv?${period}`;
  const plain = await get(`${path}&profile=internal`);
  expect(plain.text).not.toMatch(/Kayla|Mo,/);
  expect(plain.text).toContain(`${session},2026-11-22,Windmill Hill,Refocus,10–12,1,5,1,5\r\n`);
  expect((await get(`${path}&names=yes`)).status).toBe(400);
  expect((await get(`${path}&names=yes&reason=%20`)).status).toBe(400);
  const named = await get(`${path}&names=yes&reason=trip%20list`);
  expect(named.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(named.headers.get('Content-Disposition')).toBe(
    'attachment; filename="bandstand-attendance-names-2026-11-01-2026-11-30.csv"',
  );
  expect(named.text).toContain(`,'=Kayla,10–12,F,joined_in,2026-11-22 12:05,,89,Europe/London\r\n`);
  const log = await get('/api/audit', world.ann.fullToken);
  expect(log.body.lines).toContainEqual(
    expect.objectContaining({
      actorName: 'Cora',
      action: 'export attendance',
      detail: expect.objectContaining({ names: 'yes', reason: 'trip list' }),
    }),
  );
  const make = async (isNamed: boolean) =>
    (
      await world.say(
        'POST',
        '/api/export-tokens',
        { name: 'x', named: isNamed },
        { token: team.coordinator.fullToken },
      )
    ).body.token;
  const numbers = await make(false);
  expect((await get(`${path}&names=yes&reason=x`, numbers)).status).toBe(403);
  expect((await get(`/api/reports/attendance?${period}&names=yes&reason=x`, numbers)).status).toBe(403);
  expect((await get(path, numbers)).text).not.toMatch(/Kayla/);
  expect((await get(`${path}&profile=internal`, numbers)).status).toBe(403);
  expect((await get(`${path}&names=yes&reason=x`, await make(true))).text).toMatch(/Kayla/);
});

test('an export says as at when, and which phones still hold records', async () => {
  const phone = { version: '1', unsent: 3, oldestUnsentAt: '2026-11-22T11:00:00.000Z' };
  await world.say(
    'POST',
    '/api/sync/1',
    { protocol: 1, epoch: '', entries: [], scopes: {}, phone },
    { token: team.volunteer.fullToken },
  );
  const { text, headers } = await get(`/api/exports/sessions.csv?${period}&notes=1`);
  expect(headers.get('Content-Disposition')).toContain('bandstand-sessions-notes-2026-11-01-2026-11-30.csv');
  expect(text).toContain(
    'Report,Sessions\r\nProgramme,Stepping Out\r\nPeriod,2026-11-01 to 2026-11-30\r\nData as at,2026-11-22 12:00\r\n' +
      'Phones with records not sent yet,1\r\nOldest record not sent yet,2026-11-22 11:00\r\n',
  );
  const data = (await get(`/api/exports/sessions.csv?${period}`)).text;
  expect(data).not.toContain('Programme');
  expect(data.split('\r\n').slice(0, -1)).not.toContain('');
  const other = await get(`/api/exports/sessions.csv?${period}&notes=1`, team.otherCoordinator.fullToken);
  expect(other.text).toContain('Phones with records not sent yet,0\r\n');
  const { body } = await get('/api/phones', team.otherCoordinator.fullToken);
  const seen = body.phones.map(({ member }: { member: { name: string } }) => member.name);
  expect(seen).toContain('Olu');
  expect(seen).not.toContain('Will');
});

test('a period that is none gets a 400 that names the field', async () => {
  for (const [query, field] of [
    ['from=2026-11-30&to=2026-11-01', 'to'],
    ['from=2026-13-40&to=2026-12-01', 'from'],
    ['from=1900-01-01&to=2026-12-01', 'to'],
    ['from=2026-11-01', 'period'],
    ["from='&to=2026-11-01", 'from'],
    [`${period}&more=1`, 'more'],
  ]) {
    const { status, body } = await get(`/api/sessions?${query}`);
    expect(status, query).toBe(400);
    expect(body.detail, query).toMatch(new RegExp(`^${field}: `));
  }
});

test('set-up records are read by type', async () => {
  const { body } = await get('/api/records?type=site');
  expect(body.records).toMatchObject([{ id: 'windmill-hill', body: { name: 'Windmill Hill' } }]);
  expect((await get('/api/records?type=person')).status).toBe(400);
});

test('a desk write by a coordinator of another partner goes to the inbox', async () => {
  const signedIn = await world.say('POST', '/api/sign-in', { name: 'Cora', passphrase: 'another passphrase' });
  const cookie = /bandstand=([^;]+)/.exec(signedIn.headers.get('Set-Cookie') ?? '')?.[1] ?? '';
  const atDesk = { ...team.coordinator, device: signedIn.body.device };
  const { body } = await world.say(
    'POST',
    '/api/entries',
    { entries: [entryOf(atDesk, [sessionWrite(world.b, uuidv7())])] },
    { cookie },
  );
  expect(body.results).toMatchObject([{ result: 'refused', code: 'no_right' }]);
});
