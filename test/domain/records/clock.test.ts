import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptedClock, isLater, nextClock } from '#domain/records/clock.ts';

const year = 365 * 86_400_000;
const now = Date.parse('2026-11-22T14:00:00.000Z');
/** A phone's idea of the time: right, stopped, or up to ten years wrong either way. */
const phoneTime = fc.integer({ min: now - 10 * year, max: now + 10 * year });

test('the clock of a phone strictly rises, whatever its time does', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(phoneTime, fc.constant(now)), { minLength: 2 }), (times) => {
      let last = 0;
      for (const nowMs of times) {
        const clock = nextClock(nowMs, last, []);
        expect(clock).toBeGreaterThan(last);
        last = clock;
      }
    }),
  );
});

test('an edit made after seeing another is later than it, however slow the phone', () => {
  fc.assert(
    fc.property(phoneTime, phoneTime, fc.array(phoneTime), (nowMs, last, seen) => {
      const clock = nextClock(nowMs, last, seen);
      for (const each of seen) expect(isLater([clock, 'a'], [each, 'z'])).toBe(true);
    }),
  );
});

test('no clock is refused: the server takes every one, and a right one as it is', () => {
  fc.assert(
    fc.property(phoneTime, fc.integer({ min: -60_000, max: 60_000 }), (clock, off) => {
      expect(acceptedClock(clock, now, [])).toBeLessThanOrEqual(now + 60_000);
      expect(acceptedClock(now + off, now, [])).toBe(now + off);
    }),
  );
});

test('a phone three years fast does not win for three years', () => {
  const fast = acceptedClock(now + 3 * year, now, []);
  expect(fast).toBe(now + 60_000);
  expect(acceptedClock(now + 120_000, now + 120_000, [fast])).toBeGreaterThan(fast);
});

test('a slow phone that edits what a fast phone wrote wins, on the server too', () => {
  fc.assert(
    fc.property(phoneTime, phoneTime, (fastTime, slowTime) => {
      const stored = acceptedClock(nextClock(fastTime, 0, []), now, []);
      const edit = nextClock(slowTime, 0, [stored]);
      expect(acceptedClock(edit, now, [stored])).toBeGreaterThan(stored);
    }),
  );
});

test('two edits of one fast phone keep their order in the same push', () => {
  fc.assert(
    fc.property(phoneTime, (time) => {
      const first = nextClock(time, 0, []);
      const second = nextClock(time, first, [first]);
      const stored = acceptedClock(first, now, []);
      expect(acceptedClock(second, now, [stored])).toBeGreaterThan(stored);
    }),
  );
});
