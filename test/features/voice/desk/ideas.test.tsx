// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Boxes } from '#app/desk/boxes.tsx';
import type { Write } from '#domain/records/entry.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import { IdeaPage } from '#features/voice/desk/ideas/idea.tsx';
import { Ideas } from '#features/voice/desk/ideas/ideas.tsx';
import { PosterPage } from '#features/voice/desk/poster/page.tsx';
import { deskOf, office, slow, stand } from '#test/features/desk-stand.tsx';
import { entryOf, factWrite, push, sessionWrite } from '#test/server/world.ts';

/** The coordinator’s ideas: real screens over the real server. */

const session = uuidv7();
const [lights, bench, water] = [uuidv7(), uuidv7(), uuidv7()];
const made = (id: string, partner: string, body: Record<string, unknown>): Write => ({
  ...{ op: 'create', type: 'idea', id, scope: teamScope(partner), body },
});

beforeAll(() => {
  // Only the date: what waits for a moment still waits.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00.000Z') });
});
afterAll(() => {
  vi.useRealTimers();
});

const held = office(async (world, { coordinator, worker }) => {
  const results = await push(world, worker, [
    entryOf(worker, [sessionWrite(world.a, session, { status: { is: 'running', reopened: 0 } })]),
    entryOf(worker, [
      {
        ...{ op: 'create', type: 'debrief', id: `debrief:${session}`, scope: teamScope(world.a) },
        body: { session, day: '2026-11-22', needsRaised: 'A tap by the pitch' },
      },
    ]),
    entryOf(
      worker,
      ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'].map((n) =>
        factWrite(worker, 'wish', partnerScope(world.a), {
          ...{ kind: 'equipment', age: 'O10', words: 'Floodlights', n: 1, day: '2026-11-22', session },
          at: `2026-11-22T11:00:0${n.slice(1)}.000Z`,
        }),
      ),
    ),
  ]);
  expect(results.map(({ result }) => result)).toEqual(['ok', 'ok', 'ok']);
  await push(world, coordinator, [
    entryOf(coordinator, [
      made(lights, world.a, { said: 'Lights please', day: '2026-10-01', session }),
      made(bench, world.a, { said: 'A bench', day: '2026-11-10', session }),
      // As a phone that was not updated left it.
      made(water, world.a, { said: 'Water', day: '2026-11-01', status: 'decided', decision: 'A tap in spring.' }),
    ]),
  ]);
});

const desk = () => deskOf(held.world, held.ann);
const ideaIs = async (id: string) => {
  const { body } = await held.world.say('GET', '/api/ideas', undefined, { cookie: held.ann.cookie });
  return body.ideas.find((each: { id: string }) => each.id === id);
};
const open = (id: string, over = desk()) => stand(over, IdeaPage, `/desk/voice/ideas/${id}`, '/desk/voice/ideas/:id');

test('every idea is a line, what waits too long says so, and the numbers are all of them', async () => {
  stand(desk(), Ideas, '/desk/voice');
  const line = (await screen.findByRole('link', { name: 'Lights please' })).closest('li');
  expect(within(line as HTMLElement).getByText('No answer for 52 days.')).toBeTruthy();
  expect(within(line as HTMLElement).getByText('fewer than 5')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'A tap by the pitch' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '3 to answer' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '1 to tell' }));
  expect(screen.queryByRole('link', { name: 'Lights please' })).toBeNull();
  expect(screen.getByText('A tap in spring.')).toBeTruthy();
});

test('an answer without a reason, or of 5,000 characters, is not saved, says why, and loses nothing', async () => {
  open(lights);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('radio', { name: /^No/ }));
  await user.click(screen.getByRole('button', { name: 'Answer it' }));
  expect((await screen.findAllByText(/feels like nobody listened/)).length).toBeGreaterThan(0);
  const reason = screen.getByLabelText<HTMLTextAreaElement>('Why, or what will happen');
  await user.click(reason);
  await user.paste('x'.repeat(5000));
  await user.click(screen.getByRole('button', { name: 'Answer it' }));
  expect((await screen.findAllByText('It has 5,000 characters. At most 4,000 are kept.')).length).toBeGreaterThan(0);
  expect(reason.value).toHaveLength(5000);
  expect(await ideaIs(lights)).toMatchObject({ stage: 'heard' });
});

test('a hard reason is flagged and saved all the same; markup and emoji stay words', async () => {
  open(lights);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('radio', { name: /^No/ }));
  await user.type(screen.getByLabelText('In a few words'), 'Floodlights');
  const reason = screen.getByLabelText<HTMLTextAreaElement>('Why, or what will happen');
  await user.clear(reason);
  await user.click(reason);
  const words = '<script>alert(1)</script> 👩‍👩‍👧 Notwithstanding considerations. Ring 01474 555 0100.';
  await user.paste(words);
  expect(screen.getByText('Long words: Notwithstanding, considerations. Is there a shorter one?')).toBeTruthy();
  expect(screen.getByText('There is a phone number in it.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Answer it' }));
  await waitFor(async () =>
    expect(await ideaIs(lights)).toMatchObject({
      ...{ stage: 'answered', decision: 'no', reason: words, title: 'Floodlights', answeredOn: '2026-11-22' },
    }),
  );
  expect(document.querySelector('script')).toBeNull();
});

