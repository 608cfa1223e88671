import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { useOnce } from './once.ts';
import styles from './undo-bar.module.css';

type UndoBarProps = {
  /** What was done: "**Mohammed S** is here". */
  readonly children: ReactNode;
  readonly onUndo: () => Promise<unknown>;
  readonly undoLabel?: string | undefined;
  /** One more thing to say of what was done: "Already counted". */
  readonly also?: { readonly label: string; readonly onPress: () => Promise<unknown> } | undefined;
};

/** The last thing done and its Undo. It has no timer: it stays until the next thing is done. A double tap undoes once. */
export function UndoBar({ children, onUndo, undoLabel = 'Undo', also }: UndoBarProps) {
  const undo = useOnce(onUndo);
  const say = useOnce(async () => also?.onPress());
  return (
    <div className={styles.bar}>
      <span className={styles.done}>
        <Icon name="tick" size={17} />
      </span>
      <span className={styles.words}>
        <span>{children}</span>
        {also !== undefined && (
          <button type="button" className={styles.also} onClick={() => void say()}>
            {also.label}
          </button>
        )}
      </span>
      <button type="button" className={styles.undo} onClick={() => void undo()}>
        <Icon name="undo" size={20} />
        <span className={styles.undoWords}>{undoLabel}</span>
      </button>
    </div>
  );
}

/** Undo of one line of a list. A double tap undoes once. @param words what is undone: `Undo: 3 given out` */
export function UndoButton({ words, onUndo }: { words: string; onUndo: () => Promise<unknown> }) {
  const undo = useOnce(onUndo);
  return (
    <Button size="inline" icon="undo" aria-label={`Undo: ${words}`} onClick={() => void undo()}>
      Undo
    </Button>
  );
}

/** Said by a screen reader when its words change; keep it mounted. "Amira, here, 14 in total". */
export function Announcement({ children }: { children: ReactNode }) {
  return (
    <output className={styles.live} aria-live="polite">
      {children}
    </output>
  );
}
