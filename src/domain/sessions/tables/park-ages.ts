import { codesOf, tallyBands } from '#domain/codes.ts';
import { protectGiven } from '#domain/reports/disclosure/given.ts';
import { type ReaderProfile, shownWords } from '#domain/reports/disclosure/shown.ts';
import type { PublishedFigure } from '#domain/reports/disclosure/sums-between.ts';
import type { Period } from '#domain/reports/report.ts';
import { type Column, columnsOf, type Sheet, sheetOf } from '#domain/reports/sheet.ts';
import { figureBand } from '#domain/sessions/figures/asked.ts';
import { grid } from '#domain/sessions/figures/grid.ts';
import { monthIn, wholeLists } from '#domain/sessions/figures/published.ts';
import { all, cellKey, linkedOf } from '#domain/sessions/figures/table.ts';
import { eachVisit, type FiguresReading } from '#domain/sessions/figures/visits.ts';
import { wordsIn } from '#domain/sessions/figures/words.ts';
import { knownTo } from '#domain/sessions/known.ts';
import { isDelivered } from '#domain/sessions/session-line.ts';
import { crossOf } from './fold.ts';
import type { CrossAnswer } from './report.ts';

/** Attendances by park, month and age: what a reader outside learns in place of who came to each session. */

const bands = codesOf(tallyBands);
const between = ' ';

/** Added up over the sessions that were delivered, and shown as a profile may see it beside all that was given before. */
export async function parkAges(
  read: FiguresReading,
  { from, to, profile }: Period & { readonly profile: ReaderProfile },
): Promise<CrossAnswer> {
  const sums = grid();
  await eachVisit(read, await knownTo(read), { from, to }, ({ line, comers }) => {
    if (!isDelivered(line)) return;
    const row = line.siteId + between + line.day.slice(0, 7);
    for (const { band, n } of comers) sums.add([row], figureBand(band), n);
  });
  const cross = sums.cross();
  const partners = read.partners.map(({ id }) => id);
  const shown = await protectGiven(
    linkedOf('attendances', cross, cross.rows, bands),
    profile,
    publishedIn([...cross.rows, all], partners, { from, to }),
    wholeLists,
    read.disclosure,
  );
  const park = await wordsIn(read, 'park');
  const words = (code: string): readonly string[] => {
    const [site = '', month = ''] = code.split(between);
    return [park(site), month];
  };
  const inOrder = [...cross.rows].sort((a, b) => words(a).join().localeCompare(words(b).join(), 'en-GB'));
  const columns = tallyBands.map(([code, said]) => ({ code, words: said }));
  return crossOf(shown, 'attendances', inOrder, columns, words);
}

const publishedIn = (rows: readonly string[], partners: readonly string[], days: Period): PublishedFigure[] =>
  rows.flatMap((row) => {
    const [park = '', month = ''] = row.split(between);
    const of = row === all ? days : monthIn(month, days);
    return [...bands, all].map((age) => ({
      ...{ key: cellKey('attendances', row, age), measure: 'attendances' as const, from: of.from, to: of.to },
      group: { partner: partners, ...(row !== all && { park }), ...(age !== all && { age }) },
    }));
  });

type Line = Pick<CrossAnswer['lines'][number], 'words' | 'cells' | 'all'>;

const columns: readonly Column<Line>[] = [
  ['site', ({ words }) => words[0]],
  ['month', ({ words }) => words[1]],
  ...bands.map(
    (band, at): Column<Line> => [`attendances_${band}`, ({ cells }) => shownWords(cells[at] ?? 'not-recorded')],
  ),
  ['attendances', (line) => shownWords(line.all)],
];

/** What stands in its file, whatever was met. */
export const parkAgeColumns = columnsOf(columns);

/** As a table: a row for each park and month, and the last one all. */
export const parkAgeSheet = (name: string, { lines, total }: CrossAnswer): Sheet =>
  sheetOf<Line>(name, columns, lines, { words: ['All', ''], ...total });
