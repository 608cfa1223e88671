import { firstOf } from '#domain/periods.ts';
import { type Column, sheetOf } from '#domain/reports/sheet.ts';
import { addDays, dayIn, dayOf, timeOf } from '#domain/time.ts';
import type { Headline, NarrativeKind, PackInput, PackTable } from './input.ts';
import { mostNarrativeWords, narrativeKinds } from './input.ts';
import type { Paper, PaperBlock } from './paper.ts';
import { type PackTableNumber, packTableTitle } from './tables.ts';

/** Parts that several papers of a pack have in common. */

export const heading = (text: string): PaperBlock => ({ is: 'heading', text });
export const says = (text: string): PaperBlock => ({ is: 'text', text });

/** `1 October 2026` */
export const dayWords = (day: string): string => dayIn(day, { day: 'numeric', month: 'long', year: 'numeric' });

/** `1 October 2026 to 31 October 2026` */
export const periodWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `${dayWords(from)} to ${dayWords(to)}`;

/** `October 2026` where the days are one month, else all of it. */
export const shortPeriodWords = (period: { readonly from: string; readonly to: string }): string =>
  period.from.endsWith('-01') && addDays(period.to, 1) === firstOf(period.from, 1)
    ? dayIn(period.from, { month: 'long', year: 'numeric' })
    : periodWords(period);

const seenBy = {
  internal: 'Internal: every number is shown. Not to be passed on.',
  funder: 'For funders and partners: groups of 1 to 4 are not shown.',
  public: 'Public: every number is rounded to the nearest five.',
} as const;

/** `2 November 2026, 09:10` */
const momentWords = (instant: string): string => `${dayWords(dayOf(instant))}, ${timeOf(instant)}`;

/** Whose it is, of when, how fresh, and for whom. */
export const under = ({ notes, profile }: PackInput): string[] => [
  notes.programme,
  periodWords(notes),
  `Data as at ${momentWords(notes.dataAsAt)}`,
  seenBy[profile],
];

/** What stands at the foot of each page. */
export const foot = (title: string, { notes }: PackInput): string =>
  `${title}, ${notes.programme}, ${periodWords(notes)}`;

/** A paper of a pack. */
export const paperOf = (title: string, input: PackInput, blocks: readonly PaperBlock[], numbered = false): Paper => ({
  title,
  under: under(input),
  numbered,
  blocks,
  foot: foot(title, input),
});

/** The headlines as a table: T01. */
export function headlineTable(headlines: readonly Headline[], comparedWith: string | undefined): PackTable {
  const compared: readonly Column<Headline>[] = [
    [comparedWith ?? 'before', ({ before }) => before],
    ['change', ({ change }) => change, 'change'],
    ['%', ({ percent }) => percent, 'change'],
  ];
  const columns: readonly Column<Headline>[] = [
    ['what_we_did', ({ words }) => words],
    ['this_period', ({ now }) => now],
    ...(comparedWith === undefined ? [] : compared),
  ];
  return { number: 'T01', sheet: sheetOf('headlines', columns, headlines) };
}

/** A table with its number and title; without the number where a paper is for people who know none. */
export const tableBlock = ({ number, ...table }: PackTable): PaperBlock => ({
  is: 'table',
  caption: `${number} ${packTableTitle(number)}`,
  table,
});

/** Those of some tables that there are, in the order asked for. */
export const tablesOf = ({ tables }: Pick<PackInput, 'tables'>, ...numbers: readonly PackTableNumber[]): PaperBlock[] =>
  numbers.flatMap((number) => tables.filter((each) => each.number === number).map(tableBlock));

/** What each text is to say. */
export const narrativeAsks: Readonly<Record<NarrativeKind, string>> = {
  achievements: `What went well, and what difference it made, in at most ${mostNarrativeWords} words.`,
  'case-study': `Somebody’s story without anything that could tell who it is, in at most ${mostNarrativeWords} words.`,
  changes: `What was done otherwise than planned, and why, in at most ${mostNarrativeWords} words.`,
  finance: 'What it costs, who pays, and what was spent against the budget.',
  legal: 'Which duties or powers it rests on, and what is agreed in writing.',
  equality: 'Whom it reaches and whom it does not, and whether the equality assessment still holds.',
  'data-protection': 'Whether the data protection assessment still holds, and who may see names.',
};

/** Where a text of a kind stands, or is to be written. */
export function slot({ narratives, narrativesWaiting }: PackInput, kind: NarrativeKind): PaperBlock {
  const title = narrativeKinds.find(([each]) => each === kind)?.[1] ?? kind;
  const waits = narrativesWaiting.includes(kind);
  return {
    is: 'slot',
    title,
    asks: narrativeAsks[kind],
    written: narratives.find((each) => each.kind === kind),
    waits,
  };
}

/** What was said, each with who said it; and how many nobody has read yet. */
export const quoteBlocks = ({ quotes, quotesWaiting }: PackInput): PaperBlock[] => [
  ...quotes.map((quote): PaperBlock => ({ is: 'quote', ...quote })),
  ...(quotesWaiting > 0
    ? [note(`${quotesWaiting} more ${quotesWaiting === 1 ? 'waits' : 'wait'} to be read before being passed on.`)]
    : []),
];

export const note = (text: string): PaperBlock => ({ is: 'note', text });

/** How complete the figures are. */
export function completeness({ notes }: PackInput): string {
  const { phonesWithUnsent, oldestUnsentAt } = notes;
  if (phonesWithUnsent === 0) return 'Every phone has sent its records.';
  const phones = phonesWithUnsent === 1 ? '1 phone holds records' : `${phonesWithUnsent} phones hold records`;
  const oldest = oldestUnsentAt === null ? '' : ` The oldest is of ${momentWords(oldestUnsentAt)}.`;
  return `${phones} not sent yet, which are not in these figures.${oldest}`;
}
