import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Handler } from 'hono';

/** The built app. Assets carry their hash in their name and never change; everything else is asked for again each time. */

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};
const packable = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.wasm', '.txt', '.map']);

type Asset = {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer> | null;
  readonly etag: string;
};
const pack = promisify(gzip);

/** @param dist the folder `vite build` wrote */
export function serveApp(dist: string): Handler {
  const kept = new Map<string, { changedMs: number; asset: Asset }>();
  const find = async (path: string): Promise<Asset | null> => {
    const file = join(dist, path);
    if (!file.startsWith(dist)) return null;
    const found = await stat(file).catch(() => null); // not there: the caller decides what that means
    if (!found?.isFile()) return null;
    const known = kept.get(file);
    if (known?.changedMs === found.mtimeMs) return known.asset;
    const asset = await load(file, found.mtimeMs);
    kept.set(file, { changedMs: found.mtimeMs, asset });
    return asset;
  };
  return async (context) => {
    const written = decoded(context.req.path);
    const path = normalize(written);
    const asked = context.req.raw.headers;
    const isAsset = isAssetPath(path);
    // An address that is written as an asset and leads to something else, or the other way round, is nobody's.
    if (isAssetPath(written) !== isAsset) return notFound();
    const apart = pagesApart.find((each) => path.startsWith(each));
    if (apart !== undefined && !isAsset) {
      const page = path === apart ? await find(`${apart}index.html`) : null;
      return page ? respondWith(page, 'no-store', asked, { 'X-Robots-Tag': 'noindex' }) : notFound();
    }
    const asset = path === '/' ? null : await find(path);
    // An old page asking for an asset of an older build must fail plainly: HTML in its place would run as script.
    const wantsPage = !isAsset && /text\/html/.test(context.req.header('Accept') ?? '');
    const answered = asset ?? (path === '/' || wantsPage ? await find('/index.html') : null);
    if (!answered) return notFound();
    const cache = isAsset ? 'public, max-age=31536000, immutable' : 'no-cache';
    return respondWith(answered, cache, asked);
  };
}

/** Pages that people answer on with phones of their own: kept by no browser, found by no search, and none of the app’s. */
const pagesApart = ['/c/', '/v/'];
const isAssetPath = (path: string): boolean => /^\/([cv]\/)?assets\//.test(path);

const notFound = () => new Response('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain' } });

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/'; // not an address: the app shows that it knows no such page
  }
};

async function load(file: string, changedMs: number): Promise<Asset> {
  const extension = extname(file);
  const plain = new Uint8Array(await readFile(file));
  const packed = packable.has(extension) ? new Uint8Array(await pack(plain, { level: 9 })) : null;
  const type = types[extension] ?? 'application/octet-stream';
  return { type, plain, packed, etag: `"${Math.round(changedMs).toString(36)}-${plain.length.toString(36)}"` };
}

function respondWith(
  { type, plain, packed, etag }: Asset,
  cache: string,
  asked: Headers,
  more: Readonly<Record<string, string>> = {},
): Response {
  const headers = { ...more, 'Content-Type': type, 'Cache-Control': cache, ETag: etag, Vary: 'Accept-Encoding' };
  if (asked.get('If-None-Match') === etag) return new Response(null, { status: 304, headers });
  if (packed && /\bgzip\b/.test(asked.get('Accept-Encoding') ?? '')) {
    return new Response(packed, { headers: { ...headers, 'Content-Encoding': 'gzip' } });
  }
  return new Response(plain, { headers });
}
