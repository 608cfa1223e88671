import type { Unlocked } from '#db/profile.ts';
import { type Pace, startPace, waitMs } from './core.ts';
import { sendWith } from './http.ts';
import { type RoundPort, round } from './round.ts';
import { sendSealed } from './sealed.ts';

/** Runs rounds for the person signed in, one at a time across tabs, and says how it goes. */

export type Progress = {
  readonly sending: boolean;
  readonly trouble: Pace['trouble'];
  /** When the last good answer came, epoch ms. */
  readonly answeredAt: number | null;
};

export type Runner = {
  /** Starts a round unless one runs; `now` ignores the wait after failures. */
  run(how?: 'now'): Promise<void>;
  stop(): void;
};

const savingMs = 800;
const withUnsentMs = 45_000;
const withoutUnsentMs = 300_000;

export function startRunner(
  person: Unlocked,
  version: string,
  tell: (progress: Progress) => void,
  onSaved: (listener: () => void) => () => void,
): Runner {
  let pace = startPace;
  let running = false;
  let wanted: 'no' | 'soon' | 'now' = 'no';
  let stopped = false;
  let answeredAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const port: RoundPort = {
    store: person.store,
    send: sendWith(person.fullToken),
    now: Date.now,
    chance: Math.random,
    version,
  };

  async function rounds(): Promise<void> {
    // What was saved while the phone was locked goes first: the round then brings it back to be seen.
    if ((await person.store.database.captured.count()) > 0) await sendSealed(person.profile);
    let again = true;
    while (again && !stopped) {
      const end = await round(port, pace);
      pace = end.pace;
      again = end.again;
      if (pace.trouble === null) answeredAt = Date.now();
    }
  }

  async function run(how?: 'now'): Promise<void> {
    if (stopped) return;
    if (running) {
      // A round that began before signal came back fails; what asked for *now* must not then wait for its pause.
      wanted = how ?? (wanted === 'now' ? 'now' : 'soon');
      return;
    }
    const wait = waitMs(pace, Date.now());
    if (how !== 'now' && wait > 0) return schedule(wait);
    running = true;
    wanted = 'no';
    tell({ sending: true, trouble: pace.trouble, answeredAt });
    try {
      // A lock keeps two tabs from doing the same work; nothing depends on it.
      await (navigator.locks
        ? navigator.locks.request(`sync-${person.profile.device}`, { ifAvailable: true }, (lock) =>
            lock ? rounds() : undefined,
          )
        : rounds());
    } finally {
      running = false;
      if (!stopped) tell({ sending: false, trouble: pace.trouble, answeredAt });
    }
    if (wanted !== 'no') return wanted === 'now' ? run('now') : run();
    await scheduleNext();
  }

  function schedule(waitMs: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void run(), waitMs);
  }

  async function scheduleNext(): Promise<void> {
    if (stopped) return;
    const unsent = await person.store.read(async (tx) => (await tx.pending()).length > 0);
    const usual = (unsent ? withUnsentMs : withoutUnsentMs) * (0.8 + Math.random() * 0.4);
    if (document.visibilityState === 'visible')
      schedule(pace.failures > 0 ? Math.max(1000, waitMs(pace, Date.now())) : usual);
  }

  const forget = onSaved(() => {
    if (pace.failures === 0) schedule(savingMs);
  });
  const unwake = onWaking(() => void run('now'));
  void run();

  return {
    run,
    stop() {
      stopped = true;
      clearTimeout(timer);
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
