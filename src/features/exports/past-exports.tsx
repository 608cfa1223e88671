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
  const { lines, trouble, done } = read;
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
        <LogTable lines={lines.slice(0, shown)} />
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

const text = (detail: AuditLine['detail'], field: string): string =>
  typeof detail[field] === 'string' ? detail[field] : '';

function LogTable({ lines }: { lines: readonly AuditLine[] }) {
  const { reports } = useDesk();
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
          {({ at, actorName, action, detail }) => (
            <tr>
              <th scope="row">{whenOf(at)}</th>
              <td>{actorName}</td>
              <td>{reports.find(({ name }) => action === `export ${name}`)?.label ?? action}</td>
              <td>{periodWords({ from: text(detail, 'from'), to: text(detail, 'to') })}</td>
              <td className={detail.names === 'yes' ? styles.flags : undefined}>
                {detail.names === 'yes' ? `Yes: ${text(detail, 'reason')}` : 'No'}
              </td>
            </tr>
          )}
        </Each>
      </tbody>
    </Table>
  );
}
