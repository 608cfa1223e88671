import { numberedBlocks, type Paper, type PaperBlock, slotWords } from '#domain/reports/pack/paper.ts';
import { shownTable } from '#domain/reports/pack/shown-table.ts';
import { escaped } from './xml.ts';

/** A paper as one page of HTML that needs nothing beside it: to print, to keep, to read aloud. */

/** The type of the file, for whoever saves it. */
export const htmlType = 'text/html; charset=utf-8';

const look = `
:root { color-scheme: light; font: 11pt/1.45 "Atkinson Hyperlegible Next", Arial, sans-serif; color: #1f1f1f; background: #fff; }
body { max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1rem; }
h1, h2 { color: #1f5b43; line-height: 1.2; break-after: avoid; }
h1 { font-size: 22pt; margin: 0 0 .25rem; } h2 { font-size: 15pt; margin: 2rem 0 .5rem; } h3 { font-size: 12pt; margin: 1.5rem 0 .25rem; break-after: avoid; }
.under, .note, .by { color: #4a4a4a; font-size: 10pt; margin: 0 0 .25rem; } .note { margin-block: .5rem 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; font-size: 10pt; }
caption { text-align: start; font-weight: 700; font-size: 12pt; padding-block: 1.25rem .5rem; break-after: avoid; }
th, td { text-align: start; vertical-align: top; padding: .3rem .4rem; border-block-end: 1px solid #bfbfbf; }
thead th { border-block-end: 2px solid #1f1f1f; vertical-align: bottom; } thead { display: table-header-group; } tr { break-inside: avoid; }
tbody th { font-weight: 400; } tfoot th, tfoot td { font-weight: 700; border-block-start: 4px double #1f1f1f; }
.n { text-align: end; font-variant-numeric: tabular-nums; }
blockquote { margin: 1rem 0 0; padding-inline-start: 1rem; border-inline-start: 4px solid #1f5b43; font-size: 12pt; break-inside: avoid; }
.slot { border: 1px dashed #4a4a4a; padding: .75rem; color: #4a4a4a; }
.p { display: grid; grid-template-columns: 3rem 1fr; margin-block: .5rem; } .p p { margin: 0; }
dt { font-weight: 700; } dd { margin: 0 0 .5rem; }
.page { break-before: page; }
footer { margin-block-start: 3rem; }
@page { size: A4; margin: 18mm 15mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt Arial, sans-serif; } }
@media print { body { margin: 0; padding: 0; max-inline-size: none; } .scroll { overflow: visible; } }
`;

/** The whole page. */
export const htmlOf = (paper: Paper): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(paper.title)}</title>
<style>${look}</style>
</head>
<body>
<main>
<h1>${escaped(paper.title)}</h1>
${paper.under.map((line) => `<p class="under">${escaped(line)}</p>`).join('\n')}
${numberedBlocks(paper)
  .map(([number, block]) => blockOf(block, number))
  .join('\n')}
</main>
<footer><p class="note">${escaped(paper.foot)}</p></footer>
</body>
</html>
`;

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

function blockOf(block: PaperBlock, number: string): string {
  switch (block.is) {
    case 'heading':
      return `<h2>${number && `${number} `}${lines(block.text)}</h2>`;
    case 'text':
      return number
        ? `<div class="p"><span>${number}</span><p>${lines(block.text)}</p></div>`
        : `<p>${lines(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${lines(item)}</li>`).join('')}</ul>`;
    case 'quote':
      return `<blockquote><p>“${lines(block.text)}”</p><p class="by">${lines(block.by)}</p></blockquote>`;
    case 'words':
      return `<dl>${block.lines.map(([what, meaning]) => `<dt>${lines(what)}</dt><dd>${lines(meaning)}</dd>`).join('')}</dl>`;
    case 'slot':
      return slotOf(block);
    case 'note':
      return `<p class="note">${lines(block.text)}</p>`;
    case 'page':
      return '<div class="page"></div>';
    case 'table':
      return tableOf(block);
  }
}

function slotOf({ title, asks, written, waits }: Extract<PaperBlock, { is: 'slot' }>): string {
  const text = written
    ? `<p>${lines(written.text)}</p><p class="by">Written by ${lines(written.by)}</p>`
    : `<p class="slot">${lines(slotWords({ asks, waits }))}</p>`;
  return `<h3>${lines(title)}</h3>${text}`;
}

function tableOf({ caption, table }: Extract<PaperBlock, { is: 'table' }>): string {
  const { headings, rows, total, numbers } = shownTable(table.sheet);
  const side = (at: number) => (numbers[at] ? ' class="n"' : '');
  const row = (cells: readonly string[]) =>
    `<tr>${cells.map((text, at) => (at === 0 ? `<th scope="row">${lines(text)}</th>` : `<td${side(at)}>${lines(text)}</td>`)).join('')}</tr>`;
  const head = `<thead><tr>${headings.map((text, at) => `<th scope="col"${side(at)}>${lines(text)}</th>`).join('')}</tr></thead>`;
  const figures =
    rows.length === 0
      ? `<h3>${lines(caption)}</h3><p class="note">Nothing in this period.</p>`
      : `<div class="scroll"><table><caption>${lines(caption)}</caption>${head}<tbody>${rows.map(row).join('')}</tbody>${total ? `<tfoot>${row(total)}</tfoot>` : ''}</table></div>`;
  const says = table.says ? `<p>${lines(table.says)}</p>` : '';
  return `${figures}${says}${table.note ? `<p class="note">${lines(table.note)}</p>` : ''}`;
}
