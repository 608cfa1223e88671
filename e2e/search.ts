import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every byte of every file below a folder, searched for words in the forms a browser may have written them. */

/** UTF-8, UTF-16 in both orders, and base64 at each of its three alignments without the letters its neighbours decide. */
function formsOf(word: string): Buffer[] {
  const utf8 = Buffer.from(word, 'utf8');
  const utf16 = Buffer.from(word, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const base64 = [utf8, utf16].flatMap((bytes) =>
    [0, 1, 2].map((shift) => {
      const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
      return Buffer.from(encoded.slice(Math.ceil((shift * 4) / 3), -4));
    }),
  );
  return [utf8, utf16, swapped, ...base64];
}

/** The words found, each with one file it was found in. */
export function findWords(folder: string, words: readonly string[]): Map<string, string> {
  const forms = words.flatMap((word) => formsOf(word).map((form) => ({ word, form })));
  const found = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const bytes = readFileSync(file);
    for (const { word, form } of forms) {
      if (!found.has(word) && bytes.includes(form)) found.set(word, file);
    }
  }
  return found;
}
