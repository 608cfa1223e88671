import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sheetsOfPack } from '#domain/reports/pack/book.ts';
import type { Paper } from '#domain/reports/pack/paper.ts';
import { papers } from '#domain/reports/pack/papers.ts';
import { docxOf } from '#server/papers/docx.ts';
import { htmlOf } from '#server/papers/html.ts';
import { markdownOf } from '#server/papers/markdown.ts';
import { workbookOf } from '#server/reports/workbook.ts';
import { office } from '#test/server/office.ts';
import { sheetsIn, unzip } from '#test/server/workbook.ts';
import { october } from './october.ts';

/** The papers of a pack, as files: one value, and the same words and figures wherever it is written. */

const madeAt = '2026-11-02T09:10:00.000Z';
const all = Object.entries(papers).map(([name, make]) => [name, make(october)] as const);

const plain = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\n', ' ')
    .trim();

type Read = { readonly headings: string[]; readonly rows: string[][] };

function readDocx(paper: Paper): Read {
  const xml = unzip(docxOf(paper, madeAt)).get('word/document.xml') ?? '';
  const styled = (style: string) =>
    [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)].filter(([each]) => each.includes(`w:val="${style}"`));
  return {
    headings: styled('Heading1').map(([each]) => plain(each)),
    rows: [...xml.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = '']) => plain(cell)),
    ),
  };
}

function readHtml(paper: Paper): Read {
  const html = htmlOf(paper);
  return {
    headings: [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, each = '']) => plain(each).replace(/^\d+ /, '')),
    rows: [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => plain(cell)),
    ),
  };
}

const unescaped = (text: string): string => text.replaceAll(/\\(.)/g, '$1');

function readMarkdown(paper: Paper): Read {
  const lines = markdownOf(paper).split('\n');
  const cells = (line: string) => line.slice(2, -2).split(' | ').map(unescaped);
  return {
    headings: lines.filter((line) => line.startsWith('## ')).map((line) => unescaped(line.replace(/^## (\d+ )?/, ''))),
    rows: lines.filter((line) => line.startsWith('| ') && !line.includes('---')).map(cells),
  };
}

describe('one value, three files', () => {
  test.each(all)('%s has the same headings and figures in Word, on the print page and in Markdown', (_, paper) => {
    const word = readDocx(paper);
    expect(word.headings).toEqual(paper.blocks.flatMap((block) => (block.is === 'heading' ? [block.text] : [])));
    expect(readHtml(paper)).toEqual(word);
    expect(readMarkdown(paper)).toEqual(word);
  });

  test('the workbook of the pack has the figures of its papers, as numbers', async () => {
    const book = { title: 'The funder’s pack', sheets: sheetsOfPack(october), notes: october.notes, definitions: [] };
    const sheets = sheetsIn(await workbookOf(book));
    expect([...sheets.keys()].slice(2)).toEqual([
      'T01 Headlines',
      'T03 Planned and lost',
      'T04 Attendances',
      'T05 Ages and genders',
      ...['Quotes', 'Debriefs', 'Written', 'Not yet recorded'],
    ]);
    const values = (name: string) => sheets.get(name)?.map((row) => row.map(({ value }) => value));
    expect(values('T05 Ages and genders')?.slice(3)).toEqual([
      ['13–15', '[c]', 12, '[c]', 25],
      ['16–19', '<5', 5, '<5', 10],
      ['All ages', 34, 45, 19, 98],
    ]);
    expect(values('T01 Headlines')?.[1]).toEqual(['Different young people', 98, 81, 17, 21]);
    expect(values('T04 Attendances')?.[2]?.[0]).toBe('=cmd|"/c calc"!A1');
  });
});

describe('a Word file', () => {
  const files = unzip(docxOf(papers.committee(october), madeAt));
  const body = files.get('word/document.xml') ?? '';

  test('has headings that Word knows, numbering of its own, and tables whose headings stand on every page', () => {
    expect(files.get('word/styles.xml')).toContain('<w:name w:val="heading 1"/>');
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    expect(files.get('word/numbering.xml')).toContain('<w:lvlText w:val="%1.%2"/>');
    expect(body).not.toMatch(/<w:t[^>]*>\d\.\d /);
    const tables = body.match(/<w:tbl>/g)?.length;
    expect(body.match(/<w:tblHeader\/>/g)?.length).toBe(tables);
    expect(body.match(/<w:tblCaption w:val="T\d\d [^"]+"\/>/g)?.length).toBe(tables);
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(files.get('word/footer.xml')).toContain(' NUMPAGES ');
  });

  test('holds nothing that runs, and no letter that XML cannot hold', () => {
    for (const text of files.values()) expect(text).not.toMatch(/DDEAUTO|INCLUDE|macro|TargetMode="External"/i);
    const odd = { ...papers.poster(october), title: 'A\u0000B\uFFFE\uD800 <&>' };
    const xml = unzip(docxOf(odd, madeAt)).get('word/document.xml') ?? '';
    expect(xml).toContain('AB\uFFFD &lt;&amp;&gt;');
  });

  test('the same figures make the same bytes', () => {
    const paper = papers.pack(october);
    expect(Buffer.from(docxOf(paper, madeAt)).equals(Buffer.from(docxOf(paper, madeAt)))).toBe(true);
  });
});

test.skipIf(!office)(
  'LibreOffice opens each Word file, numbers its paragraphs, and reads the same figures',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'bandstand-office-'));
    for (const [name, paper] of all) writeFileSync(join(folder, `${name}.docx`), docxOf(paper, madeAt));
    const files = all.map(([name]) => join(folder, `${name}.docx`));
    const asked = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, ...files];
    execFileSync(office, [`-env:UserInstallation=file://${folder}/profile`, ...asked]);
    for (const [name, paper] of all) {
      const text = readFileSync(join(folder, `${name}.txt`), 'utf8').replaceAll(/\s+/g, ' ');
      const cells = readDocx(paper).rows.map((row) => row.filter((cell) => cell !== '').join(' '));
      for (const row of cells) expect(text, name).toContain(row.replaceAll(/\s+/g, ' '));
    }
    expect(readFileSync(join(folder, 'committee.txt'), 'utf8')).toMatch(/1\.2 Members are asked/);
    rmSync(folder, { recursive: true });
  },
  60_000,
);
