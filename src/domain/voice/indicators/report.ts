import * as v from 'valibot';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { sameIn } from '#domain/people/alias.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { id } from '#domain/records/shapes/fields.ts';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';
import type { Cell } from '#domain/reports/csv.ts';
import { codesExplained, fewestForPercent, shownWords } from '#domain/reports/disclosure/shown.ts';
import type { Definitions } from '#domain/reports/notes.ts';
import { isOurs, profileQuery, report } from '#domain/reports/report.ts';
import { type Column, columnsOf, sheetOf } from '#domain/reports/sheet.ts';
import { fewest } from '#domain/reports/small-cells.ts';
import { assessedIn, indicatorKinds, respondents } from '#domain/voice-codes.ts';
import { foldIndicators, type IndicatorResults } from './fold.ts';
import { inOrder } from './indicator.ts';
import { perCent, standingWords } from './share.ts';

/** T17: what was aimed at, and what young people said at the end. */

const assessedFields = { assessed: number, of: number, isAgreed: truth, oneToOne: number, group: number };

const lineSchema = object({
  id: text,
  statement: text,
  kind: v.picklist(codesOf(indicatorKinds)),
  respondents: list(v.picklist(codesOf(respondents))),
  target: number,
  isClosed: truth,
  start: number,
  end: number,
  ...assessedFields,
  /** Per cent, to one decimal. */
  share: v.union([number, v.picklist(['few', 'nobody'])]),
  standing: v.picklist(['met', 'notMet', 'few', 'nobody']),
});
/** One indicator of the report. */
export type IndicatorLine = v.InferOutput<typeof lineSchema>;

const totalSchema = object({ ...assessedFields, met: number, judged: number });
export type IndicatorTotal = v.InferOutput<typeof totalSchema>;

const linesOf = ({ results }: IndicatorResults): IndicatorLine[] =>
  results.map(({ indicator: { cohort: _, order: __, ...indicator }, ...result }) => ({
    ...indicator,
    respondents: [...indicator.respondents],
    ...result,
  }));

/** `met`, `fewer than 5`. */
const shareCell = ({ share, standing }: IndicatorLine): Cell =>
  typeof share === 'number' ? share : standingWords[standing];

const completion = ({ assessed, of }: { readonly assessed: number; readonly of: number }): Cell =>
  perCent(assessed, of) ?? 'nobody asked';

export const respondentWords = (who: IndicatorLine['respondents']): string =>
  who.map((each) => wordsOf(respondents, each)).join(', ');

const titles = [
  ...['statement', 'kind', 'by_whom', 'start', 'end', 'result_percent', 'target_percent', 'met'],
  ...['assessed', 'of', 'completion_percent', 'one_to_one', 'in_a_group'],
] as const;
/** Both come to the assessed: where one is of few, neither is shown outside. */
const parts: readonly string[] = ['one_to_one', 'in_a_group'];

type FileLine = readonly Cell[];

const fileLine = (line: IndicatorLine): FileLine => [
  ...[line.statement, wordsOf(indicatorKinds, line.kind), respondentWords(line.respondents), line.start, line.end],
  ...[shareCell(line), line.target, standingWords[line.standing]],
  ...[line.assessed, line.of, completion(line), line.oneToOne, line.group],
];

/** `10 of 10`: of fewer than five people nothing is judged. */
export const metWords = ({ met, judged }: Pick<IndicatorTotal, 'met' | 'judged'>): string => `${met} of ${judged}`;

const totalLine = (total: IndicatorTotal): FileLine => [
  ...['All indicators', '', '', '', '', '', '', metWords(total)],
  ...[total.assessed, total.of, completion(total), total.oneToOne, total.group],
];

/** The same for somebody outside: no group of 1 to 4, and no share of fewer than ten. */
const outside = (
  line: FileLine,
  { assessed, of, oneToOne, group }: Pick<IndicatorTotal, keyof typeof assessedFields>,
): FileLine =>
  titles.map((title, at) => {
    const cell = line[at] ?? '';
    if (title === 'result_percent' && typeof cell === 'number' && assessed < fewestForPercent) return shownWords('low');
    if (title === 'completion_percent' && typeof cell === 'number' && (of < fewestForPercent || isFew(assessed)))
      return shownWords('low');
    if (parts.includes(title) && (isFew(oneToOne) || isFew(group) || isFew(assessed))) return shownWords('hidden');
    return ofPeople.includes(title) && typeof cell === 'number' && isFew(cell) ? shownWords('few') : cell;
  });
