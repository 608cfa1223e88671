import type { SaidByLink } from '#domain/voice/feedback/own-phone.ts';
import { type AskingRefusal, askServer, type Delay, isDelay } from './server.ts';

/**
 * Sends until it has arrived or is refused: at once, when the browser hears of signal, when somebody comes back to the page, and again
 * after a while. It is the same each time, so that one whose answer was lost is still one.
 */

export type SendState = 'sending' | 'arrived' | Delay | AskingRefusal;

const firstWaitMs = 4_000;
const longestWaitMs = 60_000;

/** @returns sends now, unless it is on its way already */
export function keepSending(said: SaidByLink, onState: (state: SendState) => void): () => void {
  const over = new AbortController();
  let isOnItsWay = false;
  let waitMs = firstWaitMs;
  let timer: number | undefined;

  async function send(): Promise<void> {
    if (isOnItsWay || over.signal.aborted) return;
    isOnItsWay = true;
    clearTimeout(timer);
    onState('sending');
    const got = await askServer('/api/voice/link/answer', said);
    isOnItsWay = false;
    const state = got.ok ? 'arrived' : got.why;
    if (!got.ok && isDelay(got.why)) {
      timer = window.setTimeout(() => void send(), waitMs);
      waitMs = Math.min(2 * waitMs, longestWaitMs);
    } else over.abort();
    onState(state);
  }

  const again = () => void send();
  window.addEventListener('online', again, { signal: over.signal });
  document.addEventListener('visibilitychange', () => !document.hidden && again(), { signal: over.signal });
  again();
  return again;
}
