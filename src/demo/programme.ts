/** The invented programme of the demo, after the real *Stepping Out*: its charities, parks and games. Every person is made up. */

export const programmeName = 'Stepping Out';
export const coordinator = { name: 'Priya N', passphrase: 'three warm words' };
export const lead = { name: 'Ruth B', phone: '01474 555 0100' };

/** Where the charities are, as parents read it. No such house is there. */
export const partnerAddresses: Readonly<Record<string, string>> = {
  'Refocus Project': '2 Chalk Row, Northfleet DA11',
  'YGM Dance Academy': '14 Mill Yard, Gravesend DA12',
  'All Shades of Life': '9 Orchard Walk, Swanscombe DA10',
  'Box out of It': 'Unit 3, Quarry Lane, Dartford DA1',
};

export const sites = [
  {
    name: 'Windmill Hill, Gravesend',
    ward: 'Central',
    lat: 51.4386,
    lon: 0.3696,
    meetingPoint: 'Top bench by the mast',
  },
  { name: 'Woodlands Park, Gravesend', ward: 'Woodlands', lat: 51.4289, lon: 0.3608, meetingPoint: 'Main gate' },
  {
    name: 'Wombwell Park, Northfleet',
    ward: 'Northfleet North',
    lat: 51.4399,
    lon: 0.3392,
    meetingPoint: 'By the court',
  },
  { name: 'Swanscombe Park', ward: 'Swanscombe', lat: 51.4443, lon: 0.3022, meetingPoint: 'Pavilion' },
  { name: 'Knockhall Park, Greenhithe', ward: 'Greenhithe', lat: 51.4487, lon: 0.2862, meetingPoint: 'Playground' },
  { name: 'Oakfield Park, Wilmington', ward: 'Wilmington', lat: 51.4302, lon: 0.2068, meetingPoint: 'Car park' },
  { name: 'Central Park, Dartford', ward: 'Town', lat: 51.4431, lon: 0.2187, meetingPoint: 'Bandstand' },
  { name: 'Stone Recreation Ground', ward: 'Stone', lat: 51.4472, lon: 0.2596, meetingPoint: 'Long gate' },
] as const;

export const activities = [
  { name: 'Football', contactSport: false },
  { name: 'Rounders', contactSport: false },
  { name: 'Basketball', contactSport: false },
  { name: 'Street dance', contactSport: false },
  { name: 'Afrobeats', contactSport: false },
  { name: 'Zumba', contactSport: false },
  { name: 'Boxing (non-contact)', contactSport: true },
  { name: 'MMA (non-contact)', contactSport: true },
] as const;

export const agencies = [
  { name: 'Gravesend food bank', helpsWith: 'Food', phone: '01474 000 211', hours: 'Mon, Wed, Fri 10–14' },
  { name: 'Housing advice, Dartford', helpsWith: 'A place to stay', phone: '01322 000 350', hours: 'Weekdays' },
  {
    name: 'Talk it through',
    helpsWith: 'Somebody to talk to, from 11',
    phone: '01474 000 640',
    notes: 'No appointment',
  },
] as const;

export type Crew = {
  readonly partner: string;
  readonly worker: string;
  readonly second: string;
  readonly volunteer: string;
  /** How many are on its register. */
  readonly people: number;
  /** Its weekly sessions: weekday (0 Sunday), hour, park, games. */
  readonly weekly: readonly {
    readonly weekday: number;
    readonly from: string;
    readonly to: string;
    readonly site: number;
    readonly activities: readonly number[];
  }[];
};

export const crews: readonly Crew[] = [
  {
    partner: 'Refocus Project',
    worker: 'Dele A',
    second: 'Marta K',
    volunteer: 'Tunde O',
    people: 42,
    weekly: [
      { weekday: 2, from: '16:00', to: '18:00', site: 0, activities: [0, 3] },
      { weekday: 4, from: '16:30', to: '18:00', site: 1, activities: [0, 2] },
    ],
  },
  {
    partner: 'YGM Dance Academy',
    worker: 'Yemi D',
    second: 'Grace W',
    volunteer: 'Femi J',
    people: 30,
    weekly: [{ weekday: 6, from: '11:00', to: '12:30', site: 6, activities: [3, 4, 5] }],
  },
  {
    partner: 'All Shades of Life',
    worker: 'Joan P',
    second: 'Ray S',
    volunteer: 'Lin C',
    people: 18,
    weekly: [{ weekday: 3, from: '15:45', to: '17:15', site: 3, activities: [1] }],
  },
  {
    partner: 'Box out of It',
    worker: 'Carl M',
    second: 'Tina R',
    volunteer: 'Obi E',
    people: 16,
    weekly: [{ weekday: 5, from: '17:00', to: '18:30', site: 7, activities: [6, 7] }],
  },
  {
    partner: 'Safer Communities Alliance',
    worker: 'Nell H',
    second: 'Sid B',
    volunteer: 'Ana V',
    people: 8,
    weekly: [],
  },
];

export const firstNames = [
  'Amira',
  'Ben',
  'Ioana',
  'Mohammed',
  'Ayomide',
  'Gurleen',
  'Jakub',
  'Kacper',
  'Nisha',
  'Simran',
  'Zaki',
  'José',
  'Zofia',
  'Ella',
  'Tyrell',
  'Mia',
  'Hamza',
  'Chloe',
  'Denis',
  'Oluwaseun',
  'Lukas',
  'Marek',
  'Aisha',
  'Callum',
  'Ruby',
  'Ethan',
  'Jasleen',
  'Andrei',
  'Maja',
  'Tobi',
  'Freya',
  'Kai',
  'Leila',
  'Noah',
  'Petra',
  'Rohan',
  'Skye',
  'Temi',
  'Viktor',
  'Yusuf',
] as const;

export const ageBands = ['00-07', '08-09', '10-12', '10-12', '10-12', '13-15', '13-15', '16-17'] as const;
export const tallyBands = ['00-09', '10-12', '10-12', '13-15', '16-19'] as const;

export const wentWell = [
  'Nobody sat out, even the new ones.',
  'The older ones ran the warm-up themselves.',
  'Two parents stayed and joined in.',
  'Dancers showed the younger ones the steps.',
  'Calm and cheerful, good numbers.',
] as const;
export const different = [
  'Start earlier, the light went.',
  'Bring more bibs.',
  'Split by age sooner.',
  'Bring water.',
  'A second ball would help.',
] as const;
