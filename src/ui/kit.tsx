import { Glyph } from './icon.tsx';

/**
 * What is in the boxes, drawn in the same hand as the other icons. Apart from them, because only the screens of equipment need
 * them: the first screen is not to wait for a skipping rope.
 */
const paths = {
  box: 'M3 8.5 12 4l9 4.5v8L12 21l-9-4.5ZM3 8.5l9 4.5 9-4.5M12 13v8M7.5 6.2l9 4.6',
  ball: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8l4 3-1.5 4.5h-5L8 11ZM12 8V3.5M16 11l4.5-1.5M14.5 15.5l2.5 4M9.5 15.5l-2.5 4M8 11 3.5 9.5',
  basketball:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3v18M5.6 5.6c3.5 3.5 3.5 9.3 0 12.8M18.4 5.6c-3.5 3.5-3.5 9.3 0 12.8',
  rope: 'M4 3h3v4H4ZM17 3h3v4h-3ZM5.5 7v7a6.5 6.5 0 0 0 13 0V7',
  cone: 'M3 21h18M6.5 20 11 4h2l4.5 16M9.5 12h5M8 17h8',
  pad: 'M6 20V9a6 6 0 0 1 12 0v11ZM6 16h12M10.5 7.5h3',
  bat: 'M13.5 3.5 20.5 10.5 12 17 7 12ZM9.2 14.2 3.5 19.5 5 21l5.4-5.6',
  racket: 'M14.5 3a6 6 0 0 0-5 9.3l2.2 2.2A6 6 0 1 0 14.5 3ZM10 13.8 3.5 20.5M11 6l7 7M14.5 4l-4 4.5M19 8.5l-4.5 4',
  frisbee: 'M12 7c-5 0-9 2-9 4.5S7 17 12 17s9-2.5 9-5.5S17 7 12 7ZM7 11c1.2-1 3-1.5 5-1.5s3.8.500 5 1.5',
  hoop: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12Z',
  bib: 'M7 3v4c0 2-1 3-3 3v11h16V10c-2 0-3-1-3-3V3h-2c0 2-1.3 3-3 3S9 5 9 3ZM10 13h4v4h-4Z',
  whistle: 'M3 8h12l6 3-4 2.5a5.5 5.5 0 1 1-10.5 0V12H3ZM11.5 15.5h.01M10 5V3M14 5l1-2',
  pump: 'M9 3h6M12 3v5M9 8h6v9H9ZM6 21h12M8 17h8v4M15 14h4v3',
  bag: 'M5 9h14v12H5ZM8 9V7a4 4 0 0 1 8 0v2M5 14h14M10 14v3h4v-3',
  floodlight: 'M6 3h12v7H6ZM12 10v11M8 21h8M9 3v7M15 3v7M12 14l3 3M12 14l-3 3',
  speaker: 'M6 3h12v18H6ZM12 11a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM12 6.5h.01',
  bottle: 'M10 3h4v3l2 3v12H8V9l2-3ZM8 12h8M8 17h8',
  gloves: 'M7 21v-7L4.5 11 6 9.5l2 1.5V7a5 5 0 0 1 10 0v6l-1.5 3v5ZM7 17.5h9.5',
  van: 'M2 6h11v11H2ZM13 10h5l4 4v3h-9ZM6.5 15a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4ZM17 15a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z',
  store: 'M3 10 12 4l9 6v11H3ZM8 21v-7h8v7M8 17.5h8',
} as const;

export type KitName = keyof typeof paths;

/** All of them, for choosing one. */
// The keys are exactly those written above: the object is a constant.
export const kitNames = Object.keys(paths) as ReadonlyArray<KitName>;

const isKitName = (name: unknown): name is KitName => typeof name === 'string' && Object.hasOwn(paths, name);

/** A piece of equipment by the name its record has; a box where it has none, or one this version does not draw. */
export function KitIcon({ name, size = 24 }: { name: unknown; size?: number | undefined }) {
  return <Glyph path={paths[isKitName(name) ? name : 'box']} size={size} />;
}
