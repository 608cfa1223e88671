// @vitest-environment jsdom
import { act, cleanup, fireEvent, renderHook, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tryAgain, useUnsaved } from '#db/attempt.ts';
import { openPerson, setOpenPerson } from '#db/person.ts';
import { addDays, dayOf, toInstant } from '#domain/time.ts';
import { SaidBefore, sayOnce } from '#forms/say-once.ts';
import { keepHere } from '#phone/save.ts';
import { all, lockAndOpen, openPhone, said, session, show, slowDisk } from '#test/features/phone-stand.tsx';
import { fact } from '#test/saying.ts';

/** Every form of the phone: pressed twice on a slow disk, locked half filled, opened while somebody else changes the same. */

const today = dayOf(Date.now());
const hour = 3_600_000;
const ago = (hours: number) => toInstant(Date.now() - hours * hour);
const on = session('s1', { day: today, actualStart: ago(1), status: { is: 'running', reopened: 0 } });
const coming = session('s2', {
  day: addDays(today, 7),
  plannedStart: toInstant(Date.now() + 7 * 24 * hour),
  plannedEnd: toInstant(Date.now() + 7 * 24 * hour + 2 * hour),
  status: { is: 'planned', reopened: 0 },
});
const over = session('s3', {
  day: addDays(today, -3),
  actualStart: ago(74),
  actualEnd: ago(72),
  status: { is: 'finished', reopened: 0 },
});

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (label: string | RegExp) => fireEvent.click(screen.getByLabelText(label));
const textIn = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;
const isTicked = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label).checked;

type Form = {
  readonly at: string;
  /** To the form, where it is not there at once. */
  readonly open?: () => Promise<unknown>;
  /** A field by which the form is known to be there. */
  readonly field: string | RegExp;
  readonly fill: () => void;
  readonly holds: () => boolean;
  readonly submit: string | RegExp;
};

const forms: Readonly<Record<string, Form>> = {
  'starting a session': {
    ...{ at: '/start', field: 'Woodlands Park', submit: 'Start session' },
    fill: () => press('Woodlands Park'),
    holds: () => isTicked('Woodlands Park'),
  },
  'planning a session': {
    ...{ at: '/plan', field: 'Park', submit: 'Plan the session' },
    fill: () => {
      type('Park', 'woodlands');
      type('From', '15:15');
    },
    holds: () => textIn('From') === '15:15' && textIn('Park') === 'woodlands',
  },
  'planning a series': {
    ...{ at: '/plan', field: 'Park', submit: 'Plan 3 sessions' },
    fill: () => {
      type('Park', 'woodlands');
      press('Every week');
      type('Last day', addDays(today, 15));
    },
    holds: () => textIn('Last day') === addDays(today, 15),
  },
  'writing up an earlier session': {
    ...{ at: '/earlier', field: 'Park', submit: 'Continue' },
    fill: () => {
      type('Park', 'woodlands');
      press('Yes');
      type(/Number on the paper/, 'B-17');
    },
    holds: () => textIn(/Number on the paper/) === 'B-17',
  },
  'a note': {
    ...{ at: '/s/s1/note', field: /What should the team know/, submit: 'Save the note' },
    fill: () => type(/What should the team know/, 'The gate was shut'),
    holds: () => textIn(/What should the team know/) === 'The gate was shut',
  },
  'finishing a session': {
    ...{ at: '/s/s1/finish', field: /^Everyone is off site/, submit: 'Finish session' },
    fill: () => {
      press(/^Everyone is off site/);
      type('What went well?', 'The younger ones led');
    },
    // The time of the tick stands beside it still.
    holds: () => isTicked(/^Everyone is off site ?\d\d:\d\d$/) && textIn('What went well?') === 'The younger ones led',
  },
  'cancelling a session': {
    ...{ at: '/s/s2/change', field: 'Cancel it', submit: 'Save the change' },
    fill: () => {
      press('Cancel it');
      press('Rain or wind');
      type(/Anything to add/, 'The pitch is under water');
    },
    holds: () => textIn(/Anything to add/) === 'The pitch is under water',
  },
  'moving a session': {
    ...{ at: '/s/s2/change', field: 'Change the day or time', submit: 'Save the change' },
    fill: () => {
      press('Change the day or time');
      type('From', '10:10');
    },
    holds: () => textIn('From') === '10:10',
  },
  'opening a session again': {
    ...{ at: '/s/s3/summary', field: 'Why?', submit: 'Open it again' },
    open: async () => fireEvent.click(await screen.findByRole('button', { name: 'Open it again' })),
    fill: () => type('Why?', 'Somebody came late'),
    holds: () => textIn('Why?') === 'Somebody came late',
  },
  'adding somebody': {
    ...{ at: '/s/s1/add', field: 'What are they called?', submit: 'Save and mark here' },
    fill: () => type('What are they called?', 'Amira'),
    holds: () => textIn('What are they called?') === 'Amira',
  },
  'a badge': {
    ...{ at: '/people/kayla/edit/about', field: 'Age', submit: 'Save' },
    fill: () => type('Age', '13-15'),
    holds: () => textIn('Age') === '13-15',
  },
  'a refused record': {
    ...{ at: '/sync', field: 'Known as', submit: 'Fix and send' },
    open: async () => fireEvent.click(await screen.findByRole('button', { name: 'Look' })),
    fill: () => type('Known as', 'Mo'),
    holds: () => textIn('Known as') === 'Mo',
  },
};

