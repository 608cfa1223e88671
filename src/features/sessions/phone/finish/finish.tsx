import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { openPerson, useOne } from '#db/person.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { countedAges, wordsOf } from '#domain/codes.ts';
import { elements } from '#domain/records/row.ts';
import type { Register } from '#domain/sessions/register.ts';
import { isEnded, statusOf } from '#domain/sessions/session.ts';
import { mayEndNow } from '#domain/sessions/timing.ts';
import { timeOf } from '#domain/time.ts';
import { keepAsSeen, meanwhile } from '#features/sessions/phone/as-seen.ts';
import { mayDebrief, zoneOf } from '#features/sessions/queries.ts';
import { useForm } from '#forms/form.tsx';
import { FormPage } from '#phone/form-page.tsx';
import { OfSession } from '#phone/of-session.tsx';
import { Answer, Answers } from '#ui/answers.tsx';
import { Tick } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Line } from '#ui/stack.tsx';
import { Debrief, moods, questions } from './debrief.tsx';
import { EndedAt, endFrom, endSaid, runWords } from './ended-at.tsx';
import { answersSoFar, type Finishing, finishFaults, finishing } from './finishing.ts';
import { useOffSite } from './off-site.tsx';

type FinishProps = {
  readonly register: (session: string) => Register | undefined;
  /** What it lent and is still out. */
  readonly loans: (session: string) => ReactNode;
};

/** Finish: check the counts, everyone off site, four questions. */
export const Finish = (props: FinishProps) => (
  <OfSession title="Finish" changes>
    {(session, setup) => <Read session={session} setup={setup} {...props} />}
  </OfSession>
);

type ReadProps = FinishProps & { readonly session: ShownOf<'session'>; readonly setup: Setup };

function Read({ session, setup, register, loans }: ReadProps) {
  const debrief = useOne('debrief', `debrief:${session.id}`);
  const counts = register(session.id);
  if (debrief === undefined || !counts) return <PhonePage title="Finish" loading />;
  return (
    <FinishForm session={session} debrief={debrief} setup={setup}>
      <SectionTitle>Check the counts</SectionTitle>
      <Counts session={session} register={counts} />
      {loans(session.id)}
    </FinishForm>
  );
}

type FormProps = {
  readonly session: ShownOf<'session'>;
  readonly debrief: ShownOf<'debrief'> | null;
  readonly setup: Setup;
  readonly children: ReactNode;
};

const answered = (words: string) => (yes: boolean) => `${words}: ${yes ? 'ticked' : 'not ticked'}`;
const words = {
  ...questions,
  offSite: answered('Everyone is off site'),
  noIncidents: answered('No accident or incident'),
  noConcerns: answered('No worry about a child'),
  minutesLost: 'Minutes lost',
  mood: (mood: number) => `How did it feel? ${moods[mood - 1] ?? 'Not answered'}`,
};

function FinishForm({ session, debrief, setup, children }: FormProps) {
  const navigate = useNavigate();
  const now = useNow();
  const zone = zoneOf(setup, session);
  const isAsked = mayDebrief(setup.rights, session.scope);
  // The worker is told once that somebody else ended it; saving after that is meant.
  const [seen, setSeen] = useState(statusOf(session.body));
  const form = useForm<Finishing>({
    changes: true,
    name: `finish ${session.id}`,
    now: answersSoFar(session, debrief, zone, now),
    judge: (fields) => finishFaults(fields, session.body, zone, Date.now()),
    save: async (fields, { opened }) => {
      const found = endFrom(session.body, fields.endedAt, zone, Date.now());
      if ('problem' in found) return { endedAt: found.problem };
      const finished = { debrief, fields, opened, endedAt: found.end, mayDebrief: isAsked };
      return keepAsSeen('Finishing', {
        session,
        seen,
        say: (stands) => finishing({ ...finished, session: stands }),
        otherwise: ({ body }) => {
          setSeen(statusOf(body));
          return { endedAt: `${meanwhile(body)}. Look at what was said; finish again to change it.` };
        },
      });
    },
    onSaved: () => navigate(`/s/${session.id}/summary`, { replace: true }),
  });
  const leaving = useOffSite(form, mayEndNow(session.body, now));
  if (!form) return <PhonePage title="Finish" loading />;
  const offSite = form.tick('offSite');
  return (
    <FormPage
      form={{ ...form, submit: leaving.submit }}
      words={{ ...words, endedAt: endSaid(session.body) }}
      title="Finish"
      subtitle={`${nameIn(setup.sites, session.body.site)} · ${runWords(session.body, zone, now)}`}
      back={`/s/${session.id}`}
      submit="Finish session"
      foot={
        <Line centred>
          <Icon name="phone" /> Saved on this phone as you type
        </Line>
      }
    >
      {isEnded(session.body) && !form.isSaved && <EndedMeanwhile session={session} debrief={debrief} setup={setup} />}
      {children}
      <EndedAt body={session.body} zone={zone} nowMs={now} {...form.text('endedAt')} />
      <Tick
        label="Everyone is off site"
        end={offSite.checked ? form.values.offSiteAt : undefined}
        {...offSite}
        onChange={(checked) => form.change({ offSite: checked, offSiteAt: checked ? timeOf(Date.now(), zone) : '' })}
      />
      <Tick label="No accident or incident" {...form.tick('noIncidents')} />
      <Tick label="No worry about a child" {...form.tick('noConcerns')} />
      <p>
        If there is one: <Link to="/wrong">Something is wrong</Link>
      </p>
      <TextField
        label="Minutes lost"
        optional="(rain, failing light)"
        inputMode="numeric"
        {...form.text('minutesLost')}
      />
      {isAsked && <Debrief form={form} />}
      {leaving.sheet}
    </FormPage>
  );
}

/** Who ended it is known where they answered the questions. */
function EndedMeanwhile({ session, debrief, setup }: Omit<FormProps, 'children'>) {
  const others = (debrief ? elements(debrief.body, 'doneBy') : []).filter((id) => id !== openPerson().profile.member);
  const who = others.map((id) => nameIn(setup.members, id)).join(', ');
  return (
    <Notice kind="warn" title={meanwhile(session.body)}>
      {who && `${who} answered. `}Saving changes what was said.
    </Notice>
  );
}

function Counts({ session, register }: { session: ShownOf<'session'>; register: Register }) {
  const { all, surplus, hereNow } = register;
  return (
    <>
      <Answers>
        <Answer
          label="Named"
          value={all.named}
          change={
            <Link to={`/s/${session.id}`} aria-label="Change named">
              Change
            </Link>
          }
        />
        <Answer
          label="Counted, not named"
          value={all.counted - all.overlap}
          change={
            <Link to={`/s/${session.id}/count`} aria-label="Change counted">
              Change
            </Link>
          }
        />
        <Answer label="Came in all" value={all.total} total />
      </Answers>
      {surplus.map(({ band, n }) => (
        <Notice key={band} kind="warn" title={`${n} more named than counted at ${wordsOf(countedAges, band)}. Right?`}>
          Some who were named as already counted had not been counted there.
        </Notice>
      ))}
      {hereNow > 0 && <p>{hereNow} of the named are still marked here. Finishing marks them as left.</p>}
    </>
  );
}
