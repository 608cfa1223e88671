import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useDrafted } from '#db/draft.ts';
import { say, useOne } from '#db/person.ts';
import { nameIn, type Setup, useSetup } from '#db/setup.ts';
import type { Shown } from '#db/shown.ts';
import { tallyBands, wordsOf } from '#domain/codes.ts';
import type { Register } from '#domain/sessions/register.ts';
import { zoneOf } from '#features/sessions/queries.ts';
import { Answer, Answers, Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import type { FaceNumber } from '#ui/face.tsx';
import { Faces } from '#ui/faces.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Line, Stack } from '#ui/stack.tsx';
import { EndedAt, endFrom, runWords } from './ended-at.tsx';
import { answersSoFar, type Finishing, finishing, minutesIn } from './finishing.ts';

type FinishProps = {
  readonly register: (session: string) => Register | undefined;
  /** What it lent and is still out. */
  readonly loans: (session: string) => ReactNode;
};

/** Finish: check the counts, everyone off site, four questions. */
export function Finish({ register, loans }: FinishProps) {
  const { id = '' } = useParams();
  const session = useOne(id);
  const debrief = useOne(`debrief:${id}`);
  const setup = useSetup();
  const counts = register(id);
  if (!session || debrief === undefined || !setup || !counts) return <PhonePage title="Finish" loading />;
  return <FinishForm session={session} debrief={debrief} setup={setup} register={counts} loans={loans(id)} />;
}

type FormProps = { session: Shown; debrief: Shown | null; setup: Setup; register: Register; loans: ReactNode };

function FinishForm({ session, debrief, setup, register, loans }: FormProps) {
  const navigate = useNavigate();
  const now = useNow();
  const [error, setError] = useState<string>();
  const [judged, setJudged] = useState(false);
  const zone = zoneOf(setup, session);
  const [begun] = useState(() => answersSoFar(session, debrief, zone, now));
  const { fields = begun, change, done } = useDrafted<Finishing>(`finish:${session.id}`, begun);
  const minutes = minutesIn(fields.minutesLost);
  const mayDebrief = setup.rights.some(({ role }) => role !== 'volunteer');

  const finish = useOnce(async () => {
    setJudged(true);
    if (typeof minutes === 'string') document.getElementById('minutes-lost')?.focus();
    const found = endFrom(session.body, fields.endedAt, zone, Date.now());
    if ('problem' in found) {
      setError(found.problem);
      document.getElementById('ended-at')?.focus();
      return;
    }
    setError(undefined);
    if (typeof minutes === 'string') return;
    const saved = await attempt('Finishing', () => say(finishing(session, fields, found.end, mayDebrief)));
    if (!saved) return;
    await done();
    navigate(`/s/${session.id}/summary`, { replace: true });
  });

  return (
    <PhonePage
      title="Finish"
      subtitle={`${nameIn(setup.sites, session.body.site)} · ${runWords(session.body, zone, now)}`}
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
        {loans}
        <EndedAt
          body={session.body}
          zone={zone}
          nowMs={now}
          value={fields.endedAt}
          error={error}
          onChange={(endedAt) => change({ endedAt })}
        />
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
          id="minutes-lost"
          label="Minutes lost"
          optional="(rain, failing light)"
          inputMode="numeric"
          value={fields.minutesLost}
          error={typeof minutes === 'string' && judged ? minutes : undefined}
          onChange={(event) => change({ minutesLost: event.target.value })}
        />
        {mayDebrief && <Debrief fields={fields} change={change} />}
      </Stack>
    </PhonePage>
  );
}

type DebriefProps = { fields: Finishing; change: (changed: Partial<Finishing>) => void };

function Debrief({ fields, change }: DebriefProps) {
  const answered =
    [fields.wentWell, fields.different, fields.needsRaised].filter((text) => text.trim()).length +
    (fields.mood > 0 ? 1 : 0);
  return (
    <>
      <SectionTitle note={`${answered} of 4 answered`}>Debrief</SectionTitle>
      <Question label="What went well?" open value={fields.wentWell} onChange={(wentWell) => change({ wentWell })} />
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
