// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Boxes } from '#app/desk/boxes.tsx';
import { forgetTyped, keepTypedInMemory } from '#db/draft.ts';
import type { Desk } from '#desk/desk.ts';
import type { Write } from '#domain/records/entry.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { Places } from '#features/boxes/desk/places.tsx';
import { deskOf, signIn, slow, stand } from '#test/features/desk-stand.tsx';
import { entryOf, factWrite, newWorld, push, staff, type World } from '#test/server/world.ts';

/** Every form of equipment at the desk: pressed twice, its answer lost, left by Escape, overtaken by another. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
let cora: Awaited<ReturnType<typeof signIn>>;
const [box, ball, rope, van, ordered] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];

const made = (type: string, id: string, scope: string, body: Record<string, unknown>): Write => ({
  ...{ op: 'create', type, id, scope },
  body: { ...body, status: 'active' },
});
const moved = (body: Record<string, unknown>) =>
  factWrite(team.worker, 'movement', partnerScope(world.a), {
    ...{ set: box, n: 1, day: '2026-11-22', at: '2026-11-22T11:00:00.000Z' },
    ...body,
  });

beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
  const { coordinator, worker } = team;
  await push(world, coordinator, [
    entryOf(coordinator, [
      made('set', ball, 'programme', { name: 'Football', kind: 'ITM', code: 'B4LL' }),
      made('set', rope, 'programme', { name: 'Skipping rope', kind: 'ITM' }),
      made('set', box, 'programme', {
        ...{ name: 'Over-10s set', kind: 'O10', version: 1 },
        ...{ [`part/1:${ball}`]: 1, [`part/1:${rope}`]: 2 },
      }),
    ]),
  ]);
  cora = await signIn(world, 'Cora', 'another passphrase');
  const scope = partnerScope(world.a);
  const results = await push(world, worker, [
    entryOf(worker, [
      made('holder', van, scope, { name: 'Van', kind: 'van', code: 'V4NR' }),
      made('delivery', ordered, scope, { supplier: 'Ropes & Co', [`line/${rope}`]: 99 }),
      moved({ kind: 'received', set: ball, n: 90, to: storeOf(world.a) }),
      moved({ kind: 'received', n: 90, to: storeOf(world.a) }),
      moved({ kind: 'given out', n: 1, from: storeOf(world.a), owed: [{ set: rope, n: 40 }] }),
    ]),
  ]);
  expect(results.map(({ result }) => result)).toEqual(['ok']);
});
afterAll(() => world.close());
beforeEach(() => keepTypedInMemory('cora'));
afterEach(() => {
  cleanup();
  forgetTyped();
});

type User = ReturnType<typeof userEvent.setup>;
const sheet = () => within(screen.getByRole('dialog'));
const press = async (user: User, name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
const pick = (user: User, name: string) => user.click(sheet().getByRole('radio', { name: new RegExp(`^${name}`) }));
async function write(user: User, name: string | RegExp, words: string): Promise<void> {
  const field = sheet().getByRole('textbox', { name });
  await user.clear(field);
  await user.type(field, words);
}
const holdsText = (name: string | RegExp, value: string) => async () =>
  (await sheet().findByRole<HTMLInputElement>('textbox', { name })).value === value;

type FormCase = {
  readonly path: string;
  readonly Screen?: ComponentType;
  readonly open: (user: User) => Promise<unknown>;
  readonly fill: (user: User) => Promise<unknown>;
  readonly save: string | RegExp;
  /** How many records come of it, by type. */
  readonly makes: Readonly<Record<string, number>>;
  readonly holds: () => Promise<boolean>;
};

