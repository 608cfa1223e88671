import { afterAll, beforeAll, expect, test } from 'vitest';
import { allReports } from '#domain/all-reports.ts';
import { allViews } from '#domain/all-views.ts';
import { unzip } from './workbook.ts';
import {
  entryOf,
  factWrite,
  markWrite,
  newWorld,
  personWrite,
  sessionWrite,
  siteWrite,
  staff,
  sync,
  tallyWrite,
  today,
  type World,
} from './world.ts';

/** What a partner's coordinator can fetch holds nothing of another partner: no name, no id, no number. */

let world: World;
let token = '';
let all: string[] = [];
/** Of the other partner; each stands nowhere else. */
const secrets = ['Zebedee', 'Zuleika', 'zz-session', 'zz-person', 'zz-note', 'Olu', '7654'];

beforeAll(async () => {
  world = await newWorld();
  const team = await staff(world);
  const { a, b, ann } = world;
  await sync(world, ann, [entryOf(ann, [siteWrite('windmill-hill')])]);
  const held = {
    status: { is: 'finished', reopened: 0 },
    actualStart: `${today}T10:00:00.000Z`,
    actualEnd: `${today}T12:00:00.000Z`,
  };
  await sync(world, team.worker, [
    entryOf(team.worker, [sessionWrite(a, 'aa-session', held)]),
    entryOf(team.worker, [personWrite(a, 'aa-person', { knownAs: 'Amira' })]),
    entryOf(team.worker, [markWrite(team.worker, a, 'aa-session', 'aa-person')]),
  ]);
  const { otherWorker } = team;
  await sync(world, otherWorker, [
    entryOf(otherWorker, [sessionWrite(b, 'zz-session', { ...held, [`team/${otherWorker.member}`]: true })]),
    entryOf(otherWorker, [personWrite(b, 'zz-person', { knownAs: 'Zebedee' })]),
    entryOf(otherWorker, [personWrite(b, 'zz-person-2', { knownAs: 'Zuleika' })]),
    entryOf(otherWorker, [markWrite(otherWorker, b, 'zz-session', 'zz-person')]),
    entryOf(otherWorker, [markWrite(otherWorker, b, 'zz-session', 'zz-person-2')]),
    ...Array.from({ length: 8 }, () => entryOf(otherWorker, [tallyWrite(otherWorker, b, 'zz-session', { n: 954 })])),
    entryOf(otherWorker, [tallyWrite(otherWorker, b, 'zz-session', { n: 22 })]),
    entryOf(otherWorker, [
      factWrite(otherWorker, 'note', `team/${b}`, {
        session: 'zz-session',
        day: today,
        text: 'zz-note',
        at: `${today}T12:00:00.000Z`,
      }),
    ]),
  ]);
  token = team.coordinator.fullToken;
  const period = `from=${today}&to=${today}`;
  const formats = (name: string) => {
    const paths = world.server.routes.map(({ path }) => path);
    return ['csv', 'xlsx', 'json', 'zip', 'docx', 'html']
      .map((ending) => `/api/exports/${name}.${ending}`)
      .filter((path) => paths.includes(path));
  };
  const rowsOf = ['park', 'partner', 'worker', 'activity', 'age'].map(
    (rows) => `/api/reports/figures?${period}&profile=internal&rows=${rows}`,
  );
  all = [
    ...allReports.flatMap(({ name, isNamed }) =>
      [`/api/reports/${name}`, ...formats(name)].flatMap((path) => [
        `${path}?${period}`,
        ...(isNamed ? [`${path}?${period}&names=yes&reason=a+look`] : []),
      ]),
    ),
    ...rowsOf,
    `/api/reports/tables?${period}&profile=internal`,
    ...allViews.map(({ name }) => `/api/${name}`),
    ...['zz-person', 'zz-person-2'].map((id) => `/api/person?of=${id}`),
    ...[
      `/api/sessions?${period}`,
      `/api/overview?${period}`,
      `/api/together?${period}`,
      '/api/sessions/zz-session',
      '/api/inbox',
      '/api/inbox/done',
    ],
    ...[
      '/api/team',
      '/api/phones',
      '/api/audit?after=0',
      '/api/export-tokens',
      '/api/withdrawals',
      '/api/consent-check',
    ],
  ];
});
afterAll(() => world.close());

async function fetched(path: string): Promise<{ status: number; text: string }> {
  const { app } = world.server;
  const response = await app.request(path, {
    headers: { Authorization: `Bearer ${token}`, 'X-Forwarded-For': '10.9.9.9' },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isZip ? [...unzip(bytes).values()].join('\n') : new TextDecoder().decode(bytes);
  return { status: response.status, text };
}

test('no name, id or number of another partner is in anything that a coordinator can fetch', async () => {
  let read = 0;
  for (const path of all) {
    const { status, text } = await fetched(path);
    if (status === 200) read += 1;
    for (const secret of secrets) {
      expect(text.includes(secret), `${path} (${status}) holds ${secret}`).toBe(false);
    }
  }
  // Nothing would be found where nothing was read.
  expect(read).toBeGreaterThan(allReports.length * 3);
});

test('the other partner’s own coordinator finds all of it there', async () => {
  const { body } = await world.say('GET', `/api/reports/sessions?from=${today}&to=${today}`, undefined, {
    token: world.ann.fullToken,
  });
  expect(JSON.stringify(body)).toContain('zz-session');
  expect(JSON.stringify(body)).toContain('7654');
});
