// @vitest-environment jsdom
import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPerson, setOpenPerson } from '#db/person.ts';
import { pictogramOf } from '#domain/people/wordings/pictograms.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { readBadges, readBlock } from '#features/consent/queries.ts';
import { aDocument, aQuestion, versionOf } from '#test/domain/a-wording.ts';
import {
  all,
  type Kept,
  keep,
  one,
  openPhone,
  partner,
  record,
  said,
  scope,
  session,
  show,
} from '#test/features/phone-stand.tsx';

/** Taking, showing and taking back consent on a worker’s phone. */

configure({ asyncUtilTimeout: 20_000 });
const families = `${scope}/private`;
const today = dayOf(Date.now());
const asks = ['takePart', 'contactSport', 'photoInternal'] as const;
const document = aDocument({
  purposes: asks.map((purpose) =>
    aQuestion(purpose, { pictogram: pictogramOf(purpose), gillick: purpose !== 'contactSport' }),
  ),
});
const version = versionOf(document);
const wording: readonly Kept[] = [
  record('wordingVersion', 'version-one', version, 'programme'),
  record(
    'approval',
    'approval-one',
    { sha256: version.sha256, kind: 'says more', purposes: [...asks], reason: 'first', who: 'Priya', at: version.at },
    'programme',
  ),
];
const family: readonly Kept[] = [
  record('guardian', 'mum', { name: 'Nadia Karim', status: 'active' }, families),
  record(
    'details',
    'details:kayla',
    { person: 'kayla', 'guardian/mum': { is: 'mother', responsibility: 'yes' } },
    families,
  ),
  record('member', 'member-two', { name: 'Marta K', vetted: true, [`role/worker:${partner}`]: true }, 'programme'),
];
const boxing: readonly Kept[] = [
  record('activity', 'boxing', { name: 'Boxing', contactSport: true, status: 'active' }, 'programme'),
  record('activity', 'football', { name: 'Football', status: 'active' }, 'programme'),
  session('s1', {
    ...{ day: today, actualStart: toInstant(Date.now() - 3_600_000), status: { is: 'running', reopened: 0 } },
    'activity/boxing': true,
  }),
];
const standing = (may: 'may' | 'mayNot'): Kept =>
  record('standing', 'standing:kayla', {
    person: 'kayla',
    ...Object.fromEntries(asks.map((each) => [`may/${each}`, may])),
  });

beforeEach(() => openPhone([...wording, ...family, ...boxing]));
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

const select = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const tick = (label: string | RegExp) => fireEvent.click(screen.getByLabelText(label));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const badges = () => openPerson().store.read((tx) => readBadges(tx, scope));

/** Takes a paper on which everything is answered with yes. */
async function takePaper(): Promise<void> {
  show('/people/kayla/consent');
  tick(await screen.findByLabelText(/^Nadia Karim/).then(() => /^Nadia Karim/));
  select('How do they answer?', 'paper');
  select('Who interprets?', 'none');
  select('Number or name on the paper', 'B-17');
  press('Write the answers');
  await screen.findByText('Who answered');
  for (const yes of screen.getAllByLabelText('Yes, I agree')) fireEvent.click(yes);
  press('Save the answers');
  await screen.findByText('3 of 3 answered, and complete');
}

