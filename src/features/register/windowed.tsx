import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './register.module.css';

type WindowedProps<Line> = {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly keyOf: (line: Line) => string;
  /** The height to expect, px; each is measured once it is drawn. */
  readonly heightOf: (line: Line) => number;
  readonly draw: (line: Line) => ReactNode;
};

/** A long list of which only what is near the screen is drawn: five thousand names cost no more than fifty. */
export function Windowed<Line>({ label, lines, keyOf, heightOf, draw }: WindowedProps<Line>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  // Where the list begins is known to the layout only.
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const window = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (at) => {
      const line = lines[at];
      return line === undefined ? 0 : heightOf(line);
    },
    getItemKey: (at) => {
      const line = lines[at];
      return line === undefined ? at : keyOf(line);
    },
    overscan: 8,
    scrollMargin: top,
  });
  return (
    <ul ref={list} className={styles.windowed} aria-label={label} style={{ blockSize: window.getTotalSize() }}>
      {window.getVirtualItems().map((item) => {
        const line = lines[item.index];
        return line === undefined ? null : (
          <li
            key={item.key}
            ref={window.measureElement}
            data-index={item.index}
            className={styles.line}
            style={{ transform: `translateY(${item.start - top}px)` }}
          >
            {draw(line)}
          </li>
        );
      })}
    </ul>
  );
}
