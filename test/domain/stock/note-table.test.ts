import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asSeen } from '#domain/as-seen.ts';
import { csvLine } from '#domain/reports/csv.ts';
import { readCsv } from '#domain/reports/csv-read.ts';
import * as table from '#domain/reports/table.ts';
import { contentOf, readStockLines } from '#domain/stock/lines.ts';
import { noteTable } from '#domain/stock/note-table.ts';

const { none } = table;
const tableIn = (text: string) => table.tableIn(noteTable, text);
const proposed = (rows: ReturnType<typeof tableIn>, heading?: number | null) =>
  table.proposed(noteTable, rows, heading);
const unclear = (columns: ReturnType<typeof proposed>) => table.unclear(noteTable, columns);

/** Delivery notes as other people and their spreadsheets lay them out. */

const around = {
  sets: ['Football', 'Cone', 'Skipping rope', 'Under-10s set', 'Mini goals', "Kids' bibs", 'Café chair'].map(
    (name) => ({
      id: name,
      body: { name, kind: 'ITM' as const },
    }),
  ),
  holders: [
    { id: 'the-store', body: { name: 'Store' } },
    { id: 'van', body: { name: 'Van' } },
  ],
  store: 'the-store',
};
const note = (name: string) =>
  readFileSync(new URL(`../../features/boxes/desk/notes/${name}`, import.meta.url), 'utf8');
function read(text: string) {
  const rows = tableIn(text);
  const columns = proposed(rows);
  return { rows, columns, lines: readStockLines(rows, columns, around) };
}
const said = (text: string) => read(text).lines.map(({ line, set, n, problems }) => [line, set, n, ...problems]);

describe('the layout of a note', () => {
  test('a title and blank lines above the headings are not the headings', () => {
    expect(said(note('title-above.csv'))).toEqual([
      [4, 'Football', 30],
      [5, 'Cone', 100],
    ]);
  });

  test('a line that tells a spreadsheet what stands between the cells is no row', () => {
    expect(said(note('sep-line.csv'))).toEqual([
      [2, 'Football', 30],
      [3, 'Cone', 100],
    ]);
  });

  test('where two columns may be the number nothing is read until somebody says', () => {
    const { rows, columns, lines } = read(note('row-numbers.csv'));
    expect(columns).toEqual({ heading: 0, item: 1, number: null, place: none });
    expect(unclear(columns)).toEqual(['number']);
    expect(lines).toEqual([]);
    expect(readStockLines(rows, { ...columns, number: 2 }, around).map(({ n }) => n)).toEqual([30, 100, 25]);
    expect(unclear({ ...columns, number: 1 })).toEqual(['number']);
  });

  test.each([
    ['Product code,Description,Qty ordered,Qty delivered', ['item', 'number']],
    ['Item,Number,Number', ['number']],
    ['Item no.,Quantity', ['item', 'number']],
    ['Item,Quantity,Place,Where', ['place']],
    ['Item,Quantity,Unit price', []],
    ['  ITEM ,How-many', []],
    ['Article,Count,Into', []],
  ])('%s: asks for %j', (headings, asked) => {
    expect(unclear(proposed(tableIn(`${headings}\nFootball,3`)))).toEqual(asked);
  });

  test('without headings somebody says which column is which', () => {
    const rows = tableIn('Football,30\nCone,100\n');
    expect(proposed(rows)).toEqual({ heading: null, item: null, number: null, place: none });
    const lines = readStockLines(rows, { heading: null, item: 0, number: 1, place: none }, around);
    expect(lines.map(({ line, set, n }) => [line, set, n])).toEqual([
      [1, 'Football', 30],
      [2, 'Cone', 100],
    ]);
  });
});

