import { useState } from 'react';
import { Button } from './button.tsx';
import { Remark } from './notice.tsx';
import { Stack } from './stack.tsx';

/** What a sheet was opened for, as it stands now: others may change it, or be done with it, while the sheet is open. */
export type OpenSheet<T> = {
  readonly isOpen: boolean;
  /** Undefined: shut. Null: a new one. What is there no longer is as it was when the sheet was opened. */
  readonly row: T | null | undefined;
  /** Whether it is there to be acted on. */
  readonly isThere: boolean;
  readonly open: (row: T | null) => void;
  readonly shut: () => void;
};

/**
 * Which of several rows a sheet is open for, looked up at every draw. *Why: a sheet that acts on what was there when it was opened
 * does once more what another did meanwhile.*
 * @param rows undefined while they are read
 */
export function useOpened<T>(rows: readonly T[] | undefined, keyOf: (row: T) => string): OpenSheet<T> {
  const [opened, setOpened] = useState<{ readonly row: T | null }>();
  const seen = opened?.row;
  const now = seen && rows?.find((row) => keyOf(row) === keyOf(seen));
  return {
    isOpen: opened !== undefined,
    row: now ?? seen,
    isThere: !seen || rows === undefined || now !== undefined,
    open: (row) => setOpened({ row }),
    shut: () => setOpened(undefined),
  };
}

/** In a sheet whose matter another dealt with. */
export const DoneMeanwhile = ({ onClose }: { onClose: () => void }) => (
  <Stack>
    <Remark>That was done meanwhile.</Remark>
    <Button wide onClick={onClose}>
      Close
    </Button>
  </Stack>
);
