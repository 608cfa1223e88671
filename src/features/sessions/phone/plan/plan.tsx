import { useNavigate } from 'react-router';
import { type Setup, useSetup } from '#db/setup.ts';
import { isYearAtMost, weeklyDays } from '#domain/sessions/series.ts';
import { endWords, spanOn } from '#domain/sessions/timing.ts';
import { addDays, dayOf, longDay, shortDay, spanWords } from '#domain/time.ts';
import { planSessions } from '#features/sessions/actions.ts';
import { onlyPartner, Where } from '#features/sessions/phone/where.tsx';
import { zoneOf } from '#features/sessions/queries.ts';
import type { Faults } from '#forms/faults.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { offered, useHeld } from '#forms/held.ts';
import { dayFault } from '#forms/sure.tsx';
import { FormPage } from '#phone/form-page.tsx';
import { keepHere } from '#phone/save.ts';
import { Choice, Ticks } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { useNow } from '#ui/now.ts';
import { PhonePage } from '#ui/page.tsx';
import { SureOfPlan } from './sure-of-plan.tsx';
import { UpcomingList } from './upcoming.tsx';

type Planned = {
  readonly partner: string;
  readonly site: string;
  readonly day: string;
  /** A day in the past, or far off, that was said to be meant. */
  readonly sure: string;
  readonly from: string;
  readonly to: string;
  readonly how: string;
  readonly last: string;
  readonly except: readonly string[];
  readonly activities: readonly string[];
};

const empty = { site: '', sure: '', from: '16:00', to: '18:00', how: 'once', last: '', except: [], activities: [] };

function faultsIn(fields: Planned, setup: Setup, today: string): Faults<Planned> {
  const { partner, site, day, sure, from, to, how, last } = fields;
  return {
    // One that was closed since is chosen no longer.
    site: setup.sites.some(({ id }) => id === site) ? undefined : 'Choose the park.',
    partner: partner === '' ? 'Choose whose session it is.' : undefined,
    day: day === '' ? 'Choose the day.' : undefined,
    sure: day === '' ? undefined : dayFault(day, sure, today, 'asked'),
    to: spanOn(day || today, from, to) ? undefined : endWords,
    last: how === 'weekly' ? faultOfSeries(day, last, fields.except) : undefined,
  };
}

function faultOfSeries(day: string, last: string, except: readonly string[]): string | undefined {
  if (last === '' || last < day) return 'Choose the last day of the series, after the first.';
  if (day === '') return undefined;
  if (weeklyDays(day, last, except).length === 0) return 'Every day is left out.';
  return isYearAtMost(day, last) ? undefined : 'A series is at most a year.';
}

const daysOf = ({ how, day, last, except }: Planned): string[] =>
  how === 'weekly' ? weeklyDays(day, last || day, except) : [day];

/** Planning one session, or a weekly series with days left out. */
export function Plan() {
  const setup = useSetup();
  return setup ? <PlanForm setup={setup} /> : <PhonePage title="Plan sessions" loading />;
}

function PlanForm({ setup }: { setup: Setup }) {
  const navigate = useNavigate();
  const today = dayOf(useNow());
  const now = { ...empty, partner: onlyPartner(setup), day: addDays(today, 1) };
  const form = useForm<Planned>({
    name: 'plan',
    now,
    judge: (fields) => faultsIn(fields, setup, today),
    save: (fields, { id }) =>
      keepHere('The plan', () =>
        planSessions({ ...fields, id, timeZone: zoneOf(setup, { body: fields }) }, daysOf(fields)),
      ),
    onSaved: () => navigate('/sessions', { replace: true }),
  });
  useHeld(form, now, 'day');
  if (!form) return <PhonePage title="Plan sessions" loading />;
  const days = daysOf(form.values);
  return (
    <FormPage
      form={form}
      words={{ day: offered }}
      title="Plan sessions"
      back="/more"
      submit={days.length > 1 ? `Plan ${days.length} sessions` : 'Plan the session'}
      below={<UpcomingList />}
    >
      <Where setup={setup} site={form.choice('site')} partner={form.choice('partner')} />
      {setup.activities.length > 0 && (
        <Ticks
          legend="What is on?"
          tile="9rem"
          options={setup.activities.map(({ id, body }) => ({ value: id, label: body.name }))}
          values={form.values.activities}
          onChange={(activities) => form.change({ activities })}
        />
      )}
      <When form={form} today={today} />
      <HowOften form={form} />
    </FormPage>
  );
}

function When({ form, today }: { form: FormState<Planned>; today: string }) {
  const { day, from, to, sure } = form.values;
  const span = spanOn(day, from, to);
  const isNight = span !== null && dayOf(span.end) !== day;
  return (
    <>
      <TextField label="Day" type="date" hint={longDay(day, today) || undefined} {...form.text('day')} />
      <SureOfPlan
        id="plan-sure"
        day={day}
        sure={sure}
        today={today}
        onChange={(meant) => form.change({ sure: meant })}
      />
      <TextField label="From" type="time" {...form.text('from')} />
      <TextField
        label="To"
        type="time"
        hint={isNight ? spanWords(span.start, span.end) : undefined}
        {...form.text('to')}
      />
    </>
  );
}

function HowOften({ form }: { form: FormState<Planned> }) {
  return (
    <>
      <Choice
        legend="How often?"
        tile="8rem"
        options={[
          { value: 'once', label: 'Once' },
          { value: 'weekly', label: 'Every week' },
        ]}
        {...form.choice('how')}
      />
      {form.values.how === 'weekly' && (
        <TextField
          label="Last day"
          type="date"
          hint={longDay(form.values.last, dayOf(Date.now())) || undefined}
          {...form.text('last')}
        />
      )}
      {form.values.how === 'weekly' && <Exceptions fields={form.values} change={form.change} />}
    </>
  );
}

function Exceptions({ fields, change }: { fields: Planned; change: FormState<Planned>['change'] }) {
  const all = weeklyDays(fields.day, fields.last, []);
  if (all.length === 0) return null;
  return (
    <Ticks
      legend="Leave out"
      hint="Holidays and days off"
      tile="8rem"
      options={all.map((day) => ({ value: day, label: shortDay(day, dayOf(Date.now())) }))}
      values={fields.except}
      onChange={(except) => change({ except })}
    />
  );
}
