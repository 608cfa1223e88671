import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';

/** What the library of workbooks does not say of a sheet by itself: how it is filtered, and how it prints. See decision 59. */

/** A table on a sheet: its columns, and its rows with the heading and without a total, which is never filtered away. */
export type TableReach = { readonly sheet: string; readonly columns: number; readonly rows: number };

/** A filter on each heading, one page wide on A4, and the headings on every page. @param reaches of the sheets in their order */
export const printed = (reaches: readonly TableReach[], foot: string): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => onOnePage(xml, reaches[sheetIndex], foot),
      },
      'xl/workbook.xml': { transform: (xml) => withNames(xml, reaches) },
    },
  },
});

/** `A1:F20`, or `$A$1:$F$20` where it stands in a name. A sheet without a row under its heading has no filter. */
const areaOf = ({ columns, rows }: TableReach, fixed = ''): string =>
  `${fixed}A${fixed}1:${fixed}${letterOf(columns - 1)}${fixed}${rows}`;

const isTable = (reach: TableReach | undefined): reach is TableReach => reach !== undefined && reach.columns > 0;

function onOnePage(xml: string, reach: TableReach | undefined, foot: string): string {
  const setUp = `<headerFooter><oddFooter>${escaped(`&L&9${foot.replaceAll('&', '&&')}&R&9Page &P of &N`)}</oddFooter></headerFooter>`;
  const fitted = xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<pageSetup([^>]*)\/>/, (_, rest: string) => `<pageSetup${rest} fitToWidth="1" fitToHeight="0"/>${setUp}`);
  return isTable(reach) ? fitted.replace('</sheetData>', `</sheetData><autoFilter ref="${areaOf(reach)}"/>`) : fitted;
}

function withNames(xml: string, reaches: readonly TableReach[]): string {
  const names = reaches.flatMap((reach, at) => {
    if (!isTable(reach)) return [];
    const sheet = escaped(`'${reach.sheet}'!`);
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}${areaOf(reach, '$')}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}$1:$1</definedName>`,
    ];
  });
  return xml.replace(
    /<definedNames\s*\/>|<definedNames><\/definedNames>/,
    `<definedNames>${names.join('')}</definedNames>`,
  );
}

/** `0` → `A`, `26` → `AA` */
const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
