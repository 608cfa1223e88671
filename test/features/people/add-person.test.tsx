// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { all, keep, lockAndOpen, openPhone, record, said, session, show } from '#test/features/phone-stand.tsx';

/** Adding somebody on a real phone: the badge and the mark are one save, and nobody is added twice. */

const today = dayOf(Date.now());

beforeEach(() =>
  openPhone([
    session('s1', { day: today, actualStart: toInstant(Date.now()), status: { is: 'running', reopened: 0 } }),
    session('s2', { day: today, actualStart: toInstant(Date.now()), status: { is: 'running', reopened: 0 } }),
  ]),
);
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

const name = 'What are they called?';
const called = () => screen.findByLabelText<HTMLInputElement>(name);
const write = (value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save and mark here' }));

/** The search finds nobody, and Add takes what was typed along. */
async function searchAndAdd(typed: string) {
  show('/s/s1');
  fireEvent.change(await screen.findByLabelText('Find a name'), { target: { value: typed } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  return called();
}

test('somebody is added and marked here in one save, and Undo waits on the register', async () => {
  show('/s/s1/add');
  await called();
  write('Amira Khan');
  fireEvent.change(screen.getByLabelText(/How old/), { target: { value: '12' } });
  save();
  expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
  expect(screen.getAllByText('Amira K is here').length).toBeGreaterThan(0);
  const [entry] = await said();
  expect(entry?.writes.map(({ type }) => type)).toEqual(['person', 'mark']);
  expect(entry?.writes[0]?.body).toMatchObject({
    knownAs: 'Amira',
    initial: 'K',
    ageBand: '10-12',
    'site/windmill': true,
  });
});

test('the name that was searched for is there, and an older draft is not brought back beside it', async () => {
  show('/s/s1/add');
  await called();
  write('Somebody else');
  fireEvent.change(screen.getByLabelText(/How old/), { target: { value: '12' } });
  await lockAndOpen();
  expect((await searchAndAdd('Amira')).value).toBe('Amira');
  expect(screen.getByLabelText(/How old/)).toHaveProperty('value', '');
  expect(screen.queryByText('It goes on with what was typed before')).toBeNull();
});

test('another name than was searched for does not come back after a lock', async () => {
  show('/s/s1/add');
  await called();
  write('Zedname R');
  fireEvent.change(screen.getByLabelText(/How old/), { target: { value: '11' } });
  await lockAndOpen();
  await searchAndAdd('Nobody V');
  await lockAndOpen();
  show('/s/s1/add');
  expect((await called()).value).toBe('Nobody V');
  expect(screen.getByLabelText(/How old/)).toHaveProperty('value', '');
});

test('the name that was searched for outlives a lock once anything is typed beside it', async () => {
  await searchAndAdd('Amira');
  fireEvent.change(screen.getByLabelText(/How old/), { target: { value: '12' } });
  await lockAndOpen();
  show('/s/s1/add');
  expect((await called()).value).toBe('Amira');
});

test('what was typed waits after Back, at its own session only', async () => {
  show('/s/s1/add');
  await called();
  write('Amira');
  fireEvent.click(screen.getByRole('link', { name: 'Back' }));
  await screen.findByLabelText('Find a name');
  cleanup();
  show('/s/s2/add');
  expect((await called()).value).toBe('');
  cleanup();
  show('/s/s1/add');
  expect((await called()).value).toBe('Amira');
});

test('what is wrong stands at its field, and goes when it is put right', async () => {
  show('/s/s1/add');
  await called();
  fireEvent.change(screen.getByLabelText(/How old/), { target: { value: 'twelve' } });
  save();
  expect(await screen.findAllByText('Write what they are called.')).toHaveLength(2);
  expect(screen.getAllByText(/Write the age in whole years/)).toHaveLength(2);
  write('Amira');
  expect(screen.queryByText('Write what they are called.')).toBeNull();
  expect(screen.getAllByText(/Write the age in whole years/)).toHaveLength(2);
  expect(await all('mark')).toEqual([]);
});

test('someone who is known already is marked here, and not added', async () => {
  await keep([record('person', 'amira', { knownAs: 'Amira', initial: 'K', leaf: 3, colour: 2, status: 'active' })]);
  show('/s/s1/add');
  await called();
  write('Amira');
  const known = await screen.findByText('Someone we know?');
  const card = within(known.parentElement?.parentElement as HTMLElement); // the card it stands in
  fireEvent.click(card.getByRole('button', { name: 'Same person' }));
  await waitFor(async () => expect((await all('mark')).map(({ body }) => body.person)).toEqual(['amira']));
  expect(await all('person')).toHaveLength(2);
  cleanup();
  show('/s/s1/add');
  expect((await called()).value).toBe('');
});

test('somebody of a like sounding name at this park is offered, and nobody whose age does not fit', async () => {
  await keep([
    record('person', 'mo1', {
      knownAs: 'Muhammad',
      initial: 'S',
      leaf: 3,
      colour: 1,
      ageBand: '10-12',
      ageBandOn: today,
      status: 'active',
    }),
    record('person', 'mo2', {
      knownAs: 'Mohamed',
      leaf: 4,
      colour: 1,
      ageBand: '16-17',
      ageBandOn: today,
      status: 'active',
    }),
  ]);
  show('/s/s1/add');
  await called();
  write('Mohammed S');
  expect(await screen.findByText('Muhammad S')).toBeTruthy();
  expect(screen.getByText('Mohamed')).toBeTruthy();
  fireEvent.change(screen.getByLabelText(/How old/), { target: { value: '11' } });
  await waitFor(() => expect(screen.queryByText('Mohamed')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Same person' }));
  expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
  expect((await all('mark')).map(({ body }) => body.person)).toEqual(['mo1']);
});

test('of somebody with an allergy, what to do is asked next; the badge and the mark are saved by then', async () => {
  show('/s/s1/add');
  await called();
  write('Zaki R');
  fireEvent.click(screen.getByRole('checkbox', { name: /Allergy or medical need/ }));
  save();
  expect(await screen.findByText('Any allergy, medical or access need?')).toBeTruthy();
  expect((await said())[0]?.writes.map(({ type }) => type)).toEqual(['person', 'mark']);
});
