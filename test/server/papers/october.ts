import type { Headline, PackInput } from '#domain/reports/pack/input.ts';
import { type Column, type Sheet, sheetOf } from '#domain/reports/sheet.ts';

/** A pack of an invented October, with letters that trip a writer over. */

type Row = readonly [string, ...(number | string)[]];

const table = (name: string, titles: readonly string[], rows: readonly Row[], total?: Row): Sheet =>
  sheetOf<Row>(
    name,
    titles.map((title, at): Column<Row> => (at === 0 ? [title, (row) => row[0]] : [title, (row) => row[at], 'sum'])),
    rows,
    total,
  );

const ages = table(
  'ages',
  ['age', 'girls', 'boys', 'not_recorded', 'all'],
  [
    ['Under 10', 9, 10, 6, 25],
    ['10–12', 14, 18, 6, 38],
    ['13–15', '[c]', 12, '[c]', 25],
    ['16–19', '<5', 5, '<5', 10],
  ],
  ['All ages', 34, 45, 19, 98],
);

const parks = table(
  'parks',
  ['park', 'sessions', 'named', 'counted', 'attendances', 'contact_hours'],
  [
    ['Windmill Hill 🌬', 6, 101, 50, 1051, 302],
    ['=cmd|"/c calc"!A1', 5, 82, 42, 124, 186],
    ['Stone <Recreation> & Ground', 2, 31, 15, 46, 69],
  ],
);

const months = table(
  'lost',
  ['month', 'planned', 'delivered', 'lost_to_weather_or_light', 'lost_otherwise'],
  [['October 2026', 23, 20, 3, 0]],
);

const headlines: readonly Headline[] = [
  { words: 'Different young people', now: 98, before: 81, change: 17, percent: 21 },
  { words: 'Attendances', now: 411, before: 356, change: 55, percent: 15.4 },
  { words: 'Sessions lost to weather or light', now: 3, before: 4, change: -1, percent: '[low]' },
];

export const october: PackInput = {
  notes: {
    ...{ programme: 'Stepping Out', from: '2026-10-01', to: '2026-10-31', dataAsAt: '2026-11-02T09:10:00.000Z' },
    ...{ phonesWithUnsent: 2, oldestUnsentAt: '2026-10-28T16:00:00.000Z' },
  },
  profile: 'funder',
  narrativesWaiting: [],
  debriefsWaiting: 0,
  comparedWith: 'October 2025',
  headlines,
  tables: [
    { number: 'T03', sheet: months, says: '20 of 23 sessions were delivered; 3 were lost, all to weather or light.' },
    { number: 'T04', sheet: parks, says: 'Windmill Hill had most.', note: '253 named + 158 counted = 411.' },
    { number: 'T05', sheet: ages, says: '98 different young people came.', note: '<5 is a group of 1 to 4.' },
  ],
  notRecorded: [{ number: 'T15', why: 'Referrals are not recorded here yet.' }],
  definitions: [
    ['Attendances', 'Named plus counted, each once in a session.'],
    ['Different young people', 'People marked here by name, each once.'],
  ],
  narratives: [
    { kind: 'achievements', text: 'Girls’ football has a team of its own.\nIt began with five.', by: 'Priya N' },
  ],
  quotes: [
    { text: 'I come for the boxing & stay for my mates', by: 'Young person, 13–15' },
    { text: 'They run the warm-up themselves now', by: 'Leader' },
  ],
  quotesWaiting: 1,
  debriefs: [{ day: '2026-10-12', site: 'Windmill Hill', text: 'Two new girls stayed to the end.' }],
  ideas: [
    { title: 'Lights at the cage', decision: 'Part of it', reason: 'The council owns it.', action: 'We lend lamps.' },
  ],
  partners: [
    { name: 'Refocus Project', headlines: headlines.slice(0, 1), tables: [{ number: 'T05', sheet: ages }] },
    { name: 'YGM Dance Academy', headlines: headlines.slice(1), tables: [] },
  ],
};
