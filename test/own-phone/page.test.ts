// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import { openPage } from '#own-phone/open.ts';
import { formOf, newPark, type Park, type Texts } from './park.ts';

/** The page of a code, drawn for real and answered by a real server. */

const every: readonly FormQuestion[] = [
  { name: 'hello', type: 'note' },
  { name: 'today', type: 'faces', scale: 'good' },
  { name: 'again', type: 'again' },
  {
    name: 'fun',
    type: 'thisOrThat',
    options: [
      { name: 'a', picture: 'football' },
      { name: 'b', picture: 'dance' },
    ],
  },
  { name: 'safe', type: 'yesNo', sensitive: true, words: true },
  { name: 'best', type: 'oneOf', options: [{ name: 'ball' }, { name: 'rope' }] },
  { name: 'all', type: 'severalOf', options: [{ name: 'ball' }, { name: 'rope' }, { name: 'box' }] },
  { name: 'order', type: 'rank', options: [{ name: 'ball' }, { name: 'rope' }, { name: 'box' }] },
  { name: 'true', type: 'agree' },
  {
    ...{ name: 'tall', type: 'number', fraction: true },
    mustBe: { compare: [{ of: 'tall' }, '<', { is: 3 }] },
  },
  { name: 'when', type: 'day' },
  { name: 'change', type: 'text', quote: true },
  { name: 'rules', type: 'acknowledge', required: true },
];
const scales: Readonly<Record<string, readonly string[]>> = {
  ...{ today: ['1', '2', '3', '4', '5'], true: ['1', '2', '3', '4', '5'], again: ['no', 'maybe', 'yes'] },
  safe: ['yes', 'no'],
};
/** "Q today", "today 4" */
const textsOf = (questions: readonly FormQuestion[], put: (text: string) => string = (text) => text) =>
  Object.fromEntries([
    ['title', put('Today')],
    ...questions.flatMap(({ name, options }) => [
      [`q:${name}`, put(`Q ${name}`)],
      ...(options?.map((each) => each.name) ?? scales[name] ?? []).map((each) => [
        `o:${name}:${each}`,
        put(`${name} ${each}`),
      ]),
    ]),
    ...questions.filter(({ mustBe }) => mustBe).map(({ name }) => [`c:${name}`, put(`Less than three, ${name}`)]),
  ]) as NonNullable<Texts['en']>;

const short: readonly FormQuestion[] = [
  { name: 'again', type: 'again' },
  { name: 'change', type: 'text' },
];
const inEnglish = (questions: readonly FormQuestion[]) => formOf(questions, { en: textsOf(questions) });

let park: Park;
/** A status stands for a reply that has none of ours behind it. */
const line = { isOn: true, losesReply: false, status: 0, sent: [] as { visit?: string }[] };

