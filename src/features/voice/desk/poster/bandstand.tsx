import { Leaf } from '#ui/leaf.tsx';
import styles from './paper.module.css';

/** The page as a bandstand: a roof with its trim, two posts, the steps with leaves on them. Drawn, so that paper shows it too. */

const width = 194;
const scallops = 13;
const scallop = width / scallops;

const trim = `a${scallop / 2} 6 0 0 1 ${-scallop} 0`.repeat(scallops);
const holes = Array.from({ length: scallops }, (_, at) => scallop * (at + 0.5));

export function RoofDrawing() {
  return (
    <svg className={styles.roof} viewBox={`0 0 ${width} 58`} aria-hidden="true">
      <path fill="var(--roof)" d={`M97 7C152 8 186 16 ${width} 34V46${trim}V34C8 16 42 8 97 7Z`} />
      <path d={`M1 43.5H${width - 1}`} stroke="var(--gilt)" strokeWidth="1" />
      {holes.map((x) => (
        <circle key={x} cx={x} cy="48" r="1.3" fill="var(--bg)" />
      ))}
      <path d="M97 8V4" stroke="var(--roof)" strokeWidth="2" />
      <circle cx="97" cy="3.8" r="3" fill="var(--gilt)" stroke="var(--roof)" strokeWidth="0.8" />
    </svg>
  );
}

/** Leaves as they lie there in autumn: shape, colour, and how far round each has turned. */
const leaves = [
  [0, 3, -24],
  [7, 1, 38],
  [9, 2, 12],
  [4, 3, -48],
  [6, 2, 70],
  [1, 1, -8],
] as const;

export function StepsDrawing() {
  return (
    <div className={styles.steps} aria-hidden="true">
      <p className={styles.leaves}>
        {leaves.map(([shape, colour, turned]) => (
          <span key={turned} style={{ rotate: `${turned}deg` }}>
            <Leaf shape={shape} colour={colour} size={40} />
          </span>
        ))}
      </p>
    </div>
  );
}
