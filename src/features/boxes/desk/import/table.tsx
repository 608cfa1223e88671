import own from '#desk/import/import.module.css';
import { useWide } from '#desk/screen.tsx';
import type { StockLine } from '#domain/stock/lines.ts';
import { placeName, setName } from '#domain/stock/places.ts';
import type { StockView } from '#domain/stock/view.ts';
import styles from '#features/boxes/desk/boxes.module.css';
import { Icon } from '#ui/icon.tsx';
import { Table } from '#ui/table.tsx';
import { type NewThing, type Note, repeatedIn } from './read.ts';

/** What was read, line by line, with what is wrong in words. */

type NoteTableProps = {
  readonly view: StockView;
  readonly note: Note;
  readonly fresh: readonly NewThing[];
};

export function NoteTable({ view, note: { lines, columns }, fresh }: NoteTableProps) {
  // Where there is no room for a column of words, they stand under the item.
  const wide = useWide();
  const repeated = repeatedIn(lines);
  const thing = ({ set, item }: StockLine) =>
    set === null ? item : (fresh.find(({ id }) => id === set)?.name ?? setName(view, set));
  const remarks = (line: StockLine) => (
    <Remarks
      line={line}
      before={repeated.get(line.line)}
      isNew={fresh.some(({ id }) => id === line.set)}
      noPlace={columns.place !== null && columns.place >= 0 && line.place === ''}
    />
  );
  return (
    <Table caption="What was read" captionHidden>
      <thead>
        <tr>
          <th scope="col" data-number>
            Line
          </th>
          <th scope="col">Item</th>
          <th scope="col" data-number>
            Number
          </th>
          <th scope="col">Place</th>
          {wide && <th scope="col">Look at</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <td data-number>{line.line}</td>
            <th scope="row">
              {thing(line)}
              {!wide && <div className={own.remark}>{remarks(line)}</div>}
            </th>
            <td data-number>{line.n ?? line.number}</td>
            <td>{line.holder === null ? line.place : placeName(view, line.holder)}</td>
            {wide && <td>{remarks(line)}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type RemarksProps = {
  readonly line: StockLine;
  /** The line before it that adds to the same. */
  readonly before: number | undefined;
  readonly isNew: boolean;
  /** There is a column for the place, and nothing stands in it here. */
  readonly noPlace: boolean;
};

function Remarks({ line: { problems }, before, isNew, noPlace }: RemarksProps) {
  if (problems.length > 0) {
    return (
      <span className={styles.problem}>
        <Icon name="warning" size={20} />
        {problems.map((words) => (/[.?]$/.test(words) ? words : `${words}.`)).join(' ')}
      </span>
    );
  }
  const words = [
    isNew && 'A new thing.',
    noPlace && 'No place is said: it goes into the store.',
    before !== undefined && `Also on line ${before}: both are added.`,
  ].filter(Boolean);
  return words.length > 0 ? words.join(' ') : <Icon name="tick" size={20} label="Right" />;
}
