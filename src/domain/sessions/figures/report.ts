import * as v from 'valibot';
import type { RowOf } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/row.ts';
import { day } from '#domain/records/shapes/fields.ts';
import { list, object, text, truth } from '#domain/reports/answer.ts';
import {
  changeOf,
  codesExplained,
  type ReaderProfile,
  type ShownNumber,
  shownSchema,
  shownWords,
} from '#domain/reports/disclosure/shown.ts';
import { definitions } from '#domain/reports/notes.ts';
import { isOurs, type Period, profileQuery, report } from '#domain/reports/report.ts';
import { type Column, type Sheet, sheetOf } from '#domain/reports/sheet.ts';
import { knownTo } from '#domain/sessions/known.ts';
import { askedOf, type FiguresAsked, figuresQuery } from './asked.ts';
import { addUp, type Seen, seenAs } from './fold.ts';
import { isWeather, lostReasons } from './outcomes.ts';
import { mayShare } from './table.ts';
import { type FiguresReading, visitTypes } from './visits.ts';
import { columnsOf, orderOf, wordsIn } from './words.ts';

/** Any figures of a period, by what somebody asks for: rows by columns, with what they are compared with, as a profile shows them. */

const changeSchema = object({ n: shownSchema, percent: shownSchema });
/** What stands beside a figure of another period. */
const besideFields = { before: v.nullable(shownSchema), change: v.nullable(changeSchema) };
const lineSchema = object({
  ...{ code: text, words: text, cells: list(shownSchema), all: shownSchema, ...besideFields },
  /** For each 1,000 who live there, to one decimal; none where it is not of wards, or nobody wrote down how many that is. */
  rate: v.nullable(shownSchema),
});
export type FigureLine = v.InferOutput<typeof lineSchema>;
const didSchema = object({ code: text, words: text, now: shownSchema, ...besideFields });
export type DidLine = v.InferOutput<typeof didSchema>;

const fields = {
  columns: list(object({ code: text, words: text })),
  lines: list(lineSchema),
  total: lineSchema,
  /** Whether somebody may stand in several rows, so that rows come to more than their total. */
  shares: truth,
  did: list(didSchema),
  /** Attendances at sessions that were not delivered; they stand nowhere else. */
  elsewhere: shownSchema,
};

/** Of whom figures are compared: the days of another period, both or neither. */
const versus = { vsFrom: v.optional(day), vsTo: v.optional(day) };

const versusOf = ({ vsFrom, vsTo }: { vsFrom?: string | undefined; vsTo?: string | undefined }): Period | undefined =>
  vsFrom !== undefined && vsTo !== undefined ? { from: vsFrom, to: vsTo } : undefined;

const beside = (now: ShownNumber, before: ShownNumber | undefined) =>
  before === undefined ? { before: null, change: null } : { before, change: changeOf(now, before) };

const didWords = {
  attendances: 'Attendances',
  named: 'Named',
  counted: 'Counted',
  people: 'Different young people',
  hours: 'Contact hours',
  contacts: 'Contacts, not attendances',
} as const satisfies Record<keyof Seen['did'], string>;

type Added = Awaited<ReturnType<typeof addUp>>;

/** What was done, a figure a line; every reason a session was lost for stands below what it belongs to. */
function didLines(now: Added, seen: Seen['did'], was?: Added, wasSeen?: Seen['did']): DidLine[] {
  const people = Object.entries(didWords).map(([code, words]) => {
    const of = code as keyof Seen['did']; // the keys of that list
    return { code, words, now: seen[of], ...beside(seen[of], wasSeen?.[of]) };
  });
  const sessions = (added: Added, code: string): number => {
    const { delivered, weather, lost, open } = added.did.sessions;
    if (code === 'planned') return delivered + weather + lost + open;
    if (code === 'delivered' || code === 'weather' || code === 'lost' || code === 'open')
      return added.did.sessions[code];
    return added.did.lost.find(({ reason }) => `lost ${reason}` === code)?.n ?? 0;
  };
  const line = (code: string, words: string): DidLine => {
    const n = sessions(now, code);
    return { code, words, now: n, ...beside(n, was && sessions(was, code)) };
  };
  const reasonLines = (ofWeather: boolean) =>
    lostReasons
      .filter(([reason]) => isWeather(reason) === ofWeather)
      .map(([reason, words]) => line(`lost ${reason}`, words))
      .filter((each) => each.now !== 0 || (each.before !== null && each.before !== 0));
  return [
    ...people,
    line('planned', 'Sessions planned'),
    line('delivered', 'Sessions delivered'),
    line('weather', 'Sessions lost to weather or light'),
    ...reasonLines(true),
    line('lost', 'Sessions lost for another reason'),
    ...reasonLines(false),
    line('open', 'Not finished or still to come'),
  ];
}

