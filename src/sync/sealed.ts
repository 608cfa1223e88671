import { capturedOf, keepsAnswered, takeAnswered, unsentOf } from '#db/captured.ts';
import type { CapturedBox } from '#db/database.ts';
import { type Profile, toBase64 } from '#db/profile.ts';
import { takeServerKey } from '#db/server-key.ts';
import type { SealedAnswer } from '#domain/records/wire.ts';
import { post } from './http.ts';

/** Posting what was closed to the server, as it lies, under the send token: needs no unlock, and is answered with no row. */

const atOnce = 50;
/** A box the server could not open is not posted again for so long: a key that is gone is not put back by the minute. */
const againAfterMs = 60 * 60_000;

/** When each box may be posted again, of those the server could not open. In memory: a new start asks once more. */
const notBefore = new Map<string, number>();
/** When each phone last heard from the server. */
const heardAt = new Map<string, number>();

/**
 * Sends everything once, or until the server does not answer: first what takes back or refuses something. An entry leaves the phone
 * when the server has opened it and its backups hold it; a box that it could not open stays unsent, for the day it has its key again.
 */
export async function sendSealed(profile: Profile, nowMs = Date.now()): Promise<void> {
  const { device } = profile;
  let due = (await unsentOf(device)).filter((id) => (notBefore.get(id) ?? 0) <= nowMs);
  if (due.length === 0) return askAfterKept(profile, nowMs);
  let most = atOnce;
  while (due.length > 0) {
    const captured = await capturedOf(device, due.slice(0, most));
    const sent = await send(profile, captured, nowMs);
    if (sent === 'not sent') return;
    if (sent === 'too much' && captured.length > 1) {
      most = Math.ceil(captured.length / 2);
      continue;
    }
    // One box that is too much by itself keeps back none that come after it.
    due = due.slice(most);
  }
}

/** Whether the server still has what it answered for is asked now and then, though nothing is to be sent: it may have been restored. */
async function askAfterKept(profile: Profile, nowMs: number): Promise<void> {
  if (nowMs - (heardAt.get(profile.device) ?? 0) < againAfterMs || !(await keepsAnswered(profile.device))) return;
  await send(profile, [], nowMs);
  // A new epoch has made everything unsent again.
  if ((await unsentOf(profile.device)).some((id) => !notBefore.has(id))) await sendSealed(profile, nowMs);
}

async function send(
  profile: Profile,
  captured: readonly CapturedBox[],
  nowMs: number,
): Promise<'sent' | 'too much' | 'not sent'> {
  const entries = captured.map(({ id, v, keyId, first, box }) => ({ id, v, keyId, first, box: toBase64(box) }));
  const reply = await post('/api/sealed', profile.sendToken, { entries });
  if (reply.type === 'status' && reply.status === 413) return 'too much';
  if (reply.type !== 'answer') return 'not sent';
  const answer = reply.answer as SealedAnswer; // our own server's shape, known by its header
  heardAt.set(profile.device, nowMs);
  for (const { id, opened } of answer.results) {
    if (opened === false) notBefore.set(id, nowMs + againAfterMs);
    else notBefore.delete(id);
  }
  const opened = answer.results.filter((result) => result.opened !== false).map(({ id }) => id);
  await takeAnswered(profile.device, opened, answer);
  const current = answer.serverKeys.at(-1)?.publicKey;
  if (current !== undefined && current !== profile.serverKey) await takeServerKey(profile.device, current);
  return 'sent';
}
