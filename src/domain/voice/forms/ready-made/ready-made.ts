import type { Language } from '#domain/people-codes.ts';
import { type FormQuestion, type Instrument, textsNeeded } from '#domain/records/shapes/form-document.ts';
import type { AnswerAge, KeptBeside, Respondent } from '#domain/voice-codes.ts';
import { change, ons4, ons4Questions, printedChange, safe } from './questions.ts';

/**
 * Forms a programme begins from. English is ready to be read and approved; the other languages were put down by a machine and are
 * put to nobody before somebody who speaks them has read them. Each language is a file of its own, fetched when it is asked for.
 */

/** What one of them is; its words stand with the languages. */
export type ReadyMade = {
  readonly name: ReadyMadeName;
  /** As the team calls it. */
  readonly words: string;
  readonly about: string;
  readonly respondents: readonly Respondent[];
  readonly ages: readonly AnswerAge[];
  readonly keeps: KeptBeside;
  readonly instrument: Instrument | null;
  readonly questions: readonly FormQuestion[];
  readonly languages: readonly Language[];
};

/** Their names, in the order they are offered. */
export const readyMadeNames = [
  ...(['today-young', 'today-middle', 'today-old', 'parent', 'volunteer', 'resident'] as const),
  ...(['wish', 'ons4', 'ons4-under-16'] as const),
] as const;
export type ReadyMadeName = (typeof readyMadeNames)[number];

const all = ['en', 'pa', 'ro', 'pl', 'sk', 'bg', 'lt', 'ur', 'yo'] as const;
const some = ['en', 'ro', 'ur'] as const;

const young = (ages: readonly AnswerAge[]) =>
  ({ respondents: ['youngPerson'], ages, keeps: 'age', instrument: null, languages: all }) as const;

const forms: Readonly<Record<ReadyMadeName, Omit<ReadyMade, 'name'>>> = {
  'today-young': {
    ...young(['00-07']),
    words: 'How was today? Under 8',
    about: 'Two pictures, and whether they would come again. No faces: before 8 they say little.',
    questions: [
      {
        name: 'fun',
        type: 'thisOrThat',
        options: [
          { name: 'football', picture: 'football' },
          { name: 'basketball', picture: 'basketball' },
        ],
      },
      { name: 'again', type: 'again' },
    ],
  },
  'today-middle': {
    ...young(['08-10']),
    words: 'How was today? 8 to 10',
    about: 'Five faces from plain to very happy, again, safe, one thing to change.',
    questions: [
      { name: 'today', type: 'faces', scale: 'happy' },
      { name: 'again', type: 'again' },
      safe,
      // Whoever is this young is not asked whether strangers may read it.
      change,
    ],
  },
  'today-old': {
    ...young(['11-12', '13-15', '16-up']),
    words: 'How was today? 11 and over',
    about: 'Five faces from Not good to Brilliant, again, safe, one thing to change.',
    questions: [{ name: 'today', type: 'faces', scale: 'good' }, { name: 'again', type: 'again' }, safe, printedChange],
  },
  parent: {
    words: 'What parents say',
    about: 'For a parent or carer at the edge of the park. Four short questions.',
    ...{ respondents: ['parent'], ages: [], keeps: 'language', instrument: null, languages: all },
    questions: [{ name: 'today', type: 'faces', scale: 'good' }, { name: 'again', type: 'again' }, safe, printedChange],
  },
  volunteer: {
    words: 'What volunteers say',
    about: 'For volunteers at the end of a session.',
    ...{ respondents: ['volunteer'], ages: [], keeps: 'nothing', instrument: null, languages: some },
    questions: [
      { name: 'ready', type: 'agree' },
      { name: 'part', type: 'agree' },
      { name: 'again', type: 'again' },
      printedChange,
    ],
  },
  resident: {
    words: 'What residents say',
    about: 'From door to door, read aloud or handed over.',
    ...{ respondents: ['resident'], ages: [], keeps: 'language', instrument: null, languages: some },
    questions: [
      { name: 'know', type: 'yesNo' },
      { name: 'good', type: 'agree' },
      { name: 'worry', type: 'text' },
      printedChange,
    ],
  },
  wish: {
    words: 'Equipment and activities',
    about: 'What they would like to do, from your own activities and boxes.',
    ...{ respondents: ['youngPerson'], ages: [], keeps: 'age', instrument: null, languages: some },
    questions: [
      { name: 'activities', type: 'severalOf' },
      { name: 'equipment', type: 'severalOf' },
      { ...change, name: 'else' },
    ],
  },
  ons4: {
    words: 'ONS4: personal wellbeing, 16 and over',
    about: 'The four questions of the Office for National Statistics, 0 to 10. Never added up.',
    ...{ respondents: ['youngPerson'], ages: ['16-up'], keeps: 'age', languages: ['en'] },
    instrument: { ...ons4, from: 16, to: null },
    questions: ons4Questions,
  },
  'ons4-under-16': {
    words: 'ONS4: personal wellbeing, 11 to 15',
    about: 'Three of the four questions: under 16 nobody is asked how anxious they were.',
    ...{ respondents: ['youngPerson'], ages: ['11-12', '13-15'], keeps: 'age', languages: ['en'] },
    instrument: { ...ons4, name: 'ONS4 without anxiety', from: 10, to: 15 },
    questions: ons4Questions.filter(({ name }) => name !== 'anxious'),
  },
};

/** One of them by its name. */
export const readyMade = (name: ReadyMadeName): ReadyMade => ({ name, ...forms[name] });
/** All of them. */
export const readyMades: readonly ReadyMade[] = readyMadeNames.map(readyMade);

/** What is said in one language: each form's texts by their place, and what activities with a picture are called. */
export type ReadyMadeTexts = {
  readonly forms: Readonly<Partial<Record<ReadyMadeName, Readonly<Record<string, string>>>>>;
  readonly activities: Readonly<Record<string, string>>;
};

const files: Readonly<Record<Language, () => Promise<{ readonly texts: ReadyMadeTexts }>>> = {
  en: () => import('./texts/en.ts'),
  pa: () => import('./texts/pa.ts'),
  ro: () => import('./texts/ro.ts'),
  pl: () => import('./texts/pl.ts'),
  sk: () => import('./texts/sk.ts'),
  bg: () => import('./texts/bg.ts'),
  lt: () => import('./texts/lt.ts'),
  ur: () => import('./texts/ur.ts'),
  yo: () => import('./texts/yo.ts'),
};

/** The ready-made texts of a language. */
export const readyMadeTexts = async (language: Language): Promise<ReadyMadeTexts> => (await files[language]()).texts;

/** What stands in a language's file for a form: the places it needs, and its hints. */
export const placesOf = ({ questions }: Pick<ReadyMade, 'questions'>): string[] => [
  ...textsNeeded({ questions }),
  ...['intro', ...questions.map(({ name }) => `h:${name}`)],
];
