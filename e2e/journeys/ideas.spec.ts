import { patience } from '../machine.ts';
import { allConfirmed, expect, go, signal, startSession, test } from '../world.ts';

/** You said, we did: from what a worker hears in the park to the poster, on a phone and at the desk. */

test('an idea is heard in the park, answered at the desk, told in two taps without signal, and stands on the poster', async ({
  world,
}) => {
  const { server, programme } = world;
  const ideas = async () => (await (await programme.get('/api/ideas')).json()).ideas;

  // Heard at a session.
  const { page: phone } = await world.opened('dele');
  await startSession(phone);
  const session = new URL(phone.url()).pathname.split('/')[2] ?? '';
  await phone.getByRole('button', { name: '+1 not named' }).click();
  await go(phone, `/wishes?session=${session}`);
  await phone.getByText('Something is needed here').click();
  await phone.getByLabel('What is needed?').fill('Lights by the court');
  await phone.getByRole('button', { name: 'Tell the coordinator' }).click();
  await allConfirmed(phone);

  // Answered at the desk: a no needs its reason.
  const { page: desk } = await world.opened('priya');
  await desk.getByRole('link', { name: 'Voice' }).click();
  await desk.getByRole('link', { name: 'Lights by the court' }).click();
  await desk.getByRole('radio', { name: /^No/ }).check();
  await desk.getByLabel('In a few words').fill('Floodlights');
  await desk.getByRole('button', { name: 'Answer it' }).click();
  await expect(desk.getByText(/feels like nobody listened/).first()).toBeVisible();
  await desk.getByLabel('Why, or what will happen').fill('They cost too much here.');
  await desk.getByRole('button', { name: 'Answer it' }).click();
  await expect.poll(async () => (await ideas())[0]?.decision, { timeout: patience(15_000) }).toBe('no');

  // Told in the park, with no signal: two taps from Today, taken back and said again.
  await go(phone, '/');
  await signal(phone);
  await expect(phone.getByRole('link', { name: 'Tell them: Floodlights' })).toBeVisible({ timeout: patience(15_000) });
  await server.stop();
  await phone.getByRole('link', { name: 'Tell them: Floodlights' }).click();
  await expect(phone.getByText('They cost too much here.')).toBeVisible();
  await phone.getByRole('button', { name: 'We told them' }).click();
  await expect(phone.getByText('They were told here.')).toBeVisible();
  await phone.getByRole('button', { name: 'Undo' }).click();
  await expect(phone.getByRole('button', { name: 'We told them' })).toBeVisible();
  await phone.waitForTimeout(700); // two presses sooner than that are one slip
  await phone.getByRole('button', { name: 'We told them' }).click();
  await expect(phone.getByText('They were told here.')).toBeVisible();
  await server.start();
  await signal(phone);
  await allConfirmed(phone);
  expect((await ideas())[0]).toMatchObject({ told: [{ session, is: 'held' }], isClosed: true });

  // The desk sees it closed, and the poster has it with its reason.
  await signal(desk);
  await go(desk, '/desk/voice');
  await expect(desk.getByText('1 session', { exact: true })).toBeVisible({ timeout: patience(15_000) });
  await desk.getByRole('link', { name: 'The poster' }).click();
  const sheet = desk.getByRole('region', { name: 'You said, we did, A4' });
  await expect(sheet.getByText('Not this time')).toBeVisible();
  await expect(sheet.getByText('They cost too much here.')).toBeVisible();
  const [picture] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Save as a picture' }).click(),
  ]);
  expect(picture.suggestedFilename()).toBe('you-said-we-did.png');

  // An address that somebody kept from before leads on.
  await go(desk, '/desk/boxes?part=needs');
  await expect(desk.getByRole('heading', { name: 'Voice' })).toBeVisible();
});
