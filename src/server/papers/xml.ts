import { strToU8, zipSync } from 'fflate';

/** What every file of XML parts needs. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text inside an element or an attribute. Letters that XML cannot hold, whatever is done to them, are left out. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);

/** The days a zip can write begin in 1980; one date for all makes the same content the same bytes. */
const sameDay = new Date(1980, 0, 2);

/** Files by name, as one archive. */
export const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime: sameDay });
