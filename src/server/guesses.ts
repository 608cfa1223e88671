import { Problem } from './problem.ts';
import { turns } from './turns.ts';

/**
 * Secrets that may be guessed: codes and passphrases. Each try is judged at once, so a right one never stands behind wrong ones.
 * Only the answer to a wrong one is kept back, longer each time. Where a person chose the secret, the wrong ones judged in an
 * hour are limited. Tries are counted by address, phone, account or desk; nothing is counted for everybody together.
 */

/** Tries that are counted together. */
export type Tries = {
  /** `address 10.0.0.7` */
  readonly key: string;
  /** Wrong ones that are answered at once: people mistype, and a centre has one address. */
  readonly free: number;
  /** The longest the answer to a further wrong one is kept back. */
  readonly mostMs: number;
  /** Wrong ones judged in a row; beyond it nothing is, until one of them is forgotten. One is after each `most`-th of an hour. */
  readonly most?: number;
  /** How many are judged at the same time; the others wait in line. */
  readonly atOnce?: number;
  /** Not counted for whoever has got in under this name before. */
  readonly unlessKnown?: string;
};

/** Judges tries of secrets, each answer as late as the wrong ones before it have earned. */
export type Guesses = {
  /** Runs a try. A 403 was a wrong one; anything else costs nothing. */
  attempt<T>(tries: readonly Tries[], run: () => Promise<T>): Promise<T>;
};

type Turn = ReturnType<typeof turns>;
type Count = { wrong: number; atMs: number; judging: number; heldBack: number; readonly turn: Turn | undefined };

/** The first wait; each wrong try doubles it. */
const firstWaitMs = 250;
/** Answers kept back at the same time; beyond it a wrong try is turned away at once, and a right one still gets in. */
const mostHeldBack = 8;
/** Codes: how many wrong ones are remembered beyond the free ones, and how many are forgotten in an hour. */
const remembered = 10;
const forgottenAnHour = 40;
const hourMs = 3_600_000;
/** Those in line for one key; each is judged in a twentieth of a second. */
const mostInLine = 50;
/** Keys remembered at once. Beyond it the oldest are forgotten, so that nobody can fill the memory. */
const mostKeys = 50_000;

/** The wrong tries of each key: what time has not yet forgotten of them. */
function newCounts(now: () => number) {
  const counts = new Map<string, Count>();

  function countOf({ key, most, atOnce }: Tries): Count {
    const count = counts.get(key) ?? {
      ...{ wrong: 0, atMs: now(), judging: 0, heldBack: 0 },
      turn: atOnce === undefined ? undefined : turns(atOnce, mostInLine),
    };
    count.wrong = Math.max(0, count.wrong - Math.max(0, now() - count.atMs) / forgottenAfterMs(most));
    count.atMs = now();
    counts.delete(key); // the order of the map is by last use
    counts.set(key, count);
    dropOldest(counts);
    return count;
  }

  /** What a wrong try costs: one more is remembered, and how long its answer is kept back. */
  function noteWrong(tries: Tries): number {
    const { free, most, mostMs } = tries;
    const count = countOf(tries);
    count.wrong = Math.min(count.wrong + 1, most ?? free + remembered);
    const beyond = Math.ceil(count.wrong) - free;
    return beyond <= 0 ? 0 : Math.min(mostMs, firstWaitMs * 2 ** (beyond - 1));
  }

  return { countOf, noteWrong };
}

/** @param wait how time passes */
export function newGuesses(now: () => number, wait: (ms: number) => Promise<void>): Guesses {
  const { countOf, noteWrong } = newCounts(now);
  const known = new Set<string>();

  async function keepBack(tries: readonly Tries[]): Promise<void> {
    const ms = Math.max(0, ...tries.map(noteWrong));
    if (ms === 0) return;
    const asked = tries.map(countOf);
    if (asked.some(({ heldBack }) => heldBack >= mostHeldBack)) throw tooMany(ms);
    for (const count of asked) count.heldBack += 1;
    await wait(ms);
    for (const count of asked) count.heldBack -= 1;
  }

  async function judged<T>(tries: readonly Tries[], run: () => Promise<T>): Promise<T> {
    const asked = tries.map(countOf);
    asked.forEach((count, at) => {
      // A try counts before it is judged, so that a hundred at once are not all let through.
      const most = tries[at]?.most;
      if (most !== undefined && count.wrong + count.judging > most - 1) throw tooMany(forgottenAfterMs(most));
    });
    for (const count of asked) count.judging += 1;
    try {
      return await asked.reduceRight((next, { turn }) => (turn ? () => turn(next) : next), run)();
    } finally {
      for (const count of asked) count.judging -= 1;
    }
  }

  return {
    async attempt(tries, run) {
      const asked = tries.filter(({ unlessKnown }) => unlessKnown === undefined || !known.has(unlessKnown));
      try {
        const result = await judged(asked, run);
        for (const { unlessKnown } of tries) if (unlessKnown !== undefined) known.add(unlessKnown);
        dropOldest(known);
        return result;
      } catch (failure) {
        if (failure instanceof Problem && failure.status === 403) await keepBack(asked);
        throw failure;
      }
    },
  };
}

const forgottenAfterMs = (most = forgottenAnHour): number => hourMs / most;

function dropOldest(kept: Map<string, unknown> | Set<string>): void {
  const oldest = kept.size > mostKeys ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}

const tooMany = (ms: number): Problem => {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return new Problem(429, 'too-many', `Too many wrong tries. Try again in ${seconds} s.`, seconds);
};

/** Codes from one address. All are judged: 39 bits bear as many as one address may ask, and others are behind it too. */
export const byAddress = (address: string): Tries => ({ key: `address ${address}`, free: 10, mostMs: 2000 });

/** Codes tried on one phone, wherever it is. */
export const byPhone = (device: string): Tries => ({ key: `phone ${device}`, free: 10, mostMs: 2000 });

/**
 * A passphrase is chosen by a person, so the wrong ones judged of one account are limited: from one address, and from all
 * together, but for the addresses from which its owner has signed in. A desk at which its owner has signed in before is counted
 * by itself: nobody keeps them out there, not even from behind the same address.
 * @param desk the known desk, if it is one
 */
export function byAccount(account: string, address: string, desk: string | undefined): readonly Tries[] {
  const slow = { free: 10, mostMs: 4000 };
  if (desk !== undefined) {
    return [
      { key: `desk ${desk} of ${account}`, ...slow, most: 30, atOnce: 2 },
      { key: `known desks of ${account}`, ...slow, most: 100 },
    ];
  }
  return [
    { key: `passphrases from ${address}`, free: 20, mostMs: 2000, atOnce: 4 },
    { key: `account ${account} at ${address}`, ...slow, most: 100 },
    { key: `account ${account}`, ...slow, free: 100, most: 200, unlessKnown: `${account} at ${address}` },
  ];
}
