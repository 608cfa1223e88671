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

/** As many as stand on one line of a row. */
const most = 20;

/** How many are told in figures before the strokes, so that there is always room for the next one. */
const inFigures = (count: number): number => (count <= most ? 0 : Math.floor((count - 1) / 5) * 5 - 10);

/** Five-bar gates, as in a field book. The number stands beside them, so they are hidden from a screen reader. */
export function TallyStrokes({ count }: { readonly count: number }) {
  const told = inFigures(count);
  const drawn = count - told;
  const gates = Array.from({ length: Math.ceil(drawn / 5) }, (_, index) => index * 5);
  return (
    <span className={styles.strokes} aria-hidden="true">
      {told > 0 && <b>{told} +</b>}
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
    </span>
  );
}
