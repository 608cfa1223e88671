import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { languages } from '#domain/people-codes.ts';
import type { Frozen } from '#domain/records/body.ts';
import {
  answerAges,
  choiceTypes,
  faceScales,
  keptBeside,
  questionTypes,
  respondents,
  scaleOptions,
} from '#domain/voice-codes.ts';
import { optionsOf, textsNeeded } from './asked.ts';
import { id, line, sha256, truth, whole } from './fields.ts';

export { optionsOf, textsNeeded };

/**
 * A form that young people answer: one document for each version, in all its languages, and one SHA-256 over the canonical JSON of
 * it. Whatever a child is shown stands in here; the buttons round it are the app’s.
 */

/** What a question is called in files, and an option: `happy`, `come_again`. Never shown to whoever answers. */
export const questionName = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9_]{0,31}$/i, 'not a name of letters, digits and _'),
);
export const optionName = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9_-]{0,31}$/i, 'not a code of letters, digits, _ and -'),
);

/** A value in a condition: what was answered to a question, or what stands there; sums and differences of them. */
export type Operand =
  | { readonly is: string | number }
  | { readonly of: string }
  | { readonly plus: readonly [Operand, Operand] }
  | { readonly minus: readonly [Operand, Operand] };

/** A condition, as a tree. `has`: an option is among those chosen. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly has: readonly [question: string, option: string] }
  | { readonly compare: readonly [Operand, '=' | '!=' | '<' | '<=' | '>' | '>=', Operand] };

const operand: v.GenericSchema<Operand> = v.lazy(() =>
  v.union([
    v.strictObject({ is: v.union([line, v.pipe(v.number(), v.finite())]) }),
    v.strictObject({ of: questionName }),
    v.strictObject({ plus: v.strictTuple([operand, operand]) }),
    v.strictObject({ minus: v.strictTuple([operand, operand]) }),
  ]),
);
const conditions = v.lazy(() => v.pipe(v.array(condition), v.minLength(1), v.maxLength(20)));
/** Checked for depth by `formDocument`. */
export const condition: v.GenericSchema<Condition> = v.lazy(() =>
  v.union([
    v.strictObject({ all: conditions }),
    v.strictObject({ any: conditions }),
    v.strictObject({ not: condition }),
    v.strictObject({ has: v.strictTuple([questionName, optionName]) }),
    v.strictObject({
      compare: v.strictTuple([operand, v.picklist(['=', '!=', '<', '<=', '>', '>=']), operand]),
    }),
  ]),
);

/** How one question is put. Its words stand in the texts. */
export const questionSettings = {
  type: v.picklist(codesOf(questionTypes)),
  /** Of a list that is written, in the order it is shown; a draft may not have two yet. `picture`: a drawing of the app by its name. */
  options: v.optional(
    v.pipe(v.array(v.strictObject({ name: optionName, picture: v.optional(line) })), v.maxLength(60)),
  ),
  /** Of faces. */
  scale: v.optional(v.picklist(codesOf(faceScales))),
  required: v.optional(truth),
  /** Counts below five are never shown of it, however many answered: *Did you feel safe?* */
  sensitive: v.optional(truth),
  /** Own words may be said beside the answer; they stay with it. */
  words: v.optional(truth),
  /** Whether whoever says own words is asked if they may be printed. */
  quote: v.optional(truth),
  /** What is said in it joins the ideas a coordinator answers. */
  idea: v.optional(truth),
  /** A number may have a fraction. */
  fraction: v.optional(truth),
  showIf: v.optional(condition),
  /** What an answer has to be; the question itself stands for it. */
  mustBe: v.optional(condition),
};
const question = v.strictObject({ name: questionName, ...questionSettings });
export type FormQuestion = Frozen<v.InferOutput<typeof question>>;

/** A questionnaire somebody else owns: its wording, order and answers stay as they are. */
export const instrument = v.strictObject({
  name: line,
  owner: line,
  licence: line,
  /** Where the owner’s permission is filed; empty where the licence needs none. */
  permission: line,
  /** Years of age it is valid for. */
  from: v.nullable(whole(0, 120)),
  to: v.nullable(whole(0, 120)),
});
export type Instrument = Frozen<v.InferOutput<typeof instrument>>;

/**
 * Where a text belongs: `title`, `intro`, `q:<question>` its wording, `h:<question>` a hint, `c:<question>` what is said where an
 * answer is not what it must be, `o:<question>:<option>` an answer.
 */
