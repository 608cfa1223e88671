import { useEffect, useRef } from 'react';

/** Another screen came, and its title is to be read out: a screen reader would not know of it otherwise. */
let arriving = false;

export const arrive = (): void => {
  arriving = true;
};

/**
 * Moves the focus to a screen's title once the screen stands. Where something in it took the focus already, or somebody moved it
 * there, it stays.
 * @param loading the title goes again with what is drawn while the screen is read
 */
export function useArrival(loading = false) {
  const title = useRef<HTMLHeadingElement>(null);
  // The focus is the browser's.
  useEffect(() => {
    if (!arriving) return;
    const focused = document.activeElement;
    const elsewhere =
      focused !== null && focused !== document.body && focused.tagName !== 'H1' && focused.closest('#root');
    if (!elsewhere) title.current?.focus({ preventScroll: true });
    arriving = loading;
  });
  return title;
}
