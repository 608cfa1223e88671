// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import type userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPerson, setOpenPerson } from '#db/person.ts';
import type { Body } from '#domain/records/entry.ts';
import { dayOf } from '#domain/time.ts';
import {
  keep,
  lockAndOpen,
  one,
  openPhone,
  partner,
  record,
  said,
  scope,
  show,
  slowDisk,
} from '#test/features/phone-stand.tsx';

/** Every form of equipment on a phone: pressed twice, saved by a disk that failed, left half filled, overtaken by another. */

const [day, at] = ['2026-11-22', '2026-11-22T12:00:00.000Z'];
const moved = (id: string, body: Body) => record('movement', id, { day, at, ...body });
const item = (id: string, name: string) => record('set', id, { name, kind: 'ITM', status: 'active' }, 'programme');

const stocked = [
  item('football', 'Football'),
  item('rope', 'Skipping rope'),
  record(
    'set',
    'over',
    { name: 'Over-10s set', kind: 'O10', version: 1, 'part/1:football': 1, 'part/1:rope': 2, status: 'active' },
    'programme',
  ),
  record('partner', 'partner-two', { name: 'Dance Academy', status: 'active' }, 'programme'),
  record('holder', 'van', { name: 'Van', kind: 'van', code: 'V4NR', status: 'active' }),
  record('delivery', 'ropes', { supplier: 'Ropes & Co', 'line/rope': 8, status: 'active' }),
  moved('m1', { kind: 'received', set: 'over', n: 12, to: 'van' }),
  moved('m2', { kind: 'received', set: 'football', n: 9, to: 'van' }),
  moved('m3', { kind: 'lent', set: 'football', n: 3, from: 'van', to: 'on-loan' }),
  moved('m4', { kind: 'given out', set: 'over', n: 1, from: 'van', owed: [{ set: 'rope', n: 2 }] }),
];

type User = ReturnType<typeof userEvent.setup>;
const box = (name: string | RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name });
async function write(user: User, name: string | RegExp, words: string): Promise<void> {
  const field = await box(name);
  await user.clear(field);
  await user.type(field, words);
}
const pick = async (user: User, name: string | RegExp) => user.click(await screen.findByRole('radio', { name }));
const press = async (user: User, name: string | RegExp) => user.click(await screen.findByRole('button', { name }));

type FormCase = {
  readonly address: string;
  /** To where it stands. */
  readonly open?: (user: User) => Promise<unknown>;
  readonly fill: (user: User) => Promise<unknown>;
  readonly save: string | RegExp;
  /** What is said, each thing by its type. */
  readonly says: readonly string[];
  /** Whether what was typed is still there. */
  readonly holds: () => Promise<boolean>;
};

const actAt = (act: string) => `/boxes/place/van/${act}`;
const holdsText = (name: string | RegExp, value: string) => async () => (await box(name)).value === value;
const holdsRadio = (name: string | RegExp) => async () =>
  (await screen.findByRole<HTMLInputElement>('radio', { name })).checked;

