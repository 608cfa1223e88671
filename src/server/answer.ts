import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';

/** Answers, text packed for whoever can unpack it. Nothing the server answers is kept by a browser. */

const pack = promisify(gzip);
/** Below this many letters a packed answer is hardly smaller. */
const packFrom = 1024;

/** Made by the context, so that a cookie set on the way goes along. */
export async function textAnswer(
  context: Context,
  text: string,
  type: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const headers = { ...more, 'Content-Type': type, 'Cache-Control': 'no-store', Vary: 'Accept-Encoding' };
  const accepts = /\bgzip\b/.test(context.req.header('Accept-Encoding') ?? '');
  if (!accepts || text.length < packFrom) return context.body(text, 200, headers);
  const packed = new Uint8Array(await pack(text, { level: 6 }));
  return context.body(packed, 200, { ...headers, 'Content-Encoding': 'gzip' });
}

/** Bytes that are packed already. */
export const fileAnswer = (
  context: Context,
  bytes: Uint8Array,
  type: string,
  more: Readonly<Record<string, string>>,
): Response => context.body(new Uint8Array(bytes), 200, { ...more, 'Content-Type': type, 'Cache-Control': 'no-store' });

/** A value as JSON, a made answer as it is, nothing as 204. */
export async function answerWith(context: Context, result: unknown): Promise<Response> {
  if (result instanceof Response) return result;
  if (result === undefined) return context.body(null, 204, { 'Cache-Control': 'no-store' });
  return textAnswer(context, JSON.stringify(result), 'application/json');
}
