// @vitest-environment jsdom
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workerScreens } from '#app/routes.tsx';
import { openPerson, say, setOpenPerson } from '#db/person.ts';
import { patch } from '#domain/records/say.ts';
import { privateScope } from '#domain/records/scopes.ts';
import { type Ask, noSignal } from '#forms/ask.ts';
import { AskContext } from '#phone/ask.ts';
import { emptyPhone, takeInHand } from '#test/features/open-phone.ts';
import { all, said } from '#test/features/phone-stand.tsx';
import { accepted, signs } from '#test/server/evidence/signing.ts';
import { amira, type Home, nadia, newHome } from '#test/server/links/home.ts';
import { patchWrite, sync } from '#test/server/world.ts';

/** A worker’s phone sends a link: the real screens over a real store, and a real server that makes it. */

configure({ asyncUtilTimeout: 20_000 });

let home: Home;
const line = { isOn: true };
beforeEach(async () => {
  home = await newHome();
  line.isOn = true;
});
afterEach(async () => {
  cleanup();
  setOpenPerson(null);
  await home.world.close();
});

const ask: Ask = async (method, path, body) => {
  if (!line.isOn) return noSignal;
  const reply = await home.world.say(method, path, body, { token: home.team.worker.fullToken });
  if (reply.status < 300) return { ok: true, value: reply.body };
  return { ok: false, status: reply.status, words: reply.body.detail };
};

/** The worker’s phone, with everything the server sends it, at an address. */
async function show(address: string) {
  const who = { device: uuidv7(), member: home.team.worker.member, name: 'Will', programme: 'programme' };
  await takeInHand(emptyPhone({ ...who, programmeName: 'Stepping Out' }));
  const { scopes } = await sync(home.world, home.team.worker, []);
  const rows = Object.values(scopes).flatMap((page) => page.rows);
  await openPerson().store.write('take', (tx) => tx.putRows(rows.map((row) => ({ ...row, epoch: 'e' }))));
  render(
    <AskContext value={ask}>
      <MemoryRouter initialEntries={[address]}>
        <Suspense>
          <Routes>
            {workerScreens.map(({ path, element: Element }) => (
              <Route key={path} path={path} element={<Element />} />
            ))}
          </Routes>
        </Suspense>
      </MemoryRouter>
    </AskContext>,
  );
  return userEvent.setup();
}

test('a link is made for somebody on record and goes to their number alone; they are written down as asked', async () => {
  const user = await show(`/people/${amira}/consent`);
  await user.click(await screen.findByRole('link', { name: 'Not here? Send them a link' }));
  await screen.findByText('Who is it for?');
  await user.click(await screen.findByRole('radio', { name: /Nadia Kowalska/ }));
  await user.click(screen.getByRole('button', { name: 'Make the link' }));
  const text = await screen.findByRole('link', { name: 'Text it to 07700 900123' });
  const [, words = ''] = /^sms:07700900123\?&body=(.*)$/.exec(text.getAttribute('href') ?? '') ?? [];
  const [, token = ''] = /\/c\/#(bl_[\w-]{43})$/.exec(decodeURIComponent(words)) ?? [];
  expect((await home.read(token)).body).toMatchObject({ kind: 'answer', called: 'Amira' });
  await screen.findByText(/Send it to 07700 900123 and to nobody else: whoever opens it answers for Nadia Kowalska/);
  const asked = await all('asked', amira);
  expect(asked).toHaveLength(9);
  expect(asked.every(({ body }) => body.how === 'link' && body.giver === nadia)).toBe(true);
  // What lies on the phone knows nothing of the token.
  expect(JSON.stringify(await said())).not.toContain(token);
});

test('without signal it says so, and what was chosen stays', async () => {
  const user = await show(`/people/${amira}/consent/link`);
  await user.click(await screen.findByRole('radio', { name: /Nadia Kowalska/ }));
  line.isOn = false;
  await user.click(screen.getByRole('button', { name: 'Make the link' }));
  await screen.findByText(/No answer from the server/);
  expect(await said()).toEqual([]);
  expect(screen.getByRole('radio', { name: /Nadia Kowalska/ })).toHaveProperty('checked', true);
  line.isOn = true;
  await user.click(screen.getByRole('button', { name: 'Make the link' }));
  await screen.findByText('The link is made');
});

