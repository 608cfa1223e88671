import * as v from 'valibot';
import { optionName } from '#domain/records/shapes/form-document.ts';
import { answerNamed } from './expressions/read.ts';
import { quoted, type Tell } from './findings.ts';
import type { LanguageColumns } from './languages.ts';
import { pictureColumn } from './own.ts';
import { sayUnread } from './rows.ts';
import { type CellPlace, cellOf, placeFor, type SheetRow, type SheetTable } from './sheets.ts';
import { type TextsOfRow, textsIn } from './texts.ts';

/** The lists of answers in the sheet choices. */

/** One answer of a list. */
export type ListedAnswer = {
  readonly at: CellPlace;
  /** As the workbook calls it; conditions name it so. */
  readonly original: string;
  readonly name: string;
  readonly texts: TextsOfRow;
  readonly picture: string | undefined;
};

export type AnswerList = { readonly name: string; readonly answers: readonly ListedAnswer[] };

type NamedRow = { readonly row: SheetRow; readonly list: string; readonly name: string; readonly at: CellPlace };

/** Reads the lists that some question uses; every other row is said to be left out. */
export function listsIn(
  choices: SheetTable | undefined,
  used: ReadonlySet<string>,
  languages: LanguageColumns,
  note: Tell,
): ReadonlyMap<string, AnswerList> {
  if (!choices) return new Map();
  const rows = choices.rows.flatMap((row) => namedRow(choices, row, used, note));
  const byList = Map.groupBy(rows, ({ list }) => list);
  return new Map(
    [...byList].map(([name, held]) => {
      const isDouble = sayDoubles(held, note);
      // A name that is right already stays, wherever it stands.
      const taken = new Set(
        held
          .map((each) => each.name)
          .filter(fits)
          .map((each) => each.toLowerCase()),
      );
      const answers = held.map((each): ListedAnswer => {
        const own = nameFor(each.name, taken);
        taken.add(own.toLowerCase());
        if (own !== each.name && !isDouble(each))
          note(each.at, 'changed', `${quoted(each.name)} is called ${own} here.`);
        return answerIn(choices, each, own, languages, isDouble(each), note);
      });
      return [name, { name, answers }];
    }),
  );
}

function namedRow(choices: SheetTable, row: SheetRow, used: ReadonlySet<string>, note: Tell): NamedRow[] {
  const [list, name] = [cellOf(row, 'list_name'), cellOf(row, 'name')];
  if (!list) {
    const merged = 'Each answer names the list it is of. Was this cell merged with the one above?';
    note(placeFor(choices, 'list_name', row.row), 'refused', merged);
    return [];
  }
  if (!used.has(list.text)) {
    note(list.at, 'leftOut', `No question uses the list ${quoted(list.text)}.`);
    return [];
  }
  if (!name) {
    note(placeFor(choices, 'name', row.row), 'refused', `An answer of the list ${quoted(list.text)} has no name.`);
    return [];
  }
  sayUnread(row, false, note);
  return [{ row, list: list.text, name: answerNamed(name.text), at: name.at }];
}

/** Each of them is named: nobody but its author knows which one is wrong. Tells which are. */
function sayDoubles(rows: readonly NamedRow[], note: Tell): (row: NamedRow) => boolean {
  const byName = Map.groupBy(rows, ({ name }) => name.toLowerCase());
  const sameAs = (row: NamedRow) => (byName.get(row.name.toLowerCase()) ?? []).filter((each) => each !== row);
  for (const each of rows) {
    const others = sameAs(each).map(({ at }) => at.row);
    if (others.length === 0) continue;
    const where = `${others.length === 1 ? 'row' : 'rows'} ${others.slice(0, 5).join(', ')}`;
    note(
      each.at,
      'refused',
      `Two answers of the list ${quoted(each.list)} are called ${quoted(each.name)}: also ${where}.`,
    );
  }
  return (row) => sameAs(row).length > 0;
}

const fits = (name: string): boolean => v.is(optionName, name);

/** A name as answers have it here: letters, digits, _ and -. `-1` → `minus_1`, `Très bien!` → `Tres_bien` */
function nameFor(name: string, taken: ReadonlySet<string>): string {
  if (fits(name)) return name;
  const plain = name
    .normalize('NFKD')
    .replace(/^-(?=\d)/, 'minus_')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_-]+/gi, '_')
    .replace(/^[_-]+|[_-]+$/g, '')
    .slice(0, 28);
  const start = plain === '' ? 'answer' : plain;
  if (!taken.has(start.toLowerCase())) return start;
  for (let n = 2; ; n += 1) if (!taken.has(`${start}_${n}`.toLowerCase())) return `${start}_${n}`;
}

function answerIn(
  choices: SheetTable,
  { row, at, name, list }: NamedRow,
  own: string,
  languages: LanguageColumns,
  isDouble: boolean,
  note: Tell,
): ListedAnswer {
  let comesThrough = !isDouble;
  const say: Tell = (...said) => {
    if (said[1] === 'refused') comesThrough = false;
    note(...said);
  };
  const texts = textsIn(choices, row, 'label', languages, say);
  if (texts.size === 0)
    say(
      placeFor(choices, 'label', row.row),
      'refused',
      `The answer ${quoted(name)} of the list ${quoted(list)} has no label.`,
    );
  const picture = cellOf(row, pictureColumn);
  if (picture && picture.text.length > 200)
    say(picture.at, 'refused', 'The name of the picture is longer than 200 letters.');
  if (comesThrough) note(placeFor(choices, 'list_name', row.row), 'used', `An answer of ${quoted(list)}.`);
  return { at, original: name, name: own, texts, picture: picture?.text };
}
