// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { Exports } from '#app/desk/exports.tsx';
import { deskOf, office, stand } from '#test/features/desk-stand.tsx';
import {
  entryOf,
  markWrite,
  personWrite,
  push,
  sessionWrite,
  siteWrite,
  tallyWrite,
  type World,
} from '#test/server/world.ts';

/** The coordinator's report: what is asked stands in the address, what may not be told is not, and each number leads on. */

const november = 'from=2026-11-01&to=2026-11-30';
const hill = 'windmill-hill';

type Team = Parameters<NonNullable<Parameters<typeof office>[0]>>[1];

const status = (is: string) => ({ status: { is, reopened: 0 } });
const hours = (day: string) => ({ day, actualStart: `${day}T12:00:00.000Z`, actualEnd: `${day}T14:00:00.000Z` });

/** Two parks this November, two sessions lost to weather, and one session the November before. */
async function filled({ a, ...world }: World, { worker, coordinator }: Team) {
  const all = { a, ...world };
  await push(all, coordinator, [
    entryOf(coordinator, [siteWrite(hill), siteWrite('woodlands', { name: 'Woodlands Park' })]),
  ]);
  const came = async (day: string, site: string, girls: number, boys: number, counted: number) => {
    const session = uuidv7();
    const people = [...Array<string>(girls).fill('F'), ...Array<string>(boys).fill('M')].map((gender) => ({
      id: uuidv7(),
      gender,
    }));
    const at = { at: `${day}T14:00:00.000Z` };
    const { length } = await push(all, worker, [
      entryOf(worker, [sessionWrite(a, session, { site, ...hours(day), ...status('finished') })], at),
      entryOf(
        worker,
        people.map(({ id, gender }) => personWrite(a, id, { gender, ageBand: '10-12', ageBandOn: day })),
        at,
      ),
      entryOf(
        worker,
        [
          ...people.map(({ id }) => markWrite(worker, a, session, id, { day, at: `${day}T12:05:00.000Z` })),
          tallyWrite(worker, a, session, { day, n: counted, at: `${day}T12:10:00.000Z` }),
        ],
        at,
      ),
    ]);
    expect(length).toBe(3);
  };
  await came('2026-11-22', hill, 8, 2, 3);
  await came('2026-11-21', 'woodlands', 7, 6, 5);
  await came('2025-11-15', hill, 6, 6, 5);
  for (const reason of ['rain/wind', 'lightning'])
    await push(all, worker, [
      entryOf(worker, [sessionWrite(a, uuidv7(), { site: hill, ...status('cancelled'), reason })]),
    ]);
}

const here = office(filled);

function ExportsAndAddress() {
  const { search } = useLocation();
  return (
    <>
      <Exports />
      <p data-testid="address">{search}</p>
    </>
  );
}

const asked = (more: string, period = november) =>
  stand(deskOf(here.world, here.ann), ExportsAndAddress, `/desk/exports?${period}&${more}`);
const address = () => new URLSearchParams(screen.getByTestId('address').textContent ?? '');
const choose = async (label: string, words: string) =>
  userEvent.selectOptions(await screen.findByLabelText(label), words);
const rowOf = async (caption: string, head: RegExp) =>
  within(await screen.findByRole('table', { name: caption })).findByRole('row', { name: head });

describe('a question', () => {
  it('asked by the picks stands in the address and in the table', async () => {
    asked('for=internal');
    await rowOf('Young people by age', /^10–12/);
    await choose('Rows', 'by park');
    expect((await rowOf('Young people by park', /^Windmill Hill/)).textContent).toMatch(/^Windmill Hill8210/);
    await choose('What is counted', 'Attendances');
    expect(await rowOf('Attendances by park', /^Woodlands Park/)).toBeTruthy();
    await choose('Ages', 'Under 10');
    expect(await screen.findByText('Nobody yet')).toBeTruthy();
    expect(Object.fromEntries(address())).toMatchObject({ rows: 'park', count: 'attendances', ages: '00-09' });
  });

  it('from an address shows what it showed: rows, who reads it, and in words what it shows', async () => {
    asked('for=internal&count=attendances&rows=park');
    expect((await rowOf('Attendances by park', /^All parks/)).textContent).toMatch(/^All parks23831/);
    expect(screen.getByLabelText<HTMLSelectElement>('Who reads it').value).toBe('internal');
    expect(screen.getByText('31 attendances')).toBeTruthy();
    expect(screen.getByText('Everything is shown: not to be passed on.')).toBeTruthy();
  });

  it('is asked with the keyboard alone, and a number is opened with it', async () => {
    asked('for=internal&count=attendances');
    const rows = await screen.findByLabelText('Rows');
    for (let steps = 0; document.activeElement !== rows && steps < 60; steps += 1) await userEvent.tab();
    expect(document.activeElement).toBe(rows);
    const number = await screen.findAllByRole('link', { name: '13' });
    for (let steps = 0; !number.includes(document.activeElement as HTMLElement) && steps < 60; steps += 1)
      await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('another screen')).toBeTruthy();
  });
});

