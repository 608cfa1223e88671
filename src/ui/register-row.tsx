import { memo, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Leaf } from './leaf.tsx';
import { classes } from './link.ts';
import styles from './register-row.module.css';

type RegisterRowProps = {
  /** Given back to onPress and onMore, so that one pair of functions serves every row and an unchanged row is not redrawn. */
  readonly id: string;
  readonly state: 'not-here' | 'here' | 'left';
  readonly name: string;
  /** Icons with a `label`: what a worker must act on now. */
  readonly flags?: ReactNode;
  readonly shape: number;
  readonly colour: number;
  /** The marker in words and the year: "blue oak · Y8". */
  readonly line: ReactNode;
  /** "Here" over "16:02". */
  readonly word?: string | undefined;
  readonly time?: string | undefined;
  /** It is not on the disk yet. */
  readonly waits?: boolean | undefined;
  readonly onPress: (id: string) => void;
  readonly onMore: (id: string) => void;
  /** "More about Amira K". */
  readonly moreLabel: string;
};

/** One person in the live register: a 64 px button for here and not here, and a separate target for more. */
export const RegisterRow = memo(function RegisterRow(props: RegisterRowProps) {
  const { id, state, name, flags, shape, colour, line, word, time, waits, onPress, onMore, moreLabel } = props;
  return (
    <div className={styles.pair}>
      <button
        type="button"
        className={classes(styles.row, state === 'here' && styles.here, state === 'left' && styles.left)}
        aria-pressed={state === 'here'}
        onClick={() => onPress(id)}
      >
        <span className={styles.mark}>
          {state === 'here' && <Icon name="tick" size={20} />}
          {state === 'left' && <Icon name="next" size={20} />}
        </span>
        <span className={styles.who}>
          <span className={styles.name}>
            {name}
            {flags !== undefined && <span className={styles.flags}>{flags}</span>}
          </span>
          <span className={styles.line}>
            <Leaf shape={shape} colour={colour} size={19} />
            <span className={styles.said}>{line}</span>
          </span>
        </span>
        <span className={styles.when}>
          {word !== undefined && <span className={styles.word}>{word}</span>}
          {time !== undefined && (
            <time>
              {waits && <Icon name="clock" size={14} label="Being saved" />}
              {time}
            </time>
          )}
        </span>
      </button>
      <button type="button" className={styles.more} aria-label={moreLabel} onClick={() => onMore(id)}>
        <Icon name="dots" />
      </button>
    </div>
  );
});
