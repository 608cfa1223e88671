// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPerson, setOpenPerson } from '#db/person.ts';
import { readRunning } from '#db/running.ts';
import { nobodyTwice } from '#domain/people/alias.ts';
import { sessionLine } from '#domain/sessions/session-line.ts';
import { addDays, instantAt } from '#domain/time.ts';
import { move } from '#test/features/moved.ts';
import { all, lockAndOpen, one, openPhone, partner, record, session, show } from '#test/features/phone-stand.tsx';

/** Sessions on a real phone, at a given time: when they end, which day they are of, and that none is lost or made twice. */

const wednesday = '2026-11-25';
const tuesday = '2026-11-24';
const clock = (day: string, time: string) => vi.setSystemTime(Date.parse(instantAt(day, time)));
const is = (status: string) => ({ is: status, reopened: 0 });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  clock(wednesday, '18:04');
});
afterEach(() => {
  cleanup();
  setOpenPerson(null);
  vi.useRealTimers();
});

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

const running = (id: string, day: string, from: string) =>
  session(id, { day, actualStart: instantAt(day, from), status: is('running') });
const planned = (id: string, day: string, from = '16:00', to = '18:00') =>
  session(id, { day, plannedStart: instantAt(day, from), plannedEnd: instantAt(day, to), status: is('planned') });

const minutesOf = async (id: string) =>
  sessionLine(
    { session: await one('session', id), marks: [], tallies: [] },
    {
      ...{ siteName: String, partnerName: String, personName: String },
      ...{ bandOn: () => 'NK', zoneOf: () => 'Europe/London', same: () => nobodyTwice },
    },
  ).minutes;

describe('finishing', () => {
  test('a session forgotten at ten the day before is asked when it ended, and never ends now', async () => {
    await openPhone([running('s1', tuesday, '10:00')]);
    show('/s/s1/finish');
    expect(await screen.findByText(/Tue 24 Nov, from 10:00/)).toBeTruthy();
    press('Finish session');
    expect(await screen.findAllByText(/Write when it ended/)).toHaveLength(2);
    expect((await one('session', 's1')).body.status).toEqual(is('running'));
    type('Ended at', '12:00');
    press('Finish session');
    expect(await screen.findByDisplayValue(/Tue 24 Nov 10:00–12:00/)).toBeTruthy();
    expect(await minutesOf('s1')).toBe(120);
  });

  test('today’s ends now, and one of the evening before ends now after midnight', async () => {
    await openPhone([running('s1', wednesday, '16:00')]);
    show('/s/s1/finish');
    fireEvent.click(await screen.findByLabelText('Everyone is off site'));
    press('Finish session');
    await screen.findByLabelText('To share');
    expect(await minutesOf('s1')).toBe(124);
    cleanup();
    clock(wednesday, '00:20');
    await openPhone([running('s2', tuesday, '22:00')]);
    show('/s/s2/finish');
    fireEvent.click(await screen.findByLabelText('Everyone is off site'));
    press('Finish session');
    expect(await screen.findByDisplayValue(/22:00–00:20, 2 h 20/)).toBeTruthy();
    expect(await minutesOf('s2')).toBe(140);
  });

  test('ending it early, a day late, asks when as well', async () => {
    await openPhone([running('s1', tuesday, '10:00')]);
    show('/s/s1/change');
    fireEvent.click(await screen.findByLabelText('End it early'));
    fireEvent.click(await screen.findByLabelText('Rain or wind'));
    press('Save the change');
    expect(await screen.findAllByText(/Write when it ended/)).toHaveLength(2);
    type('Ended at', '11:00');
    press('Save the change');
    await screen.findByLabelText('To share');
    expect(await minutesOf('s1')).toBe(60);
  });
});

describe('a day that was offered', () => {
  test.each(['/plan', '/earlier'])('%s: stays the one that was seen once anything is typed', async (at) => {
    await openPhone();
    show(at);
    const day = (await screen.findByLabelText<HTMLInputElement>('Day')).value;
    expect(day).toBe(addDays(wednesday, at === '/plan' ? 1 : -1));
    type('From', '10:00');
    await lockAndOpen();
    clock(addDays(wednesday, 1), '09:00');
    show(at);
    await screen.findByText('It goes on with what was typed before');
    expect(screen.getByLabelText('Day')).toHaveProperty('value', day);
    expect(screen.queryByText(/meanwhile/)).toBeNull();
  });

  test('follows the calendar while nobody typed', async () => {
    await openPhone();
    show('/plan');
    await screen.findByLabelText('Day');
    await lockAndOpen();
    clock(addDays(wednesday, 1), '09:00');
    show('/plan');
    expect(await screen.findByLabelText('Day')).toHaveProperty('value', addDays(wednesday, 2));
  });
});

