import { useMemo, useState } from 'react';
import type { ShownOf } from '#db/shown.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { letterOf } from './looking.ts';
import styles from './register.module.css';

/** From so many people on, a list is long: then its letters are offered. */
const longFrom = 40;

type LettersProps = {
  readonly people: readonly ShownOf<'person'>[];
  readonly onPick: (letter: string) => void;
};

/** The letters that names begin with, for a list that is long to scroll. */
export function Letters({ people, onPick }: LettersProps) {
  const [open, setOpen] = useState(false);
  const letters = useMemo(
    () => [...Map.groupBy(people, letterOf)].sort(([a], [b]) => a.localeCompare(b, 'en-GB')),
    [people],
  );
  if (people.length <= longFrom) return null;
  return (
    <>
      <IconButton icon="letters" label="Letters" onClick={() => setOpen(true)} />
      <Sheet open={open} title="Names with" onClose={() => setOpen(false)}>
        <div className={styles.letters}>
          {letters.map(([letter, { length }]) => (
            <Button
              key={letter}
              aria-label={`${letter}, ${length}`}
              onClick={() => {
                onPick(letter);
                setOpen(false);
              }}
            >
              {letter}
            </Button>
          ))}
        </div>
      </Sheet>
    </>
  );
}
