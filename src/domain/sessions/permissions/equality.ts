import * as v from 'valibot';
import { equalityNames, equalityQuestion } from '#domain/equality-codes.ts';
import { sameIn } from '#domain/people/alias.ts';
import { mayFor } from '#domain/people/consents/standing.ts';
import { equalityAsked, equalityFor } from '#domain/people/equality/asking.ts';
import {
  type EqualityCount,
  type EqualityLine,
  equalityCount,
  standingAnswers,
} from '#domain/people/equality/count.ts';
import { detailsId } from '#domain/people/family.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { list, number, object, text } from '#domain/reports/answer.ts';
import type { Definitions } from '#domain/reports/notes.ts';
import { type Reading, report } from '#domain/reports/report.ts';
import { type Column, columnsOf, sheetOf } from '#domain/reports/sheet.ts';
import { fewestAsked, shieldedWords } from '#domain/reports/small-cells.ts';
import { mondayOf } from '#domain/time.ts';
import { type PermissionType, permissionTypes, readPermissions, type WithBadges } from './reading.ts';

/** What people on the register say of their own background, in numbers that pick nobody out. */

const inFives = v.union([number, v.literal('few')]);
const told = v.union([inFives, v.literal('hidden')]);

const countSchema = object({
  question: v.picklist(equalityNames),
  everybody: inFives,
  asked: inFives,
  ratherNot: told,
  lines: list(object({ answer: text, made: v.nullable(text), words: text, people: told })),
});

const words: Definitions = [
  [
    'On the register',
    'Everybody on the register today whom the question is put to, each once; of partners whose answers this reader may count. Some questions are put to people from 16 on alone.',
  ],
  [
    'Answered',
    'People who answered the question before this week began, rather not say included. Everybody else was not asked, was asked since Monday, or may not be asked.',
  ],
  ['In fives', 'Every number is rounded to the nearest five by itself, so they need not add up.'],
  ['Fewer than 5', 'Four people or fewer, or nobody.'],
  [
    'Not shown',
    `Fewer than ${fewestAsked} people answered; or what they come to would tell more of these numbers than they show; or, of what a group is made of, the group would be told more closely by its parts.`,
  ],
  ['People', 'People as they describe themselves. Nothing shows what one of them answered.'],
];

type Line = EqualityLine & { readonly count: EqualityCount };
const questionOf = ({ count }: Line) => equalityQuestion(count.question).title;
const optionWords = ({ count, answer }: Line) =>
  equalityQuestion(count.question).options.find(({ code }) => code === answer)?.words ?? answer;

const answerColumns: readonly Column<Line>[] = [
  ['question', questionOf],
  ['answer', ({ words: said }) => said],
  ['people', ({ people }) => shieldedWords(people)],
];
const groupColumns: readonly Column<Line>[] = [
  ['question', questionOf],
  ['answer', optionWords],
  ['made_of', ({ words: said }) => said],
  ['people', ({ people }) => shieldedWords(people)],
];
const responseColumns: readonly Column<EqualityCount>[] = [
  ['question', ({ question }) => equalityQuestion(question).title],
  ['on_register', ({ everybody }) => shieldedWords(everybody)],
  ['answered', ({ asked }) => shieldedWords(asked)],
  ['rather_not_say', (count) => shieldedWords(count.ratherNot)],
];

/** How many answered what, of everybody on the register; of partners whose answers this reader may count. */
export const equalityReport = report({
  name: 'equality',
  title: 'Equality',
  label: 'Equality',
  hint: 'How people describe themselves',
  summary:
    'How people on the register describe themselves: a row for each answer, in fives, as it stood when this week began',
  definitions: words,
  undated: true,
  types: [...permissionTypes, 'programme'],
  countsAnswers: true,
  query: {},
  answer: { questions: list(countSchema), hidden: list(text) },
  tables: [
    { name: 'answers', label: 'By answer', columns: columnsOf(answerColumns) },
    { name: 'groups', label: 'What groups are made of', columns: columnsOf(groupColumns) },
    { name: 'response', label: 'How many answered', columns: columnsOf(responseColumns) },
  ],
  async fold(read) {
    const [programme] = await read.rows('programme');
    const asked = equalityAsked(programme?.body);
    // Two periods set against each other would tell of whoever came in one of them alone.
    const today = { from: read.today, to: read.today };
    const partners = read.partners.map((each) => ({ ...each, families: each.equality === true }));
    const { people, hidden } = await readPermissions({ ...read, partners }, today);
    const answersOf = await readAnswers(read);
    const questions = asked.map((question) => {
      const put = people.filter((person) => equalityFor([question], person, read.today).length > 0);
      return equalityCount(
        question,
        put.map((person) => answersOf(person).get(question)),
      );
    });
    return { questions, hidden };
  },
  sheets: ({ questions }) => {
    const lines = questions.flatMap((count) => count.lines.map((line): Line => ({ ...line, count })));
    return [
      sheetOf('answers', answerColumns, [...lines.filter(({ made }) => made === null)]),
      sheetOf(
        'groups',
        groupColumns,
        lines.filter(({ made }) => made !== null),
      ),
      sheetOf('response', responseColumns, questions),
    ];
  },
});

/**
 * What stood of somebody when this week began. *Why not as of today: of two days that are set against each other, the second would
 * tell of whoever was asked in between.* Of whoever may not be asked, nothing: their answers are not used.
 */
async function readAnswers(read: Reading<PermissionType | 'programme'>) {
  const from = mondayOf(read.today);
  const counted = (await read.answers()).filter(({ body }) => body.day < from);
  const byKey = Map.groupBy(counted, ({ scope, body }) => placed(scope, body.equalityKey));
  const keys = await readKeys(read);
  return ({ ids, inForce }: WithBadges) => {
    const own = mayFor(inForce.equality) === 'mayNot' ? [] : ids;
    return standingAnswers([...new Set(own.flatMap((id) => keys.get(detailsId(id)) ?? []))], byKey);
  };
}

/** A key leads to answers of its own partner alone. */
const placed = (scope: string, key: string): string => `${partnerOf(scope)} ${key}`;

/**
 * The key in each details. One that stands in those of two people is in neither: it may be anybody's who was copied from, and counting it
 * for both, or for whoever was there first, would tell what they said.
 */
async function readKeys(read: Reading<PermissionType | 'programme'>): Promise<ReadonlyMap<string, string>> {
  const same = sameIn(await read.rows('alias'), 'person');
  const rows = (await read.rows('details')).flatMap(({ id, scope, body }) =>
    body.equalityKey ? { id, key: placed(scope, body.equalityKey), person: same(scope).headOf(body.person) } : [],
  );
  const byKey = Map.groupBy(rows, ({ key }) => key);
  const ofOne = [...byKey.values()].filter((own) => new Set(own.map(({ person }) => person)).size === 1);
  return new Map(ofOne.flat().map(({ id, key }) => [id, key]));
}
