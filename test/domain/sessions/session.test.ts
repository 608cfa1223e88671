import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf, type SessionState, sessionStates } from '#domain/codes.ts';
import { oddDay } from '#domain/odd-day.ts';
import { lightOf } from '#domain/sessions/light.ts';
import { isYearAtMost, weeklyDays } from '#domain/sessions/series.ts';
import {
  isEnded,
  isOnNow,
  isPlanned,
  isRunning,
  mayGoOn,
  runningNow,
  type SessionBody,
} from '#domain/sessions/session.ts';
import { endAfter, mayEndNow, momentOf, spanOn } from '#domain/sessions/timing.ts';
import { addDays, dayOf, instantAt, longDay, monthWords, shortDay, spanWords, timeOf, timeOn } from '#domain/time.ts';

const status = (is: string): SessionBody => ({ status: { is: is as SessionState, reopened: 0 } });
const at = (day: string, time: string) => Date.parse(instantAt(day, time));
const tuesday = '2026-11-24';
const wednesday = '2026-11-25';

describe('how a session stands', () => {
  test('is planned, running or ended, and one of them', () => {
    for (const is of codesOf(sessionStates)) {
      const body = status(is);
      expect([isPlanned(body), isRunning(body), isEnded(body)].filter(Boolean)).toHaveLength(1);
    }
    expect(['finished', 'shortened', 'moved', 'cancelled', 'abandoned'].every((is) => isEnded(status(is)))).toBe(true);
  });
});

describe('what is on now', () => {
  const running = (day: string, from: string): SessionBody => ({
    ...status('running'),
    day,
    actualStart: instantAt(day, from),
  });
  const evening = running(tuesday, '22:00');

  test.each([
    ['today’s session', running(wednesday, '16:00'), at(wednesday, '18:00'), true],
    ['an evening’s, before midnight', evening, at(tuesday, '23:59'), true],
    ['an evening’s, after midnight', evening, at(wednesday, '00:20'), true],
    ['an evening’s, the next morning', evening, at(wednesday, '09:00'), false],
    ['one forgotten at ten the day before', running(tuesday, '10:00'), at(wednesday, '18:04'), false],
    ['one whose start is mistyped for next year', running('2027-11-25', '16:00'), at(wednesday, '18:00'), false],
    ['one begun by a clock that is a day ahead', running('2026-11-26', '16:00'), at(wednesday, '18:00'), false],
    ['one without a start, on its day', { ...status('running'), day: wednesday }, at(wednesday, '18:00'), true],
    ['one without a start, the day after', { ...status('running'), day: tuesday }, at(wednesday, '00:20'), false],
    ['a finished one', { ...evening, ...status('finished') }, at(tuesday, '23:00'), false],
    ['a planned one', { ...evening, ...status('planned') }, at(tuesday, '23:00'), false],
  ])('%s', (_, body, now, is) => {
    expect(isOnNow(body, now)).toBe(is);
    expect(runningNow([{ body }], now)).toHaveLength(is ? 1 : 0);
  });

  test.each([
    ['today’s', { ...running(wednesday, '15:00'), ...status('finished') }, at(wednesday, '16:31'), true],
    ['an evening’s, after midnight', { ...evening, ...status('shortened') }, at(wednesday, '00:20'), true],
    ['one of the day before', { ...running(tuesday, '10:00'), ...status('finished') }, at(wednesday, '10:30'), false],
    ['one that runs', running(wednesday, '15:00'), at(wednesday, '16:31'), false],
  ])('%s may have been ended by mistake', (_, body, now, may) => {
    expect(mayGoOn(body, now)).toBe(may);
  });

  test('the last begun comes first', () => {
    const late = { body: running(wednesday, '17:00') };
    const early = { body: running(wednesday, '15:00') };
    expect(runningNow([early, late], at(wednesday, '18:00'))).toEqual([late, early]);
  });

  test.each([
    ['a session of two hours', running(wednesday, '16:00'), at(wednesday, '18:00'), true],
    ['one over midnight', evening, at(wednesday, '00:30'), true],
    ['one of the day before', running(tuesday, '10:00'), at(wednesday, '18:04'), false],
    ['one left running since the morning', running(wednesday, '09:00'), at(wednesday, '23:00'), false],
  ])('%s ends now, or is asked about', (_, body, now, may) => {
    expect(mayEndNow(body, now)).toBe(may);
  });
});

describe('when something at a session happened', () => {
  const now = at(wednesday, '12:00');
  const [actualStart, actualEnd] = [instantAt(tuesday, '16:00'), instantAt(tuesday, '17:30')];
  const times = { day: tuesday, actualStart, actualEnd };

  test.each(['finished', 'shortened', 'moved', 'abandoned', 'running'])('of one that is over and %s: then', (is) => {
    const body = { ...status(is), ...times };
    expect([momentOf(body, now, 'start'), momentOf(body, now, 'end')]).toEqual([actualStart, actualEnd]);
  });

  test('of one that is on: now', () => {
    const body = { ...status('running'), day: wednesday, actualStart: instantAt(wednesday, '11:00') };
    expect([momentOf(body, now, 'start'), momentOf(body, now, 'end')].map(Date.parse)).toEqual([now, now]);
  });

  test('of one that was forgotten: when it began, or was to end', () => {
    const body = { ...status('running'), day: tuesday, actualStart };
    expect([momentOf(body, now, 'start'), momentOf(body, now, 'end')]).toEqual([actualStart, actualStart]);
    expect(momentOf({ ...body, plannedEnd: actualEnd }, now, 'end')).toBe(actualEnd);
  });

  test('is never still to come, and of one that never began is now', () => {
    const ahead = instantAt('2026-12-01', '16:00');
    expect(Date.parse(momentOf({ ...status('finished'), actualEnd: ahead }, now, 'end'))).toBe(now);
    expect(Date.parse(momentOf({ ...status('cancelled'), plannedStart: actualStart }, now, 'end'))).toBe(now);
  });
});

