import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { languages } from '#domain/people-codes.ts';
import { type FormDocument, instrument } from '#domain/records/shapes/form-document.ts';
import { answerAges, keptBeside, respondents } from '#domain/voice-codes.ts';
import { quoted, type Tell } from './findings.ts';
import { instrumentIn, type KnownInstrument } from './instruments.ts';
import { settingNames } from './own.ts';
import type { CellPlace, FilledCell, SheetTable } from './sheets.ts';
import { longestText } from './texts.ts';

/** The sheet settings: what a form is called, and what only our own files say of it. */

export type SettingsRead = {
  readonly title: string | null;
  /** Where the title stands, or would. */
  readonly titleAt: CellPlace;
  readonly id: string | null;
  /** As it is written: `Română (ro)`. */
  readonly defaultLanguage: string | null;
  /** `title` and `intro` by language, where our own file says them. */
  readonly texts: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly own: Partial<Pick<FormDocument, 'respondents' | 'ages' | 'named' | 'keeps' | 'instrument'>>;
  readonly instrument: KnownInstrument | null;
};

/** Settings of other programs, and why they stay out. */
const unused: Readonly<Record<string, string>> = {
  version: 'Versions are counted here by themselves.',
  instance_name: 'Answers have no name here.',
  submission_url: 'Answers go to no other server.',
  public_key: 'Answers are locked here by themselves.',
};

/** Reads them, and says of each cell what became of it. */
export function settingsIn(settings: SheetTable | undefined, note: Tell): SettingsRead {
  const [row, ...more] = settings?.rows ?? [];
  for (const { cells } of more)
    for (const { at } of cells.slice(0, 1))
      note(at, 'leftOut', 'Only the first row under the headings of settings is read.');
  const cells = new Map((row?.cells ?? []).map((cell) => [cell.column.role, cell]));
  const textOf = (role: string) => cells.get(role)?.text ?? null;
  for (const cell of cells.values()) sayWhatBecomes(cell, note);
  const [title, id] = [textOf('form_title'), textOf('form_id')];
  const own = ownIn(cells, note);
  return {
    titleAt: cells.get('form_title')?.at ?? { sheet: 'settings', row: 1, column: 'A' },
    ...{ title, id, own, defaultLanguage: textOf('default_language') },
    texts: new Map(codesOf(languages).map((language) => [language, titlesIn(cells, language, note)])),
    instrument: own.instrument ?? instrumentIn(title ?? '', id ?? ''),
  };
}

const ours: ReadonlySet<string> = new Set([
  ...['form_title', 'form_id', 'default_language'],
  ...[settingNames.respondents, settingNames.ages, settingNames.named, settingNames.keeps],
  ...Object.values(settingNames.instrument),
  ...codesOf(languages).flatMap((each) => [settingNames.title + each, settingNames.intro + each]),
]);

function sayWhatBecomes({ at, text, column }: FilledCell, note: Tell): void {
  const { role, words } = column;
  const isSet = /^(yes|true|true\(\)|1)$/i.test(text);
  if (role === 'form_title' && text.length > 200) note(at, 'refused', 'It is longer than 200 letters.');
  else if (ours.has(role)) note(at, 'used', `${words}: ${quoted(text)}`);
  else if (role === 'allow_choice_duplicates' && isSet)
    note(at, 'refused', 'Two answers with one name cannot be told apart in the results. Write no, and name each once.');
  else if (words === '') note(at, 'leftOut', 'No heading stands over it.');
  else note(at, 'leftOut', unused[role] ?? `${quoted(words)} is not used here.`);
}

function titlesIn(
  cells: ReadonlyMap<string, FilledCell>,
  language: string,
  note: Tell,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const key of ['title', 'intro'] as const) {
    const cell = cells.get(settingNames[key] + language);
    if (!cell) continue;
    if (cell.text.length > longestText) note(cell.at, 'refused', 'It is longer than 2,000 letters.');
    found[key] = cell.text;
  }
  return found;
}

/** A list of codes, each of them known; null where one is not. */
const codesIn = <T extends string>(text: string, codes: readonly T[]): T[] | null => {
  const found = text.split(/\s+/).map((each) => codes.find((code) => code === each));
  return found.every((each) => each !== undefined) ? [...new Set(found)] : null;
};

function ownIn(cells: ReadonlyMap<string, FilledCell>, note: Tell): SettingsRead['own'] {
  const read = <T>(role: string, parse: (text: string) => T | null): T | undefined => {
    const cell = cells.get(role);
    if (!cell) return undefined;
    const value = parse(cell.text);
    if (value === null) note(cell.at, 'refused', `${quoted(cell.text)} is not possible under ${quoted(role)}.`);
    return value ?? undefined;
  };
  const who = read(settingNames.respondents, (text) => codesIn(text, codesOf(respondents)));
  const ages = read(settingNames.ages, (text) => codesIn(text, codesOf(answerAges)));
  const named = read(settingNames.named, (text) => (/^(yes|no)$/i.test(text) ? /^yes$/i.test(text) : null));
  const keeps = read(settingNames.keeps, (text) => codesOf(keptBeside).find((code) => code === text) ?? null);
  const whose = instrumentSaid(cells, note);
  return {
    ...(who && { respondents: who }),
    ...(ages && { ages }),
    ...(named !== undefined && { named }),
    ...(keeps && { keeps }),
    ...(whose && { instrument: whose }),
  };
}

function instrumentSaid(cells: ReadonlyMap<string, FilledCell>, note: Tell): FormDocument['instrument'] | undefined {
  const names = settingNames.instrument;
  const first = cells.get(names.name);
  if (!first) return undefined;
  const text = (key: keyof typeof names) => cells.get(names[key])?.text ?? '';
  const age = (key: 'from' | 'to') => (text(key) === '' ? null : Number(text(key)));
  const said = v.safeParse(instrument, {
    ...{ name: text('name'), owner: text('owner'), licence: text('licence'), permission: text('permission') },
    ...{ from: age('from'), to: age('to') },
  });
  if (said.success) return said.output;
  note(first.at, 'refused', 'What is said of the questionnaire’s owner, licence and ages cannot be read.');
  return undefined;
}
