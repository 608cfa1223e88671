import type { ReactNode } from 'react';
import { useWide } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { setName } from '#domain/stock/places.ts';
import { inOrder, isBox, type Kept, kindOfSet } from '#domain/stock/sets.ts';
import { emptyShelf, type Shelf } from '#domain/stock/stock.ts';
import { balanceOn, thereOf } from '#domain/stock/totals.ts';
import type { StockView } from '#domain/stock/view.ts';
import { Item, List } from '#ui/card.tsx';
import { KitIcon } from '#ui/kit.tsx';
import { NumberHeads, Table } from '#ui/table.tsx';
import styles from './boxes.module.css';
import { figure } from './words.ts';

/** Stock in rows: a line for each set, boxes first and added up; things of different kinds are never added together. */

type Column = { readonly id: string; readonly head: ReactNode };
type Line = { readonly set: Kept; readonly cells: readonly ReactNode[]; readonly n: number; readonly low: boolean };

/** Every partner beside the others. */
export function OwnerTable({ view }: { view: StockView }) {
  const [, choose] = useSearchField('partner');
  const wide = useWide();
  const owners = view.partners.filter(({ id }) => view.shelves.some(({ partner }) => partner === id));
  const columns = owners.map(({ id, name }) => ({
    id,
    head: (
      <button type="button" className={styles.owner} onClick={() => choose(id)}>
        {name}
      </button>
    ),
  }));
  const lines = setsOn(view, view.shelves).map((set): Line => {
    const there = owners.map(({ id }) => thereOf(view.shelves, id, set.id));
    return {
      set,
      cells: there.map((n, at) => <Amount key={owners[at]?.id} n={n} />),
      n: there.reduce((sum, n) => sum + n, 0),
      low: view.low.some((low) => low.set === set.id),
    };
  });
  const boxes = columns.map(({ id }) => boxesOf(lines, (set) => thereOf(view.shelves, id, set)));
  if (!wide) return <OwnerList lines={lines} of={(set) => ownersOf(view, set)} />;
  return <Lines caption="Stock by owner" columns={columns} lines={lines} boxes={boxes} />;
}

/** `Refocus Project 10, YGM Dance Academy −1` */
const ownersOf = ({ partners, shelves }: StockView, set: string): string =>
  partners
    .map(({ id, name }) => ({ name, n: thereOf(shelves, id, set) }))
    .filter(({ n }) => n !== 0)
    .map(({ name, n }) => `${name} ${figure(n)}`)
    .join(', ');

/** The same where there is no room for a column each. */
function OwnerList({ lines, of }: { lines: readonly Line[]; of: (set: string) => string }) {
  return (
    <List>
      {lines.map(({ set, n, low }) => (
        <Item
          key={set.id}
          end={
            <b className={styles.big}>
              <Amount n={n} />
            </b>
          }
        >
          <span className={styles.set}>
            <KitIcon name={set.body.icon} size={22} />
            {set.body.name}
            {low && <small className={styles.low}>Low</small>}
          </span>
          <span className={styles.under}>{of(set.id) || 'None'}</span>
        </Item>
      ))}
    </List>
  );
}

type PlaceTableProps = {
  readonly view: StockView;
  readonly partner: string;
  readonly onCount: (shelf: Shelf) => void;
};

/** Where one partner's things are. Each number opens the count of its shelf. */
export function PlaceTable({ view, partner, onCount }: PlaceTableProps) {
  const own = view.shelves.filter((shelf) => shelf.partner === partner);
  const places = view.places.filter(
    (place) =>
      place.partner === partner &&
      (!place.closed || own.some(({ place: at, balance }) => at === place.id && balance !== 0)),
  );
  const shelfIn = (place: string, set: string) =>
    own.find((shelf) => shelf.place === place && shelf.set === set) ?? emptyShelf(partner, place, set);
  const lines = setsOn(view, own).map((set): Line => {
    const cells = places.map(({ id, name }) => {
      const shelf = shelfIn(id, set.id);
      if (id === onLoan) return <Amount key={id} n={balanceOn(shelf)} />;
      return (
        <button
          key={id}
          type="button"
          className={styles.count}
          aria-label={`${setName(view, set.id)}, ${name}: ${figure(shelf.balance)}. Count`}
          onClick={() => onCount(shelf)}
        >
          <Amount n={shelf.balance} />
        </button>
      );
    });
    const low = view.low.some((each) => each.set === set.id && each.partner === partner);
    return { set, cells, n: thereOf(own, partner, set.id), low };
  });
  const boxes = places.map(({ id }) => boxesOf(lines, (set) => balanceOn(shelfIn(id, set))));
  const columns = places.map(({ id, name }) => ({ id, head: name }));
  return <Lines caption="Stock by place" columns={columns} lines={lines} boxes={boxes} />;
}

/** Sets that were ever on one of these shelves, in order. */
function setsOn({ sets }: StockView, shelves: readonly Shelf[]): Kept[] {
  const ids = new Set(shelves.map(({ set }) => set));
  const known = sets.filter(({ id }) => ids.has(id));
  const strange = [...ids].filter((id) => !known.some((set) => set.id === id));
  return [...known, ...strange.map((id) => ({ id, body: { name: 'Not known here yet' } }))].sort(inOrder);
}

const boxesOf = (lines: readonly Line[], n: (set: string) => number): number =>
  lines.filter(({ set }) => isBox(set.body)).reduce((sum, { set }) => sum + n(set.id), 0);

const Amount = ({ n }: { n: number }) => (
  <span className={n < 0 ? styles.below : n === 0 ? styles.none : undefined}>{figure(n)}</span>
);

type LinesProps = {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  /** How many boxes each column has. */
  readonly boxes: readonly number[];
};

function Lines({ caption, columns, lines, boxes }: LinesProps) {
  const groups = [
    { title: 'Boxes', of: lines.filter(({ set }) => isBox(set.body)) },
    { title: 'Single items', of: lines.filter(({ set }) => kindOfSet(set.body) === 'ITM') },
    { title: 'Consumables', of: lines.filter(({ set }) => kindOfSet(set.body) === 'CON') },
  ].filter(({ of }) => of.length > 0);
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <th scope="col">Set</th>
          {columns.map(({ id, head }) => (
            <th key={id} scope="col" data-number>
              {head}
            </th>
          ))}
          <NumberHeads words={['In all']} />
        </tr>
      </thead>
      {groups.map(({ title, of }) => (
        <tbody key={title} className={styles.group}>
          <tr>
            <th scope="rowgroup" colSpan={columns.length + 2}>
              {title}
            </th>
          </tr>
          {of.map((line) => (
            <OneLine key={line.set.id} line={line} />
          ))}
          {title === 'Boxes' && of.length > 1 && (
            <tr className={styles.sum}>
              <th scope="row">All boxes</th>
              {boxes.map((n, at) => (
                <td key={columns[at]?.id} data-number>
                  <Amount n={n} />
                </td>
              ))}
              <td data-number>
                <Amount n={boxes.reduce((sum, n) => sum + n, 0)} />
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </Table>
  );
}

function OneLine({ line: { set, cells, n, low } }: { line: Line }) {
  return (
    <tr>
      <th scope="row">
        <span className={styles.set}>
          <KitIcon name={set.body.icon} size={22} />
          {set.body.name}
          {set.body.status === 'closed' && <small>Closed</small>}
          {low && <small className={styles.low}>Low</small>}
        </span>
      </th>
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells of one row, always in the same order
        <td key={at} data-number>
          {cell}
        </td>
      ))}
      <td data-number>
        <b>
          <Amount n={n} />
        </b>
      </td>
    </tr>
  );
}