describe('from and to', () => {
  test.each([
    ['16:00', '18:00', tuesday, '18:00'],
    ['22:00', '00:30', wednesday, '00:30'],
    ['22:00', '00:00', wednesday, '00:00'],
    ['18:00', '06:00', wednesday, '06:00'],
    ['07:00', '23:00', tuesday, '23:00'],
  ])('%s to %s ends on %s', (from, to, day, time) => {
    expect(spanOn(tuesday, from, to)).toEqual({ start: instantAt(tuesday, from), end: instantAt(day, time) });
  });

  test.each([
    ['16:00', '15:00'],
    ['16:00', '16:00'],
    ['', '18:00'],
    ['16:00', ''],
  ])('%s to %s is no session', (from, to) => {
    expect(spanOn(tuesday, from, to)).toBeNull();
  });

  test('every end is after its start, and no night is longer than half a day', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(day, time, time, (on, from, to) => {
        const start = instantAt(on, from);
        const end = endAfter(start, to);
        if (end === null) {
          expect(to <= timeOf(start)).toBe(true);
          return;
        }
        const isNight = dayOf(end) !== dayOf(start);
        expect(end > start).toBe(true);
        expect(Date.parse(end) - Date.parse(start)).toBeLessThanOrEqual((isNight ? 12 : 25) * 3_600_000);
      }),
    );
  });

  test('times say their day where it is another', () => {
    const ten = instantAt(tuesday, '10:00');
    expect(spanWords(ten, instantAt(tuesday, '12:00'))).toBe('10:00–12:00');
    expect(spanWords(ten, instantAt(wednesday, '18:04'))).toBe('10:00–18:04 on Wed 25 Nov, 32 h 04');
    expect(spanWords(instantAt('2026-12-31', '22:00'), instantAt('2027-01-01', '00:30'))).toBe('22:00–00:30, 2 h 30');
    expect(spanWords(instantAt('2026-12-31', '10:00'), instantAt('2027-01-01', '10:30'))).toBe(
      '10:00–10:30 on Fri 1 Jan 2027, 24 h 30',
    );
    expect([spanWords(ten, ''), spanWords('', ten)]).toEqual(['10:00', '']);
    expect([timeOn(ten, tuesday), timeOn(ten, wednesday)]).toEqual(['10:00', 'Tue 24 Nov, 10:00']);
  });
});

describe('days', () => {
  test('say their year where it is not this one', () => {
    expect([monthWords('2026-11', wednesday), monthWords('2025-11', wednesday)]).toEqual(['November', 'November 2025']);
    expect([shortDay(tuesday, wednesday), longDay(tuesday, wednesday)]).toEqual(['Tue 24 Nov', 'Tuesday 24 November']);
    expect([shortDay('2062-11-05', wednesday), longDay('2025-11-03', wednesday)]).toEqual([
      'Sun 5 Nov 2062',
      'Monday 3 November 2025',
    ]);
  });

  test.each([
    [wednesday, null],
    ['2027-11-26', null],
    [tuesday, 'past'],
    ['2025-11-25', 'past'],
    ['2025-11-03', 'far'],
    ['2062-11-05', 'far'],
  ])('%s is asked about: %s', (day, odd) => {
    expect(oddDay(day, wednesday)).toBe(odd);
  });
});

describe('a weekly series', () => {
  test('has the same day of each week, both ends included, without the exceptions', () => {
    expect(weeklyDays('2026-11-25', '2026-12-16', ['2026-12-09'])).toEqual(['2026-11-25', '2026-12-02', '2026-12-16']);
    expect(weeklyDays('2026-11-25', '2028-11-25', [])).toHaveLength(53);
  });

  test.each([
    ['', '2026-12-16'],
    ['2026-11-25', ''],
    ['', ''],
    ['2026-02-30', '2026-12-16'],
  ])('from “%s” to “%s” has no days', (first, last) => {
    expect(weeklyDays(first, last, [])).toEqual([]);
    // A loop over days that are none never ended where one of them was left out.
    expect(weeklyDays(first, last, [''])).toEqual([]);
  });

  test('ends with the last day there is, and may be at most a year long', () => {
    expect(weeklyDays('9999-12-25', '9999-12-31', [''])).toEqual(['9999-12-25']);
    expect([isYearAtMost('9999-12-25', '9999-12-31'), isYearAtMost('2026-11-25', '2027-11-26')]).toEqual([true, true]);
    expect(isYearAtMost('2026-11-25', '2027-11-27')).toBe(false);
  });
});

test('there is light until the sun sets, and none after it, on the day and on every later one', () => {
  const gravesend = { lat: 51.4386, lon: 0.3696 };
  const before = lightOf(wednesday, gravesend, at(wednesday, '15:00'));
  expect([before?.words, before?.at]).toEqual(['Light until', '15:57']);
  expect(before?.minutesLeft).toBeGreaterThan(50);
  for (const now of [at(wednesday, '18:00'), at('2026-11-26', '09:00')])
    expect(lightOf(wednesday, gravesend, now)).toEqual({ words: 'Sun set', at: '15:57', minutesLeft: 0 });
});
