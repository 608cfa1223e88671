import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './undo-bar.module.css';

type UndoBarProps = {
  /** What was done: "**Mohammed S** is here". */
  readonly children: ReactNode;
  readonly onUndo: () => void;
  readonly undoLabel?: string | undefined;
  /** One more thing to say of what was done: "Already counted". */
  readonly also?: { readonly label: string; readonly onPress: () => void } | undefined;
};

/** The last thing done and its Undo. It has no timer: it stays until the next thing is done. */
export function UndoBar({ children, onUndo, undoLabel = 'Undo', also }: UndoBarProps) {
  return (
    <div className={styles.bar}>
      <span className={styles.done}>
        <Icon name="tick" size={17} />
      </span>
      <span className={styles.words}>
        {children}
        {also !== undefined && (
          <button type="button" className={styles.also} onClick={also.onPress}>
            {also.label}
          </button>
        )}
      </span>
      <button type="button" className={styles.undo} onClick={onUndo}>
        <Icon name="undo" size={20} />
        {undoLabel}
      </button>
    </div>
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
