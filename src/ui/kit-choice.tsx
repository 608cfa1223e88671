import { type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';
import styles from './kit.module.css';
import { KitIcon } from './kit.tsx';
import { classes } from './link.ts';

export type KitOption = {
  readonly value: string;
  readonly label: string;
  /** How many are there: "12 in the van". */
  readonly end?: ReactNode;
  /** Drawn while it is chosen: what is in it, by the names of `KitIcon`. */
  readonly icons: readonly unknown[];
  /** Why it is suggested. */
  readonly why?: string | undefined;
  /** A quiet line: "Closed at the desk". */
  readonly note?: string | undefined;
};

type KitChoiceProps = {
  readonly legend: string;
  readonly options: readonly KitOption[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
};

/** Which box: a card for each, with what is in it. The heading stands above; the legend is read out. */
export function KitChoice({ legend, options, value, onChange }: KitChoiceProps) {
  const name = useId();
  return (
    <div className={styles.cards} role="radiogroup" aria-label={legend}>
      {options.map((option) => {
        const checked = option.value === value;
        return (
          <label key={option.value} className={styles.card}>
            <input
              type="radio"
              className={styles.box}
              name={name}
              value={option.value}
              checked={checked}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.name}>{option.label}</span>
            {option.end !== undefined && <span className={styles.end}>{option.end}</span>}
            <span className={styles.under}>
              {checked && option.icons.length > 0 && <KitIcons names={option.icons} />}
              {option.why !== undefined && (
                <span className={styles.why}>
                  <Icon name="tick" size={20} />
                  {option.why}
                </span>
              )}
              {option.note !== undefined && <span>{option.note}</span>}
            </span>
          </label>
        );
      })}
    </div>
  );
}

/** What is in a box, as a row of drawings. Words stand elsewhere. */
export function KitIcons({ names }: { names: readonly unknown[] }) {
  return (
    <span className={styles.icons}>
      {[...new Set(names)].map((name) => (
        <KitIcon key={String(name)} name={name} size={28} />
      ))}
    </span>
  );
}

/** Rows of PartTick. */
export function Parts({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.parts} aria-label={label}>
      {children}
    </ul>
  );
}

type PartTickProps = {
  readonly icon: unknown;
  /** "Skipping rope", "4 cones". */
  readonly label: string;
  readonly there: boolean;
  readonly onChange: (there: boolean) => void;
  /** Why it is taken to be missing. */
  readonly why?: string | undefined;
  /** How many are missing, where there should be several. */
  readonly children?: ReactNode;
};

/** Whether one part is in the box. Not ticked is owed, in words, in amber and with its sign. */
export function PartTick({ icon, label, there, onChange, why, children }: PartTickProps) {
  return (
    <li>
      <label className={classes(styles.part, !there && styles.owed)}>
        <input
          type="checkbox"
          className={styles.box}
          checked={there}
          onChange={(event) => onChange(event.target.checked)}
        />
        <KitIcon name={icon} size={26} />
        <span className={styles.words}>
          {label}
          {why !== undefined && <small>{why}</small>}
        </span>
        {!there && (
          <span className={styles.mark}>
            <Icon name="warning" size={22} />
            Owed
          </span>
        )}
      </label>
      {children}
    </li>
  );
}
