import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useDrafted } from '#db/draft.ts';
import { type Setup, useSetup } from '#db/setup.ts';
import { isYearAtMost, weeklyDays } from '#domain/sessions/series.ts';
import { endWords, spanOn } from '#domain/sessions/timing.ts';
import { addDays, dayOf, defaultTimeZone, shortDay, spanWords } from '#domain/time.ts';
import { planSessions } from '#features/sessions/actions.ts';
import { Where } from '#features/sessions/phone/where.tsx';
import { dayFault } from '#forms/sure.tsx';
import { Button } from '#ui/button.tsx';
import { Choice, Ticks } from '#ui/choice.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { TextField } from '#ui/field.tsx';
import { useNow } from '#ui/now.ts';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Form } from '#ui/stack.tsx';
import { SureOfPlan } from './sure-of-plan.tsx';
import { UpcomingList } from './upcoming.tsx';

const empty = {
  partner: '',
  site: '',
  day: '',
  /** A day in the past, or far off, that was said to be meant. */
  sure: '',
  from: '16:00',
  to: '18:00',
  how: 'once',
  last: '',
  except: [] as string[],
  activities: [] as string[],
};
type Planned = typeof empty;

function faultsIn(fields: Planned, today: string): FieldFault[] {
  const { partner, site, day, sure, from, to, how, last } = fields;
  const faults: FieldFault[] = [];
  const fault = (field: string, message: string) => faults.push({ fieldId: `plan-${field}`, message });
  if (site === '') fault('site', 'Choose the park.');
  if (partner === '') fault('partner', 'Choose whose session it is.');
  if (day === '') fault('day', 'Choose the day.');
  const notSure = day === '' ? undefined : dayFault(day, sure, today, 'asked');
  if (notSure) fault('sure', notSure);
  if (!spanOn(day || today, from, to)) fault('to', endWords);
  if (how === 'weekly' && (last === '' || last < day))
    fault('last', 'Choose the last day of the series, after the first.');
  if (how === 'weekly' && day !== '' && last >= day) {
    if (!isYearAtMost(day, last)) fault('last', 'A series is at most a year.');
    if (weeklyDays(day, last, fields.except).length === 0) fault('last', 'Every day is left out.');
  }
  return faults;
}

/** Planning one session, or a weekly series with days left out. */
export function Plan() {
  const setup = useSetup();
  const drafted = useDrafted<Planned>('plan', { ...empty, day: addDays(dayOf(Date.now()), 1) });
  if (!setup || !drafted.fields) return <PhonePage title="Plan sessions" loading />;
  const only = setup.ownPartners.length === 1 ? (setup.ownPartners[0]?.id ?? '') : '';
  return (
    <PlanForm
      setup={setup}
      fields={{ ...drafted.fields, partner: drafted.fields.partner || only }}
      change={drafted.change}
      done={drafted.done}
    />
  );
}

type PlanFormProps = {
  setup: Setup;
  fields: Planned;
  change: (changed: Partial<Planned>) => void;
  done: () => Promise<void>;
};

function PlanForm({ setup, fields, change, done }: PlanFormProps) {
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const navigate = useNavigate();
  const today = dayOf(useNow());
  const days =
    fields.how === 'weekly' ? weeklyDays(fields.day, fields.last || fields.day, fields.except) : [fields.day];

  const plan = useOnce(async () => {
    const found = faultsIn(fields, today);
    setFaults(found);
    if (found.length > 0) return;
    const timeZone = String(setup.sites.find(({ id }) => id === fields.site)?.body.timeZone ?? defaultTimeZone);
    if (!(await attempt('The plan', () => planSessions({ ...fields, timeZone }, days)))) return;
    await done();
    navigate('/sessions', { replace: true });
  });

  const span = spanOn(fields.day, fields.from, fields.to);
  const isNight = span !== null && dayOf(span.end) !== fields.day;
  const text = (field: 'day' | 'from' | 'to' | 'last', label: string, type: 'date' | 'time') => (
    <TextField
      id={`plan-${field}`}
      label={label}
      type={type}
      value={fields[field]}
      hint={field === 'to' && isNight ? spanWords(span.start, span.end) : undefined}
      error={faults.find(({ fieldId }) => fieldId === `plan-${field}`)?.message}
      onChange={(event) => change({ [field]: event.target.value })}
    />
  );
  return (
    <PhonePage
      title="Plan sessions"
      back={(parts) => <Link to="/more" {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide onClick={() => void plan()}>
            {days.length > 1 ? `Plan ${days.length} sessions` : 'Plan the session'}
          </Button>
        </Foot>
      }
    >
      <Form onSubmit={plan}>
        <ErrorSummary errors={faults} />
        <WhereAndWhat setup={setup} fields={fields} change={change} />
        {text('day', 'Day', 'date')}
        <SureOfPlan
          id="plan-sure"
          day={fields.day}
          sure={fields.sure}
          today={today}
          onChange={(sure) => change({ sure })}
        />
        {text('from', 'From', 'time')}
        {text('to', 'To', 'time')}
        <Choice
          legend="How often?"
          tile="8rem"
          options={[
            { value: 'once', label: 'Once' },
            { value: 'weekly', label: 'Every week' },
          ]}
          value={fields.how}
          onChange={(how) => change({ how })}
        />
        {fields.how === 'weekly' && text('last', 'Last day', 'date')}
        {fields.how === 'weekly' && <Exceptions fields={fields} change={change} />}
      </Form>
      <UpcomingList />
    </PhonePage>
  );
}

function WhereAndWhat({ setup, fields, change }: Omit<PlanFormProps, 'done'>) {
  return (
    <>
      <Where
        setup={setup}
        form="plan"
        site={fields.site}
        partner={fields.partner}
        onSite={(site) => change({ site })}
        onPartner={(partner) => change({ partner })}
      />
      {setup.activities.length > 0 && (
        <Ticks
          legend="What is on?"
          tile="9rem"
          options={setup.activities.map(({ id, body }) => ({ value: id, label: String(body.name) }))}
          values={fields.activities}
          onChange={(activities) => change({ activities: [...activities] })}
        />
      )}
    </>
  );
}

function Exceptions({ fields, change }: Pick<PlanFormProps, 'fields' | 'change'>) {
  const all = weeklyDays(fields.day, fields.last, []);
  if (all.length === 0) return null;
  return (
    <Ticks
      legend="Leave out"
      hint="Holidays and days off"
      tile="8rem"
      options={all.map((day) => ({ value: day, label: shortDay(day, dayOf(Date.now())) }))}
      values={fields.except}
      onChange={(except) => change({ except: [...except] })}
    />
  );
}
