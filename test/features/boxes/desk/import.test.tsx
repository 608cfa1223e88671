// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Desk } from '#desk/desk.ts';
import { textOfFile } from '#desk/import/file.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { largest } from '#features/boxes/desk/import/form.tsx';
import { Import } from '#features/boxes/desk/import/import.tsx';
import { deskOf, signIn, stand } from '#test/features/desk-stand.tsx';
import { entryOf, newWorld, passphrase, push, staff, type World } from '#test/server/world.ts';

/** Reading in a delivery note: the real screens over the real server, and files as spreadsheets save them. */

let world: World;
let ann: Awaited<ReturnType<typeof signIn>>;
let cora: Awaited<ReturnType<typeof signIn>>;
let team: Awaited<ReturnType<typeof staff>>;

const things = ['Football', 'Cone', 'Skipping rope', 'Mini goals', "Kids' bibs", 'Café chair', 'Rounders bat - junior'];

beforeAll(async () => {
  // Only the date: what waits for a moment still waits.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00.000Z') });
  world = await newWorld();
  team = await staff(world);
  const writes = things.map((name) => ({
    ...{ op: 'create' as const, type: 'set', id: uuidv7(), scope: 'programme' },
    body: { name, kind: 'ITM', status: 'active' },
  }));
  await push(world, team.coordinator, [entryOf(team.coordinator, writes)]);
  ann = await signIn(world, 'Ann', passphrase);
  cora = await signIn(world, 'Cora', 'another passphrase');
});
afterAll(() => {
  vi.useRealTimers();
  return world.close();
});
afterEach(cleanup);

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'notes', name)));
const textOf = (name: string) => new TextDecoder().decode(bytesOf(name));
const rows = async (type: string, scope = partnerScope(world.a)) =>
  (await world.server.ledger.read((tx) => tx.feed(scope, 0))).rows.filter((row) => row.type === type);

let user: ReturnType<typeof userEvent.setup>;
let supplier = 0;
beforeEach(() => {
  user = userEvent.setup();
  supplier += 1;
});

/** Draws the screen and fills it in; each test has a supplier of its own. */
async function begin(text: string, desk: Desk = deskOf(world, cora)) {
  stand(desk, Import, '/desk/boxes/import');
  await fillIn(text);
}
async function fillIn(text: string) {
  await screen.findByRole('button', { name: 'Look at it first' });
  const which = screen.queryByLabelText('Which delivery');
  if (which) await user.selectOptions(which, 'new');
  await user.type(await screen.findByRole('textbox', { name: 'Supplier' }), `Supplier ${supplier}`);
  await user.click(screen.getByLabelText('Or paste the lines'));
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Look at it first' }));
}
const saveButton = () => screen.findByRole('button', { name: /^(Save|Nothing to save)/ });
const cells = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent));

it('two columns that may be the number are asked about, and nothing is read before', async () => {
  await begin('Number,Item,Quantity,Price\n1,Football,30,5\n2,Cone,100,1\n');
  expect(await screen.findByText('“Number” or “Quantity”?')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
  expect((await saveButton()).textContent).toBe('Nothing to save');
  await user.selectOptions(screen.getByLabelText('How many'), 'Quantity (30, 100)');
  expect(cells().map(([, item, n]) => [item, n])).toEqual([
    ['Football', '30'],
    ['Cone', '100'],
  ]);
  expect(screen.getByText(/“Number”, “Price”\./)).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('What it is'), 'Quantity (30, 100)');
  expect(screen.getByText('This column is read as something else already.')).toBeTruthy();
});

it('a title above the headings is said, and the headings can be chosen', async () => {
  await begin(textOf('title-above.csv'));
  expect(
    await screen.findByText(/Above the headings and not read: “Equipment cupboard – count of 24 November”/),
  ).toBeTruthy();
  expect((await saveButton()).textContent).toBe('Save 2 lines');
  await user.selectOptions(screen.getByLabelText('The headings'), 'There are none');
  expect((await saveButton()).textContent).toBe('Nothing to save');
  expect(screen.getByText(/First say which column says what it is and how many\./)).toBeTruthy();
});

it('nothing that was said is lost by going back', async () => {
  await begin('Number,Item,Quantity\n1,Footbal,30\n');
  await user.selectOptions(await screen.findByLabelText('How many'), 'Quantity (30)');
  await user.selectOptions(screen.getByLabelText('What is “Footbal”?'), 'Football');
  expect((await saveButton()).textContent).toBe('Save 1 line');
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect((screen.getByRole('textbox', { name: 'Supplier' }) as HTMLInputElement).value).toBe(`Supplier ${supplier}`);
  await user.click(screen.getByRole('button', { name: 'Look at it first' }));
  expect((await saveButton()).textContent).toBe('Save 1 line');
  expect(cells()).toEqual([['2', 'Football', '30', 'Store', 'Right']]);
});

