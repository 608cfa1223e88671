// @vitest-environment jsdom
import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPerson, setOpenPerson } from '#db/person.ts';
import { pictogramOf } from '#domain/people/wordings/pictograms.ts';
import { readBadges } from '#features/consent/queries.ts';
import { aDocument, aQuestion, versionOf } from '#test/domain/a-wording.ts';
import { all, type Kept, keep, openPhone, partner, record, scope, show } from '#test/features/phone-stand.tsx';

/** What is decided about answers by those who did not give them. */

configure({ asyncUtilTimeout: 20_000 });
const families = `${scope}/private`;
const version = versionOf(
  aDocument({
    purposes: [aQuestion('photoInternal', { pictogram: pictogramOf('photoInternal'), gillick: true })],
  }),
);
const roles = { [`role/worker:${partner}`]: true, [`role/partnerCoordinator:${partner}`]: true };
const world: readonly Kept[] = [
  record('wordingVersion', 'version-one', version, 'programme'),
  record(
    'approval',
    'approval-one',
    {
      ...{ sha256: version.sha256, kind: 'says more', purposes: ['photoInternal'], reason: 'first', who: 'Priya' },
      at: version.at,
    },
    'programme',
  ),
  record('member', 'member-one', { name: 'Dele A', vetted: true, ...roles }, 'programme'),
  record('member', 'member-two', { name: 'Marta K', vetted: true, [`role/worker:${partner}`]: true }, 'programme'),
  record('guardian', 'mum', { name: 'Nadia Karim', status: 'active' }, families),
  record('guardian', 'dad', { name: 'Omar Karim', status: 'active' }, families),
  record(
    'details',
    'details:kayla',
    { person: 'kayla', 'guardian/mum': { is: 'mother' }, 'guardian/dad': { is: 'father' } },
    families,
  ),
];
const at = new Date(Date.now() - 3_600_000).toISOString();
const hash = 'b'.repeat(64);
const answer = (
  id: string,
  giver: string,
  decision: 'given' | 'refused',
  more: Record<string, unknown> = {},
): Kept[] => [
  {
    ...record(
      'signing',
      `signing-${giver}`,
      {
        ...{ way: 'typed', typedName: giver, giver, giverName: giver, relationship: 'mother', responsibility: 'yes' },
        ...{ wording: version.sha256, language: 'en', template: 1, shownAt: at, decidedAt: at, zone: 'Europe/London' },
      },
      families,
    ),
    hash,
  } as Kept, // as it is stored
  record(
    'consent',
    id,
    {
      ...{
        person: 'kayla',
        purpose: 'photoInternal',
        giver,
        decision,
        day: at.slice(0, 10),
        decidedAt: at,
        replaces: [],
      },
      ...{ signing: `signing-${giver}`, signingHash: hash, wording: version.sha256, ...more },
    },
    families,
  ),
];

beforeEach(() => openPhone(world));
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

const write = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const may = async () => (await openPerson().store.read((tx) => readBadges(tx, scope))).may('kayla', 'photoInternal');

test('a note of two workers on four questions lets somebody under 16 answer for themselves', async () => {
  show('/people/kayla/consent/note');
  await screen.findByText('Who else heard it?');
  write('About what?', 'photoInternal');
  for (const yes of screen.getAllByLabelText('Yes')) fireEvent.click(yes);
  write('Who else heard it?', 'member-two');
  write('Why?', 'She said it in her own words.');
  press('Save the note');
  expect(await screen.findByText('for themselves, by a note')).toBeTruthy();
  const [note] = await all('gillick');
  expect(note?.body).toMatchObject({ able: true, worker: 'member-one', second: 'member-two' });
  // Why is kept where workers do not read.
  expect((await all('reason'))[0]?.scope).toBe(`${scope}/reasons`);
});

test('a decision entered in error counts as never said, and is struck through in the history', async () => {
  await keep(answer('c1', 'mum', 'given'));
  show('/people/kayla/consent/history');
  fireEvent.click(await screen.findByRole('link', { name: 'Never given: the wrong person' }));
  fireEvent.change(await screen.findByLabelText('Why?'), { target: { value: 'It was her twin.' } });
  press('It was entered in error');
  expect((await screen.findByText('Photos for us: given')).tagName).toBe('S');
  expect(await screen.findByText('Entered in error')).toBeTruthy();
  expect(await may()).toBe('missing');
});

test('parents who differ are settled by a coordinator with a reason, and limits are read', async () => {
  await keep([...answer('c1', 'mum', 'given'), ...answer('c2', 'dad', 'refused')]);
  show('/people/kayla');
  expect(await screen.findByText('No, parents differ')).toBeTruthy();
  fireEvent.click(screen.getByRole('link', { name: 'To decide' }));
  fireEvent.click(await screen.findByRole('link', { name: 'Settle photos for us' }));
  fireEvent.click(await screen.findByLabelText('Yes, it may'));
  write('Why?', 'Both agreed in the end.');
  press('Settle it');
  expect(await screen.findByText(/^Given until/)).toBeTruthy();
  expect((await all('settled'))[0]?.body.weighs).toEqual(['c1', 'c2']);
});

test('a parent’s own words make it no until a coordinator has read them', async () => {
  await keep(answer('c1', 'mum', 'given', { limits: 'not for adverts' }));
  show('/people/kayla/consent/decide');
  expect(await screen.findByText('“not for adverts”')).toBeTruthy();
  press('We keep to it: it may');
  await waitFor(async () => expect((await all('limitsRead')).map(({ body }) => body.allows)).toEqual([true]));
  expect(await screen.findByText('Nothing to decide')).toBeTruthy();
});

test('a parent is shown their own decisions, and nobody else’s', async () => {
  await keep([...answer('c1', 'mum', 'given'), ...answer('c2', 'dad', 'refused')]);
  show('/people/kayla/consent/parent');
  fireEvent.click(await screen.findByLabelText(/^Nadia Karim/));
  const copy = await screen.findByText(/→ Yes, I agree/);
  expect(copy.textContent).not.toMatch(/→ No|Omar/);
});
