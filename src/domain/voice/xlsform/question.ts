import * as v from 'valibot';
import { wordsOf } from '#domain/codes.ts';
import type { Condition, FormQuestion } from '#domain/records/shapes/form-document.ts';
import { questionName } from '#domain/records/shapes/form-document.ts';
import { type QuestionType, questionTypes } from '#domain/voice-codes.ts';
import type { AnswerList, ListedAnswer } from './choices.ts';
import { type AskAbout, conditionIn } from './expressions/read.ts';
import { quoted, type Tell } from './findings.ts';
import type { LanguageColumns } from './languages.ts';
import { alsoColumn, alsoWords, answersOf, ownTypeIn, typeColumn } from './own.ts';
import { cellOf, type FilledCell, placeFor, type SheetRow, type SheetTable } from './sheets.ts';
import { type TextsOfRow, textsIn } from './texts.ts';
import type { RowType } from './types.ts';

/** One row of survey that asks something, as a question of a form. */

/** What stands around a row. */
export type RowAround = {
  readonly survey: SheetTable;
  readonly languages: LanguageColumns;
  readonly lists: ReadonlyMap<string, AnswerList>;
  /** Whether it is of a questionnaire that somebody else owns. */
  readonly instrument: boolean;
  readonly note: Tell;
};

/** A question with its words. `answers` are of this question alone. */
export type QuestionRead = {
  readonly question: FormQuestion;
  readonly texts: Readonly<Record<'q' | 'h' | 'c', TextsOfRow>>;
  readonly answers: readonly ListedAnswer[];
};

type Asking = Extract<RowType, { is: 'question' }>;

/** Words for a row that is used: `“happy”: One of a list.` */
export const usedWords = (name: string, type: QuestionType): string =>
  `${quoted(name)}: ${wordsOf(questionTypes, type)}.`;

/** The name of a row, where it is one that results can be read by. */
export function nameOf(row: SheetRow, { survey, note }: RowAround): string | null {
  const cell = cellOf(row, 'name');
  if (!cell) {
    note(placeFor(survey, 'name', row.row), 'refused', 'This question has no name.');
    return null;
  }
  if (v.is(questionName, cell.text)) return cell.text;
  const rule = 'a letter first, then letters from a to z, digits and _, at most 32';
  note(cell.at, 'refused', `${quoted(cell.text)} cannot be the name of a question: ${rule}.`);
  return null;
}

/** Reads the row of a question. @param ask finds what its conditions ask about */
export function questionIn(
  row: SheetRow,
  named: string,
  asking: Asking,
  around: RowAround,
  asks: {
    readonly before: AskAbout;
    readonly itself: (answers: readonly ListedAnswer[]) => AskAbout;
    readonly group: readonly Condition[];
  },
): QuestionRead {
  const { survey, languages, note } = around;
  const read = (role: string) => textsIn(survey, row, role, languages, note);
  const texts = { q: read('label'), h: read('hint'), c: read('constraint_message') };
  if (texts.q.size === 0)
    note(placeFor(survey, 'label', row.row), 'refused', `The question ${quoted(named)} has no label.`);
  const answers = answersFor(row, asking, around);
  const own = ownTypeOf(row, asking, answers, around);
  const type = own?.type ?? asking.type;
  const showIf = [...asks.group, ...conditionsIn(row, 'relevant', asks.before, note)];
  const [mustBe] = conditionsIn(row, 'constraint', asks.itself(answers), note);
  const question: FormQuestion = {
    ...{ name: named, type },
    ...(asking.list !== undefined && (own === null || own.type === 'thisOrThat') && { options: answers.map(optionOf) }),
    ...(own?.scale && { scale: own.scale }),
    ...(isRequired(row, asking, note) && { required: true }),
    ...alsoIn(row, note),
    ...(asking.fraction && { fraction: true }),
    ...(showIf.length > 0 && { showIf: showIf.length > 1 ? { all: showIf } : showIf[0] }),
    ...(mustBe && { mustBe }),
  };
  return { question, texts, answers };
}

