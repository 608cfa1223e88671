// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { Boxes } from '#app/desk/boxes.tsx';
import type { Write } from '#domain/records/entry.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import { versionNumber } from '#domain/stock/sets.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { Import } from '#features/boxes/desk/import/import.tsx';
import { Labels } from '#features/boxes/desk/labels/labels.tsx';
import { OneSet } from '#features/boxes/desk/sets/set.tsx';
import { deskOf, signIn, stand } from '#test/features/desk-stand.tsx';
import { entryOf, factWrite, newWorld, passphrase, push, sessionWrite, staff, type World } from '#test/server/world.ts';

/** The coordinator's boxes: real screens over the real server. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
let ann: Awaited<ReturnType<typeof signIn>>;
let cora: Awaited<ReturnType<typeof signIn>>;
const [over, ball, rope] = [uuidv7(), uuidv7(), uuidv7()];
const session = uuidv7();

const made = (type: string, id: string, scope: string, body: Record<string, unknown>): Write => ({
  ...{ op: 'create', type, id, scope },
  body: { ...body, status: 'active' },
});

beforeAll(async () => {
  // Only the date: what waits for a moment still waits.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00.000Z') });
  world = await newWorld();
  team = await staff(world);
  const { coordinator, worker } = team;
  const store = storeOf(world.a);
  const moved = (body: Record<string, unknown>) =>
    factWrite(worker, 'movement', partnerScope(world.a), {
      ...{ set: over, n: 1, day: '2026-11-22', at: '2026-11-22T11:00:00.000Z' },
      ...body,
    });
  await push(world, coordinator, [
    entryOf(coordinator, [
      made('set', ball, 'programme', { name: 'Football', kind: 'ITM', code: 'B4LL', lowAt: 5 }),
      made('set', rope, 'programme', { name: 'Skipping rope', kind: 'ITM' }),
      made('set', over, 'programme', {
        ...{ name: 'Over-10s set', kind: 'O10', code: 'K7RT', version: 1 },
        ...{ [`part/1:${ball}`]: 1, [`part/1:${rope}`]: 1 },
      }),
    ]),
  ]);
  const results = await push(world, worker, [
    entryOf(worker, [sessionWrite(world.a, session)]),
    entryOf(worker, [
      moved({ kind: 'given out', from: store, session, for: ['some-child'], owed: [{ set: rope, n: 1 }] }),
    ]),
    entryOf(worker, [
      {
        ...{ op: 'create', type: 'debrief', id: `debrief:${session}`, scope: teamScope(world.a) },
        body: { session, day: '2026-11-22', needsRaised: 'Lights by the court' },
      },
    ]),
  ]);
  expect(results.map(({ result }) => result)).toEqual(['ok', 'ok', 'ok']);
  ann = await signIn(world, 'Ann', passphrase);
  cora = await signIn(world, 'Cora', 'another passphrase');
});
afterAll(() => {
  vi.useRealTimers();
  return world.close();
});
afterEach(cleanup);

const at = (path: string, Screen = Boxes, who = cora, pattern?: string) =>
  stand(deskOf(world, who), Screen, path, pattern);
/** What the server holds of a type, in a scope of Refocus. */
const rows = async (type: string, scope = partnerScope(world.a)) =>
  (await world.server.ledger.read((tx) => tx.feed(scope, 0))).rows.filter((row) => row.type === type);

