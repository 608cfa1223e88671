import * as v from 'valibot';
import { wordsOf } from '#domain/codes.ts';
import { id } from '#domain/records/shapes/fields.ts';
import { list, number, object, text } from '#domain/reports/answer.ts';
import type { Definitions } from '#domain/reports/notes.ts';
import { type Reading, report } from '#domain/reports/report.ts';
import { type Column, columnsOf, sheetOf } from '#domain/reports/sheet.ts';
import { shieldedWords } from '#domain/reports/small-cells.ts';
import { knownIn } from '#domain/sessions/known.ts';
import { sessionLine } from '#domain/sessions/session-line.ts';
import { type FormVersion, formVersions } from '#domain/voice/forms/in-use.ts';
import { faceScales, questionTypes } from '#domain/voice-codes.ts';
import {
  type AnsweredQuestion,
  answered,
  answerParts,
  type FormAnswered,
  formSchema,
  type PlacedAtom,
} from './answered.ts';
import { type Spread, textIn } from './distribution.ts';
import { type In, readAtoms } from './placed.ts';
import { answeredBySession } from './response.ts';
import { seenAs, verdictsOf } from './words.ts';

/** T13: how answers are spread, by question and by whatever all of a cell share. Never a mean of faces. */

const responseSchema = object({
  session: text,
  day: text,
  site: text,
  partner: text,
  attendances: number,
  /** People who answered, as the question that most of them answered has it. */
  answered: v.union([number, v.literal('few')]),
});

/** Own words that may be printed, and that a coordinator has read. Whose they are is not known. */
const quoteSchema = object({ form: text, question: text, says: text, site: text, month: text });
type Quote = v.InferOutput<typeof quoteSchema>;
const quoteColumns: readonly Column<Quote>[] = [
  ['form', ({ form }) => form],
  ['asked', ({ question }) => question],
  ['said', ({ says }) => says],
  ['site', ({ site }) => site],
  ['month', ({ month }) => month],
];

type Response = v.InferOutput<typeof responseSchema>;

const meant: Definitions = [
  [
    'Answered',
    'People who answered a question. Nobody’s answers are joined, so how many people filled in a form is not known; it is at least as many as answered any one question.',
  ],
  [
    'Fewer than 5',
    'Nothing is shown of an answer but together with four others to the same question in one session. Where fewer answered, they are added to those of the same park and month, and shown once there are five; until then they are in no figure.',
  ],
  [
    'Told apart',
    'By age or language only where every part has five people, and nobody is left over in fewer. Those who are not told apart stand as “Not told apart”.',
  ],
  ['In fives', 'Questions about safety and the like: to the nearest five, and all of them or none.'],
  ['Month', 'Of answers kept by park and month only, the whole month is in a period that has a day of it.'],
  [
    'Scale',
    'Faces from plain to very happy are for children of 8 to 10, faces from Not good to Brilliant from 11 on. They are never added up, and there is no mean of faces.',
  ],
  ['Response', 'People who answered, of those who took part in the session.'],
];

const types = [
  'session',
  'mark',
  'tally',
  'site',
  'partner',
  'person',
  'alias',
  'formVersion',
  'formApproval',
  'wordsRead',
] as const;
type Type = (typeof types)[number];

/** Words whose writer said they may be printed, as a coordinator let them be seen. */
async function quotesOf(
  read: Reading<Type>,
  versions: readonly FormVersion[],
  { from, to, site }: In,
): Promise<Quote[]> {
  const { anonymous } = await read.feedback();
  const verdicts = verdictsOf(await read.rows('wordsRead'));
  const said = anonymous.filter(({ body }) => body.words !== undefined && body.mayQuote === true);
  const sessions = await read.sessionsById(said.flatMap(({ body }) => ('session' in body ? body.session : [])));
  const siteOf = new Map(sessions.map(({ id: of, body }) => [of, body.site]));
  const siteRows = await read.rows('site');
  return said.flatMap(({ id: of, body }): Quote[] => {
    const says = seenAs(body.words ?? '', verdicts.get(of));
    const version = versions.find(({ sha256 }) => sha256 === body.form);
    const at = 'session' in body ? (siteOf.get(body.session) ?? '') : body.site;
    const month = 'session' in body ? body.day.slice(0, 7) : body.month;
    const isIn = month >= from.slice(0, 7) && month <= to.slice(0, 7) && (site === undefined || at === site);
    if (says === null || !version || !isIn) return [];
    const name = siteRows.find(({ id: each }) => each === at)?.body.name ?? at;
    return [{ form: version.name, question: textIn(version.document, `q:${body.question}`), says, site: name, month }];
  });
}

