import type { Unlocked } from '#db/profile.ts';
import { type Pace, startPace, waitMs } from './core.ts';
import { sendWith } from './http.ts';
import { startPulse } from './pulse.ts';
import { type RoundPort, round } from './round.ts';
import { sendSealed } from './sealed.ts';

/** Runs rounds for the person signed in, one at a time across tabs, and says how it goes. */

/** What the app shows of sending. */
export type Progress = {
  readonly sending: boolean;
  readonly trouble: Pace['trouble'];
  /** When the last good answer came, epoch ms. */
  readonly answeredAt: number | null;
  /** When it tries again by itself, epoch ms; null while it is sending, or where it waits for somebody to look. */
  readonly nextAt: number | null;
  /** The last round was another tab’s: it was sending already. */
  readonly elsewhere: boolean;
};

/** Rounds for as long as somebody is unlocked. */
export type Runner = {
  /** Starts a round unless one runs; `now` ignores the wait after failures. */
  run(how?: 'now'): Promise<void>;
  stop(): void;
};

const savingMs = 800;
const withUnsentMs = 45_000;
const withoutUnsentMs = 300_000;

/** How a person's rounds go: their pace, and when the server last answered. */
function roundsOf(person: Unlocked, version: string) {
  let pace = startPace;
  let answeredAt: number | null = null;
  let stopped = false;
  const port: RoundPort = {
    store: person.store,
    send: sendWith(person.fullToken),
    now: Date.now,
    chance: Math.random,
    version,
  };
  return {
    pace: () => pace,
    progress: () => ({ trouble: pace.trouble, answeredAt }),
    stop: () => {
      stopped = true;
    },
    /** Until nothing is left to send or something fails. */
    async all(): Promise<void> {
      // What was saved while the phone was locked goes first: the round then brings it back to be seen.
      const { captured, answer } = person.store.database;
      if ((await captured.count()) + (await answer.count()) > 0) await sendSealed(person.profile);
      let again = true;
      while (again && !stopped) {
        const end = await round(port, pace);
        pace = end.pace;
        again = end.again;
        if (pace.trouble === null) answeredAt = Date.now();
      }
    },
  };
}

/** A lock keeps two tabs from doing the same work; nothing depends on it. @returns whether it was this tab’s to do */
async function inOneTab(name: string, work: () => Promise<void>): Promise<boolean> {
  const run = async (lock: unknown) => {
    if (lock) await work();
    return Boolean(lock);
  };
  return navigator.locks ? navigator.locks.request(name, { ifAvailable: true }, run) : run(true);
}

/** @param version of the app @param onSaved takes what to call after each save, and returns how to end that */
export function startRunner(
  person: Unlocked,
  version: string,
  tell: (progress: Progress) => void,
  onSaved: (listener: () => void) => () => void,
): Runner {
  const rounds = roundsOf(person, version);
  let stopped = false;
  let elsewhere = false;
  const say = (how: { readonly sending: boolean; readonly nextAt: number | null }) =>
    tell({ ...rounds.progress(), ...how, elsewhere });
  const pauseMs = () => waitMs(rounds.pace(), Date.now());
  async function nextMs(): Promise<number | null> {
    if (document.visibilityState !== 'visible') return null;
    if (rounds.pace().failures > 0) return Math.max(1000, pauseMs());
    const unsent = await person.store.read(async (tx) => (await tx.pending()).length > 0);
    return (unsent ? withUnsentMs : withoutUnsentMs) * (0.8 + Math.random() * 0.4);
  }
  const pulse = startPulse({
    pauseMs,
    async once() {
      say({ sending: true, nextAt: null });
      try {
        elsewhere = !(await inOneTab(`sync-${person.profile.device}`, rounds.all));
      } finally {
        if (!stopped) say({ sending: false, nextAt: null });
      }
    },
    async againMs() {
      const againMs = await nextMs();
      if (!stopped && againMs !== null) say({ sending: false, nextAt: Date.now() + againMs });
      return againMs;
    },
  });
  const forget = onSaved(() => {
    if (rounds.pace().failures === 0) pulse.askIn(savingMs);
  });
  const unwake = onWaking(() => void pulse.ask('now'));
  void pulse.ask();

  return {
    run: pulse.ask,
    stop() {
      stopped = true;
      rounds.stop();
      pulse.stop();
      forget();
      unwake();
    },
  };
}

/** The moments at which signal may have come back: the app is looked at again, or the phone says it is online (a hint only). */
function onWaking(listener: () => void): () => void {
  const wake = () => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('pageshow', wake);
  window.addEventListener('online', wake);
  return () => {
    document.removeEventListener('visibilitychange', wake);
    window.removeEventListener('pageshow', wake);
    window.removeEventListener('online', wake);
  };
}
