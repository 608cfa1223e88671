import { Link } from 'react-router';
import styles from '#desk/desk.module.css';
import { countedOnly, flagsOf, isLost, startOf, statusWords } from '#desk/figures.ts';
import { useWide } from '#desk/screen.tsx';
import { type SessionLine, totalsOf } from '#domain/sessions/session-line.ts';
import { dayOf, shortDay, timeOf } from '#domain/time.ts';
import { Status } from '#features/sessions/desk/status.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { NumberHeads, Table } from '#ui/table.tsx';

type SessionTableProps = {
  readonly lines: readonly SessionLine[];
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  /** What the rows come to, under the double rule: of all that were found, also of those not drawn. */
  readonly totalOf?: readonly SessionLine[] | undefined;
};

/** Sessions in rows; on a narrow screen a list that says the same. */
export function SessionTable({ lines, caption, captionHidden, totalOf }: SessionTableProps) {
  const wide = useWide();
  if (!wide) return <Narrow lines={lines} />;
  const totals = totalOf && totalsOf(totalOf);
  return (
    <Table caption={caption} captionHidden={captionHidden}>
      <Head />
      <tbody>
        <Each of={lines} by={(line) => line.session} as="row">
          {(line) => <Row line={line} />}
        </Each>
      </tbody>
      {totals && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {totals.sessions} {totals.sessions === 1 ? 'session' : 'sessions'}
            </th>
            <td data-number>{totals.named}</td>
            <td data-number>{countedOnly(totals)}</td>
            <td data-number>{totals.attendances}</td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      )}
    </Table>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col">Park</th>
        <th scope="col">When</th>
        <th scope="col">Partner</th>
        <th scope="col">State</th>
        <NumberHeads words={['Named', 'Counted', 'Came', 'Team']} />
        <th scope="col">Look at</th>
      </tr>
    </thead>
  );
}

const whenWords = (line: SessionLine): string => {
  const start = startOf(line);
  return `${shortDay(line.day, dayOf(Date.now()))}${start ? `, ${timeOf(start)}` : ''}`;
};

function Row({ line }: { line: SessionLine }) {
  const flags = flagsOf(line, Date.now());
  const figure = (n: number) => (isLost(line) || line.status === 'planned' ? '–' : n);
  return (
    <tr>
      <th scope="row">
        <Link to={`/desk/sessions/${line.session}`}>{line.site}</Link>
      </th>
      <td className={styles.when}>{whenWords(line)}</td>
      <td>{line.partner}</td>
      <td>
        <Status line={line} />
      </td>
      <td data-number>{figure(line.named)}</td>
      <td data-number>{figure(countedOnly(line))}</td>
      <td data-number>
        <b>{figure(line.attendances)}</b>
      </td>
      <td data-number>{line.team}</td>
      <td className={styles.flags}>{flags.join(' · ')}</td>
    </tr>
  );
}

function Narrow({ lines }: { lines: readonly SessionLine[] }) {
  return (
    <List>
      <Each of={lines} by={(line) => line.session}>
        {(line) => (
          <Item link={(parts) => <Link to={`/desk/sessions/${line.session}`} {...parts} />}>
            <b>{line.site}</b>
            {!isLost(line) && line.status !== 'planned' && (
              <span className={styles.came}>
                <b>{line.attendances}</b> came: {line.named} named + {countedOnly(line)} counted
              </span>
            )}
            <span className={styles.under}>
              {[whenWords(line), statusWords(line), ...flagsOf(line, Date.now())].join(' · ')}
            </span>
          </Item>
        )}
      </Each>
    </List>
  );
}
