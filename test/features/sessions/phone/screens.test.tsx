// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import { addDays, dayOf, instantAt, toInstant } from '#domain/time.ts';
import { all, keep, one, openPhone, partner, record, said, session, show } from '#test/features/phone-stand.tsx';

/** A session’s screens from Today to its summary, as a worker and a volunteer walk them. */

const today = dayOf(Date.now());
const yesterday = addDays(today, -1);
const is = (status: string) => ({ is: status, reopened: 0 });
const live = session('s1', { day: today, actualStart: toInstant(Date.now() - 3_600_000), status: is('running') });

beforeEach(() => openPhone());
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string | RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
const shared = async () => (await screen.findByLabelText<HTMLTextAreaElement>('To share')).value;

test('a worker starts a session, and whoever starts it is on its team', async () => {
  await keep([record('activity', 'football', { name: 'Football', status: 'active' }, 'programme')]);
  show('/');
  fireEvent.click(await screen.findByRole('link', { name: /Start a session/ }));
  await press('Start session');
  expect(await screen.findAllByText('Choose the park first.')).toHaveLength(2);
  fireEvent.click(screen.getByLabelText('Windmill Hill'));
  expect(screen.queryByText('Choose the park first.')).toBeNull();
  fireEvent.click(screen.getByLabelText('Football'));
  await press('Start session');
  await press('To the register');
  expect(await screen.findByRole('button', { name: '+1 not named' })).toBeTruthy();
  const [made] = await all('session');
  expect(made?.body).toMatchObject({
    ...{ site: 'windmill', day: today, status: is('running') },
    ...{ 'activity/football': true, 'team/member-one': true },
  });
  cleanup();
  show('/');
  expect(await screen.findAllByText(/Live since/)).toHaveLength(1);
});

test('before it starts every tap is kept by itself', async () => {
  await keep([live]);
  show('/s/s1/before');
  fireEvent.change(await screen.findByLabelText('Weather'), { target: { value: 'dry' } });
  await press('Another answer: Site walked: glass, needles, dogs, water, traffic');
  fireEvent.click(await screen.findByLabelText('Not needed'));
  fireEvent.click(within(screen.getByRole('group', { name: 'Who is here from the team?' })).getByRole('checkbox'));
  await waitFor(async () => expect(await said()).toHaveLength(3));
  const { body } = await one('session', 's1');
  expect(body.weather).toBeTruthy();
  expect(body['team/member-one']).toBe(false);
  expect(body['check/walked']).toBe('na');
  expect(Object.entries(body).filter(([field]) => field.startsWith('check/'))).toHaveLength(1);
});

test('before it starts what is open is said, all of it is answered in one tap, and one is taken back in another', async () => {
  await keep([
    live,
    record(
      'site',
      'windmill',
      { name: 'Windmill Hill', lat: 51.4386, lon: 0.3696, meetingPoint: 'Top bench' },
      'programme',
    ),
  ]);
  show('/s/s1/before');
  expect(await screen.findByText(/^10 still open/)).toBeTruthy();
  expect(screen.getByLabelText(/Way out and meeting point agreed Top bench/)).toBeTruthy();
  expect(screen.getByLabelText(/grid reference known TQ \d{4} \d{4}/)).toBeTruthy();
  await press('All yes');
  expect(await screen.findByText(/^All answered/)).toBeTruthy();
  fireEvent.click(screen.getByLabelText('ID visible'));
  expect(await screen.findByText(/^1 still open/)).toBeTruthy();
});

describe('cancelling one that was planned', () => {
  beforeEach(() =>
    keep([
      session('s2', {
        day: addDays(today, 3),
        plannedStart: instantAt(addDays(today, 3), '16:00'),
        plannedEnd: instantAt(addDays(today, 3), '18:00'),
        status: is('planned'),
      }),
    ]),
  );

  test('asks for the reason, and gives a text to share', async () => {
    show('/plan');
    fireEvent.click(await screen.findByRole('link', { name: /Windmill Hill/ }));
    await press('Save the change');
    expect(await screen.findAllByText('Choose what changes.')).toHaveLength(2);
    fireEvent.click(screen.getByLabelText('Cancel it'));
    expect(screen.queryByText('Choose what changes.')).toBeNull();
    await press('Save the change');
    expect(await screen.findAllByText('Choose the reason.')).toHaveLength(2);
    fireEvent.click(screen.getByLabelText('Rain or wind'));
    await press('Save the change');
    expect(await shared()).toMatch(/Windmill Hill, .*16:00: cancelled\. Rain or wind\./);
    expect((await one('session', 's2')).body.status).toEqual(is('cancelled'));
  });

  test('moving it to another park asks which', async () => {
    show('/s/s2/change');
    fireEvent.click(await screen.findByLabelText('Move it to another park'));
    fireEvent.click(screen.getByLabelText('Rain or wind'));
    await press('Save the change');
    expect(await screen.findAllByText('Choose the other park.')).toHaveLength(2);
    await type('To which park?', 'woodlands');
    await press('Save the change');
    expect(await shared()).toContain('now at Woodlands Park');
    expect((await one('session', 's2')).body).toMatchObject({ site: 'woodlands', status: is('planned') });
  });
});

