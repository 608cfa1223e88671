// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { privateScope, reasonsScope } from '#domain/records/scopes.ts';
import { Answers } from '#features/consent/desk/answers/answers.tsx';
import { CheckOfConsents } from '#features/consent/desk/check.tsx';
import { Withdrawn } from '#features/consent/desk/withdrawn.tsx';
import { aDocument } from '#test/domain/a-wording.ts';
import { deskOf, signIn, stand } from '#test/features/desk-stand.tsx';
import { accepted, approve, at, signs } from '#test/server/evidence/signing.ts';
import { factWrite, newWorld, openIn, passphrase, personWrite, staff, type World } from '#test/server/world.ts';

/** What was answered about somebody, at a real desk over the real server: looked at, settled, struck out, taken back, printed. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
let wording: string;
let cora: Awaited<ReturnType<typeof signIn>>;
let ann: Awaited<ReturnType<typeof signIn>>;
let user: ReturnType<typeof userEvent.setup>;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(at) });
  world = await newWorld();
  team = await staff(world);
  wording = await approve(world, aDocument());
  const says = (giver: string, purpose: string, decision: string, consent = {}) =>
    signs(team.worker, { partner: world.a, person: 'amira-one', giver, purpose, decision, wording, consent });
  await accepted(world, team.worker, [
    personWrite(world.a, 'amira-one', { knownAs: 'Amira' }),
    ...says('mother-one', 'photoInternal', 'given'),
    ...says('father-one', 'photoInternal', 'refused'),
    ...says('mother-one', 'photoPublic', 'given', { limits: 'not for adverts' }),
    ...says('mother-one', 'research', 'given'),
    ...says('mother-one', 'contact', 'given'),
  ]);
  await accepted(world, team.worker, [
    factWrite(team.worker, 'asked', privateScope(world.a), {
      ...{ person: 'amira-one', purpose: 'equality', how: 'inPerson', day: '2026-11-22', at },
    }),
  ]);
  cora = await signIn(world, 'Cora', 'another passphrase');
  ann = await signIn(world, 'Ann', passphrase);
});
afterAll(() => {
  vi.useRealTimers();
  return world.close();
});
beforeEach(() => {
  user = userEvent.setup();
});
afterEach(cleanup);

const open = (of = cora) =>
  stand(deskOf(world, of), Answers, '/desk/people/amira-one/consents', '/desk/people/:id/consents');
const factsOf = async (type: string, scope = privateScope(world.a)) =>
  (await world.server.ledger.read((tx) => tx.feed(scope, 0))).rows.filter((row) => row.type === type);
const sheet = async (name: string) => within(await screen.findByRole('dialog', { name }));
const press = async (name: string | RegExp, within_: Pick<typeof screen, 'findByRole'> = screen) =>
  user.click(await within_.findByRole('button', { name }));

test('where parents differ a coordinator settles it with a reason, and it stands', async () => {
  open();
  expect(await screen.findByText('Photos for us: parents differ')).toBeTruthy();
  const mothers = () => screen.findByRole('button', { name: /^Photos for us: given/ });
  expect((await mothers()).textContent).toContain('but is not in force: parents differ');
  await press('Settle');
  const form = await sheet('What holds?');
  await press('Settle it', form);
  expect(await form.findAllByText('Choose what holds.')).not.toHaveLength(0);
  await user.click(form.getByLabelText('Yes, it may'));
  await user.type(form.getByLabelText(/^Why/), 'Both agreed on the phone');
  await press('Settle it', form);
  await waitFor(() => expect(screen.queryByText('Photos for us: parents differ')).toBeNull());
  expect((await mothers()).textContent).toContain('In force');
  const [settled] = await factsOf('settled');
  expect(settled?.body).toMatchObject({
    person: 'amira-one',
    purpose: 'photoInternal',
    outcome: 'given',
    replaces: [],
  });
  expect(settled?.body.weighs).toHaveLength(2);
  expect((await factsOf('reason', reasonsScope(world.a))).map(({ body }) => body.text)).toContain(
    'Both agreed on the phone',
  );
});

test('limits in a parent’s own words are read, and then it may', async () => {
  open();
  expect(await screen.findByText('“not for adverts”')).toBeTruthy();
  await press('We keep to it: it may');
  await waitFor(() => expect(screen.queryByText('“not for adverts”')).toBeNull());
  expect((await factsOf('limitsRead')).map(({ body }) => body.allows)).toEqual([true]);
});

test('a decision opens with its files, and one that was never given is struck through', async () => {
  open();
  await press(/^Research: given/);
  const one = await sheet('Research');
  expect(one.getByText(/Drew their name · English, version 1/)).toBeTruthy();
  const saved: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => 'blob:made');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  await press('FHIR', one);
  expect(await one.findByText(/Saved in your downloads/)).toBeTruthy();
  expect(saved).toEqual([expect.stringMatching(/^consent-.+\.fhir\.json$/)]);
  await press('It was never given: the wrong person', one);
  const form = await sheet('Entered in error');
  await press('It was entered in error', form);
  expect(await form.findAllByText('Write why, in a few words.')).not.toHaveLength(0);
  await user.type(form.getByLabelText(/^Why/), 'The twin');
  await press('It was entered in error', form);
  expect(await screen.findByText('Research: given', { selector: 's' })).toBeTruthy();
});

test('what somebody rings up to take back is taken back, once', async () => {
  open();
  await press('Withdraw');
  const form = await sheet('Withdraw');
  await user.click(form.getByLabelText(/^Somebody not known here/, { selector: 'input[value="mother-one"]' }));
  await user.click(form.getByLabelText('Messages'));
  await user.selectOptions(form.getByLabelText('How was it said?'), 'call');
  await user.selectOptions(form.getByLabelText(/^Who else heard it/), team.worker.member);
  await user.dblClick(form.getByRole('button', { name: 'Withdraw' }));
  expect(await screen.findByRole('button', { name: /^Messages: withdrawn/ })).toBeTruthy();
  const taken = (await factsOf('consent')).filter(({ body }) => body.decision === 'withdrawn');
  expect(taken.map(({ body }) => [body.purpose, body.giver, body.toldBy, body.second])).toEqual([
    ['contact', 'mother-one', 'call', team.worker.member],
  ]);
});

test('what it had reached is dealt with line by line, and stays to be read', async () => {
  stand(deskOf(world, cora), Withdrawn, '/desk/consents/withdrawn');
  expect(await screen.findByText('Message groups and lists: take them out')).toBeTruthy();
  await user.dblClick(screen.getByRole('button', { name: 'Done' }));
  expect(await screen.findByText('Nothing is left to do')).toBeTruthy();
  expect(screen.getByText('Dealt with: 1')).toBeTruthy();
  const done = await factsOf('followUp');
  expect(done.map(({ body }) => [body.person, body.what, body.state])).toEqual([['amira-one', 'groups', 'done']]);
});

test('who runs the programme is told nothing of a partner that does not share its names', async () => {
  const { container } = open(ann);
  expect(await screen.findByText('Not known here')).toBeTruthy();
  expect(container.textContent).not.toMatch(/Amira|Photos/);
});

test('the nightly check names what is wrong with a consent, how to mend it, and whose it is', async () => {
  const [signing, childs] = signs(team.worker, {
    ...{ partner: world.a, person: 'amira-one', giver: 'mother-one', purpose: 'takePart', decision: 'given' },
    ...{ wording, signing: { giverName: 'Amira' } },
  });
  await accepted(world, team.worker, [signing, childs]);
  world.clock.ms += 24 * 3_600_000;
  await world.server.close();
  Object.assign(world.server, await openIn(world.dataDir, { now: () => world.clock.ms, behindProxy: true }));
  // A day later nobody is signed in any more.
  stand(deskOf(world, await signIn(world, 'Cora', 'another passphrase')), CheckOfConsents, '/desk/consents/check');
  expect(await screen.findByText(/of 6 complete$/)).toBeTruthy();
  const line = await screen.findByRole('link', { name: /^Amira/ });
  expect(line.textContent).toContain('The name is the child’s. Take it again with the grown-up’s own name.');
  expect(line.getAttribute('href')).toBe('/desk/people/amira-one/consents');
});

test('what was answered while a coordinator made up their mind is looked at before it is weighed', async () => {
  const scope = privateScope(world.a);
  const said = (giver: string, decision: string, id: string) =>
    signs(team.worker, {
      ...{ partner: world.a, person: 'adil-one', giver, purpose: 'photoInternal', decision, wording },
      ids: [`signing-${id}`, id] as const,
    });
  await accepted(world, team.worker, [
    personWrite(world.a, 'adil-one', { knownAs: 'Adil' }),
    ...said('mother-one', 'given', 'adils-yes'),
    ...said('father-one', 'refused', 'adils-no'),
  ]);
  const desk = deskOf(world, await signIn(world, 'Cora', 'another passphrase'));
  stand(desk, Answers, '/desk/people/adil-one/consents', '/desk/people/:id/consents');
  await press('Settle');
  const form = await sheet('What holds?');
  await user.click(form.getByLabelText('Yes, it may'));
  await user.type(form.getByLabelText(/^Why/), 'Both agreed');
  await accepted(world, team.worker, [
    factWrite(team.worker, 'consent', scope, {
      ...{ person: 'adil-one', purpose: 'photoInternal', giver: 'mother-one', decision: 'withdrawn' },
      ...{ toldBy: 'inPerson', day: '2026-11-22', decidedAt: at, replaces: ['adils-yes'] },
    }),
  ]);
  desk.answers.refresh('/api/permissions');
  expect(await form.findByText(/^Withdrawn, told to a worker/)).toBeTruthy();
  const before = (await factsOf('settled')).length;
  await press('Settle it', form);
  expect(await form.findByText('Somebody has answered meanwhile. Look at the answers again.')).toBeTruthy();
  expect(await factsOf('settled')).toHaveLength(before);
});
