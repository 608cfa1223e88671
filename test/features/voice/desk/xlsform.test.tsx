// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { readChosen } from '#desk/workbook/read.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { firstVersion } from '#domain/voice/xlsform/draft.ts';
import { readXlsform } from '#domain/voice/xlsform/read.ts';
import { ImportForm } from '#features/voice/desk/xlsform/import.tsx';
import { fileNameOf, saveAsXlsform } from '#features/voice/desk/xlsform/save.ts';
import { broken } from '#test/domain/voice/xlsform/corpus/broken.ts';
import { good } from '#test/domain/voice/xlsform/corpus/good.ts';
import { fileOf, type Sheets, workbookIn } from '#test/domain/voice/xlsform/sheets.ts';
import { deskOf, office, slow, stand } from '#test/features/desk-stand.tsx';

/** A form from a workbook, at a real desk over the real server. */

const held = office();
let user: ReturnType<typeof userEvent.setup>;
beforeEach(() => {
  user = userEvent.setup();
});

const forms = async () =>
  (await held.world.server.ledger.read((tx) => tx.feed(programmeScope, 0))).rows.filter(({ type }) => type === 'form');

async function choose(bytes: Uint8Array, name = 'moods.xlsx') {
  await user.upload(await screen.findByLabelText('The workbook'), new File([new Uint8Array(bytes)], name));
}
async function open(sheets: Sheets, desk = deskOf(held.world, held.ann)) {
  stand(desk, ImportForm, '/desk/voice/forms/import');
  await choose(await fileOf(sheets));
}
const makeButton = () => screen.findByRole('button', { name: 'Make a draft of it' });

test('what is in the way is named by sheet, row and column, and nothing can be saved', async () => {
  await open(broken[0]?.sheets ?? {});
  expect(await screen.findByText('3 things are in the way')).toBeTruthy();
  const faults = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(faults).toEqual([
    'survey, row 1, column D “hint” names no language, and other columns do. Write hint::English (en).',
    'choices, row 2, column B Two answers of the list “moods” are called “-1”: also row 3.',
    'choices, row 3, column B Two answers of the list “moods” are called “-1”: also row 2.',
  ]);
  expect(screen.queryByRole('button', { name: 'Make a draft of it' })).toBeNull();
});

test('put right, it is looked at and becomes one draft however often it is pressed', async () => {
  await open(broken[0]?.sheets ?? {}, slow(deskOf(held.world, held.ann)));
  expect(await screen.findByText('3 things are in the way')).toBeTruthy();
  await choose(await fileOf(good[0]?.sheets ?? {}));
  expect(await screen.findByRole('heading', { name: 'Moods' })).toBeTruthy();
  const table = within(screen.getByRole('table', { name: 'Not used as it stands' }));
  expect(
    table
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent),
  ).toEqual([
    'survey, row 2, column ARemoved, not asked: “phonenumber” would tell who, where or when somebody is.',
    'survey, row 3, column ARemoved, not asked: “start-geopoint” would tell who, where or when somebody is.',
    'choices, row 2, column BChanged: “-1” is called minus_1 here.',
    'settings, row 2, column CLeft out: Versions are counted here by themselves.',
  ]);
  expect(screen.getByText('How was today?')).toBeTruthy();
  expect(await forms()).toEqual([]);

  await user.dblClick(await makeButton());
  expect(await screen.findByText('another screen')).toBeTruthy();
  const [made, ...more] = await forms();
  expect(more).toEqual([]);
  expect(made?.body).toMatchObject({ name: 'Moods', named: false, keeps: 'nothing', 'respondent/youngPerson': true });
  expect(made?.body['question/mood']).toEqual({ at: 0, type: 'oneOf', options: [{ name: 'minus_1' }, { name: '1' }] });
  expect(made?.body['text/en:q:mood']).toBe('How was today?');
});

test('a questionnaire of somebody else becomes a draft only with a permission', async () => {
  await open({
    survey: '| type | name | label |\n| integer | q1 | How many? |',
    settings: '| form_title |\n| KIDSCREEN-10 index |',
  });
  expect(await screen.findByText('This is KIDSCREEN-10')).toBeTruthy();
  const before = (await forms()).length;
  await user.click(await makeButton());
  expect((await screen.findAllByText(/Where is their permission filed/)).length).toBeGreaterThan(0);
  expect(await forms()).toHaveLength(before);
  await user.type(screen.getByLabelText(/^Where the permission is filed/), 'Letter of 3 March');
  await user.click(await makeButton());
  await waitFor(async () => expect(await forms()).toHaveLength(before + 1));
  expect((await forms()).at(-1)?.body.instrument).toEqual({
    ...{
      name: 'KIDSCREEN-10',
      owner: 'The KIDSCREEN Group',
      licence: '',
      permission: 'Letter of 3 March',
      from: 8,
      to: 18,
    },
  });
});

test('a form in two languages is looked at in each', async () => {
  await open(good.find(({ what }) => what.includes('in two languages'))?.sheets ?? {});
  expect(await screen.findByText('What was nice?')).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Language'), 'Polish');
  expect(screen.getByText('Co było fajne?').closest('[lang]')?.getAttribute('lang')).toBe('pl');
  expect(screen.getByText('Inne')).toBeTruthy();
});

test('a file that is no workbook is said to be none, and another may be chosen', async () => {
  stand(deskOf(held.world, held.ann), ImportForm, '/desk/voice/forms/import');
  await choose(new TextEncoder().encode('type,name,label\n'));
  expect(await screen.findByText(/^This is text, perhaps a CSV/)).toBeTruthy();
  await choose(await fileOf(good[0]?.sheets ?? {}));
  expect(await screen.findByRole('heading', { name: 'Moods' })).toBeTruthy();
});

test('a form is saved as a workbook that is the same form when it is chosen', async () => {
  const read = readXlsform(workbookIn(good[0]?.sheets ?? {}), 'moods');
  const form = firstVersion(read.made?.form ?? expect.fail('it was refused'), 'f');
  const saved: Blob[] = [];
  // What the browser would do with it: jsdom saves nothing.
  vi.stubGlobal('URL', { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`, revokeObjectURL: () => {} });
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await saveAsXlsform(form, 'Moods in the park');
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  expect(names).toEqual(['moods-in-the-park.xlsx']);
  const again = await readChosen(saved[0] ?? new Blob());
  expect('sheets' in again && readXlsform(again.sheets, 'x').made?.form).toEqual(read.made?.form);
});

test('a file is called as its form is', () => {
  expect(['How was today?', 'Ce faci, azi', 'ਹੋਰ ਕੀ?', '../..', ''].map(fileNameOf)).toEqual([
    ...['how-was-today.xlsx', 'ce-faci-azi.xlsx', 'ਹੋਰ-ਕੀ.xlsx', 'form.xlsx', 'form.xlsx'],
  ]);
});