export const textKey = v.pipe(
  v.string(),
  v.regex(
    /^(title|intro|[qhc]:[a-z][a-z0-9_]{0,31}|o:[a-z][a-z0-9_]{0,31}:[a-z0-9][a-z0-9_-]{0,31})$/i,
    'not the place of a text',
  ),
);
const formText = v.pipe(v.string(), v.regex(/\S/, 'empty'), v.maxLength(2000, 'longer than 2,000 characters'));

const document = v.strictObject({
  /** The version of this schema. */
  schema: v.literal(1),
  /** What all its versions share. */
  form: id,
  version: whole(1, 9999),
  /** The version this one takes the place of. */
  follows: v.nullable(sha256),
  respondents: v.pipe(v.array(v.picklist(codesOf(respondents))), v.minLength(1, 'nobody answers it')),
  /** Of young people, the ages it is put to; empty: all. */
  ages: v.array(v.picklist(codesOf(answerAges))),
  /** Whether whoever answers is named, and is told so. Never changed in a version. */
  named: truth,
  keeps: v.picklist(codesOf(keptBeside)),
  instrument: v.nullable(instrument),
  questions: v.pipe(v.array(question), v.minLength(1, 'asks nothing'), v.maxLength(100)),
  texts: v.record(v.picklist(codesOf(languages)), v.record(textKey, formText)),
});
export type FormDocument = Frozen<v.InferOutput<typeof document>>;

const deepest = 8;
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
/** Whether a condition stands inside more others than anybody can follow. */
export const isTooDeep = (tree: Condition): boolean => depthOf(tree) > 2 * deepest;

/** Questions a condition asks about. */
export function askedIn(of: Condition | Operand): string[] {
  if ('all' in of) return of.all.flatMap(askedIn);
  if ('any' in of) return of.any.flatMap(askedIn);
  if ('not' in of) return askedIn(of.not);
  if ('has' in of) return [of.has[0]];
  if ('compare' in of) return [...askedIn(of.compare[0]), ...askedIn(of.compare[2])];
  if ('plus' in of) return of.plus.flatMap(askedIn);
  if ('minus' in of) return of.minus.flatMap(askedIn);
  return 'of' in of ? [of.of] : [];
}

/** What is wrong with a form that every field lets pass; null where nothing is. */
function problemIn(form: FormDocument): string | null {
  const names = form.questions.map(({ name }) => name.toLowerCase());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) return `questions: two are called ${twice}`;
  for (const [at, each] of form.questions.entries()) {
    const wrong = problemInQuestion(each, form.questions.slice(0, at));
    if (wrong) return `${each.name}: ${wrong}`;
  }
  const needed = textsNeeded(form);
  for (const [language, texts] of Object.entries(form.texts)) {
    const missing = needed.find((key) => texts[key] === undefined);
    if (missing) return `texts: ${missing} is missing in ${language}`;
  }
  return Object.keys(form.texts).length === 0 ? 'texts: in no language' : null;
}

function problemInQuestion(each: FormQuestion, before: readonly FormQuestion[]): string | null {
  const lists = choiceTypes.has(each.type) && !(each.type in scaleOptions);
  if (lists !== (each.options !== undefined))
    return lists ? 'no answers to choose from' : `${each.type} has its own answers`;
  const names = optionsOf(each).map((name) => name.toLowerCase());
  if (lists && names.length < 2) return 'fewer than two answers to choose from';
  if (new Set(names).size !== names.length) return 'two answers have one name';
  if (each.type === 'thisOrThat' && names.length !== 2) return 'this or that has two answers';
  if ((each.type === 'faces') !== (each.scale !== undefined)) return 'scale: of faces, and of nothing else';
  const known = new Set(before.map(({ name }) => name));
  for (const [tree, may] of [
    [each.showIf, known],
    [each.mustBe, new Set([...known, each.name])],
  ] as const) {
    if (!tree) continue;
    if (isTooDeep(tree)) return 'a condition inside too many others';
    const later = askedIn(tree).find((name) => !may.has(name));
    if (later) return `asks about ${later}, which comes later or is not there`;
  }
  return null;
}

/** The whole document, exactly as it is hashed. */
export const formDocument = v.pipe(
  document,
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? problemIn(dataset.value as FormDocument) : null; // frozen is the same to whoever reads
    if (problem) addIssue({ message: problem });
  }),
);

/** What may be answered: an option or a day, a number, several options or their order. Own words stand beside it. */
export type AnswerValue = string | number | readonly string[];
