// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { standingTold } from '#domain/voice/ideas/told.ts';
import {
  all,
  type Kept,
  openPhone,
  partner,
  record,
  said,
  session,
  show,
  slowDisk,
} from '#test/features/phone-stand.tsx';

/** In the park: what came of what they asked for, said in big words, and that they heard it. Nothing is sent. */

const team = `partner/${partner}/team`;
const answered = (id: string, body: Kept['body'] = {}): Kept =>
  record(
    'idea',
    id,
    {
      ...{ said: 'Lights on the court', title: 'Floodlights', day: '2026-10-01', site: 'windmill', status: 'answered' },
      ...{ answer: { decision: 'no', reason: 'They cost too much here.' }, answeredOn: '2026-10-20', ...body },
    },
    team,
  );
const live = session('live', {
  day: '2026-11-22',
  status: { is: 'running', reopened: 0 },
  actualStart: '2026-11-22T11:00:00.000Z',
});
const told = (id: string, of: string, at: string, undoes?: string): Kept =>
  record(
    'told',
    id,
    {
      idea: of,
      session: at,
      day: '2026-11-15',
      how: 'spoken',
      at: '2026-11-15T16:00:00.000Z',
      ...(undoes && { undoes }),
    },
    team,
  );

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00.000Z') }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const waitMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One that is to be told, so that a test sees the list and not the moment before it. */
const witness = answered('witness', { title: 'A bench' });
const seesWitness = () => screen.findByRole('link', { name: 'Tell them: A bench' });

const standing = async () => [...standingTold(await all('told')).values()].flat();

test('two taps from Today to *told them*, and one takes it back; told again it counts again', async () => {
  await openPhone([live, answered('lights')]);
  const user = show('/');
  await user.click(await screen.findByRole('link', { name: 'Tell them: Floodlights' }));
  expect(await screen.findByRole('heading', { name: 'Floodlights' })).toBeTruthy();
  expect(screen.getByText('Not this time')).toBeTruthy();
  expect(screen.getByText('They cost too much here.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'We told them' }));
  await screen.findByText('They were told here.');
  expect(await standing()).toMatchObject([
    { body: { idea: 'lights', session: 'live', day: '2026-11-22', how: 'spoken' } },
  ]);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  const again = await screen.findByRole('button', { name: 'We told them' });
  expect(await standing()).toEqual([]);
  await waitMs(700); // two presses sooner than that are one slip
  await user.click(again);
  await screen.findByText('They were told here.');
  expect(await standing()).toHaveLength(1);
  expect(await said()).toHaveLength(3);
});

test('a double tap on a slow phone says it once', async () => {
  await openPhone([live, answered('lights')]);
  const user = show('/s/live/tell/lights');
  const button = await screen.findByRole('button', { name: 'We told them' });
  slowDisk();
  await user.dblClick(button);
  await screen.findByText('They were told here.');
  expect(await said()).toHaveLength(1);
});

test('the live register says what to tell, after it the next one, and nothing once all was told', async () => {
  await openPhone([live, answered('lights'), answered('bench', { title: 'A bench', answeredOn: '2026-10-21' })]);
  const user = show('/s/live');
  expect(await screen.findByRole('link', { name: 'Tell them: A bench' })).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Tell them: Floodlights' }));
  await user.click(await screen.findByRole('button', { name: 'We told them' }));
  await user.click(await screen.findByRole('link', { name: 'Next: A bench' }));
  await user.click(await screen.findByRole('button', { name: 'We told them' }));
  await screen.findByText('They were told here.');
  await user.click(screen.getByRole('link', { name: 'Back' }));
  await screen.findByRole('tablist', { name: 'Register' });
  expect(screen.queryByText('Tell them:')).toBeNull();
});

test.each([
  ['of another park', answered('lights', { site: 'woodlands' })],
  ['only thought about', answered('lights', { answer: null, status: 'thinking', who: 'Dele A' })],
  ['told at two sessions', answered('lights', { status: 'told', toldOn: '2026-11-01' })],
])('an idea that is %s is not offered', async (_what, idea) => {
  await openPhone([live, idea, witness]);
  show('/');
  await seesWitness();
  expect(screen.getAllByText('Tell them:')).toHaveLength(1);
});

test('told at two sessions before, it is closed; one of them taken back, it is offered again', async () => {
  const before = ['s1', 's2'].map((id, n) =>
    session(id, { day: `2026-11-${n + 10}`, status: { is: 'finished', reopened: 0 } }),
  );
  const twice = [live, answered('lights'), witness, ...before, told('t1', 'lights', 's1'), told('t2', 'lights', 's2')];
  await openPhone(twice);
  show('/');
  await seesWitness();
  expect(screen.getAllByText('Tell them:')).toHaveLength(1);
  cleanup();
  await openPhone([...twice, told('t3', 'lights', 's2', 't2')]);
  show('/');
  expect(await screen.findByRole('link', { name: 'Tell them: Floodlights' })).toBeTruthy();
});

test.each([
  ['planned', 'Start the session first. Then you can tell them.'],
  ['cancelled', 'This session was cancelled: nobody was here to be told.'],
])('at a session that is %s nobody can have been told, and it says why', async (is, why) => {
  await openPhone([session('live', { day: '2026-11-22', status: { is, reopened: 0 } }), answered('lights')]);
  show('/s/live/tell/lights');
  expect(await screen.findByText(why)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'We told them' })).toBeNull();
});

test('thinking is never shown as a no', async () => {
  await openPhone([live, answered('lights', { answer: null, status: 'thinking' })]);
  show('/s/live/tell/lights');
  expect(await screen.findByText(/we are thinking about it. That is not a no/)).toBeTruthy();
  expect(screen.queryByText('Not this time')).toBeNull();
});

test('markup and emoji are words, as they were written', async () => {
  const reason = '<script>alert(1)</script> 👩‍👩‍👧 yes';
  await openPhone([live, answered('lights', { answer: { decision: 'yes', reason } })]);
  show('/s/live/tell/lights');
  expect(await screen.findByText(reason)).toBeTruthy();
  expect(document.querySelector('script')).toBeNull();
});

test('a volunteer’s phone asks for none of it', async () => {
  const volunteer = record(
    'member',
    'member-one',
    { name: 'Tunde O', [`role/volunteer:${partner}`]: true },
    'programme',
  );
  await openPhone([live, answered('lights'), volunteer]);
  show('/s/live');
  await screen.findByRole('tablist', { name: 'Register' });
  await waitMs(400); // as long as a worker’s phone takes several times over, in the tests above
  expect(screen.queryByText('Tell them:')).toBeNull();
});

test('what is needed here says how far each came', async () => {
  await openPhone([live, answered('lights'), answered('bench', { title: 'A bench', answer: null, status: 'heard' })]);
  const user = show('/wishes?session=live');
  await user.click(await screen.findByText('Something is needed here'));
  expect(await screen.findByText('No')).toBeTruthy();
  expect(screen.getByText('Heard')).toBeTruthy();
  await user.type(screen.getByLabelText('What is needed?'), 'A tap');
  await user.click(screen.getByRole('button', { name: 'Tell the coordinator' }));
  await waitFor(async () => expect(await all('idea')).toHaveLength(3));
  expect((await all('idea')).find(({ body }) => body.said === 'A tap')?.body).toMatchObject({ site: 'windmill' });
});
