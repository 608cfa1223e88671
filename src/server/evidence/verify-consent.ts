import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ConsentFile } from '#domain/people/consents/evidence/file.ts';
import { fileInPage, otherSections } from '#domain/people/consents/evidence/page.ts';
import { type Verdict, verifyConsent } from '#domain/people/consents/evidence/verifier.ts';

/**
 * `npm run verify-consent -- <file> [--root <fingerprint>]`: whether a consent file, JSON or HTML, is as it was made. It asks no
 * server. It ends with 0 only where nothing was changed and, with a root, where the file comes from there.
 */

/** What is wrong with a file as it lies: of a page also what it shows. @param text of `consent-<id>.json` or `.html` */
export async function verdictOn(text: string, root?: string): Promise<Verdict> {
  const isPage = text.trimStart().startsWith('<');
  const file = readable(() => (isPage ? fileInPage(text) : JSON.parse(text)));
  const verdict = await verifyConsent(file, crypto.subtle, root);
  if (!isPage) return verdict;
  const other = readable(() => otherSections(text, file as ConsentFile)) ?? ['page']; // what is no consent cannot be drawn
  if (other.length === 0) return verdict;
  const says = ['Something in this page is not as it was made.', ...verdict.says.slice(1)];
  return { ...verdict, state: 'changed', changed: [...verdict.changed, ...other], says };
}

function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

async function report(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { root: { type: 'string' } }, allowPositionals: true });
  const [path] = positionals;
  if (path === undefined) {
    console.error('npm run verify-consent -- <consent-….json or .html> [--root <fingerprint>]');
    process.exitCode = 2;
    return;
  }
  const { state, origin, changed, says, root } = await verdictOn(readFileSync(path, 'utf8'), values.root);
  for (const name of changed) console.log(`Changed: ${name}`);
  for (const line of says) console.log(line);
  if (root) console.log(`Fingerprint in the file: ${root}`);
  if (values.root && origin === 'not shown')
    console.log('Nothing in this file comes from the server of that fingerprint.');
  const isFine = state === 'unchanged' && (!values.root || origin === 'shown');
  process.exitCode = isFine ? 0 : 1;
}

if (import.meta.main) await report();
