import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allReports } from '#domain/all-reports.ts';
import { dataPackageOf } from '#domain/reports/data-package.ts';
import { unzip } from '#test/server/workbook.ts';
import {
  entryOf,
  markWrite,
  newWorld,
  personWrite,
  push,
  sessionWrite,
  tallyWrite,
  today,
  type World,
} from '#test/server/world.ts';
import { faultsIn } from './frictionless.ts';

/** A report in every format it is handed out as: the same rows, described so that a program can read them. */

let world: World;
beforeAll(async () => {
  world = await newWorld();
  const { ann, a } = world;
  const site = {
    op: 'create',
    type: 'site',
    id: 'windmill-hill',
    scope: 'programme',
    body: { name: '=Park 🌳, "the" hill' },
  } as const;
  const sessions = Array.from({ length: 60 }, () => uuidv7());
  const people = ['F', 'M', undefined].map((gender) => ({ id: uuidv7(), ...(gender && { gender }) }));
  await push(world, ann, [
    entryOf(ann, [site, ...people.map(({ id, ...body }) => personWrite(a, id, { knownAs: '@Kay\tla', ...body }))]),
    ...sessions.map((id, at) =>
      entryOf(ann, [
        sessionWrite(a, id, {
          actualStart: `${today}T10:00:00.000Z`,
          ...(at % 2 === 0 && { actualEnd: `${today}T11:30:00.000Z`, status: { is: 'finished', reopened: 0 } }),
        }),
        ...people.map(({ id: person }) => markWrite(ann, a, id, person, { level: 'joined_in' })),
        tallyWrite(ann, a, id, { n: 2 }),
      ]),
    ),
  ]);
});
afterAll(() => world.close());

const november = 'from=2026-11-01&to=2026-11-30';
async function files(path: string): Promise<Map<string, string>> {
  const response = await world.server.app.request(path, {
    headers: { Authorization: `Bearer ${world.ann.fullToken}` },
  });
  expect(response.headers.get('Content-Type'), path).toBe('application/zip');
  return unzip(new Uint8Array(await response.arrayBuffer()));
}
const get = (path: string) => world.say('GET', path, undefined, { token: world.ann.fullToken });

