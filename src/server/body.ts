import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Problem } from './problem.ts';

const unpack = promisify(gunzip);
const tooLarge = () => new Problem(413, 'too-large', 'The request is larger than this server takes. Send it in parts.');

/** Reads a JSON body, gzipped or not, without ever holding more than the limits. */
export async function readJson(request: Request, limits: { bytes: number; unpacked: number }): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? '')) {
    throw new Problem(415, 'not-json', 'Send application/json.');
  }
  const raw = await readBytes(request, limits.bytes);
  const encoding = request.headers.get('Content-Encoding') ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') throw new Problem(415, 'not-gzip', 'Send it plain or gzipped.');
  const bytes = encoding === 'gzip' ? await unpacked(raw, limits.unpacked) : raw;
  return parseJson(bytes);
}

async function readBytes(request: Request, most: number): Promise<Buffer> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.length;
      if (length > most) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (failure) {
    // Signal was lost, or the server stops: nobody is there to be answered, and nothing here is at fault.
    throw failure instanceof Problem ? failure : new Problem(499, 'broken-off', 'The request broke off.');
  }
  return Buffer.concat(chunks);
}

async function unpacked(raw: Buffer, most: number): Promise<Buffer> {
  try {
    return await unpack(raw, { maxOutputLength: most });
  } catch (failure) {
    if (failure instanceof RangeError) throw tooLarge(); // a bomb, or honestly too much
    throw new Problem(400, 'not-gzip', 'The gzip in the body is broken.');
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Throws a 400 for bytes that are not JSON, and for JSON so deep that walking it would overflow the stack. */
export function parseJson(bytes: Uint8Array): unknown {
  const notJson = new Problem(400, 'not-json', 'The body is not JSON.');
  try {
    const text = utf8.decode(bytes);
    if (depthOf(text) > mostDepth) throw notJson;
    return JSON.parse(text);
  } catch {
    throw notJson;
  }
}

const mostDepth = 32;

const [quote, backslash, openList, closeList, openObject, closeObject] = [...'"\\[]{}'].map((each) =>
  each.charCodeAt(0),
);

/** The deepest nesting of a JSON text, in one pass. Brackets inside strings do not count. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === quote) quoted = !quoted;
    else if (quoted) at += letter === backslash ? 1 : 0;
    else if (letter === openList || letter === openObject) deepest = Math.max(deepest, ++depth);
    else if (letter === closeList || letter === closeObject) depth -= 1;
  }
  return deepest;
}
