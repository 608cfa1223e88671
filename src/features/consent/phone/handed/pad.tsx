import { type PointerEvent, useEffect, useId, useRef } from 'react';
import { isEmpty, onGrid, type PadPoint } from '#domain/people/consents/strokes.ts';
import type { Strokes } from '#domain/records/shapes/consent.ts';
import styles from './handed.module.css';

/** Width through height of the pad, at every width: turning the phone makes it larger and changes nothing drawn. */
const aspect = 2.75;

type Stroke = readonly (readonly [number, number])[];

type PadProps = {
  readonly label: string;
  /** Said where something is drawn. */
  readonly drawn: string;
  readonly strokes: Strokes | null;
  /** After every stroke; also of a stroke that ends because the phone turns or another finger comes down. */
  readonly onChange: (strokes: Strokes) => void;
  readonly invalid?: boolean;
};

const pathOf = (stroke: Stroke): string => {
  const [[x, y] = [0, 0], ...rest] = stroke;
  // A dot has no length, and would not be seen.
  return rest.length === 0 ? `M${x} ${y}h1` : `M${x} ${y}${rest.map(([a, b]) => `L${a} ${b}`).join('')}`;
};

/** Where a finger writes a name. What is drawn is data from the first touch, and is drawn again at any size. */
export function Pad({ label, drawn, strokes, onChange, invalid = false }: PadProps) {
  const id = useId();
  const ink = useRef<SVGPathElement>(null);
  const current = useRef<{ readonly pointer: number; readonly points: [number, number][] } | null>(null);
  const latest = useRef({ strokes, onChange });
  useEffect(() => {
    latest.current = { strokes, onChange };
  });

  const point = ({ clientX, clientY }: { clientX: number; clientY: number }, on: Element): PadPoint => {
    const { left, top, width, height } = on.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  };
  const show = () => ink.current?.setAttribute('d', current.current ? pathOf(current.current.points) : '');

  const end = () => {
    const stroke = current.current?.points;
    current.current = null;
    show();
    if (!stroke || stroke.length === 0) return;
    const before = latest.current.strokes?.strokes ?? [];
    const next: Strokes = { v: 1, aspect: aspect * 1000, strokes: [...before, stroke] };
    latest.current = { ...latest.current, strokes: next };
    latest.current.onChange(next);
  };
  // A stroke under the finger when the page goes is a stroke.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, at the end
  useEffect(() => end, []);

  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (current.current !== null || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    current.current = { pointer: event.pointerId, points: [onGrid(point(event, event.currentTarget))] };
    show();
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (current.current?.pointer !== event.pointerId) return;
    const all = event.nativeEvent.getCoalescedEvents?.() ?? [];
    for (const each of all.length > 0 ? all : [event.nativeEvent]) {
      const next = onGrid(point(each, event.currentTarget));
      const last = current.current.points.at(-1);
      if (last?.[0] !== next[0] || last[1] !== next[1]) current.current.points.push(next);
    }
    show();
  };
  const lift = (event: PointerEvent<SVGSVGElement>) => {
    if (current.current?.pointer === event.pointerId) end();
  };

  return (
    <svg
      id={id}
      role="img"
      aria-label={isEmpty(strokes) ? label : drawn}
      aria-invalid={invalid || undefined}
      className={styles.pad}
      viewBox={`0 0 4096 4096`}
      preserveAspectRatio="none"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={lift}
      onPointerCancel={lift}
      onLostPointerCapture={lift}
    >
      <path className={styles.rule} d="M480 3250H3900" />
      <path className={styles.cross} d="M480 2700l200 440M680 2700l-200 440" />
      {(strokes?.strokes ?? []).map((stroke, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only ever added at the end, or taken from it
        <path key={at} className={styles.ink} d={pathOf(stroke)} />
      ))}
      <path ref={ink} className={styles.ink} />
    </svg>
  );
}