async function responses(
  read: Reading<Type>,
  atoms: readonly PlacedAtom[],
  site: string | undefined,
): Promise<Response[]> {
  const known = knownIn(
    ...([
      await read.rows('site'),
      await read.rows('partner'),
      await read.rows('person'),
      await read.rows('alias'),
    ] as const),
    await read.erased(),
  );
  const answered = answeredBySession(atoms);
  const lines: Response[] = [];
  await read.eachSession((records) => {
    const line = sessionLine(records, known);
    if (line.attendances === 0 || (site !== undefined && records.session.body.site !== site)) return;
    const { session, day, site: park, partner, attendances } = line;
    lines.push({ session, day, site: park, partner, attendances, answered: answered.get(session) ?? 'few' });
  });
  return lines;
}

type AnswerLine = {
  readonly form: FormAnswered;
  readonly question: AnsweredQuestion;
  readonly part: string;
  readonly of: Spread;
  readonly at: number;
};

const answerColumns = (by: string): readonly Column<AnswerLine>[] => [
  ['form', ({ form }) => form.name],
  ['version', ({ form }) => form.version],
  ['question', ({ question }) => question.name],
  ['asked', ({ question }) => question.words],
  ['kind', ({ question }) => wordsOf(questionTypes, question.type)],
  ['scale', ({ question }) => (question.scale === null ? '' : wordsOf(faceScales, question.scale))],
  [by, ({ part }) => part],
  ['option', ({ of, at }) => of.lines[at]?.option ?? ''],
  ['answer', ({ of, at }) => of.lines[at]?.words ?? ''],
  ['people', ({ of, at }) => shieldedWords(of.lines[at]?.people ?? 'hidden')],
  ['answered', ({ of }) => of.n],
];
const wordsColumns: readonly Column<Omit<AnswerLine, 'at'>>[] = [
  ['form', ({ form }) => form.name],
  ['version', ({ form }) => form.version],
  ['question', ({ question }) => question.name],
  ['asked', ({ question }) => question.words],
  ['answered', ({ of }) => of.n],
  ['in_own_words', ({ of }) => of.inWords],
];
const responseColumns: readonly Column<Response>[] = [
  ['session', ({ session }) => session, 'id'],
  ['day', ({ day }) => day, 'day'],
  ['site', ({ site }) => site],
  ['partner', ({ partner }) => partner],
  ['attendances', ({ attendances }) => attendances],
  ['answered', ({ answered }) => shieldedWords(answered)],
];

/** What was answered to forms. */
export const answersReport = report({
  name: 'answers',
  title: 'Answers',
  label: 'What they said',
  hint: 'Answers to forms, by question',
  summary:
    'Answers to forms: a row for each question and answer, told apart by age, who answered, language, park, month or way with by; of one park with site, of one form with form. Never of fewer than five people',
  definitions: meant,
  types,
  readsFeedback: true,
  query: {
    site: v.optional(id),
    form: v.optional(id),
    by: v.optional(v.picklist(answerParts.map(([code]) => code))),
  },
  answer: { forms: list(formSchema), response: list(responseSchema), quotes: list(quoteSchema) },
  tables: [
    { name: 'answers', label: 'Answers' },
    { name: 'words', label: 'Own words, counted', columns: columnsOf(wordsColumns) },
    { name: 'response', label: 'How many answered', columns: columnsOf(responseColumns) },
    { name: 'quotes', label: 'What they said', columns: columnsOf(quoteColumns) },
  ],
  glance: ['form', 'asked', 'answer', 'people', 'answered'],
  async fold(read, { site, form, by, from, to }) {
    const atoms = await readAtoms(read, { from, to, site });
    const siteRows = await read.rows('site');
    const siteName = (of: string) => siteRows.find(({ id: each }) => each === of)?.body.name ?? of;
    const versions = formVersions({
      versions: await read.rows('formVersion'),
      approvals: await read.rows('formApproval'),
    });
    const forms = versions
      .filter(({ document }) => form === undefined || document.form === form)
      .flatMap((version): FormAnswered[] => {
        const own = atoms.filter((atom) => atom.form === version.sha256);
        return own.length === 0 ? [] : [answered(version, own, by, siteName)];
      });
    return {
      ...{ forms, response: await responses(read, atoms, site) },
      quotes: await quotesOf(read, versions, { from, to, site }),
    };
  },
  sheets: ({ forms, response, quotes }, { by }) => {
    const each = forms.flatMap((form) => form.questions.map((question) => ({ form, question })));
    const lines = each.flatMap(({ form, question }) =>
      (by === undefined ? [{ ...question, words: 'All' }] : question.parts).flatMap((of) =>
        of.lines.map((_, at): AnswerLine => ({ form, question, part: of.words, of, at })),
      ),
    );
    const words = each.filter(({ question }) => question.inWords > 0);
    return [
      sheetOf('answers', answerColumns(by ?? 'part'), lines),
      sheetOf(
        'words',
        wordsColumns,
        words.map(({ form, question }) => ({ form, question, part: '', of: question })),
      ),
      sheetOf('response', responseColumns, response),
      sheetOf('quotes', quoteColumns, quotes),
    ];
  },
  part: {
    all: 'All parks',
    of: async (read, { site }) =>
      site && ((await read.rows('site')).find(({ id: of }) => of === site)?.body.name ?? site),
  },
});
