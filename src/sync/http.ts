import type { Request, RoundAnswer } from '#domain/records/wire.ts';
import type { Reply } from './core.ts';

/** One request to the server, and what came of it. An answer counts only if it is the server's own. */

const stalledMs = 20_000;
const compressFromBytes = 4096;

/** A JSON answer of our server, or why there is none; it gives up after 20 s. Never throws. */
export async function post(path: string, token: string, body: unknown): Promise<Reply<unknown>> {
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(), stalledMs);
  try {
    const { payload, encoding } = await packed(JSON.stringify(body));
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-bandstand': '1',
        ...(encoding && { 'content-encoding': encoding }),
      },
      body: payload,
      signal: stalled.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
    if (response.headers.get('x-bandstand') === null) return { type: 'foreign' };
    if (!response.ok) return { type: 'status', status: response.status, retryAfterMs: retryAfter(response) };
    return { type: 'answer', answer: await response.json() };
  } catch {
    // fetch has one error for every way a network fails, and a cut body throws while parsing: both are silence.
    return { type: 'silent' };
  } finally {
    clearTimeout(timer);
  }
}

/** One sync round. */
export const sendWith = (token: string) => (request: Request) =>
  post('/api/sync/1', token, request) as Promise<Reply<RoundAnswer>>; // our own server's shape, known by its header

async function packed(text: string): Promise<{ payload: BodyInit; encoding: string | null }> {
  if (text.length < compressFromBytes || typeof CompressionStream === 'undefined')
    return { payload: text, encoding: null };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { payload: await new Response(stream).arrayBuffer(), encoding: 'gzip' };
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}
