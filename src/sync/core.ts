import type { Entry } from '#domain/records/entry.ts';
import { limits } from '#domain/records/wire.ts';

/**
 * The pace of sync: what to send next and when, decided from what came back. Pure: no clock, chance, network or store inside.
 * It only ever chooses what to send; nothing but a result from the server moves an entry.
 */

/** What came back of one request. */
export type Reply<A> =
  | { readonly type: 'answer'; readonly answer: A }
  | { readonly type: 'status'; readonly status: number; readonly retryAfterMs?: number | undefined }
  /** An answer that is not ours: a captive portal's page, a proxy's. */
  | { readonly type: 'foreign' }
  /** Nothing, or nothing more, for 20 s; or no network at all. */
  | { readonly type: 'silent' };

/** What earlier rounds have taught. It is kept in memory and learned anew. */
export type Pace = {
  /** Entries of the next push. */
  readonly batch: number;
  /** Failed rounds in a row. */
  readonly failures: number;
  /** Do not begin before: epoch ms. */
  readonly notBefore: number;
  /** How many entries at the head of the queue may hide the one that makes the server fail; nothing else is sent meanwhile. */
  readonly suspects: number;
  /** How often an entry failed alone, by id. */
  readonly alone: Readonly<Record<string, { readonly times: number; readonly why: 'too_large' | 'error' }>>;
  /** Entries the server cannot take, tried alone about every fifth round. */
  readonly aside: readonly string[];
  /** Those of them put aside while nothing else went through either: perhaps the server was down. Tried once it is up again. */
  readonly unproven: readonly string[];
  readonly round: number;
  /** What keeps it from sending, where a person should know. */
  readonly trouble:
    | null
    | 'sign in again'
    | 'not the server'
    | 'no answer'
    | 'server trouble'
    | 'app too old'
    | 'server too old';
};

export const startPace: Pace = {
  batch: 50,
  failures: 0,
  notBefore: 0,
  suspects: 0,
  alone: {},
  aside: [],
  unproven: [],
  round: 0,
  trouble: null,
};

const retryOneInRounds = 5;

/** Up to here the entries of a push need not be counted. */
const easyBytes = 100_000;

const utf8 = new TextEncoder();

/** The entries of the next push, in save order, within the limits. */
export function nextBatch(pace: Pace, waiting: readonly Entry[]): readonly Entry[] {
  const alone = retried(pace, waiting);
  if (alone) return [alone];
  const batch: Entry[] = [];
  // While nothing has gone wrong, small entries go together: a first push of a hundred kilobytes costs no more than one of fifty marks.
  const isEasy = pace.failures === 0 && pace.suspects === 0 && pace.batch >= startPace.batch;
  const most = isEasy ? limits.entries : pace.batch;
  let bytes = 2048; // the envelope
  for (const entry of waiting) {
    if (pace.aside.includes(entry.id)) continue;
    bytes += utf8.encode(JSON.stringify(entry)).length + 1;
    const isFull = batch.length >= most || (batch.length >= pace.batch && bytes > easyBytes);
    if (batch.length > 0 && (isFull || bytes > limits.pushBytes)) break;
    batch.push(entry);
  }
  return batch;
}

/** The entry put aside that is tried now, if any. */
function retried({ aside, unproven, suspects, failures, round }: Pace, waiting: readonly Entry[]): Entry | undefined {
  if (suspects > 0) return undefined;
  const proving = failures === 0 && waiting.find(({ id }) => unproven.includes(id));
  if (proving) return proving;
  if (round % retryOneInRounds !== retryOneInRounds - 1) return undefined;
  const next = aside[Math.floor(round / retryOneInRounds) % Math.max(aside.length, 1)];
  return waiting.find(({ id }) => id === next);
}

/** Whether an entry is still to be sent without waiting for its turn: all but those proven to make the server fail. */
export const isSendable = (pace: Pace, id: string): boolean => !pace.aside.includes(id) || pace.unproven.includes(id);

/** The entry an oversize answer condemns, if any: it failed alone three times. It goes to quarantine, `too_large`. */
export const tooLarge = (pace: Pace): string | undefined =>
  Object.keys(pace.alone).find((id) => pace.alone[id]?.why === 'too_large' && (pace.alone[id]?.times ?? 0) >= 3);

