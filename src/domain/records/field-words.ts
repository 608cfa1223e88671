import {
  ageBands,
  type Code,
  genders,
  holderKinds,
  levels,
  lights,
  moveKinds,
  newnesses,
  qualities,
  reasons,
  sessionStates,
  setKinds,
  tallyBands,
  weathers,
  wishAges,
  wishKinds,
  wordsOf,
  workTypes,
} from '#domain/codes.ts';
import { dayOf, shortDay, timeOf } from '#domain/time.ts';
import { ideaDecisions, ideaSources, ideaStatuses, olderIdeaStatuses, toldWays } from '#domain/voice-codes.ts';
import { isRecordType, type RecordType } from './records.ts';

/** Types, fields and values of records in words: the one list, for whoever looks at what was saved or could not be. */

/** Every type has its word: one that is added asks for it here. */
const types = {
  session: 'Session',
  mark: 'On the register',
  tally: 'A count',
  person: 'Young person',
  debrief: 'Debrief',
  note: 'Note',
  correction: 'Correction',
  site: 'Park',
  activity: 'Activity',
  agency: 'Agency',
  question: 'Kept question',
  area: 'Ward',
  partner: 'Partner',
  programme: 'Programme',
  member: 'Team',
  set: 'Set',
  holder: 'Place',
  delivery: 'Delivery',
  target: 'Target',
  movement: 'Stock',
  transfer: 'Handed to another partner',
  stocktake: 'A count of stock',
  wish: 'Wish',
  idea: 'Idea',
  form: 'Draft of a form',
  formVersion: 'Version of a form',
  formApproval: 'Approval of a form',
  formEnded: 'A form ended',
  indicator: 'Indicator',
  assessment: 'What somebody said to an indicator',
  told: 'Told what came of it',
  wordsRead: 'Own words read',
  wording: 'Draft of a wording',
  wordingVersion: 'Version of a wording',
  approval: 'Approval of a wording',
  recording: 'Wording read aloud',
  details: 'Details of a young person',
  guardian: 'Parent or carer',
  eligibility: 'Not joining in until a day',
  turnedAway: 'Turned away',
  alias: 'Same person',
  standing: 'What somebody may do',
  look: 'A look at who to call',
  signing: 'A signature',
  consent: 'Permission',
  gillick: 'Able to decide themselves',
  asked: 'Asked for permission',
  enteredInError: 'Entered by mistake',
  settled: 'Settled between parents',
  limitsRead: 'Limits read',
  followUp: 'What a withdrawal reached',
  reason: 'Why',
} satisfies Record<RecordType, string>;
/** What a type is called. A type of a later version has no word here. */
export const typeWords = (type: string): string => (isRecordType(type) ? types[type] : 'Record');

/** What a write did, for somebody who looks at an entry that was kept. */
export const opWords = { create: 'new', patch: 'a change', fact: 'something that happened' } as const;

const fields: Readonly<Record<string, string>> = {
  site: 'Park',
  day: 'Day',
  at: 'When',
  n: 'How many',
  state: 'State',
  person: 'Who',
  knownAs: 'Known as',
  ageBand: 'Age',
  ageBandOn: 'Age as of',
  yearOfBirth: 'Year of birth',
  contact: 'How to reach them',
  privacyContact: 'Questions about data',
  lat: 'Latitude',
  lon: 'Longitude',
  access: 'Access notes',
  helpsWith: 'What they help with',
  hours: 'When they are there',
  team: 'Team',
  activity: 'Activity',
  firstAider: 'First-aider',
  lead: 'Led by',
  delivering: 'Delivering',
  disruption: 'Disruption',
  check: 'Before you start',
  part: 'In it',
  line: 'Ordered',
  kind: 'What it is',
  for: 'For',
  parts: 'Made of',
  owed: 'Owed',
  movementTotal: 'Recorded then',
  lowAt: 'Low when fewer than',
  what: 'What',
  boxAge: 'The over-10s set from age',
  daysBack: 'Days back that may be entered',
  doneBy: 'Written by',
  text: 'Note',
  reasonText: 'Why',
  paperReference: 'Number on the paper',
  wentWell: 'What went well?',
  different: 'What would you change?',
  needsRaised: 'Anything to raise?',
  fewAdultsBecause: 'Few adults, because',
  noIncidents: 'No accident or incident',
  noConcerns: 'No worry about a child',
  everyoneOffSite: 'Everyone is off site',
  asks: 'Asks',
  askEquality: 'Equality question',
  equalityKey: 'Equality questions',
  gillick: 'May answer themselves under 16',
  blocks: 'Waits for an answer',
  basis: 'Rests on',
  translates: 'Puts into another language',
  machine: 'Written by a machine',
  reviewed: 'Read, as it stood',
  document: 'The whole text',
  sha256: 'Fingerprint of the text',
  wording: 'Wording',
  purpose: 'Question',
  purposes: 'Asks again about',
  file: 'Fingerprint of the sound',
  bytes: 'Size',
  mime: 'Kind of sound',
  title: 'In a few words',
  said: 'What was said',
  who: 'Looks into it',
  source: 'Heard from',
  joined: 'Joined to',
  action: 'What is done',
};