const forms: Readonly<Record<string, FormCase>> = {
  'what came in': {
    address: actAt('receive'),
    fill: async (user) => {
      await pick(user, 'None of these');
      await write(user, 'Football', '4');
      await write(user, 'Skipping rope', '6');
    },
    save: 'It is here',
    says: ['movement', 'movement'],
    holds: holdsText('Football', '4'),
  },
  'a delivery': {
    address: actAt('receive'),
    fill: async (user) => {
      await pick(user, /Ropes & Co/);
      await write(user, 'Skipping rope', '5');
    },
    save: 'It is here',
    says: ['movement', 'delivery'],
    holds: holdsText('Skipping rope', '5'),
  },
  'what is loaded': {
    address: actAt('load'),
    fill: async (user) => {
      await pick(user, 'Store');
      await write(user, 'Football', '2');
      await write(user, 'Over-10s set', '3');
    },
    save: 'Load',
    says: ['movement', 'movement'],
    holds: holdsText('Over-10s set', '3'),
  },
  'what is damaged': {
    address: actAt('gone'),
    fill: async (user) => {
      await pick(user, 'Damaged');
      await write(user, 'Football', '2');
    },
    save: 'Save',
    says: ['movement'],
    holds: holdsRadio('Damaged'),
  },
  'what is put right': {
    address: actAt('right'),
    fill: async (user) => {
      await pick(user, 'More is here');
      await write(user, 'Football', '1');
      await write(user, /Why\?/, 'Found behind the door');
    },
    save: 'Put right',
    says: ['movement'],
    holds: holdsText(/Why\?/, 'Found behind the door'),
  },
  'what is passed on': {
    address: actAt('pass'),
    fill: async (user) => {
      await pick(user, 'Dance Academy');
      await write(user, 'Over-10s set', '2');
    },
    save: 'Pass it on',
    says: ['transfer'],
    holds: holdsText('Over-10s set', '2'),
  },
  'what is built': {
    address: actAt('build'),
    fill: async (user) => {
      await pick(user, /Over-10s set/);
      await write(user, 'How many boxes?', '3');
      await write(user, 'Skipping rope', '5');
    },
    save: 'Build',
    says: ['movement', 'movement'],
    holds: holdsText('Skipping rope', '5'),
  },
  'what is taken apart': {
    address: actAt('apart'),
    fill: async (user) => {
      await pick(user, /Over-10s set/);
      await write(user, 'How many boxes?', '2');
    },
    save: 'Take apart',
    says: ['movement'],
    holds: holdsText('How many boxes?', '2'),
  },
  'a missing part': {
    address: actAt('missing'),
    fill: async (user) => {
      await pick(user, /Over-10s set/);
      await write(user, 'Skipping rope', '1');
    },
    save: 'Save',
    says: ['movement'],
    holds: holdsText('Skipping rope', '1'),
  },
  'a count': {
    address: actAt('count'),
    fill: async (user) => {
      await write(user, 'Football', '5');
      await write(user, 'Over-10s set', '0');
    },
    save: /^Save the count/,
    says: ['stocktake', 'stocktake'],
    holds: holdsText('Football', '5'),
  },
  'a place': {
    address: '/boxes/new',
    fill: async (user) => {
      await pick(user, 'Bag');
      await write(user, /What do you call it/, 'Red bag');
    },
    save: 'Add the place',
    says: ['holder'],
    holds: holdsText(/What do you call it/, 'Red bag'),
  },
  'another name of a place': {
    address: actAt('edit'),
    fill: (user) => write(user, /What do you call it/, 'Blue van'),
    save: 'Save',
    says: ['holder'],
    holds: holdsText(/What do you call it/, 'Blue van'),
  },
  'what is lent': {
    address: '/lend',
    fill: (user) => write(user, 'Football', '2'),
    save: 'Lend',
    says: ['movement'],
    holds: holdsText('Football', '2'),
  },
  'what came back of a loan': {
    address: '/boxes?tab=loans',
    open: (user) => press(user, /^Bring back/),
    fill: async (user) => {
      await write(user, 'Back', '2');
      await write(user, 'Lost', '1');
    },
    save: 'Save',
    says: ['movement', 'movement'],
    holds: holdsText('Lost', '1'),
  },
  'what is supplied': {
    address: '/boxes',
    open: async (user) => user.click(await screen.findByRole('button', { name: /not named: 2 skipping ropes/ })),
    fill: (user) => write(user, 'Skipping rope', '1'),
    save: 'Supplied now',
    says: ['movement'],
    holds: holdsText('Skipping rope', '1'),
  },
  'what is given out': {
    address: '/give?person=unnamed',
    fill: async (user) => {
      await pick(user, /Over-10s set/);
      await write(user, 'How many?', '4');
    },
    save: /^Give out/,
    says: ['movement'],
    holds: holdsText('How many?', '4'),
  },
  'a wish in their own words': {
    address: '/boxes?tab=wishes',
    open: (user) => pick(user, /Over/),
    fill: (user) => write(user, /Something else/, 'Climbing'),
    save: 'Add it: something to do',
    says: ['wish'],
    holds: holdsText(/Something else/, 'Climbing'),
  },
  'what is needed': {
    address: '/boxes?tab=wishes',
    fill: (user) => write(user, /What is needed/, 'Lights by the court'),
    save: 'Tell the coordinator',
    says: ['idea'],
    holds: holdsText(/What is needed/, 'Lights by the court'),
  },
};

const cases = Object.entries(forms);
const longerThanADraft = 500;
const longerThanASlip = 700;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const types = async () => (await said()).flatMap(({ writes }) => writes.map(({ type }) => type));

async function filled({ address, open, fill }: FormCase): Promise<User> {
  const user = show(address);
  await open?.(user);
  await fill(user);
  return user;
}

beforeEach(() => openPhone(stocked));
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

test.each(cases)('%s, pressed twice while the disk is slow, is said once', async (_, form) => {
  const user = await filled(form);
  slowDisk();
  await user.dblClick(await screen.findByRole('button', { name: form.save }));
  await waitFor(async () => expect(await types()).toEqual(form.says));
  await wait(longerThanASlip);
  expect(await types()).toEqual(form.says);
});

test.each(cases)('%s, saved by a disk that said it failed, is not said once more', async (name, form) => {
  const user = await filled(form);
  const { store } = openPerson();
  const write = store.write.bind(store);
  store.write = async (step, work) => {
    await write(step, work);
    store.write = write;
    throw new DOMException('full', 'QuotaExceededError');
  };
  const button = await screen.findByRole('button', { name: form.save });
  await user.click(button);
  expect(await screen.findByText(/is not kept on this phone yet/)).toBeTruthy();
  await wait(longerThanASlip);
  await user.click(button);
  await waitFor(() => expect(screen.queryByText(/is not kept on this phone yet/)).toBeNull());
  // A change says the same again, which changes nothing.
  const times = name === 'another name of a place' ? 2 : 1;
  expect(await types()).toEqual(Array.from({ length: times }, () => form.says).flat());
});

