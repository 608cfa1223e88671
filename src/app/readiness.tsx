import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useRead } from '#db/person.ts';
import { shownOf } from '#db/shown.ts';
import { wordsOf } from '#domain/codes.ts';
import { type Language, languagesInEnglish } from '#domain/people-codes.ts';
import { Button } from '#ui/button.tsx';
import { InstallButton } from './install.tsx';
import styles from './readiness.module.css';
import { useStanding } from './standing.ts';

/** Whether every screen is on this phone: a worker is active only once all of its files are in its cache. */
function useScreensKept(): boolean {
  const [kept, setKept] = useState(navigator.serviceWorker?.controller != null);
  // The service worker is outside React.
  useEffect(() => {
    void navigator.serviceWorker?.ready.then(() => setKept(true));
  }, []);
  return kept;
}

/** Languages whose letters are still to be fetched; looked at again with every approval and whenever signal returns. */
function useMissingLetters(complete: boolean): readonly Language[] | undefined {
  const [missing, setMissing] = useState<readonly Language[]>();
  const approvals = useRead(async (tx) => (await shownOf(tx, 'approval')).length, []);
  // The browser's cache is outside React.
  useEffect(() => {
    if (!complete || approvals === undefined) return;
    return lookedAtAgain(async (isWanted) => {
      const found = await (await import('./script-fonts.ts')).missingLetters();
      if (isWanted()) setMissing(found);
    });
  }, [complete, approvals]);
  return missing;
}

/** How many sounds are still to be fetched, which wordings are read aloud with. */
function useMissingSounds(complete: boolean): number | undefined {
  const [missing, setMissing] = useState<number>();
  const recordings = useRead(async (tx) => (await shownOf(tx, 'recording')).length, []);
  // What lies on the disk is outside React.
  useEffect(() => {
    if (!complete || recordings === undefined) return;
    return lookedAtAgain(async (isWanted) => {
      const found = recordings === 0 ? 0 : await (await import('./sounds.ts')).missingSounds();
      if (isWanted()) setMissing(found);
    });
  }, [complete, recordings]);
  return missing;
}

/** Looks now, and whenever signal returns; what cannot be read now is looked at again. */
function lookedAtAgain(look: (isWanted: () => boolean) => Promise<void>): () => void {
  let wanted = true;
  const again = () => void look(() => wanted).catch(() => {});
  again();
  window.addEventListener('online', again);
  return () => {
    wanted = false;
    window.removeEventListener('online', again);
  };
}

/** *Ready offline* is said only when it is true: every screen and everything this person needs is on the phone. */
export const useReadyOffline = (): boolean | undefined => useReadying().ready;

function useReadying(): { readonly ready: boolean | undefined; readonly letters: readonly Language[] } {
  const screens = useScreensKept();
  const standing = useStanding();
  const missing = useMissingLetters(standing?.complete === true);
  const sounds = useMissingSounds(standing?.complete === true);
  const ready = standing && screens && standing.complete && missing?.length === 0 && sounds === 0;
  return { ready, letters: missing ?? [] };
}

/** "the letters of Panjabi and Urdu are being fetched." */
const lettersWords = (letters: readonly Language[]): string =>
  `the letters of ${letters.map((each) => wordsOf(languagesInEnglish, each)).join(' and ')} are being fetched.`;

/** Where a worker and a coordinator come in: it is said there only, no other screen has room to spare. */
const firstScreens = ['/', '/desk'];

/** After enrolling, one line of the roof: what is still being fetched, then that signal is no longer needed. */
export function Readiness() {
  const words = useReadinessWords();
  return (
    words && (
      <section aria-label="Ready offline" className={styles.line}>
        {words}
      </section>
    )
  );
}

function useReadinessWords(): ReactNode {
  const { ready, letters } = useReadying();
  const { pathname } = useLocation();
  const [waited, setWaited] = useState(false);
  if (ready === false && !waited) setWaited(true);
  if (ready === undefined || !(waited || !ready) || !firstScreens.includes(pathname)) return null;
  if (!ready)
    return (
      <p>
        <b>Getting ready.</b> Keep signal for a moment:{' '}
        {letters.length > 0 ? lettersWords(letters) : 'what you need offline is on its way.'}
      </p>
    );
  return (
    <>
      <p>
        <b>Ready offline:</b> it works without signal now.
      </p>
      <InstallButton onRoof />
      <Button kind="roof" size="inline" onClick={() => setWaited(false)}>
        Good
      </Button>
    </>
  );
}
