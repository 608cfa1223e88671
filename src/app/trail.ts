import { UNSAFE_createBrowserHistory as createBrowserHistory, createPath, type To } from 'react-router';

/**
 * The way back. The header's back and the phone's Back are one: both take away the last step. Every address stands once on the way:
 * going where it has been before takes away what came after, so nobody goes round in circles and a saved form is not met again.
 * An open sheet is a step too; it is taken away when the sheet is closed some other way.
 */
export type Trail = ReturnType<typeof createBrowserHistory> & {
  /** One step back, or up to this address where the app was opened here. */
  readonly up: (to: string) => void;
  /** A sheet is open; Back calls `close`. @returns what says that it is closed */
  readonly opened: (close: () => void) => () => void;
};

const stateNow = (): { readonly idx?: number; readonly sheet?: true } => window.history.state ?? {};
const here = (): string => window.location.pathname + window.location.search;
const pathOf = (to: To): string => (typeof to === 'string' ? to : createPath(to));

/** Which address stands at which step, from the first one of ours; nothing where a sheet does. */
function stepsFrom(first: number) {
  const paths = new Map<number, string>([[first, here()]]);
  let at = first;
  return {
    first,
    at: () => at,
    move: (to: number) => {
      at = to;
    },
    /** We stand at this step, and nothing comes after it. */
    stand(step: number, path?: string): void {
      at = step;
      for (const known of paths.keys()) if (known >= step) paths.delete(known);
      if (path !== undefined) paths.set(step, path);
    },
    /** How many steps back this address stands, if it does. */
    back(path: string): number | undefined {
      for (let step = at - 1; step >= first; step -= 1) if (paths.get(step) === path) return at - step;
      return undefined;
    },
  };
}

export function openTrail(): Trail {
  const history = createBrowserHistory({ v5Compat: true });
  const steps = stepsFrom(stateNow().idx ?? 0);
  const sheets: (() => void)[] = [];
  /** The browser is on its way back, which takes a moment: whatever is asked for meanwhile waits. */
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const waiting: (() => void)[] = [];

  function arrived(): void {
    clearTimeout(leaving);
    leaving = undefined;
    while (leaving === undefined && waiting.length > 0) waiting.shift()?.();
  }

  function leave(by: number): void {
    // Where there is no such step nothing is heard of it.
    leaving = setTimeout(arrived, 1_000);
    history.go(by);
  }

  /** What is asked for while the browser is on its way is done once it has arrived. */
  const soon = (work: () => void) => (leaving === undefined ? work() : void waiting.push(work));

  function goTo(kind: 'push' | 'replace', to: To, state?: unknown): void {
    const back = state == null ? steps.back(pathOf(to)) : undefined;
    if (back !== undefined) {
      leave(-back);
      return;
    }
    // Whatever is gone to from a sheet takes its place.
    const stays = kind === 'replace' || stateNow().sheet;
    history[stays ? 'replace' : 'push'](to, state);
    steps.stand(steps.at() + (stays ? 0 : 1), here());
  }

  /** Sheets come and go in one event, one after another: only what is left at its end counts. */
  const settle = () =>
    void setTimeout(() => {
      if (leaving !== undefined) return;
      const onSheet = stateNow().sheet === true;
      if (sheets.length > 0 && !onSheet) {
        steps.stand(steps.at() + 1);
        window.history.pushState({ ...window.history.state, idx: steps.at(), sheet: true }, '');
      }
      if (sheets.length === 0 && onSheet) leave(-1);
    });

  function onPop(): void {
    const { idx, sheet } = stateNow();
    // A step that is not ours, as when somebody changes the address by hand.
    if (idx === undefined) {
      steps.stand(steps.at() + 1, here());
      window.history.replaceState({ ...window.history.state, idx: steps.at() }, '');
    } else steps.move(idx);
    // A step taken back by ourselves closes nothing. What waited comes after the router has heard of this one.
    if (leaving !== undefined) setTimeout(arrived);
    else if (sheets.length > 0 && !sheet) sheets.at(-1)?.();
    settle();
  }

  return {
    ...history,
    // Read when asked for: a copy would stand still.
    get action() {
      return history.action;
    },
    get location() {
      return history.location;
    },
    push: (to, state) => soon(() => goTo('push', to, state)),
    replace: (to, state) => soon(() => goTo('replace', to, state)),
    go: (by) => soon(() => leave(by)),
    listen(listener) {
      // Before the router's own: it reads the index given here.
      window.addEventListener('popstate', onPop);
      const stop = history.listen(listener);
      settle();
      return () => {
        window.removeEventListener('popstate', onPop);
        stop();
      };
    },
    up: (to) => soon(() => (steps.at() > steps.first ? leave(-1) : goTo('replace', to))),
    opened(close) {
      sheets.push(close);
      settle();
      return () => {
        sheets.splice(sheets.indexOf(close), 1);
        settle();
      };
    },
  };
}
