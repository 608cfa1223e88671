import { useEffect } from 'react';

/** The screen stays on, in browsers that can keep it on. They let go of it whenever the page is hidden. */
export function useAwake(): void {
  // The screen is the phone's.
  useEffect(() => {
    let held: WakeLockSentinel | undefined;
    let current = true;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      try {
        const sentinel = await navigator.wakeLock.request('screen');
        if (current) held = sentinel;
        else await sentinel.release();
      } catch {
        // A phone that is low on power says no; it only grows dark.
      }
    };
    const look = () => void hold();
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      current = false;
      document.removeEventListener('visibilitychange', look);
      void held?.release();
    };
  }, []);
}