const optionOf = ({ name, picture }: ListedAnswer) => ({ name, ...(picture !== undefined && { picture }) });

function answersFor(row: SheetRow, { list }: Asking, { survey, lists, note }: RowAround): readonly ListedAnswer[] {
  if (list === undefined) return [];
  const at = placeFor(survey, 'type', row.row);
  const found = lists.get(list);
  if (!found) note(at, 'refused', `The sheet choices has no list called ${quoted(list)}.`);
  const n = found?.answers.length;
  if (n === 1) note(at, 'refused', `The list ${quoted(list)} has one answer: it needs two or more.`);
  if (n !== undefined && n > 60) note(at, 'refused', `The list ${quoted(list)} has ${n} answers: at most 60 fit.`);
  return found?.answers ?? [];
}

/** How our own file says it is put. Faces and pictures are no part of somebody else’s questionnaire. */
function ownTypeOf(row: SheetRow, { type, list }: Asking, answers: readonly ListedAnswer[], around: RowAround) {
  const { note, instrument } = around;
  for (const { at, picture, texts } of instrument ? answers : []) {
    const drawn = picture !== undefined || [...texts.values()].some((text) => !/[\p{L}\p{N}]/u.test(text));
    if (drawn)
      note(at, 'refused', 'This questionnaire belongs to somebody else: its answers are not put as faces or pictures.');
  }
  const cell = cellOf(row, typeColumn);
  if (!cell) return null;
  const own = ownTypeIn(cell.text);
  const needed = own && answersOf(own.type);
  const fits = !needed || needed.join(' ') === answers.map(({ original }) => original).join(' ');
  if (!own || type !== 'oneOf' || list === undefined || !fits || (own.type === 'thisOrThat' && answers.length !== 2)) {
    note(cell.at, 'refused', `${quoted(cell.text)} does not go with this type and its answers.`);
    return null;
  }
  if (instrument && own.type === 'faces')
    note(cell.at, 'refused', 'This questionnaire belongs to somebody else: it is not put with faces.');
  return own;
}

/** What a cell of conditions says: none, one, or one that is not understood, which is said. */
export function conditionsIn(row: SheetRow, role: string, ask: AskAbout, note: Tell): readonly Condition[] {
  const cell = cellOf(row, role);
  if (!cell) return [];
  const read = conditionIn(cell.text, ask);
  if ('condition' in read) return [read.condition];
  note(cell.at, 'refused', `${quoted(cell.text)} cannot be used: ${read.problem}.`);
  return [];
}

function isRequired(row: SheetRow, { type }: Asking, note: Tell): boolean {
  const cell = cellOf(row, 'required');
  if (!cell || saysNo(cell)) return false;
  if (!/^(yes|true|true\(\)|1)$/i.test(cell.text)) {
    note(
      cell.at,
      'refused',
      `${quoted(cell.text)} is not possible here: a question is required or it is not. Write yes or no.`,
    );
    return false;
  }
  if (type !== 'note') return true;
  note(cell.at, 'leftOut', 'A note asks nothing, so it is not required.');
  return false;
}

const saysNo = ({ text }: FilledCell): boolean => /^(no|false|false\(\)|0)$/i.test(text);

function alsoIn(row: SheetRow, note: Tell): Partial<Record<(typeof alsoWords)[number], true>> {
  const cell = cellOf(row, alsoColumn);
  const said = cell?.text.split(/\s+/) ?? [];
  const unknown = said.find((each) => !alsoWords.some((word) => word === each));
  if (cell && unknown !== undefined) note(cell.at, 'refused', `${quoted(unknown)} is not known in this column.`);
  return Object.fromEntries(alsoWords.filter((word) => said.includes(word)).map((word) => [word, true]));
}
