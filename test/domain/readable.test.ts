import * as v from 'valibot';
import { expect, test } from 'vitest';
import { entrySchema } from '#domain/records/entry.ts';
import { problemIn } from '#domain/records/records.ts';
import { requestSchema } from '#domain/records/wire.ts';
import { toMark } from '#domain/sessions/register.ts';
import {
  addDays,
  dayOf,
  instantAt,
  isDay,
  isInstant,
  isTimeZone,
  longDay,
  readInstant,
  shortDay,
  spanWords,
  timeOf,
  timeOn,
  toInstant,
} from '#domain/time.ts';
import { rowOfType } from '#test/domain/records/builders.ts';

/** What is taken in can be read; what was taken in before, and cannot, costs nobody more than itself. */

const noInstants = [
  '',
  'yesterday',
  '2026-11-25',
  '2026-11-25T10:00',
  '2026-11-25T10:00:00Z',
  '2026-11-25T10:00:00.000',
  '2026-11-25T10:00:00.000+00',
  '2026-11-25T10:00:00+00',
  '2026-11-25T23:00:00.000+14:00',
  '2026-11-25 10:00:00.000Z',
  '2026-11-25T10:00:00.000z',
  '2026-11-25T24:00:00.000Z',
  '2026-11-25T10:60:00.000Z',
  '2026-02-31T10:00:00.000Z',
  '2026-13-01T10:00:00.000Z',
  '+010000-01-01T00:00:00.000Z',
];

test.each(noInstants)('%j is no instant, wherever it is sent', (text) => {
  expect(isInstant(text)).toBe(false);
  const session = { site: 'windmill-hill', day: '2026-11-25', status: { is: 'running', reopened: 0 } };
  for (const field of ['plannedStart', 'plannedEnd', 'actualStart', 'actualEnd'])
    expect(problemIn('session', 'create', 'partner/a', { ...session, [field]: text })).toBe(`${field}: not an instant`);
  const mark = { session: 's1', person: 'p1', day: '2026-11-25', state: 'here', at: text, replaces: [] };
  expect(problemIn('mark', 'fact', 'partner/a', mark)).toBe('at: not an instant');
  const entry = { id: 'entry-one', by: 'member-one', device: 'phone-one', clock: 1, schema: 1, writes: [] };
  expect(v.is(entrySchema, { ...entry, at: text })).toBe(false);
  const phone = { version: '1', unsent: 1, oldestUnsentAt: text };
  expect(v.is(requestSchema, { protocol: 1, epoch: '', entries: [], scopes: {}, phone })).toBe(false);
});

test('an instant has one form, so two of them compare as text', () => {
  expect(isInstant('2026-11-25T10:00:00.000Z')).toBe(true);
  expect(isInstant('2024-02-29T23:59:59.999Z')).toBe(true);
});

test.each([
  '2026-02-31',
  '2026-13-01',
  '2026-1-1',
  '2025-02-29',
  '2026-11-25T00:00',
  '0',
  '',
])('%j is no day, wherever it is sent', (text) => {
  expect(isDay(text)).toBe(false);
  expect(problemIn('person', 'patch', 'partner/a', { ageBandOn: text })).toMatch(/^ageBandOn: not a day/);
  expect(problemIn('target', 'patch', 'partner/a', { by: text })).toMatch(/^by: not a day/);
});

test('a site keeps a time zone that clocks are set by', () => {
  expect(isTimeZone('Europe/London')).toBe(true);
  for (const timeZone of ['Not/AZone', 'London', '', 'Europe/London ; drop'])
    expect(problemIn('site', 'create', 'programme', { name: 'Hill', timeZone })).toBe('timeZone: not a time zone');
  // One that was stored before is read by the programme's own clocks.
  expect(timeOf('2026-07-01T15:02:00.000Z', 'Not/AZone')).toBe('16:02');
  expect(dayOf('2026-07-01T23:30:00.000Z', 'Not/AZone')).toBe('2026-07-02');
});

test.each([
  '',
  'undefined',
  '2026-11-25T10:00:00+00',
  '2026-99-99',
  '999999-01-01',
])('nothing that reads %j throws', (stored) => {
  const today = '2026-11-25';
  const inWords = [longDay, shortDay, timeOn, spanWords].map((words) => (text: string) => words(text, today));
  for (const read of [dayOf, timeOf, ...inWords, (text: string) => addDays(text, 1), readInstant])
    expect(read(stored)).toBe('');
  expect(instantAt(stored, '10:00')).toBe('');
  expect(instantAt('2026-11-25', stored)).toBe('');
  expect(toInstant(Date.parse(stored))).toBe('');
});

test('an instant stored with an offset is read as the moment it names, and compared as that', () => {
  const mark = (at: string) => toMark(rowOfType('mark', 'm', { at }));
  const early = mark('2026-11-25T23:00:00+14:00');
  expect(early.at).toBe('2026-11-25T09:00:00.000Z');
  expect(early.at < mark('2026-11-25T10:00:00.000Z').at).toBe(true);
  expect(mark('2026-11-25T10:00:00+00').at).toBe('');
});
