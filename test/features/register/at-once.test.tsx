// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atOnce, isLacking, savedSoFar } from '#db/meant.ts';
import { meantBy, openPerson, setOpenPerson } from '#db/person.ts';
import { fact } from '#domain/records/say.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { carryName, lookFor, takeCarried, takeLookedFor } from '#features/register/carried.ts';
import { didLast } from '#features/register/last-done.ts';
import { forgetDone } from '#phone/last-done.ts';
import { all, openPhone, partner, record, said, session, show } from '#test/features/phone-stand.tsx';

/** A tap is drawn in its own event; what the disk does not take is taken back, in words. */

const today = dayOf(Date.now());
const running = { is: 'running', reopened: 0 };
const live = session('s1', { day: today, actualStart: toInstant(Date.now() - 60_000), status: running });
const person = (id: string, knownAs: string) =>
  record('person', id, { knownAs, leaf: 2, colour: 2, status: 'active', 'site/windmill': true });
const worker = { name: 'Dele A', [`role/worker:${partner}`]: true };
const members = ['Ruth M', 'Tunde O'].map((name, at) =>
  record('member', `member-${at + 2}`, { ...worker, name }, 'programme'),
);

beforeEach(() => openPhone([live, person('jose', 'José'), person('maja', 'Maja'), ...members]));
afterEach(() => {
  cleanup();
  didLast(null);
  setOpenPerson(null);
  vi.restoreAllMocks();
});

const rowOf = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name}`), pressed: false });
const isPressed = (name: string) => screen.queryByRole('button', { name: new RegExp(`^${name}`), pressed: true });
const totals = (n: number) => screen.queryByText((_, element) => element?.textContent === `${n} here`);

/** The disk fails for every write from now on, as a full one does. */
function failWrites(): void {
  const { store } = openPerson();
  vi.spyOn(store, 'write').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
}

test('an arrival is on the screen before anything of it is on the disk, with a clock until it is', async () => {
  show('/s/s1');
  fireEvent.click(await rowOf('José'));
  expect(isPressed('José')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^José.*Being saved/ })).toBeTruthy();
  expect(screen.getAllByText('José is here').length).toBeGreaterThan(0);
  expect(totals(1)).toBeTruthy();
  expect(await said()).toEqual([]);
  await waitFor(() => expect(screen.queryByRole('button', { name: /Being saved/ })).toBeNull());
  expect(isPressed('José')).toBeTruthy();
  expect((await all('mark')).map(({ body }) => body.person)).toEqual(['jose']);
});

test('a disk that fails leaves no tick, no count and no Undo, and the tap is offered again', async () => {
  show('/s/s1');
  const jose = await rowOf('José');
  failWrites();
  fireEvent.click(jose);
  fireEvent.click(screen.getByRole('button', { name: '+1 not named' }));
  expect(totals(2)).toBeTruthy();
  await waitFor(() => expect(totals(0)).toBeTruthy());
  expect(isPressed('José')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  vi.restoreAllMocks();
  expect(await said()).toEqual([]);
});

test('ten quick taps on one row end where the last one left it, and nothing is lost', async () => {
  show('/s/s1');
  await rowOf('Maja');
  for (let tap = 0; tap < 10; tap += 1) {
    fireEvent.click(screen.getByRole('button', { name: /^Maja/ }));
    expect(isPressed('Maja') !== null).toBe(tap % 2 === 0);
  }
  await waitFor(async () => expect(await all('mark')).toHaveLength(10));
  await waitFor(() => expect(isPressed('Maja')).toBeNull());
});

test('counting up and down, and taking it back, is drawn at once', async () => {
  show('/s/s1/count');
  const more = await screen.findByRole('button', { name: '+1 10–12' });
  fireEvent.click(more);
  fireEvent.click(more);
  expect(totals(2)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'One less, 10–12' }));
  expect(totals(1)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(totals(2)).toBeTruthy());
  await waitFor(async () => expect(await all('tally')).toHaveLength(4));
  expect(totals(2)).toBeTruthy();
});

test('who is on the team is ticked at once, and two quick ticks are both kept', async () => {
  show('/s/s1/team');
  const box = async (name: string) =>
    (await screen.findByRole('checkbox', { name: new RegExp(name) })) as HTMLInputElement;
  const [ruth, tunde] = [await box('Ruth M'), await box('Tunde O')];
  fireEvent.click(ruth);
  fireEvent.click(tunde);
  expect([ruth.checked, tunde.checked]).toEqual([true, true]);
  await waitFor(async () =>
    expect((await all('session'))[0]?.body).toMatchObject({ 'team/member-2': true, 'team/member-3': true }),
  );
  expect([ruth.checked, tunde.checked]).toEqual([true, true]);
});

test('a phone that locks lets go of what was meant, and of names on their way', () => {
  const at = toInstant(Date.now());
  const mark = {
    session: 's1',
    person: 'jose',
    day: today,
    state: 'here',
    level: 'joined_in',
    at,
    replaces: [],
  } as const;
  void atOnce(
    [meantBy(fact('mark', 'mark-one', 'partner/partner-one', mark))],
    () => new Promise<void>(() => undefined),
  );
  carryName('Zaki R');
  lookFor('s1', 'Zaki R');
  expect(isLacking(savedSoFar())).toBe(true);

  setOpenPerson(null);
  forgetDone();
  expect(isLacking(savedSoFar())).toBe(false);
  expect([takeCarried(), takeLookedFor('s1')]).toEqual(['', '']);
});

test('what is listed is read again from the disk once it was let go of', async () => {
  const { store } = openPerson();
  const list = () => store.read((tx) => tx.rowsOf('person'));
  const before = await list();
  store.forget();
  const after = await list();
  expect(after).not.toBe(before);
  expect(after).toEqual(before);
});