const firstWaitMs = 2_000;
/** A server that is back is found within a minute, whether or not the phone is told that it is online. */
const longestWaitMs = 60_000;

/** A server that asks for more is asked again after an hour all the same. */
const longestAskedMs = 3_600_000;

/** How long to wait still, ms. Nothing waits longer than an hour: where it seems to, the phone's clock was set back, and it goes now. */
export function waitMs({ notBefore }: Pace, nowMs: number): number {
  const wait = notBefore - nowMs;
  return wait > longestAskedMs ? 0 : Math.max(0, wait);
}

/** Full jitter: anywhere between now and the bound, so that forty phones do not return in the same second. */
function waitFrom(nowMs: number, failures: number, chance: number, retryAfterMs: number): number {
  const bound = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 10));
  return nowMs + Math.max(Math.min(longestAskedMs, retryAfterMs), Math.floor(bound * chance));
}

/**
 * What a reply makes of the pace.
 * @param sent the entries of the request
 * @param chance a random number from 0 to 1
 */
export function step(pace: Pace, reply: Reply<unknown>, sent: readonly Entry[], nowMs: number, chance: number): Pace {
  const next = { ...pace, round: pace.round + 1 };
  if (reply.type === 'answer') return succeeded(next, sent);
  const failures = pace.failures + 1;
  const status = reply.type === 'status' ? reply.status : 0;
  const retryAfterMs = reply.type === 'status' ? (reply.retryAfterMs ?? 0) : 0;
  const waited = { ...next, failures, notBefore: waitFrom(nowMs, failures, chance, retryAfterMs) };
  if (status === 401) return { ...waited, trouble: 'sign in again' };
  if (status === 426) return { ...waited, trouble: 'app too old' };
  if (status === 413) return narrowed(waited, sent, 'too_large');
  if (status >= 500 && (failures >= 2 || pace.suspects > 0))
    return narrowed({ ...waited, trouble: 'server trouble' }, sent, 'error');
  // The server had just answered: what fails alone now is what makes it fail.
  const unproven =
    status >= 500 && sent.length === 1 ? pace.unproven.filter((id) => id !== sent[0]?.id) : pace.unproven;
  if (status >= 500) return { ...waited, unproven, trouble: 'server trouble' };
  return {
    ...waited,
    trouble: reply.type === 'foreign' ? 'not the server' : reply.type === 'silent' ? 'no answer' : 'server trouble',
  };
}

function succeeded(pace: Pace, sent: readonly Entry[]): Pace {
  const taken = new Set(sent.map(({ id }) => id));
  const alone = Object.fromEntries(Object.entries(pace.alone).filter(([id]) => !taken.has(id)));
  const still = (ids: readonly string[]) => ids.filter((id) => !taken.has(id));
  const grown = sent.length >= pace.batch ? sent.length * 2 : pace.batch;
  // The good half going through does not end the search; all suspects going through does.
  const suspects = Math.max(0, pace.suspects - Math.max(1, sent.length));
  const batch = suspects > 0 ? pace.batch : Math.min(limits.entries, grown);
  const quiet = { failures: 0, notBefore: 0, trouble: null };
  return { ...pace, ...quiet, alone, aside: still(pace.aside), unproven: still(pace.unproven), suspects, batch };
}

/** Halves the push; an entry that fails alone three times is put aside, or condemned as too large. */
function narrowed(pace: Pace, sent: readonly Entry[], why: 'too_large' | 'error'): Pace {
  const [only] = sent;
  if (!only) return pace;
  if (sent.length > 1) return { ...pace, suspects: sent.length, batch: Math.max(1, Math.floor(sent.length / 2)) };
  const before = pace.alone[only.id];
  const times = (before?.why === why ? before.times : 0) + 1;
  const alone = { ...pace.alone, [only.id]: { times, why } };
  if (times < 3) return { ...pace, suspects: 1, batch: 1, alone };
  const added = (ids: readonly string[]) => (ids.includes(only.id) ? ids : [...ids, only.id]);
  const unproven = pace.aside.includes(only.id) ? pace.unproven : added(pace.unproven);
  return { ...pace, alone, aside: added(pace.aside), unproven, suspects: 0, batch: startPace.batch };
}