describe('the lines of a note', () => {
  test('numbers that may be two are asked about', () => {
    expect(said(note('numbers-continental.csv'))).toEqual([
      [2, 'Football', null, 'Is 1.000 one or one thousand? Write it without a point.'],
      [3, 'Cone', null, 'Is “12.000” 12 or 12000? Write it without a point.'],
      [4, 'Skipping rope', null, 'Is “1.250” 1.25 or 1250? Write it without a point.'],
      [5, 'Under-10s set', null, '2,5 is not a whole number'],
    ]);
  });

  test('a stray quotation mark costs its own line and no other', () => {
    const lines = said(note('stray-quote.csv'));
    expect(lines.map(([line, set, n]) => [line, set, n])).toEqual([
      [2, 'Football', 3],
      [3, null, null],
      [4, 'Cone', 10],
      [5, 'Skipping rope', 4],
      [6, "Kids' bibs", 24],
      [7, 'Football', 2],
    ]);
    expect(lines[1]?.[3]).toMatch(/^A quotation mark begins here/);
  });

  test('two stray quotation marks do not pair over the lines between them', () => {
    const text = 'item,number\n"Mini goals,6\nCone,10\nFootball",2\nSkipping rope,4\n';
    expect(said(text).map(([line, , n]) => [line, n])).toEqual([
      [2, null],
      [3, 10],
      [4, 2],
      [5, 4],
    ]);
    expect(said(text)[2]).toContain('No set or item is called “Football"”');
  });

  test('a cell of two lines with a comma in it is one cell, unless a line in it is a full row', () => {
    expect(readCsv('item,number\n"Football, size 5\nfor juniors, soft",3\nCone,10', ',')).toEqual([
      { row: 1, cells: ['item', 'number'] },
      { row: 2, cells: ['Football, size 5\nfor juniors, soft', '3'] },
      { row: 3, cells: ['Cone', '10'] },
    ]);
    expect(readCsv('item,number,note\n"Football\n5, 6\nsoft",3,\n', ',').map(({ cells }) => cells)).toEqual([
      ['item', 'number', 'note'],
      ['Football\n5, 6\nsoft', '3', ''],
    ]);
  });

  test('a merged cell and a total are said, not guessed', () => {
    expect(said(note('merged-cells.csv'))).toEqual([
      [2, 'Football', 30],
      [3, null, 12, expect.stringMatching(/^There is nothing under item\. Was it merged/)],
      [4, 'Cone', 100],
      [5, null, 20, expect.stringMatching(/^There is nothing under item/)],
      [6, null, 162, 'This looks like a total, not a thing'],
    ]);
  });

  test('a total in another column than the item is a total too', () => {
    expect(said('Item,Note,Quantity\nFootball,,3\n,Grand total:,3\n')).toEqual([
      [2, 'Football', 3],
      [3, null, 3, 'This looks like a total, not a thing'],
    ]);
  });

  test('a comma inside a number is not read as the end of it', () => {
    const [line] = read('item,number\nFootball,1,000\n').lines;
    expect(line).toMatchObject({ n: null, problems: [expect.stringMatching(/^More cells than headings/)] });
    expect(said('item,number\nFootball,3,,\n')).toEqual([[2, 'Football', 3]]);
  });

  test('are known by names or codes, whatever their case, and say what is wrong in which', () => {
    const own = { ...around, sets: [{ id: 'ball', body: { name: 'Football', code: 'K7RT' } }] };
    const rows = tableIn('Qty,Item,Place\n3,k7rt,van\n,,\n2, FOOT ball ,\n2,Trampoline,Moon\n1.5,football,\n');
    const lines = readStockLines(rows, proposed(rows), own);
    expect(lines.map(({ line, set, holder, problems }) => [line, set, holder, ...problems])).toEqual([
      [2, 'ball', 'van'],
      [4, null, 'the-store', 'No set or item is called “FOOT ball”'],
      [5, null, null, 'No set or item is called “Trampoline”', 'No place is called “Moon”'],
      [6, 'ball', 'the-store', '1.5 is not a whole number'],
    ]);
    expect(lines.map(({ unknown }) => unknown)).toEqual([[], ['item'], ['item', 'place'], []]);
  });

  test('a name that two things have is asked about', () => {
    const two = { ...around, sets: [...around.sets, { id: 'other', body: { name: 'football' } }] };
    const rows = tableIn('item,number\nFootball,3\n');
    expect(readStockLines(rows, proposed(rows), two)).toMatchObject([
      { set: null, problems: ['Two things are called “Football”: write the code on its label'], unknown: [] },
    ]);
  });
});

test('names are compared as people see them', () => {
  for (const [a, b] of [
    ['Kids’ bibs', "kids'  BIBS"],
    ['Cafe\u0301 chair', 'Café\u00A0chair'],
    ['Under–10s set', 'Under-10s set'],
    ['Under\u201110s\u200B set', 'under 10s set'],
  ] as const)
    expect(asSeen(a)).toBe(asSeen(b));
  expect(asSeen('Cone 1')).not.toBe(asSeen('Cone 11'));
});

test('the same note is the same by what it says', () => {
  const content = (text: string) => contentOf(read(text).lines);
  const first = content(note('same-note-comma.csv'));
  expect(content(note('same-note-tab.txt'))).toBe(first);
  expect(content('Qty;Item;Price\r\n20;Cone;1\r\n 7 ;FOOTBALL;2\r\n')).toBe(first);
  expect(content('item,number,place\nFootball,7,Store\nCone,20,\n')).toBe(first);
  expect(content('Item,Quantity\nFootball,8\nCone,20\n')).not.toBe(first);
  expect(content('Item,Quantity,Place\nFootball,7,Van\nCone,20,\n')).not.toBe(first);
});

test('what is written as CSV is read as it was, whatever is in it', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '7'), maxLength: 6 }).map((each) => `x${each}`);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      expect(readCsv(rows.map(csvLine).join(''), ',').map(({ cells }) => cells)).toEqual(rows);
    }),
  );
  expect(readCsv('a,"b\nc",d\ne', ',')).toEqual([
    { row: 1, cells: ['a', 'b\nc', 'd'] },
    { row: 2, cells: ['e'] },
  ]);
});

test('no text at all can stop the reader or lose a line', () => {
  const unit = fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', ' ', '7', '=');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      const letters = (words: string) => words.replace(/[^a7=]/g, '');
      const rows = readCsv(text, ',');
      expect(letters(rows.map(({ cells }) => cells.join('')).join(''))).toBe(letters(text));
      expect(() => proposed(tableIn(text))).not.toThrow();
    }),
  );
});