it('what is not known can be made new, once', async () => {
  stand(deskOf(world, ann), Import, '/desk/boxes/import');
  await user.selectOptions(await screen.findByLabelText('Whose'), 'Refocus');
  await fillIn('Item,Quantity\nPogo stick,3\npogo  stick,4\n');
  await user.selectOptions(screen.getByLabelText('What is “Pogo stick”?'), 'A new thing, called that');
  await user.dblClick(await saveButton());
  await screen.findByText(`2 lines saved: Supplier ${supplier}, Refocus`);
  const made = (await rows('set', 'programme')).filter(({ body }) => body.name === 'Pogo stick');
  expect(made).toMatchObject([{ body: { kind: 'ITM', code: expect.stringMatching(/^[A-Z2-9]{4}$/) } }]);
  const moved = (await rows('movement')).filter(({ body }) => body.set === made[0]?.id);
  expect(moved.map(({ body }) => body.n).sort()).toEqual([3, 4]);
});

it('only who may make a thing is offered to', async () => {
  await begin('Item,Quantity\nUnicycle,3\n');
  const field = await screen.findByLabelText('What is “Unicycle”?');
  expect(within(field).queryByText('A new thing, called that')).toBeNull();
  expect(screen.getByText(/made by the programme coordinator/)).toBeTruthy();
});

it('what was ordered is not late once it is read in, on the day it came', async () => {
  const [ball] = (await rows('set', 'programme')).filter(({ body }) => body.name === 'Football');
  const delivery = uuidv7();
  const body = { supplier: 'Kit & Co', promised: '2026-11-16', [`line/${ball?.id}`]: 30, status: 'active' };
  const write = { op: 'create' as const, type: 'delivery', id: delivery, scope: partnerScope(world.a), body };
  await push(world, team.coordinator, [entryOf(team.coordinator, [write])]);
  stand(deskOf(world, cora), Import, '/desk/boxes/import');
  await user.click(await screen.findByLabelText('Or paste the lines'));
  await user.paste('Item,Quantity\nFootball,30\n');
  await user.click(screen.getByRole('button', { name: 'Look at it first' }));
  expect(screen.getAllByText(/^Which delivery is it/)).not.toHaveLength(0);
  expect(screen.getByText('Kit & Co · promised for 16 Nov · 30 × Football')).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Which delivery'), delivery);
  const day = screen.getByLabelText('It came on');
  await user.clear(day);
  await user.type(day, '2026-11-24');
  await user.click(screen.getByRole('button', { name: 'Look at it first' }));
  expect(screen.getAllByText('That day is still to come.')).not.toHaveLength(0);
  await user.clear(day);
  await user.type(day, '2026-11-19');
  await user.click(screen.getByRole('button', { name: 'Look at it first' }));
  await user.click(await saveButton());
  await screen.findByText('1 line saved: Kit & Co, Refocus');
  const { body: stock } = await world.say('GET', '/api/stock', undefined, { cookie: cora.cookie });
  const line = stock.deliveries.find(({ id }: { id: string }) => id === delivery);
  expect(line).toMatchObject({ is: 'in', arrived: '2026-11-19' });
  expect(await rows('movement')).toContainEqual(
    expect.objectContaining({
      body: expect.objectContaining({ delivery, day: '2026-11-19', at: '2026-11-19T12:00:00.000Z', n: 30 }),
    }),
  );
});

it('the same note is known by what it says, and may be a second delivery', async () => {
  await begin(textOf('same-note-comma.csv'));
  await user.click(await saveButton());
  await screen.findByText(/^2 lines saved/);
  await fillIn(textOf('same-note-tab.txt'));
  expect(await screen.findByText('This was read in before')).toBeTruthy();
  expect((await saveButton()).getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByLabelText(/It is a second delivery/));
  await user.click(await saveButton());
  await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
  // The screen is empty again, although it says the same words as the first time.
  expect(screen.getByRole('textbox', { name: 'Supplier' })).toHaveProperty('value', '');
});

/** More lines than one save may hold, of one thing. */
const long = (first: number) =>
  `Item,Quantity\n${Array.from({ length: 250 }, (_, at) => `Cone,${first + at}`).join('\n')}\n`;
