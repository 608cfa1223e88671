import type { Paper } from '#domain/reports/pack/paper.ts';
import { docxOf, docxType } from './docx.ts';
import { htmlOf, htmlType } from './html.ts';
import { markdownOf, markdownType } from './markdown.ts';

/** What a paper can be written as, by the ending of its file. */
export const paperKinds = {
  docx: { type: docxType, write: docxOf },
  html: { type: htmlType, write: (paper) => encoded(htmlOf(paper)) },
  md: { type: markdownType, write: (paper) => encoded(markdownOf(paper)) },
} as const satisfies Record<
  string,
  { readonly type: `${string}/${string}`; readonly write: (paper: Paper, madeAt: string) => Uint8Array }
>;

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