test('two coordinators answer at once: one answer stands whole, with its own reason', async () => {
  open(bench);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('radio', { name: /^Yes/ }));
  await user.type(screen.getByLabelText('In a few words'), 'A bench');
  await user.type(screen.getByLabelText('Why, or what will happen'), 'It comes in May.');
  const { coordinator } = held.team;
  held.world.clock.ms += 1000;
  await push(held.world, coordinator, [
    entryOf(coordinator, [
      {
        ...{ op: 'patch', type: 'idea', id: bench, scope: teamScope(held.world.a) },
        body: { answer: { decision: 'no', reason: 'Too dear.' }, status: 'answered', title: 'Bench' },
      },
    ]),
  ]);
  await user.click(screen.getByRole('button', { name: 'Answer it' }));
  await waitFor(async () =>
    expect(await ideaIs(bench)).toMatchObject({ decision: 'yes', reason: 'It comes in May.', title: 'A bench' }),
  );
});

test('an older answer in words is shown as it was, and asks for a yes, a part or a no', async () => {
  open(water);
  expect(await screen.findByText(/An older app kept the answer in words only/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>('Why, or what will happen').value).toBe('A tap in spring.');
});

test('what a debrief raised gets its record when somebody takes it up, told where it was said', async () => {
  const id = `need:${session}`;
  open(id);
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('Who looks into it, and who do they ask?'), 'Dele A');
  await user.click(screen.getByRole('button', { name: 'We are thinking about it' }));
  await waitFor(async () => expect(await ideaIs(id)).toMatchObject({ recorded: true, stage: 'thinking', heard: 1 }));
  await user.click(await screen.findByRole('radio', { name: /^Part/ }));
  await user.type(screen.getByLabelText('In a few words'), 'A tap');
  await user.type(screen.getByLabelText('Why, or what will happen'), 'We bring water.');
  await user.click(screen.getByRole('button', { name: 'Answer it' }));
  await user.selectOptions(await screen.findByLabelText('They were told at'), session);
  await user.dblClick(screen.getByRole('button', { name: 'They were told' }));
  await waitFor(async () => expect((await ideaIs(id)).told).toMatchObject([{ session, facts: [{ how: 'spoken' }] }]));
  await user.click(await screen.findByRole('button', { name: /^Undo: told on/ }));
  await waitFor(async () => expect((await ideaIs(id)).told).toEqual([]));
});

test('two ideas are joined and taken apart again, and nothing of either is lost', async () => {
  const { unmount } = open(water);
  const user = userEvent.setup();
  await user.selectOptions(await screen.findByLabelText(/It is one with/), lights);
  await user.click(screen.getByRole('button', { name: 'Join them' }));
  await waitFor(async () => expect(await ideaIs(water)).toBeUndefined());
  expect(await ideaIs(lights)).toMatchObject({ heard: 2, joined: [{ id: water, said: 'Water' }] });
  unmount();
  // Its old address leads to what it became part of.
  open(water);
  expect(await screen.findByRole('heading', { name: 'Floodlights' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Take apart' }));
  await waitFor(async () => expect(await ideaIs(water)).toMatchObject({ reason: 'A tap in spring.' }));
});

test('a wish becomes an idea in one press, with its count; a second press makes no second one', async () => {
  stand(slow(desk()), Ideas, '/desk/voice');
  await userEvent.dblClick(await screen.findByRole('button', { name: 'Make it an idea: Floodlights' }));
  await screen.findByText('another screen');
  const { body } = await held.world.say('GET', '/api/ideas', undefined, { cookie: held.ann.cookie });
  expect(body.ideas.filter(({ said }: { said: string }) => said === 'Floodlights')).toMatchObject([
    { heard: 6, title: '' },
  ]);
  expect(body.wished).toEqual([]);
});

test('an idea is written down with how many said it; a bad number is said, not guessed', async () => {
  stand(desk(), Ideas, '/desk/voice');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Add an idea' }));
  const sheet = within(await screen.findByRole('dialog'));
  await user.selectOptions(await sheet.findByLabelText('Whose'), held.world.a);
  await user.type(sheet.getByLabelText('What was said'), 'Netball');
  await user.clear(sheet.getByLabelText(/By how many/));
  await user.type(sheet.getByLabelText(/By how many/), 'lots');
  await user.click(sheet.getByRole('button', { name: 'Add the idea' }));
  expect((await sheet.findAllByText('A number from 1 to 999.')).length).toBeGreaterThan(0);
  await user.clear(sheet.getByLabelText(/By how many/));
  await user.type(sheet.getByLabelText(/By how many/), '12');
  await user.click(sheet.getByRole('button', { name: 'Add the idea' }));
  await screen.findByText('another screen');
  const { body } = await held.world.say('GET', '/api/ideas', undefined, { cookie: held.ann.cookie });
  expect(body.ideas.find(({ said }: { said: string }) => said === 'Netball')).toMatchObject({ heard: 12 });
});

test('on the poster stands what was answered in the coordinator’s words, its no with the reason, and no number under five', async () => {
  stand(desk(), PosterPage, '/desk/voice/poster');
  const sheet = within(await screen.findByRole('region', { name: 'You said, we did, A4' }));
  expect(sheet.getByText('Floodlights')).toBeTruthy();
  expect(sheet.getByText('Not this time')).toBeTruthy();
  expect(sheet.getByText(/Notwithstanding considerations/)).toBeTruthy();
  expect(sheet.queryByText(/said by/)).toBeNull();
  expect(sheet.queryByText('Water')).toBeNull();
  expect(screen.getByText('1 answered idea is not on it')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: /^A notice/ }));
  expect(
    within(screen.getByRole('region', { name: 'From your ideas, A5' })).getByText('we are going to …'),
  ).toBeTruthy();
});

test('the old address of Needs leads to Voice', async () => {
  stand(desk(), Boxes, '/desk/boxes?part=needs');
  expect(await screen.findByText('another screen')).toBeTruthy();
});
