// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '#domain/time.ts';
import { WeeklyAgain } from '#features/programme/weekly.tsx';
import { deskOf, office, slow, stand } from '#test/features/desk-stand.tsx';
import { sessionWrite, siteWrite, taken } from '#test/server/world.ts';

/** What was planned every week is planned again for another season. */

const today = dayOf(Date.now());
const daysAgo = (n: number) => addDays(today, -n);
/** At four by any clock of the park. */
const times = (day: string) => ({ day, plannedStart: `${day}T16:00:00.000Z`, plannedEnd: `${day}T18:00:00.000Z` });
const planned = { status: { is: 'planned', reopened: 0 } };

const here = office(async (world, team) => {
  await taken(world, team.coordinator, [
    siteWrite('windmill-hill', { timeZone: 'UTC' }),
    siteWrite('stone-park', { name: 'Stone' }),
  ]);
  const of = (day: string, more: object = {}) =>
    sessionWrite(world.a, uuidv7(), { ...planned, ...times(day), 'activity/football': true, ...more });
  // Three weeks running at one park; one evening besides; and the second week to come is planned by hand.
  const held = [daysAgo(21), daysAgo(14), daysAgo(7), addDays(today, 14)].map((day) => of(day));
  await taken(world, team.coordinator, [...held, of(daysAgo(5)), of(daysAgo(4), { site: 'stone-park' })]);
});

const sessionsFrom = async (from: string) => {
  const { cookie } = here.ann;
  const path = `/api/sessions?from=${from}&to=${addDays(from, 60)}`;
  return (await here.world.say('GET', path, undefined, { cookie })).body.sessions;
};

test('a weekly series is planned again once, with its park, times and activities, around what is planned already', async () => {
  const user = userEvent.setup();
  stand(slow(deskOf(here.world, here.ann)), WeeklyAgain, '/desk/set-up');
  const group = within(await screen.findByRole('group', { name: /Plan again/ }));
  expect(group.getAllByRole('checkbox')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Plan the sessions' }));
  expect((await screen.findAllByText('Choose the first day.')).length).toBeGreaterThan(0);
  await user.click(group.getByRole('checkbox', { name: /16:00 to 18:00, Windmill Hill/ }));
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: addDays(today, 1) } });
  fireEvent.change(screen.getByLabelText('Last day'), { target: { value: addDays(today, 22) } });
  // The second of the three weeks is there.
  await user.dblClick(screen.getByRole('button', { name: 'Plan 2 sessions' }));
  expect(await screen.findByText('Saved')).toBeTruthy();
  const found = await sessionsFrom(addDays(today, 1));
  const days = [7, 14, 21].map((n) => addDays(today, n));
  expect(found.map(({ day }: { day: string }) => day).sort()).toEqual(days);
  expect(found).toEqual(
    days.map((day) =>
      expect.objectContaining({
        ...{ day, siteId: 'windmill-hill', partnerId: here.world.a, status: 'planned', activities: ['football'] },
        ...{ plannedStart: `${day}T16:00:00.000Z`, plannedEnd: `${day}T18:00:00.000Z` },
      }),
    ),
  );
});