test('a number that was corrected at the desk is not texted: the phone says to sync first', async () => {
  const user = await show(`/people/${amira}/consent/link`);
  await accepted(home.world, home.team.coordinator, [
    patchWrite('guardian', privateScope(home.world.a), nadia, { phone: '07700 900321' }),
  ]);
  await user.click(await screen.findByRole('radio', { name: /Nadia Kowalska/ }));
  await user.click(screen.getByRole('button', { name: 'Make the link' }));
  await screen.findByText(/The record has another number for them than this phone. Sync first/);
  expect(screen.queryByRole('link', { name: /Text it/ })).toBeNull();
  expect(await said()).toEqual([]);
});

test('for somebody who is not on record it says what comes of it', async () => {
  const user = await show(`/people/${amira}/consent/link`);
  await user.click(await screen.findByRole('radio', { name: /Somebody else/ }));
  await screen.findByText(/only asked: a coordinator looks at it first/);
  await user.click(screen.getByRole('button', { name: 'Make the link' }));
  await screen.findByText(/Whoever opens it is only asked/);
  expect(screen.queryByRole('link', { name: /Text it/ })).toBeNull();
});

test('the page of a person shows that one is out, until when, and calls it back', async () => {
  const token = await home.sent();
  const user = await show(`/people/${amira}`);
  const out = (await screen.findByText('A link is out')).closest('li');
  if (!out) throw new Error('it stands in no list');
  expect(out.textContent).toContain('for Nadia Kowalska, until 29 Nov');
  await user.click(within(out).getByRole('button', { name: 'Call it back' }));
  await expect.poll(() => screen.queryByText('A link is out')).toBeNull();
  expect((await home.read(token)).status).toBe(403);
});

test('what came by a link is in the history as that, and nobody of the team took it', async () => {
  await home.answer(await home.sent());
  await show(`/people/${amira}/consent/history`);
  await screen.findAllByText(/^By a link, 22 Nov 2026, 12:00/);
  await screen.findAllByText('Nadia Kowalska, mother · Answered by link');
  await screen.findAllByText('Will made the link, for the number that ends 0123');
  expect(screen.queryByText(/Taken by|The phone said/)).toBeNull();
});

test('a copy gets a link that takes back where there is signal; else it says whom to tell', async () => {
  const { world, team, wording } = home;
  const given = { person: amira, giver: nadia, purpose: 'photoInternal', decision: 'given', wording };
  await accepted(world, team.worker, signs(team.worker, { partner: world.a, ...given }));
  const user = await show(`/people/${amira}/consent/parent`);
  await user.click(await screen.findByRole('radio', { name: /Nadia Kowalska/ }));
  line.isOn = false;
  await user.click(await screen.findByRole('button', { name: 'Add a link that takes it back' }));
  await screen.findByText(/The copy says who to tell/);
  line.isOn = true;
  await user.click(screen.getByRole('button', { name: 'Add a link that takes it back' }));
  const address = await screen.findByText(/\/c\/#bl_/);
  const [, token = ''] = /#(bl_[\w-]{43})/.exec(address.textContent ?? '') ?? [];
  expect((await home.read(token)).body).toMatchObject({ kind: 'withdraw', purposes: ['photoInternal'] });
});

test('what was written down about them a moment ago goes first: the link waits for it', async () => {
  const user = await show(`/people/${amira}/consent/link`);
  await user.click(await screen.findByRole('radio', { name: /Nadia Kowalska/ }));
  await say([patch('guardian', nadia, privateScope(home.world.a), { language: 'ro' })]);
  await user.click(screen.getByRole('button', { name: 'Make the link' }));
  const links = () => home.world.server.store.reader.selectFrom('consent_link').selectAll().execute();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await links()).toEqual([]);
  // The round that a save wakes has taken it to the server.
  await openPerson().store.write('take', async (tx) =>
    tx.putItems((await tx.pending()).map((item) => ({ ...item, state: 'acknowledged' as const, seq: 1, epoch: 'e' }))),
  );
  expect(await screen.findByRole('link', { name: 'Text it to 07700 900123' })).toBeTruthy();
  expect(await links()).toHaveLength(1);
});
