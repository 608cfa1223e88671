import { useEffect, useRef, useState } from 'react';
import styles from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import type { Saying } from '#domain/records/say.ts';
import { Button } from '#ui/button.tsx';
import { useOnce } from '#ui/once.ts';
import { Buttons } from '#ui/stack.tsx';

/** What was read in is saved in saves of a lawful size, and once, however often it is pressed. */

/** How far saving has come. What was begun is what is ended: the saves are made once. */
export type SavingSoFar = {
  /** Whether it was tried: from then on, what is found of it is no repeat. */
  begun: boolean;
  /** Saves that are through, and, once one is, all of them. */
  through: number;
  saves: readonly (readonly Saying[])[];
};

/** Nothing is saved yet. */
export const notBegun = (): SavingSoFar => ({ begun: false, through: 0, saves: [] });

/** A save writes at most this many records. */
export const mostWrites = 200;

/** Some at a time. */
export const inSaves = <Each,>(all: readonly Each[], most: number): Each[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));

/** Saves one after another; after one that fails, the next press goes on there. @param words what is saved: `The delivery` */
export function useSaving(
  words: string,
  soFar: SavingSoFar,
  batches: () => readonly (readonly Saying[])[],
  onDone: () => void,
) {
  const desk = useDesk();
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = useOnce(async () => {
    setTrouble(null);
    soFar.begun = true;
    if (soFar.through === 0) soFar.saves = batches();
    for (const batch of soFar.saves.slice(soFar.through)) {
      const problem = await desk.save(words, batch);
      if (problem !== null) {
        const so = soFar.through === 0 ? '' : ' A part of it is saved; saving again adds only the rest.';
        return setTrouble(`${problem}${so}`);
      }
      soFar.through += 1;
    }
    onDone();
  });
  return [trouble, () => void save()] as const;
}

/** Where reading begins, for a screen reader and the keyboard too. */
export function ImportTitle({ words, under }: { words: string; under: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  // The focus belongs to the browser: without the move it would stay on a button that is gone.
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <div>
      <h2 ref={title} tabIndex={-1}>
        {words}
      </h2>
      <p className={styles.quiet}>{under}</p>
    </div>
  );
}

type SaveOrBackProps = {
  /** `Save 12 lines` */
  readonly words: string;
  readonly left: string | null;
  readonly onSave: () => void;
  readonly onBack: () => void;
};

/** Saving, once nothing is in the way; and the way back to what was typed. */
export function SaveOrBack({ words, left, onSave, onBack }: SaveOrBackProps) {
  return (
    <div>
      {left !== null && (
        <p id="import-left" className={styles.after}>
          {left}
        </p>
      )}
      <Buttons>
        <Button
          kind="primary"
          notPossible={left !== null}
          aria-describedby={left === null ? undefined : 'import-left'}
          onClick={onSave}
        >
          {words}
        </Button>
        <Button onClick={onBack}>Back</Button>
      </Buttons>
    </div>
  );
}
