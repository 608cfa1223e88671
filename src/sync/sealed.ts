import {
  answersOf,
  capturedOf,
  keepsAnswered,
  type SealedTable,
  takeAnswered,
  unsentAnswersOf,
  unsentOf,
} from '#db/captured.ts';
import { type Profile, toBase64 } from '#db/profile.ts';
import { releaseHeld } from '#db/release.ts';
import { takeServerKey } from '#db/server-key.ts';
import type { AnswerResult, SealedAnswer, SealedResult } from '#domain/records/wire.ts';
import { post } from './http.ts';

/** Posting what was closed to the server, as it lies, under the send token: needs no unlock, and is answered with no row. */

/** A way to the server: where its boxes lie, and what came of each. */
type Door = {
  readonly path: string;
  /** Most boxes of one request. */
  readonly atOnce: number;
  readonly table: SealedTable;
  unsent(device: string): Promise<string[]>;
  /** The body of a request with those of them that are there. */
  compose(device: string, ids: readonly string[]): Promise<unknown>;
  /** Whether the server has it, for each it answers for. */
  outcomes(results: readonly unknown[]): readonly { readonly id: string; readonly isTaken: boolean }[];
};

const entries: Door = {
  path: '/api/sealed',
  atOnce: 50,
  table: 'captured',
  unsent: unsentOf,
  async compose(device, ids) {
    const boxes = await capturedOf(device, ids);
    const sent = boxes.map(({ id, v, keyId, first, box }) => ({ id, v, keyId, first, box: toBase64(box) }));
    return { entries: sent };
  },
  outcomes: (results) =>
    (results as readonly SealedResult[]).map(({ id, opened }) => ({ id, isTaken: opened !== false })), // our own server's shape
};

/** Never in one request with an entry: that names its author. */
const answers: Door = {
  path: '/api/answers',
  // Those of one session go in one request: what the server gets apart from the others may be too few to be shown.
  atOnce: 200,
  table: 'answer',
  unsent: unsentAnswersOf,
  async compose(device, ids) {
    const found = await answersOf(device, ids);
    const boxes = found.map(({ t, v, keyId, box }) => ({ t, v, keyId, box: toBase64(box) }));
    return { boxes };
  },
  outcomes: (results) =>
    (results as readonly AnswerResult[]).map(({ t, result }) => ({ id: t, isTaken: result === 'ok' })), // as above
};

/** A box the server could not open or take is not posted again for so long: a key that is gone is not put back by the minute. */
const againAfterMs = 60 * 60_000;

/** When each box may be posted again, of those the server could not open or take. In memory: a new start asks once more. */
const notBefore = new Map<string, number>();
/** When each phone last heard from the server, by each door. */
const heardAt = new Map<string, number>();

/** Sends everything once: entries, and then answers, each by its own door. What waits until its session is over goes when it is. */
export async function sendSealed(profile: Profile, nowMs = Date.now()): Promise<void> {
  await releaseHeld(profile.device, nowMs);
  for (const door of [entries, answers]) await sendBy(door, profile, nowMs);
}

/**
 * Until the server does not answer: first what takes back or refuses something. A box leaves the phone when the server has opened it
 * and its backups hold it; one that it could not take stays unsent, for the day it can.
 */
async function sendBy(door: Door, profile: Profile, nowMs: number): Promise<void> {
  let due = (await door.unsent(profile.device)).filter((id) => (notBefore.get(id) ?? 0) <= nowMs);
  if (due.length === 0) return askAfterKept(door, profile, nowMs);
  let most = door.atOnce;
  while (due.length > 0) {
    const ids = due.slice(0, most);
    const sent = await send(door, profile, ids, nowMs);
    if (sent === 'not sent') return;
    if (sent === 'too much' && ids.length > 1) {
      most = Math.ceil(ids.length / 2);
      continue;
    }
    // One box that is too much by itself keeps back none that come after it.
    due = due.slice(most);
  }
}

/** Whether the server still has what it answered for is asked now and then, though nothing is to be sent: it may have been restored. */
async function askAfterKept(door: Door, profile: Profile, nowMs: number): Promise<void> {
  const { device } = profile;
  const heard = heardAt.get(`${door.path} ${device}`) ?? 0;
  if (nowMs - heard < againAfterMs || !(await keepsAnswered(device, door.table))) return;
  await send(door, profile, [], nowMs);
  // A new epoch has made everything unsent again.
  if ((await door.unsent(device)).some((id) => !notBefore.has(id))) await sendBy(door, profile, nowMs);
}

async function send(
  door: Door,
  profile: Profile,
  ids: readonly string[],
  nowMs: number,
): Promise<'sent' | 'too much' | 'not sent'> {
  const { device } = profile;
  const reply = await post(door.path, profile.sendToken, await door.compose(device, ids));
  if (reply.type === 'status' && reply.status === 413) return 'too much';
  if (reply.type !== 'answer') return 'not sent';
  const answer = reply.answer as Omit<SealedAnswer, 'results'> & { readonly results: readonly unknown[] }; // our own server's shape, known by its header
  heardAt.set(`${door.path} ${device}`, nowMs);
  const outcomes = door.outcomes(answer.results);
  for (const { id, isTaken } of outcomes) {
    if (isTaken) notBefore.delete(id);
    else notBefore.set(id, nowMs + againAfterMs);
  }
  const taken = outcomes.filter(({ isTaken }) => isTaken).map(({ id }) => id);
  await takeAnswered(device, door.table, taken, answer);
  const current = answer.serverKeys.at(-1)?.publicKey;
  if (current !== undefined && current !== profile.serverKey) await takeServerKey(device, current);
  return 'sent';
}
