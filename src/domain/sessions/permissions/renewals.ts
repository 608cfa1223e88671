import * as v from 'valibot';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { askAgain } from '#domain/people/consents/asking.ts';
import { inForceStates, purposes } from '#domain/people-codes.ts';
import { list, object, text } from '#domain/reports/answer.ts';
import { columnsInFives, countedInFives, inFivesExplained } from '#domain/reports/in-fives.ts';
import type { Definitions } from '#domain/reports/notes.ts';
import { isOurs, namesQuery, profileQuery, report } from '#domain/reports/report.ts';
import { type Column, sheetOf } from '#domain/reports/sheet.ts';
import { type ToDo, toDos, toDosOf } from './coverage.ts';
import { asAt, type OnRegister, type Permissions, permissionTypes, readPermissions } from './reading.ts';

/** Who is to be asked, and why: a row for each person and purpose. */

/** Why somebody is on the list. */
export const toDoWords: Readonly<Record<ToDo, string>> = {
  soon: 'Runs out within six weeks',
  ranOut: 'Has run out',
  differ: 'Parents differ',
  twoAnswers: 'Two answers of one person, ask again',
  limits: 'Limits in their own words, to be read',
  askAgain: 'The wording says more now',
  asked: 'Asked, no answer yet',
  pending: 'Waiting for somebody with parental responsibility',
  turned: 'Turned 13 or 16: ask them themselves',
  reached: 'Taken back: see what it had reached',
};

/** One person and one reason. */
export const renewalSchema = object({
  person: text,
  /** Empty without names. */
  name: text,
  partner: text,
  why: v.picklist(toDos),
  /** Purposes in words; none where it is about all of them. */
  about: text,
  /** The last day it holds, or empty. */
  until: text,
});
export type RenewalLine = v.InferOutput<typeof renewalSchema>;

function aboutOf(person: OnRegister, why: ToDo, { wordings, saidOf }: Permissions): string[] {
  const all = codesOf(purposes);
  if (why === 'askAgain') return askAgain(saidOf(person), wordings, person.id, all);
  if (why === 'turned') return [];
  return all.filter((purpose) => {
    const { state, limits } = person.inForce[purpose];
    if (why === 'limits') return limits;
    return state === (why === 'soon' ? 'given' : why);
  });
}

function linesOf(person: OnRegister, found: Permissions, day: string): RenewalLine[] {
  return toDosOf(person, found, day).map((why) => {
    const about = aboutOf(person, why, found);
    const untils = about.flatMap((purpose) => person.inForce[purpose as keyof OnRegister['inForce']].until ?? []); // its own codes
    return {
      ...{ person: person.id, name: person.name, partner: person.partner, why },
      about: about.map((purpose) => wordsOf(purposes, purpose)).join(', '),
      until: why === 'soon' || why === 'ranOut' ? (untils.sort()[0] ?? '') : '',
    };
  });
}

const reason: Column<RenewalLine> = ['why', ({ why }) => toDoWords[why]];
const columns: readonly Column<RenewalLine>[] = [
  ['person', ({ person }) => person, 'id'],
  ['name', ({ name }) => name],
  ['partner', ({ partner }) => partner],
  reason,
  ['about', ({ about }) => about],
  ['until', ({ until }) => until],
];

const words: Definitions = [
  ['Runs out within six weeks', 'Given, and its last day is no more than 42 days away.'],
  ['The wording says more now', 'Signed on a wording to which a later one adds something about this purpose.'],
  ...inForceStates
    .filter(([state]) => state === 'pending' || state === 'differ')
    .map(([, said]) => [said, 'See Consents.'] as const),
];

/** Whom to ask again. With names and a reason it says who; without, how many of each stand in Consents. */
export const renewalsReport = report({
  name: 'ask-again',
  title: 'To be asked',
  label: 'To be asked',
  hint: 'Who is asked again, and why',
  summary: 'Who is to be asked again: a row for each person and reason; their names with names=yes and a reason',
  definitions: [...words, ...inFivesExplained],
  types: permissionTypes,
  query: { ...namesQuery, ...profileQuery },
  answer: { lines: list(renewalSchema), hidden: list(text) },
  tables: [{ name: 'to-be-asked', label: 'To be asked', columns: columnsInFives([reason], 'people') }],
  glance: ['name', 'partner', 'why', 'about', 'until'],
  isInternal: isOurs,
  screenIsOurs: true,
  isNamed: ({ names }) => names === 'yes',
  peopleIn: ({ lines }) => lines.map(({ person }) => person),
  async fold(read, { names, from, to }) {
    const found = await readPermissions(read, { from, to });
    const day = asAt(read, { from, to });
    const lines = found.people.flatMap((person) => linesOf(person, found, day));
    const shown = names === 'yes' ? lines : lines.map((line) => ({ ...line, name: '', person: '' }));
    return { lines: [...shown].sort((a, b) => a.name.localeCompare(b.name, 'en-GB')), hidden: found.hidden };
  },
  sheets: ({ lines }, asked) => [
    asked.names === 'yes' || isOurs(asked)
      ? sheetOf('to-be-asked', columns, lines)
      : countedInFives('to-be-asked', [reason], lines, { what: 'people', n: () => 1 }),
  ],
});
