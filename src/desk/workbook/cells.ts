/** Looks through the cells of a sheet before it is read: a value that is none, and one that stands miles away. */

/** A cell whose value cannot be known, as people see it in a spreadsheet. */
export type CellFault = {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly words: string;
};

export type Looked = {
  /** The sheet without what would stop its reader. */
  readonly xml: string;
  readonly faults: readonly CellFault[];
  /** Rows and columns that hold a value. */
  readonly reach: { readonly rows: number; readonly columns: number };
};

/** One cell. What is inside it ends where the next one begins, so that a broken sheet costs no more than a whole one. */
const cells = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([^<]*(?:<(?!\/?(?:\w+:)?c[\s>/])[^<]*)*)<\/(?:\w+:)?c>)/g;

/** Looks through the XML of one sheet. */
export function lookThrough(sheet: string, xml: string): Looked {
  const faults: CellFault[] = [];
  let [rows, columns] = [0, 0];
  const kept = xml.replace(cells, (whole, attributes: string, inside = '') => {
    const [, column = '', row = ''] = /\br="([A-Z]{1,3})(\d+)"/.exec(attributes) ?? [];
    const value = /<(?:\w+:)?(?:v|t)\b[^>]*>([^<]*)</.exec(inside)?.[1];
    const at = { sheet, row: Number(row), column };
    if (value !== undefined) {
      rows = Math.max(rows, at.row);
      columns = Math.max(columns, numberOf(column));
    }
    if (/\bt="e"/.test(attributes)) {
      faults.push({
        ...at,
        words: `The cell shows the error ${value ?? ''}. Put right what it calculates, or type the words.`,
      });
      return '';
    }
    if ((value === undefined || value === '') && /<(?:\w+:)?f\b/.test(inside) && !/\bt="str"/.test(attributes))
      faults.push({
        ...at,
        words: 'The cell calculates something and holds no result yet. Open the file in Excel and save it.',
      });
    return whole;
  });
  return { xml: kept, faults, reach: { rows, columns } };
}

/** `A` → 1, `AA` → 27 */
const numberOf = (column: string): number =>
  [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Where the sheets stand in the archive, by name. */
export function sheetFiles(workbook: string, relations: string): { readonly name: string; readonly file: string }[] {
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].flatMap(([tag]) => {
    const target = targets.get(attribute(tag, '\\w+:id')) ?? '';
    if (target === '') return [];
    return [
      { name: plainText(attribute(tag, 'name')), file: target.startsWith('/') ? target.slice(1) : `xl/${target}` },
    ];
  });
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plainText = (xml: string): string => xml.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