const conesOf = async (name: string) => {
  const deliveries = new Set((await rows('delivery')).filter(({ body }) => body.supplier === name).map(({ id }) => id));
  return (await rows('movement')).filter(({ body }) => deliveries.has(String(body.delivery))).map(({ body }) => body.n);
};

it('a save that broke off is nobody’s repeat, and pressing Save again brings what is missing', async () => {
  const real = deskOf(world, cora);
  let saves = 0;
  const save: Desk['save'] = async (words, sayings) => {
    saves += 1;
    return saves === 2 ? 'No answer from the server.' : real.save(words, sayings);
  };
  await begin(long(1), { ...real, save });
  await user.click(await saveButton());
  await screen.findByText(/A part of it is saved; saving again adds only the rest/);
  expect(screen.queryByText('This was read in before')).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 650)); // longer than a slip of the finger
  await user.click(await saveButton());
  await screen.findByText(/^250 lines saved/);
  const cones = await conesOf(`Supplier ${supplier}`);
  expect(cones).toHaveLength(250);
  expect(new Set(cones).size).toBe(250);
}, 30_000);

it('what broke off can be ended in another sitting', async () => {
  const real = deskOf(world, cora);
  let saves = 0;
  const save: Desk['save'] = async (words, sayings) => {
    saves += 1;
    return saves === 1 ? real.save(words, sayings) : 'No answer from the server.';
  };
  await begin(long(101), { ...real, save });
  await user.click(await saveButton());
  await screen.findByText(/A part of it is saved/);
  cleanup();
  await begin(long(101));
  await screen.findByText(/Not all of it is in\./);
  await user.click(screen.getByLabelText(/What is missing of it/));
  expect((await saveButton()).textContent).toBe('Save 51 lines');
  await user.click(await saveButton());
  await screen.findByText(/^51 lines saved/);
  const cones = await conesOf(`Supplier ${supplier}`);
  expect(cones).toHaveLength(250);
  expect(new Set(cones).size).toBe(250);
}, 30_000);

