import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sessionStates } from '#domain/codes.ts';
import { csvOf, sheetOf } from '#domain/reports/sheet.ts';
import { workbookOf } from '#server/reports/workbook.ts';
import { office } from './office.ts';
import { sheetsIn, unzip } from './workbook.ts';

/** A workbook as somebody opens and prints it. */

const lines = [
  { park: 'Windmill 🌬 Hill', day: '2026-11-02', status: 'finished', n: 12 },
  { park: '=1+1', day: '2026-11-03', status: 'cancelled', n: 0 },
  { park: '@cmd\tx', day: '2026-11-04', status: 'not a state', n: 3 },
];
const sheet = sheetOf<(typeof lines)[number]>(
  'by-park',
  [
    ['park', ({ park }) => park],
    ['day', ({ day }) => day, 'day'],
    ['status', ({ status }) => status, sessionStates],
    ['attendances', ({ n }) => n, 'sum'],
  ],
  lines,
);
const notes = {
  ...{ programme: 'Stepping & Out', from: '2026-11-01', to: '2026-11-30', dataAsAt: '2026-11-22T12:00:00.000Z' },
  ...{ phonesWithUnsent: 0, oldestUnsentAt: null },
};
const book = { title: 'Attendances', sheets: [sheet], notes, definitions: [['Attendances', 'Who came.']] as const };

test('each heading has a filter, the total stays outside it, and the headings stand on every page', async () => {
  const files = unzip(await workbookOf(book));
  const xml = files.get('xl/worksheets/sheet3.xml') ?? '';
  expect(xml).toContain('<autoFilter ref="A1:D4"/>');
  expect(xml).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/);
  expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"[^>]* fitToWidth="1" fitToHeight="0"\/><headerFooter>/);
  expect(xml.indexOf('<autoFilter')).toBeLessThan(xml.indexOf('<pageMargins'));
  expect(xml).not.toContain('mergeCell');
  for (const at of [1, 2]) expect(files.get(`xl/worksheets/sheet${at}.xml`)).toContain('fitToWidth="1"');
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<definedName name="([^"]+)"[^>]*>([^<]+)</g)];
  expect(names.map(([, name, area]) => [name, area])).toEqual([
    ['_xlnm._FilterDatabase', "'By-park'!$A$1:$D$4"],
    ['_xlnm.Print_Titles', "'By-park'!$1:$1"],
  ]);
});

test('people read the words of a code, a machine the code, and both the same total', async () => {
  const rows =
    sheetsIn(await workbookOf(book))
      .get('By-park')
      ?.map((row) => row.map(({ value }) => value)) ?? [];
  expect(rows.map((row) => row[2])).toEqual(['Status', 'Finished', 'Cancelled', 'not a state', undefined]);
  expect(rows.at(-1)).toEqual(['All 3', 15]);
  expect(csvOf(sheet)).toContain("'=1+1,2026-11-03,cancelled,0\r\n");
});

test('where a number may not be told there is no total that tells it', async () => {
  const hidden = { ...sheet, rows: sheet.rows.map((row, at) => (at === 0 ? [...row.slice(0, 3), '<5'] : row)) };
  const rows = sheetsIn(await workbookOf({ ...book, sheets: [hidden] })).get('By-park') ?? [];
  expect(rows).toHaveLength(4);
  expect(rows[1]?.[3]).toEqual({ type: 'text', value: '<5' });
});

test.skipIf(!office)(
  'LibreOffice opens it and reads back what stands in it, formulas among it as text',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bandstand-office-'));
    writeFileSync(join(folder, 'book.xlsx'), await workbookOf(book));
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3';
    execFileSync(office, [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      join(folder, 'book.xlsx'),
    ]);
    const text = readFileSync(join(folder, 'book-By-park.csv'), 'utf8');
    expect(text.trim().split('\n')).toEqual([
      'Park,Day,Status,Attendances',
      'Windmill 🌬 Hill,2026-11-02,Finished,12',
      '=1+1,2026-11-03,Cancelled,0',
      '@cmd\tx,2026-11-04,not a state,3',
      'All 3,,,15',
    ]);
    rmSync(folder, { recursive: true });
  },
  60_000,
);
