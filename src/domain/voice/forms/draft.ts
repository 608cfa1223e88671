import { codesOf } from '#domain/codes.ts';
import { type Language, languages } from '#domain/people-codes.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { element, elementsOf } from '#domain/records/say.ts';
import { type FormDocument, type FormQuestion, textsNeeded } from '#domain/records/shapes/form-document.ts';
import { answerAges, respondents } from '#domain/voice-codes.ts';
import type { FormVersion } from './in-use.ts';

/** A draft of a form: its questions and texts as they are written, and the document it would make. */

/** What a draft holds. Questions and texts are elements, so that what two people write at once adds up. */
export type FormDraft = ChangeOf<'form'>;

/** A question as a draft holds it: `at` puts it in order. */
export type DraftQuestion = FormQuestion & { readonly at: number };

/** Texts of one language, by their place. */
export type FormTexts = Readonly<Record<string, string>>;

/** The questions of a draft, in order. Two that were put at one place stand by their names. */
export function questionsIn(draft: FormDraft): DraftQuestion[] {
  const found = Object.entries(draft).flatMap(([field, value]) =>
    field.startsWith('question/') && value ? [{ name: field.slice(9), ...(value as Omit<DraftQuestion, 'name'>) }] : [],
  ); // the shape of such a field
  return found.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}

/** Every text of a draft by its language. An emptied one is none. */
export function textsIn(draft: FormDraft): ReadonlyMap<Language, FormTexts> {
  const codes = codesOf(languages);
  const found = new Map<Language, Record<string, string>>();
  for (const [field, value] of Object.entries(draft)) {
    const [, code, place] = /^text\/([a-z]+):(.+)$/.exec(field) ?? [];
    const language = codes.find((each) => each === code);
    const text = typeof value === 'string' ? value.trim() : '';
    if (!language || !place || text === '') continue;
    found.set(language, { ...found.get(language), [place]: text });
  }
  // In their usual order, English first.
  return new Map(codes.flatMap((each) => (found.has(each) ? [[each, found.get(each) ?? {}] as const] : [])));
}

/** What is written in one language. */
export const textsOf = (draft: FormDraft, language: Language): FormTexts => textsIn(draft).get(language) ?? {};

/** The places of a draft that a language fills: those it needs, then those it may. */
export const placesIn = (questions: readonly FormQuestion[]): { needed: string[]; free: string[] } => ({
  needed: textsNeeded({ questions }),
  free: ['intro', ...questions.flatMap(({ name, mustBe }) => [`h:${name}`, ...(mustBe ? [`c:${name}`] : [])])],
});

/** Languages of a draft that hold every text they need: what a version can be made in. */
export function wholeLanguages(draft: FormDraft): Language[] {
  const { needed } = placesIn(questionsIn(draft));
  return [...textsIn(draft)].flatMap(([language, texts]) =>
    needed.every((place) => texts[place] !== undefined) ? [language] : [],
  );
}

/** Whether a machine put a language down and nobody has read it yet. */
export const isMachine = (draft: FormDraft, language: Language): boolean => draft[`machine/${language}`] === true;

/** Which form a draft becomes a version of: of its own, unless it was begun from one. Never another, however often it is made. */
export const formOf = ({ id, body }: { readonly id: string; readonly body: FormDraft }): string => body.form ?? id;

/** Where a next version of a form stands. */
export type NextVersion = Pick<FormDocument, 'form' | 'version' | 'follows'>;

/** The next one after all that there are, approved or not. */
export function nextVersion(versions: readonly FormVersion[], form: string): NextVersion {
  const last = versions.filter(({ document }) => document.form === form).at(-1);
  return { form, version: (last?.document.version ?? 0) + 1, follows: last?.sha256 ?? null };
}

/**
 * The document a draft would make: in the languages that are whole, since a language may be left out of a version but never stands
 * half in it. Only one that nothing stands against is made (`missingIn`).
 */
export function documentOf(draft: FormDraft, next: NextVersion): FormDocument {
  const questions = questionsIn(draft).map(({ at: _, ...question }) => question);
  const { needed, free } = placesIn(questions);
  const may = new Set([...needed, ...free]);
  const texts = textsIn(draft);
  return {
    schema: 1,
    ...next,
    respondents: codesOf(respondents).filter((each) => draft[`respondent/${each}`] === true),
    ages: codesOf(answerAges).filter((each) => draft[`age/${each}`] === true),
    named: draft.named ?? false,
    keeps: draft.keeps ?? 'nothing',
    instrument: draft.instrument ?? null,
    questions,
    texts: Object.fromEntries(
      wholeLanguages(draft).map((language) => {
        const said = Object.entries(texts.get(language) ?? {});
        return [language, Object.fromEntries(said.filter(([place]) => may.has(place)))];
      }),
    ),
  };
}

/** What a draft holds that begins from a version: all of it, so that a version made of it at once says the same. */
export function draftOf({ sha256, document, name }: Pick<FormVersion, 'sha256' | 'document' | 'name'>): FormDraft {
  return { name, form: document.form, follows: sha256, ...contentOf(document) };
}

/** The questions, texts and settings of a document as a draft holds them. */
export function contentOf(document: Omit<FormDocument, 'schema' | 'form' | 'version' | 'follows'>): FormDraft {
  const { named, keeps, instrument } = document;
  const texts = Object.entries(document.texts).flatMap(([language, said]) =>
    Object.entries(said).map(([place, text]) => [`${language}:${place}`, text] as const),
  );
  return {
    ...{ named, keeps, ...(instrument && { instrument }) },
    ...elementsOf(
      'question',
      document.questions.map(({ name, ...settings }, n) => [name, { at: n + 1, ...settings }] as const),
    ),
    ...elementsOf('text', texts),
    ...elementsOf(
      'respondent',
      document.respondents.map((each) => [each, true] as const),
    ),
    ...elementsOf(
      'age',
      document.ages.map((each) => [each, true] as const),
    ),
  };
}

/** Where a question goes that is put between two others, or first or last. */
export function placeBetween(before: DraftQuestion | undefined, after: DraftQuestion | undefined): number {
  if (!before) return after ? after.at - 1 : 1;
  return after ? (before.at + after.at) / 2 : before.at + 1;
}

/** A name for a question or an answer, from its words: short, and none that is taken. */
export function nameFrom(words: string, taken: readonly string[], otherwise: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 24)
    .replace(/_+$/, '');
  const first = plain || otherwise;
  for (let n = 1; ; n++) {
    const name = n === 1 ? first : `${first}_${n}`;
    if (!taken.includes(name)) return name;
  }
}

/** What is said to put one question into a draft, or change it. What it does not have is not said. */
export function questionSet({ name, ...settings }: DraftQuestion): FormDraft {
  const said = Object.entries(settings).filter(([, value]) => value !== undefined);
  return element('question', name, Object.fromEntries(said) as typeof settings); // without the empty ones
}

/** What is said to take a question out of a draft, with its texts in every language. */
export function questionTaken(draft: FormDraft, name: string): FormDraft {
  const of = new RegExp(`^text/[a-z]+:([qhc]:${name}|o:${name}:.+)$`);
  const texts = Object.keys(draft).filter((field) => of.test(field));
  return Object.fromEntries([`question/${name}`, ...texts].map((field) => [field, null]));
}