test.each(cases)('%s, left half filled, is there again, also after the phone was locked', async (_, form) => {
  await filled(form);
  await wait(longerThanADraft);
  await lockAndOpen();
  const user = show(form.address);
  await form.open?.(user);
  await waitFor(async () => expect(await form.holds()).toBe(true));
  expect(await said()).toEqual([]);
});

test.each([
  ['what is needed', /What is needed/],
  ['a wish in their own words', /Something else/],
] as const)('%s is asked afresh once it is saved, and a second press says nothing more', async (name, field) => {
  const form = forms[name];
  if (!form) throw new Error('no such form');
  const user = await filled(form);
  await press(user, form.save);
  await waitFor(async () => expect(await types()).toEqual(form.says));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(field).value).toBe(''));
  await wait(longerThanASlip);
  await press(user, form.save);
  expect(await types()).toEqual(form.says);
});

test('a name is changed and nothing else that another changed meanwhile', async () => {
  const user = show(actAt('edit'));
  await write(user, /What do you call it/, 'Blue van');
  await keep([record('holder', 'van', { name: 'Van', kind: 'bag', code: 'B4GS', status: 'active' })]);
  await waitFor(() => expect(screen.getByText(/Its code is B4GS/)).toBeTruthy());
  await press(user, 'Save');
  await waitFor(async () => expect(await types()).toEqual(['holder']));
  expect((await said())[0]?.writes[0]).toMatchObject({ op: 'patch', body: { name: 'Blue van' } });
  expect(Object.keys((await said())[0]?.writes[0]?.body ?? {})).toEqual(['name']);
});

test('closing a place says nothing of a name that was typed, and waits until it is empty', async () => {
  await keep([record('holder', 'bag', { name: 'Bag', kind: 'bag', code: 'B4GG', status: 'active' })]);
  const user = show(actAt('edit'));
  await write(user, /What do you call it/, 'Half a name');
  expect((await screen.findByRole('button', { name: 'Close this place' })).getAttribute('aria-disabled')).toBe('true');
  cleanup();
  const again = show('/boxes/place/bag/edit');
  await write(again, /What do you call it/, 'Half a name');
  await press(again, 'Close this place');
  await waitFor(async () => expect((await said())[0]?.writes[0]?.body).toEqual({ status: 'closed' }));
});

test('a place that takes its name from a worker is theirs, and one called the same is found out whatever its case', async () => {
  const user = show('/boxes/new');
  await pick(user, 'With a worker');
  await user.selectOptions(await screen.findByLabelText('Which worker?'), 'Dele A');
  await press(user, 'Add the place');
  await waitFor(async () => expect(await types()).toEqual(['holder']));
  const [made] = (await said())[0]?.writes ?? [];
  expect(made).toMatchObject({ scope, body: { name: 'Dele A', kind: 'worker', member: 'member-one' } });
  cleanup();
  const again = show('/boxes/new');
  await pick(again, 'Van');
  await write(again, /What do you call it/, 'vAn');
  await press(again, 'Add the place');
  expect(await screen.findAllByText('There is a place called vAn already.')).not.toHaveLength(0);
});

test('nothing is loaded to a place nobody has heard of', async () => {
  await keep([moved('m9', { kind: 'received', set: 'rope', n: 1, to: 'van-unheard' })]);
  show(actAt('load'));
  await screen.findByRole('radio', { name: 'Store' });
  expect(screen.queryByRole('radio', { name: /not yet known/ })).toBeNull();
});

test('of a delivery nothing more of which will come, it is said on which day the last came', async () => {
  const user = show(`/boxes/place/store:${partner}/receive?delivery=ropes`);
  await write(user, 'Skipping rope', '5');
  await user.click(screen.getByRole('checkbox', { name: /The rest will not come/ }));
  await press(user, 'It is here');
  await waitFor(async () => expect(await types()).toEqual(['movement', 'delivery']));
  const { body } = await one('delivery', 'ropes');
  expect(body).toMatchObject({ status: 'closed', arrived: dayOf(Date.now()) });
});

test('nothing of a delivery came and nothing will: that is an answer, and moves nothing', async () => {
  const user = show(`/boxes/place/van/receive?delivery=ropes`);
  await write(user, 'Skipping rope', '0');
  await user.click(screen.getByRole('checkbox', { name: /The rest will not come/ }));
  await press(user, 'It is here');
  await waitFor(async () => expect((await said())[0]?.writes[0]?.body).toEqual({ status: 'closed' }));
});
