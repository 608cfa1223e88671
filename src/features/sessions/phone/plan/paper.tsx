import { useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { openPerson, useRead } from '#db/person.ts';
import { readSetup, type Setup } from '#db/setup.ts';
import { type ShownOf, shownOne } from '#db/shown.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { endOf, isPlanned, startOf } from '#domain/sessions/session.ts';
import { addDays, dayOf, longDay, timeOf } from '#domain/time.ts';
import { onlyPartner, Where } from '#features/sessions/phone/where.tsx';
import { zoneOf } from '#features/sessions/queries.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { offered, useHeld } from '#forms/held.ts';
import { SureOfDay } from '#forms/sure.tsx';
import { FormPage } from '#phone/form-page.tsx';
import { keepHere } from '#phone/save.ts';
import { TooLate, tooLateFor } from '#phone/too-late.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { PhonePage } from '#ui/page.tsx';
import { AlreadyThere, readSameDay, useSameDay } from './already-there.tsx';
import { type EarlierFields, earlierFaults, noneEarlier, whichFault, writeUp } from './earlier.ts';

const title = 'An earlier session';

/** Recording a session of yesterday, or typing up a printed register; the second is marked *from paper*. */
export function Earlier() {
  const [search] = useSearchParams();
  const planned = search.get('planned');
  const found = useRead(
    async (tx) => {
      const [setup, session] = await Promise.all([
        readSetup(tx),
        planned === null ? undefined : shownOne(tx, 'session', planned),
      ]);
      return { setup, planned, session };
    },
    [planned],
  );
  if (found?.planned !== planned) return <PhonePage title={title} loading />;
  return <EarlierForm key={planned ?? ''} setup={found.setup} session={found.session} />;
}

/** The form as it begins: of a session that was planned, what was planned. */
function begun(setup: Setup, session: ShownOf<'session'> | undefined): EarlierFields {
  if (!session) return { ...noneEarlier, day: addDays(dayOf(Date.now()), -1) };
  const { body, scope, id } = session;
  const zone = zoneOf(setup, session);
  const time = (instant: string, other: string) => (instant === '' ? other : timeOf(instant, zone));
  return {
    ...noneEarlier,
    partner: partnerOf(scope) ?? '',
    site: body.site,
    day: body.day,
    from: time(startOf(body), noneEarlier.from),
    to: time(endOf(body), noneEarlier.to),
    which: id,
  };
}

function EarlierForm({ setup, session }: { setup: Setup; session: ShownOf<'session'> | undefined }) {
  const navigate = useNavigate();
  /** Of the session it was written into. */
  const written = useRef('');
  const now = { ...begun(setup, session), ...(!session && { partner: onlyPartner(setup) }) };
  const form = useForm<EarlierFields>({
    name: session ? `earlier ${session.id}` : 'earlier',
    now,
    judge: (fields) => earlierFaults(fields, setup, Date.now()),
    save: async (fields, { id }) => {
      // Looked up once more: what is drawn may be of the park that was chosen a moment ago.
      const there = await openPerson().store.read((tx) => readSameDay(tx, fields));
      const meant = there.find((each) => each.id === fields.which && isPlanned(each.body));
      written.current = meant?.id ?? id;
      return whichFault(fields, there) ?? keepHere('The session', () => writeUp(id, fields, setup, meant));
    },
    onSaved: () => navigate(`/s/${written.current}/before`, { replace: true }),
  });
  useHeld(session ? undefined : form, now, 'day');
  const there = useSameDay(form?.values);
  if (!form) return <PhonePage title={title} loading />;
  return (
    <FormPage
      form={form}
      words={session ? {} : { day: offered }}
      title={title}
      back="/more"
      submit="Continue"
      iconEnd="next"
    >
      <WhereAndWhen setup={setup} form={form} />
      <AlreadyThere
        setup={setup}
        there={there}
        {...form.choice('which')}
        onChange={(which) => form.change({ which, ...timesOfPlan(setup, there, which) })}
      />
      <OnPaper form={form} />
      <Remark>Mark and count as usual, then finish it.</Remark>
      <Link className={buttonClass({ wide: true })} to="/blank">
        Print a blank register
      </Link>
    </FormPage>
  );
}

/** Choosing the planned one takes over when it was planned for. */
function timesOfPlan(setup: Setup, there: readonly ShownOf<'session'>[], which: string): Partial<EarlierFields> {
  const session = there.find(({ id }) => id === which);
  if (!session) return {};
  const { from, to } = begun(setup, session);
  return { from, to };
}

type PartProps = { readonly form: FormState<EarlierFields> };

function WhereAndWhen({ setup, form }: PartProps & { readonly setup: Setup }) {
  const today = dayOf(useNow());
  const { day, sure, partner } = form.values;
  const daysBack = tooLateFor(setup, partner, day);
  // At another place or on another day it is another session: which one is asked again.
  const elsewhere = (changed: Partial<EarlierFields>) => form.change({ ...changed, which: '' });
  return (
    <>
      <Where
        setup={setup}
        site={{ ...form.choice('site'), onChange: (site) => elsewhere({ site }) }}
        partner={{ ...form.choice('partner'), onChange: (partner) => elsewhere({ partner }) }}
      />
      <TextField
        label="Day"
        type="date"
        hint={longDay(day, today) || undefined}
        max={today}
        {...form.text('day')}
        onChange={(event) => elsewhere({ day: event.target.value })}
      />
      {daysBack !== null && <TooLate setup={setup} daysBack={daysBack} site={form.values.site} day={day} />}
      {day <= today && daysBack === null && (
        <SureOfDay
          id="earlier-sure"
          day={day}
          sure={sure}
          today={today}
          past="usual"
          onChange={(meant) => form.change({ sure: meant })}
        />
      )}
      <TextField label="From" type="time" {...form.text('from')} />
      <TextField label="To" type="time" {...form.text('to')} />
    </>
  );
}

function OnPaper({ form }: PartProps) {
  return (
    <>
      <Choice
        legend="Was it written on paper?"
        tile="8rem"
        options={[
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes' },
        ]}
        {...form.choice('paper')}
      />
      {form.values.paper === 'yes' && (
        <TextField label="Number on the paper" optional="(optional)" {...form.text('reference')} />
      )}
    </>
  );
}
