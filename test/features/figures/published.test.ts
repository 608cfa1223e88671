import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId, say } from '#db/person.ts';
import { shownOne } from '#db/shown.ts';
import type { Gender } from '#domain/codes.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { instantAt } from '#domain/time.ts';
import { count } from '#features/register/actions.ts';
import { editSession, startSession } from '#features/sessions/actions.ts';
import { type OpenServer, openServer } from '#server/open.ts';
import { enrolledPhone, json, type OpenPhone } from '#test/features/open-phone.ts';
import { create } from '#test/saying.ts';
import { sheetsIn, unzip } from '#test/server/workbook.ts';

/**
 * Figures that programmes published, counted on a phone through the app's own actions and printed from the server: 844, 205 and 7
 * engaged, which is 1,056; 68 and 64, which is 132; and two periods side by side, −9.2 % and no percentage of nothing.
 */

const parks = { derby: '', inspire: '', total: '', cycles: '', deaths: '' };
let server: OpenServer;
let folder: string;
let desk: OpenPhone;
let phone: OpenPhone;
let partner = '';

const at = (day: string, time: string) => vi.setSystemTime(Date.parse(instantAt(day, time)));

/** One session, in which so many of each were counted; a phone counts at most a thousand in one tap. */
async function session(day: string, site: string, counted: Partial<Record<Gender, number>>): Promise<void> {
  const id = newId();
  at(day, '16:00');
  await startSession({ id, partner, site, timeZone: 'Europe/London', activities: [] });
  const stands = () => phone.unlocked.store.read((tx) => shownOne(tx, 'session', id));
  const now = async () => {
    const found = await stands();
    if (!found) throw new Error('the session is not there');
    return found;
  };
  for (const [code, all] of Object.entries(counted)) {
    const gender = code as Gender; // the keys of that record
    for (let left = all; left > 0; left -= 500)
      await count(await now(), { ageBand: '13-15', n: Math.min(left, 500), gender });
  }
  await editSession(await now(), { actualEnd: instantAt(day, '18:00'), status: { is: 'finished', reopened: 0 } });
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  at('2018-03-01', '09:00');
  folder = mkdtempSync(join(tmpdir(), 'bandstand-'));
  server = await openServer({ dataDir: folder, now: Date.now });
  const set = await json(server, 'POST', '/api/setup', {
    ...{ code: server.setupCode, programmeName: 'Safer Places', name: 'Priya N', passphrase: 'three warm words' },
    partners: ['Refocus Project'],
  });
  desk = await enrolledPhone(server, set.enrolCode);
  await desk.sync();
  await say(
    Object.keys(parks).map((name) => {
      const made = create('site', newId(), programmeScope, { name: `Park ${name}` });
      parks[name as keyof typeof parks] = made.id; // its own keys
      return made;
    }),
  );
  await desk.sync();
  const { records } = await json(server, 'GET', '/api/records?type=partner', undefined, desk.token);
  partner = records[0].id;
  const member = await json(
    server,
    'POST',
    '/api/team',
    { name: 'Will', roles: [{ role: 'worker', partner }], vetted: true, firstAider: true },
    desk.token,
  );
  const { code } = await json(server, 'POST', `/api/team/${member.id}/codes`, {}, desk.token);
  phone = await enrolledPhone(server, code);
  await phone.sync();
  await phone.inHand();
  const periods = [
    ['2018-05-12', 5915, 44, 0],
    ['2019-05-11', 5370, 26, 2],
  ] as const;
  for (const [day, total, cycles, deaths] of periods) {
    await session(day, parks.total, { NK: total });
    await session(day, parks.cycles, { NK: cycles });
    if (deaths > 0) await session(day, parks.deaths, { NK: deaths });
  }
  await session('2019-10-05', parks.derby, { M: 500, F: 205 });
  await session('2019-10-12', parks.derby, { M: 344, PNS: 7 });
  await session('2019-11-02', parks.inspire, { M: 68, F: 64 });
  await phone.sync();
}, 120_000);

afterAll(async () => {
  vi.useRealTimers();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string) => json(server, 'GET', path, undefined, desk.token);
const bytes = async (path: string): Promise<Uint8Array> => {
  const response = await server.app.request(path, {
    headers: { Authorization: `Bearer ${desk.token}`, 'X-Bandstand': '1' },
  });
  return new Uint8Array(await response.arrayBuffer());
};

const byGender = (days: string) => `${days}&measure=attendances&rows=gender&columns=none`;
const autumn = 'from=2019-10-01&to=2019-10-31';

test('844, 205 and 7 come to 1,056: on the screen, as CSV and in the workbook', async () => {
  const { lines, total } = await get(`/api/reports/figures?${byGender(autumn)}`);
  expect(lines.map(({ code, all }: { code: string; all: number }) => [code, all])).toEqual([
    ['F', 205],
    ['M', 844],
    ['PNS', 7],
  ]);
  expect(total.all).toBe(1056);
  const csv: string = await get(`/api/exports/figures.csv?${byGender(autumn)}`);
  expect(
    csv
      .split('\r\n')
      .slice(1, 5)
      .map((line) => line.split(',')[1]),
  ).toEqual(['205', '844', '7', '1056']);
  const sheets = sheetsIn(await bytes(`/api/exports/figures.xlsx?${byGender(autumn)}`));
  const rows = sheets.get('Figures') ?? [];
  expect(rows.slice(1).map(([, n]) => n?.value)).toEqual([205, 844, 7, 1056]);
});

test('68 and 64 come to 132', async () => {
  const { lines, total } = await get(`/api/reports/figures?${byGender('from=2019-11-01&to=2019-11-30')}`);
  expect(lines.map(({ all }: { all: number }) => all)).toEqual([64, 68]);
  expect(total.all).toBe(132);
});

const compared =
  'from=2019-04-01&to=2019-08-31&vsFrom=2018-04-01&vsTo=2018-08-31&measure=attendances&rows=park&columns=none&profile=internal';

test('two periods side by side: −545 is −9.2 %, −18 is −40.9 %, and of nothing there is no percentage', async () => {
  const { lines } = await get(`/api/reports/figures?${compared}`);
  const found = lines.map(({ words, before, all, change }: Record<string, unknown>) => [words, before, all, change]);
  expect(found).toEqual([
    ['Park total', 5915, 5370, { n: -545, percent: -9.2 }],
    ['Park cycles', 44, 26, { n: -18, percent: -40.9 }],
    ['Park deaths', 0, 2, { n: 2, percent: 'not-applicable' }],
  ]);
  const csv: string = await get(`/api/exports/figures.csv?${compared}`);
  expect(csv).toContain('Park total,5370,5915,');
  expect(csv).toMatch(/Park total,5370,5915,'?-545,'?-9\.2/);
  expect(csv).toMatch(/Park deaths,2,0,2,\[z\]/);
});

test('the same figures stand in the paper for the committee, in Word and in print', async () => {
  const asked = 'from=2019-10-01&to=2019-10-31&vsFrom=2019-11-01&vsTo=2019-11-30';
  const word = unzip(await bytes(`/api/papers/committee.docx?${asked}`)).get('word/document.xml') ?? '';
  const print = new TextDecoder().decode(await bytes(`/api/papers/committee.html?${asked}`));
  for (const text of [word, print]) {
    expect(text).toContain('1,056');
    expect(text).toContain('132');
    // 924 more than 132.
    expect(text).toMatch(/\+?924/);
    expect(text).toMatch(/\+?700%?/);
  }
});
