import { useState } from 'react';
import { Link } from 'react-router';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { reasons } from '#domain/codes.ts';
import { isEnded, statusOf } from '#domain/sessions/session.ts';
import { dayOf, longDay, shortDay } from '#domain/time.ts';
import { keepAsSeen, meanwhile } from '#features/sessions/phone/as-seen.ts';
import { EndedAt, endSaid } from '#features/sessions/phone/finish/ended-at.tsx';
import { ShareText } from '#features/sessions/phone/share-text.tsx';
import { Places } from '#features/sessions/phone/where.tsx';
import { whenOf, zoneOf } from '#features/sessions/queries.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { FormPage } from '#phone/form-page.tsx';
import { OfSession } from '#phone/of-session.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { changeFaults, changing, type Drawn, drawnFrom, isEnding, told, wayFault, wayOf, waysFor } from './changing.ts';
import { SureOfPlan } from './sure-of-plan.tsx';

/** Cancelling, shortening or moving a session: its reason, and a text to share. */
export const ChangeSession = () => (
  <OfSession title="Change session" changes>
    {(session, setup) => <ChangeForm session={session} setup={setup} />}
  </OfSession>
);

const words = {
  day: (day: string) => `Day: ${shortDay(day, dayOf(Date.now()))}`,
  from: 'From',
};

function ChangeForm({ session, setup }: { session: ShownOf<'session'>; setup: Setup }) {
  const zone = zoneOf(setup, session);
  const nowMs = useNow();
  const [done, setDone] = useState<string>();
  const parks = setup.sites.filter(({ id }) => id !== session.body.site);
  const form = useForm<Drawn>({
    name: `change ${session.id}`,
    now: drawnFrom(session, zone, nowMs),
    judge: (drawn) => changeFaults({ drawn, session, zone }, parks, Date.now()),
    save: async (drawn) => {
      const problem = await keepAsSeen('The change', {
        session,
        seen: statusOf(session.body),
        say: (stands) => changing({ session: stands, drawn, zone }),
        otherwise: ({ body }) => ({ way: `${meanwhile(body)}: choose again.` }),
      });
      if (problem === null) setDone(told(session, setup, drawn));
      return problem;
    },
  });
  const place = nameIn(setup.sites, session.body.site);
  if (done) return <Changed place={place} text={done} />;
  if (!form) return <PhonePage title="Change session" loading />;
  if (isEnded(session.body)) return <Ended session={session} place={place} />;
  const { body } = session;
  const way = wayOf(form.values, body);
  return (
    <FormPage
      form={form}
      words={{ ...words, endedAt: endSaid(session.body) }}
      title="Change session"
      subtitle={`${place} · ${whenOf(setup, session)}`}
      back="/plan"
      submit="Save the change"
    >
      <Choice
        legend="What changes?"
        options={waysFor(body)}
        {...form.choice('way')}
        value={way}
        error={form.error('way') ?? wayFault(form.values, body)}
        onChange={(chosen) => form.change({ way: chosen, seen: statusOf(body) })}
      />
      {way === 'moved' && <Places label="To which park?" places={parks} {...form.choice('site')} />}
      {isEnding(session, way) && <EndedAt body={body} zone={zone} nowMs={nowMs} {...form.text('endedAt')} />}
      {way === 'time' && <When form={form} today={dayOf(nowMs)} />}
      {way && way !== 'time' && <Why form={form} />}
    </FormPage>
  );
}

/** There is nothing left to change of one that ended, whoever ended it. */
const Ended = ({ session: { id, body }, place }: { session: ShownOf<'session'>; place: string }) => (
  <PhonePage title="Change session" subtitle={place} back={(parts) => <Link to="/plan" {...parts} />}>
    <Notice
      kind="warn"
      title={meanwhile(body)}
      action={
        <Link className={buttonClass({ size: 'inline' })} to={`/s/${id}/summary`}>
          Look
        </Link>
      }
    >
      To change it, open it again.
    </Notice>
  </PhonePage>
);

function Changed({ place, text }: { place: string; text: string }) {
  return (
    <PhonePage title="Changed" subtitle={place} back={(parts) => <Link to="/" {...parts} />}>
      <Stack>
        <Notice kind="ok" title="Saved on this phone">
          Tell the team and the families.
        </Notice>
        <ShareText text={text} />
      </Stack>
    </PhonePage>
  );
}

/** The new day and time. */
function When({ form, today }: { form: FormState<Drawn>; today: string }) {
  const { day, sure } = form.values;
  return (
    <>
      <TextField label="Day" type="date" hint={longDay(day, today) || undefined} {...form.text('day')} />
      <SureOfPlan
        id="change-sure"
        day={day}
        sure={sure}
        today={today}
        onChange={(meant) => form.change({ sure: meant })}
      />
      <TextField label="From" type="time" {...form.text('from')} />
    </>
  );
}

function Why({ form }: { form: FormState<Drawn> }) {
  return (
    <>
      <Choice
        legend="Why?"
        tile="9rem"
        options={reasons.map(([value, label]) => ({ value, label }))}
        {...form.choice('reason')}
      />
      <TextField label="Anything to add" optional="(optional)" maxLength={200} {...form.text('more')} />
    </>
  );
}
