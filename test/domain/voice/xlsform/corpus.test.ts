import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#desk/workbook/read.ts';
import { problemIn } from '#domain/records/records.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { formDocument } from '#domain/records/shapes/form-document.ts';
import { firstVersion } from '#domain/voice/xlsform/draft.ts';
import { conditionText } from '#domain/voice/xlsform/expressions/write.ts';
import { sentenceOf } from '#domain/voice/xlsform/findings.ts';
import { readXlsform, type XlsformRead } from '#domain/voice/xlsform/read.ts';
import { broken } from './corpus/broken.ts';
import { good } from './corpus/good.ts';
import { fileOf, type Sheets, sentences } from './sheets.ts';

/** Real workbooks, each with one thing wrong or nothing, and exactly what is said of it. */

async function readFile(sheets: Sheets): Promise<XlsformRead> {
  const read = await readWorkbook(await fileOf(sheets));
  if ('problem' in read) throw new Error(read.problem);
  return readXlsform(read.sheets, 'form', read.faults);
}

describe('a workbook that breaks a rule blocks, and says where', () => {
  test.each(broken)('$what', async ({ sheets, refused }) => {
    const read = await readFile(sheets);
    expect(sentences(read, 'refused')).toEqual(refused);
    expect(read.made).toBeNull();
    expect(refused.length).toBeGreaterThan(0);
  });
});

describe('a workbook that breaks none becomes a draft, and nothing is left out in silence', () => {
  test.each(good)('$what', async ({ sheets, said, questions }) => {
    const read = await readFile(sheets);
    const rest = read.findings.filter(({ outcome }) => outcome !== 'used');
    expect(rest.map((each) => `${each.outcome}: ${sentenceOf(each)}`)).toEqual(said);
    expect(read.made?.form.questions.map(({ name, type }) => `${name}: ${type}`)).toEqual(questions);
    expect(
      v.safeParse(formDocument, read.made && firstVersion(read.made.form, 'f')).issues?.[0]?.message,
    ).toBeUndefined();
    expect(problemIn('form', 'create', programmeScope, { ...read.made?.draft })).toBeNull();
  });
});

test('a question in groups is put where all their conditions hold and its own', async () => {
  const read = await readFile(good.find(({ what }) => what.startsWith('groups in groups'))?.sheets ?? {});
  const shown = read.made?.form.questions.map(({ name, showIf }) => [name, showIf ? conditionText(showIf) : '']);
  expect(shown).toEqual([
    ['age', ''],
    ['older', `\${age} >= 11`],
    ['why', `\${age} >= 11 and \${age} < 16 and \${age} != 13`],
    ['bye', ''],
  ]);
});

test('every row with something in it is accounted for', async () => {
  for (const { sheets, what } of [...broken, ...good]) {
    const read = await readFile(sheets);
    if (!read.made) continue;
    const told = new Set(read.findings.map(({ sheet, row }) => `${sheet} ${row}`));
    const rows = Object.entries(sheets)
      .map(([name, text]) => [name.trim().toLowerCase(), text.replace(/^\n/, '').split('\n')] as const)
      .filter(([name]) => name === 'survey' || name === 'choices')
      .flatMap(([name, lines]) => {
        const first = lines.findIndex((line) => /[^|\s]/.test(line));
        return lines.flatMap((line, at) => (at > first && /[^|\s]/.test(line) ? [`${name} ${at + 1}`] : []));
      });
    expect({ what, missing: rows.filter((row) => !told.has(row)) }).toEqual({ what, missing: [] });
  }
});

const oneQuestion = '| type | name | label |\n| text | a | A |';

describe('a questionnaire that belongs to somebody is recognised by its title', () => {
  test.each([
    ['Strengths and Difficulties Questionnaire', 'Strengths and Difficulties Questionnaire (SDQ)'],
    ['SDQ_self report 11-17', 'Strengths and Difficulties Questionnaire (SDQ)'],
    ['Strengths & Difficulties', 'Strengths and Difficulties Questionnaire (SDQ)'],
    ['KIDSCREEN-10', 'KIDSCREEN-10'],
    ['kid screen 27', 'KIDSCREEN-27'],
    ['Kidscreen52', 'KIDSCREEN-52'],
    ['ONS-4 well-being', 'ONS4 personal well-being'],
  ])('%s', (title, name) => {
    const read = readXlsform(
      {
        survey: [
          ['type', 'name', 'label'],
          ['text', 'a', 'A'],
        ],
        settings: [['form_title'], [title]],
      },
      'f',
    );
    expect(read.instrument?.name).toBe(name);
    expect(sentences(read, 'instrument')).toEqual([
      `Sheet settings, row 2, column A: This is ${name}. It belongs to somebody else (${read.instrument?.owner}): say where their permission is filed.`,
    ]);
    expect(read.made).not.toBeNull();
  });
  test('by its id and by the name of its file as well', async () => {
    const byId = await readFile({ survey: oneQuestion, settings: '| form_id |\n| kidscreen_10_index |' });
    expect(byId.instrument?.name).toBe('KIDSCREEN-10');
    expect(
      readXlsform(
        {
          survey: [
            ['type', 'name', 'label'],
            ['text', 'a', 'A'],
          ],
        },
        'my SDQ',
      ).instrument?.owner,
    ).toBe('Youthinmind');
  });
  test('and nothing else is taken for one', () => {
    for (const title of ['Questions4you', 'My kids on screen', 'Our difficulties', 'Sessions 4'])
      expect(readXlsform({ settings: [['form_title'], [title]] }, 'f').instrument).toBeNull();
  });
});

test('a cell that holds no value blocks where it is read, and nowhere else', () => {
  const survey = [
    ['type', 'name', 'label'],
    ['text', 'a', 'A'],
  ];
  const fault = { row: 2, column: 'C', words: 'The cell shows the error #N/A.' };
  const read = readXlsform({ survey }, 'f', [
    { sheet: 'Survey', ...fault },
    { sheet: 'Ideas', ...fault },
  ]);
  expect(sentences(read, 'refused')).toEqual(['Sheet survey, row 2, column C: The cell shows the error #N/A.']);
  expect(readXlsform({ survey }, 'f', [{ sheet: 'Ideas', ...fault }]).made).not.toBeNull();
});

test('a form has at most 100 questions, and its texts 2,000 letters', () => {
  const rows = (n: number, label = 'A') => Array.from({ length: n }, (_, at) => ['text', `q${at}`, label]);
  const read = (n: number, label?: string) =>
    readXlsform({ survey: [['type', 'name', 'label'], ...rows(n, label)] }, 'f');
  expect(read(100).made?.form.questions).toHaveLength(100);
  expect(sentences(read(101), 'refused')).toEqual([
    'Sheet survey, row 102, column A: A form has at most 100 questions: this is the 101st.',
  ]);
  expect(read(1, 'a'.repeat(2000)).made).not.toBeNull();
  expect(sentences(read(1, 'a'.repeat(2001)), 'refused')).toEqual([
    'Sheet survey, row 2, column C: It is 2,001 letters long; at most 2,000 fit.',
  ]);
});

test('more than a draft can hold is refused, not broken when it is saved', () => {
  const rows = Array.from({ length: 60 }, (_, at) => ['text', `q${at}`, 'a'.repeat(1500)]);
  expect(sentences(readXlsform({ survey: [['type', 'name', 'label'], ...rows] }, 'f'), 'refused')).toEqual([
    'Sheet survey, row 1, column A: The form is larger than a draft can be: take out questions or languages.',
  ]);
});