const forms: Readonly<Record<string, FormCase>> = {
  'what came in': {
    path: '/desk/boxes',
    open: (user) => press(user, 'Receive'),
    fill: async (user) => {
      await write(user, 'Football', '12');
      await write(user, 'Skipping rope', '6');
    },
    save: 'Save',
    makes: { movement: 2 },
    holds: holdsText('Skipping rope', '6'),
  },
  'what is loaded': {
    path: '/desk/boxes',
    open: (user) => press(user, 'Load or move'),
    fill: async (user) => {
      await pick(user, 'Van');
      await write(user, 'Football', '2');
    },
    save: 'Save',
    makes: { movement: 1 },
    holds: holdsText('Football', '2'),
  },
  'what is built': {
    path: '/desk/boxes',
    open: (user) => press(user, 'Build'),
    fill: async (user) => {
      await pick(user, 'Over-10s set');
      await write(user, 'How many boxes?', '3');
      await write(user, 'Skipping rope', '5');
    },
    save: 'Build',
    makes: { movement: 2 },
    holds: holdsText('Skipping rope', '5'),
  },
  'what is handed over': {
    path: '/desk/boxes',
    open: (user) => press(user, 'Hand to a partner'),
    fill: async (user) => {
      await pick(user, 'Alliance');
      await write(user, 'Over-10s set', '1');
      await write(user, 'Football', '1');
    },
    save: 'Hand it over',
    makes: { transfer: 2 },
    holds: holdsText('Football', '1'),
  },
  'a count': {
    path: '/desk/boxes',
    open: (user) => press(user, /^Football, Store: \d+\. Count/),
    fill: (user) => write(user, 'Football', '50'),
    save: 'Save the count',
    makes: { stocktake: 1 },
    holds: holdsText('Football', '50'),
  },
  'what is supplied': {
    path: '/desk/boxes?part=owed',
    open: (user) => press(user, /^Supply \d+ × Skipping rope/),
    fill: (user) => write(user, 'Skipping rope', '3'),
    save: 'Supplied',
    makes: { movement: 1 },
    holds: holdsText('Skipping rope', '3'),
  },
  'what came of a delivery': {
    path: '/desk/boxes?part=deliveries',
    open: (user) => press(user, 'Mark received: Ropes & Co'),
    fill: (user) => write(user, 'Skipping rope', '7'),
    save: 'Save what came',
    makes: { movement: 1 },
    holds: holdsText('Skipping rope', '7'),
  },
  'a place': {
    path: '/desk/set-up',
    Screen: Places,
    open: (user) => press(user, 'Add a place'),
    fill: async (user) => {
      await pick(user, 'Bag');
      await write(user, /What do you call it/, `Bag ${Math.random().toString(36).slice(2)}`);
    },
    save: 'Save the place',
    makes: { holder: 1 },
    holds: async () => /^Bag /.test(sheet().getByRole<HTMLInputElement>('textbox').value),
  },
};

const cases = Object.entries(forms);
const longerThanASlip = 700;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function madeNow(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await world.server.ledger.read((tx) => tx.feed(partnerScope(world.a), 0));
  return Object.fromEntries([...Map.groupBy(rows, ({ type }) => type)].map(([type, same]) => [type, same.length]));
}

/** What there is more than before, by type. */
async function more(before: Readonly<Record<string, number>>): Promise<Readonly<Record<string, number>>> {
  const grown = Object.entries(await madeNow()).map(([type, n]) => [type, n - (before[type] ?? 0)] as const);
  return Object.fromEntries(grown.filter(([, n]) => n > 0));
}

const show = (desk: Desk, { path, Screen = Boxes }: FormCase): User => {
  stand(desk, Screen, path, path.split('?')[0]);
  return userEvent.setup();
};

/** The first save is stored and its answer lost. */
function losing(desk: Desk): Desk {
  let lost = false;
  return {
    ...desk,
    save: async (...words) => {
      const problem = await desk.save(...words);
      if (lost) return problem;
      lost = true;
      return 'No answer from the server.';
    },
  };
}

test.each(cases)('%s, pressed twice on a slow network, is saved once', async (_, form) => {
  const before = await madeNow();
  const user = show(slow(deskOf(world, cora)), form);
  await form.open(user);
  await form.fill(user);
  await user.dblClick(sheet().getByRole('button', { name: form.save }));
  await waitFor(async () => expect(await more(before)).toEqual(form.makes));
  await wait(longerThanASlip);
  expect(await more(before)).toEqual(form.makes);
});

test.each(cases)('%s whose answer was lost is saved once when it is pressed again', async (_, form) => {
  const before = await madeNow();
  const user = show(losing(deskOf(world, cora)), form);
  await form.open(user);
  await form.fill(user);
  await user.click(sheet().getByRole('button', { name: form.save }));
  expect(await sheet().findByText('No answer from the server.')).toBeTruthy();
  await wait(longerThanASlip);
  await user.click(sheet().getByRole('button', { name: form.save }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await more(before)).toEqual(form.makes);
});

test.each(cases)('%s whose answer was lost, shut and opened again, is no second thing', async (name, form) => {
  const before = await madeNow();
  const desk = losing(deskOf(world, cora));
  const user = show(desk, form);
  await form.open(user);
  await form.fill(user);
  await user.click(sheet().getByRole('button', { name: form.save }));
  expect(await sheet().findByText('No answer from the server.')).toBeTruthy();
  await wait(longerThanASlip);
  fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
  await form.open(user);
  // What was counted or was due is known by now: that is said in words, and the others are the same to the letter.
  const isNews = name === 'a count' || name === 'what came of a delivery';
  if (isNews) expect(await sheet().findByText(/since you (counted|began)/)).toBeTruthy();
  else await user.click(sheet().getByRole('button', { name: form.save }));
  if (!isNews) await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await more(before)).toEqual(form.makes);
});

