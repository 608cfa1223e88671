// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hashOf } from '#domain/records/canonical.ts';
import { privateScope } from '#domain/records/scopes.ts';
import { LinkPage } from '#link/page.tsx';
import { aDocument, aQuestion, versionOf } from '#test/domain/a-wording.ts';
import { accepted } from '#test/server/evidence/signing.ts';
import { amira, type Home, nadia, newHome } from '#test/server/links/home.ts';
import { factWrite, patchWrite } from '#test/server/world.ts';
import { takeToken } from '#ui/take-token.ts';

/** The page of a link, drawn for real and answered by a real server. */

configure({ asyncUtilTimeout: 20_000 });

let home: Home;
/** A status stands for a reply that has none of ours behind it. */
const line = { isOn: true, losesReply: false, answers: 0, posts: [] as string[] };

beforeEach(async () => {
  home = await newHome();
  Object.assign(line, { isOn: true, losesReply: false, answers: 0, posts: [] });
  vi.stubGlobal('scrollTo', () => undefined);
  // The line between the page and its server, which a park may break.
  vi.stubGlobal('fetch', async (path: string, { signal: _, ...init }: RequestInit) => {
    if (!line.isOn) throw new TypeError('no signal');
    line.posts.push(path);
    if (line.answers > 0) return Response.json({}, { status: line.answers, headers: { 'x-bandstand': '1' } });
    const reply = await home.world.server.app.request(path, init);
    if (line.losesReply) throw new TypeError('no signal');
    return reply;
  });
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await home.world.close();
});

const open = (token: string) => {
  cleanup();
  render(<LinkPage token={token} />);
};
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
const type = async (label: string | RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });

/** Through the questions: the first is left open, boxing is a no, photos a yes. */
async function answerAll(): Promise<void> {
  await press('English');
  await screen.findByRole('heading', { name: 'About takePart' });
  await press('Continue');
  await choose('No');
  await press('Continue');
  await choose('Yes, I agree');
  await type(/Is there anything we should not do/, 'not for adverts');
  await press('Continue');
  await type(/What does Amira want/, 'I like it');
  await press('Continue');
}

async function sign(responsibility = 'Yes', name = 'Nadia Kowalska'): Promise<void> {
  await screen.findByRole('heading', { name: 'Check your answers' });
  await press('Continue');
  await screen.findByRole('heading', { name: 'Type my name' });
  await type('Full name', name);
  await type(/How I belong/, 'mother');
  await choose(responsibility);
  fireEvent.click(await screen.findByRole('checkbox'));
}

test('a mother answers at home: one purpose a page, her own words, and a copy that takes back', async () => {
  open((await home.mint()).body.token);
  await answerAll();
  await screen.findByText(/One answer is missing: About takePart/);
  await sign();
  await press('I agree');
  await screen.findByText('Your answers have arrived. You can close this page.');
  expect(
    (await home.rows('consent')).map(({ body }) => [body.purpose, body.decision, body.limits, body.childSays]),
  ).toEqual([
    ['contactSport', 'refused', undefined, 'I like it'],
    ['photoInternal', 'given', 'not for adverts', 'I like it'],
  ]);
  expect((await home.rows('signing'))[0]?.body).toMatchObject({ way: 'link', giver: nadia, heard: 'none' });
  const text = document.body.textContent ?? '';
  expect(text).toContain('May Amira do photoInternal?→ Yes, I agree“not for adverts”');
  expect(text).toContain('Tell any of us, on any day.');
  expect(text).toMatch(/12 months/);
  expect(text).not.toContain('About takePart');
  const [, back = ''] = /#(bl_[\w-]{43})/.exec(text) ?? [];
  open(back);
  await screen.findByRole('heading', { name: 'What you said yes to for Amira' });
  await press('Take it back');
  await screen.findByText('Taken back. It holds from now on.');
  expect(await home.may('photoInternal')).toBe('mayNot');
});

