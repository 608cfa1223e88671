// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idleSeconds, watchIdle } from '#app/idle.ts';

let told: number[];
let signedOut: number;
let stop: () => void;
const start = Date.parse('2026-11-22T12:00:00.000Z');

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  told = [];
  signedOut = 0;
  stop = watchIdle(
    () => {
      signedOut += 1;
      stop();
    },
    () => told.push(idleSeconds()),
  );
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);
const touch = () => window.dispatchEvent(new Event('pointerdown'));

test('the server is told of touches at most twice a minute, and always of the last one', () => {
  for (let second = 0; second < 45; second += 1) {
    touch();
    pass(1);
  }
  pass(60);
  // At once, after half a minute, and of the last touch, how long ago it was.
  expect(told).toEqual([0, 1, 16]);
  pass(600);
  expect(told).toHaveLength(3);
});

test('a quarter of an hour after the last touch, and not before, it signs out', () => {
  pass(600);
  touch();
  pass(890);
  expect(signedOut).toBe(0);
  pass(20);
  expect(signedOut).toBe(1);
});

test('a touch after the computer slept through the quarter of an hour does not count', () => {
  vi.setSystemTime(start + 16 * 60_000);
  touch();
  expect(signedOut).toBe(1);
  expect(told).toEqual([]);
});
