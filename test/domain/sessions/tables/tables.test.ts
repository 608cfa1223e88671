import { expect, test } from 'vitest';
import { tablesReport } from '#domain/sessions/tables/report.ts';
import { rowOfType } from '#test/domain/records/builders.ts';
import { begin, type Made, madeUp, readingOf } from '../figures/programme.ts';
import { everyAttendance, type One } from '../figures/recount.ts';

/** The tables of a return are held against a recount that shares nothing with them, over programmes made up by chance. */

const period = { from: '2026-09-01', to: '2026-10-15' };
const today = '2026-12-31';
const dayMs = 86_400_000;
const tablesOf = (made: Made, profile: 'internal' | 'funder' = 'internal') =>
  tablesReport.fold(readingOf(made, period), { ...period, profile });

const inside = ({ day }: One) => day >= period.from && day <= period.to;
const named = (every: readonly One[]) => every.filter(({ person }) => person !== null);
const apart = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / dayMs);

/** How people came, counted person by person from all their days. */
function comingByHand(every: readonly One[]) {
  const days = Map.groupBy(named(every), ({ person }) => String(person));
  const people = [...days.values()].map((own) => {
    const all = own.map(({ day }) => day).sort();
    const within = own
      .filter(inside)
      .map(({ day }) => day)
      .sort();
    const regular = within.some((_, at) => at >= 3 && apart(within[at - 3] ?? '', within[at] ?? '') < 56);
    return { first: all[0] ?? '', last: all.at(-1) ?? '', n: within.length, regular };
  });
  const came = people.filter(({ n }) => n > 0);
  const isNew = came.filter(({ first }) => first >= period.from);
  const could = isNew.filter(({ first }) => apart(first, today) >= 28);
  return [
    came.length,
    isNew.length,
    came.length - isNew.length,
    came.filter(({ n }) => n === 1).length,
    came.filter(({ n }) => n >= 2 && n <= 4).length,
    came.filter(({ n }) => n >= 5 && n <= 9).length,
    came.filter(({ n }) => n >= 10).length,
    came.filter(({ regular }) => regular).length,
    could.length,
    could.filter(({ first, last }) => apart(first, last) >= 28).length,
  ];
}

test('new, returning, regular and kept are what a recount comes to, and every table adds up', async () => {
  for (let seed = 1; seed <= 800; seed += 1) {
    const made = madeUp(seed);
    const every = everyAttendance(made);
    const { coming, places, people, wards, months, team } = await tablesOf(made);
    expect(
      coming.map(({ people: n }) => n),
      `${seed}`,
    ).toEqual(comingByHand(every));
    const attendances = every.filter(inside).length;
    for (const { lines, total } of [places, wards]) {
      expect(total.all, `${seed}`).toBe(attendances);
      expect(
        lines.reduce((sum, { all }) => sum + Number(all), 0),
        `${seed}`,
      ).toBe(attendances);
    }
    expect(people.total.all, `${seed}`).toBe(coming[0]?.people);
    expect(
      people.lines.flatMap(({ cells }) => cells).reduce<number>((sum, n) => sum + Number(n), 0),
      `${seed}`,
    ).toBe(people.total.all);
    for (const { planned, by, lost } of months) {
      expect(by.delivered + by.weather + by.lost + by.open, `${seed}`).toBe(planned);
      expect(
        Object.values(lost).reduce((sum, n) => sum + n, 0),
        `${seed}`,
      ).toBe(by.weather + by.lost);
    }
    const sessions = new Map(every.filter(inside).map((one) => [one.session, one]));
    // A session nobody came to was run all the same.
    const least = [...sessions.values()].reduce((sum, one) => sum + one.team.length * one.minutes, 0);
    expect(
      team.reduce((sum, { minutes }) => sum + minutes, 0),
      `${seed}`,
    ).toBeGreaterThanOrEqual(least);
  }
});

test('what is hidden in one table stands in no other, and quality says no more than the table of people', async () => {
  let hidden = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const { people, coming, quality } = await tablesOf(madeUp(seed), 'funder');
    expect(coming[0]?.people, `${seed}`).toBe(people.total.all);
    const at = people.columns.findIndex(({ code }) => code === 'NK');
    const notKnown = quality.find(({ code }) => code === 'no-gender')?.n;
    if (at >= 0) expect(notKnown, `${seed}`).toBe(people.total.cells[at]);
    if (typeof notKnown !== 'number') hidden += 1;
    for (const { people: n } of coming) if (typeof n === 'number') expect(n === 0 || n >= 5, `${seed}`).toBe(true);
  }
  expect(hidden).toBeGreaterThan(20);
});

test('a ward tells no small park, and a park no small activity', async () => {
  const session = (id: string, site: string, activity: string) =>
    rowOfType('session', id, {
      ...{ site, day: '2026-09-10', status: { is: 'finished', reopened: 0 }, [`activity/${activity}`]: true },
      ...{ actualStart: '2026-09-10T15:00:00.000Z', actualEnd: '2026-09-10T16:00:00.000Z' },
    });
  const came = (id: string, n: number) =>
    rowOfType('tally', `${id}-tally`, {
      session: id,
      day: '2026-09-10',
      ageBand: '10-12',
      n,
      at: '2026-09-10T15:30:00.000Z',
    });
  const made = {
    partner: [rowOfType('partner', 'gravesend', { name: 'Gravesend' }, { scope: 'programme' })],
    site: ['small', 'large', 'other'].map((id) =>
      rowOfType('site', id, { name: id, ward: id === 'other' ? 'Riverside' : 'Chalk' }, { scope: 'programme' }),
    ),
    session: [session('a', 'small', 'ball'), session('b', 'large', 'ball'), session('c', 'other', 'ball')],
    tally: [came('a', 3), came('b', 40), came('c', 20)],
  };
  const { places, wards } = await tablesOf(made, 'funder');
  const park = (id: string) => places.lines.find(({ words }) => words[0] === id)?.all;
  const ward = (name: string) => wards.lines.find(({ words }) => words[0] === name)?.all;
  expect(park('small')).toBe('few');
  const known = (n: unknown): n is number => typeof n === 'number';
  // What Chalk comes to, less the large park in it; or all, less the large one and what the other ward comes to.
  expect(known(ward('Chalk')) && known(park('large'))).toBe(false);
  expect([places.total.all, park('large'), ward('Riverside') ?? park('other')].every(known)).toBe(false);
});

test('nobody and nothing is a table of zeros', async () => {
  const { coming, places, months } = await tablesOf({});
  expect(begin < period.from).toBe(true);
  expect([places.total.all, coming[0]?.people, months.length]).toEqual([0, 0, 0]);
});
