// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import type { Body } from '#domain/records/entry.ts';
import { addDays, dayOf, instantAt, toInstant } from '#domain/time.ts';
import {
  all,
  keep,
  lockAndOpen,
  one,
  openPhone,
  record,
  said,
  scope,
  session,
  show,
  slowDisk,
} from '#test/features/phone-stand.tsx';

/** A session’s forms that are open while another phone speaks of the same session. */

const today = dayOf(Date.now());
const running = { is: 'running', reopened: 0 };
const on = (more: Body = {}) =>
  session('s1', { day: today, actualStart: toInstant(Date.now() - 3_600_000), status: running, ...more });
const debrief = (body: Body) =>
  record('debrief', 'debrief:s1', { session: 's1', day: today, ...body }, `${scope}/team`);

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const bodyOf = async (made: string) => (await said())[0]?.writes.find((write) => write.type === made)?.body;

beforeEach(() => openPhone([on()]));
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

/** Whether everyone is off site is asked once, where it was not ticked. */
const withoutSaying = async () => fireEvent.click(await screen.findByRole('button', { name: 'Finish without saying' }));

describe('finishing', () => {
  const open = async () => {
    show('/s/s1/finish');
    return screen.findByLabelText('Everyone is off site');
  };

  test('follows what another phone answered, and says again only what was answered here', async () => {
    await open();
    type('What went well?', 'The younger ones led');
    await keep([on({ noIncidents: true, minutesLost: 20 }), debrief({ different: 'More water', mood: 4 })]);
    await waitFor(() => expect(screen.getByLabelText(/Minutes lost/)).toHaveProperty('value', '20'));
    expect(screen.getByText('3 of 4 answered')).toBeTruthy();
    press('Finish session');
    await withoutSaying();
    await screen.findByLabelText('To share');
    expect(await bodyOf('session')).toEqual({ status: { is: 'finished', reopened: 0 }, actualEnd: expect.any(String) });
    expect(await bodyOf('debrief')).toEqual({ wentWell: 'The younger ones led', 'doneBy/member-one': true });
    expect((await one('debrief', 'debrief:s1')).body).toMatchObject({ different: 'More water', mood: 4 });
    expect((await one('session', 's1')).body).toMatchObject({ noIncidents: true, minutesLost: 20 });
  });

  test('says so where another phone answered the same question', async () => {
    await open();
    type('What went well?', 'The younger ones led');
    await keep([debrief({ wentWell: 'Nobody was hurt' })]);
    expect(await screen.findByText(/What went well\?: Nobody was hurt\. Saving puts yours in its place/)).toBeTruthy();
    expect(screen.getByLabelText('What went well?')).toHaveProperty('value', 'The younger ones led');
  });

  test('takes an answer back that was given before, and leaves the others', async () => {
    await keep([on({ everyoneOffSite: true }), debrief({ wentWell: 'Nobody was hurt', different: 'More water' })]);
    fireEvent.click(await open());
    type('What went well?', '');
    press('Finish session');
    await withoutSaying();
    await screen.findByLabelText('To share');
    expect((await one('session', 's1')).body.everyoneOffSite).toBeNull();
    expect((await one('debrief', 'debrief:s1')).body).toMatchObject({ wentWell: null, different: 'More water' });
  });

  test('without an answer makes no debrief', async () => {
    await open();
    press('Finish session');
    await withoutSaying();
    await screen.findByLabelText('To share');
    expect(await all('debrief')).toEqual([]);
  });

  test('minutes that are no number are asked about at the field', async () => {
    await open();
    type(/Minutes lost/, '30 min');
    press('Finish session');
    expect(await screen.findAllByText(/is not a number: write the digits alone/)).toHaveLength(2);
    type(/Minutes lost/, '30');
    expect(screen.queryByText(/is not a number/)).toBeNull();
    press('Finish session');
    await withoutSaying();
    await screen.findByLabelText('To share');
    expect((await one('session', 's1')).body.minutesLost).toBe(30);
  });
});

