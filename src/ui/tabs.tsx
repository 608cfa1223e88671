import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { classes } from './link.ts';
import styles from './tabs.module.css';

export type Tab<Id extends string> = { readonly id: Id; readonly label: string; readonly count?: number | undefined };

type TabsProps<Id extends string> = {
  readonly label: string;
  readonly tabs: ReadonlyArray<Tab<Id>>;
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** rule: along a line, on the phone. boxes: side by side in a frame, at the desk. */
  readonly look?: 'rule' | 'boxes' | undefined;
  /** Stays under what stays above it while the panel scrolls. */
  readonly stays?: boolean | undefined;
  readonly children: ReactNode;
};

/** A real tab list: arrows, Home and End move and choose. The children are the chosen tab's panel. */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  look = 'rule',
  stays = false,
  children,
}: TabsProps<Id>) {
  const id = useId();

  function move(event: KeyboardEvent<HTMLDivElement>): void {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const to = next(event, at, tabs.length);
    const tab = to === undefined ? undefined : tabs[to];
    if (tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    document.getElementById(`${id}-${tab.id}`)?.focus();
  }

  return (
    <>
      <div
        className={classes(styles.tabs, look === 'boxes' && styles.boxes, stays && styles.stays)}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === selected}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            className={styles.tab}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && (
              <>
                {' '}
                <b>{tab.count}</b>
              </>
            )}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </>
  );
}

/** Where a key leads, round the ends; the arrows follow the line of reading. */
function next(event: KeyboardEvent<HTMLDivElement>, at: number, count: number): number | undefined {
  if (event.key === 'Home') return 0;
  if (event.key === 'End') return count - 1;
  const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (event.key === forward) return (at + 1) % count;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') return (at + count - 1) % count;
  return undefined;
}