describe('opened again', () => {
  const ticks = { everyoneOffSite: true, noIncidents: true, noConcerns: true };
  const finished = (id: string, day: string) =>
    session(id, {
      ...{ day, actualStart: instantAt(day, '15:00'), actualEnd: instantAt(day, '16:30'), ...ticks },
      status: is('finished'),
    });
  const reopen = async (answer?: 'Yes' | 'No') => {
    show('/s/s1/summary');
    fireEvent.click(await screen.findByRole('button', { name: 'Open it again' }));
    fireEvent.change(await screen.findByLabelText('Why?'), { target: { value: 'Ended by mistake' } });
    const dialog = within(screen.getByRole('dialog'));
    if (answer) fireEvent.click(dialog.getByLabelText(new RegExp(`^${answer}`)));
    fireEvent.click(dialog.getByRole('button', { name: 'Open it again' }));
  };
  const stands = () => screen.findByRole('button', { name: '+1 not named' });
  const times = async () => {
    const { mark } = await import('#features/register/actions.ts');
    for (const state of ['here', 'left'] as const) await mark({ session: await one('session', 's1') }, 'kayla', state);
    return (await all('mark')).map(({ body }) => body.at);
  };

  test('and going on, it is on now: who comes and goes does so now, and it has not ended', async () => {
    clock(wednesday, '16:31');
    await openPhone([finished('s1', wednesday)]);
    await reopen('Yes');
    await stands();
    const { body } = await one('session', 's1');
    expect(body).toMatchObject({ status: { is: 'running', reopened: 1 }, actualEnd: null, everyoneOffSite: null });
    expect([body.noIncidents, body.noConcerns]).toEqual([null, null]);
    clock(wednesday, '17:00');
    expect(await times()).toEqual([instantAt(wednesday, '17:00'), instantAt(wednesday, '17:00')]);
    cleanup();
    show('/s/s1/finish');
    expect(await screen.findByLabelText('Ended at')).toHaveProperty('value', '');
    expect(screen.getByLabelText('Everyone is off site')).toHaveProperty('checked', false);
    press('Finish session');
    fireEvent.click(await screen.findByRole('button', { name: 'Finish without saying' }));
    expect(await screen.findByDisplayValue(/15:00–17:00/)).toBeTruthy();
  });

  test('and not going on, its times stand', async () => {
    clock(wednesday, '16:45');
    await openPhone([finished('s1', wednesday)]);
    await reopen('No');
    await stands();
    expect((await one('session', 's1')).body).toMatchObject({ actualEnd: instantAt(wednesday, '16:30'), ...ticks });
    expect(await times()).toEqual([instantAt(wednesday, '15:00'), instantAt(wednesday, '16:30')]);
  });

  test('is asked whether it goes on, and is not opened without an answer', async () => {
    await openPhone([finished('s1', wednesday)]);
    await reopen();
    expect(await screen.findAllByText('Say whether it is going on.')).toHaveLength(2);
    expect((await one('session', 's1')).body.status).toEqual(is('finished'));
  });

  test('of another day is over, and is not asked', async () => {
    await openPhone([finished('s1', tuesday)]);
    await reopen();
    await stands();
    expect((await one('session', 's1')).body.actualEnd).toBe(instantAt(tuesday, '16:30'));
  });
});

test('one whose start nobody knows is asked when it ended, and told no start', async () => {
  await openPhone([session('s1', { day: tuesday, status: is('running') })]);
  show('/s/s1/finish');
  expect(await screen.findByText(/· Tue 24 Nov$/)).toBeTruthy();
  press('Finish session');
  expect(await screen.findAllByText('Write when it ended. It was on Tuesday 24 November.')).toHaveLength(2);
});

