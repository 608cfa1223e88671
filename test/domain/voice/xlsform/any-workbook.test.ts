import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { problemIn, problemInSize } from '#domain/records/records.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { formDocument } from '#domain/records/shapes/form-document.ts';
import { firstVersion } from '#domain/voice/xlsform/draft.ts';
import { readXlsform } from '#domain/voice/xlsform/read.ts';
import type { SheetCell, Workbook } from '#domain/voice/xlsform/sheets.ts';

/** Whatever stands in a workbook, it becomes a form that is valid, or somebody is told where it is wrong. */

const odd: fc.Arbitrary<SheetCell> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom<SheetCell[]>(
    null,
    undefined,
    '',
    ' ',
    '\u200b',
    '\ud800',
    true,
    false,
    0,
    -1,
    1.5,
    1e300,
    Number.NaN,
    new Date(0),
    new Date(Number.NaN),
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', `\${`, `\${a}`, "it's", '“', '−1', 'a'.repeat(2100)),
);

const headings = [
  ...[
    'type',
    'name',
    'label',
    'label::English (en)',
    'label::Română (ro)',
    'label::Klingon',
    'hint',
    'hint::English',
    'required',
  ],
  ...[
    'relevant',
    'constraint',
    'constraint_message',
    'constraint_message::ro',
    'appearance',
    'choice_filter',
    'calculation',
  ],
  ...[
    'bandstand_type',
    'bandstand_also',
    'Label',
    ' List  Name',
    'value',
    'list_name',
    'disabled',
    'media::image',
    'bind:relevant',
  ],
];
const cells: Readonly<Record<string, fc.Arbitrary<SheetCell>>> = {
  type: fc.constantFrom(
    ...[
      'text',
      'integer',
      'decimal',
      'date',
      'note',
      'acknowledge',
      'select_one l',
      'select_multiple l',
      'rank l',
      'select_one m or_other',
    ],
    ...[
      'begin group',
      'begin_group',
      'end group',
      'end_group',
      'begin repeat',
      'end repeat',
      'calculate',
      'image',
      'geopoint',
      'start',
    ],
    ...[
      'phonenumber',
      'background-audio',
      'select_one',
      'select_one l extra',
      'select_one_from_file x.csv',
      'range',
      'osm',
      'xml-external',
    ],
  ),
  name: fc.constantFrom('a', 'b', 'c', 'd', 'A', '1', 'other', 'b_other', 'minus_1', '-1', 'x y', 'é'),
  list_name: fc.constantFrom('l', 'm', 'l', 'n'),
  condition: fc.constantFrom(
    ...[`\${a} = 'a'`, `selected(\${b}, "b")`, '. > 3 and . < 5', `not(\${c} = 1)`, `((\${a} + 1) - 2 >= \${b})`],
    ...[`\${z} = 1`, `\${a}`, "''", `count-selected(\${a}) > 1`, '. mod 2', `(\${a} = 'x' or`, `‘a’ = \${a}`],
    ...['('.repeat(300), `1${'+1'.repeat(900)} > 2`],
  ),
  flag: fc.constantFrom<SheetCell[]>('yes', 'no', true, 'perhaps', 1),
  own: fc.constantFrom('faces good', 'again', 'yesNo', 'thisOrThat', 'sensitive words', 'nonsense'),
};
const likely: Readonly<Record<string, keyof typeof cells>> = {
  ...{ type: 'type', name: 'name', value: 'name', list_name: 'list_name', ' List  Name': 'list_name' },
  ...{ relevant: 'condition', 'bind:relevant': 'condition', constraint: 'condition', required: 'flag' },
  ...{ bandstand_type: 'own', bandstand_also: 'own' },
};

/** @param calm nothing odd in it, so that some workbooks come through */
function cellUnder(heading: SheetCell, calm: boolean): fc.Arbitrary<SheetCell> {
  const known = cells[likely[String(heading)] ?? ''];
  if (calm && heading === 'type')
    return fc.constantFrom('text', 'integer', 'note', 'select_one l', 'rank l', 'start', 'date');
  if (calm && heading === 'name') return fc.nat(999).map((n) => `n${n}`);
  const text = calm ? fc.constant('How?') : fc.constantFrom<SheetCell[]>('How?', 'Cum?', null);
  if (calm) return known ? fc.option(known, { freq: 2 }) : text;
  return fc.oneof(
    { weight: 8, arbitrary: known ?? text },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: odd },
  );
}

function sheetOf(always: readonly string[]): fc.Arbitrary<SheetCell[][]> {
  const more = fc.uniqueArray(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...headings) }, odd), { maxLength: 6 });
  return fc.tuple(fc.boolean(), fc.boolean(), more).chain(([whole, calm, others]) => {
    const calmly = calm
      ? others.filter((each) => ['required', 'constraint', 'appearance'].includes(String(each)))
      : others;
    const under = whole || calm ? [...always, ...calmly.filter((each) => !always.includes(String(each)))] : others;
    const row = fc.tuple(...under.map((each) => cellUnder(each, calm))).map((each): SheetCell[] => each);
    return fc
      .array(calm ? row : fc.oneof({ weight: 9, arbitrary: row }, fc.constant<SheetCell[]>([])), { maxLength: 8 })
      .map((rows) => [under, ...rows]);
  });
}

const workbook: fc.Arbitrary<Workbook> = fc
  .record(
    {
      survey: fc.oneof({ weight: 9, arbitrary: sheetOf(['type', 'name', 'label']) }, fc.constant<SheetCell[][]>([])),
      choices: sheetOf(['list_name', 'name', 'label']),
      settings: fc.array(
        fc.array(fc.oneof(odd, fc.constantFrom('form_title', 'default_language', 'SDQ', 'fr', 'ro')), { maxLength: 4 }),
        { maxLength: 3 },
      ),
      wrong: fc.tuple(
        fc.constantFrom('survey', 'Survey ', '__proto__', 'entities', ''),
        fc.array(fc.array(odd, { maxLength: 3 }), { maxLength: 3 }),
      ),
    },
    { requiredKeys: ['survey'] },
  )
  .map(({ wrong, ...sheets }) => Object.fromEntries([...Object.entries(sheets), ...(wrong ? [wrong] : [])]));

test('any workbook becomes a valid form, or is refused in a sentence with sheet, row and column', () => {
  let made = 0;
  fc.assert(
    fc.property(workbook, fc.string(), (sheets, file) => {
      const read = readXlsform(sheets, file);
      for (const { sheet, row, column, words } of read.findings) {
        expect(sheet === undefined || row < 1 || words === '').toBe(false);
        expect(column).toMatch(/^[A-Z]{1,3}$/);
      }
      expect(read.findings.some(({ outcome }) => outcome === 'refused')).toBe(read.made === null);
      if (!read.made) return;
      made += 1;
      expect(v.safeParse(formDocument, firstVersion(read.made.form, 'f')).issues?.[0]?.message).toBeUndefined();
      expect(problemIn('form', 'create', programmeScope, { ...read.made.draft })).toBeNull();
      expect(problemInSize('form', { ...read.made.draft })).toBeNull();
    }),
    { numRuns: 3000, seed: 20261126, endOnFailure: true },
  );
  // Else only refusals would have been tried.
  expect(made).toBeGreaterThan(30);
});
