import { type ReactNode, useState } from 'react';
import type { BarAction } from './bottom-bar.tsx';
import { Button } from './button.tsx';
import styles from './folding-bar.module.css';
import { Icon } from './icon.tsx';
import { Sheet } from './sheet.tsx';

type FoldingBarProps = {
  /** What was done last, with its Undo. It lies over the page until the bar folds. */
  readonly last?: ReactNode;
  readonly search: ReactNode;
  /** Between the search and what adds: another way to look. */
  readonly beside?: ReactNode;
  /** Beside the search: what adds what is not found. */
  readonly add?: BarAction | undefined;
  readonly label: string;
  /** What can be done on this screen, as in the register: Count, Give out, Finish. */
  readonly actions: readonly BarAction[];
};

/**
 * The bars at the foot of a list: the undo bar, a search with its Add, the actions. Where little is to be seen at once they fold
 * into one, and everything else stands behind *More*.
 */
export function FoldingBar({ last, search, beside, add, label, actions }: FoldingBarProps) {
  const [open, setOpen] = useState(false);
  const all = add ? [add, ...actions] : actions;
  return (
    <div className={styles.bar} data-folding>
      <div className={styles.last}>{last}</div>
      <div className={styles.row}>
        {search}
        {beside}
        {add && (
          <Button icon={add.icon} onClick={add.onClick}>
            {add.label}
          </Button>
        )}
        {all.length > 0 && (
          <button type="button" className={styles.more} aria-label="More" onClick={() => setOpen(true)}>
            <Icon name="dots" />
          </button>
        )}
      </div>
      {actions.length > 0 && (
        <fieldset className={styles.actions} aria-label={label}>
          {actions.map(({ label: words, icon, onClick }) => (
            <button key={words} type="button" onClick={onClick}>
              <Icon name={icon} />
              {words}
            </button>
          ))}
        </fieldset>
      )}
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        {all.map(({ label: words, icon, onClick }) => (
          <Button
            key={words}
            wide
            icon={icon}
            onClick={() => {
              setOpen(false);
              onClick();
            }}
          >
            {words}
          </Button>
        ))}
      </Sheet>
    </div>
  );
}
