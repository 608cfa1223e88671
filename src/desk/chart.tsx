import { useId } from 'react';
import styles from './chart.module.css';
import { figure } from './figures.ts';
import type { WeekBar } from './weeks.ts';

/** Bars with their figures on them: named solid, counted hatched. No figure is told by colour alone. */

const chartHeight = 232;
const base = 196;
const top = 22;

/** A round number of grid lines at or above the highest bar. */
export function scaleOf(highest: number): { most: number; lines: number[] } {
  const step =
    [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000].find((each) => highest <= each * 3) ?? 10_000;
  const most = Math.max(step, Math.ceil(highest / step) * step);
  return { most, lines: Array.from({ length: Math.round(most / step) + 1 }, (_, at) => at * step) };
}

/** @param short under each bar the shorter words. @param label what the chart shows, for whoever cannot see it */
export function Chart({ bars, label, short }: { bars: readonly WeekBar[]; label: string; short: boolean }) {
  const hatch = useId();
  const { most, lines } = scaleOf(Math.max(1, ...bars.map(({ named, counted }) => named + counted)));
  const yOf = (n: number) => base - (n / most) * (base - top);
  return (
    <svg className={styles.chart} height={chartHeight} role="img" aria-label={label}>
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className={styles.paper} />
          <path d="M0 0V7" className={styles.thread} />
        </pattern>
      </defs>
      {lines.map((n) => (
        <g key={n}>
          <line x1="0" x2="100%" y1={yOf(n)} y2={yOf(n)} className={n === 0 ? styles.ground : styles.grid} />
          <text x="-8" y={yOf(n) + 5} className={styles.scale}>
            {figure(n)}
          </text>
        </g>
      ))}
      {bars.map((bar, at) => (
        <svg
          key={bar.from}
          x={`${(at * 100) / bars.length}%`}
          width={`${100 / bars.length}%`}
          height={chartHeight}
          className={styles.plot}
          aria-hidden="true"
        >
          <OneBar bar={bar} words={short ? bar.short : bar.words} many={bars.length > few} yOf={yOf} hatch={hatch} />
        </svg>
      ))}
    </svg>
  );
}

/** Of more bars than these each is narrow: wider in its place, and long figures are shorter. */
const few = 8;

/** `1,234`, and where there is little room `19.4k`; the table has all of it. */
const over = (n: number, many: boolean): string => (many && n >= 10_000 ? `${(n / 1000).toFixed(1)}k` : figure(n));

/** Below this many pixels a figure does not fit inside its part of the bar. */
const roomForFigure = 24;

function OneBar({
  bar,
  words,
  many,
  yOf,
  hatch,
}: {
  bar: WeekBar;
  words: string;
  many: boolean;
  yOf: (n: number) => number;
  hatch: string;
}) {
  const { named, counted } = bar;
  const total = named + counted;
  const split = yOf(named);
  const high = yOf(total);
  const place = many ? { x: '9%', width: '82%' } : { x: '17%', width: '66%' };
  return (
    <>
      {named > 0 && <rect {...place} y={split} height={base - split} className={styles.named} />}
      {counted > 0 && (
        <rect {...place} y={high} height={split - high} fill={`url(#${hatch})`} className={styles.counted} />
      )}
      {named > 0 && base - split >= roomForFigure && !(many && named >= 1000) && (
        <text x="50%" y={split + 20} className={styles.inside}>
          {figure(named)}
        </text>
      )}
      <text x="50%" y={high - 7} className={styles.total}>
        {total === 0 && many ? '' : over(total, many)}
      </text>
      <text x="50%" y={base + 24} className={styles.words}>
        {words}
      </text>
    </>
  );
}

/** What solid and hatched mean. */
export function ChartKey() {
  const hatch = useId();
  return (
    <p className={styles.key}>
      <svg width="18" height="18" aria-hidden="true">
        <rect x="1" y="1" width="16" height="16" rx="3" className={styles.named} />
      </svg>
      Named
      <svg width="18" height="18" aria-hidden="true">
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
            <rect width="6" height="6" className={styles.paper} />
            <path d="M0 0V6" className={styles.thread} />
          </pattern>
        </defs>
        <rect x="1" y="1" width="16" height="16" rx="3" fill={`url(#${hatch})`} className={styles.counted} />
      </svg>
      Counted
    </p>
  );
}
