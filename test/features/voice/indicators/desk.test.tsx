// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { privateScope } from '#domain/records/scopes.ts';
import { IndicatorsPage } from '#features/voice/desk/indicators/indicators.tsx';
import { deskOf, office, signIn, stand } from '#test/features/desk-stand.tsx';
import { entryOf, factWrite, push } from '#test/server/world.ts';

/** The coordinator’s indicators: the real page over the real server. */

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00.000Z') });
});
afterAll(() => {
  vi.useRealTimers();
});

const held = office();
const page = '/desk/voice/indicators';
const stored = async () => {
  const { body } = await held.world.say('GET', '/api/records?type=indicator', undefined, { cookie: held.ann.cookie });
  return body.records as { id: string; body: Record<string, unknown> }[];
};
const statements = () =>
  screen.getAllByRole('listitem').flatMap((item) => within(item).queryByRole('heading')?.textContent ?? []);

async function add(statement: string, target: string) {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Add an indicator' }));
  await user.type(await screen.findByLabelText('The statement'), statement);
  await user.click(screen.getByRole('radio', { name: /^Who agrees at the end/ }));
  await user.click(screen.getByRole('checkbox', { name: 'Young person' }));
  await user.type(screen.getByLabelText('The target in per cent'), target);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('button', { name: statement });
}

test('one is added, and what is missing or is no number is said', async () => {
  stand(deskOf(held.world, held.ann), IndicatorsPage, page);
  const user = userEvent.setup();
  expect(await screen.findByText('No indicator yet')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Add an indicator' }));
  await user.type(await screen.findByLabelText('The target in per cent'), '170');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  for (const words of ['Write the statement.', 'Choose what is counted.', 'Choose who is asked.'])
    expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
  expect(screen.getAllByText('Write a whole number from 0 to 100.').length).toBeGreaterThan(0);
  expect(await stored()).toEqual([]);
  await user.type(screen.getByLabelText('The statement'), 'I feel safe here.');
  await user.click(screen.getByRole('radio', { name: /^Who got better/ }));
  await user.click(screen.getByRole('checkbox', { name: 'Young person' }));
  await user.clear(screen.getByLabelText('The target in per cent'));
  await user.type(screen.getByLabelText('The target in per cent'), '70');
  await user.type(screen.getByLabelText(/^How many people it is meant for/), '180');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Nobody is assessed yet. The target is 70 %.')).toBeTruthy();
  expect((await stored()).map(({ body }) => body)).toMatchObject([
    {
      statement: 'I feel safe here.',
      kind: 'improved',
      target: 70,
      cohort: 180,
      order: 0,
      'respondent/youngPerson': true,
    },
  ]);
}, 20_000);

test('they are put in order, and the order stands', async () => {
  stand(deskOf(held.world, held.ann), IndicatorsPage, page);
  await screen.findByRole('button', { name: 'I feel safe here.' });
  await add('I know who to ask.', '60');
  expect(statements()).toEqual(['I feel safe here.', 'I know who to ask.']);
  await userEvent.click(screen.getByRole('button', { name: 'Up: I know who to ask.' }));
  await waitFor(() => expect(statements()).toEqual(['I know who to ask.', 'I feel safe here.']));
  await userEvent.click(screen.getByRole('button', { name: 'Down: I know who to ask.' }));
  await waitFor(() => expect(statements()).toEqual(['I feel safe here.', 'I know who to ask.']));
}, 20_000);

test('one that is closed is folded away, and opens again', async () => {
  stand(deskOf(held.world, held.ann), IndicatorsPage, page);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'I know who to ask.' }));
  await user.click(await screen.findByRole('button', { name: 'Close this indicator' }));
  await screen.findByText('1 closed');
  await user.click(screen.getByRole('button', { name: 'I know who to ask.', hidden: true }));
  await user.click(await screen.findByRole('button', { name: 'Open it again' }));
  await waitFor(() => expect(screen.queryByText('1 closed')).toBeNull());
}, 20_000);

test('whoever may not know the families sees none of the answers and which partners are left out', async () => {
  const { world, team } = held;
  const indicator = (await stored()).find(({ body }) => body.kind === 'agree')?.id;
  const answers = Array.from({ length: 6 }, () =>
    factWrite(team.worker, 'assessment', privateScope(world.a), {
      ...{ person: uuidv7(), indicator, when: 'end', answer: 5, in: 'group', respondent: 'youngPerson' },
      ...{ day: '2026-11-20', at: '2026-11-20T16:00:00.000Z', replaces: [] },
    }),
  );
  const results = await push(world, team.worker, [entryOf(team.worker, answers)]);
  expect(results.map(({ result }) => result)).toEqual(['ok']);
  const { unmount } = stand(deskOf(world, held.ann), IndicatorsPage, page);
  expect(await screen.findByText('Not in these figures: Alliance, Refocus')).toBeTruthy();
  expect(screen.queryByText(/agree at the end/)).toBeNull();
  unmount();
  const cora = await signIn(world, 'Cora', 'another passphrase');
  stand(deskOf(world, cora), IndicatorsPage, page);
  expect(await screen.findByText('100 % agree at the end. The target is 60 %: met.')).toBeTruthy();
  expect(screen.queryByText(/^Not in these figures/)).toBeNull();
}, 20_000);