/** A badge whose name the server took for none. */
async function refuse(): Promise<void> {
  const stamped = { by: 'member-one', device: openPerson().profile.device, clock: 1, at: ago(2), schema: 1 };
  const write = {
    ...{ op: 'create' as const, type: 'person', id: 'mo', scope: on.scope },
    body: { knownAs: '?', leaf: 1, colour: 1, status: 'active' },
  };
  const refused = { id: 'refused-one', code: 'invalid' as const, why: 'knownAs: no name', seq: 1, final: false };
  const entry = { id: 'refused-one', ...stamped, writes: [write] };
  await openPerson().store.write('take', (tx) => tx.putRefused([{ ...refused, entry }]));
}

beforeEach(async () => {
  await openPhone([on, coming, over]);
  await refuse();
});
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

async function opened({ at, open, field }: Form): Promise<void> {
  show(at);
  await open?.();
  await screen.findByLabelText(field);
}

/** The button of the form: a sheet may stand over a page with one of the same name. */
function submitOf({ submit }: Form): HTMLElement {
  const dialog = screen.queryByRole('dialog');
  return (dialog ? within(dialog) : screen).getByRole('button', { name: submit });
}

const drafts = () => openPerson().store.database.draft;

const aWhile = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(Object.entries(forms))('%s', (_, form) => {
  test('pressed twice on a slow disk is saved once', async () => {
    await opened(form);
    form.fill();
    slowDisk();
    const button = submitOf(form);
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(async () => expect(await said()).toHaveLength(1));
    await aWhile(500);
    expect(await said()).toHaveLength(1);
  });

  test('left half filled when the phone locks is there again, says so, and can be given up', async () => {
    await opened(form);
    form.fill();
    await lockAndOpen();
    await opened(form);
    expect(form.holds()).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Start again' })).toBeNull());
    expect(await said()).toHaveLength(0);
    cleanup();
    await opened(form);
    expect(screen.queryByText('It goes on with what was typed before')).toBeNull();
  });

  test('once it is saved begins empty the next time', async () => {
    await opened(form);
    form.fill();
    fireEvent.click(submitOf(form));
    await waitFor(async () => expect(await said()).toHaveLength(1));
    await waitFor(async () => expect(await drafts().toArray()).toEqual([]));
  });
});

const making: readonly (readonly [string, 'session' | 'note' | 'person'])[] = [
  ['starting a session', 'session'],
  ['planning a series', 'session'],
  ['writing up an earlier session', 'session'],
  ['a note', 'note'],
  ['adding somebody', 'person'],
];

