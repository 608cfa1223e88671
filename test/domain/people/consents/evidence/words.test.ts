import { describe, expect, test } from 'vitest';
import { sectionsOf } from '#domain/people/consents/evidence/drawing.ts';
import { evidenceOf } from '#domain/people/consents/evidence/make.ts';
import { pageOf } from '#domain/people/consents/evidence/page.ts';
import { momentWords, timesOf } from '#domain/people/consents/evidence/words.ts';
import { row, someAround, someRows } from './builders.ts';
import { textOf } from './drawn.ts';

/** What people read of a consent. */

describe('a time prints with its zone and who says it', () => {
  test('shown on Saturday night, signed on Sunday, a phone three hours fast, the clocks go back between', () => {
    const rows = someRows(
      {},
      { shownAt: '2026-10-24T22:19:00.000Z', decidedAt: '2026-10-26T02:51:04.000Z', offsetMs: -10_800_000 },
    );
    const received = { ...rows, consent: { ...rows.consent, received: '2026-10-26T08:00:00.000Z' } };
    expect(timesOf(received)).toEqual([
      ['Shown', 'Saturday 24 October 2026, 23:19:00, UTC+1 (Europe/London), the phone said'],
      ['Decided', 'Monday 26 October 2026, 02:51:04, UTC+0 (Europe/London), the phone said'],
      ['The phone’s clock', 'It was 3 h fast: decided Sunday 25 October 2026, 23:51:04, UTC+0 (Europe/London)'],
      ['Received', 'Monday 26 October 2026, 08:00:00, UTC+0 (Europe/London), the server says'],
    ]);
  });

  test('a copy made offline has not been received; a clock nobody knew of is said to be that', () => {
    const { signing: _, ...rows } = someRows({ offsetMs: undefined });
    const consent = { ...rows.consent, received: undefined };
    expect(timesOf({ ...rows, signing: undefined, consent }).slice(1)).toEqual([
      ['The phone’s clock', 'Not known here how right it was'],
      ['Received', 'Not yet by a server'],
    ]);
  });

  test.each([
    ['2026-11-22T12:00:09.000Z', 'Asia/Kathmandu', 'Sunday 22 November 2026, 17:45:09, UTC+5:45 (Asia/Kathmandu)'],
    ['2026-11-22T01:00:00.000Z', 'America/New_York', 'Saturday 21 November 2026, 20:00:00, UTC−5 (America/New_York)'],
  ])('%s in %s', (instant, zone, words) => {
    expect(momentWords(instant, zone)).toBe(words);
  });
});

test('whatever somebody writes is text on the page, and nothing else', () => {
  const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)>&"';
  const rows = someRows({ limits: evil, childSays: evil }, { giverName: evil });
  const page = pageOf(evidenceOf(rows, someAround(undefined, { child: { called: evil, fullName: evil } })), null);
  expect(page).not.toContain('<img');
  expect(page.match(/<script/g)).toHaveLength(2);
  const decided = textOf(sectionsOf(evidenceOf(rows, someAround())).find(({ id }) => id === 'decided')?.html ?? '');
  expect(decided).toContain(`Only so far${evil}`);
});

test('a giver’s copy names nobody who judged, settled or read', () => {
  const facts = {
    settled: [row('settled', 'settled-one', { person: 'person-amira', weighs: ['consent-one'], outcome: 'given' })],
    limitsRead: [row('limitsRead', 'read-one', { person: 'person-amira', consent: 'consent-one', allows: true })],
    gillick: row('gillick', 'gillick-one', { person: 'person-amira', able: true, worker: 'member-will' }),
  };
  const rows = { ...someRows(), ...facts } as unknown as Parameters<typeof evidenceOf>[0]; // as their shapes would pass them
  const types = (copy: 'record' | 'giver') =>
    evidenceOf(rows, someAround(undefined, { copy })).facts.map(({ type }) => type);
  expect(types('record')).toEqual(['consent', 'signing', 'gillick', 'settled', 'limitsRead']);
  expect(types('giver')).toEqual(['consent', 'signing']);
});
