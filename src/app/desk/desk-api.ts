import { ask } from '#app/api.ts';
import { idleSeconds } from '#app/idle.ts';
import type { Ask, Failed, Got, Method } from '#desk/desk.ts';

/** What the desk asks the server for: the same requests, with a token or the cookie, and files. */

type Asking = {
  /** Undefined at a desk that keeps nothing: the cookie goes along by itself. */
  readonly token: () => string | undefined;
  /** The server no longer knows who this is. */
  readonly onSignedOut: () => void;
};

const waitMs = 1500;
const tries = 4;

/** Asks, and asks again while the server is busy with other reports. */
export function deskAsk({ token, onSignedOut }: Asking): Ask {
  return async <Verb extends Method, Path extends string>(method: Verb, path: Path, body?: unknown) => {
    for (let left = tries; ; left -= 1) {
      const key = token();
      const got = await ask(method, path, {
        ...(key !== undefined ? { token: key } : { idle: idleSeconds() }),
        ...(body !== undefined && { body }),
      });
      if (!got.ok && got.status === 503 && left > 1) {
        await new Promise((resolve) => setTimeout(resolve, waitMs));
        continue;
      }
      if (!got.ok && got.status === 401) onSignedOut();
      return got;
    }
  };
}

const noFile: Failed = { ok: false, status: 0, words: 'No answer from the server. Find signal and try again.' };

/** Fetches a file with the same credentials; a link could not carry the token. */
export function deskFile({ token, onSignedOut }: Asking) {
  return async (path: string): Promise<Got<Blob>> => {
    const key = token();
    const who = key !== undefined ? { authorization: `Bearer ${key}` } : { 'x-bandstand-idle': String(idleSeconds()) };
    const headers: Record<string, string> = { 'x-bandstand': '1', ...who };
    try {
      const response = await fetch(path, { headers, cache: 'no-store', signal: AbortSignal.timeout(60_000) });
      if (response.headers.get('x-bandstand') === null) return noFile;
      if (response.ok) return { ok: true, value: await response.blob() };
      if (response.status === 401) onSignedOut();
      const problem = (await response.json()) as { detail?: string };
      return { ok: false, status: response.status, words: problem.detail ?? 'The server could not make the file.' };
    } catch {
      return noFile;
    }
  };
}
