// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import { addDays, dayOf, instantAt, toInstant } from '#domain/time.ts';
import { didLast } from '#features/register/last-done.ts';
import { all, keep, openPhone, partner, record, said, session, show } from '#test/features/phone-stand.tsx';

/** The register as a worker uses it: one tap marks somebody here, and every tap can be taken back. */

const today = dayOf(Date.now());
const live = session('s1', {
  day: today,
  actualStart: toInstant(Date.now() - 60_000),
  status: { is: 'running', reopened: 0 },
});
const person = (id: string, knownAs: string, initial?: string) =>
  record('person', id, { knownAs, ...(initial && { initial }), leaf: 2, colour: 2, status: 'active' });

beforeEach(() =>
  openPhone([live, person('mo-a', 'Mohammed', 'A'), person('mo-s', 'Mohammed', 'S'), person('jose', 'José')]),
);
afterEach(() => {
  cleanup();
  didLast(null);
  setOpenPerson(null);
});

const row = async (name: string) => {
  const named = await screen.findAllByRole('button', { name: new RegExp(`^${name}`) });
  const found = named.find((each) => each.hasAttribute('aria-pressed'));
  if (!found) throw new Error(`no row of ${name}`);
  return found;
};
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const isHere = (name: string) =>
  waitFor(async () => expect((await row(name)).getAttribute('aria-pressed')).toBe('true'));
const isAway = (name: string) =>
  waitFor(async () => expect((await row(name)).getAttribute('aria-pressed')).toBe('false'));
const total = (n: number) => screen.findByText((_, element) => element?.textContent === `${n} here`);

