import { numberedBlocks, type Paper, type PaperBlock, slotWords } from '#domain/reports/pack/paper.ts';
import { shownTable } from '#domain/reports/pack/shown-table.ts';
import { numbering, settings, styles } from './docx-styles.ts';
import { escaped, zipOf } from './xml.ts';

/**
 * A paper as a Word file (Office Open XML, ECMA-376): real headings, numbering that Word does itself, tables whose headings stand on
 * every page, A4, English of Britain. No part of it is a field of a formula or a macro. See decision 59.
 */

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const schemas = 'http://schemas.openxmlformats.org';
const namespaces = `xmlns:w="${schemas}/wordprocessingml/2006/main" xmlns:r="${schemas}/officeDocument/2006/relationships"`;
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = `${schemas}/officeDocument/2006/relationships`;

/** The type of the file, for whoever saves it. */
export const docxType = `${word}.document`;

/** The bytes of a Word file. @param madeAt an instant */
export function docxOf(paper: Paper, madeAt: string): Uint8Array {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}+xml"/>`;
  const related = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${kind}" Target="${target}"/>`;
  const inWord = ['styles', 'numbering', 'settings', 'footer'];
  return zipOf({
    '[Content_Types].xml': `${xml}<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('word/document.xml', `${word}.document.main`)}${inWord.map((name) => part(`word/${name}.xml`, `${word}.${name}`)).join('')}${part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties')}</Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${schemas}/package/2006/relationships">${related('rId1', `${relations}/officeDocument`, 'word/document.xml')}${related('rId2', `${schemas}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="${schemas}/package/2006/relationships">${inWord.map((name) => related(name, `${relations}/${name}`, `${name}.xml`)).join('')}</Relationships>`,
    'word/document.xml': `${xml}<w:document ${namespaces}><w:body>${bodyOf(paper)}</w:body></w:document>`,
    'word/styles.xml': `${xml}<w:styles ${namespaces}>${styles}</w:styles>`,
    'word/numbering.xml': `${xml}<w:numbering ${namespaces}>${numbering}</w:numbering>`,
    'word/settings.xml': `${xml}<w:settings ${namespaces}>${settings}</w:settings>`,
    'word/footer.xml': `${xml}<w:ftr ${namespaces}>${footer(paper)}</w:ftr>`,
    'docProps/core.xml': `${xml}<cp:coreProperties xmlns:cp="${schemas}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(paper.title)}</dc:title><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${escaped(madeAt)}</dcterms:created></cp:coreProperties>`,
  });
}

const run = (text: string, more = ''): string =>
  text
    .split('\n')
    .map((line) => `<w:r>${more && `<w:rPr>${more}</w:rPr>`}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>');

/** @param more properties of the paragraph after its style */
const paragraph = (style: string, runs: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${runs}</w:p>`;

const field = (instruction: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const footer = ({ foot }: Paper): string =>
  paragraph(
    'Footer',
    `${run(foot)}<w:r><w:tab/></w:r>${run('Page ')}${field('PAGE')}${run(' of ')}${field('NUMPAGES')}`,
  );

/** A table with more columns than this stands across. */
const mostUpright = 7;

function bodyOf(paper: Paper): string {
  const widest = Math.max(0, ...paper.blocks.map((block) => (block.is === 'table' ? widthOf(block) : 0)));
  const [width, height] = widest > mostUpright ? [16838, 11906] : [11906, 16838];
  const across = widest > mostUpright ? ' w:orient="landscape"' : '';
  const head = [paragraph('Title', run(paper.title)), ...paper.under.map((line) => paragraph('Subtitle', run(line)))];
  return `${head.join('')}${numberedBlocks(paper)
    .map(([number, block]) => blockOf(block, number !== ''))
    .join(
      '',
    )}<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="${width}" w:h="${height}"${across}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
}

const widthOf = ({ table }: Extract<PaperBlock, { is: 'table' }>): number =>
  table.sheet.columns.filter(({ is }) => is !== 'id').length;

const level = (at: number): string => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`;

function blockOf(block: PaperBlock, isNumbered: boolean): string {
  switch (block.is) {
    case 'heading':
      return paragraph('Heading1', run(block.text), isNumbered ? level(0) : '');
    case 'text':
      return paragraph('BodyText', run(block.text), isNumbered ? level(1) : '');
    case 'list':
      return block.items.map((item) => paragraph('ListBullet', run(item))).join('');
    case 'quote':
      return paragraph('Quote', run(`“${block.text}”`), '<w:keepNext/>') + paragraph('QuoteBy', run(block.by));
    case 'words':
      return block.lines
        .map(([what, meaning]) => paragraph('BodyText', `${run(`${what}. `, '<w:b/>')}${run(meaning)}`))
        .join('');
    case 'slot':
      return slotOf(block);
    case 'note':
      return paragraph('Note', run(block.text));
    case 'page':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    case 'table':
      return tableOf(block);
  }
}

function slotOf({ title, asks, written, waits }: Extract<PaperBlock, { is: 'slot' }>): string {
  const head = paragraph('Heading2', run(title));
  if (!written) return head + paragraph('Slot', run(slotWords({ asks, waits })));
  return head + paragraph('BodyText', run(written.text)) + paragraph('QuoteBy', run(`Written by ${written.by}`));
}

/** Columns of numbers and of words, set against each other: the table is as wide as the page. */
const [narrow, wide] = [1250, 2900];

type Place = { readonly right: boolean; readonly bold?: boolean; readonly line?: string };

function cellOf(text: string, { right, bold, line = '' }: Place): string {
  const style = right ? '<w:jc w:val="right"/>' : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${right ? narrow : wide}" w:type="dxa"/>${line}</w:tcPr>${paragraph('TableText', run(text, bold ? '<w:b/>' : ''), style)}</w:tc>`;
}

const border = (side: string, value: string, size: number): string =>
  `<w:tcBorders><w:${side} w:val="${value}" w:sz="${size}" w:space="0" w:color="1F1F1F"/></w:tcBorders>`;

function tableOf({ caption, table }: Extract<PaperBlock, { is: 'table' }>): string {
  const { headings, rows, total, numbers } = shownTable(table.sheet);
  const row = (cells: readonly string[], place: Omit<Place, 'right'>, more = '') =>
    `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells.map((text, at) => cellOf(text, { right: numbers[at] === true, ...place })).join('')}</w:tr>`;
  const described = `<w:tblCaption w:val="${escaped(caption)}"/><w:tblDescription w:val="${escaped(table.says ?? caption)}"/>`;
  const grid = `<w:tblGrid>${numbers.map((isNumber) => `<w:gridCol w:w="${isNumber ? narrow : wide}"/>`).join('')}</w:tblGrid>`;
  const lines = [
    row(headings, { bold: true, line: border('bottom', 'single', 12) }, '<w:tblHeader/>'),
    ...rows.map((each) => row(each, {})),
    ...(total ? [row(total, { bold: true, line: border('top', 'double', 6) })] : []),
  ];
  return [
    paragraph('Caption', run(caption)),
    table.says ? paragraph('BodyText', run(table.says), '<w:keepNext/>') : '',
    rows.length === 0
      ? paragraph('Note', run('Nothing in this period.'))
      : `<w:tbl><w:tblPr><w:tblStyle w:val="Figures"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook w:firstRow="1" w:lastRow="${total ? 1 : 0}" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>${described}</w:tblPr>${grid}${lines.join('')}</w:tbl>`,
    paragraph('Note', run(table.note ?? '')),
  ].join('');
}
