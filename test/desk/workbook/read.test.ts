import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readWorkbook } from '#desk/workbook/read.ts';
import { writeWorkbook } from '#desk/workbook/write.ts';
import { rawWorkbook } from './raw.ts';

/** Real files, as Excel, LibreOffice and people make them. */

test('text, numbers, truths, dates, formulas and empty rows are read as they stand', async () => {
  const file = rawWorkbook(
    {
      survey: [
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>',
        '<row r="4"><c r="A4"><v>-1</v></c><c r="B4" t="b"><v>1</v></c><c r="C4" s="1"><v>46348</v></c>',
        '<c r="D4" t="str"><f>A1&amp;"x"</f><v>joined</v></c><c r="E4"><f>1+1</f><v>2</v></c>',
        '<c r="F4" t="inlineStr"><is><t> in &amp; line </t></is></c></row>',
      ].join(''),
    },
    { strings: ['<t>type</t>', '<r><t>la</t></r><r><t>bel</t></r>'], formats: ['yyyy\\-mm\\-dd'] },
  );
  expect(await readWorkbook(file)).toEqual({
    sheets: {
      survey: [
        [null, null, null, null, null, null],
        [null, 'type', 'label', null, null, null],
        [null, null, null, null, null, null],
        [-1, true, new Date('2026-11-22T00:00:00.000Z'), 'joined', 2, ' in & line '],
      ],
    },
    faults: [],
  });
});

test('merged cells stand in their first cell, and the others are empty', async () => {
  const sheet =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>list_name</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>moods</t></is></c></row><row r="3"><c r="A3" s="0"/><c r="B3"><v>2</v></c></row>';
  const read = await readWorkbook(
    rawWorkbook({
      choices: `<sheetData>${sheet}</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>`,
    }),
  );
  expect('sheets' in read && read.sheets.choices).toEqual([
    ['list_name', null],
    ['moods', null],
    [null, 2],
  ]);
});

test('a cell that shows an error and one that was never calculated are named, and the rest is read', async () => {
  const file = rawWorkbook({
    'A &amp; B':
      '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><f>NOW()</f></c><c r="C1"><v>3</v></c></row>',
  });
  expect(await readWorkbook(file)).toEqual({
    sheets: { 'A & B': [[null, null, 3]] },
    faults: [
      {
        sheet: 'A & B',
        row: 1,
        column: 'A',
        words: 'The cell shows the error #DIV/0!. Put right what it calculates, or type the words.',
      },
      {
        sheet: 'A & B',
        row: 1,
        column: 'B',
        words: 'The cell calculates something and holds no result yet. Open the file in Excel and save it.',
      },
    ],
  });
});

test('a large sheet is read without a worker, which the policy of security of our pages forbids', async () => {
  const rows = Array.from(
    { length: 9000 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="B${at + 1}" s="0"/></row>`,
  );
  let workers = 0;
  const count = () => {
    workers += 1;
  };
  process.on('worker', count);
  const read = await readWorkbook(rawWorkbook({ survey: rows.join('') }));
  process.off('worker', count);
  expect('sheets' in read && read.sheets.survey?.length).toBe(9000);
  expect(workers).toBe(0);
});

const old = (inside: string) =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...[...inside].flatMap((letter) => [letter.charCodeAt(0), 0]),
  ]);
const archive = (name: string) => zipSync({ [name]: strToU8('x') });
const far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';

test.each([
  ['nothing', new Uint8Array(), 'This file is empty.'],
  ['a CSV named xlsx', strToU8('type,name,label\ntext,a,A\n'), /^This is text, perhaps a CSV, and not a workbook/],
  ['a PDF', strToU8('%PDF-1.7'), /^This is a PDF/],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), /^This is a picture/],
  ['an .xls', old('Workbook'), /^This is a workbook of an old Excel \(\.xls\)/],
  ['one with a password', old('EncryptedPackage'), /^This workbook is locked with a password/],
  ['bytes of nothing', new Uint8Array([1, 0, 2, 0]), /^This is no workbook/],
  ['LibreOffice', archive('content.xml'), /^This is a workbook of LibreOffice/],
  ['a binary workbook', archive('xl/workbook.bin'), /^This is a binary workbook/],
  ['Numbers', archive('Index/Document.iwa'), /^This is a workbook of Numbers/],
  ['Word', archive('word/document.xml'), /^This is a Word document/],
  ['another archive', archive('photo.jpg'), /^This is an archive without a workbook/],
  ['half a download', rawWorkbook({ survey: '' }).slice(0, 300), /^This workbook is damaged/],
  [
    'a sheet that reaches to the last corner',
    rawWorkbook({ survey: far }),
    /^The sheet “survey” reaches to row 1048576 and 16384 columns across/,
  ],
  [
    'an archive that unpacks to a hundred times its size',
    rawWorkbook({ survey: ' '.repeat(31_000_000) }),
    /^This workbook holds more than any form/,
  ],
  [
    'XML that never closes',
    rawWorkbook({ survey: '<row r="1"><c r="A1"><v>1'.repeat(20_000) }),
    /^This workbook is damaged/,
  ],
  [
    'a workbook without its sheets',
    rawWorkbook(
      {},
      {
        more: { 'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId9"/></sheets></workbook>' },
      },
    ),
    /^This workbook is damaged/,
  ],
])('%s is said in a sentence', async (_, file, words) => {
  const read = await readWorkbook(file);
  expect('problem' in read && read.problem).toMatch(words);
});

test('whatever bytes of a workbook are changed, it is read or refused and nothing is thrown', async () => {
  const whole = rawWorkbook({ survey: '<row r="1"><c r="A1" t="inlineStr"><is><t>type</t></is></c></row>' });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const broken = whole.slice();
        for (const [at, byte] of changes) broken[at] = byte;
        const read = await readWorkbook(broken);
        expect('problem' in read ? read.problem : Object.keys(read.sheets)).not.toHaveLength(0);
      },
    ),
    { numRuns: 300 },
  );
});

test('what is written is read again, letter for letter', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((each) => each.replace(/\p{Cc}/gu, ''))
    .filter(Boolean);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { minLength: 28, maxLength: 28 }), { minLength: 1, maxLength: 3 }),
      async (rows) => {
        expect(await readWorkbook(await writeWorkbook({ 'a & b': rows }))).toEqual({
          sheets: { 'a & b': rows },
          faults: [],
        });
      },
    ),
    { numRuns: 50 },
  );
});

test('space round a text is kept by every program that reads it', async () => {
  const files = unzipSync(await writeWorkbook({ survey: [[' a ']] }));
  expect(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('<t xml:space="preserve"> a </t>');
});
