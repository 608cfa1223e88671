import styles from '#desk/desk.module.css';
import { isLost, statusWords } from '#desk/figures.ts';
import type { SessionLine } from '#domain/sessions/session-line.ts';
import { Icon, type IconName } from '#ui/icon.tsx';

const icons: Readonly<Record<string, IconName>> = {
  finished: 'tick',
  shortened: 'tick',
  moved: 'tick',
  planned: 'calendar',
};

/** What became of a session: a shape and its word. */
export function Status({ line }: { line: SessionLine }) {
  const wet = line.reason === 'rain/wind' || line.reason === 'lightning';
  const icon = isLost(line) ? (wet ? 'rain' : 'cross') : icons[line.status];
  return (
    <span className={styles.status} data-state={line.status}>
      {icon === undefined ? <span className={styles.live} /> : <Icon name={icon} size={20} />}
      {statusWords(line)}
    </span>
  );
}
