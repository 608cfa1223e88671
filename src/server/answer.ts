import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { Made } from '#server/reports/reports.ts';
import type { ReportStore } from './store.ts';

/** Answers, text packed for whoever can unpack it. Nothing the server answers is kept by a browser. */

const pack = promisify(gzip);
/** Below this many bytes a packed answer is hardly smaller. */
const packFrom = 1024;

/** A file to be handed out as it is. */
export class FileMade implements Made {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly packed: boolean;

  constructor(bytes: Uint8Array, type: string, headers: Readonly<Record<string, string>>, packed: boolean) {
    this.bytes = new Uint8Array(bytes);
    this.type = type;
    this.headers = headers;
    this.packed = packed;
  }
}

/** Some of a file: its text, how many rows that is, and whom they name. */
export type TextTaken = { readonly text: string; readonly rows: number; readonly people: readonly string[] };

type Streamed = {
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The line it owes the log. @param rows how many there are, where that is known before the first is handed out */
  readonly log: (people: readonly string[], rows?: number) => void;
  /** Hands over its text from the first row to the last. @param take waits until there is room for more */
  readonly write: (store: ReportStore, take: (taken: TextTaken) => Promise<void>) => Promise<void>;
};

/** A file that is handed out while it is made, where it is long. */
export class FileStreamed {
  readonly file: Streamed;
  constructor(file: Streamed) {
    this.file = file;
  }
}

/** What a report came to, as bytes: a file as it is, a value as JSON. */
export const madeOf = (result: unknown): Made =>
  result instanceof FileMade
    ? { ...result }
    : { bytes: new TextEncoder().encode(JSON.stringify(result)), type: 'application/json', headers: {}, packed: false };

/** Made by the context, so that a cookie set on the way goes along. */
export async function answerMade(
  context: Context,
  { bytes, type, headers: more, packed, rest }: Made,
): Promise<Response> {
  const headers = { ...more, 'Content-Type': type, 'Cache-Control': 'no-store', Vary: 'Accept-Encoding' };
  const accepts = /\bgzip\b/.test(context.req.header('Accept-Encoding') ?? '');
  if (rest) {
    if (!accepts) return context.body(rest, { headers });
    return context.body(rest.pipeThrough(new CompressionStream('gzip')), {
      headers: { ...headers, 'Content-Encoding': 'gzip' },
    });
  }
  if (packed || !accepts || bytes.length < packFrom) return context.body(bytes, { headers });
  const smaller = new Uint8Array(await pack(bytes, { level: 6 }));
  return context.body(smaller, { headers: { ...headers, 'Content-Encoding': 'gzip' } });
}

/** A value as JSON, nothing as 204. */
export const answerWith = async (context: Context, result: unknown): Promise<Response> =>
  result === undefined ? context.body(null, 204, { 'Cache-Control': 'no-store' }) : answerMade(context, madeOf(result));
