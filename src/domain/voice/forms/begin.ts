import type { Language } from '#domain/people-codes.ts';
import { elementsOf } from '#domain/records/say.ts';
import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import { contentOf, type FormDraft, nameFrom } from './draft.ts';
import { placesOf, type ReadyMade, type ReadyMadeTexts, readyMadeTexts } from './ready-made/ready-made.ts';

/** Drafts that begin from a ready-made form. */

/** What a programme has, as it calls it: what a question without answers of its own is answered from. */
export type Offered = { readonly activities: readonly string[]; readonly equipment: readonly string[] };

/** A draft of a ready-made form in all its languages, with the programme's own activities and equipment where it asks for them. */
export async function draftFrom(ready: ReadyMade, offered: Offered): Promise<FormDraft> {
  const languages = await Promise.all(
    ready.languages.map(async (language) => [language, await readyMadeTexts(language)] as const),
  );
  const filled = ready.questions.map((each) => withAnswers(each, offered));
  const questions = filled.map(({ question }) => question);
  const answers = filled.flatMap((each) => each.answers);
  const texts = languages.map(([language, said]) => [language, textsFrom(ready, said, answers, language)] as const);
  const { name: madeFrom, words: name, respondents, ages, keeps, instrument } = ready;
  return {
    ...{ name, madeFrom },
    ...contentOf({
      ...{ respondents, ages, named: false, keeps, instrument, questions },
      texts: Object.fromEntries(texts.filter(([, said]) => Object.keys(said).length > 0)),
    }),
    ...elementsOf(
      'machine',
      ready.languages.filter((each) => each !== 'en').map((each) => [each, true] as const),
    ),
  };
}

/** One answer that comes from the programme: its place, and what the programme calls it. */
type Answer = { readonly place: string; readonly name: string; readonly words: string };

/** A question with the answers a programme has for it. With fewer than two it is left to be written. */
function withAnswers(question: FormQuestion, offered: Offered): { question: FormQuestion; answers: Answer[] } {
  const lists = { activities: offered.activities, equipment: offered.equipment };
  const list = lists[question.name as keyof typeof lists]; // undefined for other names
  if (question.type !== 'severalOf' || question.options || !list || list.length < 2) return { question, answers: [] };
  const names: string[] = [];
  const answers = [...new Set(list)].slice(0, 60).map((words) => {
    const name = nameFrom(words, names, 'other');
    names.push(name);
    return { place: `o:${question.name}:${name}`, name, words };
  });
  return { question: { ...question, options: names.map((name) => ({ name })) }, answers };
}

/** The texts of a language. Names of activities it knows are put into it; the others are left to somebody who speaks it. */
function textsFrom(
  ready: ReadyMade,
  { forms, activities }: ReadyMadeTexts,
  answers: readonly Answer[],
  language: Language,
): Record<string, string> {
  const texts = forms[ready.name] ?? {};
  const known = answers.flatMap(({ place, name, words }) => {
    const said = language === 'en' ? words : activities[name];
    return said === undefined ? [] : [[place, said] as const];
  });
  const places = placesOf(ready).flatMap((place) => (texts[place] ? [[place, texts[place]] as const] : []));
  return Object.fromEntries([...places, ...known]);
}