beforeEach(() => {
  Object.assign(line, { isOn: true, losesReply: false, status: 0, sent: [] });
  document.body.innerHTML = '<div id="root"></div>';
  // The line between the page and its server, which a park may break.
  vi.stubGlobal('fetch', async (path: string, { signal: _, ...init }: RequestInit) => {
    if (!line.isOn) throw new TypeError('no signal');
    if (line.status > 0) return Response.json({}, { status: line.status, headers: { 'x-bandstand': '1' } });
    expect(init.credentials).toBe('omit');
    if (path.endsWith('/answer')) line.sent.push(JSON.parse(String(init.body)));
    const reply = await park.world.server.app.request(path, init);
    if (line.losesReply) throw new TypeError('no signal');
    return reply;
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await park.world.close();
});

const root = () => document.getElementById('root') ?? document.body;
async function open(forms: Parameters<typeof newPark>[0]): Promise<void> {
  park = await newPark(forms);
  await openPage(root(), park.token);
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
const tick = async (name: string) => fireEvent.click(await screen.findByRole('checkbox', { name }));
const type = async (name: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByRole('textbox', { name }), { target: { value } });
const heading = (name: string | RegExp) => screen.findByRole('heading', { name });

/** A short form up to its end. */
async function answerShort(): Promise<void> {
  await choose('again yes');
  await press('Next');
  await type(/Q change/, 'More balls');
}

test('every kind of question is put and answered, and arrives as it was said', async () => {
  await open([inEnglish(every)]);
  await heading('Q hello');
  await press('Next');
  await choose('today 4');
  expect(root().querySelectorAll('svg path').length).toBeGreaterThan(20);
  await press('Next');
  await choose('again maybe');
  await press('Next');
  await waitFor(() => expect(root().querySelectorAll('[data-drawn="true"] svg')).toHaveLength(2));
  await choose('fun b');
  await press('Next');
  expect(screen.getByText('You can talk to a worker.')).toBeTruthy();
  await type(/Say more/, 'Mostly');
  await press('Next');
  await choose('best rope');
  await press('Next');
  await tick('all ball');
  await tick('all box');
  await press('Next');
  for (const name of ['order box', 'order ball', 'order rope', 'order ball', 'order ball'])
    await press(new RegExp(name));
  expect(screen.getByRole('button', { name: 'order ball 3' }).getAttribute('aria-pressed')).toBe('true');
  await press('Next');
  await choose('true 2');
  await press('Next');
  await type(/Q tall/, '4');
  await press('Next');
  expect(await screen.findByText('Less than three, tall')).toBeTruthy();
  await type(/Q tall/, '1,5');
  await press('Next');
  fireEvent.input(await screen.findByLabelText(/Q when/), { target: { value: '2026-11-20' } });
  await press('Next');
  await type(/Q change/, 'More balls');
  await choose('Yes');
  await press('Next');
  // It is asked for, so nothing goes on before it is ticked.
  const done = await screen.findByRole('button', { name: 'Done' });
  fireEvent.click(done);
  expect(screen.getByRole('heading', { name: 'Q rules' })).toBeTruthy();
  await tick('I have read it');
  fireEvent.click(done);
  await heading('Thank you!');
  expect(screen.getByText('We will tell you here on Sunday 29 November, 16:00.')).toBeTruthy();
  const said = await park.held();
  expect(said.sort((a, b) => (a.question < b.question ? -1 : 1))).toEqual([
    { question: 'again', value: 'maybe' },
    { question: 'all', value: ['ball', 'box'] },
    { question: 'best', value: 'rope' },
    { question: 'change', words: 'More balls', mayQuote: true },
    { question: 'fun', value: 'b' },
    { question: 'order', value: ['box', 'rope', 'ball'] },
    { question: 'rules', value: 'ok' },
    { question: 'safe', words: 'Mostly' },
    { question: 'tall', value: 1.5 },
    { question: 'today', value: '4' },
    { question: 'true', value: '2' },
    { question: 'when', value: '2026-11-20' },
  ]);
});

test('Back leads to the page before with what was said there, and Skip takes nothing along', async () => {
  await open([inEnglish(short)]);
  await choose('again yes');
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  await press('Next');
  await press('Back');
  await heading('Q again');
  expect((screen.getByRole('radio', { name: 'again yes' }) as HTMLInputElement).checked).toBe(true);
  await press('Next');
  await heading('Q change');
  await press('Skip');
  await heading('Thank you!');
  expect(await park.held()).toEqual([{ question: 'again', value: 'yes' }]);
});

test('who skips everything is thanked, and nothing is sent', async () => {
  await open([inEnglish(short)]);
  await press('Skip');
  await press('Skip');
  await heading('Thank you!');
  expect(screen.queryByText(/have arrived/)).toBeNull();
  expect(line.sent).toEqual([]);
});

test('a lost signal keeps everything, says so, and sends by itself when it is back', async () => {
  await open([inEnglish(short)]);
  await answerShort();
  line.isOn = false;
  await press('Done');
  expect(await screen.findByText('There is no signal.')).toBeTruthy();
  expect(screen.getByText(/Your answers are still here/)).toBeTruthy();
  line.isOn = true;
  window.dispatchEvent(new Event('online'));
  await heading('Thank you!');
  expect(await park.held()).toHaveLength(2);
});

test('a reply that was lost is one answer, and two presses at once are one', async () => {
  await open([inEnglish(short)]);
  await answerShort();
  line.losesReply = true;
  const done = screen.getByRole('button', { name: 'Done' });
  fireEvent.click(done);
  fireEvent.click(done);
  expect(await screen.findByText('There is no signal.')).toBeTruthy();
  expect(line.sent).toHaveLength(1);
  line.losesReply = false;
  const again = screen.getByRole('button', { name: 'Try again' });
  fireEvent.click(again);
  fireEvent.click(again);
  await heading('Thank you!');
  expect(line.sent).toHaveLength(2);
  expect(line.sent[0]).toEqual(line.sent[1]);
  expect(await park.held()).toHaveLength(2);
});

test.each([
  [429, 'Very many are answering just now.'],
  [500, 'Something is wrong at our end.'],
])('a reply of %i is said in words, and it goes once that is over', async (status, words) => {
  await open([inEnglish(short)]);
  await answerShort();
  line.status = status;
  await press('Done');
  expect(await screen.findByText(words)).toBeTruthy();
  line.status = 0;
  await press('Try again');
  await heading('Thank you!');
});

test('once the session is over it says so: to whoever opens it, and to whoever was answering', async () => {
  await open([inEnglish(short)]);
  await answerShort();
  await park.finish();
  await press('Done');
  await heading('This is over now.');
  await openPage(root(), park.token);
  await heading('This is over now.');
  expect(screen.getByText(/You can still tell a worker/)).toBeTruthy();
  expect(await park.held()).toEqual([]);
});

test('who has answered is thanked, and nothing they say again is kept', async () => {
  await open([inEnglish(short)]);
  // The same visit said something else before, as from a page that was copied with all that it had in memory.
  const visit = '0b36ed07-7a23-4bd3-9f08-3a1c52c3f1aa';
  vi.spyOn(crypto, 'randomUUID').mockReturnValue(visit);
  await openPage(root(), park.token);
  vi.restoreAllMocks();
  const other = { id: '7c0e4bd1-30a5-4c6a-8f0c-0b6b7e2a9d11', question: 'again', value: 'no' };
  const form = (await park.world.say('POST', '/api/voice/link', { token: park.token })).body.forms[0].sha256;
  const body = { token: park.token, visit, form, answers: [other] };
  expect((await park.world.say('POST', '/api/voice/link/answer', body)).status).toBe(204);
  await choose('again yes');
  await press('Next');
  await press('Skip');
  await heading('You have answered already. Thank you!');
  expect(await park.held()).toEqual([{ question: 'again', value: 'no' }]);
});

test('a reload has no token, and says what to do', async () => {
  park = await newPark([inEnglish(short)]);
  await openPage(root(), '');
  await heading('Point your camera at the code again.');
});

test('without signal it opens nothing, and opens when it is asked again', async () => {
  park = await newPark([inEnglish(short)]);
  line.isOn = false;
  await openPage(root(), park.token);
  await heading('There is no signal.');
  line.isOn = true;
  await press('Try again');
  await heading('Q again');
});

test('each language is offered in its own letters, and Urdu stands from right to left', async () => {
  const ur = textsOf(short, (text) => `ا ${text}`);
  await open([formOf(short, { en: textsOf(short), ur })]);
  const urdu = await screen.findByRole('button', { name: 'اردو' });
  expect([urdu.lang, urdu.dir]).toEqual(['ur', 'rtl']);
  expect(screen.getByText(/Nothing is kept on this phone/)).toBeTruthy();
  fireEvent.click(urdu);
  await heading('ا Q again');
  expect(root().firstElementChild?.getAttribute('dir')).toBe('rtl');
  expect(document.documentElement.lang).toBe('ur');
  expect(document.activeElement?.textContent).toBe('ا Q again');
  await choose('ا again yes');
  expect(screen.getByRole('button', { name: 'آگے' })).toBeTruthy();
  line.isOn = false;
  await press('آگے');
  await press('چھوڑیں');
  expect(await screen.findByText('سگنل نہیں ہے۔')).toBeTruthy();
});

test('of several forms each age gets its own, and the age goes nowhere', async () => {
  const young: readonly FormQuestion[] = [{ name: 'again', type: 'again' }];
  const older: readonly FormQuestion[] = [{ name: 'today', type: 'faces', scale: 'good' }];
  await open([
    formOf(young, { en: textsOf(young) }, { ages: ['00-07'], form: 'form-young' }),
    formOf(older, { en: textsOf(older) }, { ages: ['11-12', '13-15'], form: 'form-older' }),
  ]);
  await heading('How old are you?');
  const ages = screen.getAllByRole('button').map(({ textContent }) => textContent);
  expect(ages).toEqual(['7 or younger', '11 or 12', '13 to 15']);
  await press('7 or younger');
  await heading('Q again');
  await press('Back');
  await press('13 to 15');
  await choose('today 5');
  await press('Done');
  await heading('Thank you!');
  expect(await park.held()).toEqual([{ question: 'today', value: '5' }]);
  expect(JSON.stringify(line.sent)).not.toContain('13-15');
});

test('own words end at 700 letters, and what looks like code is only words', async () => {
  await open([inEnglish(short)]);
  await press('Skip');
  await type(/Q change/, `x${'🎈'.repeat(2_500)}`);
  expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe(`x${'🎈'.repeat(349)}`);
  expect(screen.getByText('699 / 700')).toBeTruthy();
  await type(/Q change/, '<script>alert(1)</script> ٹھیک 🎉');
  await press('Done');
  await heading('Thank you!');
  expect(await park.held()).toEqual([{ question: 'change', words: '<script>alert(1)</script> ٹھیک 🎉' }]);
  expect(within(root()).queryByText(/script/)).toBeNull();
});

test('a question that an answer made go is not answered', async () => {
  const questions: readonly FormQuestion[] = [
    { name: 'again', type: 'again' },
    { name: 'change', type: 'text', showIf: { has: ['again', 'no'] } },
  ];
  await open([inEnglish(questions)]);
  await choose('again no');
  await press('Next');
  await type(/Q change/, 'Too loud');
  await press('Back');
  await choose('again yes');
  await press('Done');
  await heading('Thank you!');
  expect(await park.held()).toEqual([{ question: 'again', value: 'yes' }]);
});