test('without signal nothing is lost: what she typed stays, and goes at the next press', async () => {
  open((await home.mint()).body.token);
  await answerAll();
  await sign();
  line.isOn = false;
  await press('I agree');
  await screen.findByText('No signal. What you wrote is still here.');
  expect(await home.rows('consent')).toEqual([]);
  line.isOn = true;
  expect((screen.getByLabelText('Full name') as HTMLInputElement).value).toBe('Nadia Kowalska');
  await press('I agree');
  await screen.findByText(/have arrived/);
  expect(await home.rows('consent')).toHaveLength(2);
});

test('the reply is lost and she changes her mind: her no holds, and the page says so plainly', async () => {
  open((await home.mint()).body.token);
  await answerAll();
  await sign();
  line.losesReply = true;
  await press('I agree');
  await screen.findByText('No signal. What you wrote is still here.');
  expect(await home.may('photoInternal')).toBe('missing'); // her own words are read first
  line.losesReply = false;
  await press('Back');
  fireEvent.click((await screen.findAllByRole('button', { name: /^Change/ })).at(-1) as HTMLElement);
  await choose('No');
  await press('Continue');
  await press('Continue');
  await press('Continue');
  await press('I agree');
  await screen.findAllByText(/You had answered by this link before, and that answer stays/);
  expect(screen.queryByText(/have arrived/)).toBeNull();
  expect(await home.may('photoInternal')).toBe('mayNot');
  const text = document.body.textContent ?? '';
  expect(text).toContain('What you now said no to is taken back from now on.');
  expect(text).toContain('May Amira do photoInternal?→ No');
  expect(text).not.toContain('Yes, I agree');
  const [, back = ''] = /#(bl_[\w-]{43})/.exec(text) ?? [];
  expect((await home.read(back)).body).toMatchObject({ kind: 'withdraw', purposes: [] });
});

