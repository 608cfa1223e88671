import { Link } from 'react-router';
import styles from '#desk/desk.module.css';
import { siteNames, useDesk } from '#desk/desk.ts';
import { countedOnly, figure, flagsOf, isLost, startOf, statusWords } from '#desk/figures.ts';
import { useWide } from '#desk/screen.tsx';
import { type SessionLine, totalsOf } from '#domain/sessions/session-line.ts';
import { dayOf, shortDay, timeOf } from '#domain/time.ts';
import type { SessionFilter, SessionSort } from '#features/sessions/desk/filter.ts';
import { Status } from '#features/sessions/desk/status.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { SortHead, Table } from '#ui/table.tsx';

type SessionTableProps = {
  readonly lines: readonly SessionLine[];
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  /** What the rows come to, under the double rule: of all that were found, also of those not drawn. */
  readonly totalOf?: readonly SessionLine[] | undefined;
  /** Where the list can be sorted: how it is, and how to sort it another way. */
  readonly sorting?: SessionFilter | undefined;
};

/** Sessions in rows; on a narrow screen a list that says the same. */
export function SessionTable({ lines, caption, captionHidden, totalOf, sorting }: SessionTableProps) {
  const wide = useWide();
  const siteName = siteNames(useDesk().useSetUp('site').records);
  if (!wide) return <Narrow lines={lines} siteName={siteName} />;
  const totals = totalOf && totalsOf(totalOf);
  return (
    <Table caption={caption} captionHidden={captionHidden} stays={sorting !== undefined}>
      <Head sorting={sorting} />
      <tbody>
        <Each of={lines} by={(line) => line.session} as="row">
          {(line) => <Row line={line} site={siteName(line.siteId, line.site)} />}
        </Each>
      </tbody>
      {totals && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {figure(totals.sessions)} {totals.sessions === 1 ? 'session' : 'sessions'}
            </th>
            <td data-number>{figure(totals.named)}</td>
            <td data-number>{figure(countedOnly(totals))}</td>
            <td data-number>{figure(totals.attendances)}</td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      )}
    </Table>
  );
}

const heads: readonly (readonly [by: SessionSort, words: string, isNumber?: boolean])[] = [
  ['park', 'Park'],
  ['when', 'When'],
  ['partner', 'Partner'],
  ['state', 'State'],
  ['named', 'Named', true],
  ['counted', 'Counted', true],
  ['came', 'Came', true],
  ['team', 'Team', true],
];

function Head({ sorting }: Pick<SessionTableProps, 'sorting'>) {
  return (
    <thead>
      <tr>
        {heads.map(([by, words, isNumber = false]) =>
          sorting ? (
            <SortHead
              key={by}
              number={isNumber}
              sorted={sorting.sort !== by ? undefined : sorting.down ? 'descending' : 'ascending'}
              onSort={() => sorting.set('sort', nextSort(sorting, by, isNumber))}
            >
              {words}
            </SortHead>
          ) : (
            <th key={by} scope="col" data-number={isNumber || undefined}>
              {words}
            </th>
          ),
        )}
        <th scope="col">Look at</th>
      </tr>
    </thead>
  );
}

/** Pressed once more it turns round; figures and days begin with the most and the newest. */
function nextSort({ sort, down }: SessionFilter, by: SessionSort, isNumber: boolean): string {
  const isDown = sort === by ? !down : isNumber || by === 'when';
  return `${isDown ? '-' : ''}${by}`;
}

const whenWords = (line: SessionLine): string => {
  const start = startOf(line);
  return `${shortDay(line.day, dayOf(Date.now()))}${start ? `, ${timeOf(start)}` : ''}`;
};

function Row({ line, site }: { line: SessionLine; site: string }) {
  const flags = flagsOf(line, Date.now());
  const figureOf = (n: number) => (isLost(line) || line.status === 'planned' ? '–' : figure(n));
  return (
    <tr>
      <th scope="row">
        <Link to={`/desk/sessions/${line.session}`} aria-label={`${site}, ${whenWords(line)}`}>
          {site}
        </Link>
      </th>
      <td className={styles.when}>{whenWords(line)}</td>
      <td>{line.partner}</td>
      <td>
        <Status line={line} />
      </td>
      <td data-number>{figureOf(line.named)}</td>
      <td data-number>{figureOf(countedOnly(line))}</td>
      <td data-number>
        <b>{figureOf(line.attendances)}</b>
      </td>
      <td data-number>{line.team}</td>
      <td className={styles.flags}>{flags.join(' · ')}</td>
    </tr>
  );
}

type NarrowProps = Pick<SessionTableProps, 'lines'> & { siteName: (id: string, otherwise: string) => string };

function Narrow({ lines, siteName }: NarrowProps) {
  return (
    <List>
      <Each of={lines} by={(line) => line.session}>
        {(line) => (
          <Item link={(parts) => <Link to={`/desk/sessions/${line.session}`} {...parts} />}>
            <b>{siteName(line.siteId, line.site)}</b>
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
