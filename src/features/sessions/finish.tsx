import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useDrafted } from '#db/draft.ts';
import { openPerson, say, useOne } from '#db/person.ts';
import { create, patch } from '#db/save.ts';
import { nameIn, type Setup, useSetup } from '#db/setup.ts';
import type { Shown } from '#db/shown.ts';
import { tallyBands, wordsOf } from '#domain/codes.ts';
import type { Register } from '#domain/register.ts';
import { partnerOf, teamScope } from '#domain/scopes.ts';
import { timeOf, toInstant } from '#domain/time.ts';
import { Answer, Answers, Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import type { FaceNumber } from '#ui/face.tsx';
import { Faces } from '#ui/faces.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { Foot, PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Line, Stack } from '#ui/stack.tsx';
import { of } from './actions.ts';
import { reopenedOf, startOf, zoneOf } from './queries.ts';

const empty = {
  wentWell: '',
  different: '',
  needsRaised: '',
  mood: 0,
  offSite: false,
  noIncidents: false,
  noConcerns: false,
  minutesLost: '',
};
type Finishing = typeof empty;

/** Finish: check the counts, everyone off site, four questions. */
export function Finish({ register }: { register: (session: string) => Register | undefined }) {
  const { id = '' } = useParams();
  const session = useOne(id);
  const setup = useSetup();
  const drafted = useDrafted<Finishing>(`finish:${id}`, empty);
  const counts = register(id);
  if (!session || !setup || !counts || !drafted.fields)
    return (
      <PhonePage title="Finish">
        <p />
      </PhonePage>
    );
  return (
    <FinishForm
      session={session}
      setup={setup}
      register={counts}
      fields={drafted.fields}
      change={drafted.change}
      done={drafted.done}
    />
  );
}

type FormProps = {
  session: Shown;
  setup: Setup;
  register: Register;
  fields: Finishing;
  change: (changed: Partial<Finishing>) => void;
  done: () => Promise<void>;
};

function FinishForm({ session, setup, register, fields, change, done }: FormProps) {
  const navigate = useNavigate();
  const [now] = useState(Date.now);
  const zone = zoneOf(setup, session);
  const mayDebrief = setup.rights.some(({ role }) => role !== 'volunteer');

  async function finish() {
    const saved = await attempt('Finishing', () => say(finishing(session, fields, mayDebrief)));
    if (!saved) return;
    await done();
    navigate(`/s/${session.id}/summary`, { replace: true });
  }

  const answered =
    [fields.wentWell, fields.different, fields.needsRaised].filter((text) => text.trim()).length +
    (fields.mood > 0 ? 1 : 0);
  return (
    <PhonePage
      title="Finish"
      subtitle={`${nameIn(setup.sites, session.body.site)} · ${timeOf(startOf(session.body), zone)} to ${timeOf(now, zone)}`}
      back={(parts) => <Link to={`/s/${session.id}`} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide onClick={() => void finish()}>
            Finish session
          </Button>
          <Line centred>
            <Icon name="phone" /> Saved on this phone as you type
          </Line>
        </Foot>
      }
    >
      <Stack>
        <SectionTitle>Check the counts</SectionTitle>
        <Counts session={session} register={register} />
        <Tick label="Everyone is off site" checked={fields.offSite} onChange={(offSite) => change({ offSite })} />
        <Tick
          label="No accident or incident"
          checked={fields.noIncidents}
          onChange={(noIncidents) => change({ noIncidents })}
        />
        <Tick
          label="No worry about a child"
          hint="If there is one: More, Something is wrong"
          checked={fields.noConcerns}
          onChange={(noConcerns) => change({ noConcerns })}
        />
        <TextField
          label="Minutes lost"
          optional="(rain, failing light)"
          inputMode="numeric"
          value={fields.minutesLost}
          onChange={(event) => change({ minutesLost: event.target.value.replace(/\D/g, '').slice(0, 3) })}
        />
        {mayDebrief && (
          <>
            <SectionTitle note={`${answered} of 4 answered`}>Debrief</SectionTitle>
            <Question
              label="What went well?"
              open
              value={fields.wentWell}
              onChange={(wentWell) => change({ wentWell })}
            />
            <Question
              label="What would you change?"
              value={fields.different}
              onChange={(different) => change({ different })}
            />
            <Question
              label="Anything to raise with anyone?"
              value={fields.needsRaised}
              onChange={(needsRaised) => change({ needsRaised })}
            />
            <Faces
              legend="How did it feel?"
              look="strip"
              words={['Not good', 'OK', 'Good', 'Really good', 'Brilliant']}
              value={fields.mood > 0 ? (fields.mood as FaceNumber) : undefined}
              onChange={(mood) => change({ mood })}
            />
          </>
        )}
      </Stack>
    </PhonePage>
  );
}

function Question({
  label,
  value,
  open = false,
  onChange,
}: {
  label: string;
  value: string;
  open?: boolean;
  onChange: (value: string) => void;
}): ReactNode {
  const field = (
    <TextArea
      label={open ? label : <span>Answer</span>}
      aria-label={label}
      maxLength={4000}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  return open ? (
    field
  ) : (
    <Fold title={label} note={value.trim() === '' ? 'Not answered' : value}>
      {field}
    </Fold>
  );
}

function Counts({ session, register }: { session: Shown; register: Register }) {
  const { all, surplus, hereNow } = register;
  return (
    <>
      <Answers>
        <Answer label="Named" value={all.named} change={<Link to={`/s/${session.id}`}>Change</Link>} />
        <Answer
          label="Counted, not named"
          value={all.counted - all.overlap}
          change={<Link to={`/s/${session.id}/count`}>Change</Link>}
        />
        <Answer label="Came in all" value={all.total} total />
      </Answers>
      {surplus.map(({ band, n }) => (
        <Notice key={band} kind="warn" title={`${n} more named than counted at ${wordsOf(tallyBands, band)}. Right?`}>
          Some who were named as already counted had not been counted there.
        </Notice>
      ))}
      {hereNow > 0 && <p>{hereNow} of the named still stand as here. That is fine: finishing ends their stay.</p>}
    </>
  );
}

/** The session's end and the team's answers in one save. */
function finishing(session: Shown, fields: Finishing, mayDebrief: boolean) {
  const partner = partnerOf(session.scope);
  const { offSite, noIncidents, noConcerns, minutesLost, wentWell, different, needsRaised, mood } = fields;
  const ended = patch('session', session.id, session.scope, {
    status: { is: 'finished', reopened: reopenedOf(session.body) },
    // An earlier session was given its end when it was written up.
    actualEnd: String(session.body.actualEnd ?? toInstant(Date.now())),
    ...(offSite && { everyoneOffSite: true }),
    ...(noIncidents && { noIncidents: true }),
    ...(noConcerns && { noConcerns: true }),
    ...(minutesLost !== '' && { minutesLost: Math.min(Number(minutesLost), 1440) }),
  });
  const texts = Object.fromEntries(
    Object.entries({ wentWell, different, needsRaised }).filter(([, text]) => text.trim() !== ''),
  );
  if (!mayDebrief || partner === null || (Object.keys(texts).length === 0 && mood === 0)) return [ended];
  // Its id is made from the session's, so that two phones that debrief one session fill one debrief.
  const debrief = create('debrief', `debrief:${session.id}`, teamScope(partner), {
    session: session.id,
    day: session.body.day,
    ...texts,
    ...(mood > 0 && { mood }),
    ...of('doneBy', [openPerson().profile.member]),
  });
  return [ended, debrief];
}
