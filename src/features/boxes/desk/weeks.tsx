import type { ReactNode } from 'react';
import chart from '#desk/chart.module.css';
import { scaleOf } from '#desk/chart.tsx';
import { dateWords } from '#desk/period.ts';
import type { WeekLine } from '#domain/stock/given.ts';
import styles from './boxes.module.css';

/** Boxes so far, week by week, beside what is aimed at: before it pale, in the week solid, the target a dashed line. */

const height = 252;
const base = 212;
const top = 30;
/** More words than this under one another's steps would meet. */
const mostWords = 12;

type WeeksChartProps = {
  readonly weeks: readonly WeekLine[];
  readonly target: number | null;
  readonly label: string;
};

export function WeeksChart({ weeks, target, label }: WeeksChartProps) {
  const last = weeks.at(-1)?.soFar ?? 0;
  const { most, lines } = scaleOf(Math.max(1, last, target ?? 0));
  const yOf = (n: number) => base - (n / most) * (base - top);
  const every = Math.ceil(weeks.length / mostWords);
  return (
    <svg className={chart.chart} height={height} role="img" aria-label={label}>
      {lines.map((n) => (
        <g key={n}>
          <line x1="0" x2="100%" y1={yOf(n)} y2={yOf(n)} className={n === 0 ? chart.ground : chart.grid} />
          <text x="-8" y={yOf(n) + 5} className={chart.scale}>
            {n}
          </text>
        </g>
      ))}
      {weeks.map((line, at) => (
        <Slot key={line.week} at={at} of={weeks.length}>
          <Step line={line} yOf={yOf} />
        </Slot>
      ))}
      {target !== null && (
        <>
          <line x1="0" x2="100%" y1={yOf(target)} y2={yOf(target)} className={styles.target} />
          <text x="0" y={yOf(target) - 8} className={styles.targetWords}>
            Target {target}
          </text>
        </>
      )}
      {weeks.map(({ week, soFar }, at) =>
        (weeks.length - 1 - at) % every === 0 ? (
          <Slot key={week} at={at} of={weeks.length}>
            <text x="50%" y={yOf(Math.max(0, soFar)) - 7} className={`${chart.total} ${styles.over}`}>
              {soFar}
            </text>
            <text x="50%" y={base + 24} className={chart.words}>
              {dateWords(week)}
            </text>
          </Slot>
        ) : null,
      )}
    </svg>
  );
}

/** The strip of one week. */
function Slot({ at, of, children }: { at: number; of: number; children: ReactNode }) {
  const share = 100 / of;
  return (
    <svg x={`${at * share}%`} width={`${share}%`} height={height} className={chart.plot} aria-hidden="true">
      {children}
    </svg>
  );
}

function Step({ line: { boxes, soFar }, yOf }: { line: WeekLine; yOf: (n: number) => number }) {
  const before = Math.max(0, soFar - boxes);
  const high = yOf(Math.max(0, soFar));
  return (
    <>
      <rect x="0" width="100%" y={yOf(before)} height={base - yOf(before)} className={styles.before} />
      {boxes > 0 && <rect x="0" width="100%" y={high} height={yOf(before) - high} className={chart.named} />}
    </>
  );
}

/** What solid and pale mean. */
export function WeeksKey() {
  return (
    <p className={chart.key}>
      <svg width="18" height="18" aria-hidden="true">
        <rect x="1" y="1" width="16" height="16" rx="3" className={chart.named} />
      </svg>
      In the week
      <svg width="18" height="18" aria-hidden="true">
        <rect x="1" y="1" width="16" height="16" rx="3" className={styles.before} />
      </svg>
      Before it
    </p>
  );
}
