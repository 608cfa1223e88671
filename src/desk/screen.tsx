import { type ReactNode, useSyncExternalStore } from 'react';
import { Link, useLocation, useNavigationType, useSearchParams } from 'react-router';
import { Button } from '#ui/button.tsx';
import { AsAt, Pick } from '#ui/desk-bar.tsx';
import { DeskPage } from '#ui/desk-page.tsx';
import { Notice } from '#ui/notice.tsx';
import { useSlots } from '#ui/slots.tsx';
import type { Answer } from './answer.ts';
import styles from './desk.module.css';
import type { Failed } from './desk.ts';
import { type ChosenPeriod, periodWords, presets, usePeriod } from './period.ts';
import { PrintHead } from './print.tsx';
import { whenOf } from './when.ts';

/** What every screen of the desk has: its title, how fresh it is, and what it says while there is nothing to show. */

const wideEnough = window.matchMedia('(min-width: 64rem)');
const onPaper = window.matchMedia('print');
let isWide = wideEnough.matches;

/** While it is printed the page is as wide as the paper; the screen behind it stays as it was, with what was typed in it. */
function wideNow(): boolean {
  if (!onPaper.matches) isWide = wideEnough.matches;
  return isWide;
}

/** Whether there is room for the rail. A desk at 200 % is a narrow one. */
export function useWide(): boolean {
  return useSyncExternalStore((changed) => {
    wideEnough.addEventListener('change', changed);
    return () => wideEnough.removeEventListener('change', changed);
  }, wideNow);
}

type ScreenProps = {
  /** Also the title of the page; never anybody's name. */
  readonly title: string;
  readonly heading?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string } | undefined;
  readonly beside?: ReactNode;
  readonly end?: ReactNode;
  /** On paper, over every page: of when it is, and what else tells it from others. */
  readonly period?: Pick<ChosenPeriod, 'from' | 'to'> | undefined;
  readonly paperNote?: string | undefined;
  /** The server's clock when it answered. */
  readonly dataAsAt?: string | undefined;
  readonly painted?: boolean | undefined;
  readonly aside?: ReactNode;
  readonly asideNarrow?: boolean | undefined;
  readonly children: ReactNode;
};

/** A page of the desk. `title` names the browser's tab, `heading` the page. */
export function Screen(props: ScreenProps) {
  const { title, heading = title, back, end, period, paperNote, dataAsAt, children, ...rest } = props;
  const { pill } = useSlots();
  const toTop = useNavigationType() === 'PUSH';
  const { pathname } = useLocation();
  return (
    <DeskPage
      {...rest}
      title={heading}
      paper={<PrintHead title={heading} {...{ period, dataAsAt }} note={paperNote} />}
      arrival={{ at: pathname, toTop }}
      back={back && { label: back.label, link: (parts) => <Link to={back.to} {...parts} /> }}
      end={
        <>
          {end}
          {dataAsAt !== undefined && <AsAt over="Data as at">{whenOf(dataAsAt)}</AsAt>}
          {pill}
        </>
      }
    >
      <title>{`${title} · Bandstand`}</title>
      {children}
    </DeskPage>
  );
}

type Otherwise = {
  /** The period where the address names none, if a screen has its own. */
  readonly otherwise?: Exclude<ChosenPeriod['preset'], 'days'>;
};

/** The period, in the top bar. Choosing days brings two fields out under it. */
export function PeriodPick({ otherwise }: Otherwise) {
  const [, setSearch] = useSearchParams();
  const period = usePeriod(otherwise);
  const choose = (preset: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const key of ['period', 'from', 'to']) next.delete(key);
      if (preset === 'days') {
        next.set('from', period.from);
        next.set('to', period.to);
      } else next.set('period', preset);
      return next;
    });
  return (
    <Pick label="Period" value={period.preset} onChange={(event) => choose(event.target.value)}>
      {presets.map(([code, words]) => (
        <option key={code} value={code}>
          {code === period.preset
            ? code === 'days'
              ? periodWords(period)
              : `${words}, ${periodWords(period)}`
            : words}
        </option>
      ))}
    </Pick>
  );
}

type StateProps = {
  readonly answer: Pick<Answer<unknown>, 'value' | 'trouble'> & { readonly again: () => void };
  /** "the sessions": what is being read. */
  readonly what: string;
};

/** What stands over the figures while they are read, or cannot be; nothing when all is well. */
export function AnswerState({ answer: { value, trouble, again }, what }: StateProps) {
  return (
    <div aria-live="polite">
      {trouble !== undefined ? (
        <Trouble trouble={trouble} shown={value !== undefined} again={again} />
      ) : (
        value === undefined && <p className={styles.reading}>Reading {what}…</p>
      )}
    </div>
  );
}

function Trouble({ trouble, shown, again }: { trouble: Failed; shown: boolean; again: () => void }) {
  const offline = trouble.status === 0;
  return (
    <div className={styles.trouble}>
      <Notice
        kind="warn"
        title={offline ? 'This page needs signal. Recording does not.' : 'The server could not show this'}
        action={
          <Button size="inline" onClick={again}>
            Try again
          </Button>
        }
      >
        {offline ? '' : `${trouble.words} `}
        {shown ? 'What you see is from the last time it answered.' : offline ? 'It comes back by itself.' : ''}
      </Notice>
    </div>
  );
}
