import type { ReactNode } from 'react';
import { unwatched } from './field.tsx';
import styles from './file-pick.module.css';

type FilePickProps = {
  /** What is read out: "A sound for: Photos". */
  readonly label: string;
  readonly accept: string;
  readonly onPick: (file: File) => void;
  readonly children: ReactNode;
};

/** A button that opens the list of files. The same file may be picked again. */
export function FilePick({ label, accept, onPick, children }: FilePickProps) {
  return (
    <label className={styles.pick}>
      {children}
      <input
        {...unwatched}
        type="file"
        accept={accept}
        aria-label={label}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) onPick(file);
        }}
      />
    </label>
  );
}
