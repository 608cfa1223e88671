import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAnswer, useReport } from '#desk/answer.ts';
import type { SessionsAnswer } from '#desk/answers.ts';
import { Chart, ChartKey } from '#desk/chart.tsx';
import styles from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { countedOnly, figure, inGroup, lostWords, newestFirst } from '#desk/figures.ts';
import { type ChosenPeriod, periodSearch, periodWords, usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { PrintButton } from '#desk/print.tsx';
import { AnswerState, PeriodPick, Screen, useWide } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { barsOf, grainOf, grainWords } from '#desk/weeks.ts';
import { isDelivered, totalsOf } from '#domain/sessions/session-line.ts';
import { boxesReport } from '#domain/stock/report.ts';
import { isBox } from '#domain/stock/sets.ts';
import { thereOf } from '#domain/stock/totals.ts';
import { type StockView, stockOfDesk } from '#domain/stock/view.ts';
import { spanOf } from '#domain/time.ts';
import { SessionTable } from '#features/sessions/desk/session/table.tsx';
import { WeekTable } from '#features/sessions/desk/week-table.tsx';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/notice.tsx';
import { Figure, Figures, Panel, Panels } from '#ui/panels.tsx';
import { FirstDay } from './first-day.tsx';
import { NeedsYou } from './needs-you.tsx';

/** What happened, what waits, and the latest sessions. Every figure is a sum of the rows it leads to. */
export function Overview() {
  const period = usePeriod();
  const range = `from=${period.from}&to=${period.to}`;
  const sessions = useAnswer(`/api/sessions?${range}`);
  const overview = useAnswer(`/api/overview?${range}`);
  const [steps] = useSearchField('steps');
  const isFirstDay = overview.value && (!overview.value.hasBegun || steps !== '');
  return (
    <Screen
      painted
      title="Overview"
      end={
        !isFirstDay && (
          <>
            <PeriodPick />
            <PrintButton kind="roof" />
          </>
        )
      }
      period={period}
      dataAsAt={sessions.value?.dataAsAt}
    >
      {isFirstDay ? (
        <FirstDay />
      ) : (
        <>
          <PeriodDays />
          <AnswerState answer={sessions} what="the sessions" />
          {sessions.value && (overview.value || overview.trouble) && (
            <Shown period={period} sessions={sessions.value} people={overview.value?.people} />
          )}
        </>
      )}
    </Screen>
  );
}

type ShownProps = { period: ChosenPeriod; sessions: SessionsAnswer; people: number | undefined };

function Shown({ period, sessions, people }: ShownProps) {
  const [search] = useSearchParams();
  const latest = inGroup('all', sessions.sessions, Date.now())
    .filter(({ status }) => status !== 'planned')
    .sort(newestFirst)
    .slice(0, 5);
  return (
    <>
      <Head sessions={sessions} people={people} period={period} />
      <Panels>
        <Weeks period={period} sessions={sessions} />
        <Panel title="Needs you">
          <NeedsYou sessions={sessions} />
        </Panel>
        <Panel
          full
          title="Latest sessions"
          end={<Link to={`/desk/sessions${periodSearch(search)}`}>All {figure(sessions.sessions.length)}</Link>}
        >
          {latest.length > 0 ? (
            <SessionTable lines={latest} caption="Latest sessions" captionHidden />
          ) : (
            <Empty icon="calendar" title="No session yet">
              None was held in {periodWords(period)}. Sessions appear here as soon as a phone has sent them.
            </Empty>
          )}
        </Panel>
      </Panels>
    </>
  );
}

function Head({ sessions: { sessions }, people, period }: ShownProps) {
  const [search] = useSearchParams();
  const kept = periodSearch(search).slice(1);
  const to = (state: string) => `/desk/sessions?${[kept, `state=${state}`].filter(Boolean).join('&')}`;
  const { cancelled, abandoned, attendances } = totalsOf(sessions);
  // The tiles are of one and the same sessions, so that one divided by another is the third.
  const totals = totalsOf(sessions.filter(isDelivered));
  const lost = cancelled + abandoned;
  const others = attendances - totals.attendances;
  const each = totals.delivered > 0 ? totals.attendances / totals.delivered : undefined;
  return (
    <Figures>
      <Figure
        value={<Link to={to('delivered')}>{figure(totals.attendances)}</Link>}
        label="attendances"
        note={
          <>
            {`${figure(totals.named)} named + ${figure(countedOnly(totals))} counted`}
            {others > 0 && (
              <>
                <br />
                <Link to={to('others')}>{figure(others)} more at sessions not delivered</Link>
              </>
            )}
          </>
        }
      />
      <Figure
        value={people === undefined ? '…' : figure(people)}
        label="young people named"
        note="on the register, each once"
      />
      <Figure
        value={<Link to={to('delivered')}>{figure(totals.delivered)}</Link>}
        label={lost > 0 ? `sessions of ${figure(totals.delivered + lost)}` : 'sessions delivered'}
        note={lost > 0 ? <Link to={to('lost')}>Lost: {lostWords(sessions)}</Link> : 'None lost'}
      />
      <Figure
        value={each === undefined ? '–' : each.toFixed(1)}
        label="at each session"
        note={`${spanOf(totals.minutes)} of sessions`}
      />
      <BoxesOut period={period} />
    </Figures>
  );
}

/** Boxes of the period, and how many are left; nothing where the programme has none. */
function BoxesOut({ period: { from, to } }: Pick<ShownProps, 'period'>) {
  const view = useDesk().useView(stockOfDesk).value;
  const has = view?.sets.some(({ body }) => isBox(body)) ?? false;
  const boxes = useReport(boxesReport, has ? `from=${from}&to=${to}` : null).value?.all.boxes;
  if (!view || !has) return null;
  return (
    <Figure
      value={
        <Link to={`/desk/boxes?part=given&from=${from}&to=${to}`}>{boxes === undefined ? '…' : figure(boxes)}</Link>
      }
      label={boxes === 1 ? 'box given out' : 'boxes given out'}
      note={leftWords(view)}
    />
  );
}

/** `42 left with 3 partners` */
function leftWords({ sets, partners, shelves }: StockView): string {
  const boxes = sets.filter(({ body }) => isBox(body));
  const left = partners.map(({ id }) => boxes.reduce((sum, set) => sum + thereOf(shelves, id, set.id), 0));
  const having = left.filter((n) => n > 0);
  const n = having.reduce((sum, each) => sum + each, 0);
  return having.length > 1 ? `${figure(n)} left with ${having.length} partners` : `${figure(n)} left`;
}

/** The attendances of the tile above, by week. */
function Weeks({ period, sessions: { sessions: all } }: Pick<ShownProps, 'period' | 'sessions'>) {
  const sessions = all.filter(isDelivered);
  const [asTable, setAsTable] = useState(false);
  const wide = useWide();
  const bars = barsOf(sessions, period);
  const grain = grainWords[grainOf(period)];
  // Where the bars' words would meet, the table says the same.
  const tableOnly = !wide && bars.length * roomForBarPx() > window.innerWidth;
  const table = asTable || tableOnly;
  return (
    <Panel
      wide
      title={`Attendances by ${grain}`}
      end={
        <>
          {!table && <ChartKey />}
          {!tableOnly && (
            <Button kind="quiet" size="inline" onClick={() => setAsTable(!asTable)}>
              {asTable ? 'View as chart' : 'View as table'}
            </Button>
          )}
        </>
      }
    >
      {table ? (
        <WeekTable bars={bars} grain={grain} />
      ) : (
        <div className={styles.chart}>
          <Chart
            short={!wide}
            bars={bars}
            label={`Attendances by ${grain}: ${barsInWords(bars)}. The same figures are in the table.`}
          />
        </div>
      )}
    </Panel>
  );
}

/** What a bar's day needs, with the size of text somebody chose. */
const roomForBarPx = (): number => 3.9 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

const barsInWords = (bars: ReturnType<typeof barsOf>): string =>
  bars.map(({ words, named, counted }) => `${words} ${named + counted}`).join(', ');
