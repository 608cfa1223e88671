import { useDesk } from '#desk/desk.ts';
import type { AskedCorrection } from '#domain/sessions/corrections/asked.ts';

/** How a session is put right: the server does it, on a laptop and on a shared computer alike. */

/** Reads again what shows the session. */
const refreshed = ['/api/sessions', '/api/overview', '/api/reports', '/api/people', '/api/person'] as const;

/** Saves a correction of one session; what went wrong in words, or null. */
export function useCorrect(session: string): (asked: AskedCorrection) => Promise<string | null> {
  const { ask, answers } = useDesk();
  return async (asked) => {
    const got = await ask('POST', `/api/sessions/${session}/corrections`, asked);
    // Also where it was refused: what somebody else changed meanwhile is to be seen.
    answers.refresh(...refreshed);
    return got.ok ? null : got.words;
  };
}

/** Puts one correction back. */
export function usePutBack(session: string): (correction: string, id: string) => Promise<string | null> {
  const { ask, answers } = useDesk();
  return async (correction, id) => {
    const got = await ask('POST', `/api/sessions/${session}/corrections/${correction}/put-back`, { id });
    answers.refresh(...refreshed);
    return got.ok ? null : got.words;
  };
}

/** Every correction needs a line that says why. */
export const whyFault = (why: string): string | undefined =>
  why.trim() === '' ? 'Say why, in a few words.' : undefined;
