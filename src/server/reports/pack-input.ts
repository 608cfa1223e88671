import { wordsOf } from '#domain/codes.ts';
import type { Cell } from '#domain/reports/csv.ts';
import { type ReaderProfile, shownWords } from '#domain/reports/disclosure/shown.ts';
import type { Definitions, Notes } from '#domain/reports/notes.ts';
import type { Headline, PackInput, PackPartner, PackTable } from '#domain/reports/pack/input.ts';
import type { PaperNeeds } from '#domain/reports/pack/papers.ts';
import { dayWords, shortPeriodWords } from '#domain/reports/pack/parts.ts';
import type { Period, Reading, Report } from '#domain/reports/report.ts';
import type { Sheet } from '#domain/reports/sheet.ts';
import { type DidLine, figuresReport } from '#domain/sessions/figures/report.ts';
import { sessionsReport } from '#domain/sessions/report.ts';
import { sheetsOfTables, tablesReport } from '#domain/sessions/tables/report.ts';
import { boxesReport } from '#domain/stock/report.ts';
import { answersReport } from '#domain/voice/feedback/report.ts';
import { youSaidReport } from '#domain/voice/ideas/report.ts';
import { indicatorsReport } from '#domain/voice/indicators/report.ts';
import { ideaDecisions } from '#domain/voice-codes.ts';

/** What the papers of a period are made from: every figure comes from the report that shows it on a screen. */

/** Reads one report from the snapshot the papers are made of. */
export type ReadFor = (report: Report) => Reading;

type PackAsked = Period & {
  readonly profile: ReaderProfile;
  /** The days it is compared with. */
  readonly vs?: Period | undefined;
};

const wide = { ages: '', genders: '', parks: '', partners: '', activities: '' } as const;

const headlineCodes = ['attendances', 'people', 'hours', 'planned', 'delivered', 'weather', 'lost'] as const;

const headlineOf = ({ words, now, before, change }: DidLine, compared: boolean): Headline => ({
  words,
  now: shownWords(now),
  ...(compared && before !== null && { before: shownWords(before) }),
  ...(compared && change !== null && { change: shownWords(change.n), percent: shownWords(change.percent) }),
});

const notRecorded: PackInput['notRecorded'] = [
  { number: 'T15', why: 'Referrals are not written down yet.' },
  { number: 'T16', why: 'Where young people are on their way is not written down yet.' },
  { number: 'T18', why: 'Incidents are not written down yet.' },
];

/** What people wrote for it. */
type Written = Pick<PackInput, 'narratives' | 'narrativesWaiting' | 'debriefs' | 'debriefsWaiting'>;

export async function packInput(
  readFor: ReadFor,
  notes: Notes,
  asked: PackAsked,
  written: Written,
  needs: PaperNeeds,
): Promise<PackInput> {
  const { from, to, profile } = asked;
  const answers = await answersReport.fold(readFor(answersReport), { from, to });
  const ideas = await youSaidReport.fold(readFor(youSaidReport), { from, to, profile });
  return {
    ...{ notes, profile, notRecorded },
    ...(needs.figures ? await figuresIn(readFor, asked) : { headlines: [], tables: [] }),
    definitions: definitionsOf(),
    ...written,
    quotes: answers.quotes.map(({ says, month, site }) => ({
      text: says,
      by: [site, month].filter(Boolean).join(', '),
    })),
    quotesWaiting: 0,
    ideas: ideas.lines
      .filter(({ decision, isClosed }) => decision !== '' && !isClosed)
      .map(({ idea, decision, reason, doneOn }) => ({
        ...{ title: idea, decision: wordsOf(ideaDecisions, decision), reason },
        action: doneOn === '' ? '' : `Done on ${dayWords(doneOn)}`,
      })),
    partners: needs.partners ? await partnersIn(readFor, asked) : [],
  };
}

/** The headlines of a period with what they are compared with, and its tables. */
async function figuresIn(
  readFor: ReadFor,
  asked: PackAsked,
): Promise<Pick<PackInput, 'headlines' | 'comparedWith' | 'tables'>> {
  const { from, to, profile, vs } = asked;
  const versus = vs ? { vsFrom: vs.from, vsTo: vs.to } : {};
  const people = { measure: 'people', rows: 'age', columns: 'gender' } as const;
  const figures = await figuresReport.fold(readFor(figuresReport), {
    from,
    to,
    profile,
    ...wide,
    ...people,
    ...versus,
  });
  // A period without any session is nothing to compare with.
  const compared = vs && figures.did.some(({ code, before }) => code === 'planned' && before !== 0 && before !== null);
  const headlines = headlineCodes.flatMap((code) =>
    figures.did.filter((line) => line.code === code).map((line) => headlineOf(line, compared === true)),
  );
  return {
    headlines,
    ...(compared && { comparedWith: shortPeriodWords(vs) }),
    tables: await tablesIn(readFor, asked, figures.did),
  };
}

/** What a reader of a paper looks for in a list of sessions; the file of sessions has all of it. */
const readOfSessions = ['day', 'site', 'partner', 'status', 'reason', 'minutes', 'attendances'];

