import type { Definitions } from './notes.ts';
import { type Column, cellsOf, columnsOf, type Sheet, type TableColumn } from './sheet.ts';
import { inFives, type Shielded, shieldedWords } from './small-cells.ts';

/** Lists of single people and sessions as somebody outside learns of them: how many, in fives. */

type Counting<Line> = {
  /** What stands over how many there are: `people`. */
  readonly what: string;
  /** How many a line stands for. */
  readonly n: (line: Line) => number;
  /** How some counts are shown; `shielded` where it is no secret what they come to. */
  readonly show?: (counts: readonly number[]) => readonly Shielded[];
};

/** The columns of such a table. */
export const columnsInFives = <Line>(by: readonly Column<Line>[], what: string): TableColumn[] => [
  ...columnsOf(by),
  { title: what, is: undefined, codes: undefined },
];

/** A row for whatever is the same in these columns. */
export function countedInFives<Line extends object>(
  name: string,
  by: readonly Column<Line>[],
  lines: readonly Line[],
  { what, n, show = (counts) => counts.map(inFives) }: Counting<Line>,
): Sheet {
  const alike = [...Map.groupBy(lines, (line) => JSON.stringify(cellsOf(by, line))).values()];
  const shown = show(alike.map((group) => group.reduce((sum, line) => sum + n(line), 0)));
  return {
    name,
    columns: columnsInFives(by, what),
    rows: alike.flatMap(([first], at) =>
      first ? [[...cellsOf(by, first), shieldedWords(shown[at] ?? 'hidden')]] : [],
    ),
    totalled: false,
  };
}

/** What stands below such a file. */
export const inFivesExplained: Definitions = [
  [
    'In fives',
    'In a file that is not for ourselves: every number to the nearest five by itself, so that they need not add up.',
  ],
  ['Fewer than 5', 'Four or fewer, or none.'],
  ['Not shown', 'Too few were there, or what they come to would tell more of these numbers than they show.'],
];
