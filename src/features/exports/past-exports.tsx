import { useEffect, useState } from 'react';
import type { AuditLine } from '#desk/answers.ts';
import styles from '#desk/desk.module.css';
import { type Desk, type Failed, useDesk } from '#desk/desk.ts';
import { periodWords } from '#desk/period.ts';
import { whenOf } from '#desk/when.ts';
import { runsProgramme } from '#domain/records/access.ts';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { asWords } from './token-table.tsx';

/** Who exported what, when, and why: the lines of the log that are exports. */
export function PastExports() {
  const { me } = useDesk();
  if (!runsProgramme(me.rights)) {
    return (
      <Empty icon="lock" title="The programme coordinator sees these">
        Every export is logged with who made it and, for names, why.
      </Empty>
    );
  }
  return <Log />;
}

type Read = { readonly lines: readonly AuditLine[]; readonly trouble: Failed | undefined; readonly done: boolean };

/** The log is read from its beginning, page by page: its chain has no other order. */
async function readExports(ask: Desk['ask'], onRead: (read: Read) => boolean): Promise<void> {
  let lines: AuditLine[] = [];
  let after = 0;
  for (;;) {
    const got = await ask('GET', `/api/audit?after=${after}`);
    if (!got.ok) return void onRead({ lines, trouble: got, done: true });
    lines = [...got.value.lines.filter(({ action }) => action.startsWith('export ')).reverse(), ...lines];
    after = got.value.lines.at(-1)?.n ?? after;
    if (!onRead({ lines, trouble: undefined, done: !got.value.more }) || !got.value.more) return;
  }
}

function useExports(round: number): Read | undefined {
  const { ask } = useDesk();
  const [read, setRead] = useState<Read>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round reads it again
  useEffect(() => {
    let current = true;
    void readExports(ask, (next) => {
      if (current) setRead(next);
      return current;
    });
    return () => {
      current = false;
    };
  }, [ask, round]);
  return read;
}

const shownAtOnce = 50;

function Log() {
  const [round, setRound] = useState(0);
  const [shown, setShown] = useState(shownAtOnce);
  const read = useExports(round);
  if (!read) return <p className={styles.reading}>Reading the log…</p>;
  const { trouble, done } = read;
  const over = overOf(read.lines);
  const lines = read.lines.filter(({ action }) => action !== 'export over');
  return (
    <>
      {trouble && (
        <Notice
          kind="warn"
          title={trouble.status === 0 ? 'This page needs signal. Recording does not.' : 'The log could not be read'}
          action={
            <Button size="inline" onClick={() => setRound(round + 1)}>
              Try again
            </Button>
          }
        >
          {trouble.status === 0 ? '' : trouble.words}
        </Notice>
      )}
      {done && !trouble && lines.length === 0 ? (
        <Empty icon="download" title="Nothing was exported yet">
          Files, and fetches by spreadsheets, are listed here.
        </Empty>
      ) : (
        <LogTable lines={lines.slice(0, shown)} over={over} />
      )}
      {!done && <p className={styles.reading}>Reading on…</p>}
      {lines.length > shown && (
        <p className={styles.after}>
          <Button onClick={() => setShown(shown + shownAtOnce)}>Show more</Button>
        </p>
      )}
    </>
  );
}

/** What the log says of a long file once it is over, by the line that says it began. */
type Over = { readonly rows: number; readonly whole: boolean };

const overOf = (lines: readonly AuditLine[]): ReadonlyMap<unknown, Over> =>
  new Map(
    lines.flatMap(({ action, detail }) =>
      action === 'export over' ? [[detail.line, { rows: Number(detail.rows), whole: detail.whole === true }]] : [],
    ),
  );

function whatWords({ detail }: AuditLine, over: Over | undefined): string {
  if (typeof detail.as !== 'string') return '';
  const rows = over?.rows ?? (typeof detail.rows === 'number' ? detail.rows : null);
  return `, ${asWords(detail.as, rows)}${over && !over.whole ? ', broken off' : ''}`;
}

const text = (detail: AuditLine['detail'], field: string): string =>
  typeof detail[field] === 'string' ? detail[field] : '';

function LogTable({ lines, over }: { lines: readonly AuditLine[]; over: ReadonlyMap<unknown, Over> }) {
  return (
    <Table caption="Past exports" captionHidden>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Period</th>
          <th scope="col">Names</th>
        </tr>
      </thead>
      <tbody>
        <Each of={lines} by={({ n }) => String(n)} as="row">
          {(line) => <LogRow line={line} over={over.get(line.n)} />}
        </Each>
      </tbody>
    </Table>
  );
}

function LogRow({ line, over }: { line: AuditLine; over: Over | undefined }) {
  const { reports } = useDesk();
  const { at, actorName, action, detail } = line;
  const token = text(detail, 'token');
  return (
    <tr>
      <th scope="row">{whenOf(at)}</th>
      <td>
        {actorName}
        {token && `, by the token “${token}”`}
      </td>
      <td>
        {reports.find(({ name }) => action === `export ${name}`)?.label ?? action}
        {whatWords(line, over)}
      </td>
      <td>{periodWords({ from: text(detail, 'from'), to: text(detail, 'to') })}</td>
      <td className={detail.names === 'yes' ? styles.flags : undefined}>
        {detail.names === 'yes' ? `Yes: ${text(detail, 'reason')}` : 'No'}
      </td>
    </tr>
  );
}
