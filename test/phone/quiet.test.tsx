// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useQuiet } from '#phone/hand-over/quiet.ts';

/** A form that nobody touches begins again. */

let began: number;
function Form() {
  useQuiet(90_000, () => {
    began += 1;
  });
  return null;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00.000Z') });
  began = 0;
  render(<Form />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('ninety seconds after the last touch, and again after as long', () => {
  vi.advanceTimersByTime(80_000);
  window.dispatchEvent(new Event('pointerdown'));
  vi.advanceTimersByTime(89_000);
  expect(began).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(began).toBe(1);
  vi.advanceTimersByTime(90_000);
  expect(began).toBe(2);
});

test('a screen that slept for longer begins again as soon as it is looked at', () => {
  // Timers sleep with it: only the clock has moved.
  vi.setSystemTime(Date.now() + 3_600_000);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(began).toBe(1);
  cleanup();
  vi.advanceTimersByTime(200_000);
  expect(began).toBe(1);
});