describe('what a funder may not see', () => {
  it('is a code in the table, with what it means below it, and is read out in words', async () => {
    asked('rows=park');
    const row = await rowOf('Young people by park', /^Windmill Hill/);
    expect(within(row).getByText('<5').getAttribute('aria-hidden')).toBe('true');
    expect(within(row).getByText('fewer than five')).toBeTruthy();
    expect(within(row).queryByText('2')).toBeNull();
    const table = screen.getByRole('table', { name: 'Young people by park' });
    expect(within(table).getAllByText('[c]')[0]?.getAttribute('aria-hidden')).toBe('true');
    expect(within(table).getAllByText('hidden').length).toBeGreaterThan(0);
    expect(screen.getByText(/is hidden so that a <5 cannot be worked out/)).toBeTruthy();
  });
});

describe('a number', () => {
  it('opens the sessions it is of: those of its park, or all', async () => {
    asked('for=internal&count=attendances');
    const row = await rowOf('Attendances by park', /^Windmill Hill/);
    expect(within(row).getByRole('link', { name: '13' }).getAttribute('href')).toBe(
      `/desk/sessions?${november}&state=delivered&site=${hill}`,
    );
    const did = await rowOf('What we did', /^Sessions delivered/);
    expect(within(did).getByRole('link', { name: '2' }).getAttribute('href')).toBe(
      `/desk/sessions?${november}&state=delivered`,
    );
  });

  it('stands beside that of a year before; where there was no session then, beside none', async () => {
    asked('for=internal&count=attendances');
    expect((await rowOf('Attendances by park', /^All parks/)).textContent).toBe('All parks2383117+14');
    const did = await rowOf('What we did', /^Attendances/);
    expect(within(did).getByText('17')).toBeTruthy();
    expect(within(did).getByText('+14')).toBeTruthy();
    expect(within(did).getByText('+82.4%')).toBeTruthy();
    await choose('Beside', 'beside: the days before');
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: 'Change' })).toBeNull());
    expect(screen.queryByText('+14')).toBeNull();
  });
});

it('sessions lost to weather open their reasons', async () => {
  asked('');
  const row = await rowOf('What we did', /^Sessions lost to weather/);
  const opens = within(row).getByRole('button', { name: /Sessions lost to weather or light/ });
  expect(opens.getAttribute('aria-expanded')).toBe('false');
  opens.focus();
  await userEvent.keyboard('{Enter}');
  expect(opens.getAttribute('aria-expanded')).toBe('true');
  const reasons = await rowOf('What we did', /Rain or wind 1/);
  expect(reasons.textContent).toMatch(/Rain or wind 1.*Lightning 1/);
});

it('a kept question is opened, renamed and closed; it asks for its period anew', async () => {
  asked('count=attendances&rows=month&for=internal', 'period=last-month');
  await userEvent.click(await screen.findByRole('button', { name: 'Keep this question' }));
  const sheet = await screen.findByRole('dialog');
  await userEvent.type(within(sheet).getByLabelText('Name'), 'The council’s month');
  await userEvent.click(within(sheet).getByRole('button', { name: /^(Add|Save|Keep)/ }));
  const kept = await screen.findByRole('link', { name: 'The council’s month' });
  expect(kept.getAttribute('aria-current')).toBe('true');
  await choose('Rows', 'by park');
  await waitFor(() => expect(kept.getAttribute('aria-current')).toBeNull());
  await userEvent.click(screen.getByRole('link', { name: 'The council’s month' }));
  expect(Object.fromEntries(address())).toMatchObject({ period: 'last-month', rows: 'month', count: 'attendances' });
  await userEvent.click(await screen.findByRole('button', { name: 'Change its name' }));
  const again = await screen.findByRole('dialog');
  await userEvent.clear(within(again).getByLabelText('Name'));
  await userEvent.type(within(again).getByLabelText('Name'), 'The board’s month');
  await userEvent.click(within(again).getByRole('button', { name: /^Save/ }));
  expect(await screen.findByRole('link', { name: 'The board’s month' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Change its name' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Keep it no longer' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'The board’s month' })).toBeNull());
});