test.each([
  [tuesday, /here since Tue 24 Nov, 10:00/, 'Left at Tue 24 Nov, 12:00'],
  [wednesday, /here since 10:00/, 'Left now'],
])('somebody at a session of %s is here since then, and leaves then', async (day, since, left) => {
  const { keep, record } = await import('#test/features/phone-stand.tsx');
  await openPhone([
    session('s1', {
      ...{ day, actualStart: instantAt(day, '10:00'), plannedEnd: instantAt(day, '12:00'), status: is('running') },
    }),
  ]);
  const at = instantAt(day, '10:00');
  await keep([record('mark', 'mark-1', { session: 's1', person: 'kayla', day, state: 'here', at, replaces: [] })]);
  show('/s/s1');
  fireEvent.click(await screen.findByRole('button', { name: 'More about Kayla' }));
  expect(await screen.findByText(since)).toBeTruthy();
  expect(screen.getByRole('button', { name: left })).toBeTruthy();
});

describe('what is on now', () => {
  test('an evening’s session is still on after midnight, on every screen', async () => {
    clock(wednesday, '00:20');
    await openPhone([running('s1', tuesday, '22:00')]);
    const now = await openPerson().store.read((tx) => readRunning(tx, Date.now()));
    expect(now.map(({ id }) => id)).toEqual(['s1']);
    show('/');
    expect(await screen.findByText('Live since 22:00')).toBeTruthy();
  });

  test('a forgotten one is to be finished, and is not on', async () => {
    await openPhone([running('s1', tuesday, '10:00')]);
    show('/');
    expect(await screen.findByText(/Not finished:/)).toBeTruthy();
    expect(screen.queryByText(/Live since/)).toBeNull();
  });

  test('the light that is gone is not promised, and the register of another day says so', async () => {
    await openPhone([running('s1', wednesday, '16:00'), running('s2', tuesday, '14:00')]);
    show('/s/s1');
    expect(await screen.findByText('Sun set 15:57')).toBeTruthy();
    cleanup();
    show('/s/s2');
    expect(await screen.findByText('Tue 24 Nov, not today')).toBeTruthy();
    cleanup();
    clock(wednesday, '15:00');
    show('/s/s1');
    expect(await screen.findByText('Light until 15:57')).toBeTruthy();
  });
});

test.each([
  'finished',
  'shortened',
  'moved',
])('a box written up for a %s session is dated to its end', async (status) => {
  const actualEnd = instantAt(tuesday, '17:30');
  await openPhone([
    session('s1', { day: tuesday, actualStart: instantAt(tuesday, '16:00'), actualEnd, status: is(status) }),
  ]);
  await move({ partner: 'partner-one', session: await one('session', 's1') }, [
    { kind: 'given out', set: 'over', n: 1, from: 'van' },
  ]);
  expect((await all('movement')).map(({ body }) => body.at)).toEqual([actualEnd]);
});