it.each([
  ['windows-1252.csv', "Kids' bibs", 'Café chair', 'Rounders bat - junior', 'Cone'],
  ['unicode-text-utf16.txt', "Kids' bibs", 'Café chair', 'Cone'],
])('%s is read as it was written', async (name, ...read) => {
  stand(deskOf(world, cora), Import, '/desk/boxes/import');
  await user.type(await screen.findByRole('textbox', { name: 'Supplier' }), 'Kent Sports');
  await user.upload(screen.getByLabelText('The file'), new File([bytesOf(name)], name));
  await waitFor(() => expect((screen.getByLabelText('Or paste the lines') as HTMLTextAreaElement).value).not.toBe(''));
  if (name.startsWith('windows')) expect(screen.getByText(/saved in an older way/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Look at it first' }));
  expect(cells().map(([, item]) => item)).toEqual(read);
  expect((await saveButton()).textContent).toBe(`Save ${read.length} lines`);
});

it('what is no text is named, with what to do', async () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(textOfFile(bytes('PK\u0003\u0004…'), largest)).toMatchObject({
    problem: expect.stringMatching(/workbook.*CSV UTF-8/),
  });
  expect(textOfFile(bytes('PKT,Qty\nCone,3\n'), largest)).toEqual({ text: 'PKT,Qty\nCone,3\n' });
  expect(textOfFile(bytes('GIF8 balls,Qty\n'), largest)).toEqual({ text: 'GIF8 balls,Qty\n' });
  expect(textOfFile(bytes('%PDF-1.7'), largest)).toMatchObject({ problem: expect.stringMatching(/PDF/) });
  expect(textOfFile(bytes('\u0089PNG\r\n'), largest)).toMatchObject({ problem: expect.stringMatching(/picture/) });
  expect(textOfFile(bytes('\u0001\u0002\u0003\u0000abc'), largest)).toMatchObject({
    problem: expect.stringMatching(/no text/),
  });
  expect(textOfFile(bytes(''), largest)).toEqual({ problem: 'This file is empty.' });
  const wide = (littleEnd: boolean) =>
    new Uint8Array(Uint16Array.from('item\tn', (letter) => letter.charCodeAt(0) << (littleEnd ? 0 : 8)).buffer);
  expect(textOfFile(wide(true), largest)).toEqual({ text: 'item\tn' });
  expect(textOfFile(wide(false), largest)).toEqual({ text: 'item\tn' });
  stand(deskOf(world, cora), Import, '/desk/boxes/import');
  await user.upload(await screen.findByLabelText('The file'), new File([bytes('PK\u0003\u0004')], 'note.xlsx'));
  expect(await screen.findByText(/^This is a workbook of Excel/)).toBeTruthy();
});

/** A delivery that is waited for; its id. */
async function waitedFor(supplier: string, ordered: Readonly<Record<string, number>>): Promise<string> {
  const id = uuidv7();
  const sets = await rows('set', 'programme');
  const lines = Object.entries(ordered).map(([name, n]) => [
    `line/${sets.find(({ body }) => body.name === name)?.id}`,
    n,
  ]);
  const body = { supplier, ...Object.fromEntries(lines), status: 'active' };
  const write = { op: 'create' as const, type: 'delivery', id, scope: partnerScope(world.a), body };
  await push(world, team.coordinator, [entryOf(team.coordinator, [write])]);
  return id;
}
async function readInto(delivery: string, text: string, desk: Desk = deskOf(world, cora)) {
  cleanup();
  stand(desk, Import, '/desk/boxes/import');
  await user.selectOptions(await screen.findByLabelText('Which delivery'), delivery);
  await user.click(screen.getByLabelText('Or paste the lines'));
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Look at it first' }));
}
const cameOf = async (delivery: string) =>
  (await rows('movement')).filter(({ body }) => body.delivery === delivery).map(({ body }) => Number(body.n));

it('a note of a part of what was ordered is all in once it was read, and is not taken for one that broke off', async () => {
  const delivery = await waitedFor('Part & Co', { Football: 10 });
  const note = 'Item,Quantity\nFootball,3\n';
  await readInto(delivery, note);
  await user.click(await saveButton());
  await screen.findByText('1 line saved: Part & Co, Refocus');
  await readInto(delivery, note);
  expect(await screen.findByText(/Saving it again adds everything once more\./)).toBeTruthy();
  expect(screen.queryByText(/Not all of it is in/)).toBeNull();
  expect(screen.queryByLabelText(/What is missing of it/)).toBeNull();
  expect((await saveButton()).getAttribute('aria-disabled')).toBe('true');
  expect(await cameOf(delivery)).toEqual([3]);
  // Another part, in another note, and the first again: each is known.
  await readInto(delivery, 'Item,Quantity\nFootball,2\n');
  await user.click(await saveButton());
  await screen.findByText('1 line saved: Part & Co, Refocus');
  await readInto(delivery, note);
  expect(await screen.findByText(/Saving it again adds everything once more\./)).toBeTruthy();
  expect(await cameOf(delivery)).toEqual([3, 2]);
});

it('of a part that broke off only what is missing is added, in whatever order it is read again', async () => {
  const real = deskOf(world, cora);
  let saves = 0;
  const save: Desk['save'] = async (words, sayings) => {
    saves += 1;
    return saves === 1 ? real.save(words, sayings) : 'No answer from the server.';
  };
  const delivery = await waitedFor('Break & Co', { Cone: 99_999 });
  // Ropes were not ordered: that they came is known by the note alone.
  const lines = [...Array.from({ length: 250 }, (_, at) => `Cone,${at + 1}`), 'Skipping rope,7'];
  await readInto(delivery, `Item,Quantity\n${lines.join('\n')}\n`, { ...real, save });
  await user.click(await saveButton());
  await screen.findByText(/A part of it is saved/);
  await readInto(delivery, `Item\tQuantity\n${lines.toReversed().join('\n').replaceAll(',', '\t')}\n`);
  await screen.findByText(/Not all of it is in\./);
  await user.click(screen.getByLabelText(/What is missing of it/));
  expect((await saveButton()).textContent).toBe('Save 52 lines');
  await user.click(await saveButton());
  await screen.findByText(/^52 lines saved/);
  const came = await cameOf(delivery);
  expect(came.sort((a, b) => a - b)).toEqual(
    [...Array.from({ length: 250 }, (_, at) => at + 1), 7].sort((a, b) => a - b),
  );
  await readInto(delivery, `Item,Quantity\n${lines.join('\n')}\n`);
  expect(await screen.findByText(/Saving it again adds everything once more\./)).toBeTruthy();
}, 30_000);

it('a day more than a year ago is asked about before a note is looked at', async () => {
  stand(deskOf(world, cora), Import, '/desk/boxes/import');
  const day = await screen.findByLabelText('It came on');
  await user.clear(day);
  await user.type(day, '2016-11-21');
  await fillIn('Item,Quantity\nFootball,3\n');
  expect(await screen.findByText('Monday 21 November 2016: is that the day?')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
  await user.click(screen.getByLabelText('Yes, Monday 21 November 2016'));
  await user.click(screen.getByRole('button', { name: 'Look at it first' }));
  expect(await saveButton()).toBeTruthy();
});
