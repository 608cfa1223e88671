import { choosableSets } from '#domain/stock/places.ts';
import { kindOfSet, partsIn } from '#domain/stock/sets.ts';
import type { StockView } from '#domain/stock/view.ts';
import type { WishLine } from '#domain/voice/wishes.ts';
import { Icon } from '#ui/icon.tsx';
import { Panel } from '#ui/panels.tsx';
import styles from './wishes.module.css';

/** What should go in the next set? The most wished for of each age, and whether it is in one now. */

const most = 5;

type NextSetProps = { readonly view: StockView; readonly lines: readonly WishLine[] };

export function NextSet({ view, lines }: NextSetProps) {
  const equipment = lines.filter(({ kind }) => kind === 'equipment');
  return (
    <Panel title="What should go in the next set?">
      <Age view={view} kind="U10" words="Under-10s" wished={top(equipment, ({ under10 }) => under10)} />
      <Age view={view} kind="O10" words="Over-10s" wished={top(equipment, ({ over10 }) => over10)} />
    </Panel>
  );
}

type Wished = { readonly name: string; readonly what: string | null; readonly n: number };

const top = (lines: readonly WishLine[], nOf: (line: WishLine) => number): Wished[] =>
  lines
    .map((line) => ({ name: line.name, what: line.what, n: nOf(line) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .slice(0, most);

type AgeProps = {
  readonly view: StockView;
  readonly kind: 'U10' | 'O10';
  readonly words: string;
  readonly wished: readonly Wished[];
};

function Age({ view, kind, words, wished }: AgeProps) {
  const boxes = choosableSets(view).filter(({ body }) => kindOfSet(body) === kind);
  const inOne = new Set(boxes.flatMap(({ body }) => partsIn(body).map(({ set }) => set)));
  return (
    <section className={styles.next}>
      <h3>{words}</h3>
      {wished.length === 0 && <p>Nobody of this age was asked yet.</p>}
      <ol>
        {wished.map(({ name, what, n }) => {
          const there = what !== null && inOne.has(what);
          return (
            <li key={`${what}${name}`} data-there={there}>
              <Icon name={there ? 'tick' : 'plus'} size={20} />
              <span>
                {name}
                <small>{there ? 'in the set already' : 'not in the set'}</small>
              </span>
              <b>{n}</b>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