test('an earlier session from paper says so, and who came is marked at its own time', async () => {
  show('/earlier');
  await type('Park', 'woodlands');
  fireEvent.click(screen.getByLabelText('Yes'));
  await type(/Number on the paper/, 'R-12');
  await press('Continue');
  await press('To the register');
  fireEvent.click((await screen.findByText('Kayla')).closest('button') as HTMLElement);
  await waitFor(async () => expect(await all('mark')).toHaveLength(1));
  await press('Finish');
  await press('Finish session');
  await shared();
  expect((await all('mark'))[0]?.body.at).toBe(instantAt(yesterday, '16:00'));
  const [made] = await all('session');
  expect(made?.body).toMatchObject({ fromPaper: true, paperReference: 'R-12', status: is('finished'), day: yesterday });
});

test('one finished, opened again because somebody came late, and finished again keeps its end', async () => {
  const times = { actualStart: instantAt(yesterday, '16:00'), actualEnd: instantAt(yesterday, '18:00') };
  await keep([session('s1', { day: yesterday, ...times, noConcerns: true, status: is('finished') })]);
  show('/s/s1/summary');
  await press('Open it again');
  await type('Why?', 'Somebody came late');
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Open it again' }));
  await press('Finish');
  const tick = await screen.findByLabelText<HTMLInputElement>(/No worry about a child/);
  expect(tick.checked).toBe(true);
  fireEvent.click(tick);
  await press('Finish session');
  await shared();
  const { body } = await one('session', 's1');
  expect(body).toMatchObject({ ...times, noConcerns: null, status: { is: 'finished', reopened: 1 } });
});

describe('the summary', () => {
  beforeEach(() =>
    keep([
      session('s1', {
        ...{ day: yesterday, actualStart: instantAt(yesterday, '16:00'), actualEnd: instantAt(yesterday, '18:00') },
        ...{ status: is('finished'), everyoneOffSite: true },
      }),
      record('mark', 'm1', {
        ...{ session: 's1', person: 'kayla', day: yesterday, state: 'here' },
        ...{ at: instantAt(yesterday, '16:05'), replaces: [] },
      }),
    ]),
  );

  test('gives a text to share that names no child', async () => {
    show('/s/s1/summary');
    const text = await shared();
    expect(text).toContain('1 young person (1 on the register, 0 counted)');
    expect(text).toContain('Everyone off site.');
    expect(text).not.toContain('Kayla');
  });

  test('offers a volunteer no way to open it again', async () => {
    show('/s/s1/summary');
    expect(await screen.findByRole('button', { name: 'Open it again' })).toBeTruthy();
    cleanup();
    await keep([record('member', 'member-one', { name: 'Tunde O', [`role/volunteer:${partner}`]: true }, 'programme')]);
    show('/s/s1/summary');
    await shared();
    expect(screen.queryByRole('button', { name: 'Open it again' })).toBeNull();
  });
});

describe('a volunteer', () => {
  beforeEach(() =>
    keep([record('member', 'member-one', { name: 'Tunde O', [`role/volunteer:${partner}`]: true }, 'programme')]),
  );

  test('has three buttons while a session is on', async () => {
    await keep([live]);
    show('/');
    expect((await screen.findByRole('link', { name: /Count/ })).getAttribute('href')).toBe('/s/s1/count');
    expect((await screen.findByRole('link', { name: /Who’s here/ })).getAttribute('href')).toBe('/s/s1');
    expect((await screen.findByRole('link', { name: /Give out/ })).getAttribute('href')).toBe('/give?session=s1');
  });

  test('starts one where none is on', async () => {
    show('/');
    expect(await screen.findByText('No session on now')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Start a session/ })).toBeTruthy();
  });

  test('is asked no debrief at the end', async () => {
    await keep([live]);
    show('/s/s1/finish');
    expect(await screen.findByLabelText('Everyone is off site')).toBeTruthy();
    expect(screen.queryByText('Debrief')).toBeNull();
  });
});

test('a blank register to print carries no names', async () => {
  show('/blank');
  expect(await screen.findByRole('table', { name: 'Who came' })).toBeTruthy();
  expect(screen.queryByText('Kayla')).toBeNull();
});
