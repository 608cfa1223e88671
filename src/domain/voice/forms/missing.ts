import { codesOf, wordsOf } from '#domain/codes.ts';
import { type Language, languagesInEnglish } from '#domain/people-codes.ts';
import {
  askedIn,
  type Condition,
  type FormDocument,
  type FormQuestion,
  type Instrument,
  optionsOf,
} from '#domain/records/shapes/form-document.ts';
import { answerAges, choiceTypes, scaleOptions } from '#domain/voice-codes.ts';
import { isTooYoung, outsideOf, tooYoungFor, wordsOfYears } from './ages.ts';
import {
  documentOf,
  type FormDraft,
  type NextVersion,
  placesIn,
  questionsIn,
  textsIn,
  textsOf,
  wholeLanguages,
} from './draft.ts';
import type { FormVersion } from './in-use.ts';
import { instrumentNamed, isAsBefore, needsPermission } from './instruments.ts';
import { placeWords, questionWords } from './words.ts';

/** What a draft lacks, each in a sentence that says where. */

/** `language` is null where it stands against the whole version; a language that lacks something is only left out of it. */
export type FormLack = { readonly question: string | null; readonly language: Language | null; readonly words: string };

/** What a draft is judged beside: where its version would stand, and the version before. */
export type FormSetting = { readonly next: NextVersion; readonly before: FormVersion | undefined };

/** Everything a draft lacks: first what stands against a version, then what each language lacks. */
export const missingIn = (draft: FormDraft, around: FormSetting): FormLack[] => [
  ...againstVersion(draft, around),
  ...lacksOfLanguages(draft),
];

/** What stands against making a version of a draft, in whatever language. */
export function againstVersion(draft: FormDraft, { next, before }: FormSetting): FormLack[] {
  const document = documentOf(draft, next);
  return [...lacksOfWhole(draft, document), ...lacksOfQuestions(draft), ...changedFrom(before, document, draft)];
}

const whole = (words: string): FormLack => ({ question: null, language: null, words });

function lacksOfWhole(draft: FormDraft, document: FormDocument): FormLack[] {
  const { respondents, instrument, questions } = document;
  const found: FormLack[] = [];
  if (questions.length === 0) found.push(whole('It asks nothing yet.'));
  if (respondents.length === 0) found.push(whole('Say who answers it.'));
  if (questions.length > 0 && wholeLanguages(draft).length === 0)
    found.push(whole('No language has all its texts yet.'));
  const named = instrumentNamed(`${draft.name ?? ''} ${textsOf(draft, 'en').title ?? ''}`);
  if (named && !instrument)
    found.push(whole(`${named} belongs to somebody. Say who, and where their permission is filed.`));
  return instrument ? [...found, ...lacksOfInstrument(instrument, document)] : found;
}

function lacksOfInstrument(instrument: Instrument, document: FormDocument): FormLack[] {
  const { name } = instrument;
  const outside = outsideOf(document, instrument, codesOf(answerAges));
  const found: FormLack[] = [];
  if (needsPermission(instrument) && instrument.permission.trim() === '')
    found.push(whole(`Say where the owner’s permission to use ${name} is filed.`));
  if (outside.length > 0)
    found.push(
      whole(
        `${name} is for ${wordsOfYears(instrument)}: not for ${outside.map((age) => wordsOf(answerAges, age)).join(', ')}.`,
      ),
    );
  if (document.questions.some(({ type }) => type === 'faces' || type === 'thisOrThat'))
    found.push(whole(`${name} is asked in its owner’s words: no faces and no pictures.`));
  return found;
}

function lacksOfQuestions(draft: FormDraft): FormLack[] {
  const questions = questionsIn(draft);
  const english = textsOf(draft, 'en');
  const document = documentOf(draft, { form: '', version: 1, follows: null });
  return questions.flatMap((each, at) => {
    const words = `“${questionWords(each.name, english)}”`;
    const of = (wrong: string): FormLack => ({ question: each.name, language: null, words: `${words} ${wrong}` });
    return [
      ...lacksOfAnswers(each).map(of),
      ...(each.type === 'faces' && each.scale && isTooYoung(document, each.scale, codesOf(answerAges))
        ? [of(`shows faces that say little ${tooYoungFor(each.scale)}. Tick other ages, or ask it another way.`)]
        : []),
      ...lacksOfCondition(each.showIf, questions.slice(0, at)).map(of),
    ];
  });
}

function lacksOfAnswers(question: FormQuestion): string[] {
  const written = choiceTypes.has(question.type) && !(question.type in scaleOptions);
  const n = optionsOf(question).length;
  if (written && question.type === 'thisOrThat' && n !== 2) return ['needs two answers.'];
  if (written && n < 2) return ['needs two answers or more.'];
  return question.type === 'faces' && !question.scale ? ['needs its faces: from plain, or from Not good.'] : [];
}

/** A condition asks about what stands above it, and about answers that are there. */
function lacksOfCondition(of: Condition | undefined, above: readonly FormQuestion[]): string[] {
  if (!of) return [];
  const known = new Map(above.map((each) => [each.name, each]));
  if (askedIn(of).some((name) => !known.has(name)))
    return ['waits for a question that comes later or is gone. Choose another.'];
  const gone = optionsAskedIn(of).some(([name, option]) => {
    const asked = known.get(name);
    return asked !== undefined && !optionsOf(asked).includes(option);
  });
  return gone ? ['waits for an answer that is gone. Choose another.'] : [];
}

function optionsAskedIn(of: Condition): (readonly [string, string])[] {
  if ('all' in of) return of.all.flatMap(optionsAskedIn);
  if ('any' in of) return of.any.flatMap(optionsAskedIn);
  if ('not' in of) return optionsAskedIn(of.not);
  return 'has' in of ? [of.has] : [];
}

/** What a next version may not change. */
function changedFrom(before: FormVersion | undefined, document: FormDocument, draft: FormDraft): FormLack[] {
  if (!before) return [];
  const found: FormLack[] = [];
  if (before.document.named !== document.named)
    found.push(
      whole('Whether answers carry a name was promised with the first version. Begin a form of its own for that.'),
    );
  if (before.document.instrument && !isAsBefore(before.document, document))
    found.push(
      whole(`The wording of ${before.document.instrument.name} is its owner’s. It stays as in the version before.`),
    );
  if (draft.follows !== before.sha256)
    found.push(
      whole(`Version ${before.document.version} was made meanwhile. Look at what it changed, and go on from it.`),
    );
  return found;
}

/** What each language lacks that was begun, text by text. */
export function lacksOfLanguages(draft: FormDraft): FormLack[] {
  const { needed } = placesIn(questionsIn(draft));
  const english = textsOf(draft, 'en');
  return [...textsIn(draft)].flatMap(([language, texts]) =>
    needed
      .filter((place) => texts[place] === undefined)
      .map((place): FormLack => {
        const words = `${wordsOf(languagesInEnglish, language)}: ${placeWords(place, english)} is not written yet.`;
        return { question: place.split(':')[1] ?? null, language, words };
      }),
  );
}
