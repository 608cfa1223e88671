import { numberedBlocks, type Paper, type PaperBlock, slotWords } from '#domain/reports/pack/paper.ts';
import { shownTable } from '#domain/reports/pack/shown-table.ts';

/** A paper as Markdown (CommonMark, tables as GitHub has them): for a committee’s own system, and for whoever compares two versions. */

/** The type of the file, for whoever saves it. */
export const markdownType = 'text/markdown; charset=utf-8';

/** What would be read as layout stands as the letters it is. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s)/gm, '\\$1')
    .replaceAll('\n', '  \n');

const inCell = (text: string): string => plain(text).replaceAll('  \n', '<br>');

/** The whole file. */
export const markdownOf = (paper: Paper): string =>
  [
    `# ${plain(paper.title)}`,
    paper.under.map(plain).join('  \n'),
    ...numberedBlocks(paper).map(([number, block]) => blockOf(block, number)),
    `*${plain(paper.foot)}*`,
  ].join('\n\n');

function blockOf(block: PaperBlock, number: string): string {
  const before = number && `${number} `;
  switch (block.is) {
    case 'heading':
      return `## ${before}${plain(block.text)}`;
    case 'text':
      return `${before}${plain(block.text)}`;
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n');
    case 'quote':
      return `> “${plain(block.text)}”\n>\n> ${plain(block.by)}`;
    case 'words':
      return block.lines.map(([what, meaning]) => `**${plain(what)}.** ${plain(meaning)}`).join('\n\n');
    case 'slot': {
      const { title, asks, written, waits } = block;
      const text = written
        ? `${plain(written.text)}\n\nWritten by ${plain(written.by)}`
        : plain(slotWords({ asks, waits }));
      return `### ${plain(title)}\n\n${text}`;
    }
    case 'note':
      return plain(block.text);
    case 'page':
      return '---';
    case 'table':
      return tableOf(block);
  }
}

function tableOf({ caption, table }: Extract<PaperBlock, { is: 'table' }>): string {
  const { headings, rows, total, numbers } = shownTable(table.sheet);
  const row = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`;
  const figures = [
    row(headings),
    `|${headings.map((_, at) => (numbers[at] ? ' ---: |' : ' --- |')).join('')}`,
    ...[...rows, ...(total ? [total] : [])].map(row),
  ];
  const around = [table.says && plain(table.says), figures.join('\n'), table.note && plain(table.note)];
  return [`**${plain(caption)}**`, ...around].filter(Boolean).join('\n\n');
}
