import type { QuestionType } from '#domain/voice-codes.ts';

/** What the type of a row means: a question, the edge of a group, what is never asked, or what a form here cannot do. */

export type RowType =
  | {
      readonly is: 'question';
      readonly type: QuestionType;
      /** The list its answers stand in. */
      readonly list?: string;
      /** With an answer of one's own. */
      readonly orOther?: true;
      readonly fraction?: true;
    }
  | { readonly is: 'begin' | 'end' }
  | { readonly is: 'removed' }
  /** The reason, as a sentence. */
  | { readonly is: 'refused'; readonly why: string };

/** What tells who, where or when somebody is. Asking nobody is the promise; so it is taken out whatever the form says. */
const never: ReadonlySet<string> = new Set([
  ...['start', 'end', 'today', 'deviceid', 'phonenumber', 'username', 'email', 'simserial', 'subscriberid'],
  ...['start-geopoint', 'audit', 'imei', 'starttime', 'endtime'],
]);

/** Whether a type is one that is never asked, in any spelling. */
const isNever = (plain: string): boolean => {
  const joined = plain.replace(/[ _]/g, '');
  return never.has(joined) || joined.startsWith('background-');
};

const plainTypes: Readonly<Record<string, RowType>> = {
  text: { is: 'question', type: 'text' },
  string: { is: 'question', type: 'text' },
  integer: { is: 'question', type: 'number' },
  int: { is: 'question', type: 'number' },
  decimal: { is: 'question', type: 'number', fraction: true },
  date: { is: 'question', type: 'day' },
  note: { is: 'question', type: 'note' },
  acknowledge: { is: 'question', type: 'acknowledge' },
  trigger: { is: 'question', type: 'acknowledge' },
  'begin group': { is: 'begin' },
  'end group': { is: 'end' },
};

const lists: Readonly<Record<string, QuestionType>> = {
  'select one': 'oneOf',
  'select one from': 'oneOf',
  'add select one prompt using': 'oneOf',
  select1: 'oneOf',
  'select multiple': 'severalOf',
  'select multiple from': 'severalOf',
  'select all that apply': 'severalOf',
  'select all that apply from': 'severalOf',
  'add select multiple prompt using': 'severalOf',
  rank: 'rank',
};

const reasons: readonly (readonly [types: readonly string[], why: string])[] = [
  [
    ['begin repeat', 'end repeat', 'begin loop', 'end loop', 'begin looped group', 'end looped group', 'begin lgroup'],
    'Questions that repeat are not possible. Write each question once.',
  ],
  [['calculate', 'calculate here', 'hidden'], 'Nothing is calculated in a form. Take this row out.'],
  [
    [
      'select one from file',
      'select multiple from file',
      'select one external',
      'rank from file',
      'cascading select',
    ].concat(['csv-external', 'xml-external', 'xml external', 'csv external']),
    'Answers from another file or list are not possible. Write them in the sheet choices.',
  ],
  [
    ['image', 'photo', 'picture', 'audio', 'video', 'file', 'barcode', 'add image prompt', 'add photo prompt'].concat([
      'add audio prompt',
      'add video prompt',
      'add file prompt',
      'signature',
      'draw',
      'annotate',
    ]),
    'Pictures, sound, films, files and codes are not asked for. Take this row out.',
  ],
  [
    ['geopoint', 'geotrace', 'geoshape', 'location', 'gps', 'osm'],
    'Nobody is asked where they are on a map. Take this row out.',
  ],
  [['time', 'datetime', 'date time'], 'A time of day is not asked for. Use date or text.'],
  [['range', 'bearing'], 'A slider is not possible. Use integer or select_one.'],
];

/** Reads the type of a row. `select_one parks or_other` */
export function typeIn(text: string): RowType {
  const words = text.trim().split(/\s+/);
  const plain = text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
  if (isNever(plain)) return { is: 'removed' };
  if (Object.hasOwn(plainTypes, plain)) return plainTypes[plain] as RowType; // looked up on the line
  const why = reasons.find(([types]) => types.some((each) => plain === each || plain.startsWith(`${each} `)))?.[1];
  if (why !== undefined) return { is: 'refused', why };
  return listType(words) ?? { is: 'refused', why: `There is no type “${text.slice(0, 60)}”.` };
}

/** A type that names a list; its name keeps its capitals. */
function listType(words: readonly string[]): RowType | undefined {
  const orOther = /^or[_ ]?other$/i.test(words.at(-1) ?? '') && words.length > 1;
  const specify = /^or specify other$/i.test(words.slice(-3).join(' '));
  const rest = specify ? words.slice(0, -3) : orOther ? words.slice(0, -1) : words;
  const type = lists[rest.slice(0, -1).join(' ').toLowerCase().replace(/_/g, ' ')];
  const list = rest.at(-1);
  if (list !== undefined && type && Object.values(lists).includes(type)) {
    if (type === 'rank' && (orOther || specify)) return { is: 'refused', why: 'rank cannot have an answer “other”.' };
    return { is: 'question', type, list, ...((orOther || specify) && { orOther: true }) };
  }
  const alone = lists[rest.join(' ').toLowerCase().replace(/_/g, ' ')];
  if (alone && rest.length > 0)
    return { is: 'refused', why: 'It names no list. Write which one, as in select_one parks.' };
  const [first = ''] = rest;
  return lists[first.toLowerCase().replace(/_/g, ' ')]
    ? { is: 'refused', why: `“${rest.slice(1).join(' ').slice(0, 60)}” is not the name of one list.` }
    : undefined;
}
