import { expect, test } from 'vitest';
import { allReports } from '#domain/all-reports.ts';
import { readCsv } from '#domain/reports/csv-read.ts';
import { demoOffice } from './demo-office.ts';
import { ask } from './world.ts';

/**
 * A coordinator is asked: how many different young people under 13 came in October, by gender and park, and how many sessions were
 * lost to weather? The report's answer is held against the file with names, counted by hand as a spreadsheet would.
 */

const october = 'from=2026-10-01&to=2026-10-31';
const question = `${october}&measure=people&rows=park&columns=gender&ages=00-09,10-12`;

const office = demoOffice();

const { get } = office;

type Came = { session: string; site: string; person: string; ageBand: string; gender: string; level: string };
type Line = { words: string; cells: (number | string)[]; all: number | string };

/** From the file with names: who is under 13, once in each park and once in all. */
async function byHand() {
  const named = await get(`/api/reports/attendance?${october}&names=yes&reason=to+count+by+hand`);
  const sessions = await get(`/api/reports/sessions?${october}`);
  const delivered = new Set(
    sessions.body.lines
      .filter(
        ({ status, minutes }: { status: string; minutes: number }) =>
          ['finished', 'shortened', 'moved'].includes(status) && minutes >= 1,
      )
      .map(({ session }: { session: string }) => session),
  );
  const young = (named.body.lines as Came[]).filter(
    ({ session, ageBand, level }) =>
      delivered.has(session) &&
      ['00-07', '08-09', '10-12'].includes(ageBand) &&
      ['joined_in', 'helped'].includes(level),
  );
  const different = (who: (one: Came) => boolean) => new Set(young.filter(who).map(({ person }) => person)).size;
  const genders = ['F', 'M', 'NK'];
  const row = (words: string, at: (one: Came) => boolean) => ({
    words,
    cells: genders.map((code) => different((one) => at(one) && one.gender === code)),
    all: different(at),
  });
  const parks = [...new Set(young.map(({ site }) => site))].sort();
  return { parks: parks.map((site) => row(site, (one) => one.site === site)), all: row('All', () => true) };
}

const plain = ({ words, cells, all }: Line) => ({ words, cells, all });

test('different young people under 13 by park and gender are who the file with names holds, each once', async () => {
  const { body } = await get(`/api/reports/figures?${question}&profile=internal`);
  const should = await byHand();
  expect(body.columns.map(({ words }: { words: string }) => words)).toEqual(['Girls', 'Boys', 'Not recorded']);
  expect(body.lines.map(plain).sort((a: Line, b: Line) => (a.words < b.words ? -1 : 1))).toEqual(should.parks);
  expect(plain(body.total)).toEqual(should.all);
  // Whoever came to two parks is in both rows and once in the total.
  expect(should.parks.reduce((sum, { all }) => sum + all, 0)).toBeGreaterThan(should.all.all);
  expect(body.shares).toBe(true);
});

test('the sessions lost to weather stand on the same page, and add up to what was planned', async () => {
  const { body } = await get(`/api/reports/figures?${question}`);
  const n = (code: string) => body.did.find((line: { code: string }) => line.code === code).now;
  expect(n('weather')).toBe(3);
  expect(n('delivered') + n('weather') + n('lost') + n('open')).toBe(n('planned'));
});

test('attendances at sessions not delivered are in no sum, and how many is for ourselves', async () => {
  const all = 'from=2026-09-01&to=2026-12-31';
  const { body: ours } = await get(`/api/reports/figures?${all}&profile=internal`);
  const { body: theirs } = await get(`/api/reports/figures?${all}`);
  expect(theirs.elsewhere).toBe(ours.elsewhere === 0 ? 0 : 'hidden');
});

test('the other period needs both its days, in their order', async () => {
  for (const [asked, words] of [
    ['vsFrom=2026-09-01', 'vsTo: both'],
    ['vsFrom=2026-09-30&vsTo=2026-09-01', 'vsTo: before vsFrom'],
    ['vsFrom=2010-01-01&vsTo=2026-09-01', 'vsTo: more than three years'],
  ])
    for (const path of ['/api/reports/figures', '/api/exports/figures.csv', '/api/papers/pack.html']) {
      const { status, body } = await get(`${path}?${october}&${asked}`);
      expect([path, status, body?.detail]).toEqual([path, 400, expect.stringContaining(String(words))]);
    }
});

