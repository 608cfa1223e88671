import { wordsOf } from '#domain/codes.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import type { Body } from '#domain/records/entry.ts';
import { elements } from '#domain/records/row.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';

/** The texts of a wording as they are written and translated: one block each, by its name in a draft, `takePart:question`. */

/** What is said of each question. Those of one line first name it; the last two are lists, one to a line. */
export const questionParts = [
  ['title', 'Short title'],
  ['question', 'The question'],
  ['why', 'What it is for'],
  ['what', 'What we do and keep'],
  ['yes', 'The words of yes'],
  ['no', 'The words of no'],
  ['ifNo', 'What follows from no'],
  ['data', 'Which data, one to a line'],
  ['recipients', 'Who gets it, one to a line'],
] as const;
export type QuestionPart = (typeof questionParts)[number][0];

/** What is said of the whole. */
export const wholeParts = [
  ['stored', 'Where answers are kept'],
  ['kept', 'How long they are kept'],
  ['jurisdiction', 'Whose law holds'],
  ['withdraw', 'How to change your mind'],
  ['complain', 'How to complain'],
] as const;
export type WholePart = (typeof wholeParts)[number][0];

export type Block = `${Purpose}:${QuestionPart}` | `all:${WholePart}`;
/** Texts by block; what was not written is not there. */
export type Texts = Readonly<Partial<Record<Block, string>>>;

/** The parts that are lists. */
export const isList = (part: string): boolean => part === 'data' || part === 'recipients';
/** A list as it is written: what stands on its lines. */
export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The blocks of a wording that asks these, in the order they are read. */
export const blocksFor = (asked: readonly Purpose[]): Block[] => [
  ...asked.flatMap((purpose) => questionParts.map(([part]): Block => `${purpose}:${part}`)),
  ...wholeParts.map(([part]): Block => `all:${part}`),
];

/** "Photos for all to see: the question" */
export function blockWords(block: Block): string {
  const [of = '', part = ''] = block.split(':');
  const words = wordsOf([...questionParts, ...wholeParts], part);
  return of === 'all' ? words : `${wordsOf(purposes, of)}: ${words[0]?.toLowerCase()}${words.slice(1)}`;
}

/** What is written in a draft, trimmed; an emptied text is none. */
export function textsIn(draft: Body): Texts {
  const written = elements(draft, 'text').flatMap((block) => {
    const text = draft[`text/${block}`];
    return typeof text === 'string' && text.trim() !== '' ? [[block, text.trim()]] : [];
  });
  return Object.fromEntries(written); // an element that is no block is nobody's, and is never asked for
}

/** The texts of a document, as a draft would hold them. */
export function textsOf(document: WordingDocument): Texts {
  const texts: Partial<Record<Block, string>> = {};
  for (const asked of document.purposes) {
    for (const [part] of questionParts) {
      const said = asked[part];
      texts[`${asked.purpose}:${part}`] = typeof said === 'string' ? said : said.join('\n');
    }
  }
  for (const [part] of wholeParts) texts[`all:${part}`] = document[part];
  return texts;
}

/** A text about somebody: a wording keeps a place for their name. */
export const withName = (text: string, name: string): string => text.replaceAll('{name}', name);
