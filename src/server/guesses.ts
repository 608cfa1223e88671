import { Problem } from './problem.ts';

/**
 * Secrets that may be guessed: codes and passphrases. Whoever was wrong often is slowed, never shut out: each further try waits
 * its turn, and a right one gets in when its turn comes. What is slow for one is not slow for the next: tries are counted by
 * address, phone or account, and nothing is counted for everybody together.
 */

/** Tries that are counted together. */
export type Tries = {
  /** `address 10.0.0.7` */
  readonly key: string;
  /** Wrong ones that cost nothing: people mistype, and a centre has one address. */
  readonly free: number;
  /** The longest a further one waits; a longer wait than `lineMs` is an answer that says when to come back. */
  readonly mostMs: number;
  /** Not counted for whoever has got in under this name before. */
  readonly unlessKnown?: string;
};

export type Guesses = {
  /** Runs a try when its turn comes. A 403 was a wrong one; anything else costs nothing. */
  attempt<T>(tries: readonly Tries[], run: () => Promise<T>): Promise<T>;
};

type Count = { wrong: number; judging: number; waiting: number; lastWrongMs: number; line: Promise<void> };

/** The first wait; each wrong try doubles it. */
const firstWaitMs = 250;
/** A try is kept waiting for no longer than this: phones give up after 20 s. */
const lineMs = 4000;
const mostInLine = 8;
/** After so long without a wrong try, earlier ones are forgotten. */
const forgetAfterMs = 15 * 60_000;
/** Keys remembered at once. Beyond it the oldest are forgotten, so that nobody can fill the memory. */
const mostKeys = 50_000;

/** @param wait how time passes */
export function newGuesses(now: () => number, wait: (ms: number) => Promise<void>): Guesses {
  const counts = new Map<string, Count>();
  const known = new Set<string>();

  function countOf(key: string): Count {
    const before = counts.get(key);
    const isOld = before && before.judging + before.waiting === 0 && now() - before.lastWrongMs > forgetAfterMs;
    const count =
      before && !isOld ? before : { wrong: 0, judging: 0, waiting: 0, lastWrongMs: 0, line: Promise.resolve() };
    counts.delete(key); // the order of the map is by last use
    counts.set(key, count);
    dropOldest(counts);
    return count;
  }

  async function inTurn<T>({ key, free, mostMs }: Tries, run: () => Promise<T>): Promise<T> {
    const count = countOf(key);
    // A try counts before it is judged, so that a hundred at once are not all let through.
    if (count.wrong + count.judging < free) return judged(count, run);
    const waitMs = () => {
      const delay = Math.min(mostMs, firstWaitMs * 2 ** Math.min(20, Math.max(0, count.wrong - free)));
      return Math.max(0, count.lastWrongMs + delay - now());
    };
    if (count.waiting >= mostInLine) throw tooMany(waitMs() * mostInLine);
    if (waitMs() > lineMs) throw tooMany(waitMs());
    const before = count.line;
    const { promise, resolve } = Promise.withResolvers<void>();
    count.line = promise;
    count.waiting += 1;
    try {
      await before;
      const left = waitMs();
      if (left > lineMs) throw tooMany(left);
      await wait(left);
      return await judged(count, run);
    } finally {
      count.waiting -= 1;
      resolve();
    }
  }

  async function judged<T>(count: Count, run: () => Promise<T>): Promise<T> {
    count.judging += 1;
    try {
      return await run();
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 403) {
        count.wrong += 1;
        count.lastWrongMs = now();
      }
      throw failure;
    } finally {
      count.judging -= 1;
    }
  }

  return {
    async attempt(tries, run) {
      const asked = tries.filter(({ unlessKnown }) => unlessKnown === undefined || !known.has(unlessKnown));
      const result = await asked.reduceRight((next, each) => () => inTurn(each, next), run)();
      for (const { unlessKnown } of tries) if (unlessKnown !== undefined) known.add(unlessKnown);
      dropOldest(known);
      return result;
    },
  };
}

function dropOldest(kept: Map<string, unknown> | Set<string>): void {
  const oldest = kept.size > mostKeys ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}

const tooMany = (ms: number): Problem => {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return new Problem(429, 'too-many', `Too many wrong tries. Try again in ${seconds} s.`, seconds);
};

/** Codes from one address: never kept waiting for long, as others are behind it too, and a code is not to be guessed at that pace. */
export const byAddress = (address: string): Tries => ({ key: `address ${address}`, free: 10, mostMs: 2000 });

/** Codes tried on one phone, wherever it is. */
export const byPhone = (device: string): Tries => ({ key: `phone ${device}`, free: 10, mostMs: 2000 });

/**
 * A passphrase is chosen by a person, so tries at one account are held harder: from one address, and from all together, but
 * for the addresses from which its owner has signed in. Nobody keeps them out by being wrong from somewhere else.
 */
export const byAccount = (account: string, address: string): readonly Tries[] => [
  byAddress(address),
  { key: `account ${account} at ${address}`, free: 10, mostMs: 60_000 },
  { key: `account ${account}`, free: 100, mostMs: 60_000, unlessKnown: `${account} at ${address}` },
];
