// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { forgetDone, lastDone } from '#phone/last-done.ts';

test('what was done last on the register and with boxes stands apart, and nothing of either outlives the lock', () => {
  const register = lastDone<string>();
  const boxes = lastDone<string>();
  const shown = renderHook(() => [register.useLastDone(), boxes.useLastDone()]);
  act(() => register.didLast('Kayla is here'));
  act(() => boxes.didLast('A box for Kayla'));
  expect(shown.result.current).toEqual(['Kayla is here', 'A box for Kayla']);
  act(() => boxes.didLast('A box for Mo'));
  expect(shown.result.current).toEqual(['Kayla is here', 'A box for Mo']);
  act(forgetDone);
  expect(shown.result.current).toEqual([null, null]);
});
