import { openPerson } from '#db/person.ts';
import type { AnswerFor } from '#domain/all-answers.ts';
import { type Ask, type Got, noSignal } from '#forms/ask.ts';

/** Requests that are not sync: enrolling, recovering, the desk. What came back is a value, trouble included. */

/** Asks the server. What it answers at an address follows from the address. */
export async function ask<const Verb extends 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', const Path extends string>(
  method: Verb,
  path: Path,
  options: {
    token?: string;
    body?: unknown /** Of a desk that keeps nothing: seconds without a touch. */;
    idle?: number;
  } = {},
): Promise<Got<AnswerFor<Verb, Path>>> {
  const { token, body, idle } = options;
  try {
    const response = await fetch(path, {
      method,
      headers: {
        'x-bandstand': '1',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(idle !== undefined && { 'x-bandstand-idle': String(idle) }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
    });
    if (response.headers.get('x-bandstand') === null) return noSignal;
    const answer = response.status === 204 ? null : await response.json();
    // Our own server's, known by its header; every answer in its tests is held against what its routes say.
    if (response.ok) return { ok: true, value: answer as AnswerFor<Verb, Path> };
    return {
      ok: false,
      status: response.status,
      words: String((answer as { detail?: string }).detail ?? 'The server could not do that.'),
    };
  } catch {
    return noSignal;
  }
}

/** The same in the name of whoever is unlocked here. */
export const askHere: Ask = (method, path, body) =>
  ask(method, path, { token: openPerson().fullToken, ...(body !== undefined && { body }) });
