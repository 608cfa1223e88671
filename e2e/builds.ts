import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

/** Builds that only tests are served: the same app with one thing changed. They lie beside the tests' other leavings, never in dist. */

export const plainDist = resolve('test-builds/plain');
export const nextDist = resolve('test-builds/next');
export const nextVersion = '99.0.0';

/** The vault without a cipher, for the control: everything that would be sealed lies open. */
const openVault = `
const encoder = new TextEncoder();
const decoder = new TextDecoder();
export function openVault() {
  return {
    seal(_scope, _place, value) {
      const body = encoder.encode(JSON.stringify(value));
      const box = new Uint8Array(24 + body.length);
      crypto.getRandomValues(box.subarray(0, 24));
      box.set(body, 24);
      return box;
    },
    open: (_scope, _place, box) => JSON.parse(decoder.decode(box.subarray(24))),
    hide: (_scope, name) => name,
  };
}
`;

/** The same for what lies under a key of the browser's: the pack of a hand-over, and how far its form has come. */
const openBoxes = `
export const newBrowserKey = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
export const closeUnder = async (_key, secret) => {
  const box = new Uint8Array(12 + secret.length);
  box.set(secret, 12);
  return box;
};
export const openUnder = async (_key, box) => box.slice(12);
`;

/** Replaces text in one file; fails the build where the text is not there, so that it cannot quietly do nothing. */
function changing(file: string, change: (code: string) => string): Plugin {
  let changed = false;
  return {
    name: `changing ${file}`,
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0]?.endsWith(file)) return null;
      const next = change(code);
      changed ||= next !== code;
      return { code: next, map: null };
    },
    buildEnd() {
      if (!changed) throw new Error(`${file} was not changed`);
    },
  };
}

const withoutCipher = [
  changing('src/db/vault.ts', () => openVault),
  changing('src/db/browser-key.ts', () => openBoxes),
  // An answer as it lies: the server makes nothing of it, and what is looked at here lies on the phone.
  changing('src/db/sealing.ts', (code) => code.replace(/seal\(packAnswer\(answer\).*?\}\)/s, 'packAnswer(answer)')),
];
/** The next version's database has one more index on the records. */
const withNextSchema = [
  changing('src/db/database.ts', (code) =>
    code.replace(
      /this\.version\(4\)\.stores\(.*?\);/s,
      "$&\n    this.version(5).stores({ row: 'id, [type+key], seq' });",
    ),
  ),
];

async function buildTo(outDir: string, plugins: Plugin[], version?: string): Promise<void> {
  const before = process.env.BANDSTAND_VERSION;
  if (version) process.env.BANDSTAND_VERSION = version;
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true }, plugins });
  if (before === undefined) delete process.env.BANDSTAND_VERSION;
  else process.env.BANDSTAND_VERSION = before;
}

/** Run once before the journeys. */
export async function buildAll(): Promise<void> {
  if (!existsSync('dist/index.html')) throw new Error('build the app first: npm run build');
  await buildTo(plainDist, withoutCipher);
  await buildTo(nextDist, withNextSchema, nextVersion);
  for (const dist of [plainDist, nextDist]) {
    if (!existsSync(join(dist, 'sw.js'))) throw new Error(`${dist} has no service worker`);
  }
}
