import { useEffect, useRef } from 'react';

/** Calls back once nobody has touched the screen for so long, and again after each further time. */
export function useQuiet(quietMs: number, onQuiet: () => void): void {
  const act = useRef(onQuiet);
  act.current = onQuiet;
  // Touches and timers are outside React.
  useEffect(() => {
    let touchedAt = Date.now();
    const touch = () => {
      touchedAt = Date.now();
    };
    // Timers sleep while the screen is off: what counts is the time that has passed, looked at whenever the app runs again.
    const look = () => {
      if (Date.now() - touchedAt < quietMs) return;
      touch();
      act.current();
    };
    const timer = setInterval(look, Math.min(1_000, quietMs));
    const touches = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const each of touches) window.addEventListener(each, touch, { passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const each of touches) window.removeEventListener(each, touch);
      document.removeEventListener('visibilitychange', look);
    };
  }, [quietMs]);
}
