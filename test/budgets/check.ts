import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The weight of the built app against its budgets, kB = 1,000 bytes of gzip. Fails the build where one is passed. */

const dist = 'dist';
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const packed = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

/** Fonts and pictures travel as they are. */
const travels = (file: string): number =>
  /\.(woff2|png)$/.test(file) ? readFileSync(join(dist, file)).length : packed(file);

const all = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file));
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const sources = new Map(
  all.filter((file) => file.endsWith('.js')).map((file) => [file, readFileSync(join(dist, file), 'utf8')]),
);

const statically = /(?:import|from)\s*["']\.\/([^"']+\.js)["']/g;
/** Also what it fetches only when it is wanted. */
const sometime = /(?:import|from)\s*\(?\s*["'`]\.\/([^"'`]+\.js)["'`]/g;

/** Everything a script needs before it runs: what it imports statically, and what that imports. @param there not followed */
function closure(start: readonly string[], how = statically, there: ReadonlySet<string> = new Set()): Set<string> {
  const found = new Set<string>();
  const open = [...start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next) || there.has(next)) continue;
    found.add(next);
    const text = sources.get(next) ?? '';
    for (const [, name] of text.matchAll(how)) open.push(`assets/${name}`);
  }
  return found;
}

const first = closure([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file ?? ''));
const sum = (files: Iterable<string>): number => [...files].reduce((total, file) => total + packed(file), 0);

const lazy = [...sources.keys()].filter((file) => file.startsWith('assets/') && !first.has(file));

/** What the screens of the desk need, and no screen of a worker: read from the table of routes as it was built. */
const routes = [...sources.values()].flatMap((text) =>
  [...text.matchAll(/path:[`"']([^`"']+)[`"'][^{}]*?import\([`"']\.\/([^`"']+\.js)/g)].map(([, path, file]) => ({
    path: path ?? '',
    file: `assets/${file}`,
  })),
);
const screensOf = (isOfDesk: boolean) =>
  routes.filter(({ path }) => path.startsWith('/desk') === isOfDesk).map(({ file }) => file);
if (screensOf(true).length === 0 || screensOf(false).length === 0) throw new Error('the routes could not be read');
// What the start holds names every screen there is, so it is not followed.
const ofWorkers = closure(screensOf(false), sometime, first);
const doors = lazy.filter((file) => /\/desk[-.]/.test(file));
const ofDesk = closure([...screensOf(true), ...doors], sometime, first);
const isDesk = (file: string) => ofDesk.has(file) && !ofWorkers.has(file);
const isLanguage = (file: string) => /\/language-/.test(file);
const isWorkerScript = (file: string) => /worker/.test(file);

/** What a parent fetches who answers at home, but for the words of their language. */
const isLink = (file: string) => file.startsWith('c/');
const link = all.filter((file) => isLink(file) && !isLanguage(file));

/** Styles come with the screens that need them; those of the desk lie in one sheet, beside its bar. */
const styles = all.filter((file) => /^assets\/.*\.css$/.test(file));
const isDeskStyle = (file: string) => /\/desk-/.test(file);
const firstStyles = styles.filter((file) => html.includes(file));
if (firstStyles.length === 0 || !styles.some(isDeskStyle)) throw new Error('the style sheets could not be read');

/**
 * What one visit of the page on people’s own phones needs, pictures of activities included: its HTML, its style, its scripts, and the words
 * of the largest language. English comes with the scripts, for whatever has to be said before another has arrived.
 */
const isOwnPhone = (file: string) => file.startsWith('v/');
const visited = all.filter((file) => isOwnPhone(file) && !isLanguage(file));
const largestLanguage = Math.max(...all.filter((file) => isOwnPhone(file) && isLanguage(file)).map(packed));

const precached = [...readFileSync(join(dist, 'sw.js'), 'utf8').matchAll(/url:"([^"]+)"|"url":"([^"]+)"/g)].map(
  ([, a, b]) => a ?? b ?? '',
);
const isScriptFont = (file: string) => /\/noto-[^/]+\.woff2$/.test(file);
/** The service worker keeps these once they are asked for; nothing a worker opens may be among them. */
const isKeptLater = (file: string) =>
  /^assets\/(desk|library)-[^/]+\.(js|css)$/.test(file) && !ofWorkers.has(file) && !first.has(file);
const missing = all.filter(
  (file) => file.startsWith('assets/') && !isScriptFont(file) && !isKeptLater(file) && !precached.includes(file),
);

type Line = { readonly what: string; readonly bytes: number; readonly most: number };
const lines: Line[] = [
  // The PIN's derivation runs before Today can be used, so its worker counts.
  { what: 'JavaScript before Today is usable', bytes: sum([...first, ...lazy.filter(isWorkerScript)]), most: 175_000 },
  { what: 'CSS before Today', bytes: sum(firstStyles), most: 9_000 },
  { what: 'CSS of all that a worker opens', bytes: sum(styles.filter((file) => !isDeskStyle(file))), most: 28_000 },
  { what: 'CSS of the desk', bytes: sum(styles.filter(isDeskStyle)), most: 14_000 },
  { what: 'index.html', bytes: packed('index.html'), most: 14_000 },
  // Reports, corrections and lists from a file are of the desk alone, and fetched as its screens are opened.
  { what: 'the desk', bytes: sum(lazy.filter((file) => isDesk(file) && !isLanguage(file))), most: 300_000 },
  ...lazy.filter(isLanguage).map((file) => ({ what: file, bytes: packed(file), most: 12_000 })),
  ...lazy
    .filter((file) => !isDesk(file) && !isWorkerScript(file) && !isLanguage(file))
    .map((file) => ({ what: file, bytes: packed(file), most: 25_000 })),
  { what: 'the page of a link, its scripts', bytes: sum(link.filter((file) => file.endsWith('.js'))), most: 90_000 },
  { what: 'the page of a link, its CSS', bytes: sum(link.filter((file) => file.endsWith('.css'))), most: 9_000 },
  { what: 'the page on people’s own phones, all of it', bytes: sum(visited) + largestLanguage, most: 30_000 },
  ...all.filter(isScriptFont).map((file) => ({ what: file, bytes: travels(file), most: 170_000 })),
  { what: 'the whole precache', bytes: precached.reduce((total, file) => total + travels(file), 0), most: 900_000 },
];

let failed = false;
for (const { what, bytes, most } of lines) {
  const over = bytes > most;
  failed ||= over;
  if (over || most !== 25_000) console.log(`${over ? 'OVER' : 'ok  '} ${what}: ${kB(bytes)} of ${kB(most)}`);
}
console.log(
  `ok   ${lines.filter(({ most }) => most === 25_000).length} other scripts, the largest ${kB(Math.max(0, ...lines.filter(({ most }) => most === 25_000).map(({ bytes }) => bytes)))} of 25.0 kB`,
);
if (missing.length > 0 || precached.length === 0) {
  failed = true;
  console.log(`OVER not in the precache: ${missing.join(', ') || 'anything'}`);
}
process.exitCode = failed ? 1 : 0;