test('a line that was changed after its answer was lost is never counted beside what was saved', async () => {
  const before = await madeNow();
  const form = forms['what came in'] as FormCase;
  const user = show(losing(deskOf(world, cora)), form);
  await form.open(user);
  await form.fill(user);
  await user.click(sheet().getByRole('button', { name: form.save }));
  expect(await sheet().findByText('No answer from the server.')).toBeTruthy();
  await wait(longerThanASlip);
  await write(user, 'Football', '13');
  await user.click(sheet().getByRole('button', { name: form.save }));
  expect(await sheet().findByText('refused')).toBeTruthy();
  expect(await more(before)).toEqual(form.makes);
});

test.each(cases)('%s, left by Escape or with the page, is there again', async (_, form) => {
  const before = await madeNow();
  const user = show(deskOf(world, cora), form);
  await form.open(user);
  await form.fill(user);
  fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
  await form.open(user);
  expect(await form.holds()).toBe(true);
  cleanup();
  const again = show(deskOf(world, cora), form);
  await form.open(again);
  expect(await form.holds()).toBe(true);
  expect(await more(before)).toEqual({});
});

test('a shelf that moved while its sheet was open is counted again', async () => {
  const desk = deskOf(world, cora);
  const user = show(desk, forms['a count'] as FormCase);
  await forms['a count']?.open(user);
  await write(user, 'Football', '50');
  await push(world, team.worker, [
    entryOf(team.worker, [moved({ kind: 'received', set: ball, n: 3, to: storeOf(world.a) })]),
  ]);
  desk.answers.refresh('/api/stock');
  expect(await screen.findByText(/^Football: something happened there since you counted/)).toBeTruthy();
  expect(sheet().getByRole<HTMLInputElement>('textbox', { name: 'Football' }).value).toBe('');
});

test('what came of a delivery that another took in meanwhile is not taken in once more', async () => {
  const desk = deskOf(world, cora);
  const user = show(desk, forms['what came of a delivery'] as FormCase);
  await forms['what came of a delivery']?.open(user);
  await write(user, 'Skipping rope', '9');
  await push(world, team.worker, [
    entryOf(team.worker, [moved({ kind: 'received', set: rope, n: 10, to: storeOf(world.a), delivery: ordered })]),
  ]);
  desk.answers.refresh('/api/stock');
  expect(await screen.findByText(/^What was due has changed since you began/)).toBeTruthy();
  expect(sheet().getByRole<HTMLInputElement>('textbox', { name: 'Skipping rope' }).value).not.toBe('9');
});

test('another name puts back nothing that was changed meanwhile, and a place is closed only when it is empty', async () => {
  const desk = deskOf(world, cora);
  stand(desk, Places, '/desk/set-up');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^Van/ }));
  await write(user, /What do you call it/, 'Blue van');
  const scope = partnerScope(world.a);
  await desk.save('', [{ op: 'patch', type: 'holder', id: van, scope, body: { kind: 'bag', code: 'B4GS' } }]);
  await user.click(sheet().getByRole('button', { name: 'Save the place' }));
  const holder = async () =>
    (await world.server.ledger.read((tx) => tx.feed(scope, 0))).rows.find(({ id }) => id === van)?.body;
  await waitFor(async () => expect(await holder()).toMatchObject({ name: 'Blue van', kind: 'bag', code: 'B4GS' }));
  await user.click(await screen.findByRole('button', { name: /^Blue van/ }));
  expect(sheet().getByRole('button', { name: 'Close this place' }).getAttribute('aria-disabled')).toBe('true');
  expect(sheet().getByText('Something is still in it')).toBeTruthy();
});

