import { useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import styles from './pause.module.css';

/** As long as no drop of rain lies on one place and a finger does not mind. */
const holdMs = 1_000;

/** Touch is paused: everything can be read and nothing is tapped by rain. Held for a second, or tapped and said again, it goes on. */
export function Pause({ onGoOn }: { onGoOn: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const holding = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [asked, setAsked] = useState(false);
  // The dialog is the browser's: while it is open nothing behind it can be pressed.
  useEffect(() => {
    dialog.current?.showModal();
    return () => clearTimeout(holding.current);
  }, []);
  const hold = () => {
    holding.current = setTimeout(onGoOn, holdMs);
  };
  const letGo = () => clearTimeout(holding.current);
  return (
    <dialog
      ref={dialog}
      className={styles.pause}
      aria-label="Touch is paused"
      onCancel={(event) => event.preventDefault()}
      // A browser may close it all the same, at a second Back: then nothing is paused any more, and the page must know.
      onClose={onGoOn}
    >
      <div>
        <p>
          <b>Touch is paused</b>
          <br />
          It still locks after five minutes.
        </p>
        {asked && (
          <Button size="inline" onClick={() => setAsked(false)}>
            Stay paused
          </Button>
        )}
        {asked ? (
          <Button size="inline" onClick={onGoOn}>
            Yes, continue
          </Button>
        ) : (
          <Button
            onPointerDown={hold}
            onPointerUp={letGo}
            onPointerCancel={letGo}
            onPointerLeave={letGo}
            onClick={() => setAsked(true)}
          >
            Hold to continue
          </Button>
        )}
      </div>
    </dialog>
  );
}