/** Rows in their order: that of their list; or those of most first, as far as that may be seen. */
function inOrder(asked: FiguresAsked, rows: readonly FigureLine[]): FigureLine[] {
  const order = orderOf(asked.rows);
  if (order) return [...rows].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  if (asked.rows === 'month') return [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  const size = ({ all }: FigureLine) => (typeof all === 'number' ? all : 0);
  return [...rows].sort((a, b) => size(b) - size(a) || a.words.localeCompare(b.words, 'en-GB'));
}

/** Adds up a period and what it is compared with, and lays both side by side. */
async function figuresOf(read: FiguresReading, asked: FiguresAsked, profile: ReaderProfile, days: Period, vs?: Period) {
  const known = await knownTo(read);
  const now = await addUp(read, known, asked, days);
  const was = vs && (await addUp(read, known, asked, vs));
  const words = await wordsIn(read, asked.rows);
  const areas = asked.rows === 'ward' ? residentsOf(await read.rows('area')) : new Map<string, number>();
  const rows = [...new Set([...now.cross.rows, ...(was?.cross.rows ?? [])])].sort();
  const columns = columnsOf(
    asked.measure === 'sessions' ? 'outcome' : asked.columns,
    (code) => now.cross.ofColumn(code) > 0,
  );
  const codes = columns.map(({ code }) => code);
  const seen = await seenAs(read, now, asked, days, rows, codes, profile);
  const before = was && vs && (await seenAs(read, was, asked, vs, rows, [], profile));
  const lines = rows.map((code, at): FigureLine => {
    const { cells = [], all = 0 } = seen.lines[at] ?? {};
    return {
      code,
      words: words(code),
      cells,
      all,
      ...beside(all, before?.lines[at]?.all),
      rate: rateOf(all, areas.get(code)),
    };
  });
  return {
    columns,
    lines: inOrder(asked, lines),
    total: { code: '*', words: 'All', ...seen.total, ...beside(seen.total.all, before?.total.all), rate: null },
    shares: mayShare(now.cross),
    did: didLines(now, seen.did, was, before?.did),
    elsewhere: elsewhereOf(now.did.elsewhere, profile),
  };
}

/** How many live in each ward, as far as it was written down. */
const residentsOf = (areas: readonly RowOf<'area'>[]): ReadonlyMap<string, number> =>
  new Map(
    areas
      .filter((area) => !isClosed(area))
      .flatMap(({ body }) => (body.residents == null ? [] : [[body.name.trim(), body.residents] as const])),
  );

/** For each 1,000 who live there, from what is shown. */
function rateOf(n: ShownNumber, residents: number | undefined): ShownNumber | null {
  if (residents === undefined) return null;
  if (typeof n !== 'number') return n === 'few' ? 'hidden' : n;
  return residents === 0 ? 'not-applicable' : Math.round((n / residents) * 10_000) / 10;
}

/** It is in no sum, so that nothing would keep two questions about it from telling of a small group: it is for ourselves. */
const elsewhereOf = (n: number, profile: ReaderProfile): ShownNumber =>
  profile !== 'internal' && n > 0 ? 'hidden' : n;

const perThousand: readonly Column<FigureLine>[] = [
  ['for_each_1000', ({ rate }) => (rate === null ? '' : shownWords(rate))],
];

type Answer = v.InferOutput<ReturnType<typeof object<typeof fields>>>;

function sheetsOf({ columns, lines, total, did }: Answer, asked: FiguresAsked, isCompared: boolean): readonly Sheet[] {
  const of = (line: FigureLine, at: number): number | string => shownWords(line.cells[at] ?? 'not-recorded');
  const compared = <Line extends Pick<FigureLine, 'before' | 'change'>>(): Column<Line>[] =>
    isCompared
      ? [
          ['before', ({ before }) => (before === null ? '' : shownWords(before))],
          ['change', ({ change }) => (change === null ? '' : shownWords(change.n))],
          ['change_percent', ({ change }) => (change === null ? '' : shownWords(change.percent))],
        ]
      : [];
  const table: readonly Column<FigureLine>[] = [
    [asked.rows, ({ words }) => words],
    ...columns.map(({ code }, at): Column<FigureLine> => [code, (line) => of(line, at)]),
    [asked.measure, (line) => shownWords(line.all)],
    ...(lines.some(({ rate }) => rate !== null) ? perThousand : []),
    ...compared<FigureLine>(),
  ];
  return [
    sheetOf('figures', table, lines, total),
    sheetOf(
      'done',
      [['figure', ({ words }) => words], ['number', ({ now }) => shownWords(now)], ...compared<DidLine>()],
      did,
    ),
  ];
}

/** For everybody no group of people is parted once more by what they are: rows of ages have no columns of genders. */
function askedFor(query: Parameters<typeof askedOf>[0], profile: ReaderProfile): FiguresAsked {
  const asked = askedOf(query);
  return profile === 'public' && asked.columns !== 'how' ? { ...asked, columns: 'none' } : asked;
}

/** Figures by what is asked for. */
export const figuresReport = report({
  name: 'figures',
  title: 'Figures',
  label: 'Figures',
  hint: 'Any rows by any columns, and what was done',
  summary:
    'Attendances, different young people, contact hours or sessions, by park, activity, month, partner, worker, age, gender, newness or level',
  definitions: [...definitions.attendance, ...definitions.figures, ...codesExplained],
  types: visitTypes,
  query: { ...figuresQuery, ...profileQuery, ...versus },
  answer: fields,
  tables: [
    { name: 'figures', label: 'Figures' },
    { name: 'done', label: 'What was done' },
  ],
  isInternal: isOurs,
  fold: async (read, { from, to, profile, vsFrom, vsTo, ...query }) =>
    figuresOf(read, askedFor(query, profile), profile, { from, to }, versusOf({ vsFrom, vsTo })),
  sheets: (answer, query) => sheetsOf(answer, askedFor(query, query.profile), versusOf(query) !== undefined),
});
