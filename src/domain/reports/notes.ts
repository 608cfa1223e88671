import * as v from 'valibot';
import { genders, levels, reasons, sessionStates } from '#domain/codes.ts';
import { clockAt, defaultTimeZone } from '#domain/time.ts';
import { number, object, text } from './answer.ts';
import type { Cell } from './csv.ts';

/** What belongs to the figures of every export: whose they are, how complete, and what each word means. */

/** How fresh and how complete a report is, and over which days it was made. */
export const notesSchema = object({
  programme: text,
  /** Days, both included. */
  from: text,
  to: text,
  /** An instant. */
  dataAsAt: text,
  /** Phones that said, when last heard, that they hold records not sent. */
  phonesWithUnsent: number,
  /** The oldest of those records, an instant; null where there is none. */
  oldestUnsentAt: v.nullable(text),
  /** How many people were erased, where anybody was: they are counted as before. */
  erased: v.optional(number),
});
export type Notes = v.InferOutput<typeof notesSchema>;

/** A word of the figures and what it means, in plain words. Reports, Definitions. */
export type Definitions = readonly (readonly [word: string, meaning: string])[];

const attendance: Definitions = [
  [
    'Session delivered',
    'Finished, shortened or moved, with at least one minute delivered. Cancelled and abandoned sessions are counted apart.',
  ],
  ['Minutes', 'From the actual start to the actual end of the session. For a person: from arriving to leaving.'],
  ['Named', 'People marked here by name who joined in or helped, those who left early included.'],
  ['Counted', 'People counted by eye without a name who joined in or helped.'],
  ['Already counted', 'Named people who had been counted before they were named.'],
  ['Attendances', 'Named plus counted minus already counted, so nobody is counted twice in a session.'],
  ['Contacts', 'People watching or talked to only. They are not attendances.'],
  ['Age band', 'Age on the day of the session. A band noted more than twelve months before is not known (NK).'],
  ['Estimated', 'At least one count of the session was a best guess.'],
  ['From paper', 'Written down on paper first and typed in later.'],
  ['Counted people are never added to named people', 'How many different people came is known of named people only.'],
];

const boxes: Definitions = [
  [
    'Boxes given out',
    'Under-10s and over-10s sets given out, less those brought back, by the partner that owns them, on the day each was given out. What one partner hands over to another is not given out.',
  ],
  ['Other things', 'Single items and consumables given out, less those brought back. They are never among the boxes.'],
  ['Target', 'The boxes a partner aims at: its targets for days of the period, added up.'],
  ['Parts owed', 'Parts that these boxes lacked when they were given out and that were not supplied since.'],
  ['Incomplete', 'Boxes given out that still lack a part.'],
  [
    'Young people receiving a box',
    'Different people who were put down as getting one. Boxes given to somebody not named are among the boxes only.',
  ],
  ['Boxes to somebody named', 'The boxes that those people were given.'],
  ['Families', 'Families who were given boxes together, or share one. Two that have a person in common are one.'],
  ['Weeks to distribute', 'Weeks begun from the day of the first box to the day of the last, both included.'],
  ['So far', 'Boxes given out from the first week of the report to the end of this one.'],
];

const wishes: Definitions = [
  [
    'Wish',
    'Something that young people said they would like, as a worker put it down or as they answered a form themselves: then only where five answered. One wish may stand for several people. Those taken back are left out.',
  ],
  ['Under-10s, over-10s', 'Whose wish it is, as boxes are made up: by the programme’s age boundary.'],
  ['Age not known', 'Wishes put down without an age. They are in the total and in neither age set.'],
  [
    'Own words',
    'What is on no list stands as it was said. Words that differ only in capitals, spaces, dashes or the kind of apostrophe are one wish.',
  ],
  ['Park', 'Where it was said, or where the session was in which it was said.'],
];

const figures: Definitions = [
  [
    'Different young people',
    'People marked here by name at a session that was delivered, each once however often they came. Two badges of one person are one. Their age is that of their first day in the period.',
  ],
  ['Contact hours', 'Attendances times how long each session ran.'],
  ['New', 'Whose first attendance ever falls in the period; of people counted, as the worker judged it.'],
  ['Been before', 'Who took part before the period began; of people counted, as the worker judged it.'],
  [
    'Sessions planned',
    'All sessions of the period: those delivered, those lost, and those not finished or still to come.',
  ],
  ['Lost to weather or light', 'Cancelled or given up for rain or wind, heat, lightning or fading light.'],
  [
    'Rows that share people',
    'Somebody who came to several parks, or a session with several activities, stands in each of the rows and once in the total. The rows come to more than it then.',
  ],
  [
    'For each 1,000',
    'The figure for each 1,000 people aged 8 to 19 who live in the ward, as the census or its estimate has it.',
  ],
  ['Not recorded', 'It was not asked, or not written down. It is a part of the total like any other.'],
  ['Change', 'The figure less the one of the other period, and in per cent of that one.'],
];

/** What the words of the figures mean, for each kind of report. */
export const definitions = { attendance, boxes, wishes, figures } as const;

const inWords = (codes: readonly (readonly [code: string, words: string])[]): string =>
  codes.map(([code, words]) => `${code}: ${words.toLocaleLowerCase('en-GB')}`).join('; ');

/** What the codes in files of sessions and attendance stand for. On a screen they are words. */
export const attendanceCodes: Definitions = [
  ['Codes of status', inWords(sessionStates)],
  ['Codes of reason', inWords(reasons)],
  ['Codes of gender', inWords(genders)],
  ['Codes of level', inWords(levels)],
];

/** What every file says of its times. */
export const timesOfDay = `By the clock of the park: ${defaultTimeZone}, unless time_zone says another`;

/** A file made before may still name them. */
export const erasedWords = (erased: number): string => `${erased}, counted as before and named nowhere`;

/** What belongs to a report beside its figures. @param title `Wishes, Windmill Hill` */
export function noteLines(title: string, notes: Notes, definitions: Definitions): Cell[][] {
  const { programme, from, to, dataAsAt, phonesWithUnsent, oldestUnsentAt, erased } = notes;
  return [
    ['Report', title],
    ['Programme', programme],
    ['Period', `${from} to ${to}`],
    ['Data as at', clockAt(dataAsAt)],
    ['Phones with records not sent yet', phonesWithUnsent],
    ['Oldest record not sent yet', oldestUnsentAt === null ? 'none' : clockAt(oldestUnsentAt)],
    ...(erased === undefined ? [] : [['People erased', erasedWords(erased)]]),
    ['Times of day', timesOfDay],
    ...definitions.map((each) => [...each]),
  ];
}
