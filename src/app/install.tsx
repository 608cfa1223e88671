import { useState } from 'react';
import { Button } from '#ui/button.tsx';

/** Being put on the home screen, the way each platform needs. */

type InstallEvent = Event & {
  prompt(): Promise<unknown>;
  readonly userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>;
};

let offered: InstallEvent | null = null;

/** Keeps Chrome's offer until somebody taps our button; it can be made once. Called before the first render. */
export function keepInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offered = event as InstallEvent; // the only event of this name
  });
}

export const isInstalled = (): boolean =>
  window.matchMedia('(display-mode: standalone)').matches ||
  ('standalone' in navigator && navigator.standalone === true);

const isApplePhone = (): boolean =>
  /iPhone|iPad/.test(navigator.userAgent) || (/Mac OS/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

/** A Safari tab and the installed app do not share storage, and a tab's is thrown away: no data before the app is installed. */
export const mustInstallFirst = (): boolean => isApplePhone() && !isInstalled();

/** A button that opens the platform's install sheet, where there is one to open. @param onRoof in a line of the roof */
export function InstallButton({ onRoof = false }: { readonly onRoof?: boolean }) {
  const [gone, setGone] = useState(offered === null || isInstalled());
  if (gone) return null;
  return (
    <Button
      icon="download"
      {...(onRoof ? { kind: 'roof', size: 'inline' } : { wide: true })}
      onClick={() => {
        setGone(true);
        void offered?.prompt();
      }}
    >
      {onRoof ? 'Add to home screen' : 'Put Bandstand on the home screen'}
    </Button>
  );
}
