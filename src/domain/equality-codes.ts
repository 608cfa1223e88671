import type { Code } from './codes.ts';

/**
 * What people may be asked of their own background, where a funder asks for it. Ethnic group: the harmonised list for England, the
 * group first and then what it is made of (gov.uk, Ethnicity facts and figures). Disability: the question of the 2011 census, which
 * is that of the Equality Act 2010, section 6. Religion, sexual orientation and gender identity: the 2021 census for England; the
 * last two it asked of people aged 16 and over. Sex stands on the badge as gender, where that is asked.
 */

/** One answer; `own`: in their own words, if they like. */
export type EqualityOption = {
  readonly code: string;
  readonly words: string;
  readonly own?: true;
  /** What comes next where it is chosen; it may be left open. */
  readonly detail?: readonly Code[];
};

type EqualityQuestion = {
  /** As it stands at the desk and in reports. */
  readonly title: string;
  /** As it is put to the person. */
  readonly you: string;
  /** As it is put to a parent; `{name}` is the child. */
  readonly they: string;
  readonly hint?: string;
  /** Asked from this age on. */
  readonly from?: number;
  readonly options: readonly EqualityOption[];
};

/** Every question can be answered with it, and that is an answer. */
export const ratherNot = 'notSaid';

const own = (words: string): EqualityOption => ({ code: 'own', words, own: true });

export const equalityQuestions = {
  ethnicity: {
    title: 'Ethnic group',
    you: 'What is your ethnic group?',
    they: 'What is the ethnic group of {name}?',
    options: [
      {
        ...{ code: 'white', words: 'White' },
        detail: [
          ['british', 'English, Welsh, Scottish, Northern Irish or British'],
          ['irish', 'Irish'],
          ['traveller', 'Gypsy or Irish Traveller'],
          ['roma', 'Roma'],
          ['other', 'Any other White background'],
        ],
      },
      {
        ...{ code: 'mixed', words: 'Mixed or multiple ethnic groups' },
        detail: [
          ['whiteCaribbean', 'White and Black Caribbean'],
          ['whiteAfrican', 'White and Black African'],
          ['whiteAsian', 'White and Asian'],
          ['other', 'Any other Mixed or multiple ethnic background'],
        ],
      },
      {
        ...{ code: 'asian', words: 'Asian or Asian British' },
        detail: [
          ['indian', 'Indian'],
          ['pakistani', 'Pakistani'],
          ['bangladeshi', 'Bangladeshi'],
          ['chinese', 'Chinese'],
          ['other', 'Any other Asian background'],
        ],
      },
      {
        ...{ code: 'black', words: 'Black, African, Caribbean or Black British' },
        detail: [
          ['african', 'African'],
          ['caribbean', 'Caribbean'],
          ['other', 'Any other Black, African or Caribbean background'],
        ],
      },
      {
        ...{ code: 'other', words: 'Other ethnic group' },
        detail: [
          ['arab', 'Arab'],
          ['other', 'Any other ethnic group'],
        ],
      },
      own('In your own words'),
    ],
  },
  disability: {
    title: 'Disability',
    you: 'Are your day-to-day activities limited because of a health problem or disability?',
    they: 'Are the day-to-day activities of {name} limited because of a health problem or disability?',
    hint: 'One that has lasted, or is expected to last, at least 12 months',
    options: [
      { code: 'aLot', words: 'Yes, limited a lot' },
      { code: 'aLittle', words: 'Yes, limited a little' },
      { code: 'no', words: 'No' },
      own('In your own words'),
    ],
  },
  religion: {
    title: 'Religion',
    you: 'What is your religion?',
    they: 'What is the religion of {name}?',
    options: [
      { code: 'none', words: 'No religion' },
      { code: 'christian', words: 'Christian' },
      { code: 'buddhist', words: 'Buddhist' },
      { code: 'hindu', words: 'Hindu' },
      { code: 'jewish', words: 'Jewish' },
      { code: 'muslim', words: 'Muslim' },
      { code: 'sikh', words: 'Sikh' },
      own('Another religion, or in your own words'),
    ],
  },
  orientation: {
    title: 'Sexual orientation',
    you: 'Which of these describes you best?',
    they: 'Which of these describes {name} best?',
    from: 16,
    options: [
      { code: 'straight', words: 'Straight or heterosexual' },
      { code: 'gay', words: 'Gay or lesbian' },
      { code: 'bisexual', words: 'Bisexual' },
      own('Another, or in your own words'),
    ],
  },
  identity: {
    title: 'Gender identity',
    you: 'Is the gender you identify with the same as your sex registered at birth?',
    they: 'Is the gender {name} identifies with the same as their sex registered at birth?',
    from: 16,
    options: [
      { code: 'same', words: 'Yes' },
      { ...own('No'), code: 'different' },
    ],
  },
} as const satisfies Record<string, EqualityQuestion>;

export type EqualityQuestionName = keyof typeof equalityQuestions;
/** In the order they are asked. */
export const equalityNames = Object.keys(equalityQuestions) as EqualityQuestionName[]; // the keys of a constant

/** A question with all it may have. */
export const equalityQuestion = (name: EqualityQuestionName): EqualityQuestion => equalityQuestions[name];

/** Who said it. */
export const equalitySpeakers = [
  ['self', 'They said it themselves'],
  ['parent', 'A parent or carer said it'],
  ['worker', 'A worker wrote down what they said'],
] as const;
export type EqualitySpeaker = (typeof equalitySpeakers)[number][0];
