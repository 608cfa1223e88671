import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One function for as long as a part is drawn, which does what the newest one would: a row that is given it is not drawn again
 * because something else changed. For what people press, not for what is drawn.
 */
export function useLatest<Given extends readonly unknown[], Answer>(
  act: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
