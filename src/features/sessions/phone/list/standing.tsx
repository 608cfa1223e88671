import type { HowItStands } from '#features/sessions/figures.ts';
import { Icon } from '#ui/icon.tsx';
import { classes } from '#ui/link.ts';
import styles from './list.module.css';

/** How a session stands, as a shape and its word. */
export function StandingWords({ standing: { icon, words, look } }: { standing: HowItStands }) {
  return (
    <span className={classes(styles.standing, look !== 'ink' && styles[look])}>
      {icon && <Icon name={icon} size={20} />}
      {words}
    </span>
  );
}
