/** What is in the boxes of the demo, and whose they are: after the sets the real programme made. */

export const items = [
  { name: 'Football', kind: 'ITM', icon: 'ball', lowAt: 10 },
  { name: 'Skipping rope', kind: 'ITM', icon: 'rope', lowAt: 10 },
  { name: 'Cones', kind: 'ITM', icon: 'cone', lowAt: 20 },
  { name: 'Boxing pads', kind: 'ITM', icon: 'pad', lowAt: 5 },
  { name: 'Frisbee', kind: 'ITM', icon: 'frisbee', lowAt: 5 },
  { name: 'Rounders bat', kind: 'ITM', icon: 'bat', lowAt: 2 },
  { name: 'Bibs', kind: 'ITM', icon: 'bib', lowAt: 12 },
  { name: 'Portable floodlight', kind: 'ITM', icon: 'floodlight', lowAt: 0 },
  { name: 'Water bottle', kind: 'CON', icon: 'bottle', lowAt: 24 },
] as const;

export const sets = [
  { name: 'Under-10s set', kind: 'U10', parts: { Football: 1, 'Skipping rope': 1, Cones: 4, Frisbee: 1 } },
  { name: 'Over-10s set', kind: 'O10', parts: { Football: 1, 'Skipping rope': 1, Cones: 4, 'Boxing pads': 1 } },
] as const;

/** A partner's part of the boxes. */
export type Share = {
  /** What it aims at, and what the demo has it give out. */
  readonly target: number;
  readonly give: number;
  readonly built: Readonly<Record<string, number>>;
  readonly loaded: Readonly<Record<string, number>>;
  /** Where it gives them out: boxes by kind. */
  readonly boxes: { readonly U10: number; readonly O10: number };
  /** Of each part beyond what the boxes take. */
  readonly spare: number;
  /** For the sessions themselves. */
  readonly kit: Readonly<Record<string, number>>;
  /** From which box on, and how many, went out without a rope. */
  readonly shortFrom: number;
  readonly short: number;
  readonly vanCode?: string;
  readonly reference: string;
};

export const shares: Readonly<Record<string, Share>> = {
  'Refocus Project': {
    ...{ target: 120, give: 94, spare: 14, shortFrom: 30, short: 7, vanCode: 'V4NR', reference: 'KS-2071' },
    built: { 'Under-10s set': 55, 'Over-10s set': 80 },
    loaded: { 'Under-10s set': 45, 'Over-10s set': 65, Football: 4, Bibs: 24, 'Portable floodlight': 1 },
    boxes: { U10: 44, O10: 65 },
    kit: { Bibs: 24, 'Portable floodlight': 1, 'Rounders bat': 4 },
  },
  'YGM Dance Academy': {
    ...{ target: 10, give: 10, spare: 0, shortFrom: 0, short: 0, reference: '' },
    built: {},
    loaded: {},
    // One was handed over in the park and never written down: the records say one too few.
    boxes: { U10: 1, O10: 8 },
    kit: {},
  },
  'Safer Communities Alliance': {
    ...{ target: 50, give: 50, spare: 3, shortFrom: 20, short: 2, reference: 'KS-2072' },
    built: { 'Under-10s set': 22, 'Over-10s set': 40 },
    loaded: {},
    boxes: { U10: 22, O10: 40 },
    kit: {},
  },
};

export const wishes = [
  'Football',
  'Football',
  'Skipping rope',
  'Boxing pads',
  'Rounders bat',
  'Frisbee',
  'Basketball',
  'A trampoline',
  'Roller skates',
] as const;
