import { dateWords, periodWords } from '#desk/period.ts';
import { useWide } from '#desk/screen.tsx';
import { many } from '#domain/many.ts';
import type { BoxReport, OwnerLine } from '#domain/stock/given.ts';
import { Item, List } from '#ui/card.tsx';
import { NumberHeads, Table } from '#ui/table.tsx';
import styles from './boxes.module.css';

/** The tables of T11, as they stand in its files. */

type Owners = Pick<BoxReport, 'owners' | 'all'>;

export function OwnersTable({ owners, all }: Owners) {
  if (!useWide()) return <OwnersList owners={owners} all={all} />;
  return (
    <Table caption="Boxes given out by owner" captionHidden>
      <thead>
        <tr>
          <th scope="col">Partner</th>
          <NumberHeads
            words={[
              'Under-10s',
              'Over-10s',
              'Boxes',
              'Target',
              'Other things',
              'Parts owed',
              'People',
              'Families',
              'Weeks',
            ]}
          />
          <th scope="col">From, to</th>
        </tr>
      </thead>
      <tbody>
        {owners.map((line) => (
          <tr key={line.partner}>
            <th scope="row">{line.name}</th>
            <Cells line={line} />
          </tr>
        ))}
      </tbody>
      {owners.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">All partners</th>
            <Cells line={all} />
          </tr>
        </tfoot>
      )}
    </Table>
  );
}

function Cells({ line }: { line: Omit<OwnerLine, 'partner' | 'name'> }) {
  const { under10, over10, boxes, target, other, partsOwed, people, families, weeks, first, last } = line;
  return (
    <>
      <td data-number>{under10}</td>
      <td data-number>{over10}</td>
      <td data-number>
        <b>{boxes}</b>
      </td>
      <td data-number>{target ?? '–'}</td>
      <td data-number>{other}</td>
      <td data-number className={partsOwed > 0 ? styles.low : undefined}>
        {partsOwed}
      </td>
      <td data-number>{people}</td>
      <td data-number>{families}</td>
      <td data-number>{weeks}</td>
      <td className={styles.when}>{first === '' ? '–' : periodWords({ from: first, to: last })}</td>
    </>
  );
}

function OwnersList({ owners, all }: Owners) {
  const lines = owners.length > 1 ? [...owners, { ...all, partner: 'all', name: 'All partners' }] : owners;
  return (
    <List>
      {lines.map(({ partner, name, boxes, target, under10, over10, other, partsOwed, people, weeks }) => (
        <Item key={partner} end={<b className={styles.big}>{boxes}</b>}>
          <b>{name}</b>
          <span className={styles.under}>
            {[
              target === null ? null : `of ${target}`,
              `${under10} under-10s + ${over10} over-10s`,
              other > 0 && many(other, 'other thing'),
              partsOwed > 0 && many(partsOwed, 'part owed', 'parts owed'),
              many(people, 'young person', 'young people'),
              weeks > 0 && many(weeks, 'week'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </Item>
      ))}
    </List>
  );
}

export function WeeksTable({ weeks }: Pick<BoxReport, 'weeks'>) {
  return (
    <Table caption="Boxes given out by week" captionHidden>
      <thead>
        <tr>
          <th scope="col">Week from</th>
          <NumberHeads words={['Under-10s', 'Over-10s', 'Boxes', 'So far']} />
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ week, under10, over10, boxes, soFar }) => (
          <tr key={week}>
            <th scope="row">{dateWords(week)}</th>
            <td data-number>{under10}</td>
            <td data-number>{over10}</td>
            <td data-number>{boxes}</td>
            <td data-number>
              <b>{soFar}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
