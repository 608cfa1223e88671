import * as v from 'valibot';
import type { Condition } from '#domain/records/shapes/form-document.ts';
import { questionName } from '#domain/records/shapes/form-document.ts';
import type { ListedAnswer } from './choices.ts';
import type { AskAbout, KnownQuestion } from './expressions/read.ts';
import { quoted } from './findings.ts';
import { otherAnswer, otherQuestion } from './other.ts';
import { conditionsIn, nameOf, type QuestionRead, questionIn, type RowAround, usedWords } from './question.ts';
import type { TypedRow } from './rows.ts';
import type { CellPlace } from './sheets.ts';
import { textsIn } from './texts.ts';

/** The sheet survey from top to bottom: its questions, the groups they stand in, and what they ask about each other. */

/** A form holds no more. */
const mostQuestions = 100;

type Group = { readonly at: CellPlace; readonly conditions: readonly Condition[] };

/** Reads the questions. Rows that came through are said to be used. @param refusals counts what blocks so far */
export function questionsIn(rows: readonly TypedRow[], around: RowAround, refusals: () => number): QuestionRead[] {
  const walk = new Walk(rows, around, refusals);
  for (const row of rows) walk.take(row);
  return walk.end();
}

class Walk {
  readonly #around: RowAround;
  readonly #refusals: () => number;
  readonly #questions: QuestionRead[] = [];
  readonly #known = new Map<string, KnownQuestion>();
  readonly #groups: Group[] = [];
  /** By name, why nothing can be asked about a row that is no question before. */
  readonly #reasons: ReadonlyMap<string, string>;
  readonly #names: ReadonlyMap<string, readonly TypedRow[]>;

  constructor(rows: readonly TypedRow[], around: RowAround, refusals: () => number) {
    this.#around = around;
    this.#refusals = refusals;
    this.#reasons = new Map(rows.map(({ name, type }) => [name?.text ?? '', reasonFor(type.is)]));
    const questions = rows.filter(({ type }) => type.is === 'question');
    this.#names = Map.groupBy(questions, ({ name }) => name?.text.toLowerCase() ?? '');
  }

