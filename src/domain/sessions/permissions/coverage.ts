import * as v from 'valibot';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { birthdayOf } from '#domain/people/consents/ages.ts';
import { askAgain, soonDays } from '#domain/people/consents/asking.ts';
import { coverageOf } from '#domain/people/consents/coverage.ts';
import { endedOf, isReachOpen } from '#domain/people/consents/reach.ts';
import { inForceStates, purposes } from '#domain/people-codes.ts';
import { byCode, list, number, object, text } from '#domain/reports/answer.ts';
import { inFivesExplained } from '#domain/reports/in-fives.ts';
import type { Definitions } from '#domain/reports/notes.ts';
import { isOurs, profileQuery, report } from '#domain/reports/report.ts';
import { type Column, columnsOf, sheetOf } from '#domain/reports/sheet.ts';
import { inFives, shielded, shieldedWords } from '#domain/reports/small-cells.ts';
import { addDays } from '#domain/time.ts';
import { asAt, type OnRegister, type Permissions, permissionTypes, readPermissions } from './reading.ts';

/** Who permits what: everybody once in every row, so that each adds up to everybody. */

const states = codesOf(inForceStates);

/** One purpose over everybody. */
export const coverageLineSchema = object({
  purpose: v.picklist(codesOf(purposes)),
  by: byCode(states, number),
  everybody: number,
});
export type CoverageLine = v.InferOutput<typeof coverageLineSchema>;

/** What a coordinator does something about, with how many people it is about. */
export const toDos = [
  'soon',
  'ranOut',
  'differ',
  'twoAnswers',
  'limits',
  'askAgain',
  'asked',
  'pending',
  'turned',
  'reached',
] as const;
export type ToDo = (typeof toDos)[number];

/** Whom a purpose’s state makes somebody’s to do. */
export function toDosOf(
  person: OnRegister,
  { wordings, saidOf, followUps }: Pick<Permissions, 'wordings' | 'saidOf' | 'followUps'>,
  day: string,
): ToDo[] {
  const all = Object.values(person.inForce);
  const is = (state: string) => all.some((each) => each.state === state);
  const soon = all.some(({ state, until }) => state === 'given' && until !== null && until <= addDays(day, soonDays));
  const again = askAgain(saidOf(person), wordings, person.id, codesOf(purposes)).length > 0;
  const found: (ToDo | false)[] = [
    soon && 'soon',
    is('ranOut') && 'ranOut',
    is('differ') && 'differ',
    is('twoAnswers') && 'twoAnswers',
    all.some(({ limits }) => limits) && 'limits',
    again && 'askAgain',
    is('asked') && 'asked',
    is('pending') && 'pending',
    turned(person, day) && 'turned',
    isReachOpen(endedOf(saidOf(person), person.id, person.inForce), followUps) && 'reached',
  ];
  return found.filter((each) => each !== false);
}

/** 13 or 16 within the year, and nothing said by themselves since that birthday: ask them themselves. */
function turned({ born, inForce }: OnRegister, day: string): boolean {
  if (born === null || born.length === 4) return false;
  const birthdays = [13, 16].map((age) => birthdayOf(born, age)).filter((at) => at <= day && at > addDays(day, -365));
  const [since] = birthdays;
  if (since === undefined) return false;
  const own = Object.values(inForce).flatMap(({ givers }) => givers.filter(({ giver }) => giver === 'self'));
  return !own.some(({ decisions }) => decisions.some(({ body }) => body.day >= since));
}

const words: Definitions = [
  [
    'Everybody',
    'People on the register who came in the period, or all on the register; each once, as things are on the last day.',
  ],
  ['Given', 'Everybody who answered and whose answer counts said yes, it has not run out, and no limits are unread.'],
  [
    'Waiting for a parent',
    'Given by somebody without parental responsibility, or with limits in their own words that nobody has read. It permits joining in and nothing else.',
  ],
  ['Refused, withdrawn', 'Anybody’s no counts, whoever else said yes.'],
  ['Parents differ', 'Some gave and some did not. It acts as no until a coordinator settles it.'],
  ['Run out', 'Given longer ago than its wording says it holds.'],
  ['Asked', 'Somebody was asked and has not answered.'],
];

type Line = CoverageLine;
const columns: readonly Column<Line>[] = [
  ['purpose', ({ purpose }) => wordsOf(purposes, purpose)],
  ...inForceStates.map(
    ([state, said]): Column<Line> => [said.toLowerCase().replaceAll(/\W+/g, '_'), ({ by }) => by[state]],
  ),
  ['everybody', ({ everybody }) => everybody],
];

/** Everybody is in one of the states, and how many everybody is may be known: so each row is shown in fives, or not at all. */
const columnsOutside: readonly Column<Line>[] = columns.map(([title, of], at) => [
  title,
  (line) => {
    if (at === 0) return of(line);
    if (at > states.length) return shieldedWords(inFives(line.everybody));
    return shieldedWords(shielded(states.map((state) => line.by[state]))[at - 1] ?? 'hidden');
  },
]);

/** T10: how many of everybody permit what. */
export const coverageReport = report({
  name: 'consents',
  title: 'Consents',
  label: 'Consents',
  hint: 'How many permit what, without names',
  summary: 'How many people permit what: a row for each purpose, everybody once in each',
  definitions: [...words, ...inFivesExplained],
  types: permissionTypes,
  query: { who: v.optional(v.picklist(['came', 'all']), 'came'), ...profileQuery },
  answer: {
    lines: list(coverageLineSchema),
    toDo: byCode(toDos, number),
    came: number,
    onRegister: number,
    hidden: list(text),
  },
  tables: [{ name: 'consents', label: 'By purpose', columns: columnsOf(columns) }],
  isInternal: isOurs,
  screenIsOurs: true,
  async fold(read, asked) {
    const found = await readPermissions(read, asked);
    const everybody = found.people.filter(({ came }) => asked.who === 'all' || came);
    const toDo = Object.fromEntries(toDos.map((each) => [each, 0])) as Record<ToDo, number>; // each of them
    for (const person of everybody) for (const each of toDosOf(person, found, asAt(read, asked))) toDo[each] += 1;
    return {
      lines: coverageOf(
        everybody.map(({ inForce }) => inForce),
        codesOf(purposes),
      ),
      ...{ toDo, hidden: found.hidden, onRegister: found.people.length },
      came: found.people.filter(({ came }) => came).length,
    };
  },
  sheets: ({ lines }, asked) => [sheetOf('consents', isOurs(asked) ? columns : columnsOutside, lines)],
});
