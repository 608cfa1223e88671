import { useRef } from 'react';

/** How long a second tap on the same button counts as a slip: a wet screen often gives two. */
const slipMs = 600;

/**
 * An act that a double tap does once. A second call while the first runs, or right after, does nothing. One that answers false
 * did nothing either: what was wrong may be put right and pressed again at once.
 */
export function useOnce<Words extends unknown[]>(
  act: (...words: Words) => Promise<unknown>,
): (...words: Words) => Promise<void> {
  const busy = useRef(false);
  return async (...words) => {
    if (busy.current) return;
    busy.current = true;
    let did: unknown;
    try {
      did = await act(...words);
    } finally {
      const free = () => {
        busy.current = false;
      };
      if (did === false) free();
      else setTimeout(free, slipMs);
    }
  };
}