describe('changing a plan', () => {
  const day = addDays(today, 7);
  const planned = (on: string, from: string) =>
    session('s2', {
      ...{ day: on, plannedStart: instantAt(on, from), plannedEnd: instantAt(on, '18:00') },
      status: { is: 'planned', reopened: 0 },
    });
  const open = async () => {
    await keep([planned(day, '16:00')]);
    show('/s/s2/change');
    fireEvent.click(await screen.findByLabelText('Change the day or time'));
  };

  test('keeps the day another phone moved it to, where only the time is changed here', async () => {
    await open();
    type('From', '16:30');
    await keep([planned(addDays(day, 1), '16:00')]);
    await waitFor(() => expect(screen.getByLabelText('Day')).toHaveProperty('value', addDays(day, 1)));
    press('Save the change');
    await screen.findByLabelText('To share');
    const { body } = await one('session', 's2');
    expect([body.day, body.plannedStart]).toEqual([addDays(day, 1), instantAt(addDays(day, 1), '16:30')]);
  });

  test('says so where another phone changed the time as well', async () => {
    await open();
    type('From', '16:30');
    await keep([planned(day, '15:00')]);
    expect(await screen.findByText(/From: 15:00\. Saving puts yours in its place/)).toBeTruthy();
  });
});

test('a planned session that another phone has begun is not written up as a second one', async () => {
  const day = addDays(today, -1);
  const times = { day, plannedStart: instantAt(day, '16:00'), plannedEnd: instantAt(day, '18:00') };
  await keep([session('s2', { ...times, status: { is: 'planned', reopened: 0 } })]);
  show('/earlier?planned=s2');
  await screen.findByText('Was it the one that was planned?');
  await keep([session('s2', { ...times, actualStart: instantAt(day, '16:05'), status: running })]);
  await screen.findByText('One is recorded already');
  press('Continue');
  expect((await screen.findAllByText(/That one is recorded already/)).length).toBeGreaterThan(0);
  expect(await said()).toEqual([]);
  fireEvent.click(screen.getByLabelText('No, another one'));
  press('Continue');
  await screen.findByRole('heading', { name: 'Before you start' });
  expect(await all('session', day)).toHaveLength(2);
});

describe('why it goes on with few adults', () => {
  const field = () => screen.findByLabelText<HTMLInputElement>('Why are you going ahead?');

  test('is saved when the field is left, once, and waits where the phone locks before', async () => {
    show('/s/s1/team');
    fireEvent.change(await field(), { target: { value: 'The second is on the way' } });
    await lockAndOpen();
    show('/s/s1/team');
    expect((await field()).value).toBe('The second is on the way');
    expect(await said()).toEqual([]);
    fireEvent.blur(await field());
    fireEvent.blur(await field());
    await waitFor(async () => expect(await said()).toHaveLength(1));
    expect((await one('session', 's1')).body.fewAdultsBecause).toBe('The second is on the way');
  });

  test('left as it was, says nothing', async () => {
    show('/s/s1/team');
    fireEvent.blur(await field());
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await said()).toEqual([]);
  });
});

