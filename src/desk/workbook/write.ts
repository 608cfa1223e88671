/**
 * Writes sheets as an Excel file. Every cell is text or a figure, so that nothing in it is ever run. *Why not the library of the
 * server's reports: in a browser it packs larger files in a worker made from a blob, which our policy of security forbids.*
 */

/** The kind of file, for whoever saves it. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const schemas = 'http://schemas.openxmlformats.org';
const main = `${schemas}/spreadsheetml/2006/main`;
const relationsOf = `${schemas}/officeDocument/2006/relationships`;
const parts = `application/vnd.openxmlformats-officedocument.spreadsheetml`;

/** The bytes of a workbook. @param sheets rows of cells by the name of their sheet */
export async function writeWorkbook(
  sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>,
): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('./library.ts');
  const names = Object.keys(sheets);
  const each = (part: (at: number, name: string) => string) => names.map((name, at) => part(at + 1, name)).join('');
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${parts}.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${parts}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${relationsOf}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${schemas}/package/2006/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${relationsOf}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationsOf}"><sheets>${each((n, name) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheets[name] ?? [])])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(xml + text)])));
}

function sheetXml(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (text: string | number, row: number, at: number) =>
    typeof text === 'number'
      ? `<c r="${letterOf(at)}${row}"><v>${text}</v></c>`
      : text === ''
        ? ''
        : `<c r="${letterOf(at)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  const lines = rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((text, each) => cell(text, at + 1, each)).join('')}</row>`,
  );
  return `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** `0` → `A`, `26` → `AA` */
const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Letters that XML cannot hold, whatever is done to them, are left out. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
