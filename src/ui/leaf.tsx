/** How a leaf is drawn on its 32 grid: what is filled, what is a bare line, and the veins cut out of it. */
type Drawing = {
  readonly fill?: string;
  readonly line?: string;
  readonly width?: number;
  /** Veins other than the usual ones; none where it is empty. */
  readonly vein?: string;
};

const stem = 'M16 9V30.5';
const usualVein = 'M16 8V25M16 19l-4-3M16 19l4-3M16 14l-3-2.6M16 14l3-2.6';

/** In a fixed order: a marker is kept as two numbers, so a shape may be added at the end and never moved. */
const shapes: ReadonlyArray<readonly [name: string, drawing: Drawing]> = [
  [
    'oak',
    {
      fill: 'M16 26C14.8 26 13.7 25.2 12.5 24.5C11.3 23.8 9.1 22.8 9 22C8.9 21.2 12.4 20.4 12 19.5C11.6 18.6 6.7 17.5 6.5 16.5C6.3 15.5 10.9 14.6 11 13.5C11.1 12.4 6.9 11 7 10C7.1 9 10.8 8.3 11.5 7.5C12.2 6.7 10.3 5.8 11 5C11.8 4.2 14.3 2.5 16 2.5C17.7 2.5 20.3 4.2 21 5C21.8 5.8 19.8 6.7 20.5 7.5C21.2 8.3 24.9 9 25 10C25.1 11 20.9 12.4 21 13.5C21.1 14.6 25.7 15.5 25.5 16.5C25.3 17.5 20.4 18.6 20 19.5C19.6 20.4 23.1 21.2 23 22C22.9 22.8 20.7 23.8 19.5 24.5C18.3 25.2 17.2 26 16 26Z',
    },
  ],
  [
    'elm',
    {
      fill: 'M16 26C13.7 26 10.5 23.5 9 22C7.5 20.5 7 18.8 7 17C7 15.2 8.1 12.8 9 11C9.9 9.2 11.3 7.5 12.5 6C13.7 4.5 14.8 2 16 2C17.2 2 18.3 4.5 19.5 6C20.7 7.5 22.1 9.2 23 11C23.9 12.8 25 15.2 25 17C25 18.8 24.5 20.5 23 22C21.5 23.5 18.3 26 16 26Z',
    },
  ],
  [
    'fern',
    {
      line: 'M16 2v28M16 6l-4 3M16 6l4 3M16 11l-7 4M16 11l7 4M16 16l-8.5 5M16 16l8.5 5M16 21.5l-6 4M16 21.5l6 4',
      width: 3,
    },
  ],
  [
    'ash',
    {
      fill: 'M16 2c3.5 3 3.5 7 0 9-3.5-2-3.5-6 0-9ZM15 16c-4 .5-7-1-9-5 4-1 8 1 9 5ZM17 16c4 .5 7-1 9-5-4-1-8 1-9 5ZM15 24c-4 .5-7-1-9-5 4-1 8 1 9 5ZM17 24c4 .5 7-1 9-5-4-1-8 1-9 5Z',
      line: 'M16 12v18',
      width: 1.5,
    },
  ],
  ['ivy', { fill: 'M16 23L11.5 26L5 22L8 17.5L4 11L10.5 10L16 2.5L21.5 10L28 11L24 17.5L27 22L20.5 26Z' }],
  [
    'birch',
    {
      fill: 'M16 25L11 23L6.5 21L7.5 18L7 16L9.5 13L9.5 11L12.5 8L16 2L19.5 8L22.5 11L22.5 13L25 16L24.5 18L25.5 21L21 23Z',
    },
  ],
  [
    'holly',
    {
      fill: 'M16 27L9.5 24.5L12 21.5L6.5 18.5L11.2 15L7.5 11.5L12.2 9L11 6.5L16 2L21 6.5L19.8 9L24.5 11.5L20.8 15L25.5 18.5L20 21.5L22.5 24.5Z',
    },
  ],
  [
    'maple',
    {
      fill: 'M16 24L12 25L10.5 21.5L4.5 20L7.5 16L4 11L10 11.5L9.5 7L16 2L22.5 7L22 11.5L28 11L24.5 16L27.5 20L21.5 21.5L20 25Z',
    },
  ],
  [
    'willow',
    {
      fill: 'M16 28C14.7 28 12.8 23.3 12 21C11.2 18.7 11.2 16.3 11.4 14C11.6 11.7 12.4 9.1 13.2 7C14 4.9 15.1 1.5 16 1.5C16.9 1.5 18 4.9 18.8 7C19.6 9.1 20.4 11.7 20.6 14C20.8 16.3 20.8 18.7 20 21C19.2 23.3 17.3 28 16 28Z',
    },
  ],
  [
    'lime',
    {
      fill: 'M16 21C14.5 21 13.1 24.8 11.5 25C9.9 25.2 7.4 23.5 6.5 22C5.6 20.5 5.6 18.2 6.2 16C6.8 13.8 8.4 11.2 10 9C11.6 6.8 14 3 16 3C18 3 20.4 6.8 22 9C23.6 11.2 25.2 13.8 25.8 16C26.4 18.2 26.4 20.5 25.5 22C24.6 23.5 22.1 25.2 20.5 25C18.9 24.8 17.5 21 16 21Z',
    },
  ],
  [
    'hazel',
    {
      fill: 'M16 24.5L13.5 26.5L11.5 24.5L8 25L7.5 21.5L4.5 19.5L6 16.5L4.5 13L8 11.5L8.5 8L12 7.5L16 2L20 7.5L23.5 8L24 11.5L27.5 13L26 16.5L27.5 19.5L24.5 21.5L24 25L20.5 24.5L18.5 26.5Z',
    },
  ],
  [
    'beech',
    {
      fill: 'M16 27C9 24 4.5 19 5 13C5.5 8 10.5 4.5 16 2C21.5 4.5 26.5 8 27 13C27.5 19 23 24 16 27Z',
      vein: 'M16 5V27M16 23.5L7.5 18M16 23.5l8.5-5.5M16 18.5L6 12M16 18.5l10-6.5M16 13L9.5 8M16 13l6.5-5',
    },
  ],
  [
    'ginkgo',
    {
      fill: 'M16 23.5C11 22 5 19 2.5 13.5C4 8.5 9 5 14 4.5L16 11L18 4.5C23 5 28 8.5 29.5 13.5C27 19 21 22 16 23.5Z',
      vein: 'M16 22.5L6.5 13M16 22.5L11 9M16 22.5L25.5 13M16 22.5L21 9',
    },
  ],
  [
    'aspen',
    {
      fill: 'M16 25.2Q12.3 27.3 10.3 23.5Q6 23.2 6.4 19Q2.9 16.5 5.5 13.1Q4 9.1 8 7.7Q8.9 3.5 13 4.4Q16 1.4 19 4.4Q23.1 3.5 24 7.7Q28 9.1 26.5 13.1Q29.1 16.5 25.6 19Q26 23.2 21.7 23.5Q19.7 27.3 16 25.2Z',
    },
  ],
  [
    'pear',
    {
      fill: 'M16 29C9.5 29 6.5 24.5 7.5 20C8.5 16 12 14.5 13 10C13.3 8 14.5 7 16 7C17.5 7 18.7 8 19 10C20 14.5 23.5 16 24.5 20C25.5 24.5 22.5 29 16 29ZM18 5C20 1.5 24 1 27 2.5C25.5 5.5 21.5 7 18 5Z',
      line: 'M16 9C16 6 15.5 4 14 2',
      width: 2.2,
    },
  ],
  [
    'cedar',
    {
      fill: 'M16 2C18.5 4 21 6 22.5 9.5H9.5C11 6 13.5 4 16 2ZM16 9C20 10.5 24 13 26 17H6C8 13 12 10.5 16 9ZM16 16.5C21 18 26.5 20.5 29 25H3C5.5 20.5 11 18 16 16.5Z',
      line: 'M16 20V30.5',
      width: 3.4,
    },
  ],
  ['poplar', { fill: 'M16 2C18 8 22 13 27.5 17C24 21.5 20.5 24.5 16 26C11.5 24.5 8 21.5 4.5 17C10 13 14 8 16 2Z' }],
  [
    'cherry',
    {
      fill: 'M9.5 18a5.5 5.5 0 1 0 .1 0ZM22.5 16.5a5.5 5.5 0 1 0 .1 0ZM15 5C18 1 24 1 27 4C25 8 19 9 15 5Z',
      line: 'M9.5 19C10 13 12 8 15 5M22.5 18C22.5 13 19 8 15 5',
      width: 2.2,
    },
  ],
  [
    'alder',
    {
      fill: 'M16 26C11 23 5.5 17 5.5 11C5.5 4.5 13 2 16 7.5C19 2 26.5 4.5 26.5 11C26.5 17 21 23 16 26Z',
      vein: 'M16 11V25M16 21l-5-4M16 21l5-4M16 15.5l-5-4.5M16 15.5l5-4.5',
    },
  ],
  [
    'clover',
    {
      fill: 'M16 3.5a5.8 5.8 0 1 0 .1 0ZM9 12.5a5.8 5.8 0 1 0 .1 0ZM23 12.5a5.8 5.8 0 1 0 .1 0Z',
      line: 'M16 12C16 20 16 25 18.5 30',
      width: 2.6,
    },
  ],
  [
    'pine',
    {
      line: 'M16 30.5V2.5M16 25L4 10.5M16 25L28 10.5M16 24L9.5 4.5M16 24L22.5 4.5M16 26L3 18.5M16 26L29 18.5',
      width: 2.4,
    },
  ],
  [
    'reed',
    {
      fill: 'M12.5 5a3.5 3.5 0 0 1 7 0V15a3.5 3.5 0 0 1-7 0Z',
      line: 'M16 17V30.5M15 29.5C9 26 6 20 5 10M17 29.5C23 26 26 20 27 10',
      width: 2.4,
    },
  ],
  [
    'rowan',
    {
      fill: 'M16 23a3 3 0 1 0 .1 0ZM10.5 17.5a3 3 0 1 0 .1 0ZM21.5 17.5a3 3 0 1 0 .1 0ZM5.5 11a3 3 0 1 0 .1 0ZM16 12.5a3 3 0 1 0 .1 0ZM26.5 11a3 3 0 1 0 .1 0Z',
      line: 'M16 1.5V13M16 5L6 12M16 5L26 12M16 5L11 18M16 5L21 18',
      width: 1.6,
    },
  ],
  [
    'tulip',
    {
      fill: 'M5 4L11 9L16 2.5L21 9L27 4C28.5 15 24.5 20.5 16 20.5C7.5 20.5 3.5 15 5 4Z',
      line: 'M16 20V30.5M16 29C21 28.5 24 26 25 22.5',
      width: 2.6,
    },
  ],
];

