import { useRef } from 'react';

/**
 * Whether something else stands there by now than whoever decides has seen: what they would say “yes” to is then another thing.
 * It is true once, and what stands there counts as seen from then on.
 * @param now what stands there, as a text that differs where it does: ids, a hash
 */
export function useSeen(now: string): () => boolean {
  const seen = useRef(now);
  return () => {
    const isOther = seen.current !== now;
    seen.current = now;
    return isOther;
  };
}
