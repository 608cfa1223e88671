// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTrail, type Trail } from '#app/trail.ts';

/** The way back of an open phone, on a real history of a browser. */

let trail: Trail;
let stop: () => void;
/** What stands on the way, from where the app was opened. */
const address = () => window.location.pathname + window.location.search;

beforeEach(() => {
  window.history.replaceState(null, '', '/');
  trail = openTrail();
  stop = trail.listen(() => {});
});
afterEach(() => stop());

/** The browser goes back in its own time. */
const settled = () => new Promise((done) => setTimeout(done, 50));
const back = async () => {
  window.history.back();
  await settled();
  return address();
};
const walk = (...paths: readonly string[]) => {
  for (const path of paths) trail.push(path);
};

test('the header’s back and the phone’s Back lead to the same place', async () => {
  walk('/s/1', '/s/1/count');
  trail.up('/s/1');
  await settled();
  expect(address()).toBe('/s/1');
  expect(await back()).toBe('/');
});

test('a volunteer comes back to the three buttons, not to a register they never opened', async () => {
  walk('/s/1/count');
  trail.up('/s/1');
  await settled();
  expect(address()).toBe('/');
});

test('going where one has been takes away what came after', async () => {
  walk('/people', '/people/1', '/people/1/edit');
  trail.push('/people/1');
  await settled();
  expect(address()).toBe('/people/1');
  expect(await back()).toBe('/people');
});

test('a form that is saved is not met again on the way back', async () => {
  walk('/people/1', '/people/1/edit');
  trail.replace('/people/1');
  await settled();
  expect(address()).toBe('/people/1');
  expect(await back()).toBe('/');
});

test('where the app was opened in the middle, up takes the place of where one is', async () => {
  stop();
  window.history.replaceState(null, '', '/s/1/count');
  trail = openTrail();
  stop = trail.listen(() => {});
  trail.up('/s/1');
  await settled();
  expect(address()).toBe('/s/1');
});

test('Back closes a sheet and stays on its page', async () => {
  walk('/s/1');
  let closed = 0;
  const gone = trail.opened(() => {
    closed += 1;
    gone();
  });
  await settled();
  expect(await back()).toBe('/s/1');
  expect(closed).toBe(1);
  expect(await back()).toBe('/');
});

test('a sheet that is closed by its cross leaves no step behind', async () => {
  walk('/s/1');
  const gone = trail.opened(() => {});
  await settled();
  gone();
  await settled();
  expect(await back()).toBe('/');
});

test('where a sheet leads takes the place of its step, before it closes and after', async () => {
  walk('/s/1');
  let gone = trail.opened(() => {});
  await settled();
  gone();
  trail.push('/s/1/finish');
  await settled();
  expect(await back()).toBe('/s/1');

  gone = trail.opened(() => {});
  await settled();
  gone();
  // The sheet is being closed when the save that it began is done.
  await new Promise((done) => setTimeout(done));
  trail.push('/s/1/note');
  await settled();
  expect(address()).toBe('/s/1/note');
  expect(await back()).toBe('/s/1');
  expect(await back()).toBe('/');
});

test('a sheet that opens another is one step', async () => {
  walk('/s/1');
  const first = trail.opened(() => {});
  await settled();
  first();
  const second = trail.opened(() => second());
  await settled();
  expect(await back()).toBe('/s/1');
  expect(await back()).toBe('/');
});

test('an address typed by hand is a step like any other', async () => {
  walk('/people');
  window.history.pushState({}, '', '/boxes');
  window.dispatchEvent(new PopStateEvent('popstate'));
  trail.up('/');
  await settled();
  expect(address()).toBe('/people');
});

test('the same way back asked for twice at once is gone once', async () => {
  walk('/s/1', '/give', '/give?given=1');
  trail.replace('/give');
  trail.replace('/give');
  await settled();
  expect(address()).toBe('/give');
  expect(await back()).toBe('/s/1');
});
