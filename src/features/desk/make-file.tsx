import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { dayOf, shortDay } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { useAnswer } from './answer.ts';
import styles from './desk.module.css';
import { useDesk } from './desk.ts';
import { NamedPreview } from './named-preview.tsx';
import { pulsePath } from './needs.tsx';
import { usePeriod } from './period.ts';
import { BandPreview, SessionPreview } from './previews.tsx';
import { AnswerState, whenOf } from './screen.tsx';
import type { OverviewAnswer, SessionsAnswer } from './shapes.ts';

/** What to export, a look at it first, and the file. Numbers are looked at freely; names need a reason, and it is logged. */

type What = 'sessions' | 'attendance';

export function MakeFile() {
  const [search, setSearch] = useSearchParams();
  const what: What = search.get('what') === 'attendance' ? 'attendance' : 'sessions';
  const { from, to } = usePeriod();
  const [who, setWho] = useState<'numbers' | 'names'>('numbers');
  const [reason, setReason] = useState('');
  const named = what === 'attendance' && who === 'names';
  const choose = (next: What) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        after.set('what', next);
        return after;
      },
      { replace: true },
    );
  return (
    <div className={styles.make}>
      <div className={styles.choices}>
        <Choice
          legend="What"
          tile="11rem"
          options={[
            { value: 'sessions', label: 'Sessions', hint: 'One row for each session' },
            { value: 'attendance', label: 'Attendance', hint: 'Who came to each, by age' },
          ]}
          value={what}
          onChange={choose}
        />
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
      </div>
      {named && (
        <TextField
          label="Why are names needed?"
          hint="It stands in the log beside your name. Such as: first-aid list for the trip on 3 December"
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <Completeness />
      {named ? (
        <NamedPreview key={`${from}${to}`} from={from} to={to} reason={reason.trim()} />
      ) : (
        <Numbers what={what} from={from} to={to} />
      )}
    </div>
  );
}

/** How complete the figures are: a phone that has not sent is not in them. */
function Completeness() {
  const phones = useAnswer<OverviewAnswer>(pulsePath(dayOf(Date.now()))).value?.phones;
  if (!phones || phones.phonesWithUnsent === 0) return null;
  const { phonesWithUnsent: n, oldestUnsentAt } = phones;
  return (
    <Notice kind="warn" icon="clock" title={`${n} ${n === 1 ? 'phone has' : 'phones have'} records not sent`}>
      They are not in these figures{oldestUnsentAt && `; the oldest is of ${shortDay(dayOf(oldestUnsentAt))}`}.
    </Notice>
  );
}

function Numbers({ what, from, to }: { what: What; from: string; to: string }) {
  const range = `from=${from}&to=${to}`;
  // The same fold as in the file; looking at it is not an export, so it is not logged as one.
  const answer = useAnswer<SessionsAnswer>(`/api/sessions?${range}`);
  return (
    <>
      <AnswerState answer={answer} what="the figures" />
      {answer.value && (
        <>
          <div className={styles.fileBar}>
            <p>
              <b>Data as at {whenOf(answer.value.dataAsAt)}.</b> The file says so too, with every definition.
            </p>
            <FileButton path={`/api/exports/${what}.csv?${range}`} name={`bandstand-${what}-${from}-${to}.csv`} />
          </div>
          {what === 'sessions' ? <SessionPreview answer={answer.value} /> : <BandPreview answer={answer.value} />}
        </>
      )}
    </>
  );
}

/** Fetches the file with this desk's credentials and hands it to the browser to save. */
export function FileButton({ path, name }: { path: string; name: string }) {
  const { file, keepsNothing, answers } = useDesk();
  const [state, setState] = useState<{ busy: boolean; words: string }>({ busy: false, words: '' });

  async function download() {
    setState({ busy: true, words: '' });
    const got = await file(path);
    setState({ busy: false, words: got.ok ? 'Saved in your downloads.' : got.words });
    answers.refresh('/api/audit');
    if (got.ok) saveAs(got.value, name);
  }

  return (
    <div className={styles.file}>
      <Button kind="primary" icon="download" notPossible={state.busy} onClick={() => void download()}>
        {state.busy ? 'Making it…' : 'Download CSV'}
      </Button>
      <p aria-live="polite">
        {state.words}
        {keepsNothing && state.words.startsWith('Saved') && ' Delete it from this computer when you are done.'}
      </p>
    </div>
  );
}

/** Hands bytes to the browser as a download. */
function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