describe('planning', () => {
  const openPlan = async () => {
    await openPhone();
    show('/plan');
    fireEvent.change(await screen.findByLabelText('Park'), { target: { value: 'windmill' } });
  };

  test.each([
    ['00:30', wednesday],
    ['00:00', wednesday],
  ])('from 22:00 to %s ends on the day after', async (to, endDay) => {
    await openPlan();
    type('Day', '2026-11-27');
    type('From', '22:00');
    type('To', to);
    press('Plan the session');
    await screen.findByRole('heading', { name: 'Sessions' });
    const [made] = await all('session');
    expect(made?.body.plannedEnd).toBe(instantAt('2026-11-28', to));
    expect(endDay).toBe(wednesday);
    const row = await screen.findByRole('link', { name: /Fri\s*27.*Windmill Hill/ });
    expect(row.textContent).toMatch(/22:00–00:\d\d, 2 h/);
  });

  test('an end before the start is refused in words', async () => {
    await openPlan();
    type('To', '15:00');
    press('Plan the session');
    expect((await screen.findAllByText(/The end must be after the start/)).length).toBeGreaterThan(0);
    expect(await all('session')).toEqual([]);
  });

  test.each([
    ['2025-11-03', 'Monday 3 November 2025', 'That day is past'],
    ['2062-11-05', 'Sunday 5 November 2062', 'That is more than a year away'],
    [tuesday, 'Tuesday 24 November', 'That day is past'],
  ])('%s is asked about, can be answered yes to, and stands on a list with its year', async (day, words, title) => {
    await openPlan();
    type('Day', day);
    expect(await screen.findByText(title)).toBeTruthy();
    press('Plan the session');
    expect((await screen.findAllByText(`${words}: is that the day?`)).length).toBeGreaterThan(0);
    expect(await all('session')).toEqual([]);
    fireEvent.click(screen.getByLabelText(`Yes, ${words}`));
    press('Plan the session');
    await screen.findByRole('heading', { name: 'Sessions' });
    const [, weekday, date] = /^(...)\w* (\d+)/.exec(words) ?? [];
    expect(await screen.findByRole('link', { name: new RegExp(`${weekday}\\s*${date}.*Windmill Hill`) })).toBeTruthy();
    const year = /November \d{4}/.exec(words)?.[0] ?? 'Past';
    expect(screen.getAllByText(new RegExp(year)).length).toBeGreaterThan(0);
  });

  test('another day than the one that was answered yes to asks again; a usual one does not', async () => {
    await openPlan();
    type('Day', '2062-11-05');
    fireEvent.click(await screen.findByLabelText(/^Yes,/));
    type('Day', '2063-11-05');
    expect((await screen.findByLabelText<HTMLInputElement>(/^Yes,/)).checked).toBe(false);
    type('Day', '2026-12-01');
    await waitFor(() => expect(screen.queryByLabelText(/^Yes,/)).toBeNull());
  });

  test('a series whose day is cleared has no days to leave out, and keeps what was typed', async () => {
    await openPlan();
    type('Day', '2026-12-02');
    fireEvent.click(screen.getByLabelText('Every week'));
    type('Last day', '2026-12-16');
    fireEvent.click(await screen.findByLabelText('Wed 9 Dec'));
    press('Plan 2 sessions');
    await screen.findByRole('heading', { name: 'Sessions' });
    expect((await all('session')).map(({ body }) => body.day).sort()).toEqual(['2026-12-02', '2026-12-16']);
    cleanup();
    await openPlan();
    fireEvent.click(screen.getByLabelText('Every week'));
    type('Last day', '2026-12-16');
    type('Day', '');
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Leave out' })).toBeNull());
    press('Plan the session');
    expect((await screen.findAllByText('Choose the day.')).length).toBeGreaterThan(0);
    expect(screen.queryByText('A series is at most a year.')).toBeNull();
    expect(screen.queryByText('Every day is left out.')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Last day').value).toBe('2026-12-16');
    expect(await all('session')).toEqual([]);
    type('Day', '2026-12-09');
    expect(await screen.findByRole('button', { name: 'Plan 2 sessions' })).toBeTruthy();
  });

  test('moving to a day that is past is asked about', async () => {
    await openPhone([planned('s1', '2026-12-01')]);
    show('/s/s1/change');
    fireEvent.click(await screen.findByLabelText('Change the day or time'));
    type('Day', '2025-12-01');
    press('Save the change');
    expect(await screen.findByText('Monday 1 December 2025: is that the day?')).toBeTruthy();
    expect((await one('session', 's1')).body.day).toBe('2026-12-01');
  });
});

describe('what was planned and not started', () => {
  test('stands under To do, and is written up as what was planned: there is no second one', async () => {
    await openPhone([planned('s1', tuesday)]);
    show('/');
    fireEvent.click(await screen.findByRole('link', { name: /Not started: Windmill Hill, Tuesday 24 November/ }));
    fireEvent.click(await screen.findByRole('link', { name: 'Yes: write it up' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    expect(await screen.findByRole('heading', { name: 'Before you start' })).toBeTruthy();
    const sessions = await all('session');
    expect(sessions.map(({ id }) => id)).toEqual(['s1']);
    expect(sessions[0]?.body).toMatchObject({
      status: is('running'),
      actualStart: instantAt(tuesday, '16:00'),
      actualEnd: instantAt(tuesday, '18:00'),
    });
  });

  test('is offered where an earlier session is recorded by hand; another one is another', async () => {
    await openPhone([planned('s1', tuesday, '16:30', '18:00')]);
    show('/earlier');
    fireEvent.change(await screen.findByLabelText('Park'), { target: { value: 'windmill' } });
    const asked = await screen.findByRole('group', { name: /Was it the one that was planned/ });
    press('Continue');
    await waitFor(() => expect(screen.getAllByText('Was it the one that was planned?').length).toBeGreaterThan(1));
    expect(await all('session')).toHaveLength(1);
    fireEvent.click(within(asked).getByLabelText('Yes, 16:30–18:00'));
    press('Continue');
    await screen.findByRole('heading', { name: 'Before you start' });
    expect((await all('session')).map(({ id, body }) => [id, body.actualStart])).toEqual([
      ['s1', instantAt(tuesday, '16:30')],
    ]);
  });

  test('a day that is still to come is refused, and not asked whether it is meant', async () => {
    await openPhone([coordinator]);
    show('/earlier');
    fireEvent.change(await screen.findByLabelText('Park'), { target: { value: 'windmill' } });
    type('Day', '2016-11-24');
    expect(await screen.findByLabelText('Yes, Thursday 24 November 2016')).toBeTruthy();
    type('Day', '2062-11-05');
    await waitFor(() => expect(screen.queryByLabelText(/^Yes,/)).toBeNull());
    press('Continue');
    expect((await screen.findAllByText(/today or before/)).length).toBeGreaterThan(0);
  });

  test('a day further back than the programme allows is refused before anything is saved, and says who can enter it', async () => {
    await openPhone();
    show('/earlier');
    fireEvent.change(await screen.findByLabelText('Park'), { target: { value: 'windmill' } });
    type('Day', addDays(wednesday, -15));
    expect(await screen.findByText('More than 14 days back')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tell the coordinator' })).toBeTruthy();
    press('Continue');
    expect((await screen.findAllByText(/too long ago to enter here/)).length).toBeGreaterThan(0);
    type('Day', addDays(wednesday, -14));
    await waitFor(() => expect(screen.queryByText('More than 14 days back')).toBeNull());
    expect(await all('session')).toEqual([]);
  });

  test('an evening over midnight is written up with its end on the next day', async () => {
    await openPhone();
    show('/earlier');
    fireEvent.change(await screen.findByLabelText('Park'), { target: { value: 'windmill' } });
    type('From', '22:00');
    type('To', '00:30');
    press('Continue');
    await screen.findByRole('heading', { name: 'Before you start' });
    const [made] = await all('session');
    expect([made?.body.day, made?.body.actualEnd]).toEqual([tuesday, instantAt(wednesday, '00:30')]);
  });

  test('today’s planned one is offered where another would be started at its park', async () => {
    await openPhone([planned('s1', wednesday, '18:30', '20:00')]);
    show('/start');
    fireEvent.click(await screen.findByLabelText('Windmill Hill'));
    fireEvent.click(await screen.findByRole('link', { name: 'Start it' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Start session' }));
    await screen.findByRole('heading', { name: 'Before you start' });
    expect((await all('session')).map(({ id, body }) => [id, body.status])).toEqual([['s1', is('running')]]);
  });
});

/** The worker of this phone, as one who coordinates. */
const coordinator = record(
  'member',
  'member-one',
  { name: 'Dele A', vetted: true, [`role/partnerCoordinator:${partner}`]: true },
  'programme',
);

test.each([
  ['finished', 'summary', 'Open it again'],
  ['planned', 'change', 'Save the change'],
  ['running', 'finish', 'Finish session'],
])('a session that is %s and too long ago is left to the coordinator', async (status, page, button) => {
  const long = session('s1', { day: addDays(wednesday, -15), status: is(status) });
  await openPhone([long]);
  show(`/s/s1/${page}`);
  expect(await screen.findByText('More than 14 days back')).toBeTruthy();
  expect(screen.queryByRole('button', { name: button })).toBeNull();
  cleanup();
  await openPhone([long, coordinator]);
  show(`/s/s1/${page}`);
  expect(await screen.findByRole('button', { name: button })).toBeTruthy();
});

test('a programme that allows thirty days back lets a worker open a session of three weeks ago again', async () => {
  const rule = record('programme', 'programme', { name: 'Stepping Out', daysBack: 30 }, 'programme');
  await openPhone([rule, session('s1', { day: addDays(wednesday, -21), status: is('finished') })]);
  show('/s/s1/summary');
  expect(await screen.findByRole('button', { name: 'Open it again' })).toBeTruthy();
});

test('every session that was saved is listed, whatever became of it', async () => {
  const days = [-400, -8, -1, 0, 1, 500].map((away) => addDays(wednesday, away));
  const sessions = days.flatMap((day, n) =>
    ['planned', 'running', 'finished', 'cancelled', 'abandoned'].map((status) =>
      session(`s-${n}-${status}`, { day, plannedStart: instantAt(day, '16:00'), status: is(status) }),
    ),
  );
  await openPhone(sessions);
  show('/sessions');
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(sessions.length));
});
