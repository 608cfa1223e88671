import { useState } from 'react';
import { useReport } from '#desk/answer.ts';
import type { BoxesAnswer } from '#desk/answers.ts';
import { boxesPeriod, dateWords, periodWords, usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { ReportHead } from '#desk/report-head.tsx';
import { AnswerState, useWide } from '#desk/screen.tsx';
import { many } from '#domain/many.ts';
import { boxesReport } from '#domain/stock/report.ts';
import type { StockView } from '#domain/stock/view.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/notice.tsx';
import { Figure, Figures, Panel, Panels } from '#ui/panels.tsx';
import styles from './boxes.module.css';
import { OwnersTable, WeeksTable } from './given-tables.tsx';
import { Targets } from './targets.tsx';
import { WeeksChart, WeeksKey } from './weeks.tsx';

/** T11: boxes given out, by the partner that owns them, and how they add up to the target. */
export function Given({ view }: { view: StockView }) {
  const { from, to } = usePeriod(boxesPeriod);
  const report = useReport(boxesReport, `from=${from}&to=${to}`);
  return (
    <>
      <PeriodDays otherwise={boxesPeriod} />
      <AnswerState answer={report} what="the figures" />
      {report.value && <Shown report={report.value} />}
      <Targets view={view} />
    </>
  );
}

function Shown({ report }: { report: BoxesAnswer }) {
  const { owners, all, notes } = report;
  return (
    <>
      <ReportHead title="Boxes given out" notes={notes} name="boxes">
        The workbook has every table and what each word means.
      </ReportHead>
      {all.boxes + all.other === 0 ? (
        <Empty icon="box" title="No box given out yet">
          None was given out in {periodWords(notes)}. Boxes appear here as soon as a phone has sent them.
        </Empty>
      ) : (
        <>
          <Head all={all} />
          <Panels>
            <Panel full title="By owner">
              <OwnersTable owners={owners} all={all} />
            </Panel>
            <Weeks report={report} />
          </Panels>
        </>
      )}
    </>
  );
}

function Head({ all }: Pick<BoxesAnswer, 'all'>) {
  const { boxes, target, under10, over10, weeks, first, last, people, named, families, partsOwed, incomplete } = all;
  return (
    <Figures>
      <Figure
        value={boxes}
        label={target === null ? 'boxes given out' : `boxes of ${target}`}
        note={`${under10} under-10s + ${over10} over-10s`}
      />
      <Figure
        value={weeks}
        label={weeks === 1 ? 'week' : 'weeks to distribute'}
        note={first === '' ? 'none yet' : periodWords({ from: first, to: last })}
      />
      <Figure
        value={people}
        label={people === 1 ? 'young person' : 'young people'}
        note={`${named} of ${many(boxes, 'box', 'boxes')} by name`}
      />
      <Figure value={families} label={families === 1 ? 'family' : 'families'} note="given boxes together" />
      <Figure
        value={partsOwed}
        label={partsOwed === 1 ? 'part owed' : 'parts owed'}
        note={incomplete === 0 ? 'every box complete' : `${many(incomplete, 'box', 'boxes')} incomplete`}
      />
    </Figures>
  );
}

function Weeks({ report: { weeks, all } }: { report: BoxesAnswer }) {
  const [asTable, setAsTable] = useState(false);
  const wide = useWide();
  if (weeks.length === 0) return null;
  const table = asTable || !wide;
  return (
    <Panel
      full
      title="So far, by week"
      end={
        wide && (
          <>
            {!table && <WeeksKey />}
            <Button kind="quiet" size="inline" onClick={() => setAsTable(!asTable)}>
              {asTable ? 'View as chart' : 'View as table'}
            </Button>
          </>
        )
      }
    >
      {!table && (
        <WeeksChart
          weeks={weeks}
          target={all.target}
          label={`Boxes so far: ${weeks.map(({ week, soFar }) => `${dateWords(week)} ${soFar}`).join(', ')}. The same figures are in the table.`}
        />
      )}
      <div className={table ? undefined : styles.onPaper}>
        <WeeksTable weeks={weeks} />
      </div>
    </Panel>
  );
}
