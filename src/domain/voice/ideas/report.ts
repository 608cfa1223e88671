import * as v from 'valibot';
import { wordsOf } from '#domain/codes.ts';
import { sameIn } from '#domain/people/alias.ts';
import type { RowOf } from '#domain/records/body.ts';
import { listIn } from '#domain/records/row.ts';
import { id } from '#domain/records/shapes/fields.ts';
import { inForce } from '#domain/records/taken-back.ts';
import { list } from '#domain/reports/answer.ts';
import type { Cell } from '#domain/reports/csv.ts';
import type { Definitions } from '#domain/reports/notes.ts';
import { isOurs, profileQuery, report } from '#domain/reports/report.ts';
import { type Column, columnsOf, sheetOf } from '#domain/reports/sheet.ts';
import { ideaDecisions, ideaStages } from '#domain/voice-codes.ts';
import {
  type IdeaLine,
  type IdeaTotals,
  ideaLine,
  ideaLineSchema,
  ideaTotals,
  ideaTotalsSchema,
  shareOf,
} from './figures.ts';
import { daysToAnswer, foldIdeas, type Idea, ideaTypes } from './fold.ts';
import { heardWords } from './heard.ts';
import { attendancesOf } from './reached.ts';
import { counted } from './told.ts';

/** T14: what young people asked for, what was answered, and whether they were told. */

const notRecorded = 'not recorded';
const isAnswered = ({ stage }: IdeaLine): boolean => stage === 'answered' || stage === 'done';

const columns: readonly Column<IdeaLine>[] = [
  ['idea', ({ idea }) => idea],
  ['park', ({ site }) => site || notRecorded],
  ['partner', ({ partner }) => partner],
  ['heard_on', ({ day }) => day, 'day'],
  ['heard', ({ heard }) => heardWords(heard)],
  ['how_far', ({ stage, isClosed }) => (isClosed ? 'Closed' : wordsOf(ideaStages, stage))],
  ['days_to_answer', (line) => line.daysToAnswer ?? (isAnswered(line) ? notRecorded : '')],
  ['decision', (line) => (isAnswered(line) ? wordsOf(ideaDecisions, line.decision) || notRecorded : '')],
  ['reason', ({ reason }) => reason],
  ['done', ({ doneOn, stage }) => doneOn || (stage === 'done' ? notRecorded : ''), 'day'],
  ['told_at_sessions', ({ told }) => told],
];
const reached: Column<IdeaLine> = ['people_reached', (line) => line.reached ?? ''];

const totalColumns: readonly Column<readonly [string, Cell]>[] = [
  ['what', ([what]) => what],
  ['n', ([, n]) => n],
];

const peopleReached = 'People reached at these sessions';
/** What the lines come to: every part beside what it is a part of. */
export const totalLines = (all: IdeaTotals): readonly (readonly [what: string, n: Cell])[] => [
  ['Received', all.received],
  ['Answered', all.answered],
  ['Answered, share of received', shareOf(all.answered, all.received)],
  ['Yes', all.yes],
  ['Part of it', all.part],
  ['No', all.no],
  ['Answered in words only: yes or no not recorded', all.notSaid],
  ['Not answered yet', all.waiting],
  [`Not answered for ${daysToAnswer} days`, all.overdue],
  ['Days to answer, median', all.medianDays ?? notRecorded],
  ['Answered, day not recorded', all.daysNotRecorded],
  ['Told at one session or more', all.told],
  ['Told, share of received', shareOf(all.told, all.received)],
  ['Told before sessions were recorded', all.toldBefore],
  ['Still to tell', all.toTell],
  ['Closed', all.closed],
  ['Sessions at which any was told', all.sessions],
  [peopleReached, all.reached],
];

const definitionsOfIdeas: Definitions = [
  ['Idea', 'Something that young people, families or the team asked for. Ideas that were joined are one.'],
  ['Period', 'Ideas that were first heard in it, as they are on the day of the report.'],
  [
    'Heard',
    'By how many: those counted when it was written down, everybody who wished for it, notes, debriefs, and own words on forms. Below five no number is given, and own words of fewer than five are in none.',
  ],
  ['Days to answer', 'From the day it was first heard to the day of its first answer.'],
  ['Answered', 'It has a yes, a part or a no, with a reason. Thinking about it is no answer.'],
  [
    'Told at sessions',
    'Different sessions at which people were told what came of it. Two records of one session are one. A session that was cancelled or did not take place does not count.',
  ],
  [
    'Closed',
    'Told at two sessions of its park, or at one where no other is planned and none was held since. Ideas closed before sessions were recorded stay closed.',
  ],
  [
    'People reached',
    'Attendances of the sessions it was told at: named plus counted, nobody twice in one session. Somebody who came to two of them is in both. Where two records are of one session, the larger one counts. The lines do not add up: two ideas may be told at one session. The total counts each session once.',
  ],
];