describe('taking consent', () => {
  test('what is still to be said is named under the button, one after another', async () => {
    show('/people/kayla/consent');
    expect(await screen.findByText('Choose who is here.')).toBeTruthy();
    tick(/^Nadia Karim/);
    expect(await screen.findByText('Choose who witnesses.')).toBeTruthy();
    select('Who witnesses?', 'member-two');
    expect(await screen.findByText('Choose who interprets.')).toBeTruthy();
    // Whoever witnesses is not offered to interpret.
    expect(screen.queryByRole('option', { name: 'Marta K', selected: false })).toBeNull();
    select('Who interprets?', 'family');
    expect(await screen.findByText('Write the interpreter’s name.')).toBeTruthy();
    select('The interpreter’s name', 'Kayla');
    expect(await screen.findByText('A child never does this.')).toBeTruthy();
    select('The interpreter’s name', 'Rosa M');
    expect(await screen.findByText('Ask whether they speak it well.')).toBeTruthy();
    tick(/says they speak/);
    expect(await screen.findByText('Your pages close until you give your PIN.')).toBeTruthy();
  });

  test('a signed paper becomes one signing and a decision for each answer, and holds on this phone at once', async () => {
    await keep([standing('mayNot')]);
    // This phone has read all that the server knew when it said so.
    const read = { name: families, cursor: 1_000, complete: true };
    await openPerson().store.write('take', (tx) => tx.putScope(read));
    await takePaper();
    const [entry] = await said();
    expect(entry?.writes.map(({ type }) => type)).toEqual(['signing', 'consent', 'consent', 'consent']);
    const [signing] = await all('signing');
    expect(signing?.body).toMatchObject({ way: 'paper', paperReference: 'B-17', giver: 'mum', session: 's1' });
    expect((await badges()).may('kayla', 'contactSport')).toBe('may');
  });

  test('somebody new is written down, and is this child’s from then on; their no travels without their name', async () => {
    show('/people/kayla/consent');
    await screen.findByText('Choose who is here.');
    tick('Someone new');
    select('Their name', 'Rosa Mensah');
    select(/^Who are they to/, 'auntUncle');
    select('How do they answer?', 'call');
    select('Who else is on the call?', 'member-two');
    select('Who interprets?', 'none');
    press('Write the answers');
    await screen.findByText('Who answered');
    fireEvent.click(screen.getAllByLabelText('No')[0] ?? screen.getByLabelText('No'));
    tick('Not sure');
    press('Save the answers');
    await screen.findByText('Before goodbye');
    const rosa = (await all('guardian')).find(({ body }) => body.name === 'Rosa Mensah');
    expect((await one('details', 'details:kayla')).body[`guardian/${rosa?.id ?? ''}`]).toMatchObject({
      is: 'auntUncle',
    });
    expect((await all('consent')).map(({ body }) => [body.giver, body.decision])).toEqual([[rosa?.id, 'refused']]);
    // What has no answer is kept as asked.
    expect((await all('asked')).length).toBe(2);
    const typesOf = (await said()).map(({ writes }) => [...new Set(writes.map(({ type }) => type))].toSorted());
    expect(typesOf).toContainEqual(['asked', 'consent', 'signing']);
    expect(typesOf).toContainEqual(['details', 'guardian']);
  });

  test('before a wording is approved it says what a coordinator does', async () => {
    cleanup();
    await openPhone(family);
    show('/people/kayla/consent');
    expect(await screen.findByText('No wording is approved yet')).toBeTruthy();
  });
});

describe('taking back', () => {
  test('what was given is no at once, on this phone, and goes before all else', async () => {
    await takePaper();
    cleanup();
    show('/people/kayla/withdraw');
    await screen.findByText('What is taken back?');
    tick('Photos for us');
    press('Withdraw');
    await waitFor(async () => expect((await all('consent')).map(({ body }) => body.decision)).toContain('withdrawn'));
    const now = await badges();
    expect(now.may('kayla', 'photoInternal')).toBe('mayNot');
    expect(now.may('kayla', 'contactSport')).toBe('may');
    const last = (await all('consent')).find(({ body }) => body.decision === 'withdrawn');
    expect(last?.body).toMatchObject({ giver: 'mum', toldBy: 'inPerson', session: 's1' });
    expect(last?.body.replaces.length).toBe(1);
  });
});

describe('contact sport', () => {
  test('is kept from who has no permission for it, and nothing else is', async () => {
    const blockAt = async (id: string) => {
      const at = await one('session', id);
      return openPerson().store.read((tx) => readBlock(tx, at));
    };
    await keep([session('s2', { day: today, status: { is: 'running', reopened: 0 }, 'activity/football': true })]);
    expect((await blockAt('s1'))('kayla')).toBe(
      'Boxing needs a permission of its own. Nobody has given it yet, or it ran out.',
    );
    expect((await blockAt('s2'))('kayla')).toBeNull();
    await keep([standing('may')]);
    expect((await blockAt('s1'))('kayla')).toBeNull();
  });

  test('a tap on the register asks, and marks who joins in without it as watching', async () => {
    show('/s/s1');
    fireEvent.click((await screen.findAllByRole('button', { name: /^Kayla/ }))[0] ?? window.document.body);
    expect(await screen.findByText(/Boxing needs a permission/)).toBeTruthy();
    expect(await all('mark')).toEqual([]);
    press('Here, joins in without it');
    await waitFor(async () => expect((await all('mark')).map(({ body }) => body.level)).toEqual(['watching']));
  });
});