describe('the live register', () => {
  test('somebody counted and then named is counted once, and Undo brings the count back', async () => {
    show('/s/s1');
    await press('+1 not named');
    await press('+1 not named');
    await total(2);
    fireEvent.click(await row('Kayla'));
    await total(3);
    await press('Already counted');
    await total(2);
    fireEvent.click(screen.getByRole('tab', { name: /Recent/ }));
    await press(/^Undo: Kayla is here/);
    await total(3);
  });

  test('each change stands under Recent, and is taken back there once', async () => {
    show('/s/s1');
    await press('+1 not named');
    await total(1);
    fireEvent.click(screen.getByRole('tab', { name: /Recent/ }));
    const undo = await screen.findByRole('button', { name: /^Undo: \+1/ });
    fireEvent.click(undo);
    fireEvent.click(undo);
    await total(0);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Undo:/ })).toBeNull());
    expect(await all('tally')).toHaveLength(2);
  });

  test('one wrong letter and a missing accent are forgiven, and two of one name are told apart', async () => {
    show('/s/s1');
    const find = await screen.findByLabelText('Find a name');
    fireEvent.change(find, { target: { value: 'mohamed' } });
    await row('Mohammed A');
    await row('Mohammed S');
    await waitFor(() => expect(screen.queryByText('Kayla')).toBeNull());
    fireEvent.change(find, { target: { value: 'jose' } });
    await row('José');
    fireEvent.change(find, { target: { value: 'Zaki' } });
    expect(await screen.findByRole('button', { name: 'Add “Zaki” as new' })).toBeTruthy();
  });

  test('Here shows who is here, and one who left stays in the total', async () => {
    show('/s/s1');
    fireEvent.click(await row('Kayla'));
    await isHere('Kayla');
    await press('More about Kayla');
    await press('Left now');
    expect(await screen.findByText((_, element) => element?.textContent === '1 came')).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: /^Here/ }));
    await waitFor(() => expect(screen.queryByText('José')).toBeNull());
  });

  test('an arrival is removed only when that is asked for twice, and both stay in the history', async () => {
    show('/s/s1');
    fireEvent.click(await row('Kayla'));
    await isHere('Kayla');
    await press('More about Kayla');
    await press('Was not here');
    await isAway('Kayla');
    expect((await all('mark')).map(({ body }) => body.state).sort()).toEqual(['here', 'removed']);
  });

  test('one who was counted before being named can be said to be, also later', async () => {
    show('/s/s1');
    fireEvent.click(await row('Kayla'));
    await isHere('Kayla');
    await press('+1 not named');
    await total(2);
    await press('More about Kayla');
    await press('Already in the count');
    await total(1);
  });

  test('a volunteer is offered no note for the team', async () => {
    show('/s/s1');
    expect(await screen.findByRole('button', { name: 'Note' })).toBeTruthy();
    cleanup();
    const volunteer = { name: 'Tunde O', [`role/volunteer:${partner}`]: true };
    await keep([record('member', 'member-one', volunteer, 'programme')]);
    show('/s/s1');
    expect(await screen.findByRole('button', { name: 'Finish' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Note' })).toBeNull();
  });

  test('a session that is not known here says so, on each of its screens', async () => {
    for (const at of ['', '/add', '/before', '/change', '/finish', '/note', '/summary', '/team']) {
      show(`/s/unknown${at}`);
      expect(await screen.findByText('This session is not known here yet')).toBeTruthy();
      cleanup();
    }
  });
});

describe('the register of a session that does not run', () => {
  const yesterday = addDays(today, -1);
  const times = { plannedStart: instantAt(yesterday, '16:00'), plannedEnd: instantAt(yesterday, '18:00') };

  test('is read and not tapped, with when each came and went', async () => {
    const ended = { actualStart: times.plannedStart, actualEnd: times.plannedEnd };
    const mark = { session: 's2', person: 'kayla', day: yesterday };
    await keep([
      session('s2', { day: yesterday, ...ended, status: { is: 'finished', reopened: 0 } }),
      record('mark', 'm1', { ...mark, state: 'here', at: instantAt(yesterday, '16:10'), replaces: [] }),
      record('mark', 'm2', { ...mark, state: 'left', at: instantAt(yesterday, '17:00'), replaces: ['m1'] }),
    ]);
    show('/s/s2');
    expect(await screen.findByText('Finished 18:00')).toBeTruthy();
    const item = (await screen.findByText('Kayla')).closest('li');
    expect(item?.textContent).toContain('16:10–17:00');
    expect(screen.getByRole('link', { name: 'Summary' }).getAttribute('href')).toBe('/s/s2/summary');
    expect(screen.queryByRole('button', { name: '+1 not named' })).toBeNull();
  });

  test('planned for today, is started from it', async () => {
    const soon = { plannedStart: toInstant(Date.now() - 60_000), plannedEnd: toInstant(Date.now() + 3_600_000) };
    await keep([session('s2', { day: today, ...soon, status: { is: 'planned', reopened: 0 } })]);
    show('/s/s2');
    fireEvent.click(await screen.findByRole('link', { name: 'Start' }));
    await press('Start session');
    await screen.findByRole('heading', { name: 'Before you start' });
    expect((await said()).flatMap(({ writes }) => writes.map(({ op, id }) => [op, id]))).toEqual([['patch', 's2']]);
  });

  test('planned and never started, is written up or called off', async () => {
    await keep([session('s2', { day: yesterday, ...times, status: { is: 'planned', reopened: 0 } })]);
    show('/s/s2');
    expect(await screen.findByText('Planned, and never started')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Yes: write it up' }).getAttribute('href')).toBe('/earlier?planned=s2');
    expect(screen.getByRole('link', { name: 'No: cancel or move it' }).getAttribute('href')).toBe('/s/s2/change');
  });
});

describe('counting', () => {
  test('a band counts what is chosen for the next taps, and none is asked that no funder asks for', async () => {
    show('/s/s1/count');
    expect(await screen.findByRole('button', { name: '+1 10–12' })).toBeTruthy();
    expect(screen.queryByLabelText('Each +1 counts')).toBeNull();
    cleanup();
    await keep([
      record('programme', 'programme', { name: 'Stepping Out', askGender: true, askNewness: true }, 'programme'),
    ]);
    show('/s/s1/count');
    fireEvent.change(await screen.findByLabelText('Each +1 counts'), { target: { value: 'F' } });
    fireEvent.click(within(screen.getByRole('group', { name: /New or been before/ })).getByLabelText('New'));
    fireEvent.click(screen.getByLabelText('Best guess'));
    await press('+1 10–12, Girl / woman, New, best guess');
    await waitFor(async () => expect(await all('tally')).toHaveLength(1));
    expect((await all('tally'))[0]?.body).toMatchObject({ gender: 'F', newness: 'new', quality: 'estimate', n: 1 });
  });
});

test('Recent strikes what was undone, says who undid it, and tells nothing twice', async () => {
  show('/s/s1');
  fireEvent.click(await row('Kayla'));
  await isHere('Kayla');
  await press('More about Kayla');
  await press('Left now');
  await press('Undo');
  await isHere('Kayla');
  fireEvent.click(screen.getByRole('tab', { name: /Recent/ }));
  await waitFor(() => expect(document.querySelector('s')?.textContent).toBe('Kayla left'));
  expect(screen.getByText(/undone \d\d:\d\d · /)).toBeTruthy();
  expect(screen.getAllByText('Kayla is here')).toHaveLength(1);
  expect(screen.getAllByRole('button', { name: /^Undo: / })).toHaveLength(1);
});

test('Enter marks the one whose name is typed, and nobody who only sounds like it', async () => {
  show('/s/s1');
  const find = await screen.findByLabelText('Find a name');
  fireEvent.change(find, { target: { value: 'Hosay' } });
  fireEvent.keyDown(find, { key: 'Enter' });
  fireEvent.change(find, { target: { value: 'jose' } });
  await row('José');
  fireEvent.keyDown(find, { key: 'Enter' });
  await isHere('José');
  expect((find as HTMLInputElement).value).toBe('');
  await waitFor(async () => expect((await all('mark')).map(({ body }) => body.person)).toEqual(['jose']));
});

test('a long list is looked through by letters, and one press shows everybody again', async () => {
  await keep(Array.from({ length: 45 }, (_, at) => person(`many-${at}`, `${at % 2 ? 'Zed' : 'Yan'}${at}`)));
  show('/s/s1');
  await press('Letters');
  await press('J, 1');
  await waitFor(() => expect(screen.queryByText('Yan0')).toBeNull());
  await row('José');
  await press('Names with J: show everybody');
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Names with/ })).toBeNull());
});
