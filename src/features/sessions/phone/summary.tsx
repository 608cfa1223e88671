import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { countedAges, reasons, sessionStates, wordsOf } from '#domain/codes.ts';
import { turnedAwayReasons } from '#domain/people-codes.ts';
import { volunteersOnly } from '#domain/records/access.ts';
import { elements } from '#domain/records/row.ts';
import type { Register } from '#domain/sessions/register.ts';
import { startOf, statusOf } from '#domain/sessions/session.ts';
import { turnedAwayBy } from '#domain/sessions/turned-away.ts';
import { dayOf, readInstant, shortDay, spanWords } from '#domain/time.ts';
import { Reopen } from '#features/sessions/phone/finish/reopen.tsx';
import { whenOf, zoneOf } from '#features/sessions/queries.ts';
import { OfSession } from '#phone/of-session.tsx';
import { sessionTooLate, TooLate } from '#phone/too-late.tsx';
import { Answer, Answers } from '#ui/answers.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { Total } from '#ui/total.tsx';
import { ShareText } from './share-text.tsx';

type SummaryProps = { readonly register: (session: string) => Register | undefined };

/** A finished session in figures, with a text to share that holds no names. */
export const Summary = ({ register }: SummaryProps) => (
  <OfSession title="Summary">
    {(session, setup) => <Figures session={session} setup={setup} counts={register(session.id)} />}
  </OfSession>
);

type FiguresProps = {
  readonly session: ShownOf<'session'>;
  readonly setup: Setup;
  readonly counts: Register | undefined;
};

function Figures({ session, setup, counts }: FiguresProps) {
  const [reopening, setReopening] = useState(false);
  if (!counts) return <PhonePage title="Summary" loading />;
  const { id } = session;
  const zone = zoneOf(setup, session);
  const daysBack = sessionTooLate(setup, session);
  const { all, left, hereNow, contacts } = counts;
  return (
    <PhonePage
      title={nameIn(setup.sites, session.body.site)}
      subtitle={`${whenOf(setup, session)} · ${wordsOf(sessionStates, statusOf(session.body))}`}
      back={(parts) => <Link to="/" {...parts} />}
      bottom={
        <Foot>
          <Link className={buttonClass({ kind: 'primary', wide: true })} to="/">
            Back to Today
          </Link>
        </Foot>
      }
    >
      <Stack>
        <Total
          size="big"
          total={all.total}
          named={all.named}
          counted={all.counted - all.overlap}
          words={{ here: 'came', named: 'named', counted: 'counted' }}
        />
        <Answers>
          {countedAges
            .filter(([band]) => counts.bands[band].total !== 0)
            .map(([band, words]) => (
              <Answer key={band} label={words} value={counts.bands[band].total} />
            ))}
          <Answer label="In all" value={all.total} total />
        </Answers>
        {contacts > 0 && <p>{contacts} more watched or were talked to.</p>}
        <TurnedAwayLine session={session} />
        {left + hereNow > 0 && (
          <Link className={buttonClass({ wide: true })} to={`/s/${id}`}>
            Look at the register
          </Link>
        )}
        <ShareText text={summaryText(session, setup, counts, zone)} />
        {!volunteersOnly(setup.rights) &&
          (daysBack === null ? (
            <Button kind="quiet" wide onClick={() => setReopening(true)}>
              Open it again
            </Button>
          ) : (
            <TooLate setup={setup} daysBack={daysBack} site={session.body.site} day={session.body.day} />
          ))}
      </Stack>
      <Reopen session={session} open={reopening} onClose={() => setReopening(false)} />
    </PhonePage>
  );
}

/** How many came and could not join in, and why. */
function TurnedAwayLine({ session }: { session: ShownOf<'session'> }) {
  const by = useRead(
    async (tx) => turnedAwayBy(session, await shownOf(tx, 'turnedAway', session.id)),
    [session.id, session.scope],
  );
  if (!by || by.length === 0) return null;
  const all = by.reduce((sum, { n }) => sum + n, 0);
  return (
    <p>
      {all} could not join in: {by.map(({ reason, n }) => `${wordsOf(turnedAwayReasons, reason)} ${n}`).join(', ')}.
    </p>
  );
}

/** Figures only: this text goes into chats. */
function summaryText(session: ShownOf<'session'>, setup: Setup, { all, bands }: Register, zone: string): string {
  const { body } = session;
  const ages = countedAges
    .filter(([band]) => bands[band].total !== 0)
    .map(([band, words]) => `${words}: ${bands[band].total}`);
  const played = elements(body, 'activity')
    .map((id) => nameIn(setup.activities, id))
    .join(', ');
  const end = readInstant(body.actualEnd);
  return [
    `${nameIn(setup.sites, body.site)}, ${shortDay(body.day, dayOf(Date.now()))} ${spanWords(startOf(body), end, zone)}`,
    ...(played ? [played] : []),
    `${all.total} young ${all.total === 1 ? 'person' : 'people'} (${all.named} on the register, ${all.counted - all.overlap} counted)`,
    ...(ages.length > 0 ? [ages.join(' · ')] : []),
    ...(typeof body.reason === 'string'
      ? [`${wordsOf(sessionStates, statusOf(body))}: ${wordsOf(reasons, body.reason)}`]
      : []),
    ...(body.everyoneOffSite === true ? ['Everyone off site.'] : []),
  ].join('\n');
}