test('in the funder’s file nobody is in a group of 1 to 4, whatever it is asked for', async () => {
  const { text } = await get(`/api/exports/figures.csv?${question}`);
  const cells = text
    .split('\r\n')
    .slice(1)
    .flatMap((line) => line.split(',').slice(1));
  expect(cells.filter((cell) => /^[1-4]$/.test(cell))).toEqual([]);
  expect(cells).toContain('<5');
  expect(cells).toContain('[c]');
});

test('a token for numbers gets no small number, and says what to ask for', async () => {
  const { body } = await ask(
    office.server,
    'POST',
    '/api/export-tokens',
    { name: 'The board' },
    { cookie: office.cookie },
  );
  const asked = (profile: string) =>
    ask(office.server, 'GET', `/api/exports/figures.csv?${question}&profile=${profile}`, undefined, {
      token: body.token,
    });
  expect((await asked('internal')).status).toBe(403);
  expect((await asked('funder')).status).toBe(200);
});

test('no file of attendance or sessions without names holds a small number, by park, month and age or by session', async () => {
  const cellsOf = async (path: string) =>
    (await get(path)).text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(2));
  const year = 'from=2026-01-01&to=2026-12-31';
  const byPark = await cellsOf(`/api/exports/attendance.csv?${year}`);
  expect(byPark.length).toBeGreaterThan(5);
  expect(byPark.flat().filter((cell) => /^[1-4]$/.test(cell))).toEqual([]);
  // A month begun holds groups that are hidden.
  const begun = await cellsOf('/api/exports/attendance.csv?from=2026-10-01&to=2026-10-06');
  expect(begun.flat().filter((cell) => /^[1-4]$/.test(cell))).toEqual([]);
  expect(begun.flat()).toContain('[c]');
  const internal = (await get(`/api/reports/figures?${year}&profile=internal`)).body;
  // What they come to is every attendance there was, as the figures have it.
  const last = byPark.at(-1)?.at(-1);
  expect(['[c]', String(internal.total.all)]).toContain(last);
  const [head = ''] = (await get(`/api/exports/sessions.csv?${year}`)).text.split('\r\n');
  expect(head).not.toMatch(/named|counted|attendances|contacts/);
});

/** What is no number of people, by the end of its heading. */
const notOfPeople =
  /minutes|team|boxes|10s|things|target|incomplete|owed|weeks|given_out|days_to|told_at|^n$|planned|delivered|lost|to_come|hours|turns|percent|what|number|of$|month|day|from$/;
/** Tables that count sessions, ideas or the team. */
const others = ['months', 'team', 'quality', 'did', 'totals'];

test('no report without names holds a group of 1 to 4 people, whatever is asked of it', async () => {
  // Of answers none is told before five are there: decision 44.
  for (const { name, tables } of allReports.filter((report) => report.name !== 'answers'))
    for (const { name: table } of tables) {
      if (others.includes(table)) continue;
      const which = tables.length > 1 ? `&table=${table}` : '';
      const { status, text } = await get(`/api/exports/${name}.csv?${october}${which}`);
      expect(status, name).toBe(200);
      const [head = [], ...rows] = readCsv(text.replace('\uFEFF', ''), ',').map(({ cells }) => cells);
      const small = rows.flatMap((row) =>
        row.flatMap((cell, at) =>
          /^[1-4]$/.test(cell) && !notOfPeople.test(head[at] ?? '') ? `${head[at]}: ${cell}` : [],
        ),
      );
      expect(small, `${name} ${table}`).toEqual([]);
    }
});

test('a token for numbers is refused what is for ourselves, as a file and as a screen', async () => {
  const { body } = await ask(
    office.server,
    'POST',
    '/api/export-tokens',
    { name: 'The board, all' },
    { cookie: office.cookie },
  );
  const { token } = body;
  for (const report of allReports) {
    if (!('profile' in report.query)) continue;
    const { name } = report;
    const as = (path: string) => ask(office.server, 'GET', `${path}${october}`, undefined, { token });
    expect((await as(`/api/exports/${name}.csv?profile=internal&`)).status, name).toBe(403);
    expect((await as(`/api/exports/${name}.json?`)).status, name).toBe(200);
    if ('screenIsOurs' in report) expect((await as(`/api/reports/${name}?`)).status, name).toBe(403);
  }
});
