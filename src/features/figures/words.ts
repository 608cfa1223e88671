import { figure } from '#desk/figures.ts';
import { periodWords } from '#desk/period.ts';
import { firstOf } from '#domain/periods.ts';
import { type ReaderProfile, type ShownNumber, shownWords } from '#domain/reports/disclosure/shown.ts';
import type { Period, ReportAnswer } from '#domain/reports/report.ts';
import type { FigureRows, Measure } from '#domain/sessions/figures/asked.ts';
import type { figuresReport } from '#domain/sessions/figures/report.ts';
import { addDays, dayIn } from '#domain/time.ts';
import type { FiguresQuestion } from './question.ts';

/** What the report says in words. */

export type FiguresAnswer = ReportAnswer<typeof figuresReport>;

/** `1,056`, `<5`, `[c]`. */
export const shown = (n: ShownNumber): string => (typeof n === 'number' ? figure(n) : String(shownWords(n)));

/** `+17`, `−9.2%`. */
export const signed = (n: ShownNumber, unit = ''): string =>
  typeof n === 'number'
    ? `${n > 0 ? '+' : n < 0 ? '−' : ''}${figure(Math.abs(n))}${unit}`
    : n === 'not-applicable'
      ? 'n/a'
      : shown(n);

/** What a reader is spared. */
export const readerWords: Readonly<Record<ReaderProfile, string>> = {
  internal: 'Everything is shown: not to be passed on.',
  funder: 'Groups of 1 to 4 are hidden.',
  public: 'Rounded to the nearest five, and small groups are hidden.',
};

/** `Oct 2025` where a period is one month, else its days. */
export function shortPeriod(period: Period): string {
  const { from, to } = period;
  const isMonth = from.endsWith('-01') && addDays(to, 1) === firstOf(from, 1);
  return isMonth ? dayIn(from, { month: 'short', year: 'numeric' }) : periodWords(period);
}

const things: Readonly<Record<Measure, readonly [one: string, more: string]>> = {
  people: ['different young person', 'different young people'],
  attendances: ['attendance', 'attendances'],
  hours: ['contact hour', 'contact hours'],
  sessions: ['session', 'sessions'],
};
export const thing = (measure: Measure, n: ShownNumber): string => things[measure][n === 1 ? 0 : 1];

export const rowWords: Readonly<Record<FigureRows, string>> = {
  ...{ park: 'park', ward: 'ward', activity: 'activity', month: 'month', partner: 'partner', worker: 'team member' },
  ...{ age: 'age', gender: 'gender', newness: 'new or been before', level: 'joined in or helped' },
};

const titles: Readonly<Record<Measure, string>> = {
  people: 'Young people',
  attendances: 'Attendances',
  hours: 'Contact hours',
  sessions: 'Sessions',
};

/** Over the report: `Young people by age`. */
export const titleOf = ({ measure, rows }: Pick<FiguresQuestion, 'measure' | 'rows'>): string =>
  `${titles[measure]} by ${rowWords[rows]}`;

/** The figure a line of what was done has, now and before. */
export const didOf = ({ did }: Pick<FiguresAnswer, 'did'>, code: string) => did.find((line) => line.code === code);
const nowOf = (answer: FiguresAnswer, code: string): ShownNumber => didOf(answer, code)?.now ?? 0;

/** What the figures show, in a sentence: in bold what was counted, and what it is of. */
export function sentence(
  answer: FiguresAnswer,
  { measure }: Pick<FiguresQuestion, 'measure'>,
): readonly [bold: string, rest: string] {
  const { all } = answer.total;
  const bold = `${shown(all)} ${thing(measure, all)}`;
  const delivered = nowOf(answer, 'delivered');
  const inSessions = `in ${shown(delivered)} ${thing('sessions', delivered)}`;
  if (measure === 'people') return [bold, `named, each once, ${inSessions}.`];
  if (measure !== 'sessions') return [bold, `${inSessions}.`];
  const lost = Number(nowOf(answer, 'weather')) + Number(nowOf(answer, 'lost'));
  return [`${bold} planned:`, `${shown(delivered)} delivered, ${figure(lost)} lost.`];
}

/** `Oct 2025: 81, up 21%`; nothing where it is compared with nothing. */
export function versusWords({ total }: FiguresAnswer, { vs }: Pick<FiguresQuestion, 'vs'>): string {
  if (!vs || total.before === null || total.change === null) return '';
  const { percent } = total.change;
  const how =
    typeof percent !== 'number'
      ? ''
      : percent === 0
        ? ', no change'
        : `, ${percent > 0 ? 'up' : 'down'} ${Math.abs(percent)}%`;
  return `${shortPeriod(vs)}: ${shown(total.before)}${how}`;
}

/** The words of a page that need to be explained on it; the files explain all. */
const always = [
  'Attendances',
  'Named',
  'Counted',
  'Different young people',
  'Contact hours',
  'Lost to weather or light',
];
export const wordsHere = (
  { definitions, shares, lines }: FiguresAnswer,
  { measure, rows }: Pick<FiguresQuestion, 'measure' | 'rows'>,
) => {
  const here = new Set([
    ...always,
    'Session delivered',
    ...(rows === 'newness' ? ['New', 'Been before'] : []),
    ...(measure === 'sessions' ? ['Sessions planned'] : []),
    ...(shares ? ['Rows that share people'] : []),
    ...(lines.some(({ rate }) => rate !== null) ? ['For each 1,000'] : []),
  ]);
  return definitions.filter(([word]) => here.has(word));
};
