import { expect, test } from 'vitest';
import type { SessionState } from '#domain/codes.ts';
import { nobodyTwice } from '#domain/people/alias.ts';
import type { RowOf } from '#domain/records/body.ts';
import type { Body } from '#domain/records/entry.ts';
import type { RecordType } from '#domain/records/records.ts';
import { attendanceCodes, definitions } from '#domain/reports/notes.ts';
import { csvOf, notesCsv } from '#domain/reports/sheet.ts';
import { bandLines, personLines } from '#domain/sessions/attendance-line.ts';
import type { KnownAround } from '#domain/sessions/known.ts';
import { attendanceReport, sessionsReport } from '#domain/sessions/report.ts';
import { isDelivered, type SessionRecords, sessionLine, totalsOf } from '#domain/sessions/session-line.ts';
import { rowOfType } from '#test/domain/records/builders.ts';

const row = <T extends RecordType>(type: T, id: string, body: Body): RowOf<T> =>
  rowOfType(type, id, body, { scope: 'partner/refocus' });

const names: Record<string, string> = { kayla: 'Kayla M', mo: 'Mo', zed: '=cmd()', jo: 'Jo, "J"' };
const bands: Record<string, '10-12' | '13-15' | '25+'> = { kayla: '10-12', mo: '13-15', zed: '25+' };
const known: KnownAround = {
  siteName: (id) => (id === 'hill' ? 'Windmill Hill' : id),
  partnerName: () => 'Refocus',
  bandOn: (person) => bands[person] ?? 'NK',
  personName: (id) => names[id] ?? '',
  zoneOf: () => 'Europe/Madrid',
  wardOf: () => '',
  genderOf: (person) => (person === 'kayla' ? 'F' : 'odd'),
  markerOf: () => ({ leaf: undefined, colour: undefined }),
  same: () => nobodyTwice,
};

const mark = (id: string, person: string, over: Body = {}) =>
  row('mark', id, { session: 's1', person, state: 'here', at: '2026-11-22T14:05:00.000Z', replaces: [], ...over });
const tally = (id: string, n: number, over: Body = {}) =>
  row('tally', id, { session: 's1', ageBand: '10-12', n, at: '2026-11-22T14:10:00.000Z', ...over });

const records: SessionRecords = {
  session: row('session', 's1', {
    site: 'hill',
    day: '2026-11-22',
    status: { is: 'shortened', reopened: 0 },
    reason: 'rain/wind',
    plannedStart: '2026-11-22T14:00:00.000Z',
    plannedEnd: '2026-11-22T16:00:00.000Z',
    actualStart: '2026-11-22T14:00:00.000Z',
    actualEnd: '2026-11-22T15:30:00.000Z',
    'team/will': true,
    'team/vi': true,
    'team/gone': false,
  }),
  marks: [
    // Counted first, then named: one of the five.
    mark('m1', 'kayla', { alreadyCounted: { ageBand: '10-12', gender: 'F', newness: 'new' } }),
    mark('m2', 'mo', { at: '2026-11-22T14:20:00.000Z' }),
    mark('m3', 'mo', { state: 'left', at: '2026-11-22T15:00:00.000Z', replaces: ['m2'] }),
    mark('m4', 'zed', { level: 'watching' }),
    mark('m5', 'jo'),
    mark('m6', 'jo', { state: 'removed', replaces: ['m5'] }),
  ],
  tallies: [
    tally('t1', 5),
    tally('t2', 3, { ageBand: '16-19', quality: 'estimate' }),
    tally('t3', 2, { level: 'contact' }),
  ],
};

test('a session in figures: named and counted add up to one total, contacts stand apart', () => {
  const line = sessionLine(records, known);
  expect(line).toMatchObject({
    site: 'Windmill Hill',
    partner: 'Refocus',
    status: 'shortened',
    reason: 'rain/wind',
    minutes: 90,
    named: 2,
    counted: 8,
    alreadyCounted: 1,
    attendances: 9,
    contacts: 3,
    team: 2,
    estimated: true,
    fromPaper: false,
  });
  expect(Object.values(line.bands).reduce((sum, { total }) => sum + total, 0)).toBe(line.attendances);
  expect(bandLines(line).reduce((sum, { attendances }) => sum + attendances, 0)).toBe(line.attendances);
});

test('delivered means finished, shortened or moved with a minute in it', () => {
  const line = sessionLine(records, known);
  const cases: [SessionState, number | null, boolean][] = [
    ['finished', 90, true],
    ['moved', 1, true],
    ['finished', 0, false],
    ['finished', null, false],
    ['abandoned', 90, false],
    ['cancelled', null, false],
    ['running', 30, false],
  ];
  for (const [status, minutes, delivered] of cases) {
    expect(isDelivered({ ...line, status, minutes }), `${status} ${minutes}`).toBe(delivered);
  }
});

test('totals are the sums of the lines under them', () => {
  const line = sessionLine(records, known);
  const empty = sessionLine(
    { session: row('session', 's2', { status: { is: 'cancelled', reopened: 0 } }), marks: [], tallies: [] },
    known,
  );
  const totals = totalsOf([line, line, empty]);
  expect(totals).toMatchObject({ sessions: 3, delivered: 2, cancelled: 1, minutes: 180, attendances: 18, contacts: 6 });
  expect(totals.bands['10-12']).toBe(10);
});

