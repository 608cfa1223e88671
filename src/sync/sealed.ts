import { capturedAfter, dropCaptured } from '#db/locked.ts';
import { type Profile, toBase64 } from '#db/profile.ts';
import type { SealedResult } from '#domain/records/wire.ts';
import { post } from './http.ts';

/** Posting what was closed to the server, as it lies, under the send token: needs no unlock, and is answered with no row. */

const atOnce = 50;

/**
 * Sends everything once, or until the server does not answer. An entry leaves the phone when the server has opened it and
 * applied or kept it; a box that it could not open stays, for the day the server has its key again.
 */
export async function sendSealed(profile: Profile): Promise<void> {
  let last = '';
  for (;;) {
    const captured = await capturedAfter(profile.device, last, atOnce);
    const newest = captured.at(-1);
    if (!newest) return;
    last = newest.id;
    const entries = captured.map(({ box, ...beside }) => ({ ...beside, box: toBase64(box) }));
    const reply = await post('/api/sealed', profile.sendToken, { entries });
    if (reply.type !== 'answer') return;
    const { results } = reply.answer as { results: readonly SealedResult[] }; // our own server's shape, known by its header
    const done = new Set(results.filter(({ opened }) => opened !== false).map(({ id }) => id));
    await dropCaptured(
      profile.device,
      captured.flatMap(({ id }) => (done.has(id) ? id : [])),
    );
  }
}