test('a part that another desk supplied meanwhile is not supplied again', async () => {
  const desk = deskOf(world, cora);
  const lacking = moved({ kind: 'given out', n: 1, from: storeOf(world.a), owed: [{ set: ball, n: 2 }] });
  const supplied = () => moved({ kind: 'part supplied later', set: ball, n: 1, settles: [lacking.id] });
  const another = async (write: Write) => {
    await push(world, team.worker, [entryOf(team.worker, [write])]);
    desk.answers.refresh('/api/stock');
  };
  await another(lacking);
  stand(desk, Boxes, '/desk/boxes?part=owed', '/desk/boxes');
  const user = userEvent.setup();
  await press(user, /^Supply 2 × Football/);
  await another(supplied());
  expect(await sheet().findByText(/1 is missing/)).toBeTruthy();
  const before = await madeNow();
  await another(supplied());
  expect(await sheet().findByText('That was done meanwhile.')).toBeTruthy();
  expect(sheet().queryByRole('button', { name: 'Supplied' })).toBeNull();
  await user.click(sheet().getByText('Close'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(await more(before)).toEqual({ movement: 1 });
});

test('a target that another desk changed while it was open is seen to be changed, and one given up is done with', async () => {
  const desk = deskOf(world, cora);
  const [scope, id] = [partnerScope(world.a), uuidv7()];
  await desk.save('', [
    { op: 'create', type: 'target', id, scope, body: { n: 50, by: '2026-12-31', status: 'active' } },
  ]);
  stand(desk, Boxes, '/desk/boxes?part=given&from=2026-11-01&to=2026-11-30', '/desk/boxes');
  const user = userEvent.setup();
  await press(user, /^50 boxes/);
  await write(user, 'Boxes', '60');
  const patch = (body: Record<string, unknown>) => desk.save('', [{ op: 'patch', type: 'target', id, scope, body }]);
  await patch({ n: 70 });
  expect(await sheet().findByText('Boxes: 70. Saving puts yours in its place.')).toBeTruthy();
  await patch({ status: 'closed' });
  expect(await sheet().findByText('That was done meanwhile.')).toBeTruthy();
  expect(sheet().queryByRole('button', { name: 'Save the target' })).toBeNull();
});

test('a place that another desk changed stands in the open sheet as it is', async () => {
  const desk = deskOf(world, cora);
  const bag = uuidv7();
  const scope = partnerScope(world.a);
  const kept = { name: 'Kit bag', kind: 'bag', code: 'B4GT', status: 'active' };
  await desk.save('', [{ op: 'create', type: 'holder', id: bag, scope, body: kept }]);
  const user = userEvent.setup();
  stand(desk, Places, '/desk/set-up');
  await press(user, /^Kit bag/);
  await desk.save('', [{ op: 'patch', type: 'holder', id: bag, scope, body: { status: 'closed' } }]);
  expect(await sheet().findByRole('button', { name: 'Open it again' })).toBeTruthy();
});

test('nothing is loaded to a place that another closed while it was chosen, nor out of one', async () => {
  const desk = deskOf(world, cora);
  const [scope, bag] = [partnerScope(world.a), uuidv7()];
  const kept = { name: 'Old bag', kind: 'bag', code: 'B4GX', status: 'active' };
  const turn = (status: string) => desk.save('', [{ op: 'patch', type: 'holder', id: bag, scope, body: { status } }]);
  await desk.save('', [{ op: 'create', type: 'holder', id: bag, scope, body: kept }]);
  const form = forms['what is loaded'] as FormCase;
  const user = show(desk, form);
  await form.open(user);
  await pick(user, 'Old bag');
  await write(user, 'Football', '2');
  await turn('closed');
  await waitFor(() => expect(sheet().queryByRole('radio', { name: /^Old bag/ })).toBeNull());
  const before = await madeNow();
  await user.click(sheet().getByRole('button', { name: form.save }));
  expect(await sheet().findAllByText('What you chose is closed by now. Choose where it goes.')).toHaveLength(2);
  await turn('active');
  await user.click(sheet().getByRole('radio', { name: /van/i }));
  await user.selectOptions(
    sheet().getByLabelText('From where'),
    await sheet().findByRole('option', { name: 'Old bag' }),
  );
  await turn('closed');
  await waitFor(() => expect(sheet().queryByRole('option', { name: 'Old bag' })).toBeNull());
  await user.click(sheet().getByRole('button', { name: form.save }));
  expect(await sheet().findAllByText('Choose the place again.')).toHaveLength(2);
  expect(await more(before)).toEqual({});
});
