import type { CSSProperties } from 'react';
import { wishKinds, wordsOf } from '#domain/codes.ts';
import type { WishLine } from '#domain/voice/wishes.ts';
import { NumberHeads, Table } from '#ui/table.tsx';
import styles from './wishes.module.css';

/** Wishes as bars, and the same figures as a table. Under-10s solid, over-10s hatched, not known in outline. */

const ages = [
  ['under10', 'Under-10s'],
  ['over10', 'Over-10s'],
  ['ageNotKnown', 'Age not known'],
] as const;

export function WishBars({ label, lines }: { label: string; lines: readonly WishLine[] }) {
  const most = Math.max(1, ...lines.map(({ all }) => all));
  return (
    <ol className={styles.bars} aria-label={label}>
      {lines.map((line) => (
        <li key={`${line.kind}${line.what}${line.name}`}>
          <span>{line.name}</span>
          <span className={styles.track} style={share(line.all, most)}>
            {ages.map(([age, words]) =>
              line[age] > 0 ? (
                <span key={age} data-age={age} style={share(line[age], line.all)} title={`${words}: ${line[age]}`} />
              ) : null,
            )}
          </span>
          <b>{line.all}</b>
        </li>
      ))}
    </ol>
  );
}

const share = (n: number, of: number): CSSProperties & { '--share': string } => ({ '--share': `${(100 * n) / of}%` });

export function WishKey() {
  return (
    <p className={styles.key}>
      {ages.map(([age, words]) => (
        <span key={age}>
          <span data-age={age} aria-hidden="true" />
          {words}
        </span>
      ))}
    </p>
  );
}

export function WishesTable({ lines }: { lines: readonly WishLine[] }) {
  const sum = (of: (line: WishLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  return (
    <Table caption="Wishes by age" captionHidden>
      <thead>
        <tr>
          <th scope="col">Wish</th>
          <th scope="col">Kind</th>
          <NumberHeads words={[...ages.map(([, words]) => words), 'All']} />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.kind}${line.what}${line.name}`}>
            <th scope="row">
              {line.name}
              {line.what === null && <small className={styles.own}>in their own words</small>}
            </th>
            <td>{wordsOf(wishKinds, line.kind)}</td>
            {ages.map(([age]) => (
              <td key={age} data-number>
                {line[age]}
              </td>
            ))}
            <td data-number>
              <b>{line.all}</b>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            All wishes
          </th>
          {ages.map(([age]) => (
            <td key={age} data-number>
              {sum((line) => line[age])}
            </td>
          ))}
          <td data-number>{sum(({ all }) => all)}</td>
        </tr>
      </tfoot>
    </Table>
  );
}
