import type { CapturedBox } from '#db/database.ts';
import { capturedAfter, dropCaptured } from '#db/locked.ts';
import { type Profile, toBase64 } from '#db/profile.ts';
import type { SealedResult } from '#domain/records/wire.ts';
import { post } from './http.ts';

/** Posting what was closed to the server, as it lies, under the send token: needs no unlock, and is answered with no row. */

const atOnce = 50;
/** A box the server could not open is not posted again for so long: a key that is gone is not put back by the minute. */
const againAfterMs = 60 * 60_000;

/** When each box may be posted again, of those the server could not open. In memory: a new start asks once more. */
const notBefore = new Map<string, number>();

/**
 * Sends everything once, or until the server does not answer. An entry leaves the phone when the server has opened it and
 * applied or kept it; a box that it could not open stays, for the day the server has its key again.
 */
export async function sendSealed(profile: Profile, nowMs = Date.now()): Promise<void> {
  let last = '';
  let most = atOnce;
  for (;;) {
    const captured = await capturedAfter(profile.device, last, most);
    const newest = captured.at(-1);
    if (!newest) return;
    const due = captured.filter(({ id }) => (notBefore.get(id) ?? 0) <= nowMs);
    const sent = due.length === 0 ? 'sent' : await send(profile, due, nowMs);
    if (sent === 'not sent') return;
    if (sent === 'too much' && due.length > 1) {
      most = Math.ceil(most / 2);
      continue;
    }
    // One box that is too much by itself keeps back none that come after it.
    last = newest.id;
  }
}

async function send(
  profile: Profile,
  captured: readonly CapturedBox[],
  nowMs: number,
): Promise<'sent' | 'too much' | 'not sent'> {
  const entries = captured.map(({ box, ...beside }) => ({ ...beside, box: toBase64(box) }));
  const reply = await post('/api/sealed', profile.sendToken, { entries });
  if (reply.type === 'status' && reply.status === 413) return 'too much';
  if (reply.type !== 'answer') return 'not sent';
  const { results } = reply.answer as { results: readonly SealedResult[] }; // our own server's shape, known by its header
  const done = new Set(results.filter(({ opened }) => opened !== false).map(({ id }) => id));
  for (const { id, opened } of results) {
    if (opened === false) notBefore.set(id, nowMs + againAfterMs);
    else notBefore.delete(id);
  }
  const gone = captured.flatMap(({ id }) => (done.has(id) ? id : []));
  await dropCaptured(profile.device, gone);
  return 'sent';
}
