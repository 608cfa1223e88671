import type { BoxTable } from '#domain/stock/report.ts';

/** What can be exported. */

export const exportKinds = [
  { value: 'sessions', label: 'Sessions', hint: 'One row for each session' },
  { value: 'attendance', label: 'Attendance', hint: 'Who came to each, by age' },
  { value: 'boxes', label: 'Boxes', hint: 'Given out, by owner, week and park' },
  { value: 'wishes', label: 'Wishes', hint: 'What young people would like' },
] as const;
export type ExportKind = (typeof exportKinds)[number]['value'];

export const kindIn = (text: string | null): ExportKind =>
  exportKinds.find(({ value }) => value === text)?.value ?? 'sessions';

/** A CSV holds one table; the workbook all of them. */
export const tableOptions: readonly { readonly value: BoxTable; readonly label: string }[] = [
  { value: 'partners', label: 'By owner' },
  { value: 'weeks', label: 'By week' },
  { value: 'parks', label: 'By park and month' },
];
