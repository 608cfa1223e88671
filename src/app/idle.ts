/**
 * Whether somebody still sits at a computer that keeps nothing. The page and the server count from the same touch: every request
 * says how long ago the last one was, and touches without a request are told, so neither signs out before the other.
 */

const idleMs = 15 * 60_000;
/** Touches in between are told together. */
const tellEveryMs = 30_000;

let touchedAt = Date.now();

/** Whole seconds since somebody touched this page, as the server is told. */
export const idleSeconds = (): number => Math.floor((Date.now() - touchedAt) / 1000);

/** @param onIdle a quarter of an hour has passed: the next one at this computer is somebody else */
export function watchIdle(onIdle: () => void, tell: () => void): () => void {
  let toldAt = 0;
  let telling: ReturnType<typeof setTimeout> | undefined;
  const tellNow = () => {
    telling = undefined;
    toldAt = Date.now();
    tell();
  };
  const touch = () => {
    if (isOver()) return onIdle();
    touchedAt = Date.now();
    telling ??= setTimeout(tellNow, Math.max(0, toldAt + tellEveryMs - Date.now()));
  };
  const check = () => {
    if (isOver()) onIdle();
  };
  touchedAt = Date.now(); // signing in was a touch
  const timer = setInterval(check, 10_000);
  const touches = ['pointerdown', 'keydown', 'wheel'] as const;
  for (const each of touches) window.addEventListener(each, touch, { passive: true });
  document.addEventListener('visibilitychange', check);
  return () => {
    clearInterval(timer);
    clearTimeout(telling);
    for (const each of touches) window.removeEventListener(each, touch);
    document.removeEventListener('visibilitychange', check);
  };
}

const isOver = (): boolean => Date.now() - touchedAt > idleMs;