const colours = ['blue', 'red', 'green', 'amber', 'plum', 'slate'] as const;

/** How many shapes and colours there are, for whoever draws a marker by lot. */
export const leafShapes: number = shapes.length;
export const leafColours: number = colours.length;

function shapeAt(shape: number): readonly [name: string, drawing: Drawing] {
  return shapes[shape] ?? ['leaf', { fill: 'M16 26C4 20 6 10 16 2C26 10 28 20 16 26Z' }];
}

/** The outline of a leaf on its 32 grid, for what is drawn without a page; empty where it has only lines. */
export const leafFill = (shape: number): string => shapeAt(shape)[1].fill ?? '';

/** The marker in words: `leafName(0, 0)` is "blue oak". */
export function leafName(shape: number, colour: number): string {
  return `${colours[colour] ?? 'plain'} ${shapeAt(shape)[0]}`;
}

/** A pressed leaf, 24 shapes by 6 colours. Its name always stands beside it, so it is hidden from a screen reader. */
export function Leaf({ shape, colour, size = 20 }: { shape: number; colour: number; size?: number | undefined }) {
  const [, { fill, line, width, vein }] = shapeAt(shape);
  const cut = vein ?? (line === undefined ? usualVein : '');
  const ink = `var(--m-${colours[colour] ?? 'slate'})`;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke={ink}
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {fill !== undefined && <path d={fill} fill={ink} strokeWidth="1.5" />}
      <path d={line ?? stem} strokeWidth={width ?? 2.6} />
      {cut !== '' && <path d={cut} stroke="var(--surface)" strokeWidth="1.4" />}
    </svg>
  );
}
