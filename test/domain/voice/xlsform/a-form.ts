import fc from 'fast-check';
import { type Language, languages } from '#domain/people-codes.ts';
import {
  type Condition,
  type FormDocument,
  type FormQuestion,
  isTooDeep,
  type Operand,
  optionsOf,
  textsNeeded,
} from '#domain/records/shapes/form-document.ts';
import type { AnswerAge, Respondent } from '#domain/voice-codes.ts';

/** Forms as somebody might write them: every kind of question, conditions on conditions, and letters of every alphabet. */

const unicode = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
/** What a cell gives back as it was: it says something, without space round it. */
const words = unicode
  .map((text) =>
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      .replaceAll('${', '')
      .replace(/^[\s\u200B\u2060\uFEFF]+|[\s\u200B\u2060\uFEFF]+$/g, ''),
  )
  .filter((text) => /\S/.test(text));
const name = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_]{0,11}$/);
const option = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,7}$/);
const byLower = { selector: (each: string) => each.toLowerCase() };

const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((n) => (n === 0 ? 0 : n));

/** Conditions about questions that came before, and of their answers. */
function conditionsOf(asked: readonly FormQuestion[]): fc.Arbitrary<Condition> {
  const question = fc.constantFrom(...asked.filter(({ type }) => type !== 'note'));
  const lists = asked.filter((each) => optionsOf(each).length > 0);
  const literal: fc.Arbitrary<Operand> = fc
    .oneof(number, fc.constantFrom('', "it's", 'a "b"', '’so‘', 'x y'))
    .map((is) => ({ is }));
  const operand = fc.letrec<{ sum: Operand; leaf: Operand }>((tie) => ({
    leaf: fc.oneof(
      literal,
      question.map(({ name: of }) => ({ of })),
    ),
    sum: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.tuple(tie('sum'), tie('sum')).map((plus) => ({ plus })),
      fc.tuple(tie('sum'), tie('sum')).map((minus) => ({ minus })),
    ),
  })).sum;
  const compare = fc
    .tuple(
      operand,
      fc.constantFrom('=' as const, '!=' as const, '<' as const, '<=' as const, '>' as const, '>=' as const),
      operand,
    )
    // A number that is no answer of a list is a slip wherever it stands beside the question alone.
    .filter(([a, , b]) => !lists.some(({ name: of }) => ('of' in a && a.of === of) || ('of' in b && b.of === of)))
    .map((parts) => ({ compare: parts }));
  const has =
    lists.length === 0
      ? []
      : [
          fc
            .constantFrom(...lists)
            .chain((each) =>
              fc.constantFrom(...optionsOf(each)).map((chosen) => ({ has: [each.name, chosen] as const })),
            ),
        ];
  return fc
    .letrec<{ tree: Condition; leaf: Condition }>((tie) => ({
      leaf: fc.oneof(compare, ...has),
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tie('leaf'),
        fc.array(tie('tree'), { minLength: 2, maxLength: 4 }).map((all) => ({ all })),
        fc.array(tie('tree'), { minLength: 2, maxLength: 4 }).map((any) => ({ any })),
        tie('tree').map((not) => ({ not })),
      ),
    }))
    .tree.filter((tree) => !isTooDeep(tree));
}

const settings = fc.oneof(
  fc.constantFrom('again', 'yesNo', 'agree', 'day', 'text', 'acknowledge', 'note').map((type) => ({ type })),
  fc.constantFrom('happy', 'good').map((scale) => ({ type: 'faces', scale })),
  fc.constant({ type: 'number' }),
  fc.constant({ type: 'number', fraction: true }),
  fc.record({
    type: fc.constantFrom('oneOf', 'severalOf', 'rank'),
    options: fc
      .uniqueArray(option, { ...byLower, minLength: 2, maxLength: 5 })
      .map((names) => names.map((each) => ({ name: each }))),
  }),
  fc
    .tuple(fc.uniqueArray(option, { ...byLower, minLength: 2, maxLength: 2 }), fc.constantFrom('ball', 'slide'))
    .map(([names, picture]) => ({ type: 'thisOrThat', options: names.map((each) => ({ name: each, picture })) })),
) as fc.Arbitrary<Omit<FormQuestion, 'name'>>;

const flags = fc.record(
  {
    required: fc.constant(true),
    sensitive: fc.constant(true),
    words: fc.constant(true),
    quote: fc.constant(true),
    idea: fc.constant(true),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<FormQuestion>>;

/** Questions one after another: each may ask about those before it. */
function questionsFrom(gen: fc.GeneratorValue): readonly FormQuestion[] {
  const before: FormQuestion[] = [];
  for (const each of gen(() => fc.uniqueArray(name, { ...byLower, minLength: 1, maxLength: 6 }))) {
    const { required, ...rest } = { ...gen(() => settings), ...gen(() => flags), name: each } as FormQuestion;
    const question = rest.type === 'note' || required === undefined ? rest : { ...rest, required };
    const showIf =
      before.some(({ type }) => type !== 'note') && gen(fc.boolean) ? gen(conditionsOf, [...before]) : null;
    const mustBe = question.type !== 'note' && gen(fc.boolean) ? gen(conditionsOf, [...before, question]) : null;
    before.push({ ...question, ...(showIf && { showIf }), ...(mustBe && { mustBe }) });
  }
  return before;
}

const someLanguages = () => fc.subarray(languages.map(([code]) => code) as Language[], { minLength: 1 });

/** Any form. */
export const anyForm: fc.Arbitrary<FormDocument> = fc.gen().map((gen) => {
  const questions = questionsFrom(gen);
  const extra = questions.flatMap(({ name: of }) =>
    ['h', 'c'].filter(() => gen(fc.boolean)).map((key) => `${key}:${of}`),
  );
  const keys = [...textsNeeded({ questions }), ...(gen(fc.boolean) ? ['intro'] : []), ...extra];
  const texts = gen(someLanguages).map((each) => [
    each,
    Object.fromEntries(keys.map((key) => [key, gen(() => words)])),
  ]);
  return {
    ...{ schema: 1, form: '019a0000-0000-7000-8000-000000000001', version: 3, follows: null },
    respondents: gen(() => fc.uniqueArray(fc.constantFrom<Respondent[]>('youngPerson', 'parent'), { minLength: 1 })),
    ages: gen(() => fc.uniqueArray(fc.constantFrom<AnswerAge[]>('00-07', '08-10', '16-up'))),
    ...{ named: gen(fc.boolean), keeps: gen(() => fc.constantFrom('age' as const, 'nothing' as const)) },
    ...{ instrument: null, questions, texts: Object.fromEntries(texts) as FormDocument['texts'] }, // by language
  };
});
