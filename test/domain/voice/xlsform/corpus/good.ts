import type { Sheets } from '#test/domain/voice/xlsform/sheets.ts';

/** Workbooks that become a form, with everything that is said of them beside *used*. */

export type Good = {
  readonly what: string;
  readonly sheets: Sheets;
  readonly said: readonly string[];
  /** Each question as `name: type`, in order. */
  readonly questions: readonly string[];
};

export const good: readonly Good[] = [
  {
    what: 'the first of the broken ones, put right',
    sheets: {
      survey: `
        | type             | name  | label::English (en) | hint::English (en) |
        | phonenumber      | phone |                     |                    |
        | start-geopoint   | where |                     |                    |
        | select_one moods | mood  | How was today?      | Touch one of them  |
      `,
      choices: `
        | list_name | name | label::English (en) |
        | moods     | #-1  | Bad                 |
        | moods     | #1   | Good                |
      `,
      settings: `
        | form_title | form_id | version     | default_language |
        | Moods      | moods   | #2026-11-22 | English (en)     |
      `,
    },
    said: [
      'removed: Sheet survey, row 2, column A: “phonenumber” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 3, column A: “start-geopoint” would tell who, where or when somebody is.',
      'changed: Sheet choices, row 2, column B: “-1” is called minus_1 here.',
      'leftOut: Sheet settings, row 2, column C: Versions are counted here by themselves.',
    ],
    questions: ['mood: oneOf'],
  },
  {
    what: 'everything that tells who, where and when, whatever it is called',
    sheets: {
      survey: `
        | Type                | NAME | Label  | appearance |
        | start               | a1   |        |            |
        | end                 | a2   |        |            |
        | today               | a3   |        |            |
        | deviceid            | a4   |        |            |
        | phonenumber         | a5   |        |            |
        | username            | a6   |        |            |
        | email               | a7   |        |            |
        | sim_serial          | a8   |        |            |
        | Subscriber ID       | a9   |        |            |
        | start-geopoint      | a10  |        |            |
        | audit               | a11  |        | x          |
        | background-audio    | a12  |        |            |
        | background-geopoint | a13  |        |            |
        | text                | b    | Words? | multiline  |
      `,
    },
    said: [
      'changed: Sheet survey, row 1, column C: “Label” names no language: it is taken as English.',
      'removed: Sheet survey, row 2, column A: “start” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 3, column A: “end” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 4, column A: “today” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 5, column A: “deviceid” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 6, column A: “phonenumber” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 7, column A: “username” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 8, column A: “email” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 9, column A: “sim_serial” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 10, column A: “Subscriber ID” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 11, column A: “start-geopoint” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 12, column A: “audit” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 13, column A: “background-audio” would tell who, where or when somebody is.',
      'removed: Sheet survey, row 14, column A: “background-geopoint” would tell who, where or when somebody is.',
      'leftOut: Sheet survey, row 15, column D: How a question looks is up to Bandstand.',
      'changed: Sheet settings, row 1, column A: There is no form_title: the form is called “form”.',
    ],
    questions: ['b: text'],
  },
  {
    what: 'all types that are taken, and columns that are not',
    sheets: {
      survey: `
        | type                 | name | label | default | read only | image | guidance_hint | notes for us |
        | text                 | a    | A     | x       |           |       |               |              |
        | integer              | b    | B     |         | yes       |       |               |              |
        | decimal              | c    | C     |         |           | c.png |               |              |
        | date                 | d    | D     |         |           |       | Say it        |              |
        | note                 | e    | E     |         |           |       |               | mine         |
        | acknowledge          | f    | F     |         |           |       |               |              |
        | select_one things    | g    | G     |         |           |       |               |              |
        | select multiple from things | h | H    |         |           |       |               |              |
        | rank things          | i    | I     |         |           |       |               |              |
        | trigger              | j    | J     |         |           |       |               |              |
      `,
      choices: `
        | list_name | name       | label | order |
        | things    | Très bien! | Ball  | 1     |
        | things    | 2nd        | Net   |       |
        | unused    | x          | X     |       |
      `,
    },
    said: [
      'changed: Sheet survey, row 1, column C: “label” names no language: it is taken as English.',
      'leftOut: Sheet survey, row 2, column D: No answer is filled in beforehand.',
      'leftOut: Sheet survey, row 3, column E: Every question can be answered.',
      'leftOut: Sheet survey, row 4, column F: Pictures, sound and films are not taken over.',
      'leftOut: Sheet survey, row 5, column G: Only hints that everybody sees are used.',
      'leftOut: Sheet survey, row 6, column H: The column “notes for us” is not used here.',
      'changed: Sheet choices, row 1, column C: “label” names no language: it is taken as English.',
      'changed: Sheet choices, row 2, column B: “Très bien!” is called Tres_bien here.',
      'leftOut: Sheet choices, row 2, column D: The column “order” is not used here.',
      'leftOut: Sheet choices, row 4, column A: No question uses the list “unused”.',
      'changed: Sheet settings, row 1, column A: There is no form_title: the form is called “form”.',
    ],
    questions: [
      'a: text',
      'b: number',
      'c: number',
      'd: day',
      'e: note',
      'f: acknowledge',
      'g: oneOf',
      'h: severalOf',
      'i: rank',
      'j: acknowledge',
    ],
  },
  {
    what: 'groups in groups, with conditions that are joined',
    sheets: {
      survey: `
        | type        | name  | label          | relevant     | required | constraint     | constraint_message |
        | integer     | age   | How old?       |              | yes      | . > 4 and . < 20 | Between 5 and 19 |
        | begin group | older | For older ones | \${age} >= 11 |          |                |                    |
        | begin_group | more  |                | \${age} < 16  |          |                |                    |
        | text        | why   | Why?           | \${age} != 13 | #true    |                |                    |
        | end group   | more  |                |              |          |                |                    |
        | end_group   |       |                |              |          |                |                    |
        | note        | bye   | Thank you      |              | yes      |                |                    |
      `,
    },
    said: [
      'changed: Sheet survey, row 1, column C: “label” names no language: it is taken as English.',
      'changed: Sheet survey, row 3, column A: The label of the group is put as a note, “older”.',
      'leftOut: Sheet survey, row 8, column E: A note asks nothing, so it is not required.',
      'changed: Sheet settings, row 1, column A: There is no form_title: the form is called “form”.',
    ],
    questions: ['age: number', 'older: note', 'why: text', 'bye: note'],
  },
  {
    what: 'an answer “other” in two languages',
    sheets: {
      survey: `
        | type                          | name | label::English (en) | label::Polski (pl) | relevant                |
        | select_multiple nice or_other | nice | What was nice?      | Co było fajne?     |                         |
        | text                          | how  | How?                | Jak?               | selected(\${nice}, 'other') |
      `,
      choices: `
        | list_name | name | label::English (en) | label::Polski (pl) |
        | nice      | ball | The ball            | Piłka              |
        | nice      | net  | The net             | Siatka             |
      `,
      settings: `
        | form_title |
        | What was nice |
      `,
    },
    said: [
      'changed: Sheet survey, row 2, column A: or_other is an answer “Other” and, for whoever chooses it, the question “nice_other”.',
      'changed: Sheet settings, row 2, column A: The title stands as it is in English and Polish: put it into each language in the draft.',
    ],
    questions: ['nice: severalOf', 'nice_other: text', 'how: text'],
  },
  {
    what: 'single colons, a language of another alphabet, and one that is not ours',
    sheets: {
      survey: `
        | type | name | label:English | label:ਪੰਜਾਬੀ (pa) | label:Français (fr) | hint:English | hint:Punjabi | bind:relevant |
        | text | a    | How are you?  | ਤੁਸੀਂ ਕਿਵੇਂ ਹੋ?      | Ça va ?             | Say it       | ਕਹੋ          |               |
      `,
    },
    said: [
      'leftOut: Sheet survey, row 1, column E: “label:Français (fr)”: forms are not put in “Français (fr)” here. Left out: one cell.',
      'changed: Sheet settings, row 1, column A: There is no form_title: the form is called “form”.',
      'changed: Sheet settings, row 1, column A: The title stands as it is in English and Panjabi: put it into each language in the draft.',
    ],
    questions: ['a: text'],
  },
  {
    what: 'curly quotes, answers renamed in conditions, and space everywhere',
    sheets: {
      survey: `

        | type             | name | label                  | relevant                                    |
        | select one moods | mood | “How” was today?       |                                             |

        | text             | why  | What was it that hurt? | \${ mood } = ‘−1’ or selected(\${mood}, “-1”) |
      `,
      choices: `
        | List Name | Name | Label |
        | moods     | −1   | Bad   |

        | moods     | 1    | Good  |
      `,
    },
    said: [
      'changed: Sheet survey, row 2, column C: “label” names no language: it is taken as English.',
      'changed: Sheet choices, row 1, column C: “Label” names no language: it is taken as English.',
      'changed: Sheet choices, row 2, column B: “-1” is called minus_1 here.',
      'changed: Sheet settings, row 1, column A: There is no form_title: the form is called “form”.',
    ],
    questions: ['mood: oneOf', 'why: text'],
  },
  {
    what: 'sheets that are no part of a form, and a row that is switched off',
    sheets: {
      Survey: `
        | type | name | label | disabled |
        | text | a    | A     |          |
        | text | b    | B     | yes      |
      `,
      entities: `
        | list_name | label |
        | trees     | x     |
      `,
      Notes: `
        | Please call me |
      `,
      settings: `
        | form_title | style | allow_choice_duplicates | submission_url       |
        | A form     | pages | no                      | https://example.test |
        | Another    |       |                         |                      |
      `,
    },
    said: [
      'changed: Sheet survey, row 1, column C: “label” names no language: it is taken as English.',
      'leftOut: Sheet survey, row 3, column D: This row is switched off under “disabled”.',
      'leftOut: Sheet settings, row 2, column B: “style” is not used here.',
      'leftOut: Sheet settings, row 2, column C: “allow_choice_duplicates” is not used here.',
      'leftOut: Sheet settings, row 2, column D: Answers go to no other server.',
      'leftOut: Sheet settings, row 3, column A: Only the first row under the headings of settings is read.',
      'leftOut: Sheet entities, row 1, column A: Of a form only survey, choices and settings are read, not “entities”.',
      'leftOut: Sheet Notes, row 1, column A: Of a form only survey, choices and settings are read, not “Notes”.',
    ],
    questions: ['a: text'],
  },
  {
    what: 'a default language',
    sheets: {
      survey: `
        | type | name | label    | hint   |
        | text | a    | Ce faci? | Scrie  |
      `,
      settings: `
        | form_title | default_language |
        | Salut      | Română (ro)      |
      `,
    },
    said: [
      'changed: Sheet survey, row 1, column C: “label” names no language: it is taken as Romanian, the default language in settings.',
    ],
    questions: ['a: text'],
  },
];
