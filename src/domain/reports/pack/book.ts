import { type Column, type Sheet, sheetOf } from '#domain/reports/sheet.ts';
import { type Narrative, narrativeKinds, type PackInput, type PackTable } from './input.ts';
import { headlineTable } from './parts.ts';
import { packTableTab, packTableTitle } from './tables.ts';

const named = ({ number, sheet }: PackTable): Sheet => ({ ...sheet, name: packTableTab(number) });

type TextLine = readonly string[];

const textSheet = (name: string, titles: readonly string[], lines: readonly TextLine[]): Sheet[] => {
  const columns = titles.map((title, at): Column<TextLine> => [title, (line) => line[at]]);
  return lines.length === 0 ? [] : [sheetOf(name, columns, lines)];
};

/** The sheets of a pack as a workbook: the headlines, each table under its number, what was said, and what was written. */
export function sheetsOfPack(input: PackInput): readonly Sheet[] {
  const written = ({ kind, text, by }: Narrative) => [
    narrativeKinds.find(([each]) => each === kind)?.[1] ?? kind,
    text,
    by,
  ];
  return [
    named(headlineTable(input.headlines, input.comparedWith)),
    ...input.tables.map(named),
    ...textSheet(
      'Quotes',
      ['said', 'by'],
      input.quotes.map(({ text, by }) => [text, by]),
    ),
    ...textSheet(
      'Debriefs',
      ['day', 'site', 'said'],
      input.debriefs.map(({ day, site, text }) => [day, site, text]),
    ),
    ...textSheet('Written', ['what', 'text', 'by'], input.narratives.map(written)),
    ...textSheet(
      'Not yet recorded',
      ['table', 'why'],
      input.notRecorded.map(({ number, why }) => [`${number} ${packTableTitle(number)}`, why]),
    ),
  ];
}