/** The columns of a sheet with these titles, in their own order. */
function onlyColumns(sheet: Sheet, titles: readonly string[]): Sheet {
  const kept = sheet.columns.flatMap(({ title }, at) => (titles.includes(title) ? [at] : []));
  const only = <T>(all: readonly T[]): T[] => kept.flatMap((at) => all.slice(at, at + 1));
  return { ...sheet, columns: only(sheet.columns), rows: sheet.rows.map((row) => only(row)) };
}

/** Of people assessed: from how they split up a small part could be worked out. */
const assessed = ['start', 'end', 'assessed', 'of'];
const resultsOfIndicators = ['statement', 'kind', 'by_whom', 'result_percent', 'target_percent', 'met'];

/** Numbers of people that are no parts of each other: 1 to 4 are not shown to a funder, and none to everybody. */
function indicatorsFor(profile: ReaderProfile, sheet: Sheet): Sheet {
  if (profile === 'internal') return sheet;
  const whole = onlyColumns(sheet, [...resultsOfIndicators, ...(profile === 'public' ? [] : assessed)]);
  const ofPeople = whole.columns.map(({ title }) => assessed.includes(title));
  const shown = (cell: Cell, at: number) =>
    ofPeople[at] && typeof cell === 'number' && cell > 0 && cell < 5 ? shownWords('few') : cell;
  return { ...whole, rows: whole.rows.map((row) => row.map(shown)) };
}

async function tablesIn(readFor: ReadFor, asked: PackAsked, did: readonly DidLine[]): Promise<PackTable[]> {
  const { profile } = asked;
  const tables = await tablesReport.fold(readFor(tablesReport), asked);
  const sheets = sheetsOfTables(tables);
  const sessions = await sessionsReport.fold(readFor(sessionsReport), { ...asked, names: 'no', reason: '' });
  const [sessionSheet] = sessionsReport.sheets(sessions, { names: 'no', reason: '', profile }, '');
  const boxes = await boxesReport.fold(readFor(boxesReport), asked);
  const [boxSheet] = boxesReport.sheets(boxes, { profile }, '');
  const indicators = await indicatorsReport.fold(readFor(indicatorsReport), asked);
  const [indicatorSheet] = indicatorsReport.sheets(indicators, { profile }, '');
  const outside = profile !== 'internal';
  const of = (number: PackTable['number'], sheet: Sheet | undefined, more: Partial<PackTable> = {}): PackTable[] =>
    sheet === undefined || sheet.rows.length === 0 ? [] : [{ number, sheet, ...more }];
  const delivered = did.find(({ code }) => code === 'delivered')?.now ?? 0;
  return [
    ...of('T02', sessionSheet && onlyColumns(sessionSheet, readOfSessions), {
      says: `${shownWords(delivered)} sessions were delivered.`,
      ...(outside && { note: 'Who came to a single session is in the tables below, where nobody can be picked out.' }),
    }),
    ...of('T03', sheets.T03, { note: 'Delivered, lost and not finished add up to planned.' }),
    ...of('T04', sheets.T04, {
      note: 'A session with several activities stands in a row of its own, so that rows add up.',
    }),
    ...of('T05', sheets.T05, { note: 'Each person once. Not recorded is a part of the total.' }),
    ...of('T08', sheets.T08, { note: 'By the ward of the park. Where people live is not asked for it.' }),
    ...of('T09', sheets.T09),
    ...of('T10', sheets.T10),
    ...of('T11', boxSheet),
    ...of('T17', indicatorSheet && indicatorsFor(profile, indicatorSheet)),
    ...of('T20', sheets.T20),
  ];
}

/** Each partner as a row of figures of all: what one hides, the others do not give away. */
async function partnersIn(readFor: ReadFor, { from, to, profile }: PackAsked): Promise<PackPartner[]> {
  const rows = { from, to, profile, ...wide, rows: 'partner', columns: 'none' } as const;
  const by = async (measure: 'attendances' | 'people' | 'hours' | 'sessions') =>
    (await figuresReport.fold(readFor(figuresReport), { ...rows, measure })).lines;
  const measured = [
    ['Attendances', await by('attendances')],
    ['Different young people', await by('people')],
    ['Contact hours', await by('hours')],
    ['Sessions planned', await by('sessions')],
  ] as const;
  const partners = new Map(measured.flatMap(([, lines]) => lines.map(({ code, words }) => [code, words] as const)));
  return [...partners]
    .sort(([, a], [, b]) => a.localeCompare(b, 'en-GB'))
    .map(([code, name]) => ({
      name,
      headlines: measured.map(([words, lines]) => ({
        words,
        now: shownWords(lines.find((line) => line.code === code)?.all ?? 0),
      })),
      tables: [],
    }));
}

/** The words of all tables, each once. */
function definitionsOf(): Definitions {
  const all = [tablesReport, boxesReport, indicatorsReport].flatMap(({ definitions }) => definitions);
  return [...new Map(all.map((each) => [each[0], each])).values()];
}
