// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { Boxes } from '#app/desk/boxes.tsx';
import { Overview } from '#app/desk/overview.tsx';
import type { Write } from '#domain/records/entry.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { Sessions } from '#features/sessions/desk/sessions.tsx';
import { deskOf, office, stand } from '#test/features/desk-stand.tsx';
import { entryOf, factWrite, push, sessionWrite, siteWrite, tallyWrite } from '#test/server/world.ts';

/** The desk's figures beside each other: they divide, they are of one park, and two pages do not contradict each other. */

const november = 'from=2026-11-01&to=2026-11-30';
const [north, south] = ['windmill-hill', 'windmill-hill-south'];
const undone = uuidv7();

const times = (minutes: number) => ({
  actualStart: '2026-11-22T12:00:00.000Z',
  actualEnd: new Date(Date.parse('2026-11-22T12:00:00.000Z') + minutes * 60_000).toISOString(),
});
const set = (id: string, body: Record<string, unknown>): Write => ({
  ...{ op: 'create', type: 'set', id, scope: 'programme' },
  body: { status: 'active', ...body },
});

const here = office(async (world, { worker, coordinator }) => {
  const { a } = world;
  const counted = async (is: string, n: number, more: Record<string, unknown>) => {
    const id = uuidv7();
    const status = { is, reopened: 0 };
    await push(world, worker, [
      entryOf(worker, [sessionWrite(a, id, { status, ...more }), tallyWrite(worker, a, id, { n })]),
    ]);
  };
  await push(world, coordinator, [entryOf(coordinator, [siteWrite(north), siteWrite(south)])]);
  await counted('finished', 10, times(60));
  await counted('shortened', 5, { ...times(30), site: south });
  // Neither of these was delivered.
  await counted('running', 7, { actualStart: '2026-11-22T12:00:00.000Z' });
  await counted('abandoned', 2, times(10));
  await counted('finished', 5, times(0));
  // One +1, taken back on two phones.
  const slip = tallyWrite(worker, a, undone, { n: 1 });
  const back = () => tallyWrite(worker, a, undone, { n: -1, undoes: slip.id });
  const status = { is: 'finished', reopened: 0 };
  const then = { at: '2026-10-05T18:00:00.000Z' };
  await push(world, worker, [
    entryOf(worker, [sessionWrite(a, undone, { ...times(60), status, day: '2026-10-05' }), slip], then),
    entryOf(worker, [back()], then),
    entryOf(worker, [back()], then),
  ]);
  const moved = (body: Record<string, unknown>) =>
    factWrite(worker, 'movement', partnerScope(a), {
      n: 3,
      day: '2026-11-22',
      at: '2026-11-22T11:00:00.000Z',
      ...body,
    });
  await push(world, coordinator, [
    entryOf(coordinator, [
      set('set-frisbee', { name: 'Frisbee', kind: 'ITM', lowAt: 5 }),
      set('set-bottle', { name: 'Water bottle', kind: 'CON', lowAt: 24 }),
      set('set-light', { name: 'Floodlight', kind: 'ITM', lowAt: 0 }),
      set('set-box-u10', { name: 'Under-10s set', kind: 'U10', lowAt: 5, version: 1, 'part/1:set-frisbee': 1 }),
    ]),
  ]);
  const results = await push(world, worker, [
    entryOf(worker, [
      moved({ kind: 'received', set: 'set-frisbee', to: storeOf(a) }),
      moved({ kind: 'received', set: 'set-box-u10', to: storeOf(a) }),
    ]),
  ]);
  expect(results.map(({ result }) => result)).toEqual(['ok']);
});

describe('the tiles of the overview', () => {
  it('divide: attendances over sessions is what came to each', async () => {
    stand(deskOf(here.world, here.ann), Overview, `/desk?${november}`);
    const attendances = Number((await screen.findByRole('link', { name: '15' })).textContent);
    const sessions = Number(screen.getByRole('link', { name: '2' }).textContent);
    expect(screen.getByText('0 named + 15 counted')).toBeTruthy();
    expect(screen.getByText((attendances / sessions).toFixed(1))).toBeTruthy();
    expect(screen.getByText('1 h 30 of sessions')).toBeTruthy();
    const others = screen.getByRole('link', { name: '14 more at sessions not delivered' });
    expect(others.getAttribute('href')).toContain('state=others');
  });

  it('lead to the rows they are the sum of', async () => {
    for (const [state, came] of [
      ['delivered', '15'],
      ['others', '14'],
    ]) {
      stand(deskOf(here.world, here.ann), Sessions, `/desk/sessions?${november}&state=${state}`);
      const foot = (await screen.findByRole('rowheader', { name: /sessions?$/ })).closest('tr');
      expect(within(foot as HTMLElement).getAllByRole('cell')[2]?.textContent).toBe(came);
      cleanup();
    }
  });
});

it('two parks of one name are two parks', async () => {
  for (const [site, n] of [
    [north, '4 of 5'],
    [south, '1 of 5'],
  ]) {
    stand(deskOf(here.world, here.ann), Sessions, `/desk/sessions?${november}&site=${site}`);
    expect(await screen.findByText(n ?? '')).toBeTruthy();
    cleanup();
  }
});

it('a count that was taken back twice is zero on the desk and in the file', async () => {
  const period = 'from=2026-10-01&to=2026-10-31';
  const { body } = await here.world.say('GET', `/api/sessions?${period}`, undefined, { cookie: here.ann.cookie });
  expect(body.totals).toMatchObject({ counted: 0, attendances: 0 });
  const { text } = await here.world.say('GET', `/api/exports/sessions.csv?${period}&profile=internal`, undefined, {
    cookie: here.ann.cookie,
  });
  const [head = '', row = ''] = text.split('\r\n').map((line: string) => line.split(','));
  expect(row[head.indexOf('counted')]).toBe('0');
  expect(row[head.indexOf('attendances_10-12')]).toBe('0');
  expect(text.split('\r\n')[1]).not.toMatch(/,-\d/);
});

describe('what is low', () => {
  it('is low on Stock and to be bought on Reorder', async () => {
    stand(deskOf(here.world, here.ann), Boxes, '/desk/boxes');
    expect(await screen.findByText(/Frisbee 3 of 5/)).toBeTruthy();
    expect(screen.getByText(/Water bottle 0 of 24/)).toBeTruthy();
    expect(screen.queryByText(/Floodlight 0 of 0/)).toBeNull();
    cleanup();
    stand(deskOf(here.world, here.ann), Boxes, '/desk/boxes?part=reorder');
    const row = await screen.findByRole('row', { name: /^Frisbee/ });
    // Two to be left with five, and two more for the two boxes that are low.
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual([...['2', '0', '5', '3', '0', '4']]);
    expect(screen.getByText(/parts for 2 × Under-10s set/)).toBeTruthy();
    expect(screen.queryByText(/Nothing to buy/)).toBeNull();
  });
});