test('the copy of somebody who is not on record says that it only asks, and of no yes how long it holds', async () => {
  open((await home.mint({ giver: null })).body.token);
  await answerAll();
  await sign('Yes', 'J Smith');
  await press('I agree');
  await screen.findByText('Your answers have arrived. You can close this page.');
  const asks = 'Your yes is not in force yet: a coordinator of the team looks at it first, and decides.';
  expect(screen.getAllByText(new RegExp(asks))).toHaveLength(2);
  const text = document.body.textContent ?? '';
  expect(text).not.toMatch(/12 months/);
  expect(text).not.toMatch(/#bl_/);
});

test.each([
  [429, 'Too many tries. Wait some minutes, then try again.'],
  [500, 'Something is wrong on our side. Try again later.'],
  [422, 'Something here was not understood. Look at what you wrote, or ask the team.'],
])('what went wrong is said as it is: %i', async (status, words) => {
  open((await home.mint()).body.token);
  await answerAll();
  await sign();
  line.answers = status;
  await press('I agree');
  await screen.findByText(words);
  line.answers = 0;
  await press('I agree');
  await screen.findByText(/have arrived/);
  const { withdraw } = (await home.answer(await home.sent())).body;
  open(withdraw);
  await screen.findByRole('heading', { name: 'What you said yes to for Amira' });
  line.answers = status;
  await press('Take it back');
  await screen.findByText(words);
  open('bl_anything');
  await screen.findByRole('heading', { name: words });
});

test('the token is out of the address as the page opens; a reload asks to open the link again', async () => {
  window.history.replaceState(null, '', '/c/#bl_secret');
  const before = window.history.length;
  expect(takeToken()).toBe('bl_secret');
  expect(window.location.href).toMatch(/\/c\/$/);
  expect(window.history.length).toBe(before);
  open(takeToken());
  await screen.findByRole('heading', { name: 'Open the link in your message once more.' });
  expect(screen.queryByRole('button')).toBeNull();
  expect(line.posts).toEqual([]);
});

test('it keeps nothing on her phone', async () => {
  const kept = vi.spyOn(Storage.prototype, 'setItem');
  open((await home.mint()).body.token);
  await answerAll();
  await sign();
  await press('I agree');
  await screen.findByText(/have arrived/);
  expect(kept).not.toHaveBeenCalled();
  expect(document.cookie).toBe('');
  expect(window.location.href).not.toContain('Nadia');
  expect(line.posts.every((path) => !path.includes('bl_'))).toBe(true);
});

test('Back goes back one page, and once it has arrived it leads nowhere else', async () => {
  open((await home.mint()).body.token);
  await press('English');
  await screen.findByRole('heading', { name: 'About takePart' });
  await choose('Yes, I agree');
  await press('Continue');
  await screen.findByRole('heading', { name: 'About contactSport' });
  window.history.back();
  await screen.findByRole('heading', { name: 'About takePart' });
  expect((screen.getByRole('radio', { name: 'Yes, I agree' }) as HTMLInputElement).checked).toBe(true);
  window.history.back();
  await answerAll();
  await sign();
  await press('I agree');
  await screen.findByText(/have arrived/);
  window.history.back();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await screen.findByText(/have arrived/);
});

test('nothing is chosen for her, and nothing can be sent that says nothing', async () => {
  open((await home.mint()).body.token);
  await press('English');
  for (let page = 0; page < 4; page += 1) {
    expect(screen.queryAllByRole('radio').every((each) => !(each as HTMLInputElement).checked)).toBe(true);
    await press('Continue');
  }
  await screen.findByText(/3 answers are missing/);
  expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
});

test('what is missing is said, and the child’s own name is nobody’s, its full one included', async () => {
  open((await home.mint()).body.token);
  await answerAll();
  await sign('Yes', 'Amira');
  await press('I agree');
  expect((await screen.findAllByText('Write your own name, not the child’s.')).length).toBeGreaterThan(0);
  await type('Full name', 'Amira Kowalska');
  await press('I agree');
  await waitFor(() => expect(line.posts.at(-1)).toBe('/api/link/answer'));
  await screen.findByText('Write your own name, not the child’s.');
  expect(await home.rows('signing')).toEqual([]);
});

test('a text that says more meanwhile is shown: she reads it again, and her name stays typed', async () => {
  open((await home.mint()).body.token);
  await answerAll();
  await sign();
  const { ann } = home.world;
  const at = '2026-11-22T12:00:01.000Z';
  const purposes = (['takePart', 'contactSport', 'photoInternal'] as const).map((each) =>
    aQuestion(each, { what: 'We also print it.' }),
  );
  const next = versionOf(aDocument({ version: 2, purposes }), at);
  await accepted(home.world, ann, [
    factWrite(ann, 'wordingVersion', 'programme', next),
    factWrite(ann, 'approval', 'programme', {
      ...{
        sha256: hashOf(next.document),
        kind: 'says more',
        purposes: ['photoInternal'],
        reason: 'prints',
        who: 'Ann',
        at,
      },
    }),
  ]);
  await press('I agree');
  await screen.findByText('The text has changed. Please read it again.');
  await press('Continue');
  await answerAll();
  await screen.findByText(/One answer is missing/);
  await press('Continue');
  expect((screen.getByLabelText('Full name') as HTMLInputElement).value).toBe('Nadia Kowalska');
  await press('I agree');
  await screen.findByText(/have arrived/);
  expect((await home.rows('signing'))[0]?.body.wording).toBe(next.sha256);
});

test('a link that does not work any more says so, in the language of the phone', async () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['pl-PL', 'en']);
  open('bl_nonsense');
  await screen.findByRole('heading', { name: 'Ten link już nie działa.' });
  vi.restoreAllMocks();
  const { token } = (await home.mint()).body;
  open(token);
  await answerAll();
  await sign();
  await accepted(home.world, home.team.worker, [
    patchWrite('guardian', privateScope(home.world.a), nadia, { phone: '07700 900321' }),
  ]);
  await press('I agree');
  await screen.findByRole('heading', { name: 'This link does not work any more.' });
});

test('opened without signal it waits, and reads once there is some', async () => {
  const { token } = (await home.mint()).body;
  line.isOn = false;
  open(token);
  await screen.findByRole('heading', { name: /No signal/ });
  line.isOn = true;
  await press('Try again');
  await screen.findByText('Consent for Amira');
});

test('nothing given is nothing to take back', async () => {
  const { body } = await home.mint({ kind: 'withdraw', giver: amira, purposes: [] });
  open(body.token);
  await screen.findByText('You said yes to nothing that still holds.');
});