it('a number below zero is a question, and counting answers it', async () => {
  const user = userEvent.setup();
  at('/desk/boxes');
  expect(await screen.findByText(/1 more given out than recorded in\. Count them\?/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Count Over-10s set, Store' }));
  await user.type(screen.getByRole('textbox', { name: 'Over-10s set' }), '0');
  await user.click(screen.getByRole('button', { name: 'Save the count' }));
  await screen.findByText('Over-10s set, Store: 0 counted.');
  await waitFor(() => expect(screen.queryByText(/more given out than recorded in/)).toBeNull());
});

it('stock that came in is there once, however often the button is pressed, and can be taken back', async () => {
  const user = userEvent.setup();
  at('/desk/boxes');
  await user.click(await screen.findByRole('button', { name: 'Receive' }));
  const sheet = within(screen.getByRole('dialog'));
  await user.click(sheet.getByRole('button', { name: 'Save' }));
  expect(sheet.getAllByText('Say how many of at least one thing.')).not.toHaveLength(0);
  await user.type(sheet.getByLabelText('Football'), '12');
  await user.dblClick(sheet.getByRole('button', { name: 'Save' }));
  await screen.findByText('12 × Football into Store.');
  const received = await rows('movement');
  expect(received.filter(({ body }) => body.kind === 'received')).toHaveLength(1);
  expect(await screen.findByRole('button', { name: 'Football, Store: 12. Count' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('button', { name: 'Football, Store: 0. Count' })).toBeTruthy();
});

it('a coordinator of several partners has to say whose it is', async () => {
  const user = userEvent.setup();
  at('/desk/boxes', Boxes, ann);
  await user.click(await screen.findByRole('button', { name: 'Hand to a partner' }));
  const sheet = within(screen.getByRole('dialog'));
  await user.click(sheet.getByRole('button', { name: 'Hand it over' }));
  expect(sheet.getAllByText('Choose whose it is.')).not.toHaveLength(0);
  await user.selectOptions(sheet.getByLabelText('From'), 'Refocus');
  await user.type(sheet.getByLabelText('Football'), '2');
  await user.click(sheet.getByRole('radio', { name: 'Alliance' }));
  await user.click(sheet.getByRole('button', { name: 'Hand it over' }));
  await screen.findByText('2 × Football handed over.');
  expect(await rows('transfer')).toMatchObject([{ alsoScope: partnerScope(world.b), body: { n: 2 } }]);
});

it('a delivery that came in part stays due for the rest', async () => {
  const user = userEvent.setup();
  at('/desk/boxes?part=deliveries', Boxes, cora, '/desk/boxes');
  await user.click(await screen.findByRole('button', { name: 'Add a delivery' }));
  await user.type(screen.getByLabelText('Supplier'), 'Kit & Co');
  await user.selectOptions(screen.getByLabelText('What, line 1'), 'Football');
  await user.type(screen.getByLabelText('How many, line 1'), '30');
  await user.click(screen.getByRole('button', { name: 'Save the delivery' }));
  await user.click(await screen.findByRole('button', { name: 'Mark received: Kit & Co' }));
  const field = within(screen.getByRole('dialog')).getByLabelText('Football');
  await user.clear(field);
  await user.type(field, '18');
  await user.click(screen.getByRole('button', { name: 'Save what came' }));
  expect(await screen.findByText('12 of 30 Football')).toBeTruthy();
  const [delivery] = await rows('delivery');
  expect(await rows('movement')).toContainEqual(
    expect.objectContaining({ body: expect.objectContaining({ kind: 'received', n: 18, delivery: delivery?.id }) }),
  );
});

it('a delivery that was closed short can be waited for after all', async () => {
  const user = userEvent.setup();
  at('/desk/boxes?part=deliveries', Boxes, cora, '/desk/boxes');
  await user.click(await screen.findByRole('button', { name: 'Mark received: Kit & Co' }));
  const sheet = within(screen.getByRole('dialog'));
  await user.clear(sheet.getByLabelText('Football'));
  await user.type(sheet.getByLabelText('Football'), '0');
  await user.click(sheet.getByLabelText(/The rest will not come/));
  await user.click(sheet.getByRole('button', { name: 'Save what came' }));
  expect(await screen.findByText('Never came: 12 × Football')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Wait for it after all: Kit & Co' }));
  expect(await screen.findByText('12 of 30 Football')).toBeTruthy();
  expect(await rows('delivery')).toMatchObject([{ body: { status: 'active' } }]);
});

it('more than was ordered is a question', async () => {
  const [delivery] = await rows('delivery');
  const body = { kind: 'received', set: ball, n: 20, day: '2026-11-22', to: storeOf(world.a), delivery: delivery?.id };
  const moved = factWrite(team.coordinator, 'movement', partnerScope(world.a), {
    ...{ ...body, at: '2026-11-22T11:30:00.000Z' },
  });
  await push(world, team.coordinator, [entryOf(team.coordinator, [moved])]);
  at('/desk/boxes?part=deliveries', Boxes, cora, '/desk/boxes');
  expect(await screen.findByText('8 more Football came than were ordered. Written down twice?')).toBeTruthy();
});

it('changed contents are a new version, and what was in it before stays readable', async () => {
  const user = userEvent.setup();
  at(`/desk/set-up/sets/${over}`, OneSet, ann, '/desk/set-up/sets/:id');
  await user.click(await screen.findByRole('button', { name: 'Something not on the list' }));
  await user.type(screen.getByLabelText(/What is it called/), 'Frisbee');
  await user.click(screen.getByRole('button', { name: 'Put it in the box' }));
  await user.click(screen.getByRole('button', { name: 'Save the set' }));
  await screen.findByText('another screen');
  const { body } = await world.say('GET', '/api/records?type=set', undefined, { token: world.ann.fullToken });
  const sets: { id: string; body: Record<string, unknown> }[] = body.records;
  const frisbee = sets.find((set) => set.body.name === 'Frisbee');
  const box = sets.find(({ id }) => id === over)?.body;
  const version = Number(box?.version);
  expect(versionNumber(version)).toBe(2);
  expect(box).toMatchObject({ [`part/1:${ball}`]: 1, [`part/${version}:${frisbee?.id}`]: 1, code: 'K7RT' });
  expect(frisbee?.body).toMatchObject({ kind: 'ITM', status: 'active' });
  expect(frisbee?.body.code).toMatch(/^[A-Z2-9]{4}$/);
});

it('labels are numbered on from where the last sheet ended', async () => {
  const user = userEvent.setup();
  at(`/desk/boxes/labels?set=${over}`, Labels, cora, '/desk/boxes/labels');
  await user.clear(await screen.findByLabelText('How many'));
  await user.type(screen.getByLabelText('How many'), '25');
  await user.clear(screen.getByLabelText('First number'));
  await user.type(screen.getByLabelText('First number'), '31');
  expect(screen.getByRole('region', { name: '25 labels on 2 sheets' })).toBeTruthy();
  expect(screen.getByText('K7RT-31')).toBeTruthy();
  expect(screen.getByText('K7RT-55')).toBeTruthy();
});

it('a delivery note is looked at line by line before anything is saved, and known when it comes again', async () => {
  const user = userEvent.setup();
  const before = (await rows('movement')).length;
  const typeIn = async () => {
    await user.type(screen.getByRole('textbox', { name: 'Supplier' }), 'Ropes & Co');
    await user.click(screen.getByLabelText('Or paste the lines'));
    await user.paste('Item;Qty\nb4ll;10\nUnicorn;3\nSkipping rope;2.5\n');
    await user.click(screen.getByRole('button', { name: 'Look at it first' }));
  };
  at('/desk/boxes/import', Import);
  await screen.findByText('Download a template');
  await typeIn();
  await screen.findByText('No set or item is called “Unicorn”.');
  expect(screen.getByText('2.5 is not a whole number.')).toBeTruthy();
  const save = screen.getByRole('button', { name: 'Save 1 line' });
  await user.click(save);
  expect(await rows('movement')).toHaveLength(before);
  await user.click(screen.getByLabelText(/Leave out 2 lines/));
  await user.dblClick(save);
  await screen.findByText('1 line saved: Ropes & Co, Refocus');
  expect(await rows('movement')).toHaveLength(before + 1);
  await typeIn();
  expect(await screen.findByText('This was read in before')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save 1 line' }).getAttribute('aria-disabled')).toBe('true');
});

it('boxes given out are printed by owner, with what is aimed at', async () => {
  const user = userEvent.setup();
  at('/desk/boxes?part=given&from=2026-11-01&to=2026-11-30', Boxes, cora, '/desk/boxes');
  await user.click(await screen.findByRole('button', { name: 'Set a target' }));
  await user.type(screen.getByLabelText('Boxes', { selector: 'input' }), '120');
  await user.type(screen.getByLabelText('By'), '2026-12-31');
  await user.click(screen.getByRole('button', { name: 'Save the target' }));
  expect(await screen.findByText('boxes of 120')).toBeTruthy();
  const line = screen.getByRole('row', { name: /^Refocus/ });
  expect(
    within(line)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['0', '1', '1', '120', '0', '1', '1', '0', '1', '22 Nov']);
});

it('what two phones brought back is a question until it is counted', async () => {
  const user = userEvent.setup();
  const store = storeOf(world.a);
  const said = (body: Record<string, unknown>) =>
    factWrite(team.worker, 'movement', partnerScope(world.a), {
      ...{ set: rope, n: 2, day: '2026-11-22', at: '2026-11-22T11:40:00.000Z' },
      ...body,
    });
  const lent = said({ kind: 'lent', from: store, to: 'on-loan' });
  const back = () => said({ kind: 'brought back', from: 'on-loan', to: store, settles: [lent.id] });
  await push(world, team.worker, [entryOf(team.worker, [lent, back(), back()])]);
  at('/desk/boxes');
  expect(await screen.findByText(/2 more came back than were lent on 22 Nov\. Written down twice\?/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Count Skipping rope, Store' }));
  await user.type(screen.getByRole('textbox', { name: 'Skipping rope' }), '0');
  await user.click(screen.getByRole('button', { name: 'Save the count' }));
  await screen.findByText('Skipping rope, Store: 0 counted.');
  await waitFor(() => expect(screen.queryByText(/came back than were lent/)).toBeNull());
  expect(screen.getByRole('row', { name: /^Skipping rope/ }).textContent).not.toContain('−');
});

/** Fills a day in, tries to save, is asked, and says yes. */
async function isAskedAbout(label: string | RegExp, day: string, words: string, button: string) {
  const user = userEvent.setup();
  const field = screen.getByLabelText(label);
  await user.clear(field);
  await user.type(field, day);
  await user.click(screen.getByRole('button', { name: button }));
  expect(await screen.findByText(`${words}: is that the day?`)).toBeTruthy();
  await user.click(screen.getByLabelText(`Yes, ${words}`));
}

it('the day a delivery is promised for, and the day it came, are asked about where they are far off', async () => {
  const user = userEvent.setup();
  at('/desk/boxes?part=deliveries', Boxes, cora, '/desk/boxes');
  await user.click(await screen.findByRole('button', { name: 'Add a delivery' }));
  await user.type(screen.getByLabelText('Supplier'), 'Far & Co');
  await user.selectOptions(screen.getByLabelText('What, line 1'), 'Football');
  await user.type(screen.getByLabelText('How many, line 1'), '4');
  await isAskedAbout(/^Promised for/, '2062-11-05', 'Sunday 5 November 2062', 'Save the delivery');
  const saved = async () => (await rows('delivery')).filter(({ body }) => body.supplier === 'Far & Co');
  expect(await saved()).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 650)); // longer than a slip of the finger
  await user.click(screen.getByRole('button', { name: 'Save the delivery' }));
  await user.click(await screen.findByRole('button', { name: 'Mark received: Far & Co' }));
  await isAskedAbout('It came on', '2016-11-21', 'Monday 21 November 2016', 'Save what came');
  expect(await saved()).toMatchObject([{ body: { promised: '2062-11-05' } }]);
  expect((await saved())[0]?.body.arrived).toBeUndefined();
  // A day that is still to come is no question.
  await user.clear(screen.getByLabelText('It came on'));
  await user.type(screen.getByLabelText('It came on'), '2062-11-05');
  expect(screen.queryByLabelText(/^Yes,/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Save what came' }));
  expect(screen.getAllByText('That day is still to come.')).not.toHaveLength(0);
});

it('the days of a target are asked about where they are far off, and not once more when it is changed', async () => {
  const user = userEvent.setup();
  at('/desk/boxes?part=given&from=2026-11-01&to=2026-11-30', Boxes, cora, '/desk/boxes');
  await user.click(await screen.findByRole('button', { name: 'Set a target' }));
  await user.type(screen.getByLabelText('Boxes', { selector: 'input' }), '7');
  await user.type(screen.getByLabelText('By'), '2026-12-31');
  await isAskedAbout(/^From.*optional/, '0026-01-01', 'Thursday 1 January 0026', 'Save the target');
  await new Promise((resolve) => setTimeout(resolve, 650)); // longer than a slip of the finger
  await user.click(screen.getByRole('button', { name: 'Save the target' }));
  await user.click(await screen.findByRole('button', { name: /^7 boxes/ }));
  await user.clear(screen.getByLabelText('Boxes', { selector: 'input' }));
  await user.type(screen.getByLabelText('Boxes', { selector: 'input' }), '8');
  await user.click(screen.getByRole('button', { name: 'Save the target' }));
  expect(await screen.findByRole('button', { name: /^8 boxes/ })).toBeTruthy();
});
