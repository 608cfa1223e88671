import type { Definitions } from '#domain/reports/notes.ts';
import type { Narrative, PackTable } from './input.ts';

/** A paper as a value: what stands in it, in its order. Word, a print page and Markdown are written from the same one. */

/** One thing that stands in a paper. */
export type PaperBlock =
  | { readonly is: 'heading'; readonly text: string }
  /** Numbered in a paper that numbers its paragraphs. */
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'table'; readonly caption: string; readonly table: Omit<PackTable, 'number'> }
  | { readonly is: 'quote'; readonly text: string; readonly by: string }
  | { readonly is: 'words'; readonly lines: Definitions }
  /** What somebody writes by hand; where nobody has, what it asks for stands there to be filled in. */
  | {
      readonly is: 'slot';
      readonly title: string;
      readonly asks: string;
      readonly written: Narrative | undefined;
      readonly waits: boolean;
    }
  | { readonly is: 'note'; readonly text: string }
  /** What follows begins on a page of its own. */
  | { readonly is: 'page' };

/** A whole paper. */
export type Paper = {
  readonly title: string;
  /** Whose it is and of when, in lines under the title. */
  readonly under: readonly string[];
  /** Sections and paragraphs are numbered, `2` and `2.3`, so that a meeting can speak of them. */
  readonly numbered: boolean;
  readonly blocks: readonly PaperBlock[];
  /** At the foot of every page, before its number. */
  readonly foot: string;
};

/** The blocks with the number each bears: `2` for a heading, `2.3` for a paragraph, '' for what bears none. */
export function numberedBlocks({ numbered, blocks }: Paper): readonly (readonly [number: string, block: PaperBlock])[] {
  let [section, paragraph] = [0, 0];
  return blocks.map((block) => {
    if (!numbered) return ['', block];
    if (block.is === 'heading') [section, paragraph] = [section + 1, 0];
    if (block.is === 'heading') return [`${section}`, block];
    if (block.is !== 'text') return ['', block];
    paragraph += 1;
    return [`${section}.${paragraph}`, block];
  });
}

/** What stands in an empty slot. */
export const slotWords = ({ asks, waits }: { readonly asks: string; readonly waits: boolean }): string =>
  waits ? `[Left out: ${waitsWords}]` : `[Not written yet. ${asks}]`;

/** Why something that was written is not shown. */
export const waitsWords = 'it may tell who somebody is, and nobody has confirmed that it does not.';
