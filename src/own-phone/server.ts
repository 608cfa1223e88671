import type { AnswerTo } from '#domain/all-answers.ts';

/** Asking the server: by POST, with the token in the body, so that it stands in no log and no history. */

type Address = '/api/voice/link' | '/api/voice/link/answer';

/** What the page is given. */
export type AskedHere = AnswerTo<'POST /api/voice/link'>;

/** Why nothing came of it, and nothing will. */
export type AskingRefusal = 'over' | 'answered' | 'not-taken';
/** Why nothing came of it yet. */
export type Delay = 'no-answer' | 'server' | 'too-many';
export type ServerReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: AskingRefusal | Delay };

const delays: ReadonlySet<string> = new Set<Delay>(['no-answer', 'server', 'too-many']);
export const isDelay = (why: string): why is Delay => delays.has(why);

/** The kinds of the server’s problems that have words of their own here. */
const refusals: Readonly<Record<string, AskingRefusal>> = {
  'urn:bandstand:asking-is-over': 'over',
  'urn:bandstand:answered': 'answered',
};

/** So long a reply may take; after that there is no signal. */
const longestMs = 20_000;

/** Never throws. Nothing goes along that could tell one visit from another. */
export async function askServer<const Path extends Address>(
  path: Path,
  body: unknown,
): Promise<ServerReply<AnswerTo<`POST ${Path}`>>> {
  // Phones that are a few years old know no AbortSignal.timeout.
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), longestMs);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      signal: waiting.signal,
    });
    // Our own server’s, known by its header: a café’s sign-in page is no answer.
    if (response.headers.get('x-bandstand') === null) return { ok: false, why: 'no-answer' };
    if (response.status === 429) return { ok: false, why: 'too-many' };
    if (response.status >= 500) return { ok: false, why: 'server' };
    const answer = response.status === 204 ? undefined : await response.json();
    if (response.ok) return { ok: true, value: answer };
    return { ok: false, why: refusals[String((answer as { type?: unknown }).type)] ?? 'not-taken' };
  } catch {
    return { ok: false, why: 'no-answer' };
  } finally {
    clearTimeout(timer);
  }
}
