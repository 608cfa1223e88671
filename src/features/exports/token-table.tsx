import { useState } from 'react';
import type { ExportToken } from '#desk/answers.ts';
import styles from '#desk/desk.module.css';
import { nameIn, useDesk } from '#desk/desk.ts';
import { dateWords } from '#desk/period.ts';
import { whenOf } from '#desk/when.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';

/** The tokens there are: what each may fetch and until when, what it fetched, and how to renew it or take it back. */
export function TokenTable({ tokens }: { tokens: readonly ExportToken[] }) {
  if (tokens.length === 0) {
    return (
      <Empty icon="link" title="No token yet">
        Nothing outside fetches figures.
      </Empty>
    );
  }
  return (
    <Table tall caption="Tokens" captionHidden>
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">May fetch</th>
          <th scope="col">Fetched</th>
          <th scope="col">Until</th>
          <th scope="col">
            <span className={styles.spoken}>Renew or take back</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <Each of={tokens} by={({ id }) => id} as="row">
          {(token) => <TokenRow token={token} />}
        </Each>
      </tbody>
    </Table>
  );
}

function TokenRow({ token }: { token: ExportToken }) {
  const { name, createdAt, createdByName, expiresAt } = token;
  const isOver = expiresAt !== null && expiresAt <= toInstant(Date.now());
  return (
    <tr>
      <th scope="row">
        <b>{name}</b>
        <br />
        Made {whenOf(createdAt)} by {createdByName}
      </th>
      <td>
        <MayFetch token={token} />
      </td>
      <td>
        <Fetched token={token} />
      </td>
      <td className={isOver ? styles.flags : undefined}>
        {expiresAt === null ? 'No end' : `${isOver ? 'Ran out ' : ''}${dateWords(dayOf(expiresAt))}`}
      </td>
      <td>
        <Actions token={token} />
      </td>
    </tr>
  );
}

function MayFetch({ token: { named, reports, partners } }: { token: ExportToken }) {
  const desk = useDesk();
  const { records } = desk.useSetUp('partner');
  const labels = reports?.map((each) => desk.reports.find(({ name }) => name === each)?.label ?? each);
  const of = partners?.map((each) => nameIn(records, each));
  return (
    <>
      {labels?.join(', ') ?? 'All figures'}
      {of && `, of ${of.join(', ')}`}
      <br />
      {named ? 'Names too' : 'Numbers only'}
    </>
  );
}

function Fetched({ token: { fetches, last } }: { token: ExportToken }) {
  const { reports } = useDesk();
  if (!last) return <>Never</>;
  const label = reports.find(({ name }) => name === last.report)?.label ?? last.report;
  return (
    <>
      {fetches === 1 ? 'Once' : `${fetches} times`}, last {whenOf(last.at)}
      <br />
      {label}, {asWords(last.as, last.rows)}
    </>
  );
}

/** `CSV, 12 rows` */
export const asWords = (as: string, rows: number | null): string =>
  [as === 'screen' ? 'for a screen' : as.toUpperCase(), rows !== null && `${rows} ${rows === 1 ? 'row' : 'rows'}`]
    .filter(Boolean)
    .join(', ');

function Actions({ token: { id, name, expiresAt } }: { token: ExportToken }) {
  const { ask, answers } = useDesk();
  const [isSure, setSure] = useState(false);
  const done = () => answers.refresh('/api/export-tokens');
  const renew = async () => {
    await ask('POST', `/api/export-tokens/${id}/renew`, { life: '1y' });
    done();
  };
  const revoke = async () => {
    await ask('DELETE', `/api/export-tokens/${id}`);
    done();
  };
  return (
    <span className={styles.actions}>
      {expiresAt !== null && (
        <Button size="inline" aria-label={`Renew ${name} for a year`} onClick={() => void renew()}>
          Renew for a year
        </Button>
      )}
      {isSure ? (
        <Button kind="danger" size="inline" onClick={() => void revoke()}>
          It stops at once. Sure?
        </Button>
      ) : (
        <Button size="inline" aria-label={`Take back ${name}`} onClick={() => setSure(true)}>
          Take back
        </Button>
      )}
    </span>
  );
}
