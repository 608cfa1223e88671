import { useEffect, useState } from 'react';

/** How often a screen looks at the clock: what it says of now is at most this old. */
const everyMs = 20_000;

/** The time, epoch ms, looked at again while the screen stands: the sun sets and midnight comes without a tap. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
