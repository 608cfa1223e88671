import { useState } from 'react';
import { useAnswer } from '#desk/answer.ts';
import type { SessionsAnswer } from '#desk/answers.ts';
import styles from '#desk/desk.module.css';
import { byName, nameIn, type SetUpRecord, siteNames, useDesk } from '#desk/desk.ts';
import { figure, sessionGroups } from '#desk/figures.ts';
import { usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { PrintButton, PrintHead } from '#desk/print.tsx';
import { AnswerState, PeriodPick, Screen } from '#desk/screen.tsx';
import { wordsOf } from '#domain/codes.ts';
import { Button } from '#ui/button.tsx';
import { Filters, Pick } from '#ui/desk-bar.tsx';
import { SearchField } from '#ui/field.tsx';
import { Empty } from '#ui/notice.tsx';
import { type SessionFilter, sessionsFound, useSessionFilter } from './filter.ts';
import { SaveShown } from './save-shown.tsx';
import { SessionTable } from './session/table.tsx';

/** All sessions of a period, filtered and sorted. Both stand in the address by codes and ids; words that are typed do not. */
export function Sessions() {
  const { from, to } = usePeriod();
  const sessions = useAnswer(`/api/sessions?from=${from}&to=${to}`);
  return (
    <Screen title="Sessions" end={<PeriodPick />} dataAsAt={sessions.value?.dataAsAt}>
      <PeriodDays />
      <AnswerState answer={sessions} what="the sessions" />
      {sessions.value && <Found answer={sessions.value} />}
    </Screen>
  );
}

/** Which park, whose, how they went, and words that are looked for. */
function Picks({ site, partner, state, words, setWords, set }: SessionFilter) {
  const desk = useDesk();
  const sites = desk.useSetUp('site').records;
  const partners = desk.useSetUp('partner').records;
  const siteName = siteNames(sites);
  return (
    <>
      <SearchField label="Search" value={words} onChange={(event) => setWords(event.target.value)} />
      <SetUpPick
        label="Park"
        all="All parks"
        records={sites}
        nameOf={({ id, body }) => siteName(id, body.name)}
        value={site}
        onChange={(id) => set('site', id)}
      />
      {(partners?.length ?? 0) > 1 && (
        <SetUpPick
          label="Partner"
          all="All partners"
          records={partners}
          value={partner}
          onChange={(id) => set('partner', id)}
        />
      )}
      <Pick label="State" value={state} onChange={(event) => set('state', event.target.value)}>
        {sessionGroups.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </Pick>
    </>
  );
}

/** What is filtered by, in words: on paper and in a file nobody sees the fields. */
function useFilterWords({ site, partner, state, words }: SessionFilter): string {
  const desk = useDesk();
  const sites = desk.useSetUp('site').records;
  const partners = desk.useSetUp('partner').records;
  return [
    site && siteNames(sites)(site, nameIn(sites, site)),
    partner && nameIn(partners, partner),
    state !== 'all' && wordsOf(sessionGroups, state).toLowerCase(),
    words && `“${words}”`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Rows drawn at once: a year of a large programme has more than anybody reads. */
const page = 100;

function Found({ answer: { sessions: all, dataAsAt } }: { answer: SessionsAnswer }) {
  const filter = useSessionFilter();
  const filtered = useFilterWords(filter);
  const period = usePeriod();
  const [shown, setShown] = useState(page);
  const lines = sessionsFound(all, filter, Date.now());
  return (
    <>
      <PrintHead title="Sessions" period={period} note={filtered} dataAsAt={dataAsAt} />
      <Filters label="Filters">
        <Picks {...filter} />
        <p aria-live="polite">
          {lines.length === all.length
            ? `${figure(all.length)} in all`
            : `${figure(lines.length)} of ${figure(all.length)}`}
        </p>
        {lines.length > 0 && (
          <>
            <SaveShown {...{ lines, period, dataAsAt, filtered }} />
            <PrintButton />
          </>
        )}
      </Filters>
      {lines.length === 0 ? (
        <Nothing filtered={all.length > 0} />
      ) : (
        <SessionTable lines={lines.slice(0, shown)} totalOf={lines} sorting={filter} caption="Sessions" captionHidden />
      )}
      {lines.length > shown && (
        <p className={styles.after}>
          <Button onClick={() => setShown(shown + page)}>Show {Math.min(page, lines.length - shown)} more</Button>
        </p>
      )}
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Empty icon="search" title="None like that">
      Choose another park, state or period.
    </Empty>
  ) : (
    <Empty icon="calendar" title="No session in this period">
      Sessions appear here as soon as a phone has sent them.
    </Empty>
  );
}

type SetUpPickProps<Row extends SetUpRecord> = {
  readonly label: string;
  readonly all: string;
  readonly records: readonly Row[] | undefined;
  readonly nameOf?: (record: Row) => string;
  readonly value: string;
  readonly onChange: (id: string) => void;
};

function SetUpPick<Row extends SetUpRecord>(props: SetUpPickProps<Row>) {
  const { label, all, records = [], nameOf = ({ body }) => body.name, value, onChange } = props;
  return (
    <Pick label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{all}</option>
      {[...records].sort(byName).map((record) => (
        <option key={record.id} value={record.id}>
          {nameOf(record)}
        </option>
      ))}
    </Pick>
  );
}
