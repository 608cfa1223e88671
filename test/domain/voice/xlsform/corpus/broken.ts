import type { Sheets } from '#test/domain/voice/xlsform/sheets.ts';

/** Workbooks that each break one rule, and what has to be said of them. */

export type Broken = { readonly what: string; readonly sheets: Sheets; readonly refused: readonly string[] };

const moods = `
  | list_name | name | label |
  | moods     | good | Good  |
  | moods     | bad  | Bad   |
`;

export const broken: readonly Broken[] = [
  {
    what: 'a bare hint beside labels with a language, and two answers called −1',
    sheets: {
      survey: `
        | type             | name  | label::English (en) | hint              |
        | phonenumber      | phone |                     |                   |
        | start-geopoint   | where |                     |                   |
        | select_one moods | mood  | How was today?      | Touch one of them |
      `,
      choices: `
        | list_name | name | label::English (en) |
        | moods     | #-1  | Bad                 |
        | moods     | −1   | Good                |
      `,
    },
    refused: [
      'Sheet survey, row 1, column D: “hint” names no language, and other columns do. Write hint::English (en).',
      'Sheet choices, row 2, column B: Two answers of the list “moods” are called “-1”: also row 3.',
      'Sheet choices, row 3, column B: Two answers of the list “moods” are called “-1”: also row 2.',
    ],
  },
  {
    what: 'two questions of one name',
    sheets: {
      survey: `
        | type | name | label |
        | text | why  | Why?  |
        | text | Why  | Why?  |
      `,
    },
    refused: [
      'Sheet survey, row 2, column B: Two questions are called “why”: also row 3.',
      'Sheet survey, row 3, column B: Two questions are called “Why”: also row 2.',
    ],
  },
  {
    what: 'a question without a label',
    sheets: {
      survey: `
        | type | name | label |
        | text | a    | A?    |
        | text | why  |       |
      `,
    },
    refused: ['Sheet survey, row 3, column C: The question “why” has no label.'],
  },
  {
    what: 'an answer without a label',
    sheets: {
      survey: `
        | type             | name | label |
        | select_one moods | mood | How?  |
      `,
      choices: `
        | list name | value | label |
        | moods     | good  |       |
        | moods     | bad   | Bad   |
      `,
    },
    refused: ['Sheet choices, row 2, column C: The answer “good” of the list “moods” has no label.'],
  },
  {
    what: 'half a language, in labels, hints and answers',
    sheets: {
      survey: `
        | type             | name | label::English (en) | label::Română (ro) | hint::English (en) | hint::Română (ro) |
        | text             | why  | Why?                | De ce?             | Say it             |                   |
        | select_one moods | mood | How?                |                    |                    |                   |
      `,
      choices: `
        | list_name | name | label::English (en) | label::Română (ro) |
        | moods     | good | Good                | Bine               |
        | moods     | bad  | Bad                 |                    |
      `,
    },
    refused: [
      'Sheet survey, row 2, column E: The hint is there in English and not in Romanian.',
      'Sheet survey, row 3, column D: The label is there in English and not in Romanian.',
      'Sheet choices, row 3, column D: The label is there in English and not in Romanian.',
    ],
  },
  {
    what: 'a language that answers lack altogether',
    sheets: {
      survey: `
        | type             | name | label::English (en) | label::Română (ro) |
        | select_one moods | mood | How?                | Cum?               |
      `,
      choices: `
        | list_name | name | label::English (en) |
        | moods     | good | Good                |
        | moods     | bad  | Bad                 |
      `,
    },
    refused: [
      'Sheet choices, row 2, column C: The label is there in English and not in Romanian.',
      'Sheet choices, row 3, column C: The label is there in English and not in Romanian.',
    ],
  },
  {
    what: 'a type that does not exist',
    sheets: {
      survey: `
        | type   | name | label |
        | colour | c    | Red?  |
      `,
    },
    refused: ['Sheet survey, row 2, column A: There is no type “colour”.'],
  },
  {
    what: 'questions that repeat',
    sheets: {
      survey: `
        | type         | name  | label     | repeat_count |
        | begin_repeat | child | Each      | #3           |
        | text         | name  | Name?     |              |
        | end_repeat   | child |           |              |
      `,
    },
    refused: [
      'Sheet survey, row 2, column A: Questions that repeat are not possible. Write each question once.',
      'Sheet survey, row 4, column A: Questions that repeat are not possible. Write each question once.',
    ],
  },
  {
    what: 'a calculation of its own, and one beside a question',
    sheets: {
      survey: `
        | type      | name | label | calculation    |
        | integer   | a    | A?    |                |
        | calculate | b    |       | \${a} * 2      |
        | integer   | c    | C?    | \${a} + 1      |
      `,
    },
    refused: [
      'Sheet survey, row 3, column A: Nothing is calculated in a form. Take this row out.',
      'Sheet survey, row 4, column D: Nothing is calculated in a form. Empty this cell.',
    ],
  },
  {
    what: 'functions and signs beyond those that are understood',
    sheets: {
      survey: `
        | type    | name | label | relevant                             | constraint            |
        | integer | a    | A?    |                                      | . mod 2 = 0           |
        | text    | b    | B?    | if(\${a} > 1, 'x', 'y') = 'x'        | regex(., '[a-z]+')    |
        | text    | c    | C?    | count-selected(\${a}) > 1            | string-length(.) < 9  |
        | text    | d    | D?    | \${a} * 2 > 4                        | . != today()          |
      `,
    },
    refused: [
      'Sheet survey, row 2, column E: “. mod 2 = 0” cannot be used: it has “mod” in it. Possible are comparisons, selected(), and, or, not(), brackets, + and −.',
      `Sheet survey, row 3, column D: “if(\${a} > 1, 'x', 'y') = 'x'” cannot be used: it uses if(). Possible are comparisons, selected(), and, or, not(), brackets, + and −.`,
      "Sheet survey, row 3, column E: “regex(., '[a-z]+')” cannot be used: it uses regex(). Possible are comparisons, selected(), and, or, not(), brackets, + and −.",
      `Sheet survey, row 4, column D: “count-selected(\${a}) > 1” cannot be used: it uses count-selected(). Possible are comparisons, selected(), and, or, not(), brackets, + and −.`,
      'Sheet survey, row 4, column E: “string-length(.) < 9” cannot be used: it uses string-length(). Possible are comparisons, selected(), and, or, not(), brackets, + and −.',
      `Sheet survey, row 5, column D: “\${a} * 2 > 4” cannot be used: it has “*” in it. Possible are comparisons, selected(), and, or, not(), brackets, + and −.`,
      'Sheet survey, row 5, column E: “. != today()” cannot be used: it uses today(). Possible are comparisons, selected(), and, or, not(), brackets, + and −.',
    ],
  },
  {
    what: 'answers that depend on earlier ones',
    sheets: {
      survey: `
        | type              | name   | label   | choice_filter     |
        | select_one states | state  | State?  |                   |
        | select_one towns  | town   | Town?   | state = \${state} |
        | select_multiple towns | more | More? | state = \${state} |
      `,
      choices: `
        | list_name | name | label | state |
        | states    | a    | A     |       |
        | states    | b    | B     |       |
        | towns     | x    | X     | a     |
        | towns     | y    | Y     | b     |
      `,
    },
    refused: [
      'Sheet survey, row 3, column D: Answers are not filtered by earlier ones. Empty this cell, or write a list for each case.',
      'Sheet survey, row 4, column D: Answers are not filtered by earlier ones. Empty this cell, or write a list for each case.',
    ],
  },
  {
    what: 'answers from files',
    sheets: {
      survey: `
        | type                                | name | label |
        | select_one_from_file towns.csv      | a    | A?    |
        | select_multiple_from_file towns.xml | b    | B?    |
        | xml-external                        | c    |       |
        | csv-external                        | d    |       |
        | select_one_external towns           | e    | E?    |
        | cascading_select towns              | f    | F?    |
      `,
    },
    refused: [
      'Sheet survey, row 2, column A: Answers from another file or list are not possible. Write them in the sheet choices.',
      'Sheet survey, row 3, column A: Answers from another file or list are not possible. Write them in the sheet choices.',
      'Sheet survey, row 4, column A: Answers from another file or list are not possible. Write them in the sheet choices.',
      'Sheet survey, row 5, column A: Answers from another file or list are not possible. Write them in the sheet choices.',
      'Sheet survey, row 6, column A: Answers from another file or list are not possible. Write them in the sheet choices.',
      'Sheet survey, row 7, column A: Answers from another file or list are not possible. Write them in the sheet choices.',
    ],
  },
  {
    what: 'pictures, sound, films, files and codes',
    sheets: {
      survey: `
        | type    | name | label |
        | image   | a    | A     |
        | audio   | b    | B     |
        | video   | c    | C     |
        | file    | d    | D     |
        | barcode | e    | E     |
      `,
    },
    refused: [
      'Sheet survey, row 2, column A: Pictures, sound, films, files and codes are not asked for. Take this row out.',
      'Sheet survey, row 3, column A: Pictures, sound, films, files and codes are not asked for. Take this row out.',
      'Sheet survey, row 4, column A: Pictures, sound, films, files and codes are not asked for. Take this row out.',
      'Sheet survey, row 5, column A: Pictures, sound, films, files and codes are not asked for. Take this row out.',
      'Sheet survey, row 6, column A: Pictures, sound, films, files and codes are not asked for. Take this row out.',
    ],
  },
  {
    what: 'positions on a map',
    sheets: {
      survey: `
        | type      | name | label |
        | geopoint  | a    | A     |
        | geotrace  | b    | B     |
        | geoshape  | c    | C     |
        | osm tags  | d    | D     |
      `,
    },
    refused: [
      'Sheet survey, row 2, column A: Nobody is asked where they are on a map. Take this row out.',
      'Sheet survey, row 3, column A: Nobody is asked where they are on a map. Take this row out.',
      'Sheet survey, row 4, column A: Nobody is asked where they are on a map. Take this row out.',
      'Sheet survey, row 5, column A: Nobody is asked where they are on a map. Take this row out.',
    ],
  },
  {
    what: 'times of day and sliders',
    sheets: {
      survey: `
        | type     | name | label | parameters           |
        | time     | a    | A     |                      |
        | dateTime | b    | B     |                      |
        | range    | c    | C     | start=1 end=5 step=1 |
      `,
    },
    refused: [
      'Sheet survey, row 2, column A: A time of day is not asked for. Use date or text.',
      'Sheet survey, row 3, column A: A time of day is not asked for. Use date or text.',
      'Sheet survey, row 4, column A: A slider is not possible. Use integer or select_one.',
    ],
  },
  {
    what: 'a list that is not there, one of one answer, and a type without a list',
    sheets: {
      survey: `
        | type             | name | label |
        | select_one mods  | a    | A?    |
        | select_one alone | b    | B?    |
        | select_multiple  | c    | C?    |
        | select_one a b   | d    | D?    |
      `,
      choices: `
        | list_name | name | label |
        | alone     | one  | One   |
      `,
    },
    refused: [
      'Sheet survey, row 2, column A: The sheet choices has no list called “mods”.',
      'Sheet survey, row 3, column A: The list “alone” has one answer: it needs two or more.',
      'Sheet survey, row 4, column A: It names no list. Write which one, as in select_one parks.',
      'Sheet survey, row 5, column A: “a b” is not the name of one list.',
    ],
  },
  {
    what: 'conditions about what is not there, comes later, is never asked or is a group',
    sheets: {
      survey: `
        | type        | name  | label | relevant              |
        | today       | today |       |                       |
        | begin group | g     |       |                       |
        | text        | a     | A?    | \${nobody} = 'x'      |
        | text        | b     | B?    | \${c} = 'x'           |
        | text        | c     | C?    | \${today} = 'x'       |
        | text        | d     | D?    | \${g} = 'x'           |
        | text        | e     | E?    | . = 'x'               |
        | end group   |       |       |                       |
      `,
    },
    refused: [
      `Sheet survey, row 4, column D: “\${nobody} = 'x'” cannot be used: there is no question “nobody”.`,
      `Sheet survey, row 5, column D: “\${c} = 'x'” cannot be used: it asks about “c”, which comes later.`,
      `Sheet survey, row 6, column D: “\${today} = 'x'” cannot be used: it asks about “today”, which is never asked.`,
      `Sheet survey, row 7, column D: “\${g} = 'x'” cannot be used: it asks about “g”, which is a group.`,
      "Sheet survey, row 8, column D: “. = 'x'” cannot be used: it asks about its own answer.",
    ],
  },
  {
    what: 'conditions about an answer that is none',
    sheets: {
      survey: `
        | type             | name | label | relevant                  |
        | select_one moods | mood | How?  |                           |
        | text             | a    | A?    | selected(\${mood}, 'fine') |
        | text             | b    | B?    | \${mood} = 'Good'         |
        | text             | c    | C?    | selected(\${a}, 'x')      |
      `,
      choices: moods,
    },
    refused: [
      `Sheet survey, row 3, column D: “selected(\${mood}, 'fine')” cannot be used: “fine” is no answer of “mood”.`,
      `Sheet survey, row 4, column D: “\${mood} = 'Good'” cannot be used: “Good” is no answer of “mood”.`,
      `Sheet survey, row 5, column D: “selected(\${a}, 'x')” cannot be used: “a” has no answers to select from.`,
    ],
  },
  {
    what: 'conditions that are broken off',
    sheets: {
      survey: `
        | type    | name | label | constraint          |
        | integer | a    | A?    | . >                 |
        | integer | b    | B?    | (. > 1              |
        | integer | c    | C?    | . = 'x              |
        | integer | d    | D?    | . > 1 2             |
        | integer | e    | E?    | .                   |
        | integer | f    | F?    | . = yes             |
        | integer | g    | G?    | . > 1 & . < 3       |
        | integer | h    | H?    | ((((((((((((((. > 1)))))))))))))) |
        | integer | i    | I?    | (. > 1) = 2         |
      `,
    },
    refused: [
      'Sheet survey, row 2, column D: “. >” cannot be used: it ends in the middle.',
      'Sheet survey, row 3, column D: “(. > 1” cannot be used: a “)” is missing.',
      "Sheet survey, row 4, column D: “. = 'x” cannot be used: the quote ' is never closed.",
      'Sheet survey, row 5, column D: “. > 1 2” cannot be used: “2” is one too many.',
      'Sheet survey, row 6, column D: “.” cannot be used: it compares nothing.',
      'Sheet survey, row 7, column D: “. = yes” cannot be used: “yes” needs quotes.',
      'Sheet survey, row 8, column D: “. > 1 & . < 3” cannot be used: it has “&” in it. Possible are comparisons, selected(), and, or, not(), brackets, + and −.',
      'Sheet survey, row 9, column D: “((((((((((((((. > 1))))))))))))))” cannot be used: it has too many brackets inside brackets.',
      'Sheet survey, row 10, column D: “(. > 1) = 2” cannot be used: it compares or adds a condition.',
    ],
  },
  {
    what: 'a group that never ends',
    sheets: {
      survey: `
        | type        | name | label |
        | begin group | one  |       |
        | begin_group | two  |       |
        | text        | a    | A?    |
        | end_group   |      |       |
      `,
    },
    refused: ['Sheet survey, row 2, column A: This group never ends: write end group in a row below.'],
  },
  {
    what: 'a group that ends and never began',
    sheets: {
      survey: `
        | type      | name | label |
        | text      | a    | A?    |
        | end group |      |       |
      `,
    },
    refused: ['Sheet survey, row 3, column A: A group ends here, and none is open.'],
  },
  {
    what: 'names that are no names',
    sheets: {
      survey: `
        | type | name                              | label |
        | text | 1st                               | A?    |
        | text | how are you                       | B?    |
        | text | prénom                            | C?    |
        | text |                                   | D?    |
        | text | a_name_that_is_longer_than_thirty_two | E? |
      `,
    },
    refused: [
      'Sheet survey, row 2, column B: “1st” cannot be the name of a question: a letter first, then letters from a to z, digits and _, at most 32.',
      'Sheet survey, row 3, column B: “how are you” cannot be the name of a question: a letter first, then letters from a to z, digits and _, at most 32.',
      'Sheet survey, row 4, column B: “prénom” cannot be the name of a question: a letter first, then letters from a to z, digits and _, at most 32.',
      'Sheet survey, row 5, column B: This question has no name.',
      'Sheet survey, row 6, column B: “a_name_that_is_longer_than_thirty_two” cannot be the name of a question: a letter first, then letters from a to z, digits and _, at most 32.',
    ],
  },
  {
    what: 'answers of one name that are allowed by the settings',
    sheets: {
      survey: `
        | type             | name | label |
        | select_one moods | mood | How?  |
      `,
      choices: `
        | list_name | name | label |
        | moods     | good | Good  |
        | moods     | good | Fine  |
        | moods     | bad  | Bad   |
      `,
      settings: `
        | form_title | allow_choice_duplicates |
        | A form     | yes                     |
      `,
    },
    refused: [
      'Sheet choices, row 2, column B: Two answers of the list “moods” are called “good”: also row 3.',
      'Sheet choices, row 3, column B: Two answers of the list “moods” are called “good”: also row 2.',
      'Sheet settings, row 2, column B: Two answers with one name cannot be told apart in the results. Write no, and name each once.',
    ],
  },
  {
    what: 'a list name that was merged with the one above, and an answer without a name',
    sheets: {
      survey: `
        | type             | name | label |
        | select_one moods | mood | How?  |
      `,
      choices: `
        | list_name | name | label |
        | moods     | good | Good  |
        |           | bad  | Bad   |
        | moods     |      | Fine  |
      `,
    },
    refused: [
      'Sheet survey, row 2, column A: The list “moods” has one answer: it needs two or more.',
      'Sheet choices, row 3, column A: Each answer names the list it is of. Was this cell merged with the one above?',
      'Sheet choices, row 4, column B: An answer of the list “moods” has no name.',
    ],
  },
  {
    what: 'a language that forms are not put in',
    sheets: {
      survey: `
        | type | name | label::Français (fr) |
        | text | a    | Quoi ?               |
      `,
    },
    refused: [
      'Sheet survey, row 1, column C: No column is in a language that forms are put in: English, Panjabi, Romanian, Polish, Slovak, Bulgarian, Lithuanian, Urdu and Yoruba.',
    ],
  },
  {
    what: 'a default language that forms are not put in',
    sheets: {
      survey: `
        | type | name | label  |
        | text | a    | Quoi ? |
      `,
      settings: `
        | form_title | default_language |
        | Un         | Français (fr)    |
      `,
    },
    refused: [
      'Sheet survey, row 1, column C: No column is in a language that forms are put in: English, Panjabi, Romanian, Polish, Slovak, Bulgarian, Lithuanian, Urdu and Yoruba.',
    ],
  },
  {
    what: 'one language in two columns, and one column twice',
    sheets: {
      survey: `
        | type | name | label::English (en) | label::en | 
        | text | a    | A?                  | A?        |
      `,
    },
    refused: [
      'Sheet survey, row 1, column D: “label::en” and “label::English (en)” are both English. Keep one of them.',
    ],
  },
  {
    what: 'a column that stands there twice',
    sheets: {
      survey: `
        | type | name | label | name |
        | text | a    | A?    | b    |
      `,
    },
    refused: ['Sheet survey, row 1, column D: “name” stands in column B already.'],
  },
  {
    what: 'no column of types, and none of lists',
    sheets: {
      survey: `
        | name | label |
        | a    | A?    |
      `,
      choices: `
        | name | label |
        | good | Good  |
      `,
    },
    refused: [
      'Sheet survey, row 1, column A: No heading of survey is “type”.',
      'Sheet choices, row 1, column A: No heading of choices is “list_name”.',
    ],
  },
  {
    what: 'two sheets of one name',
    sheets: {
      survey: `
        | type | name | label |
        | text | a    | A?    |
      `,
      'Survey ': `
        | type | name | label |
        | text | b    | B?    |
      `,
    },
    refused: ['Sheet Survey, row 1, column A: Two sheets are called survey. Keep one of them.'],
  },
  {
    what: 'nothing but settings',
    sheets: {
      settings: `
        | form_title |
        | A form     |
      `,
    },
    refused: ['Sheet survey, row 1, column A: There is no sheet called survey with questions in it.'],
  },
  {
    what: 'an empty survey',
    sheets: {
      survey: `
        | type | name | label |
      `,
      choices: moods,
    },
    refused: ['Sheet survey, row 1, column A: There is nothing under the headings of survey.'],
  },
  {
    what: 'rows that ask nothing',
    sheets: {
      survey: `
        | type  | name  | label |
        | start | start |       |
        | end   | end   |       |
      `,
    },
    refused: ['Sheet survey, row 1, column C: No labels: write what is asked in a column “label”.'],
  },
  {
    what: 'a row without a type',
    sheets: {
      survey: `
        | type | name | label       |
        |      |      | Please note |
        | text | a    | A?          |
      `,
    },
    refused: ['Sheet survey, row 2, column A: This row has no type. Write one, or empty the row.'],
  },
  {
    what: 'earlier answers in a label',
    sheets: {
      survey: `
        | type | name | label                 |
        | text | who  | Who are you?          |
        | note | hi   | Hello \${who}, thanks |
      `,
    },
    refused: [
      'Sheet survey, row 3, column C: It puts an earlier answer into the text. That is not possible: write the words.',
    ],
  },
  {
    what: 'a question that is required only sometimes',
    sheets: {
      survey: `
        | type    | name | label | required   |
        | integer | a    | A?    | yes        |
        | integer | b    | B?    | \${a} > 1  |
      `,
    },
    refused: [
      `Sheet survey, row 3, column D: “\${a} > 1” is not possible here: a question is required or it is not. Write yes or no.`,
    ],
  },
  {
    what: 'an answer “other” that has no name left',
    sheets: {
      survey: `
        | type                      | name       | label |
        | select_one moods or_other | mood       | How?  |
        | text                      | mood_other | What? |
        | rank moods or_other       | order      | Rank  |
      `,
      choices: moods,
    },
    refused: [
      'Sheet survey, row 2, column A: or_other adds a question called “mood_other”: that name is taken.',
      'Sheet survey, row 4, column A: rank cannot have an answer “other”.',
    ],
  },
  {
    what: 'faces in a questionnaire of somebody else',
    sheets: {
      survey: `
        | type             | name | label                | bandstand_type |
        | select_one moods | mood | Have you felt well?  |                |
        | select_one faces | face | Have you felt sad?   | faces good     |
      `,
      choices: `
        | list_name | name | label |
        | moods     | good | 😀    |
        | moods     | bad  | Bad   |
        | faces     | #1   | 1     |
        | faces     | #2   | 2     |
        | faces     | #3   | 3     |
        | faces     | #4   | 4     |
        | faces     | #5   | 5     |
      `,
      settings: `
        | form_title   |
        | Kidscreen 10 |
      `,
    },
    refused: [
      'Sheet survey, row 3, column D: This questionnaire belongs to somebody else: it is not put with faces.',
      'Sheet choices, row 2, column B: This questionnaire belongs to somebody else: its answers are not put as faces or pictures.',
    ],
  },
  {
    what: 'columns of our own that were changed by hand',
    sheets: {
      survey: `
        | type             | name | label | bandstand_type | bandstand_also |
        | select_one moods | a    | A?    | faces          |                |
        | select_one moods | b    | B?    | again          |                |
        | text             | c    | C?    | yesNo          | sensitive loud |
      `,
      choices: moods,
      settings: `
        | form_title | bandstand_keeps | bandstand_named | bandstand_respondents | bandstand_ages |
        | A form     | everything      | perhaps         | youngPerson dog       | 99             |
      `,
    },
    refused: [
      'Sheet survey, row 2, column D: “faces” does not go with this type and its answers.',
      'Sheet survey, row 3, column D: “again” does not go with this type and its answers.',
      'Sheet survey, row 4, column D: “yesNo” does not go with this type and its answers.',
      'Sheet survey, row 4, column E: “loud” is not known in this column.',
      'Sheet settings, row 2, column B: “everything” is not possible under “bandstand_keeps”.',
      'Sheet settings, row 2, column C: “perhaps” is not possible under “bandstand_named”.',
      'Sheet settings, row 2, column D: “youngPerson dog” is not possible under “bandstand_respondents”.',
      'Sheet settings, row 2, column E: “99” is not possible under “bandstand_ages”.',
    ],
  },
];
