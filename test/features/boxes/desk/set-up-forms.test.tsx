// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Boxes } from '#app/desk/boxes.tsx';
import { SetUp } from '#app/desk/set-up.tsx';
import { forgetTyped, keepTypedInMemory } from '#db/draft.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import { Import } from '#features/boxes/desk/import/import.tsx';
import { OneSet } from '#features/boxes/desk/sets/set.tsx';
import { Tokens } from '#features/exports/tokens.tsx';
import { Ideas } from '#features/voice/desk/ideas/ideas.tsx';
import { deskOf, type Line, signIn, slow, stand } from '#test/features/desk-stand.tsx';
import { patch } from '#test/saying.ts';
import { entryOf, newWorld, passphrase, push, staff, type World } from '#test/server/world.ts';

/** The desk's forms that say what is aimed at, ordered, answered and made of what: pressed twice, left, overtaken. */

let world: World;
let cora: Awaited<ReturnType<typeof signIn>>;
const [ball, over] = [uuidv7(), uuidv7()];

beforeAll(async () => {
  world = await newWorld();
  const { coordinator } = await staff(world);
  const set = (id: string, body: Record<string, unknown>) =>
    ({ op: 'create', type: 'set', id, scope: 'programme', body: { status: 'active', ...body } }) as const;
  await push(world, coordinator, [
    entryOf(coordinator, [
      set(ball, { name: 'Football', kind: 'ITM', code: 'B4LL' }),
      set(over, { name: 'Over-10s set', kind: 'O10', code: 'K7RT', version: 1, [`part/1:${ball}`]: 1, lowAt: 3 }),
    ]),
  ]);
  cora = await signIn(world, 'Cora', 'another passphrase');
});
afterAll(() => world.close());
beforeEach(() => keepTypedInMemory('cora'));
afterEach(() => {
  cleanup();
  forgetTyped();
});

const held = async (type: string, scope: string) =>
  (await world.server.ledger.read((tx) => tx.feed(scope, 0))).rows.filter((row) => row.type === type);
const tokens = async () =>
  (await world.say('GET', '/api/export-tokens', undefined, { cookie: cora.cookie })).body.tokens;
const button = (name: RegExp | string) => screen.findByRole('button', { name });

type Form = {
  readonly at: readonly [path: string, Screen: () => React.ReactNode, pattern?: string];
  readonly open?: RegExp;
  /** Whose is asked where there are several partners. */
  readonly whose?: true;
  /** The first field that is typed, and the rest. */
  readonly first: RegExp;
  readonly fill?: (user: UserEvent) => Promise<void>;
  readonly save: RegExp;
  readonly rows: () => Promise<
    readonly { readonly body?: { readonly [field: string]: unknown }; readonly name?: string }[]
  >;
  /** Which of them the typed word made. */
  readonly of: (row: { readonly body?: { readonly [field: string]: unknown }; readonly name?: string }) => unknown;
};

const chosen = async (user: UserEvent, label: RegExp, option: string) =>
  user.selectOptions(await screen.findByLabelText(label), option);

const forms: Record<string, Form> = {
  target: {
    at: ['/desk/boxes?part=given', Boxes],
    open: /Set a target/,
    first: /^Boxes$/,
    fill: async (user) => user.type(screen.getByLabelText(/^By$/), '2026-12-24'),
    save: /Save the target/,
    rows: () => held('target', partnerScope(world.a)),
    of: ({ body }) => body?.n,
  },
  delivery: {
    at: ['/desk/boxes?part=deliveries', Boxes],
    open: /Add a delivery/,
    first: /^Supplier/,
    fill: async (user) => {
      await chosen(user, /^What, line 1/, 'Football');
      await user.type(screen.getByLabelText(/^How many, line 1/), '12');
    },
    save: /Save the delivery/,
    rows: () => held('delivery', partnerScope(world.a)),
    of: ({ body }) => body?.supplier,
  },
  set: {
    at: ['/desk/set-up/sets/new', OneSet, '/desk/set-up/sets/:id'],
    first: /^Name/,
    fill: async (user) => user.click(screen.getByRole('radio', { name: /Single item/ })),
    save: /Add the set/,
    rows: () => held('set', 'programme'),
    of: ({ body }) => body?.name,
  },
  idea: {
    at: ['/desk/voice', Ideas],
    open: /Add an idea/,
    first: /^What was said/,
    save: /Add the idea/,
    rows: () => held('idea', teamScope(world.a)),
    of: ({ body }) => body?.said,
  },
  token: {
    at: ['/desk/exports', Tokens],
    first: /^What is it for/,
    save: /Make a token/,
    rows: tokens,
    of: ({ name }) => name,
  },
};

