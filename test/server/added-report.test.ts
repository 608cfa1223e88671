import { afterAll, beforeAll, expect, test } from 'vitest';
import { weatherWorld } from './weather-world.ts';
import { sheetsIn } from './workbook.ts';

/** A report is one value: added to the list, it has its addresses, its files, its line in the log and its description. */

let held: Awaited<ReturnType<typeof weatherWorld>>;
beforeAll(async () => {
  held = await weatherWorld();
});
afterAll(() => held.world.close());

const november = 'from=2026-11-01&to=2026-11-30';
const get = (path: string, token = held.team.coordinator.fullToken) =>
  held.world.say('GET', path, undefined, { token });
const logged = async () => {
  const { body } = await get('/api/audit', held.world.ann.fullToken);
  return body.lines.filter(({ action }: { action: string }) => action === 'export weather');
};

test('the added report answers a screen, of one’s own partners, with its notes and definitions', async () => {
  const { body } = await get(`/api/reports/weather?${november}`);
  expect(body).toEqual({
    lines: [
      { weather: 'dry', sessions: 1 },
      { weather: 'rain', sessions: 2 },
    ],
    notes: expect.objectContaining({ programme: 'Stepping Out', from: '2026-11-01', to: '2026-11-30' }),
    definitions: [['Weather', 'As the worker put it down.']],
  });
  const all = await get(`/api/reports/weather?${november}&weather=dry`, held.world.ann.fullToken);
  expect(all.body.lines).toEqual([{ weather: 'dry', sessions: 2 }]);
  expect((await get(`/api/reports/weather?${november}&weather=mild`)).status).toBe(400);
  expect((await get(`/api/reports/weather?${november}`, held.team.worker.fullToken)).status).toBe(403);
});

test('the added report is handed out as a CSV, with its notes as a file of their own', async () => {
  const { text, headers } = await get(`/api/exports/weather.csv?${november}`);
  expect(text).toBe('weather,sessions\r\nDry,1\r\nRain,2\r\n');
  expect(headers.get('Content-Disposition')).toBe('attachment; filename="bandstand-weather-2026-11-01-2026-11-30.csv"');
  const notes = await get(`/api/exports/weather.csv?${november}&notes=1`);
  expect(notes.text).toContain('Report,Sessions by weather\r\nProgramme,Stepping Out\r\n');
  expect(notes.text).toContain('Weather,As the worker put it down.\r\n');
});

test('the added report is handed out as a workbook', async () => {
  const token = held.team.coordinator.fullToken;
  const response = await held.world.server.app.request(`/api/exports/weather.xlsx?${november}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const sheets = sheetsIn(new Uint8Array(await response.arrayBuffer()));
  expect([...sheets.keys()]).toEqual(['About', 'Definitions', 'Weather']);
  expect(sheets.get('Weather')?.map((row) => row.map(({ value }) => value))).toEqual([
    ['Weather', 'Sessions'],
    ['Dry', 1],
    ['Rain', 2],
    ['All 2', 3],
  ]);
});

test('each file of the added report is in the log with what was asked for; a look from a desk and the notes are not', async () => {
  const before = (await logged()).length;
  await get(`/api/reports/weather?${november}`);
  await get(`/api/exports/weather.csv?${november}&notes=1`);
  expect(await logged()).toHaveLength(before);
  await get(`/api/exports/weather.csv?${november}&weather=rain`);
  const lines = await logged();
  expect(lines).toHaveLength(before + 1);
  expect(lines.at(-1)).toMatchObject({
    actorName: 'Cora',
    detail: { from: '2026-11-01', to: '2026-11-30', weather: 'rain' },
  });
});

test('the added report describes itself, its answer included', async () => {
  const { paths } = (await get('/api/openapi.json')).body;
  const { summary, parameters, responses } = paths['/api/reports/weather'].get;
  expect(summary).toContain('Sessions by the weather they had');
  expect(parameters.map(({ name }: { name: string }) => name)).toEqual(['from', 'to', 'period', 'weather']);
  const { properties } = responses['200'].content['application/json'].schema;
  expect(properties.lines.items.properties.sessions).toEqual({ type: 'number' });
  expect(Object.keys(properties)).toEqual(['lines', 'notes', 'definitions']);
  expect(Object.keys(paths['/api/exports/weather.csv'].get.responses['200'].content)).toEqual([
    'text/csv; charset=utf-8',
  ]);
});

test('an address that names a period fetches other days next month, and what is wrong with one is said', async () => {
  const files = async (query: string) =>
    (await get(`/api/exports/weather.csv?${query}`)).headers
      .get('Content-Disposition')
      ?.match(/weather-(.*)\.csv/)?.[1];
  expect(await files('period=this-month')).toBe('2026-11-01-2026-11-30');
  const { clock } = held.world;
  const now = clock.ms;
  // Half past midnight in London is still November elsewhere.
  clock.ms = Date.parse('2027-05-31T23:30:00.000Z');
  expect(await files('period=last-month')).toBe('2027-05-01-2027-05-31');
  clock.ms = now;
  const fault = async (query: string) => {
    const { status, body } = await get(`/api/exports/weather.csv?${query}`);
    return [status, body.detail];
  };
  expect(await fault('')).toEqual([
    400,
    expect.stringMatching(/^period: one of this-week, .*last-month.*from and to$/),
  ]);
  expect(await fault('from=2026-11-01')).toEqual([400, expect.stringContaining('one of this-week')]);
  expect(await fault('period=ever')).toEqual([400, expect.stringMatching(/^period: .*last-month/)]);
  expect(await fault(`period=last-month&${november}`)).toEqual([400, 'period: either a period, or from and to']);
  expect(await fault('from=2026-11-30&to=2026-11-01')).toEqual([400, 'to: before from']);
  expect(await fault('from=2016-11-30&to=2026-11-01')).toEqual([400, 'to: more than three years after from']);
  expect((await logged()).at(-1)).toMatchObject({ detail: { period: 'last-month', from: '2027-05-01' } });
});

test('a report is handed no record of a type it does not name', async () => {
  const { weatherReport } = await import('./weather.ts');
  const { readingOf } = await import('#server/reports/reading.ts');
  const { store } = held.world.server;
  const period = { from: '2026-11-01', to: '2026-11-30' };
  const reading = readingOf(store.reader, store.programme, [], period, weatherReport, '2026-11-22');
  await expect(reading.rows('person')).rejects.toThrow('reads person');
  await expect(reading.answers()).rejects.toThrow('counts answers');
});