describe('what was chosen before another phone ended or began the session', () => {
  const state = (is: string) => ({ is, reopened: 0 });
  const ended = { status: state('finished'), actualEnd: toInstant(Date.now() - 60_000) };
  const plan = { day: today, plannedStart: instantAt(today, '00:00'), plannedEnd: instantAt(today, '23:59') };
  const planned = (more: Body = {}) => session('s2', { ...plan, status: state('planned'), ...more });
  const choose = async (at: string, option: string) => {
    show(at);
    fireEvent.click(await screen.findByLabelText(option));
    fireEvent.click(screen.queryByLabelText('Rain or wind') ?? screen.getByLabelText(option));
  };
  /** Another phone’s word arrives between what is drawn and the save. */
  const race = async (row: Parameters<typeof keep>[0][number], button: string) => {
    slowDisk();
    const arrives = keep([row]);
    press(button);
    await arrives;
  };

  test.each(['End it early', 'Cancel it'])('%s: a finished session stays finished', async (way) => {
    await choose('/s/s1/change', way);
    await keep([on(ended)]);
    expect(await screen.findByText('It was finished meanwhile')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save the change' })).toBeNull();
    expect(await said()).toEqual([]);
  });

  test('a session that was cancelled while the save was on its way is not ended early', async () => {
    await choose('/s/s1/change', 'End it early');
    await race(on({ status: state('cancelled') }), 'Save the change');
    expect(await screen.findByText('It was cancelled meanwhile')).toBeTruthy();
    expect(await said()).toEqual([]);
  });

  test.each(['Change the day or time', 'Cancel it'])('%s: one that was begun is asked once more', async (way) => {
    await keep([planned()]);
    await choose('/s/s2/change', way);
    await keep([planned({ status: running, actualStart: toInstant(Date.now()) })]);
    expect(await screen.findByText('It was started meanwhile: choose again.')).toBeTruthy();
    press('Save the change');
    expect(await screen.findAllByText('It was started meanwhile: choose again.')).toHaveLength(2);
    expect(await said()).toEqual([]);
    fireEvent.click(screen.getByLabelText('Cancel it'));
    expect(screen.queryByText('It was started meanwhile: choose again.')).toBeNull();
  });

  test('one that was begun while the save was on its way is asked once more', async () => {
    await keep([planned()]);
    await choose('/s/s2/change', 'Cancel it');
    await race(planned({ status: running }), 'Save the change');
    expect((await screen.findAllByText('It was started meanwhile: choose again.')).length).toBeGreaterThan(0);
    expect(await said()).toEqual([]);
  });

  test('a park it was moved to meanwhile is no longer another park', async () => {
    await keep([planned()]);
    await choose('/s/s2/change', 'Move it to another park');
    type('To which park?', 'woodlands');
    await keep([planned({ site: 'woodlands' })]);
    await waitFor(() => expect(screen.queryByRole('option', { name: 'Woodlands Park' })).toBeNull());
    press('Save the change');
    expect(await screen.findAllByText('Choose the other park.')).toHaveLength(2);
    expect(await said()).toEqual([]);
  });

  test('finishing says that it was finished, by whom, and changes what was said only when it is pressed again', async () => {
    await keep([record('member', 'ben', { name: 'Ben O' }, 'programme')]);
    show('/s/s1/finish');
    await screen.findByLabelText('Everyone is off site');
    await keep([on(ended), debrief({ mood: 4, 'doneBy/ben': true })]);
    expect(await screen.findByText('It was finished meanwhile')).toBeTruthy();
    expect(screen.getByText('Ben O answered. Saving changes what was said.')).toBeTruthy();
    press('Finish session');
    expect(await screen.findAllByText(/^It was finished meanwhile\. Look at what was said/)).toHaveLength(2);
    expect(await said()).toEqual([]);
    press('Finish session');
    await screen.findByLabelText('To share');
    expect((await one('session', 's1')).body.actualEnd).toBe(ended.actualEnd);
  });

  test('finishing says so where it was cancelled while the save was on its way', async () => {
    show('/s/s1/finish');
    fireEvent.click(await screen.findByLabelText('Everyone is off site'));
    await race(on({ status: state('cancelled') }), 'Finish session');
    expect(await screen.findAllByText(/^It was cancelled meanwhile\. Look at what was said/)).toHaveLength(2);
    expect(await said()).toEqual([]);
  });

  test('one that was opened again is not opened a second time', async () => {
    await keep([on(ended)]);
    show('/s/s1/summary');
    fireEvent.click(await screen.findByRole('button', { name: 'Open it again' }));
    fireEvent.change(await screen.findByLabelText('Why?'), { target: { value: 'Somebody came late' } });
    fireEvent.click(screen.getByLabelText(/^No/));
    slowDisk();
    const arrives = keep([on({ status: { is: 'running', reopened: 1 } })]);
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Open it again' }));
    await arrives;
    expect(await screen.findAllByText('It was opened again meanwhile.')).toHaveLength(2);
    expect(await said()).toEqual([]);
  });

  test('a planned session that was cancelled is not started, and one that was begun is joined', async () => {
    await keep([planned()]);
    show('/start?planned=s2');
    await screen.findByRole('button', { name: 'Start session' });
    await race(planned({ status: state('cancelled') }), 'Start session');
    expect(await screen.findByText('It was cancelled meanwhile')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Start session' })).toBeNull();
    expect(await said()).toEqual([]);
    await keep([planned({ status: running, actualStart: plan.plannedStart })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Join it' }));
    await screen.findByRole('heading', { name: 'Before you start' });
    expect((await one('session', 's2')).body.actualStart).toBe(plan.plannedStart);
  });

  test('a park that was closed is suggested no longer', async () => {
    await keep([on(ended), record('site', 'windmill', { name: 'Windmill Hill', status: 'closed' }, 'programme')]);
    show('/start');
    await screen.findByLabelText('Woodlands Park');
    press('Start session');
    expect(await screen.findAllByText('Choose the park first.')).toHaveLength(2);
    expect(await said()).toEqual([]);
  });
});
