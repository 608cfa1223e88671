import { useEffect } from 'react';

/** What keeps the form where it is while the phone is in somebody else's hands. */

/** Whatever was typed into the address and however often Back is pressed, this address stands there. */
export function useHeldHere(address: string): void {
  // History is the browser's.
  useEffect(() => {
    const isHere = () => window.location.pathname + window.location.search + window.location.hash === address;
    if (!isHere()) window.history.replaceState(null, '', address);
    // Back has something to take away that is not the page before; a browser asks for a touch first.
    const hold = () => window.history.pushState(null, '', address);
    hold();
    window.addEventListener('popstate', hold);
    return () => window.removeEventListener('popstate', hold);
  }, [address]);
}
