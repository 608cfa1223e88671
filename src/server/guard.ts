import { Problem } from './problem.ts';

/** How often somebody may ask anything at all: counted in memory, per key and span of time. */
export type Guard = {
  /** Counts one; throws 429 where that is one too many. */
  count(key: string, most: number, spanMs: number): void;
};

/** Keys remembered at once. Beyond it the oldest are forgotten, so that nobody can fill the memory. */
const mostKeys = 50_000;

export function newGuard(now: () => number): Guard {
  const spans = new Map<string, { count: number; until: number }>();
  return {
    count(key, most, spanMs) {
      const nowMs = now();
      const known = spans.get(key);
      const span = known && known.until > nowMs ? known : { count: 0, until: nowMs + spanMs };
      if (span.count >= most) {
        const seconds = Math.ceil((span.until - nowMs) / 1000);
        throw new Problem(429, 'too-many', `Too many requests. Try again in ${Math.ceil(seconds / 60)} min.`, seconds);
      }
      span.count += 1;
      spans.delete(key); // the order of the map is by last use
      spans.set(key, span);
      const oldest = spans.size > mostKeys ? spans.keys().next().value : undefined;
      if (oldest !== undefined) spans.delete(oldest);
    },
  };
}