/** Own words that may be seen, by the idea they are a voice for. */
function voicesIn(read: readonly RowOf<'wordsRead'>[]): Map<string, Set<string>> {
  const standing = inForce(read.map((row) => ({ id: row.id, replaces: listIn(row.body.replaces), row })));
  const voices = new Map<string, Set<string>>();
  for (const { row } of standing) {
    const { idea, answer, verdict } = row.body;
    if (idea !== undefined && verdict !== 'keepBack') voices.set(idea, (voices.get(idea) ?? new Set()).add(answer));
  }
  return voices;
}

/** How many own words are a voice for an idea, or for one that was joined to it; each once. */
const voicesFor =
  (voices: ReadonlyMap<string, ReadonlySet<string>>) =>
  ({ id: own, joined }: Idea): number =>
    new Set([own, ...joined.map((each) => each.id)].flatMap((each) => [...(voices.get(each) ?? [])])).size;

/** T14; of one park with its id. */
export const youSaidReport = report({
  name: 'you-said-we-did',
  title: 'You said, we did',
  label: 'You said, we did',
  hint: 'Each idea: the answer, and who was told',
  summary: 'What was asked for, what was answered and told: one row per idea, and totals; of one park with site',
  definitions: definitionsOfIdeas,
  types: [...ideaTypes, 'wordsRead', 'mark', 'tally', 'site'],
  query: { site: v.optional(id), ...profileQuery },
  answer: { lines: list(ideaLineSchema), totals: ideaTotalsSchema },
  tables: [
    { name: 'ideas', label: 'Ideas', columns: columnsOf(columns) },
    { name: 'totals', label: 'Totals', columns: columnsOf(totalColumns) },
  ],
  glance: ['idea', 'park', 'heard', 'how_far', 'days_to_answer', 'decision', 'told_at_sessions', 'people_reached'],
  isInternal: isOurs,
  screenIsOurs: true,
  async fold(read, { from, to, site: asked }) {
    const [idea, debrief, told, session, alias, wish] = [
      ...[await read.rows('idea'), await read.rows('debrief'), await read.rows('told')],
      ...[await read.rows('session'), await read.rows('alias'), await read.rows('wish')],
    ] as const;
    const { ideas: all, sessions } = foldIdeas({ idea, debrief, told, session, alias, wish }, read.today);
    const ideas = all.filter(
      ({ day, sites }) => day >= from && day <= to && (asked === undefined || sites.includes(asked)),
    );
    const toldAt = new Set(ideas.flatMap((each) => counted(each.told).map((telling) => telling.session)));
    const there = session.filter(({ id: own, scope }) => toldAt.has(sessions.headOf(scope.split('/')[1] ?? '', own)));
    const attendances = attendancesOf(await read.withFacts(there), sessions, sameIn(alias, 'person'));
    const siteById = new Map((await read.rows('site')).map((row) => [row.id, row.body.name]));
    const voices = voicesFor(voicesIn(await read.rows('wordsRead')));
    const lines = ideas.map((each) =>
      ideaLine(each, {
        siteName: (own) => siteById.get(own) ?? own,
        partnerName: (own) => read.partners.find((partner) => partner.id === own)?.name ?? own,
        ...{ voices, attendances },
      }),
    );
    return { lines, totals: ideaTotals(ideas, lines, attendances, read.today) };
  },
  // Of one session somebody outside learns nowhere how many came.
  sheets: ({ lines, totals }, asked) => [
    sheetOf('ideas', isOurs(asked) ? [...columns, reached] : columns, lines),
    sheetOf(
      'totals',
      totalColumns,
      totalLines(totals).filter(([what]) => isOurs(asked) || what !== peopleReached),
    ),
  ],
  part: {
    all: 'All parks',
    of: async (read, { site }) => site && ((await read.rows('site')).find((row) => row.id === site)?.body.name ?? site),
  },
});
