import type { Pair } from './raw.ts';

/** Figures, and the one table they are shown in. */

export function quantile(times: readonly number[], of: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? Number.NaN;
}
export const median = (times: readonly number[]): number => quantile(times, 0.5);

/** One line: what was measured against what, and whether it reached its target. */
export type Line = {
  readonly what: string;
  readonly ours: string;
  readonly floor: string;
  readonly figure: number;
  readonly most: number;
  readonly unit: '×' | 'ms' | 'bytes';
  readonly note?: string;
};

export const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : time < 100 ? 1 : 0)} ms`;

/** A ratio of two medians, or of two other quantiles. */
export function ratio(what: string, { ours, floor }: Pair, most: number, of = 0.5, note?: string): Line {
  const [a, b] = [quantile(ours, of), quantile(floor, of)];
  return { what, ours: ms(a), floor: ms(b), figure: a / b, most, unit: '×', ...(note !== undefined && { note }) };
}

/** A time held against a limit. @param of which quantile of the times */
export const inMs = (what: string, times: readonly number[], of: number, most: number, note = ''): Line => ({
  what,
  ours: ms(quantile(times, of)),
  floor: '',
  figure: quantile(times, of),
  most,
  unit: 'ms',
  note: [`p95 ${ms(quantile(times, 0.95))}, ${times.length} times`, note].filter(Boolean).join('; '),
});

const shown = (value: number, unit: Line['unit']): string =>
  unit === '×' ? `${value.toFixed(2)}×` : `${Number(value.toFixed(1))} ${unit}`;

export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, ours, floor, figure, most, unit, note }) =>
    [what, ours, floor, shown(figure, unit), `≤ ${most} ${unit}`, figure <= most ? 'yes' : '**no**', note ?? ''].join(
      ' | ',
    ),
  );
  const head = 'what | ours | floor | figure | target | reached | note';
  return [head, '---|--:|--:|--:|--:|---|---', ...rows].map((row) => `| ${row} |`).join('\n');
}
