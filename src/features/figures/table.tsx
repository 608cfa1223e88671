import type { CSSProperties } from 'react';
import { capital } from '#domain/reports/sheet.ts';
import { type FigureRows, isSessionKind } from '#domain/sessions/figures/asked.ts';
import type { FigureLine } from '#domain/sessions/figures/report.ts';
import { NumberHeads, Table } from '#ui/table.tsx';
import styles from './figures.module.css';
import { ShownFigure } from './number.tsx';
import { type FiguresQuestion, sessionsBehind } from './question.ts';
import { type FiguresAnswer, rowWords, shortPeriod, signed, titleOf } from './words.ts';

/** The figures as a table, with a bar for what each row comes to. */

const allWords: Partial<Record<FigureRows, string>> = { park: 'All parks', age: 'All ages', partner: 'All partners' };

export function FiguresTable({ answer, question }: { answer: FiguresAnswer; question: FiguresQuestion }) {
  const { columns, lines, total } = answer;
  const { vs } = question;
  const rated = lines.some(({ rate }) => rate !== null);
  const most = Math.max(1, ...lines.map(({ all }) => (typeof all === 'number' ? all : 0)));
  const heads = [
    ...columns.map(({ words }) => words),
    columns.length > 0 ? 'All' : (titleOf(question).split(' by ')[0] ?? ''),
  ];
  return (
    <Table caption={titleOf(question)} captionHidden>
      <thead>
        <tr>
          <th scope="col">{capital(rowWords[question.rows])}</th>
          <NumberHeads words={heads} />
          {rated && <NumberHeads words={['For each 1,000']} />}
          <td className={styles.barHead} />
          {vs && <NumberHeads words={[shortPeriod(vs), 'Change']} />}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.code} line={line} most={most} rated={rated} answer={answer} question={question} />
        ))}
      </tbody>
      <tfoot>
        <Row
          line={{
            ...total,
            words: allWords[question.rows] ?? 'All',
          }}
          most={0}
          rated={rated}
          answer={answer}
          question={question}
        />
      </tfoot>
    </Table>
  );
}

type RowProps = { line: FigureLine; most: number; rated: boolean; answer: FiguresAnswer; question: FiguresQuestion };

function Row({ line, most, rated, answer: { columns }, question }: RowProps) {
  const { code, words, cells, all, before, change, rate } = line;
  const state = question.measure === 'sessions' ? 'all' : 'delivered';
  const to = question.measure === 'people' ? undefined : sessionsBehind(question, code, state);
  return (
    <tr>
      <th scope="row" className={isSessionKind(question.rows) ? undefined : styles.name}>
        {words}
      </th>
      {columns.map((column, at) => (
        <td key={column.code} data-number>
          <ShownFigure of={cells[at] ?? 'not-recorded'} />
        </td>
      ))}
      <td data-number className={styles.all}>
        <ShownFigure of={all} to={to} />
      </td>
      {rated && <td data-number>{rate !== null && <ShownFigure of={rate} />}</td>}
      <td className={styles.barCell}>
        {most > 0 && typeof all === 'number' && <Bar line={line} most={most} columns={columns} />}
      </td>
      {question.vs && (
        <>
          <td data-number>{before !== null && <ShownFigure of={before} />}</td>
          <td data-number>{change !== null && signed(change.n)}</td>
        </>
      )}
    </tr>
  );
}

/** As long as the row's number; named and counted side by side where both are told. */
function Bar({
  line: { all, cells },
  most,
  columns,
}: Pick<RowProps, 'line' | 'most'> & Pick<FiguresAnswer, 'columns'>) {
  const share = (n: number): CSSProperties & { '--share': string } => ({ '--share': `${(100 * n) / most}%` });
  const of = (code: string) => cells[columns.findIndex((column) => column.code === code)];
  const [named, counted] = [of('named'), of('counted')];
  const parts = typeof named === 'number' && typeof counted === 'number';
  return (
    <span className={styles.bar} aria-hidden="true">
      {parts ? (
        <>
          <span style={share(named)} />
          <span style={share(counted)} data-counted />
        </>
      ) : (
        <span style={share(Number(all))} />
      )}
    </span>
  );
}
