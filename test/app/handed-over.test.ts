import 'fake-indexeddb/auto';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { handOver } from '#app/hand-over/begin.ts';
import { begin, enter, listen, lock } from '#app/person.ts';
import { setApp, useApp } from '#app/state.ts';
import { enrolPerson } from '#db/enrol.ts';
import { isOpen } from '#db/person.ts';
import { handedOverNow, phoneDatabase } from '#db/phone.ts';
import type { Profile, Unlocked } from '#db/profile.ts';
import { deriveHere } from '#test/db/deriving.ts';

/** The phone is handed over: what every tab of it does. The other tab is the channel it speaks on. */

const said: { type: string }[] = [];
const otherTab = new BroadcastChannel('bandstand');
otherTab.onmessage = ({ data }) => said.push(data);
deriveHere();
const page = Object.assign(new EventTarget(), {
  location: { pathname: '/people/x', replace: vi.fn() },
  history: { replaceState: vi.fn() },
});
const away = new Set<string>();
vi.stubGlobal('window', page);
vi.stubGlobal(
  'document',
  Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    documentElement: {
      toggleAttribute: (name: string, on: boolean) => (on ? away.add(name) : away.delete(name)),
      removeAttribute: (name: string) => away.delete(name),
    },
  }),
);
// No signal.
vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no signal')));
const stop = listen();
afterAll(() => {
  stop();
  otherTab.close();
});

afterEach(async () => {
  lock(false);
  await vi.waitFor(() => expect(isOpen()).toBe(false));
});

const phase = () => useApp.getState().phase;
let person: Unlocked;
beforeEach(async () => {
  await Promise.all([phoneDatabase.profile.clear(), phoneDatabase.handOver.clear()]);
  const profile: Profile = {
    device: uuidv7(),
    ...{ member: 'member-one', name: 'Dele A', programme: 'programme', programmeName: 'Stepping Out', sendToken: '' },
    ...{ serverKey: Buffer.from(new Uint8Array(32).fill(9)).toString('base64'), secretKind: 'pin' },
  };
  person = await enrolPerson(profile, 'bf_token', '482913');
  setApp({ phase: { name: 'starting' } });
  page.location.replace.mockClear();
  page.history.replaceState.mockClear();
  said.length = 0;
});

const handOverNow = () => handOver({ form: 'practice', pack: { called: 'Ioana' }, returnTo: '/people/x' });
const addressOf = (id: string | undefined) => [`/h/${id}`];

test('it is on the disk before the key goes; the page goes, the other tabs are told, and nobody is given a key', async () => {
  enter(person);
  const onDisk = vi.fn();
  page.location.replace.mockImplementationOnce(() => void handedOverNow().then(onDisk));
  await handOverNow();
  const { id } = (await handedOverNow()) ?? {};
  await vi.waitFor(() => expect(onDisk).toHaveBeenCalledWith(expect.objectContaining({ id, form: 'practice' })));
  expect(page.location.replace.mock.calls).toEqual([addressOf(id)]);
  await vi.waitFor(() => expect(isOpen()).toBe(false));
  // A tab of an older version knows only the second.
  await vi.waitFor(() => expect(said).toEqual([{ type: 'handed over', id }, { type: 'locked' }]));
  otherTab.postMessage({ type: 'wanted' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(said.filter(({ type }) => type === 'key')).toEqual([]);
});

test('a tab that is still open when somebody asks gives no key, though it has not heard', async () => {
  enter(person);
  await phoneDatabase.handOver.put({ name: 'now', id: 'other' } as never);
  otherTab.postMessage({ type: 'wanted' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(said.filter(({ type }) => type === 'key')).toEqual([]);
  // The control: without a hand-over it does.
  await phoneDatabase.handOver.clear();
  otherTab.postMessage({ type: 'wanted' });
  await vi.waitFor(() => expect(said.some(({ type }) => type === 'key')).toBe(true));
});

test('a start shows the form, and asks no other tab for a key', async () => {
  enter(person);
  await handOverNow();
  const { id } = (await handedOverNow()) ?? {};
  said.length = 0;
  setApp({ phase: { name: 'starting' } });
  await begin();
  expect(phase()).toEqual({ name: 'handed over', id, form: 'practice', device: person.profile.device });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(said).toEqual([]);
});

test('another tab locks and goes to the form; a page the browser kept is covered until it has looked', async () => {
  enter(person);
  otherTab.postMessage({ type: 'handed over', id: 'abc' });
  await vi.waitFor(() => expect(page.location.replace.mock.calls).toEqual([['/h/abc']]));
  await vi.waitFor(() => expect(isOpen()).toBe(false));

  await person.store.database.open();
  enter(person);
  const transition = (type: string) => Object.assign(new Event(type), { persisted: true });
  page.dispatchEvent(transition('pagehide'));
  expect(away.has('data-away')).toBe(true);
  // Nobody has handed it over: it is seen again as it was.
  page.dispatchEvent(transition('pageshow'));
  await vi.waitFor(() => expect(away.has('data-away')).toBe(false));
  expect(phase()).toEqual({ name: 'open' });
  page.dispatchEvent(transition('pagehide'));
  await phoneDatabase.handOver.put({ name: 'now', id: 'def' } as never);
  page.dispatchEvent(transition('pageshow'));
  await vi.waitFor(() => expect(page.location.replace.mock.calls.at(-1)).toEqual(['/h/def']));
  expect(away.has('data-away')).toBe(true);
  away.clear();
});

test('whoever has the phone back goes on where it was handed over, and nothing of it is left', async () => {
  enter(person);
  await handOverNow();
  await begin();
  await vi.waitFor(() => expect(isOpen()).toBe(false));
  await person.store.database.open();
  enter(person);
  await vi.waitFor(() => expect(phase()).toEqual({ name: 'open' }));
  expect(page.history.replaceState.mock.calls).toEqual([[null, '', '/people/x']]);
  expect(await handedOverNow()).toBeUndefined();
  await vi.waitFor(() => expect(said.at(-1)).toEqual({ type: 'taken back' }));
});

test('a colleague who takes it back comes to their own Today, never to a screen of somebody else’s', async () => {
  enter(person);
  await handOverNow();
  await begin();
  const colleague = await enrolPerson({ ...person.profile, device: uuidv7(), member: 'two' }, 'bf_two', '271828');
  enter(colleague);
  await vi.waitFor(() => expect(phase()).toEqual({ name: 'open' }));
  expect(page.history.replaceState.mock.calls).toEqual([[null, '', '/']]);
});
