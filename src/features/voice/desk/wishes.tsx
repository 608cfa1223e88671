import { useReport } from '#desk/answer.ts';
import type { WishesAnswer } from '#desk/answers.ts';
import { byName, nameIn, useDesk } from '#desk/desk.ts';
import { boxesPeriod, periodWords, usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { ReportHead } from '#desk/report-head.tsx';
import { AnswerState } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { fileWords } from '#domain/reports/file-name.ts';
import type { StockView } from '#domain/stock/view.ts';
import { wishesReport } from '#domain/voice/report.ts';
import type { WishLine } from '#domain/voice/wishes.ts';
import { Filters, Pick } from '#ui/desk-bar.tsx';
import { Empty } from '#ui/notice.tsx';
import { Panel, Panels } from '#ui/panels.tsx';
import { NextSet } from './next-set.tsx';
import { WishBars, WishesTable, WishKey } from './wish-tables.tsx';
import styles from './wishes.module.css';

/** T12: what young people would like, by age set: what should go in the next set? */
export function Wishes({ view }: { view: StockView }) {
  const { from, to } = usePeriod(boxesPeriod);
  const [site, setSite] = useSearchField('site');
  const sites = useDesk().useSetUp('site').records;
  const more = site === '' ? '' : `&site=${encodeURIComponent(site)}`;
  const report = useReport(wishesReport, `from=${from}&to=${to}${more}`);
  const where = site === '' ? 'all parks' : nameIn(sites, site);
  return (
    <>
      <PeriodDays otherwise={boxesPeriod} />
      <Filters label="Where">
        <Pick label="Park" value={site} onChange={(event) => setSite(event.target.value)}>
          <option value="">All parks</option>
          {[...(sites ?? [])].sort(byName).map(({ id, body }) => (
            <option key={id} value={id}>
              {body.name}
            </option>
          ))}
        </Pick>
      </Filters>
      <AnswerState answer={report} what="the wishes" />
      {report.value && <Shown view={view} report={report.value} more={more} where={where} />}
    </>
  );
}

type ShownProps = {
  readonly view: StockView;
  readonly report: WishesAnswer;
  readonly more: string;
  readonly where: string;
};

function Shown({ view, report: { lines, notes }, more, where }: ShownProps) {
  const all = lines.reduce((sum, line) => sum + line.all, 0);
  return (
    <>
      <ReportHead
        title={`Wishes, ${where}`}
        notes={notes}
        name="wishes"
        part={more === '' ? undefined : fileWords(where)}
        more={more}
      >
        {all} {all === 1 ? 'wish' : 'wishes'} from {where}.
      </ReportHead>
      {lines.length === 0 ? (
        <Empty icon="say" title="No wish yet">
          None was written down in {periodWords(notes)}. Workers and volunteers note them in Boxes, Wishes.
        </Empty>
      ) : (
        <Panels>
          <Panel wide title="The most wished for" end={<WishKey />}>
            <Bars title="Equipment" lines={lines.filter(({ kind }) => kind === 'equipment')} />
            <Bars title="Activities" lines={lines.filter(({ kind }) => kind === 'activity')} />
          </Panel>
          <NextSet view={view} lines={lines} />
          <Panel full title="Every wish">
            <WishesTable lines={lines} />
          </Panel>
        </Panels>
      )}
    </>
  );
}

/** More bars than this are a table. */
const mostBars = 10;

function Bars({ title, lines }: { title: string; lines: readonly WishLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.kind}>
      <h3>{title}</h3>
      <WishBars label={`${title} wished for`} lines={lines.slice(0, mostBars)} />
    </section>
  );
}
