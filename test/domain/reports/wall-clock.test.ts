import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wallClock } from '#domain/reports/wall-clock.ts';
import { clockAt, toInstant } from '#domain/time.ts';

const zones = [
  'Europe/London',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
];
/** Around the changes of clocks of every year, and anywhere. */
const moments = fc.oneof(
  fc
    .date({ min: new Date('1960-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.getTime()),
  fc
    .tuple(
      fc.integer({ min: 1972, max: 2037 }),
      fc.constantFrom(2, 3, 9, 10),
      fc.integer({ min: -86_400, max: 32 * 86_400 }),
    )
    .map(([year, month, seconds]) => Date.UTC(year, month, 1) + seconds * 1000),
);

it('says what the calendar says, at every place and moment', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (ms, zone) => {
      const instant = toInstant(ms);
      expect(wallClock(instant, zone)).toBe(clockAt(instant, zone));
    }),
    { numRuns: 3000 },
  );
  expect(wallClock('2026-10-25T00:59:59.999Z')).toBe('2026-10-25 01:59');
  expect(wallClock('2026-10-25T01:00:00.000Z')).toBe('2026-10-25 01:00');
  expect(wallClock('no moment')).toBe('');
});
