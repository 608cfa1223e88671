import type { Cell } from '#domain/csv.ts';

/** What stands under the figures of every export: whose they are, how complete, and what each word means. */

export type Notes = {
  readonly programme: string;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  /** An instant. */
  readonly dataAsAt: string;
  /** Phones that said, when last heard, that they hold records not sent. */
  readonly phonesWithUnsent: number;
  /** The oldest of those records, an instant; null where there is none. */
  readonly oldestUnsentAt: string | null;
};

/** The words of the figures, in plain words. Reports, Definitions. */
export const definitions: readonly (readonly [word: string, meaning: string])[] = [
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

/** The lines after the data. */
export function noteLines(notes: Notes): Cell[][] {
  const { programme, from, to, dataAsAt, phonesWithUnsent, oldestUnsentAt } = notes;
  return [
    ['Programme', programme],
    ['Period', `${from} to ${to}`],
    ['Data as at', dataAsAt],
    ['Phones with records not sent yet', phonesWithUnsent],
    ['Oldest record not sent yet', oldestUnsentAt ?? 'none'],
    ['Definitions'],
    ...definitions.map((each) => [...each]),
  ];
}
