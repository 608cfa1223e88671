import { useRef } from 'react';

/** How long a second tap on the same button counts as a slip: a wet screen often gives two. */
const slipMs = 600;

/** An act that a double tap does once. A second call while the first runs, or right after, does nothing. */
export function useOnce<Words extends unknown[]>(
  act: (...words: Words) => Promise<unknown>,
): (...words: Words) => Promise<void> {
  const busy = useRef(false);
  return async (...words) => {
    if (busy.current) return;
    busy.current = true;
    try {
      await act(...words);
    } finally {
      setTimeout(() => {
        busy.current = false;
      }, slipMs);
    }
  };
}
