import { Link } from 'react-router';
import { nameIn, type Setup, shortNameIn } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { isPlanned, isRunning, mayStart, wasMissed } from '#domain/sessions/session.ts';
import { dayIn, dayOf, monthWords } from '#domain/time.ts';
import { type Figures, standingOf } from '#features/sessions/figures.ts';
import { liveWords, startWords, timesOf, untilWords } from '#features/sessions/queries.ts';
import { buttonClass } from '#ui/button.tsx';
import { Item } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { classes } from '#ui/link.ts';
import styles from './list.module.css';
import { StandingWords } from './standing.tsx';

type RowProps = { readonly session: ShownOf<'session'>; readonly setup: Setup; readonly now: number };

/** The day over its number, the park over what is to be said of it. */
function Row({ session, setup, second, end }: RowProps & { second: React.ReactNode; end?: React.ReactNode }) {
  const { scope, body } = session;
  const owner = setup.ownPartners.length > 1 ? nameIn(setup.partners, partnerOf(scope)) : '';
  return (
    <span className={styles.row}>
      <span className={styles.date}>
        {dayIn(body.day, { weekday: 'short' })}
        <b>{dayIn(body.day, { day: 'numeric' })}</b>
      </span>
      <span>
        <span className={styles.place}>{shortNameIn(setup.sites, body.site)}</span>
        {owner && <small className={styles.muted}> · {owner}</small>}
        <br />
        {second}
      </span>
      {end}
    </span>
  );
}

const Quiet = ({ children }: { children: React.ReactNode }) => (
  <span className={classes(styles.standing, styles.muted)}>{children}</span>
);

/** One to come, or a series of them in one line. */
export function ComingRow({ more, ...row }: RowProps & { readonly more: number }) {
  const { session, setup, now } = row;
  const { id, body } = session;
  if (isRunning(body))
    return (
      <Item link={(parts) => <Link to={`/s/${id}`} {...parts} />}>
        <Row {...row} second={<Quiet>{liveWords(setup, session)}</Quiet>} />
      </Item>
    );
  if (more > 0)
    return (
      <Item link={(parts) => <Link to={`/sessions?series=${body.series}`} {...parts} />}>
        <Row
          {...row}
          second={
            <Quiet>
              <Icon name="repeat" size={20} />
              Each {dayIn(body.day, { weekday: 'long' })}, {more + 1} to come
            </Quiet>
          }
        />
      </Item>
    );
  const isToday = mayStart(body, now);
  const [month, today] = [body.day.slice(0, 7), dayOf(now)];
  const inMonth = month === today.slice(0, 7) ? '' : ` · ${monthWords(month, today)}`;
  const second = isToday
    ? `Today, ${startWords(setup, session)} · ${untilWords(session, now)}`
    : timesOf(setup, session);
  if (!isToday)
    return (
      <Item link={(parts) => <Link to={`/start?planned=${id}`} {...parts} />}>
        <Row {...row} second={<Quiet>{`${second}${inMonth}`}</Quiet>} />
      </Item>
    );
  return (
    <Item>
      <Row
        {...row}
        second={<Quiet>{second}</Quiet>}
        end={
          <Link className={buttonClass({ size: 'inline' })} to={`/start?planned=${id}`}>
            Start
          </Link>
        }
      />
    </Item>
  );
}

/** One that was: the worst of how it stands, and how many came. */
export function PastRow({ figures, ...row }: RowProps & { readonly figures: Figures | undefined }) {
  const { session, now } = row;
  const { id, body } = session;
  const to = isPlanned(body) || isRunning(body) ? `/s/${id}` : `/s/${id}/summary`;
  const took = figures && !wasMissed(body, now) && body.status?.is !== 'cancelled';
  return (
    <li>
      <Link to={to} className={styles.past}>
        <Row
          {...row}
          second={<StandingWords standing={standingOf(session, figures, now)} />}
          end={took && <span className={styles.came}>{figures.came}</span>}
        />
      </Link>
    </li>
  );
}
