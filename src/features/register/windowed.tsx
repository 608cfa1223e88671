import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Each } from '#ui/each.tsx';
import styles from './register.module.css';

type WindowedProps<Line> = {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly keyOf: (line: Line) => string;
  /** The height to expect, px; each is measured once it is drawn. */
  readonly heightOf: (line: Line) => number;
  readonly draw: (line: Line) => ReactNode;
};

/**
 * A long list of which only what is near the screen is drawn: five thousand names cost no more than fifty. It is drawn again
 * only where what it is given changed, so a letter typed beside it shows before the list that it makes.
 */
export const Windowed = memo(WindowedList) as typeof WindowedList; // memo forgets that the type of a line is open

function WindowedList<Line>({ label, lines, keyOf, heightOf, draw }: WindowedProps<Line>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  // Where the list begins is known to the layout only.
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  // The places of all lines are worked out again whenever this function is another one.
  const getItemKey = useCallback(
    (at: number) => {
      const line = lines[at];
      return line === undefined ? at : keyOf(line);
    },
    [lines, keyOf],
  );
  const window = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (at) => {
      const line = lines[at];
      return line === undefined ? 0 : heightOf(line);
    },
    getItemKey,
    overscan: 5,
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
            aria-setsize={lines.length}
            aria-posinset={item.index + 1}
            className={styles.line}
            style={{ transform: `translateY(${item.start - top}px)` }}
          >
            <Each of={[line]} by={keyOf} as="block">
              {draw}
            </Each>
          </li>
        );
      })}
    </ul>
  );
}
