// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HandedWording, Sitting, SittingSoFar } from '#domain/people/consents/sitting.ts';
import type { Purpose } from '#domain/people-codes.ts';
import type { Saying } from '#domain/records/say.ts';
import { ConsentForm } from '#features/consent/phone/handed/form.tsx';
import { aDocument, aQuestion } from '#test/domain/a-wording.ts';

/** A parent's hands on the form: what they touch is kept, what they leave is asked, and nothing is chosen for them. */

const asks: Purpose[] = ['takePart', 'photoInternal'];
const wordingOf = (language: 'en' | 'ro' | 'ur', sha: string): HandedWording => ({
  ...{ sha256: sha.repeat(64), asks },
  document: aDocument({
    language,
    translates: language === 'en' ? null : 'a'.repeat(64),
    purposes: asks.map((each) =>
      aQuestion(each, { title: `${language} ${each}`, yes: `${language} yes`, no: `${language} no` }),
    ),
  }),
});
const questions = (child: string) =>
  asks.map((purpose) => ({
    purpose,
    consent: `${child}-${purpose}`,
    asked: `asked-${child}-${purpose}`,
    replaces: [],
  }));
const sitting: Sitting = {
  ...{
    scope: 'partner/a',
    day: '2026-11-26',
    zone: 'Europe/London',
    offsetMs: 0,
    by: 'member-one',
    device: 'phone-one',
  },
  ...{ signing: 'signing-one', giver: { id: 'mother-one', name: '', isSelf: false }, language: null, second: null },
  ...{ witness: { name: 'Dele A' }, interpreter: null, way: 'screen' },
  children: [{ id: 'ioana-one', called: 'Ioana', age: 12, questions: questions('ioana-one') }],
  wordings: [wordingOf('en', 'a'), wordingOf('ro', 'b'), wordingOf('ur', 'c')],
};

let kept: SittingSoFar | null;
let said: readonly Saying[];
let first: boolean | undefined;
let works: boolean;
let done: boolean;

beforeEach(() => {
  kept = null;
  said = [];
  works = true;
  done = false;
  window.scrollTo = () => {};
});

afterEach(cleanup);

async function open(pack: Sitting = sitting, progress: SittingSoFar | null = null) {
  const view = render(
    <ConsentForm
      pack={pack}
      progress={progress}
      keep={async (now) => {
        kept = now;
      }}
      hold={async () => true}
      say={async (sayings, more) => {
        said = sayings;
        first = more?.first;
        return works;
      }}
      finish={() => {
        done = true;
      }}
    />,
  );
  await screen.findByRole('main');
  return view;
}
const press = async (name: string | RegExp) => {
  fireEvent.click(await screen.findByRole('button', { name }));
  await act(async () => {});
};

async function toTheLastPage() {
  await press('Română');
  fireEvent.click(await screen.findByRole('radio', { name: 'ro yes' }));
  await press('Continuă');
  fireEvent.click(await screen.findByRole('radio', { name: 'ro no' }));
  await press('Continuă');
  await press('Continuă');
  await press('Continuă');
}

test('language first, each in its own letters; then one question to a page, with nothing chosen', async () => {
  await open();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['English', 'Română', 'اردو']);
  await press('Română');
  expect(await screen.findByRole('heading', { name: 'ro takePart' })).toBeTruthy();
  expect(screen.queryByText('ro photoInternal')).toBeNull();
  for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) expect(radio.checked).toBe(false);
  expect(document.querySelector('[lang=ro]')?.getAttribute('dir')).toBe('ltr');
});

test('Urdu reads from the right, and English is one press away and back, with the place kept', async () => {
  await open();
  await press('اردو');
  await screen.findByRole('heading', { name: 'ur takePart' });
  expect(document.querySelector('[lang=ur]')?.getAttribute('dir')).toBe('rtl');
  fireEvent.click(screen.getByRole('radio', { name: 'ur yes' }));
  await press('Show English');
  expect(await screen.findByRole('heading', { name: 'en takePart' })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'en yes' }).checked).toBe(true);
  await press('اردو');
  await screen.findByRole('heading', { name: 'ur takePart' });
});

test('every touch is kept: a kill comes back to the same page with the same answers', async () => {
  const view = await open();
  await press('Română');
  fireEvent.click(await screen.findByRole('radio', { name: 'ro yes' }));
  await press('Continuă');
  view.unmount();
  await open(sitting, kept);
  expect(await screen.findByRole('heading', { name: 'ro photoInternal' })).toBeTruthy();
  await press('Înapoi');
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'ro yes' })).checked).toBe(true);
});

test('an answer that is missing is named, does not stop anybody, and is saved as asked', async () => {
  await open();
  await press('English');
  fireEvent.click(await screen.findByRole('radio', { name: 'en yes' }));
  await press('Stop for now');
  expect(await screen.findByText(/One answer is missing: en photoInternal/)).toBeTruthy();
  await press('Continue');
  fireEvent.click(screen.getByRole('radio', { name: 'Type my name' }));
  await agreeAs('Nadia Karim');
  expect(said.map(({ type, id }) => `${type} ${id}`)).toEqual([
    'signing signing-one',
    'consent ioana-one-takePart',
    'asked asked-ioana-one-photoInternal',
  ]);
});

