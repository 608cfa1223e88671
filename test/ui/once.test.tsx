// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useOnce } from '#ui/once.ts';

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('an act is done once, however often it is pressed while it runs or right after', async () => {
  const act = vi.fn(() => later(30));
  const { result } = renderHook(() => useOnce(act));
  await Promise.all([result.current(), result.current(), result.current()]);
  await result.current();
  expect(act).toHaveBeenCalledTimes(1);
});

test('one that could not be done may be pressed again at once, and one that failed after a moment', async () => {
  const refused = vi.fn(async () => false);
  const { result } = renderHook(() => useOnce(refused));
  await result.current();
  await result.current();
  expect(refused).toHaveBeenCalledTimes(2);
  const broken = vi.fn(() => Promise.reject(new Error('a fault of ours')));
  const other = renderHook(() => useOnce(broken));
  await expect(other.result.current()).rejects.toThrow();
  await other.result.current();
  expect(broken).toHaveBeenCalledTimes(1);
  await later(700);
  await expect(other.result.current()).rejects.toThrow();
});
