import * as v from 'valibot';
import { equalityNames, equalityQuestion } from '#domain/equality-codes.ts';
import { equalityAsked, equalityFor } from '#domain/people/equality/asking.ts';
import {
  type EqualityCount,
  type EqualityLine,
  equalityCount,
  standingAnswers,
} from '#domain/people/equality/count.ts';
import { detailsId } from '#domain/people/family.ts';
import { list, number, object, text } from '#domain/reports/answer.ts';
import type { Definitions } from '#domain/reports/notes.ts';
import { type Reading, report } from '#domain/reports/report.ts';
import { type Column, sheetOf } from '#domain/reports/sheet.ts';
import { shieldedWords } from '#domain/reports/small-cells.ts';
import { type PermissionType, permissionTypes, readPermissions, type WithBadges } from './reading.ts';

/** What people on the register say of their own background, in numbers that pick nobody out. */

const told = v.union([number, v.picklist(['few', 'hidden'])]);

const countSchema = object({
  question: v.picklist(equalityNames),
  everybody: number,
  asked: number,
  answered: told,
  ratherNot: told,
  lines: list(object({ answer: text, made: v.nullable(text), words: text, people: told })),
});

const words: Definitions = [
  [
    'On the register',
    'Everybody on the register today whom the question is put to, each once; of partners whose answers this reader may count. Some questions are put to people from 16 on alone.',
  ],
  [
    'Asked',
    'People who answered the question, rather not say included. Everybody else was not asked, or said no to being asked.',
  ],
  ['Fewer than 5', 'Four people or fewer, or nobody.'],
  ['Not shown', 'A number from which a smaller one could be worked out, or where too few were asked to show anything.'],
  ['People', 'People as they describe themselves. Who answered what is shown to nobody.'],
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
  ['on_register', ({ everybody }) => everybody],
  ['answered', ({ answered }) => shieldedWords(answered)],
  ['rather_not_say', (count) => shieldedWords(count.ratherNot)],
  ['not_asked', ({ everybody, asked }) => everybody - asked],
];

/** How many answered what, of everybody on the register; of partners whose answers this reader may count. */
export const equalityReport = report({
  name: 'equality',
  title: 'Equality',
  label: 'Equality',
  hint: 'How people describe themselves',
  summary:
    'How people on the register describe themselves: a row for each answer; numbers below five are not told apart',
  definitions: words,
  undated: true,
  types: [...permissionTypes, 'programme'],
  countsAnswers: true,
  query: {},
  answer: { questions: list(countSchema), hidden: list(text) },
  tables: [
    { name: 'answers', label: 'By answer' },
    { name: 'groups', label: 'What groups are made of' },
    { name: 'response', label: 'How many answered' },
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

/** What stands of somebody. Of whoever said no to being asked, nothing: their answers are not used. */
async function readAnswers(read: Reading<PermissionType | 'programme'>) {
  const byKey = Map.groupBy(await read.answers(), ({ body }) => body.equalityKey);
  const keys = new Map((await read.rows('details')).map(({ id, body }) => [id, body.equalityKey]));
  return ({ ids, inForce }: WithBadges) => {
    const { state } = inForce.equality;
    const own = state === 'refused' || state === 'withdrawn' ? [] : ids;
    return standingAnswers(
      own.flatMap((id) => keys.get(detailsId(id)) ?? []),
      byKey,
    );
  };
}
