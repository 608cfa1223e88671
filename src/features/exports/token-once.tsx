import { useState } from 'react';
import { CopyButton } from '#desk/copy.tsx';
import styles from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { periodWords } from '#desk/period.ts';
import { daysOf, type RollingPeriod, rollingPeriods } from '#domain/periods.ts';
import { dayOf } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { SelectField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';

/** A token that was just made, and for which figures. */
export type MadeToken = {
  readonly token: string;
  readonly named: boolean;
  readonly reports: readonly string[] | null;
};

/** The token, this once, and how to paste it. */
export function TokenOnce({ made, onDone }: { made: MadeToken; onDone: () => void }) {
  const reports = useDesk().reports.filter(({ name }) => made.reports?.includes(name) ?? true);
  const [what, setWhat] = useState(reports[0]?.name);
  const [chosen, setTable] = useState<string>();
  const [period, setPeriod] = useState<RollingPeriod>('last-month');
  const tables = reports.find(({ name }) => name === what)?.tables ?? [];
  const table = (tables.find(({ name }) => name === chosen) ?? tables[0])?.name;
  const more = tables.length > 1 ? `&table=${table}` : '';
  const address = `${window.location.origin}/api/exports/${what}.csv?period=${period}${more}`;
  const header = `Bearer ${made.token}`;
  return (
    <div className={styles.once}>
      <Notice kind="warn" icon="lock" title="Copy it now: it is shown only this once">
        Whoever has it reads the figures. It can be taken back below at any time.
      </Notice>
      <Choice
        legend="What it fetches"
        tile="9rem"
        options={reports.map(({ name: value, label }) => ({ value, label }))}
        value={what}
        onChange={setWhat}
      />
      {tables.length > 1 && (
        <Choice
          legend="Which table"
          tile="9rem"
          options={tables.map(({ name: value, label }) => ({ value, label }))}
          value={table}
          onChange={setTable}
        />
      )}
      <PeriodField period={period} onChange={setPeriod} />
      <div>
        <h3>Address</h3>
        <p className={styles.paste}>{address}</p>
        <CopyButton key={address} text={address} words="Copy the address" />
      </div>
      <div>
        <h3>Header: Authorization</h3>
        <p className={styles.paste}>{header}</p>
        <CopyButton text={header} words="Copy the header" />
      </div>
      <p>
        In Excel: Data, From Web, Advanced. Paste the address; under HTTP request header write <b>Authorization</b> and
        paste the header beside it; connect anonymously.
        {made.named && ' For names add &names=yes&reason=… to the attendance address.'}
      </p>
      <Button kind="primary" onClick={onDone}>
        I have copied it
      </Button>
    </div>
  );
}

/** Which days the address means whenever it is fetched. */
function PeriodField({ period, onChange }: { period: RollingPeriod; onChange: (period: RollingPeriod) => void }) {
  const days = periodWords(daysOf(period, dayOf(Date.now())));
  return (
    <SelectField
      label="Of which days"
      hint={`It moves along: today that is ${days}. For days that stay, write from=2026-01-01&to=2026-01-31 in place of period=${period}.`}
      value={period}
      onChange={(event) => onChange(rollingPeriods.find(([code]) => code === event.target.value)?.[0] ?? period)}
    >
      {rollingPeriods.map(([code, words]) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}