describe('a data package', () => {
  test.each([
    ...allReports.map(({ name }) => name),
    'attendance?names=yes',
  ])('of %s is what its specification asks for, and every row is what the package says of it', async (name) => {
    const [report = '', more] = name.split('?');
    const found = await files(`/api/exports/${report}.zip?${november}${more ? `&${more}&reason=a%20trip` : ''}`);
    expect(faultsIn(found)).toEqual([]);
    expect(found.get('README.md')).toContain('**Programme.** Stepping Out');
  });

  test('says the type of each column, the codes it may hold, and which columns name a row', async () => {
    const found = await files(`/api/exports/attendance.zip?${november}&names=yes&reason=a%20trip`);
    const descriptor = JSON.parse(found.get('datapackage.json') ?? '');
    expect(descriptor).toMatchObject({ name: 'bandstand-attendance', created: '2026-11-22T12:00:00.000Z' });
    expect(descriptor).not.toHaveProperty('licenses');
    const { schema } = descriptor.resources[0];
    expect(schema.primaryKey).toEqual(['session', 'person']);
    const of = (name: string) => schema.fields.find((field: { name: string }) => field.name === name);
    expect(of('day')).toMatchObject({ type: 'date' });
    expect(of('arrived')).toMatchObject({ type: 'datetime', format: '%Y-%m-%d %H:%M' });
    expect(of('minutes')).toMatchObject({ type: 'integer', description: expect.stringContaining('actual start') });
    expect(of('gender').constraints.enum).toEqual(['F', 'M', 'NB', 'SD', 'PNS', 'NK']);
    expect(found.get('people.csv')?.split('\r\n')).toHaveLength(182);
  });

  test('holds what rows come to apart from them, and shows which rows lead to which', () => {
    const column = (title: string, is?: 'id' | 'sum') => ({ title, is, codes: undefined });
    const sessions = {
      name: 'sessions',
      columns: [column('session', 'id'), column('n', 'sum')],
      totalled: true,
      key: ['session'],
    };
    const marks = { name: 'marks', columns: [column('session', 'id')], rows: [['s1'], ['s1']], totalled: false };
    const { notes } = {
      notes: {
        programme: 'P',
        from: today,
        to: today,
        dataAsAt: `${today}T00:00:00.000Z`,
        phonesWithUnsent: 0,
        oldestUnsentAt: null,
      },
    };
    const head = { name: 'both', title: 'Both', summary: 'Both', notes, definitions: [] };
    const made = dataPackageOf(head, [
      {
        ...sessions,
        rows: [
          ['s1', '<5'],
          ['All', 3],
        ],
      },
      marks,
    ]);
    expect(made['sessions.csv']).toBe('session,n\r\ns1,<5\r\n');
    expect(made['sessions-total.csv']).toBe('session,n\r\nAll,3\r\n');
    const { resources } = JSON.parse(made['datapackage.json'] ?? '');
    expect(resources[2].schema.foreignKeys).toEqual([
      { fields: 'session', reference: { resource: 'sessions', fields: 'session' } },
    ]);
    expect(faultsIn(new Map(Object.entries(made)))).toEqual([]);
  });

  test('that is broken is found to be', async () => {
    const whole = await files(`/api/exports/sessions.zip?${november}`);
    const broken = (name: string, from: string | RegExp, to: string) =>
      faultsIn(new Map([...whole, [name, (whole.get(name) ?? '').replace(from, to)]]));
    expect(broken('sessions.csv', /finished/, 'ended')).toEqual(['sessions: row 1, status: ended is not in its list']);
    expect(broken('sessions.csv', ',90,', ',ninety,')).toEqual([expect.stringContaining('ninety is no integer')]);
    expect(broken('sessions.csv', 'session,day', 'day,session')[0]).toContain('headings');
    expect(broken('sessions.csv', /\r\n([^\r]+\r\n)/, '\r\n$1$1')).toEqual(['sessions: a primary key stands twice']);
    expect(broken('datapackage.json', '"path": "sessions.csv"', '"path": "other.csv"')[0]).toContain('no file');
  });
});

test.each(allReports.map(({ name }) => name))('%s as JSON has the rows of its CSV, as objects', async (name) => {
  const { body } = await get(`/api/exports/${name}.json?${november}`);
  const csv = await get(`/api/exports/${name}.csv?${november}`);
  const [head = ''] = csv.text.replace('\uFEFF', '').split('\r\n');
  const [table] = Object.values<{ rows: Record<string, unknown>[]; total: unknown }>(body.tables);
  const lines = csv.text.trimEnd().split('\r\n').length - 1;
  expect((table?.rows.length ?? 0) + (table?.total ? 1 : 0)).toBe(lines);
  for (const row of table?.rows ?? []) expect(Object.keys(row).join(',')).toBe(head.replaceAll('"', ''));
});

describe('a report that is handed out row by row', () => {
  const streamed = allReports.filter((report) => 'stream' in report);

  test.each(
    streamed.map((report) => report.name),
  )('%s has the rows of its other formats, in their order', async (name) => {
    for (const more of ['&profile=internal', '&names=yes&reason=a%20trip']) {
      const csv = (await get(`/api/exports/${name}.csv?${november}${more}`)).text;
      const found = await files(`/api/exports/${name}.zip?${november}${more}`);
      const [whole = ''] = [...found].flatMap(([file, text]) => (file.endsWith('.csv') ? [text] : []));
      expect(csv).toBe(whole);
      expect(csv.split('\r\n').length).toBeGreaterThan(60);
    }
  });

  test('has one table, which nothing narrows: its file is named before anything is read', () => {
    expect(streamed.length).toBeGreaterThan(0);
    for (const report of streamed) expect([report.tables.length, 'part' in report], report.name).toEqual([1, false]);
  });
});