  take(typed: TypedRow): void {
    const before = this.#refusals();
    if (typed.type.is === 'question') this.#question(typed, typed.type, before);
    if (typed.type.is === 'begin') this.#begin(typed, before);
    if (typed.type.is === 'end' && !this.#groups.pop())
      this.#around.note(typed.at, 'refused', 'A group ends here, and none is open.');
    else if (typed.type.is === 'end') this.#around.note(typed.at, 'used', 'The group ends.');
  }

  end(): QuestionRead[] {
    for (const { at } of this.#groups)
      this.#around.note(at, 'refused', 'This group never ends: write end group in a row below.');
    return this.#questions;
  }

  #question(typed: TypedRow, asking: Extract<TypedRow['type'], { is: 'question' }>, before: number): void {
    const { languages, note } = this.#around;
    const name = nameOf(typed.row, this.#around);
    this.#sayDoubles(typed);
    const lists = this.#withOther(asking, typed.at);
    const read = questionIn(
      typed.row,
      name ?? 'x',
      asking,
      { ...this.#around, lists },
      {
        before: this.#before('it asks about its own answer'),
        itself: (answers) => this.#itself(name ?? 'x', answers, asking.type === 'oneOf'),
        group: this.#groups.flatMap(({ conditions }) => conditions),
      },
    );
    if (name === null) return;
    this.#known.set(name, askedOf(read.question.name, read.answers, asking.type === 'oneOf'));
    this.#add(read, typed.at);
    const follow = asking.orOther && otherQuestion(read, (each) => this.#isTaken(each), languages, typed.at, note);
    if (follow) {
      this.#known.set(follow.question.name, askedOf(follow.question.name, [], false));
      this.#add(follow, typed.at);
    }
    if (this.#refusals() === before) note(typed.at, 'used', usedWords(name, read.question.type));
  }

  #add(read: QuestionRead, at: CellPlace): void {
    this.#questions.push(read);
    if (this.#questions.length === mostQuestions + 1)
      this.#around.note(at, 'refused', 'A form has at most 100 questions: this is the 101st.');
  }

  #isTaken(name: string): boolean {
    return (
      this.#names.has(name.toLowerCase()) ||
      [...this.#known.keys()].some((each) => each.toLowerCase() === name.toLowerCase())
    );
  }

  /** The list of a question with one answer more, for it alone. */
  #withOther({ list, orOther }: Extract<TypedRow['type'], { is: 'question' }>, at: CellPlace): RowAround['lists'] {
    const { lists, languages } = this.#around;
    const found = list === undefined || !orOther ? undefined : lists.get(list);
    if (!found) return lists;
    const answers = [...found.answers, ...otherAnswer(found.answers, languages, at)];
    return new Map([...lists, [found.name, { ...found, answers }]]);
  }

  /** Each row is named: nobody but its author knows which one is wrong. */
  #sayDoubles({ name, row }: TypedRow): void {
    const same = this.#names.get(name?.text.toLowerCase() ?? '') ?? [];
    const others = same.filter((each) => each.row !== row).map((each) => each.row.row);
    if (!name || others.length === 0) return;
    const where = `${others.length === 1 ? 'row' : 'rows'} ${others.slice(0, 5).join(', ')}`;
    this.#around.note(name.at, 'refused', `Two questions are called ${quoted(name.text)}: also ${where}.`);
  }

  #before(own: string): AskAbout {
    return (name) => {
      const known = this.#known.get(name);
      if (known) return known;
      if (name === '.') return own;
      const why = this.#reasons.get(name);
      return why === undefined || name === ''
        ? `there is no question “${name}”`
        : `it asks about “${name}”, which ${why}`;
    };
  }

  #itself(name: string, answers: readonly ListedAnswer[], one: boolean): AskAbout {
    const self = askedOf(name, answers, one);
    const before = this.#before('');
    return (asked) => (asked === '.' || asked === name ? self : before(asked));
  }

  #begin({ row, at, name }: TypedRow, before: number): void {
    const { survey, languages, note } = this.#around;
    const conditions = conditionsIn(row, 'relevant', this.#before('a group has no answer of its own'), note);
    const label = textsIn(survey, row, 'label', languages, note);
    const hint = row.cells.filter(({ column }) => column.role === 'hint');
    for (const cell of hint) note(cell.at, 'leftOut', 'A group has no hint here.');
    this.#groups.push({ at, conditions });
    const inside = this.#groups.flatMap((each) => each.conditions);
    if (label.size > 0 && name && v.is(questionName, name.text) && !this.#isTaken(name.text)) {
      note(at, 'changed', `The label of the group is put as a note, ${quoted(name.text)}.`);
      const showIf = inside.length > 1 ? { all: inside } : inside[0];
      const question = { name: name.text, type: 'note', ...(showIf && { showIf }) } as const;
      this.#known.set(name.text, askedOf(name.text, [], false));
      this.#add({ question, texts: { q: label, h: new Map(), c: new Map() }, answers: [] }, at);
    } else if (label.size > 0)
      note(at, 'leftOut', 'The label of the group is left out: the group has no name of its own.');
    if (this.#refusals() === before) note(at, 'used', 'A group begins. Its questions stay together in this order.');
  }
}

const askedOf = (name: string, answers: readonly ListedAnswer[], one: boolean): KnownQuestion => ({
  ...{ name, one },
  options: answers.length === 0 ? null : new Map(answers.map((each) => [each.original, each.name])),
});

function reasonFor(is: TypedRow['type']['is']): string {
  if (is === 'question') return 'comes later';
  if (is === 'removed') return 'is never asked';
  return is === 'refused' ? 'cannot be asked here' : 'is a group';
}
