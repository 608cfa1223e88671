import type { Entry } from '#domain/entry.ts';
import { limits } from '#domain/wire.ts';

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

export type Pace = {
  /** Entries of the next push. */
  readonly batch: number;
  /** Failed rounds in a row. */
  readonly failures: number;
  /** Do not begin before: epoch ms. */
  readonly notBefore: number;
  /** Halving to find the entry that makes the server fail; nothing else is sent meanwhile. */
  readonly isolating: boolean;
  /** How often an entry failed alone, by id. */
  readonly alone: Readonly<Record<string, { readonly times: number; readonly why: 'too_large' | 'error' }>>;
  /** Entries the server cannot take, tried alone about every fifth round. */
  readonly aside: readonly string[];
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
  isolating: false,
  alone: {},
  aside: [],
  round: 0,
  trouble: null,
};

const retryOneInRounds = 5;

/** The entries of the next push, in save order, within the limits. */
export function nextBatch(pace: Pace, waiting: readonly Entry[]): readonly Entry[] {
  const retry = pace.aside[Math.floor(pace.round / retryOneInRounds) % Math.max(pace.aside.length, 1)];
  if (!pace.isolating && retry !== undefined && pace.round % retryOneInRounds === retryOneInRounds - 1) {
    const alone = waiting.find(({ id }) => id === retry);
    if (alone) return [alone];
  }
  const batch: Entry[] = [];
  let bytes = 2048; // the envelope
  for (const entry of waiting) {
    if (pace.aside.includes(entry.id)) continue;
    bytes += JSON.stringify(entry).length * 3; // UTF-8 takes at most three bytes for one unit
    if (batch.length > 0 && (batch.length >= pace.batch || bytes > limits.pushBytes)) break;
    batch.push(entry);
  }
  return batch;
}

/** The entry an oversize answer condemns, if any: it failed alone three times. It goes to quarantine, `too_large`. */
export const tooLarge = (pace: Pace): string | undefined =>
  Object.keys(pace.alone).find((id) => pace.alone[id]?.why === 'too_large' && (pace.alone[id]?.times ?? 0) >= 3);

const firstWaitMs = 2_000;
const longestWaitMs = 300_000;

/** Full jitter: anywhere between now and the bound, so that forty phones do not return in the same second. */
function waitFrom(nowMs: number, failures: number, chance: number, retryAfterMs: number): number {
  const bound = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 10));
  return nowMs + Math.max(retryAfterMs, Math.floor(bound * chance));
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
  if (status >= 500 && (failures >= 2 || pace.isolating))
    return narrowed({ ...waited, trouble: 'server trouble' }, sent, 'error');
  if (status >= 500) return { ...waited, trouble: 'server trouble' };
  return {
    ...waited,
    trouble: reply.type === 'foreign' ? 'not the server' : reply.type === 'silent' ? 'no answer' : 'server trouble',
  };
}

function succeeded(pace: Pace, sent: readonly Entry[]): Pace {
  const taken = new Set(sent.map(({ id }) => id));
  const alone = Object.fromEntries(Object.entries(pace.alone).filter(([id]) => !taken.has(id)));
  const aside = pace.aside.filter((id) => !taken.has(id));
  const grown = sent.length >= pace.batch ? Math.ceil(pace.batch * 1.5) : pace.batch;
  // While isolating, the good half going through does not end the search; reaching the bad one alone does.
  const batch = pace.isolating ? pace.batch : Math.min(limits.entries, grown);
  return { ...pace, failures: 0, notBefore: 0, trouble: null, alone, aside, batch };
}

/** Halves the push; an entry that fails alone three times is put aside, or condemned as too large. */
function narrowed(pace: Pace, sent: readonly Entry[], why: 'too_large' | 'error'): Pace {
  const [only] = sent;
  if (!only) return pace;
  if (sent.length > 1) return { ...pace, isolating: true, batch: Math.max(1, Math.floor(sent.length / 2)) };
  const times = (pace.alone[only.id]?.times ?? 0) + 1;
  const alone = { ...pace.alone, [only.id]: { times, why } };
  if (times < 3) return { ...pace, isolating: true, batch: 1, alone };
  const aside = pace.aside.includes(only.id) ? pace.aside : [...pace.aside, only.id];
  return { ...pace, alone, aside, isolating: false, batch: startPace.batch };
}