/** `plannedStart` → `Planned start`; `team/<id>` → `Team: Dele A` */
export function fieldWords(field: string, names: ReadonlyMap<string, string>): string {
  const [prefix = '', element] = field.split('/');
  const spaced = prefix.replace(/([A-Z])/g, ' $1').toLowerCase();
  const words = fields[prefix] ?? `${spaced[0]?.toUpperCase() ?? ''}${spaced.slice(1)}`;
  return element === undefined
    ? words
    : `${words}: ${names.get(element.replace(/^\d+:/, '')) ?? wordsOf(reasons, element)}`;
}

const lists: Readonly<Record<string, readonly Code[]>> = {
  age: wishAges,
  kind: [...moveKinds, ...setKinds, ...holderKinds, ...wishKinds],
  how: toldWays,
  status: [...ideaStatuses, ...olderIdeaStatuses],
  gender: genders,
  level: levels,
  light: lights,
  newness: newnesses,
  quality: qualities,
  reason: reasons,
  weather: weathers,
  workType: workTypes,
};

/** A value in words; an id by its name where it is known here. */
export function valueWords(field: string, value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null) return 'Cleared';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textWords(field, value, names);
  if (Array.isArray(value)) return listWords(field, value, names);
  if (typeof value !== 'object') return '';
  if ('is' in value) return wordsOf(sessionStates, String(value.is));
  return answerWords(value) ?? JSON.stringify(value);
}

/** What was answered to an idea, or where one was heard: each is one field of two parts. */
function answerWords(value: object): string | null {
  if ('decision' in value && 'reason' in value)
    return `${wordsOf(ideaDecisions, String(value.decision))}. ${value.reason}`;
  if (!('from' in value)) return null;
  return `${wordsOf(ideaSources, String(value.from))}${'n' in value ? `, ${value.n} times` : ''}`;
}

/** People are counted, not named; things are named: `2 × Football`. */
function listWords(field: string, list: readonly unknown[], names: ReadonlyMap<string, string>): string {
  if (field === 'for') return list.length === 1 ? 'one young person' : `${list.length} young people`;
  const amounts = list.filter((each) => typeof each === 'object' && each !== null && 'set' in each && 'n' in each);
  if (amounts.length < list.length) return JSON.stringify(list);
  return amounts.map(({ set, n }) => `${n} × ${names.get(String(set)) ?? set}`).join(', ');
}

function textWords(field: string, value: string, names: ReadonlyMap<string, string>): string {
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return `${shortDay(dayOf(value), dayOf(Date.now()))}, ${timeOf(value)}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return shortDay(value, dayOf(Date.now()));
  if (field === 'ageBand') return wordsOf([...ageBands, ...tallyBands], value);
  if (field === 'person') return 'somebody on the register';
  if (field === 'equalityKey') return 'asked';
  const list = lists[field];
  return list ? wordsOf(list, value) : (names.get(value) ?? value);
}
