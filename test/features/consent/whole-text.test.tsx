// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { frame } from '#features/consent/frame/en.ts';
import { WholeText } from '#features/consent/whole-text.tsx';
import { aDocument, aQuestion } from '#test/domain/a-wording.ts';

/** What a parent reads before they agree is the whole document: whatever is hashed stands on the screen. */

/** Every sentence of a document, however deep it stands; not its codes, hashes and numbers. */
function sentencesOf(of: unknown): string[] {
  if (typeof of === 'string') return [of];
  if (Array.isArray(of)) return of.flatMap(sentencesOf);
  if (typeof of !== 'object' || of === null) return [];
  return Object.values(of).flatMap(sentencesOf);
}
/** What says how a document is read, and by whom it was made: none of it is a sentence that is agreed to. */
const about = ['schema', 'programme', 'language', 'style', 'version', 'translates', 'translator', 'reviewer'] as const;

test('every sentence of a document is drawn, with the child’s name in it', () => {
  const mark = (purpose: 'takePart' | 'photoPublic') =>
    aQuestion(purpose, {
      ...{ title: `${purpose} title`, question: `May {name} ${purpose}?`, why: `${purpose} why {name}` },
      ...{ what: `${purpose} what {name}`, yes: `${purpose} yes`, no: `${purpose} no`, ifNo: `${purpose} ifNo {name}` },
      ...{ data: [`${purpose} data one`, `${purpose} data {name}`], recipients: [`${purpose} recipient`] },
    });
  const document: WordingDocument = aDocument({ purposes: [mark('takePart'), mark('photoPublic')] });
  const { container } = render(<WholeText document={document} frame={frame} name="Amira" />);
  const said = Object.fromEntries(Object.entries(document).filter(([key]) => !about.some((each) => each === key)));
  const codes = new Set(
    document.purposes.flatMap(({ purpose, pictogram, basis }) => [purpose, pictogram.id, pictogram.sha256, basis]),
  );
  const sentences = sentencesOf(said).filter((each) => !codes.has(each as never));
  expect(sentences.length).toBeGreaterThan(25);
  for (const each of sentences) expect(container.textContent).toContain(each.replaceAll('{name}', 'Amira'));
  expect(container.textContent).toContain('12 months');
  expect(container.textContent).not.toContain('{name}');
});
