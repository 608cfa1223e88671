import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutesOfLight, sunsetAt } from '#domain/sessions/light.ts';
import { weeklyDays } from '#domain/sessions/series.ts';
import {
  addDays,
  clockAt,
  dayOf,
  instantAt,
  knownZone,
  longDay,
  shortDay,
  spanOf,
  timeOf,
  toInstant,
} from '#domain/time.ts';

const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Auckland'];
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));
const minuteOfDay = fc
  .nat(1439)
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);

describe('days and times of a place', () => {
  test('a day and time read back as they were typed, but for the hour a clock change skips', () => {
    fc.assert(
      fc.property(day, minuteOfDay, fc.constantFrom(...zones), (on, time, zone) => {
        const instant = instantAt(on, time, zone);
        const read = `${dayOf(instant, zone)} ${timeOf(instant, zone)}`;
        if (read === `${on} ${time}`) return;
        // Skipped: it was read as later by the width of the gap, and no instant at all reads as what was typed.
        expect(read > `${on} ${time}`).toBe(true);
        for (let off = -14 * 60; off <= 14 * 60; off += 30) {
          const other = Date.parse(`${on}T${time}:00.000Z`) + off * 60_000;
          expect(`${dayOf(other, zone)} ${timeOf(other, zone)}`).not.toBe(`${on} ${time}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['in winter', '2026-11-22', '16:02', '2026-11-22T16:02:00.000Z'],
    ['in summer', '2026-07-01', '16:02', '2026-07-01T15:02:00.000Z'],
    ['just before summer time begins', '2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['in the hour that is skipped: the later reading', '2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['just after summer time began', '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['just before summer time ends', '2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
    ['just after summer time ended', '2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ])('%s, a time in London is the right instant', (_, on, time, instant) => {
    expect(instantAt(on, time)).toBe(instant);
  });

  test('shortly after midnight in summer it is already the next day in London', () => {
    expect(dayOf('2026-07-01T23:30:00.000Z')).toBe('2026-07-02');
    expect(timeOf('2026-07-01T23:30:00.000Z')).toBe('00:30');
    expect(dayOf('2026-12-01T23:30:00.000Z')).toBe('2026-12-01');
  });

  test('adding days never skips or repeats one over a clock change', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (from, days) => {
        expect(addDays(addDays(from, days), -days)).toBe(from);
        expect(addDays(from, 1) > from).toBe(true);
      }),
    );
  });

  test('people read days and spans in their own words', () => {
    expect(longDay('2026-11-22', '2026-01-01')).toBe('Sunday 22 November');
    expect(shortDay('2026-11-22', '2026-01-01')).toBe('Sun 22 Nov');
    expect([spanOf(34), spanOf(94), spanOf(60)]).toEqual(['34 min', '1 h 34', '1 h 00']);
    expect(toInstant(Date.parse('2026-11-22T16:02:09.123Z'))).toBe('2026-11-22T16:02:09.123Z');
  });
});

describe('a weekly series', () => {
  test('has the same weekday throughout, both ends and no exception', () => {
    fc.assert(
      fc.property(day, fc.nat(300), fc.array(fc.nat(40)), (first, length, weeks) => {
        const last = addDays(first, length);
        const except = weeks.map((week) => addDays(first, week * 7));
        const days = weeklyDays(first, last, except);
        const all = Array.from({ length: Math.floor(length / 7) + 1 }, (_, week) => addDays(first, week * 7));
        expect(days).toEqual(all.filter((each) => !except.includes(each)));
      }),
    );
  });

  test('ends after a year of them, and has none where it ends before it begins', () => {
    expect(weeklyDays('2026-01-01', '2036-01-01', [])).toHaveLength(53);
    expect(weeklyDays('2026-01-02', '2026-01-01', [])).toEqual([]);
  });
});

describe('the light', () => {
  const london = { lat: 51.5074, lon: -0.1278 };
  const gravesend = { lat: 51.4419, lon: 0.3708 };
  test.each([
    ['London at midsummer', '2026-06-21', london, '21:21'],
    ['London at midwinter', '2026-12-21', london, '15:53'],
    ['London when spring begins', '2026-03-20', london, '18:14'],
    ['Gravesend in October', '2026-10-08', gravesend, '18:19'],
    ['a site without a position, in North Kent', '2026-10-08', {}, '18:19'],
  ])('goes in %s within two minutes of the almanac', (_, on, place, time) => {
    const sunset = sunsetAt(on, place);
    expect(Math.abs(Date.parse(sunset ?? '') - Date.parse(instantAt(on, time)))).toBeLessThanOrEqual(120_000);
  });

  test('does not go in midsummer in the far north', () => {
    expect(sunsetAt('2026-06-21', { lat: 70, lon: 20 })).toBeNull();
  });

  test('counts whole minutes down, and below nothing afterwards', () => {
    const sunset = '2026-11-22T16:00:00.000Z';
    expect(minutesOfLight(sunset, Date.parse('2026-11-22T15:29:30.000Z'))).toBe(30);
    expect(minutesOfLight(sunset, Date.parse('2026-11-22T16:01:00.000Z'))).toBe(-1);
  });
});

test('a time by the clock of a place, and a zone that is none is the usual one', () => {
  expect(clockAt('2026-10-02T16:00:00.000Z')).toBe('2026-10-02 17:00');
  expect(clockAt('2026-11-02T23:30:00.000Z', 'Europe/Madrid')).toBe('2026-11-03 00:30');
  expect(clockAt('2026-10-02T16:00:00.000Z', 'Mars/Phobos')).toBe('2026-10-02 17:00');
  expect(['Europe/Madrid', 'Mars/Phobos', '', 7].map(knownZone)).toEqual([
    'Europe/Madrid',
    ...['Europe/London', 'Europe/London', 'Europe/London'],
  ]);
});
