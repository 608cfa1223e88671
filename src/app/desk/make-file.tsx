import { useState } from 'react';
import { useAnswer } from '#desk/answer.ts';
import type { BoxesAnswer, OverviewAnswer, SessionsAnswer, WishesAnswer } from '#desk/answers.ts';
import styles from '#desk/desk.module.css';
import { FileButtons } from '#desk/file-buttons.tsx';
import { usePeriod } from '#desk/period.ts';
import { Completeness } from '#desk/report-head.tsx';
import { AnswerState, whenOf } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import type { BoxTable } from '#domain/stock/report.ts';
import { dayOf } from '#domain/time.ts';
import { exportKinds, kindIn, tableOptions } from '#features/exports/export-kinds.ts';
import { NamedPreview } from '#features/exports/named-preview.tsx';
import { BandPreview, SessionPreview } from '#features/exports/previews.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { BoxPreview, WishPreview } from './box-previews.tsx';
import { pulsePath } from './needs-you.tsx';

/** What to export, a look at it first, and the file. Numbers are looked at freely; names need a reason, and it is logged. */
export function MakeFile() {
  const [asked, choose] = useSearchField('what');
  const what = kindIn(asked);
  const { from, to } = usePeriod();
  const [who, setWho] = useState<'numbers' | 'names'>('numbers');
  const [reason, setReason] = useState('');
  const named = what === 'attendance' && who === 'names';
  return (
    <div className={styles.make}>
      <Choice legend="What" tile="11rem" options={exportKinds} value={what} onChange={choose} />
      {what === 'attendance' && (
        <Choice
          legend="Who"
          tile="11rem"
          options={[
            { value: 'numbers', label: 'Numbers only' },
            { value: 'names', label: 'Names', hint: 'Asks why, and is logged', icon: 'warning' },
          ]}
          value={who}
          onChange={setWho}
        />
      )}
      {named && (
        <TextField
          label="Why are names needed?"
          hint="It stands in the log beside your name. Such as: first-aid list for the trip on 3 December"
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <Unsent />
      {named && <NamedPreview key={`${from}${to}`} from={from} to={to} reason={reason.trim()} />}
      {!named && (what === 'sessions' || what === 'attendance') && <Numbers what={what} from={from} to={to} />}
      {what === 'boxes' && <Boxes from={from} to={to} />}
      {what === 'wishes' && <Wishes from={from} to={to} />}
    </div>
  );
}

function Unsent() {
  const phones = useAnswer<OverviewAnswer>(pulsePath(dayOf(Date.now()))).value?.phones;
  return phones ? <Completeness n={phones.phonesWithUnsent} oldest={phones.oldestUnsentAt} /> : null;
}

type Range = { readonly from: string; readonly to: string };
type BarProps = Range & {
  readonly name: string;
  readonly dataAsAt: string;
  readonly csvQuery?: string;
};

function FileBar({ name, dataAsAt, from, to, csvQuery }: BarProps) {
  return (
    <div className={styles.fileBar}>
      <p>
        <b>Data as at {whenOf(dataAsAt)}.</b> The workbook says so too, with every definition; a CSV is data only, and
        its notes are a file of their own.
      </p>
      <FileButtons
        path={`/api/exports/${name}`}
        query={`from=${from}&to=${to}`}
        name={`bandstand-${name}-${from}-${to}`}
        csvQuery={csvQuery}
      />
    </div>
  );
}

function Numbers({ what, from, to }: Range & { what: 'sessions' | 'attendance' }) {
  // The same fold as in the file; looking at it is not an export, so it is not logged as one.
  const answer = useAnswer<SessionsAnswer>(`/api/sessions?from=${from}&to=${to}`);
  return (
    <>
      <AnswerState answer={answer} what="the figures" />
      {answer.value && (
        <>
          <FileBar name={what} dataAsAt={answer.value.dataAsAt} from={from} to={to} />
          {what === 'sessions' ? <SessionPreview answer={answer.value} /> : <BandPreview answer={answer.value} />}
        </>
      )}
    </>
  );
}

function Boxes({ from, to }: Range) {
  const answer = useAnswer<BoxesAnswer>(`/api/reports/boxes?from=${from}&to=${to}`);
  const [table, setTable] = useState<BoxTable>('partners');
  return (
    <>
      <AnswerState answer={answer} what="the figures" />
      {answer.value && (
        <>
          <Choice
            legend="Which table"
            hint="A CSV holds one. The workbook has all of them."
            tile="9rem"
            options={tableOptions}
            value={table}
            onChange={setTable}
          />
          <FileBar
            name="boxes"
            dataAsAt={answer.value.notes.dataAsAt}
            from={from}
            to={to}
            csvQuery={`&table=${table}`}
          />
          <BoxPreview answer={answer.value} table={table} />
        </>
      )}
    </>
  );
}

function Wishes({ from, to }: Range) {
  const answer = useAnswer<WishesAnswer>(`/api/reports/wishes?from=${from}&to=${to}`);
  return (
    <>
      <AnswerState answer={answer} what="the figures" />
      {answer.value && (
        <>
          <FileBar name="wishes" dataAsAt={answer.value.notes.dataAsAt} from={from} to={to} />
          <WishPreview answer={answer.value} />
        </>
      )}
    </>
  );
}