async function agreeAs(name: string, button = 'I agree') {
  fireEvent.change(document.getElementById('full-name') as HTMLInputElement, { target: { value: name } });
  fireEvent.change(document.getElementById('relationship') as HTMLSelectElement, { target: { value: 'mother' } });
  fireEvent.click(document.getElementById('responsibility') as HTMLInputElement);
  fireEvent.click(document.getElementById('right') as HTMLInputElement);
  await press(button);
}

test('typed: a no goes first, and the page of thanks keeps nothing of what was answered', async () => {
  await open();
  await toTheLastPage();
  fireEvent.click(document.querySelector('input[value=typed]') as HTMLInputElement);
  await agreeAs('Elena Popescu', 'Sunt de acord');
  expect(first).toBe(true);
  expect(said[0]?.body).toMatchObject({
    way: 'typed',
    typedName: 'Elena Popescu',
    language: 'ro',
    responsibility: 'yes',
  });
  await waitFor(() => expect(kept?.page).toBe('thanks'));
  expect(JSON.stringify(kept)).not.toMatch(/Elena|given|refused/);
  await press(/înapoi/);
  expect(done).toBe(true);
});

test('where the disk fails it says so, keeps the page, and the next press says the same records', async () => {
  works = false;
  await open();
  await toTheLastPage();
  fireEvent.click(document.querySelector('input[value=typed]') as HTMLInputElement);
  await agreeAs('Elena Popescu', 'Sunt de acord');
  const before = said.map(({ id }) => id);
  expect(kept?.page).toBe('agree');
  works = true;
  await press('Sunt de acord');
  expect(said.map(({ id }) => id)).toEqual(before);
  expect(kept?.page).toBe('thanks');
});

test('everything that is missing is said at once, in the language on the screen, and goes as it is put right', async () => {
  await open();
  await press('English');
  await press('Stop for now');
  await press('Continue');
  await press('I agree');
  const summary = await screen.findByRole('alert');
  expect(
    within(summary)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Choose how you want to agree.',
    'Write your full name.',
    'Say how you belong to the child.',
    'Say whether you have parental responsibility. “I am not sure” is an answer.',
    'Tick that what you chose is right.',
  ]);
  fireEvent.change(document.getElementById('full-name') as HTMLInputElement, { target: { value: 'Ioana' } });
  expect(within(await screen.findByRole('alert')).getByText('Write your own name, not the child’s.')).toBeTruthy();
});

test('a stroke that ends because the phone turns is kept, and so is one under the finger when the page goes', async () => {
  const view = await open(sitting, {
    ...{ page: 'agree', language: 'en', style: 'plain', answers: {}, says: {}, way: 'drawn', strokes: null },
    ...{
      fullName: '',
      relationship: null,
      responsibility: null,
      right: false,
      heard: 'none',
      recording: null,
      shownAt: null,
    },
  });
  const pad = await screen.findByRole('img', { name: 'Sign with your finger' });
  pad.setPointerCapture = () => {};
  pad.getBoundingClientRect = () => ({ left: 0, top: 0, width: 100, height: 40 }) as DOMRect;
  const at = (x: number, y: number) => ({ clientX: x, clientY: y, pointerId: 1, button: 0 });
  fireEvent.pointerDown(pad, at(10, 10));
  fireEvent.pointerMove(pad, at(50, 20));
  fireEvent.pointerCancel(pad, at(50, 20));
  expect(kept?.strokes?.strokes).toHaveLength(1);
  fireEvent.pointerDown(pad, at(0, 0));
  fireEvent.pointerMove(pad, at(100, 40));
  view.unmount();
  expect(kept?.strokes?.strokes).toHaveLength(2);
  expect(kept?.strokes?.strokes[1]).toEqual([
    [0, 0],
    [4095, 4095],
  ]);
});

test('another language asks anew: what was answered stood on other words', async () => {
  await open();
  await press('English');
  fireEvent.click(await screen.findByRole('radio', { name: 'en no' }));
  await press('Back');
  await press('Română');
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'ro no' })).checked).toBe(false);
  expect(kept?.answers).toEqual({});
});

test('English of a newer version is not shown over what is signed', async () => {
  const newer = { ...wordingOf('en', 'd'), document: { ...wordingOf('en', 'd').document, version: 2 } };
  await open({ ...sitting, wordings: [newer, wordingOf('ro', 'b')] });
  await press('Română');
  await screen.findByRole('heading', { name: 'ro takePart' });
  expect(screen.queryByRole('button', { name: 'Show English' })).toBeNull();
});

test('closed between agreeing and the page of thanks, it says the very same once more', async () => {
  works = false;
  const view = await open();
  await toTheLastPage();
  fireEvent.click(document.querySelector('input[value=typed]') as HTMLInputElement);
  await agreeAs('Elena Popescu', 'Sunt de acord');
  view.unmount();
  const agreedAtMs = Date.parse('2026-11-26T15:00:00.000Z');
  works = true;
  await open(sitting, { ...(kept as SittingSoFar), agreedAtMs });
  await waitFor(() => expect(kept?.page).toBe('thanks'));
  expect(said[0]?.body.decidedAt).toBe('2026-11-26T15:00:00.000Z');
});

test('a name that the worker wrote is typed by whoever signs with it', async () => {
  await open({ ...sitting, giver: { ...sitting.giver, name: 'Nadia Karim' } });
  await press('English');
  await press('Stop for now');
  await press('Continue');
  expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('Nadia Karim');
  fireEvent.click(screen.getByRole('radio', { name: 'Type my name' }));
  expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('');
});
