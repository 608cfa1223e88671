import { type CSSProperties, useState } from 'react';
import { Link } from 'react-router';
import { useReport } from '#desk/answer.ts';
import { periodWords, usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { ReportHead } from '#desk/report-head.tsx';
import { AnswerState, PeriodPick, Screen } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { WordsMean } from '#desk/words-mean.tsx';
import { wordsOf } from '#domain/codes.ts';
import { type InForceState, inForceStates, type Purpose, purposes } from '#domain/people-codes.ts';
import type { ReportAnswer } from '#domain/reports/report.ts';
import { type CoverageLine, coverageReport, type ToDo, toDos } from '#domain/sessions/permissions/coverage.ts';
import { toDoWords } from '#domain/sessions/permissions/renewals.ts';
import { PurposeDrawing } from '#features/consent/pictogram.tsx';
import { ConsentShape } from '#ui/consent-shape.tsx';
import { Filters, Pick } from '#ui/desk-bar.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Table } from '#ui/table.tsx';
import styles from './consents.module.css';
import { useWordings } from './reading.ts';
import { WordingLines } from './wordings/wordings.tsx';

type Coverage = ReportAnswer<typeof coverageReport>;

/** Who permits what: everybody once in every row, what is to be done about it, and the wordings it stands on. */
export function Consents() {
  const period = usePeriod();
  const { from, to } = period;
  const [who, setWho] = useSearchField('who');
  const all = who === 'all';
  const more = all ? '&who=all' : '';
  const coverage = useReport(coverageReport, `from=${from}&to=${to}${more}`);
  const wordings = useWordings();
  const shown = coverage.value;
  return (
    <Screen
      title="Consents"
      period={period}
      dataAsAt={shown?.notes.dataAsAt}
      aside={shown && <Lists of={shown} />}
      end={<PeriodPick />}
    >
      <PeriodDays />
      <Filters label="Whose">
        <Pick label="Whose" value={all ? 'all' : ''} onChange={(event) => setWho(event.target.value)}>
          <option value="">Came in the period</option>
          <option value="all">All on the register</option>
        </Pick>
      </Filters>
      <AnswerState answer={coverage} what="who permits what" />
      {shown && <Shown of={shown} all={all} more={more} />}
      <SectionTitle>Wording</SectionTitle>
      <AnswerState answer={wordings} what="the wordings" />
      {wordings.value && <WordingLines of={wordings.value} />}
    </Screen>
  );
}

function Shown({ of, all, more }: { of: Coverage; all: boolean; more: string }) {
  const { lines, notes, came, onRegister, hidden, definitions } = of;
  const [chosen, setChosen] = useState<Purpose>('takePart');
  const line = lines.find(({ purpose }) => purpose === chosen);
  const everybody = all ? onRegister : came;
  return (
    <>
      <ReportHead title="Consents" notes={notes} name="consents" more={more}>
        {came} came in {periodWords(notes)}; {onRegister} on the register.
      </ReportHead>
      {hidden.length > 0 && (
        <Notice kind="info" title={`Not in these figures: ${hidden.join(', ')}`}>
          A partner’s permissions are read by its own coordinator, who may share them in Set-up, Partners.
        </Notice>
      )}
      {line && everybody > 0 && <OnePurpose line={line} />}
      <CoverageTable lines={lines} chosen={chosen} onChoose={setChosen} />
      <Remark>
        <b>Parents differ</b> counts as no until somebody settles it. From 16 the young person’s own answer counts.
      </Remark>
      <WordsMean of={definitions} />
    </>
  );
}

const width = (n: number, of: number): CSSProperties => ({ inlineSize: `${of === 0 ? 0 : (100 * n) / of}%` });

/** One bar over everybody; those that are not in force are drawn larger below it. */
function OnePurpose({ line: { purpose, by, everybody } }: { line: CoverageLine }) {
  const others = inForceStates.filter(([state]) => state !== 'given' && by[state] > 0);
  const percent = Math.round((100 * by.given) / everybody);
  return (
    <section className={styles.one} aria-label={wordsOf(purposes, purpose)}>
      <h2>
        {wordsOf(purposes, purpose)}: all {everybody}, each once
      </h2>
      <div className={styles.bar} aria-hidden="true">
        <span style={width(by.given, everybody)} />
      </div>
      <p>
        <b>{by.given} given</b> · {percent}%{everybody < 10 && ' (of fewer than 10)'}. {everybody - by.given} not in
        force
        {others.length > 0 && ':'}
      </p>
      <ul className={styles.cells}>
        {others.map(([state, words]) => (
          <li key={state}>
            <ConsentShape is={state} size={24} />
            <b>{by[state]}</b> {words.toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  );
}

type TableProps = {
  readonly lines: readonly CoverageLine[];
  readonly chosen: Purpose;
  readonly onChoose: (purpose: Purpose) => void;
};

function CoverageTable({ lines, chosen, onChoose }: TableProps) {
  return (
    <Table caption="Who permits what" captionHidden>
      <thead>
        <tr>
          <th scope="col">Purpose</th>
          {inForceStates.map(([state, words]) => (
            <th key={state} scope="col" data-number className={styles.state}>
              <ConsentShape is={state} />
              {short[state] ?? words}
            </th>
          ))}
          <th scope="col" data-number>
            Everybody
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ purpose, by, everybody }) => (
          <tr key={purpose} data-chosen={purpose === chosen || undefined}>
            <th scope="row">
              <button
                type="button"
                className={styles.choose}
                aria-pressed={purpose === chosen}
                onClick={() => onChoose(purpose)}
              >
                <PurposeDrawing purpose={purpose} size={20} />
                {wordsOf(purposes, purpose)}
              </button>
            </th>
            {inForceStates.map(([state]) => (
              <td key={state} data-number>
                <Figure state={state} n={by[state]} />
              </td>
            ))}
            <td data-number>
              <b>{everybody}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const short: Partial<Record<InForceState, string>> = { pending: 'Waiting', twoAnswers: 'Two answers' };

const Figure = ({ state, n }: { state: InForceState; n: number }) => (state === 'given' ? <b>{n}</b> : n);

/** What there is to do, with how many people it is about. */
function Lists({ of: { toDo } }: { of: Coverage }) {
  const open = toDos.filter((each) => toDo[each] > 0);
  return (
    <>
      <h2>Lists to act on</h2>
      {open.length === 0 && <p>Nothing is waiting.</p>}
      <ul className={styles.lists}>
        {open.map((each) => (
          <li key={each}>
            <Link to={listOf(each)}>
              <b>{toDo[each]}</b> {toDoWords[each].charAt(0).toLowerCase() + toDoWords[each].slice(1)}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/desk/consents/withdrawn">What was taken back had reached</Link>
      </p>
      <p>
        <Link to="/desk/consents/check">Are they complete? The nightly check</Link>
      </p>
      <p>
        <Link to="/desk/exports">To be asked, photo list, could not join in</Link>
      </p>
      <p>
        <Link to="/desk/consents/wordings">Wordings</Link> · <Link to="/desk/consents/notices">Privacy notices</Link>
      </p>
    </>
  );
}

const listOf = (toDo: ToDo): string =>
  toDo === 'reached' ? '/desk/consents/withdrawn' : `/desk/people?consent=${toDo}`;
