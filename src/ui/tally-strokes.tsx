import styles from './count-row.module.css';

/** A hand never draws two strokes the same: how far each leans, in turn. */
const leans = [0.7, -0.4, 0.6, -0.3, 0.3, -0.5, 0.5];
const high = 20;
const apart = 6.5;

function gate(count: number, from: number): string {
  const strokes = Array.from({ length: Math.min(count, 4) }, (_, index) => {
    const x = 2.5 + index * apart;
    const lean = leans[(from + index) % leans.length] ?? 0;
    return `M${x + lean} 2L${x - lean} ${high}`;
  });
  return strokes.join('') + (count === 5 ? `M.5 ${high - 4}L27 ${6}` : '');
}

type TallyStrokesProps = {
  readonly count: number;
  /** Beyond this many strokes the rest is told in figures: "+12". */
  readonly most?: number | undefined;
};

/** Five-bar gates, as in a field book. The number stands beside them, so they are hidden from a screen reader. */
export function TallyStrokes({ count, most = 20 }: TallyStrokesProps) {
  const drawn = Math.min(count, most);
  const gates = Array.from({ length: Math.ceil(drawn / 5) }, (_, index) => index * 5);
  return (
    <span className={styles.strokes} aria-hidden="true">
      {gates.map((from) => {
        const inGate = Math.min(5, drawn - from);
        return (
          <svg
            key={from}
            width={inGate === 5 ? 28 : inGate * apart}
            height={high + 2}
            className={styles.gate}
            aria-hidden="true"
          >
            <path d={gate(inGate, from)} />
          </svg>
        );
      })}
      {count > most && <b>+{count - most}</b>}
    </span>
  );
}
