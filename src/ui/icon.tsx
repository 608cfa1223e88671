import styles from './icon.module.css';
import { classes } from './link.ts';

/** One path for each icon, on a 24 grid, drawn with a 2 px line and square ends. */
const paths = {
  back: 'M15 5 8 12l7 7',
  box: 'M3 8.5 12 4l9 4.5v8L12 21l-9-4.5ZM3 8.5l9 4.5 9-4.5M12 13v8M7.5 6.2l9 4.6',
  ball: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8.2l3.7 2.7-1.4 4.3H9.7l-1.4-4.3ZM12 4v4.2M15.7 10.9l4.3-1.4M14.3 15.2l2.5 3.6M9.7 15.2l-2.5 3.6M8.3 10.9 4 9.5',
  call: 'M4.5 3.5H9l2 5-2.7 1.8c1.2 2.4 3 4.2 5.4 5.4l1.8-2.7 5 2v4.5c0 1-.7 1.5-1.5 1.5C10.5 20.5 3.5 13.5 3 5c0-.8.5-1.5 1.5-1.5Z',
  calendar: 'M4 5h16v16H4ZM4 10h16M8 2.5V6M16 2.5V6',
  camera: 'M3 8h4l2-3h6l2 3h4v11H3ZM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  'no-camera': 'M3 8h4l2-3h6l2 3h4v11H3ZM2 3l20 19',
  chevron: 'M9 5l7 7-7 7',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V12l3.5 2.5',
  settings:
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM12 2.5V6M12 18v3.5M2.5 12H6M18 12h3.5M5.3 5.3l2.5 2.5M16.2 16.2l2.5 2.5M5.3 18.7l2.5-2.5M16.2 7.8l2.5-2.5',
  cross: 'M6 6l12 12M18 6 6 18',
  differ: 'M4 9h16M4 15h16M16.5 4.5l-9 15',
  dots: 'M4 11h2v2H4ZM11 11h2v2h-2ZM18 11h2v2h-2Z',
  down: 'M5 9l7 7 7-7',
  'double-tick': 'M2 13l4.5 4.5L15 8M11.5 16l1.5 1.5L22 8',
  delete: 'M8.5 5H21.5v14H8.5L2.5 12ZM12 9.5l5 5M17 9.5l-5 5',
  eye: 'M2 12c2.5-4.3 5.8-6.5 10-6.5s7.5 2.2 10 6.5c-2.5 4.3-5.8 6.5-10 6.5S4.5 16.3 2 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  flag: 'M5 21V4M5 4h12l-3 4 3 4H5',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18',
  grid: 'M4 4h7v7H4ZM13 4h7v4h-7ZM13 11h7v9h-7ZM4 14h7v6H4Z',
  door: 'M13 4H5v16h8M10 12h11M17 8l4 4-4 4',
  'hand-over': 'M9 3h8v12H9ZM12 12h2M3 13l4-3v9M7 18l4 3h5c3 0 5-2 5-5v-3',
  idea: 'M8.5 16.5c0-2-3-3.5-3-7.3a6.5 6.5 0 0 1 13 0c0 3.8-3 5.3-3 7.3ZM9 20.5h6M12 16v-5',
  keyboard: 'M2.5 6h19v12h-19ZM6 10h.01M9 10h.01M12 10h.01M15 10h.01M18 10h.01M8 14h8',
  left: 'M4 4h9v16H4M10 12h11M17 8l4 4-4 4',
  letters: 'M2.5 18 7 6l4.5 12M4 14h6M14 6h7l-7 12h7',
  light: 'M2 19h20M6 19a6 6 0 0 1 12 0M12 3v6M9 6.5l3 3 3-3M3 12l1.5 1M21 12l-1.5 1',
  lock: 'M5 11h14v10H5ZM8 11V7.5a4 4 0 0 1 8 0V11',
  medical: 'M4 4h16v16H4ZM12 8v8M8 12h8',
  minus: 'M4 12h16',
  more: 'M4 7h16M4 12h16M4 17h16',
  mute: 'M3 9.5h4L12 5v14l-5-4.5H3ZM16 9.5l5 5M21 9.5l-5 5',
  next: 'M5 12h13M13 6l6 6-6 6',
  note: 'M5 3h14v18H5ZM8.5 8h7M8.5 12h7M8.5 16h4',
  download: 'M12 3v11M7.5 9.5 12 14l4.5-4.5M4 16v5h16v-5',
  paper: 'M6 3h8l4 4v14H6ZM14 3v4h4M9 17.5h.01',
  'paper-ok': 'M6 3h8l4 4v14H6ZM14 3v4h4M9 14l2.2 2.3L15.5 11',
  pen: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19ZM13.5 7l3.5 3.5',
  people:
    'M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 20c0-4 2.7-6 6.5-6s6.5 2 6.5 6M16 5a3.3 3.3 0 0 1 0 6.3M18 14.6c2.2.8 3.5 2.6 3.5 5.4',
  phone: 'M7 2.5h10v19H7ZM11 18.5h2',
  plus: 'M12 4v16M4 12h16',
  poster: 'M5 3h14v14H5ZM8.5 7.5h7M8.5 12h4M9 17l-2 4.5M15 17l2 4.5',
  print: 'M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7Z',
  rain: 'M7 15a4 4 0 0 1 0-8 5.5 5.5 0 0 1 10.5 1.5A3.3 3.3 0 0 1 17.5 15ZM8 18l-1 3M12.5 18l-1 3M17 18l-1 3',
  repeat: 'M17 2.5 20.5 6 17 9.5M20 6H4v6M7 14.5 3.5 18 7 21.5M4 18h16v-6',
  save: 'M4 4h13l3 3v13H4ZM8 4v5h7V4M8 20v-7h8v7',
  say: 'M3 4h18v12h-9l-5 4.5V16H3Z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21',
  skip: 'M5 5l7 7-7 7M13 5l7 7-7 7',
  sent: 'M12 20V5M6 11l6-6 6 6',
  share: 'M12 14V3M7.5 7.5 12 3l4.5 4.5M5 11v10h14V11',
  speak: 'M3 9.5h4L12 5v14l-5-4.5H3ZM15.5 9a4.5 4.5 0 0 1 0 6M18 6a8.5 8.5 0 0 1 0 12',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1 1M18 18l1 1M5 19l1-1M18 6l1-1',
  tally: 'M5 4v16M9.5 4v16M14 4v16M18.5 4v16M2.5 16 21.5 8',
  team: 'M5 2.5h8v19H5ZM8 18.5h2M16 8h5v13h-5',
  tell: 'M3 9.5h4L17 4.5v15L7 14.5H3ZM7 14.5V20h3.5v-3.7M20.5 10v4',
  tick: 'M5 12.5 10 17.5 19.5 7',
  undo: 'M8 5 3.5 9.5 8 14M4 9.5h10a5.5 5.5 0 0 1 0 11H9',
  warning: 'M12 3.5 22 20.5H2ZM12 10v5M12 17.5h.01',
  cone: 'M3 21h18M6.5 20 11 4h2l4.5 16M9.5 12h5M8 17h8',
  folder: 'M3 5h7l2 3h9v12H3Z',
  link: 'M10 14a4 4 0 0 1 0-5.5l3-3A4 4 0 0 1 18.6 11l-1.6 1.6M14 10a4 4 0 0 1 0 5.5l-3 3A4 4 0 0 1 5.4 13l1.6-1.6',
} as const;

