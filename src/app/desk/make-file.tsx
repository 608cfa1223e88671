import { useState } from 'react';
import { useDrafted } from '#db/draft.ts';
import { useAnswer, useReport } from '#desk/answer.ts';
import styles from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { FileButtons } from '#desk/file-buttons.tsx';
import { usePeriod } from '#desk/period.ts';
import { Completeness } from '#desk/report-head.tsx';
import { AnswerState } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { whenOf } from '#desk/when.ts';
import type { ReaderProfile } from '#domain/reports/disclosure/shown.ts';
import type { Report } from '#domain/reports/report.ts';
import { dayOf } from '#domain/time.ts';
import { NamedPreview } from '#features/exports/named-preview.tsx';
import { SheetPreview } from '#features/exports/sheet-preview.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { pulsePath } from './needs-you.tsx';

/** The report that is chosen, and how to choose another; it stands in the address. */
export function useChosenReport(): [Report | undefined, (name: string) => void] {
  const { reports } = useDesk();
  const [asked, choose] = useSearchField('what');
  return [reports.find(({ name }) => name === asked) ?? reports[0], choose];
}

/** What to export, a look at it first, and the file. Numbers are looked at freely; names need a reason, and it is logged. */
export function MakeFile() {
  const [report, choose] = useChosenReport();
  const options = useDesk().reports.map(({ name: value, label, hint }) => ({ value, label, hint }));
  return (
    <div className={styles.make}>
      <Choice legend="What" tile="11rem" options={options} value={report?.name} onChange={choose} />
      {report && <Chosen key={report.name} report={report} />}
    </div>
  );
}

type Asked = { readonly who: 'numbers' | 'names'; readonly reason: string };

function Chosen({ report }: { report: Report }) {
  const { from, to } = usePeriod();
  // A look elsewhere, or a sign-in that ran out, costs nothing that was typed; another file has another reason.
  const draft = useDrafted<Asked>(`names ${report.name}`, { who: 'numbers', reason: '' });
  const { who, reason } = draft.fields ?? { who: 'numbers', reason: '' };
  return (
    <>
      {report.isNamed && (
        <Choice
          legend="Who"
          tile="11rem"
          options={[
            { value: 'numbers', label: 'Numbers only' },
            { value: 'names', label: 'Names', hint: 'Asks why, and is logged', icon: 'warning' },
          ]}
          value={who}
          onChange={(chosen) => draft.change({ who: chosen })}
        />
      )}
      {who === 'names' && (
        <TextField
          label="Why are names needed?"
          hint="It is kept in the log beside your name. Such as: first-aid list for the trip on 3 December"
          value={reason}
          maxLength={500}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      )}
      <Unsent />
      {who === 'names' ? (
        <NamedPreview
          key={`${from}${to}`}
          report={report}
          from={from}
          to={to}
          reason={reason.trim()}
          onSaved={() => void draft.done()}
        />
      ) : (
        <Numbers report={report} from={from} to={to} />
      )}
    </>
  );
}

function Unsent() {
  const phones = useAnswer(pulsePath(dayOf(Date.now()))).value?.phones;
  return phones ? <Completeness n={phones.phonesWithUnsent} oldest={phones.oldestUnsentAt} /> : null;
}

/** The same fold as in the file; looking at it is not an export, so it is not logged as one. */
function Numbers({ report, from, to }: { report: Report; from: string; to: string }) {
  const isByReader = 'profile' in report.query;
  const [profile, setProfile] = useState<ReaderProfile>('funder');
  const query = `from=${from}&to=${to}${isByReader ? `&profile=${profile}` : ''}`;
  const answer = useReport(report, query);
  const { tables, name } = report;
  const [chosen, setTable] = useState<string>();
  const table = chosen ?? tables[0]?.name;
  const sheets = answer.value ? report.sheets(answer.value, { names: 'no', profile }, report.part?.all ?? '') : [];
  const sheet = sheets.find((each) => each.name === table);
  return (
    <>
      {isByReader && (
        <Choice
          legend="Who reads it"
          tile="11rem"
          options={[
            { value: 'funder', label: 'For a funder', hint: 'No group of 1 to 4 people' },
            { value: 'internal', label: 'For ourselves', hint: 'Every number', icon: 'warning' },
          ]}
          value={profile}
          onChange={setProfile}
        />
      )}
      <AnswerState answer={answer} what="the figures" />
      {answer.value && sheet && (
        <>
          {tables.length > 1 && (
            <Choice
              legend="Which table"
              hint="A CSV holds one. The workbook has all of them."
              tile="9rem"
              options={tables.map(({ name: value, label }) => ({ value, label }))}
              value={table}
              onChange={setTable}
            />
          )}
          <div className={styles.fileBar}>
            <p>
              <b>Data as at {whenOf(answer.value.notes.dataAsAt)}.</b> The workbook says so too, with every definition;
              a CSV is data only, and its notes are a file of their own.
            </p>
            <FileButtons
              path={`/api/exports/${name}`}
              query={query}
              name={`bandstand-${name}${isByReader && profile === 'internal' ? '-for-ourselves' : ''}-${from}-${to}`}
              csvQuery={tables.length > 1 ? `&table=${table}` : ''}
              kinds={['csv', 'xlsx', 'zip']}
            />
          </div>
          <SheetPreview report={report} sheet={sheet} />
        </>
      )}
    </>
  );
}
