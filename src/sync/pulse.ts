/** When a piece of work is done again and again: one at a time, after its pauses, and at once where somebody asks for it. */

/** What is done again and again, and how long to leave between. */
export type Work = {
  /** Does it once. What goes wrong it keeps to itself. */
  readonly once: () => Promise<void>;
  /** How long it must not begin still, ms; `now` does not wait for it. */
  readonly pauseMs: () => number;
  /** When it comes again by itself, ms; null where it waits to be asked. */
  readonly againMs: () => Promise<number | null>;
};

export type Pulse = {
  /** Begins unless it runs or pauses; what is asked while it runs comes after it. */
  readonly ask: (how?: 'now') => Promise<void>;
  /** Asks in a while, in place of what was to come by itself. */
  readonly askIn: (ms: number) => void;
  /** Nothing begins any more; what runs goes on to its end. */
  readonly stop: () => void;
};

/** Runs one at a time, and forgets nothing that was asked meanwhile. */
export function startPulse({ once, pauseMs, againMs }: Work): Pulse {
  let running = false;
  let stopped = false;
  let asked: 'no' | 'soon' | 'now' = 'no';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function askIn(ms: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void ask(), ms);
  }

  async function ask(how?: 'now'): Promise<void> {
    if (stopped) return;
    if (running) {
      // What began before signal came back fails; what asked for *now* must not then wait for its pause.
      asked = how ?? (asked === 'now' ? 'now' : 'soon');
      return;
    }
    const pause = pauseMs();
    if (how !== 'now' && pause > 0) return askIn(pause);
    running = true;
    asked = 'no';
    try {
      await once();
    } finally {
      running = false;
    }
    if (asked !== 'no') return ask(asked === 'now' ? 'now' : undefined);
    const again = stopped ? null : await againMs();
    if (again !== null) askIn(again);
  }

  return {
    ask,
    askIn,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
