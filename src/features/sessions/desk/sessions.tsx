import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import styles from '#desk/desk.module.css';
import { byName, type SetUpRecord, useDesk } from '#desk/desk.ts';
import { inGroup, newestFirst, type SessionGroup, sessionGroups } from '#desk/figures.ts';
import { usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { AnswerState, PeriodPick, Screen } from '#desk/screen.tsx';
import type { SessionLine } from '#domain/sessions/session-line.ts';
import { Button } from '#ui/button.tsx';
import { Filters, Pick } from '#ui/desk-bar.tsx';
import { Empty } from '#ui/notice.tsx';
import { SessionTable } from './session/table.tsx';

/** All sessions of a period, filtered; the filters stand in the address, by id. */
export function Sessions() {
  const { from, to } = usePeriod();
  const sessions = useAnswer(`/api/sessions?from=${from}&to=${to}`);
  return (
    <Screen title="Sessions" end={<PeriodPick />} dataAsAt={sessions.value?.dataAsAt}>
      <PeriodDays />
      <AnswerState answer={sessions} what="the sessions" />
      {sessions.value && <Found all={sessions.value.sessions} />}
    </Screen>
  );
}

function useFilter() {
  const [search, setSearch] = useSearchParams();
  const set = (key: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '' || value === 'all') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const state = sessionGroups.find(([code]) => code === search.get('state'))?.[0] ?? 'all';
  return { site: search.get('site') ?? '', partner: search.get('partner') ?? '', state, set };
}

/** Which park, whose, and how they went. */
function Picks({ site, partner, state, set }: ReturnType<typeof useFilter>) {
  const desk = useDesk();
  const sites = desk.useSetUp('site').records;
  const partners = desk.useSetUp('partner').records;
  return (
    <>
      <SetUpPick label="Park" all="All parks" records={sites} value={site} onChange={(id) => set('site', id)} />
      {(partners?.length ?? 0) > 1 && (
        <SetUpPick
          label="Partner"
          all="All partners"
          records={partners}
          value={partner}
          onChange={(id) => set('partner', id)}
        />
      )}
      <Pick label="State" value={state} onChange={(event) => set('state', event.target.value as SessionGroup)}>
        {sessionGroups.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </Pick>
    </>
  );
}

/** Rows drawn at once: a year of a large programme has more than anybody reads. */
const page = 100;

function Found({ all }: { all: readonly SessionLine[] }) {
  const filter = useFilter();
  const { site, partner, state } = filter;
  const [shown, setShown] = useState(page);
  const lines = inGroup(state, all, Date.now())
    .filter((line) => site === '' || line.siteId === site)
    .filter((line) => partner === '' || line.partnerId === partner)
    .sort(newestFirst);
  return (
    <>
      <Filters label="Filters">
        <Picks {...filter} />
        <p aria-live="polite">
          {lines.length === all.length ? `${all.length} in all` : `${lines.length} of ${all.length}`}
        </p>
      </Filters>
      {lines.length === 0 ? (
        <Nothing filtered={all.length > 0} />
      ) : (
        <SessionTable lines={lines.slice(0, shown)} totalOf={lines} caption="Sessions" captionHidden />
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

type SetUpPickProps = {
  readonly label: string;
  readonly all: string;
  readonly records: readonly SetUpRecord[] | undefined;
  readonly value: string;
  readonly onChange: (id: string) => void;
};

function SetUpPick({ label, all, records = [], value, onChange }: SetUpPickProps) {
  return (
    <Pick label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{all}</option>
      {[...records].sort(byName).map(({ id, body }) => (
        <option key={id} value={id}>
          {body.name}
        </option>
      ))}
    </Pick>
  );
}