describe.each(making)('%s', (name, made) => {
  const form = forms[name] as Form; // named in the table above
  const count = async () => (await all(made)).length;

  test('is one record where the app was killed after it was saved and before its draft was gone', async () => {
    const before = await count();
    await opened(form);
    form.fill();
    await waitFor(async () => expect(await drafts().count()).toBe(1));
    const kept = await drafts().toArray();
    fireEvent.click(submitOf(form));
    await waitFor(async () => expect(await drafts().count()).toBe(0));
    const after = await count();
    await lockAndOpen();
    await drafts().bulkPut(kept);
    await opened(form);
    expect(form.holds()).toBe(true);
    fireEvent.click(submitOf(form));
    await waitFor(async () => expect(await drafts().count()).toBe(0));
    expect(after).toBeGreaterThan(before);
    expect(await count()).toBe(after);
    expect(await said()).toHaveLength(1);
  });

  test('is one record where the disk failed and it was pressed again: then nothing waits any more', async () => {
    await opened(form);
    form.fill();
    const { store } = openPerson();
    const { write } = store;
    store.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    fireEvent.click(submitOf(form));
    expect(await screen.findByText('It is not kept on this phone yet. Try again.')).toBeTruthy();
    expect(form.holds()).toBe(true);
    store.write = write;
    fireEvent.click(submitOf(form));
    await waitFor(async () => expect(await said()).toHaveLength(1));
    await waitFor(() => expect(renderHook(useUnsaved).result.current).toEqual([]));
  });

  test('is one record where the disk failed and what waited was tried again: the form has ended', async () => {
    await opened(form);
    form.fill();
    const { store } = openPerson();
    const { write } = store;
    store.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    fireEvent.click(submitOf(form));
    await screen.findByText('It is not kept on this phone yet. Try again.');
    const [waiting] = renderHook(useUnsaved).result.current;
    if (!waiting) throw new Error('nothing waits');
    store.write = write;
    await act(async () => expect(await tryAgain(waiting)).toBe(true));
    await waitFor(async () => expect(await drafts().count()).toBe(0));
    expect(await said()).toHaveLength(1);
    expect(renderHook(useUnsaved).result.current).toEqual([]);
  });
});

test('a note corrected after the disk failed is saved as corrected, whichever way it is tried again', async () => {
  show('/s/s1/note');
  const field = () => screen.getByLabelText<HTMLTextAreaElement>(/What should the team know/);
  fireEvent.change(await screen.findByLabelText(/What should the team know/), { target: { value: 'gate open' } });
  const { store } = openPerson();
  const { write } = store;
  store.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
  fireEvent.click(screen.getByRole('button', { name: 'Save the note' }));
  await screen.findByText('It is not kept on this phone yet. Try again.');
  fireEvent.change(field(), { target: { value: 'gate LOCKED' } });
  store.write = write;
  const [waiting] = renderHook(useUnsaved).result.current;
  if (!waiting) throw new Error('nothing waits');
  await act(async () => expect(await tryAgain(waiting)).toBe(true));
  expect((await all('note')).map(({ body }) => body.text)).toEqual(['gate LOCKED']);
});

test('words changed after an earlier try was saved are never taken for saved', async () => {
  const id = '019a0000-0000-7000-8000-000000000001';
  const note = (text: string) =>
    fact('note', id, 'partner/partner-one/team', {
      session: 's1',
      day: '2026-11-22',
      text,
      at: new Date().toISOString(),
    });
  expect(await sayOnce(id, [note('gate open')])).not.toBeNull();
  expect(await sayOnce(id, [note('gate open')])).toBeNull();
  await expect(sayOnce(id, [note('gate LOCKED')])).rejects.toThrow(SaidBefore);
  expect(await keepHere('The note', () => sayOnce(id, [note('gate LOCKED')]))).toMatch(/saved at the first try/);
  expect(await all('note')).toHaveLength(1);
});
