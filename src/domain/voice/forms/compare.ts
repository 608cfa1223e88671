import { codesOf, wordsOf } from '#domain/codes.ts';
import type { Difference } from '#domain/people/wordings/compare.ts';
import { languages, languagesInEnglish } from '#domain/people-codes.ts';
import { type FormDocument, type FormQuestion, optionsOf } from '#domain/records/shapes/form-document.ts';
import { answerAges, keptBeside, respondents } from '#domain/voice-codes.ts';
import { placesIn } from './draft.ts';
import { conditionWords, optionWords, placeWords, questionWords, typeWords } from './words.ts';

/** What is different between two versions of a form, in words. */

const list = (words: readonly string[]): string => words.join(', ');
const yesNo = (truth: boolean | undefined): string => (truth ? 'Yes' : 'No');

/** Every difference: who and how, then question by question, then the texts of each language. */
export function formDifferences(before: FormDocument, after: FormDocument): Difference[] {
  const all = [...wholeOf(before, after), ...questionsOf(before, after), ...wordsOfLanguages(before, after)];
  return all.filter((each) => each.before !== each.after);
}

function wholeOf(before: FormDocument, after: FormDocument): Difference[] {
  const of = (words: string, say: (form: FormDocument) => string): Difference => ({
    ...{ words, before: say(before), after: say(after) },
  });
  return [
    of('Who answers', (form) => list(form.respondents.map((each) => wordsOf(respondents, each)))),
    of('Ages', (form) => list(form.ages.map((each) => wordsOf(answerAges, each))) || 'All'),
    of('Kept beside an answer', ({ keeps }) => wordsOf(keptBeside, keeps)),
    of('Permission', ({ instrument }) => instrument?.permission ?? ''),
    of('Questions, in order', (form) => list(form.questions.map(({ name }) => questionWords(name, english(form))))),
    of('Languages', (form) =>
      list(codesOf(languages).flatMap((each) => (form.texts[each] ? [wordsOf(languagesInEnglish, each)] : []))),
    ),
  ];
}

const english = (form: FormDocument): Readonly<Record<string, string>> => form.texts.en ?? {};

/** How a question is put, in words a coordinator reads. */
const howOf = (question: FormQuestion, form: FormDocument): readonly (readonly [string, string])[] => [
  ['how it is answered', typeWords(question)],
  ['its answers', list(optionsOf(question).map((option) => optionWords(question.name, option, english(form))))],
  ['has to be answered', yesNo(question.required)],
  ['small counts are never shown', yesNo(question.sensitive)],
  ['own words beside it', yesNo(question.words)],
  ['asks whether the words may be printed', yesNo(question.quote)],
  ['joins the ideas', yesNo(question.idea)],
  ['asked only if', question.showIf ? conditionWords(question.showIf, english(form)) : ''],
  ['has to be', question.mustBe ? conditionWords(question.mustBe, english(form)) : ''],
];

/** Questions that stand in both. One that came or went is named in the order. */
function questionsOf(before: FormDocument, after: FormDocument): Difference[] {
  return after.questions.flatMap((now) => {
    const was = before.questions.find(({ name }) => name === now.name);
    if (!was) return [];
    const old = new Map(howOf(was, before));
    const words = questionWords(now.name, english(after));
    return howOf(now, after).map(([what, says]) => ({
      ...{ words: `“${words}”: ${what}`, before: old.get(what) ?? '', after: says },
    }));
  });
}

/** Texts of languages that both versions hold; a new language is new as a whole. */
function wordsOfLanguages(before: FormDocument, after: FormDocument): Difference[] {
  const places = [before, after]
    .map(({ questions }) => placesIn(questions))
    .flatMap((each) => [...each.needed, ...each.free]);
  const all = [...new Set(places)];
  return codesOf(languages).flatMap((language) => {
    const [was, now] = [before.texts[language], after.texts[language]];
    if (!was || !now) return [];
    return all.map((place) => ({
      words: `${wordsOf(languagesInEnglish, language)}: ${placeWords(place, { ...english(before), ...english(after) })}`,
      before: was[place] ?? '',
      after: now[place] ?? '',
    }));
  });
}
