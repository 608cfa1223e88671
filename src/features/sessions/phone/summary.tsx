import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useOne } from '#db/person.ts';
import { nameIn, type Setup, useSetup } from '#db/setup.ts';
import type { Shown } from '#db/shown.ts';
import { reasons, sessionStates, tallyBands, wordsOf } from '#domain/codes.ts';
import { volunteersOnly } from '#domain/records/access.ts';
import { elements } from '#domain/records/records.ts';
import type { Register } from '#domain/sessions/register.ts';
import { mayGoOn, startOf, statusOf } from '#domain/sessions/session.ts';
import { dayOf, readInstant, shortDay, spanWords } from '#domain/time.ts';
import { reopenSession } from '#features/sessions/actions.ts';
import { whenOf, zoneOf } from '#features/sessions/queries.ts';
import { Answer, Answers } from '#ui/answers.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { useNow } from '#ui/now.ts';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Stack } from '#ui/stack.tsx';
import { Total } from '#ui/total.tsx';
import { ShareText } from './share-text.tsx';

/** A finished session in figures, with a text to share that holds no names. */
export function Summary({ register }: { register: (session: string) => Register | undefined }) {
  const { id = '' } = useParams();
  const session = useOne(id);
  const setup = useSetup();
  const counts = register(id);
  const [reopening, setReopening] = useState(false);
  if (!session || !setup || !counts) return <PhonePage title="Summary" loading />;
  const zone = zoneOf(setup, session);
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
          {tallyBands
            .filter(([band]) => counts.bands[band].total !== 0)
            .map(([band, words]) => (
              <Answer key={band} label={words} value={counts.bands[band].total} />
            ))}
          <Answer label="In all" value={all.total} total />
        </Answers>
        {contacts > 0 && <p>{contacts} more watched or were talked to.</p>}
        {left + hereNow > 0 && (
          <Link className={buttonClass({ wide: true })} to={`/s/${id}`}>
            Look at the register
          </Link>
        )}
        <ShareText text={summaryText(session, setup, counts, zone)} />
        {!volunteersOnly(setup.rights) && (
          <Button kind="quiet" wide onClick={() => setReopening(true)}>
            Open it again
          </Button>
        )}
      </Stack>
      <Reopen session={session} open={reopening} onClose={() => setReopening(false)} />
    </PhonePage>
  );
}

/** Figures only: this text goes into chats. */
function summaryText(session: Shown, setup: Setup, { all, bands }: Register, zone: string): string {
  const { body } = session;
  const ages = tallyBands
    .filter(([band]) => bands[band].total !== 0)
    .map(([band, words]) => `${words}: ${bands[band].total}`);
  const played = elements(body, 'activity')
    .map((id) => nameIn(setup.activities, id))
    .join(', ');
  const end = readInstant(body.actualEnd);
  return [
    `${nameIn(setup.sites, body.site)}, ${shortDay(String(body.day), dayOf(Date.now()))} ${spanWords(startOf(body), end, zone)}`,
    ...(played ? [played] : []),
    `${all.total} young ${all.total === 1 ? 'person' : 'people'} (${all.named} on the register, ${all.counted - all.overlap} counted)`,
    ...(ages.length > 0 ? [ages.join(' · ')] : []),
    ...(typeof body.reason === 'string'
      ? [`${wordsOf(sessionStates, statusOf(body))}: ${wordsOf(reasons, body.reason)}`]
      : []),
    ...(body.everyoneOffSite === true ? ['Everyone off site.'] : []),
  ].join('\n');
}

type GoingOn = 'yes' | 'no';

/** One ended by mistake may still be going on: then what comes now is of now, and no longer of the time it was ended. */
function Reopen({ session, open, onClose }: { session: Shown; open: boolean; onClose: () => void }) {
  const [because, setBecause] = useState('');
  const [goesOn, setGoesOn] = useState<GoingOn>();
  const [judged, setJudged] = useState(false);
  const navigate = useNavigate();
  const mayBeOn = mayGoOn(session.body, useNow());
  const errors = {
    because: because.trim() === '' ? 'Say why, in a few words.' : undefined,
    goesOn: mayBeOn && goesOn === undefined ? 'Say whether it is going on.' : undefined,
  };
  const reopen = useOnce(async () => {
    setJudged(true);
    if (errors.because ?? errors.goesOn) return;
    const isOn = mayBeOn && goesOn === 'yes';
    if (await attempt('Opening it again', () => reopenSession(session, because.trim(), isOn)))
      navigate(`/s/${session.id}`);
  });
  return (
    <Sheet open={open} title="Open this session again?" onClose={onClose}>
      <Stack>
        <TextField
          label="Why?"
          hint="Such as: somebody came late"
          value={because}
          error={judged ? errors.because : undefined}
          onChange={(event) => setBecause(event.target.value)}
        />
        {mayBeOn && (
          <Choice<GoingOn>
            legend="Is it going on?"
            options={[
              {
                value: 'yes',
                label: 'Yes',
                hint: 'It was ended by mistake. Who comes now is written with the time it is.',
              },
              { value: 'no', label: 'No', hint: 'It is over and is written up. Its end stands.' },
            ]}
            value={goesOn}
            error={judged ? errors.goesOn : undefined}
            onChange={setGoesOn}
          />
        )}
        <Button kind="primary" wide onClick={() => void reopen()}>
          Open it again
        </Button>
      </Stack>
    </Sheet>
  );
}