export type IconName = keyof typeof paths;

/** All of them, for the gallery. */
// The keys are exactly those written above: the object is a constant.
export const iconNames = Object.keys(paths) as ReadonlyArray<IconName>;

/** Icons that point along the line of reading, and so turn round in a right-to-left language. */
const directional: ReadonlySet<IconName> = new Set(['back', 'chevron', 'delete', 'next', 'left', 'skip', 'undo']);

type IconProps = {
  readonly name: IconName;
  readonly size?: number | undefined;
  /** Spoken, not shown. Only where no word stands beside the icon. */
  readonly label?: string | undefined;
};

/** One icon in the text colour: `<Icon name="box" />`, `<Icon name="medical" label="Allergy or medical need" />`. */
export function Icon({ name, size = 24, label }: IconProps) {
  return (
    <>
      <Glyph path={paths[name]} size={size} turns={directional.has(name)} />
      {label !== undefined && <span className={styles.spoken}>{label}</span>}
    </>
  );
}

/** A drawing of one line. `turns`: round in a right-to-left language. */
export function Glyph({ path, size, turns = false }: { path: string; size: number; turns?: boolean | undefined }) {
  return (
    <svg
      className={classes(styles.icon, turns && styles.directional)}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

/** The bandstand itself: the mark of the app, in the text colour, its finial gilded on the roof. */
export function Bandstand({ size = 32 }: { size?: number | undefined }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        fill="currentColor"
        d="M15 4.4h2v2.2c5 .7 10 3.3 13 8.4v1.6a3 2.6 0 0 1-5.6 0 3 2.6 0 0 1-5.6 0 3 2.6 0 0 1-5.6 0 3 2.6 0 0 1-5.6 0 3 2.6 0 0 1-5.6 0V15C5 9.9 10 7.3 15 6.6ZM5 19h2.6v7H5ZM14.7 19h2.6v7h-2.6ZM24.4 19H27v7h-2.6ZM3 26h26v2H3ZM1 29h30v2H1Z"
      />
      <circle className={styles.finial} cx="16" cy="3.2" r="2.2" />
    </svg>
  );
}