const ofPeople: readonly string[] = ['start', 'end', 'assessed', 'of'];
const isFew = (n: number): boolean => n > 0 && n < fewest;

const columns = titles.map((title, at): Column<FileLine> => [title, (line) => line[at] ?? '']);
/** Of a part of everybody only the shares: the people of two parts would come to those of all. */
const columnsOutside = (isPart: boolean) =>
  isPart ? columns.filter(([title]) => ![...parts, ...ofPeople, 'completion_percent'].includes(title)) : columns;

const definitionsOfIndicators: Definitions = [
  [
    'Indicator',
    'A statement that is put at the start and at the end, with five answers from 1 strongly disagree to 5 strongly agree.',
  ],
  ['Agree at the end', 'The share of people assessed who answer 4 or 5 at the end.'],
  [
    'Better than at the start',
    'The share of people assessed whose answer at the end is higher than at the start. Whoever began with 5 cannot get better.',
  ],
  [
    'Start, end',
    'People who answered at the start, and at the end. Answers at the end are those given in the period. Those at the start count whenever they were given.',
  ],
  [
    'Assessed',
    'People with an answer that counts, each once: at the end, and where it is about getting better at the start too. Several badges of one person are one.',
  ],
  [
    'Several answers of one person',
    'A new answer takes the place of the one it corrects. Where two phones did not know of each other, the higher one counts at the start and the lower one at the end. Where a young person and somebody else both answer, it counts as reached only where both answers reach it.',
  ],
  [
    'Of, completion',
    'How many people it is meant for, where that was agreed and everybody is counted here; else everybody who was asked in the period. All indicators: the largest of these numbers.',
  ],
  ['One to one, in a group', 'Of those assessed: asked one to one at least once, and all others.'],
  [
    'Result, met',
    `Per cent to one decimal, half a tenth rounded up. Met is judged before rounding. Of fewer than ${fewest} people neither is told.`,
  ],
];

/** T17; of one partner, of one kind of respondent, or of answers given one to one or in a group. */
export const indicatorsReport = report({
  name: 'indicators',
  title: 'Indicators and targets',
  label: 'Indicators',
  hint: 'Statements at start and end, against targets',
  summary:
    'Indicators against their targets: one row per indicator, and how many are met; of one partner with partner, of one kind of respondent with respondent, one to one or in a group with in',
  definitions: [...definitionsOfIndicators, ...codesExplained],
  types: ['indicator', 'assessment', 'alias', 'partner'],
  query: {
    partner: v.optional(id),
    respondent: v.optional(v.picklist(codesOf(respondents))),
    in: v.optional(v.picklist(codesOf(assessedIn))),
    ...profileQuery,
  },
  answer: { lines: list(lineSchema), total: totalSchema, hidden: list(text) },
  tables: [{ name: 'indicators', label: 'Indicators', columns: columnsOf(columns) }],
  glance: ['statement', 'result_percent', 'target_percent', 'met', 'assessed', 'of', 'completion_percent'],
  isInternal: isOurs,
  screenIsOurs: true,
  async fold(read, { from, to, partner, respondent, in: how }) {
    const counted = new Set(
      read.partners.filter((each) => each.families && (partner ?? each.id) === each.id).map((each) => each.id),
    );
    const said = (await read.rows('assessment')).filter(({ scope }) => counted.has(partnerOf(scope) ?? ''));
    const everybody = (await read.rows('partner')).every((each) => counted.has(each.id));
    const asked = { from, to, respondent, in: how, everybody };
    const found = foldIndicators(
      inOrder(await read.rows('indicator')),
      said,
      sameIn(await read.rows('alias'), 'person'),
      asked,
    );
    const hidden = read.partners.filter(({ families }) => !families).map(({ name }) => name);
    return { lines: linesOf(found), total: found.total, hidden };
  },
  sheets: ({ lines, total }, asked) => [
    isOurs(asked)
      ? sheetOf('indicators', columns, lines.map(fileLine), totalLine(total))
      : sheetOf(
          'indicators',
          columnsOutside(asked.partner !== undefined || asked.respondent !== undefined || asked.in !== undefined),
          lines.map((line) => outside(fileLine(line), line)),
          outside(totalLine(total), total),
        ),
  ],
  part: {
    all: 'Everybody',
    of: async (read, { partner, respondent, in: how }) =>
      [
        partner && (read.partners.find((each) => each.id === partner)?.name ?? partner),
        respondent && wordsOf(respondents, respondent),
        how && wordsOf(assessedIn, how),
      ]
        .filter(Boolean)
        .join(', ') || undefined,
  },
});
