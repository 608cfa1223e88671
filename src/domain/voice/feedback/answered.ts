import * as v from 'valibot';
import { type Code, wordsOf } from '#domain/codes.ts';
import { languagesInEnglish } from '#domain/people-codes.ts';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';
import { monthWords } from '#domain/time.ts';
import type { FormVersion } from '#domain/voice/forms/in-use.ts';
import { answerAges, answerWays, questionTypes, respondents } from '#domain/voice-codes.ts';
import type { Atom } from './atoms.ts';
import { spreadOf, textIn } from './distribution.ts';

/** What was answered to one version of a form, told apart by what all of a cell share. */

const people = v.union([number, v.picklist(['few', 'hidden'])]);
const spreadSchema = { n: number, lines: list(object({ option: text, words: text, people })), inWords: number };
const partSchema = object({ code: text, words: text, ...spreadSchema });
const questionSchema = object({
  name: text,
  words: text,
  type: v.picklist(questionTypes.map(([code]) => code)),
  /** Of faces: a code of `faceScales`. */
  scale: v.nullable(text),
  sensitive: truth,
  ...spreadSchema,
  parts: list(partSchema),
});
export const formSchema = object({
  form: text,
  sha256: text,
  version: number,
  name: text,
  title: text,
  named: truth,
  instrument: v.nullable(text),
  questions: list(questionSchema),
});
export type AnsweredQuestion = v.InferOutput<typeof questionSchema>;
export type FormAnswered = v.InferOutput<typeof formSchema>;

/** What answers are told apart by. */
export const answerParts = [
  ['age', 'Age'],
  ['respondent', 'Who answered'],
  ['language', 'Language'],
  ['site', 'Park'],
  ['month', 'Month'],
  ['way', 'How it was asked'],
] as const satisfies readonly Code[];
export type AnswerPart = (typeof answerParts)[number][0];

/** What an atom is of, one way of telling apart; empty where it is not told apart. */
export type PlacedAtom = Atom & { readonly at: { readonly site: string; readonly month: string } };

const partOf = (atom: PlacedAtom, by: AnswerPart, ages: readonly string[]): string => {
  if (by === 'site' || by === 'month') return atom.at[by];
  // A form for one age says it of everybody who answered.
  if (by === 'age') return atom.age ?? (ages.length === 1 ? (ages[0] ?? '') : '');
  return atom[by] ?? '';
};

const wordsFor: Readonly<Record<Exclude<AnswerPart, 'site' | 'month'>, readonly Code[]>> = {
  age: answerAges,
  respondent: respondents,
  language: languagesInEnglish,
  way: answerWays,
};

const notApart = 'Not told apart';

function partsOf(
  { document }: FormVersion,
  question: FormVersion['document']['questions'][number],
  atoms: readonly PlacedAtom[],
  by: AnswerPart,
  siteName: (id: string) => string,
): AnsweredQuestion['parts'] {
  const order = by === 'site' || by === 'month' ? [] : wordsFor[by].map(([code]) => code);
  const rank = (code: string) => (code === '' ? 999 : order.indexOf(code) < 0 ? 500 : order.indexOf(code));
  return [...Map.groupBy(atoms, (atom) => partOf(atom, by, document.ages))]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([code, own]) => ({
      code,
      words:
        code === ''
          ? notApart
          : by === 'site'
            ? siteName(code)
            : by === 'month'
              ? monthWords(code, '')
              : wordsOf(wordsFor[by], code),
      ...spreadOf(document, question, own),
    }));
}

/** What was answered to one version. @param atoms of it */
export function answered(
  version: FormVersion,
  atoms: readonly PlacedAtom[],
  by: AnswerPart | undefined,
  siteName: (id: string) => string,
): FormAnswered {
  const { sha256, name, document } = version;
  const questions = document.questions.flatMap((question): AnsweredQuestion[] => {
    const own = atoms.filter((atom) => atom.question === question.name);
    if (own.length === 0 || question.type === 'note') return [];
    return [
      {
        ...{ name: question.name, words: textIn(document, `q:${question.name}`), type: question.type },
        ...{ scale: question.scale ?? null, sensitive: question.sensitive ?? false },
        ...spreadOf(document, question, own),
        parts: by === undefined ? [] : partsOf(version, question, own, by, siteName),
      },
    ];
  });
  return {
    ...{ form: document.form, sha256, version: document.version, name, title: textIn(document, 'title') },
    ...{ named: document.named, instrument: document.instrument?.name ?? null, questions },
  };
}
