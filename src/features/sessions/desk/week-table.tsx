import { Link } from 'react-router';
import { figure } from '#desk/figures.ts';
import type { WeekBar } from '#desk/weeks.ts';
import { NumberHeads, Table } from '#ui/table.tsx';

/** The chart's figures as a table that adds up; each leads to its sessions. */
export function WeekTable({ bars, grain }: { bars: readonly WeekBar[]; grain: string }) {
  const sum = (of: (bar: WeekBar) => number) => bars.reduce((total, bar) => total + of(bar), 0);
  return (
    <Table caption={`Attendances by ${grain}`} captionHidden>
      <thead>
        <tr>
          <th scope="col">{grain[0]?.toUpperCase() + grain.slice(1)}</th>
          <NumberHeads words={['Sessions', 'Named', 'Counted', 'Attendances']} />
        </tr>
      </thead>
      <tbody>
        {bars.map(({ words, from, to, sessions, named, counted }) => (
          <tr key={from}>
            <th scope="row">
              <Link to={`/desk/sessions?from=${from}&to=${to}`}>{words}</Link>
            </th>
            <td data-number>{figure(sessions)}</td>
            <td data-number>{figure(named)}</td>
            <td data-number>{figure(counted)}</td>
            <td data-number>
              <b>{figure(named + counted)}</b>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          <td data-number>{figure(sum(({ sessions }) => sessions))}</td>
          <td data-number>{figure(sum(({ named }) => named))}</td>
          <td data-number>{figure(sum(({ counted }) => counted))}</td>
          <td data-number>{figure(sum(({ named, counted }) => named + counted))}</td>
        </tr>
      </tfoot>
    </Table>
  );
}
