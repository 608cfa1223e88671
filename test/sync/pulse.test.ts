import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startPulse } from '#sync/pulse.ts';

/** When rounds begin: one at a time, after their pauses, at once where signal came back. */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that is done when the test says so. */
function work(pause = () => 0, again: () => number | null = () => null) {
  const begun: (() => void)[] = [];
  const pulse = startPulse({
    once: () => new Promise<void>((resolve) => begun.push(resolve)),
    pauseMs: pause,
    againMs: async () => again(),
  });
  const end = async () => {
    begun.at(-1)?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { pulse, begun, end };
}

test('one runs at a time, and what was asked for meanwhile comes after it once', async () => {
  const { pulse, begun, end } = work();
  void pulse.ask();
  void pulse.ask();
  void pulse.ask();
  expect(begun).toHaveLength(1);
  await end();
  expect(begun).toHaveLength(2);
  await end();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(begun).toHaveLength(2);
});

test('a pause is waited for, and not where signal may be back', async () => {
  let until = 5000;
  const { pulse, begun } = work(() => until);
  void pulse.ask();
  expect(begun).toHaveLength(0);
  void pulse.ask('now');
  expect(begun).toHaveLength(1);
  const later = work(() => until);
  void later.pulse.ask();
  until = 0;
  await vi.advanceTimersByTimeAsync(4999);
  expect(later.begun).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(later.begun).toHaveLength(1);
});

test('what asked for now while a round failed does not wait for the pause of that failure', async () => {
  let pause = 0;
  const { pulse, begun, end } = work(() => pause);
  void pulse.ask();
  void pulse.ask('now');
  void pulse.ask();
  pause = 60_000;
  await end();
  expect(begun).toHaveLength(2);
});

test('it comes again by itself, and sooner where something was saved', async () => {
  const { pulse, begun, end } = work(undefined, () => 45_000);
  void pulse.ask();
  await end();
  await vi.advanceTimersByTimeAsync(44_999);
  expect(begun).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toHaveLength(2);
  await end();
  pulse.askIn(800);
  await vi.advanceTimersByTimeAsync(800);
  expect(begun).toHaveLength(3);
});

test('once it is stopped nothing begins, and what runs asks for no more', async () => {
  const { pulse, begun, end } = work(undefined, () => 1000);
  void pulse.ask();
  void pulse.ask('now');
  pulse.stop();
  await end();
  void pulse.ask('now');
  pulse.askIn(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(begun).toHaveLength(1);
});

test('work that fails is asked for again all the same', async () => {
  let times = 0;
  const pulse = startPulse({
    once: async () => {
      times += 1;
      throw new Error('the disk');
    },
    pauseMs: () => 0,
    againMs: async () => null,
  });
  await expect(pulse.ask()).rejects.toThrow('the disk');
  await expect(pulse.ask()).rejects.toThrow('the disk');
  expect(times).toBe(2);
});