test('who came: a stay ends with leaving or with the session; one taken back is not there', () => {
  expect(personLines(records, known)).toEqual([
    expect.objectContaining({ person: 'kayla', ageBand: '10-12', gender: 'F', minutes: 85, left: '' }),
    expect.objectContaining({ person: 'zed', level: 'watching', gender: 'NK' }),
    expect.objectContaining({ person: 'mo', minutes: 40, left: '2026-11-22T15:00:00.000Z' }),
  ]);
});

const notes = {
  programme: 'Stepping Out',
  from: '2026-11-01',
  to: '2026-11-30',
  dataAsAt: '2026-11-22T18:00:00.000Z',
  phonesWithUnsent: 2,
  oldestUnsentAt: '2026-11-22T15:00:00.000Z',
};

test('the sessions file comes out byte for byte: data only, by the clock of the park', () => {
  const lines = [sessionLine(records, known)];
  const [sheet] = sessionsReport.sheets(
    { lines, totals: totalsOf(lines) },
    { names: 'no', reason: '', profile: 'internal' },
    '',
  );
  expect(csvOf(sheet!)).toBe(
    '\uFEFFsession,day,site,partner,status,reason,planned_start,planned_end,actual_start,actual_end,minutes,' +
      'named,counted,already_counted,attendances,contacts,' +
      'named_00-09,counted_00-09,attendances_00-09,named_10-12,counted_10-12,attendances_10-12,' +
      'named_13-15,counted_13-15,attendances_13-15,named_16-19,counted_16-19,attendances_16-19,' +
      'named_20+,counted_20+,attendances_20+,named_NK,counted_NK,attendances_NK,team,from_paper,estimated,time_zone\r\n' +
      's1,2026-11-22,Windmill Hill,Refocus,shortened,rain/wind,2026-11-22 15:00,2026-11-22 17:00,' +
      '2026-11-22 15:00,2026-11-22 16:30,90,2,8,1,9,3,0,0,0,1,5,5,1,0,1,0,3,3,0,0,0,0,0,0,2,no,yes,Europe/Madrid\r\n',
  );
});

test('outside nobody learns how many came to one session: those columns are not there', () => {
  const lines = [sessionLine(records, known)];
  const [sheet] = sessionsReport.sheets(
    { lines, totals: totalsOf(lines) },
    { names: 'no', reason: '', profile: 'funder' },
    '',
  );
  expect(csvOf(sheet!)).toBe(
    '\uFEFFsession,day,site,partner,status,reason,planned_start,planned_end,actual_start,actual_end,minutes,' +
      'team,from_paper,estimated,time_zone\r\n' +
      's1,2026-11-22,Windmill Hill,Refocus,shortened,rain/wind,2026-11-22 15:00,2026-11-22 17:00,' +
      '2026-11-22 15:00,2026-11-22 16:30,90,2,no,yes,Europe/Madrid\r\n',
  );
});

test('for ourselves the attendance file without names comes out byte for byte, session by session', () => {
  const lines = bandLines(sessionLine(records, known));
  const [sheet] = attendanceReport.sheets({ lines, parks: null }, { names: 'no', reason: '', profile: 'internal' }, '');
  expect(csvOf(sheet!)).toBe(
    '\uFEFFsession,day,site,partner,age_band,named,counted,already_counted,attendances\r\n' +
      's1,2026-11-22,Windmill Hill,Refocus,10–12,1,5,1,5\r\n' +
      's1,2026-11-22,Windmill Hill,Refocus,13–15,1,0,0,1\r\n' +
      's1,2026-11-22,Windmill Hill,Refocus,16–19,0,3,0,3\r\n',
  );
});

test('what belongs to a file is a file of its own', () => {
  const text = notesCsv('Sessions', notes, [...definitions.attendance, ...attendanceCodes]);
  expect(text.slice(0, text.indexOf('Session delivered'))).toBe(
    '\uFEFFnote,meaning\r\n' +
      'Report,Sessions\r\n' +
      'Programme,Stepping Out\r\n' +
      'Period,2026-11-01 to 2026-11-30\r\n' +
      'Data as at,2026-11-22 18:00\r\n' +
      'Phones with records not sent yet,2\r\n' +
      'Oldest record not sent yet,2026-11-22 15:00\r\n' +
      'Times of day,"By the clock of the park: Europe/London, unless time_zone says another"\r\n',
  );
  expect(text).toContain(
    'Attendances,"Named plus counted minus already counted, so nobody is counted twice in a session."\r\n',
  );
  expect(text).toContain(
    'Codes of level,watching: watching; contact: talked to; joined_in: joined in; helped: helped\r\n',
  );
});

test('a name that a spreadsheet would run is harmless, and commas and quotes stay in their cell', () => {
  const [line] = personLines(records, known);
  const odd = [
    { ...line!, name: '=cmd()' },
    { ...line!, name: 'Jo, "J"' },
  ];
  const [sheet] = attendanceReport.sheets(
    { lines: odd, parks: null },
    { names: 'yes', reason: 'a trip', profile: 'funder' },
    '',
  );
  const [, first, second] = csvOf(sheet!).split('\r\n');
  expect(first).toBe(
    "s1,2026-11-22,Windmill Hill,Refocus,kayla,'=cmd(),10–12,F,joined_in,2026-11-22 15:05,,85,Europe/Madrid",
  );
  expect(second).toContain('kayla,"Jo, ""J""",10–12');
});
