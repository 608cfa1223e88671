import { capturedOf, dropCaptured } from '#db/locked.ts';
import { type Profile, toBase64 } from '#db/profile.ts';
import type { Result } from '#domain/wire.ts';
import { post } from './http.ts';

/** Posting what was closed to the server, as it lies, under the send token: needs no unlock, and is answered with no row. */

const atOnce = 50;

/** Sends until nothing is left or the server does not answer. An entry leaves once the server holds it: applied, or in its inbox. */
export async function sendSealed(profile: Profile): Promise<void> {
  for (;;) {
    const captured = await capturedOf(profile.device, atOnce);
    if (captured.length === 0) return;
    const entries = captured.map(({ id, box }) => ({ id, box: toBase64(box) }));
    const reply = await post('/api/sealed', profile.sendToken, { entries });
    if (reply.type !== 'answer') return;
    const { results } = reply.answer as { results: readonly Result[] }; // our own server's shape, known by its header
    const held = results.filter(({ id }) => captured.some((each) => each.id === id)).map(({ id }) => id);
    if (held.length === 0) return;
    await dropCaptured(profile.device, held);
  }
}
