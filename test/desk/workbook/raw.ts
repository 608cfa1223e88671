import { strToU8, zipSync } from 'fflate';

/** Workbooks whose XML a test writes itself, as other programs write it and as no program should. */

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Parts that only some workbooks have. */
type Parts = {
  readonly strings?: readonly string[];
  readonly formats?: readonly string[];
  readonly more?: Readonly<Record<string, string>>;
};

/** A workbook of sheets, each given as what stands in its `sheetData`, or with it. */
export function rawWorkbook(
  sheets: Readonly<Record<string, string>>,
  { strings, formats, more = {} }: Parts = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${names.map((_, at) => `<Relationship Target="worksheets/sheet${at + 1}.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Id="rId${at + 1}"/>`).join('')}<Relationship Target="sharedStrings.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Id="s"/><Relationship Target="styles.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Id="t"/></Relationships>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${head}<worksheet xmlns="${main}">${sheets[name]?.includes('<sheetData>') ? sheets[name] : `<sheetData>${sheets[name]}</sheetData>`}</worksheet>`,
      ]),
    ),
    ...(strings && {
      'xl/sharedStrings.xml': `${head}<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    }),
    ...(formats && {
      'xl/styles.xml': `${head}<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    }),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