async function opened(form: Form, line?: Line, isSlow = false) {
  const [path, Screen, pattern] = form.at;
  const desk = deskOf(world, cora, line);
  stand(isSlow ? slow(desk) : desk, Screen as React.ComponentType, path, pattern);
  const user = userEvent.setup();
  if (form.open) await user.click(await button(form.open));
  return { user, field: await screen.findByLabelText<HTMLInputElement>(form.first, { selector: 'input, textarea' }) };
}

const made = async (form: Form, word: string) =>
  (await form.rows()).filter((row) => String(form.of(row)) === word).length;

it.each(Object.entries(forms))('a %s saved with a double press on a slow network is one', async (kind, form) => {
  const word = kind === 'target' ? '77' : `Twice ${kind}`;
  const { user, field } = await opened(form, undefined, true);
  await user.type(field, word);
  await form.fill?.(user);
  await user.dblClick(await button(form.save));
  await waitFor(async () => expect(await made(form, word)).toBe(1));
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await made(form, word)).toBe(1);
});

it.each(Object.entries(forms))('a %s left half filled is there again', async (kind, form) => {
  const word = kind === 'target' ? '78' : `Half ${kind}`;
  const { user, field } = await opened(form);
  await user.type(field, word);
  cleanup();
  const again = await opened(form);
  expect(again.field.value).toBe(word);
  await again.user.click(await button('Start again'));
  expect(again.field.value).toBe('');
});

it.each(
  Object.entries(forms),
)('a %s that could not be saved keeps what was typed, and saves it later', async (kind, form) => {
  const word = kind === 'target' ? '79' : `Later ${kind}`;
  const line = { now: false };
  const { user, field } = await opened(form, line);
  await user.type(field, word);
  await form.fill?.(user);
  line.now = true;
  await user.click(await button(form.save));
  expect(await screen.findByText('Not saved')).toBeTruthy();
  expect(field.value).toBe(word);
  line.now = false;
  await new Promise((resolve) => setTimeout(resolve, 700));
  await user.click(await button(form.save));
  await waitFor(async () => expect(await made(form, word)).toBe(1));
});

it('a set says only what was changed of it: what somebody else changed meanwhile stays', async () => {
  stand(deskOf(world, cora), OneSet, `/desk/set-up/sets/${over}`, '/desk/set-up/sets/:id');
  const user = userEvent.setup();
  const name = await screen.findByLabelText<HTMLInputElement>(/^Name/);
  await deskOf(world, cora).save('', [patch('set', over, 'programme', { lowAt: 9, icon: 'bag' })]);
  await user.clear(name);
  await user.type(name, 'Box for older ones');
  await user.click(await button(/Save the set/));
  await waitFor(async () =>
    expect((await held('set', 'programme')).find(({ id }) => id === over)?.body).toMatchObject({
      ...{ name: 'Box for older ones', lowAt: 9, icon: 'bag', version: 1 },
    }),
  );
});

it('the age of boxes and the programme’s own form keep their drafts apart', async () => {
  const desk = await signIn(world, 'Ann', passphrase);
  stand(deskOf(world, desk), SetUp, '/desk/set-up?part=boxes');
  const age = await screen.findByLabelText<HTMLInputElement>(/from age/);
  const user = userEvent.setup();
  await user.clear(age);
  await user.type(age, '99');
  await user.click(await button('Save the age'));
  expect(age.getAttribute('aria-invalid')).toBe('true');
  await user.clear(age);
  await user.type(age, '12');
  expect(age.getAttribute('aria-invalid')).not.toBe('true');
  cleanup();
  stand(deskOf(world, desk), SetUp, '/desk/set-up?part=programme');
  expect((await screen.findByLabelText<HTMLInputElement>(/^Phone/)).value).toBe('');
  expect(screen.queryByText(/goes on with what was typed/)).toBeNull();
});

it('a delivery note is there again with what was said of it, until it is saved', async () => {
  const read = async () => {
    stand(deskOf(world, cora), Import, '/desk/boxes/import');
    return screen.findByLabelText<HTMLTextAreaElement>(/^Or paste/);
  };
  const user = userEvent.setup();
  const text = await read();
  await user.click(text);
  await user.paste('item,number\nFootball,3\nUmbrella,2\n');
  await chosen(user, /^Which delivery/, 'One that was not written down before');
  await user.type(screen.getByLabelText(/^Supplier/), 'Kit Ltd');
  await user.click(await button('Look at it first'));
  await user.click(await screen.findByLabelText(/Leave out 1 line/));
  cleanup();
  expect((await read()).value).toContain('Umbrella,2');
  await user.click(await button('Look at it first'));
  expect((await screen.findByLabelText<HTMLInputElement>(/Leave out 1 line/)).checked).toBe(true);
  await user.click(await button('Save 1 line'));
  await screen.findByText(/1 line saved/);
  expect((await screen.findByLabelText<HTMLTextAreaElement>(/^Or paste/)).value).toBe('');
});
