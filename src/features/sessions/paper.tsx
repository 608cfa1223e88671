import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useDrafted } from '#db/draft.ts';
import { newId, openPerson, say } from '#db/person.ts';
import { create } from '#db/save.ts';
import { type Setup, useSetup } from '#db/setup.ts';
import { partnerScope } from '#domain/scopes.ts';
import { addDays, dayOf, defaultTimeZone, instantAt } from '#domain/time.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Form } from '#ui/stack.tsx';
import { of } from './actions.ts';
import { Where } from './where.tsx';

const empty = { partner: '', site: '', day: '', from: '16:00', to: '18:00', paper: 'no', reference: '' };
type Earlier = typeof empty;

function faultsIn({ site, partner, day, from, to }: Earlier, today: string): FieldFault[] {
  const faults: FieldFault[] = [];
  if (site === '') faults.push({ fieldId: 'earlier-site', message: 'Choose the park.' });
  if (partner === '') faults.push({ fieldId: 'earlier-partner', message: 'Choose whose session it was.' });
  if (day === '' || day > today)
    faults.push({ fieldId: 'earlier-day', message: 'Choose the day it took place, today or before.' });
  if (from === '' || to === '' || to <= from)
    faults.push({ fieldId: 'earlier-to', message: 'The end comes after the start.' });
  return faults;
}

/** Recording a session of yesterday, or typing up a printed register; the second is marked *from paper*. */
export function Earlier() {
  const setup = useSetup();
  const { fields, change, done } = useDrafted<Earlier>('earlier', { ...empty, day: addDays(dayOf(Date.now()), -1) });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const navigate = useNavigate();
  const once = useOnce((work: () => Promise<unknown>) => work());
  if (!setup || !fields)
    return (
      <PhonePage title="An earlier session">
        <p />
      </PhonePage>
    );
  const partner = fields.partner || (setup.ownPartners.length === 1 ? (setup.ownPartners[0]?.id ?? '') : '');

  async function record() {
    if (!fields || !setup) return;
    const whole = { ...fields, partner };
    const found = faultsIn(whole, dayOf(Date.now()));
    setFaults(found);
    if (found.length > 0) return;
    const id = newId();
    if (!(await attempt('The session', () => say([earlier(id, whole, setup)])))) return;
    await done();
    navigate(`/s/${id}/before`, { replace: true });
  }

  return (
    <PhonePage
      title="An earlier session"
      back={(parts) => <Link to="/more" {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide iconEnd="next" onClick={() => void once(record)}>
            Go on
          </Button>
        </Foot>
      }
    >
      <Form onSubmit={() => once(record)}>
        <ErrorSummary errors={faults} />
        <WhereAndWhen setup={setup} fields={{ ...fields, partner }} change={change} />
        <Choice
          legend="Was it written on paper?"
          tile="8rem"
          options={[
            { value: 'no', label: 'No' },
            { value: 'yes', label: 'Yes' },
          ]}
          value={fields.paper}
          onChange={(paper) => change({ paper })}
        />
        {fields.paper === 'yes' && (
          <TextField
            label="Number on the paper"
            optional="(optional)"
            value={fields.reference}
            onChange={(event) => change({ reference: event.target.value })}
          />
        )}
        <Remark>Mark and count as usual, then finish it.</Remark>
        <Link className={buttonClass({ wide: true })} to="/blank">
          Print a blank register
        </Link>
      </Form>
    </PhonePage>
  );
}

function earlier(id: string, fields: Earlier, setup: Setup) {
  const timeZone = String(setup.sites.find((site) => site.id === fields.site)?.body.timeZone ?? defaultTimeZone);
  const start = instantAt(fields.day, fields.from, timeZone);
  const end = instantAt(fields.day, fields.to, timeZone);
  const paper = fields.paper === 'yes';
  return create('session', id, partnerScope(fields.partner), {
    site: fields.site,
    day: fields.day,
    workType: 'outreach',
    plannedStart: start,
    plannedEnd: end,
    actualStart: start,
    actualEnd: end,
    status: { is: 'running', reopened: 0 },
    ...of('team', [openPerson().profile.member]),
    ...(paper && { fromPaper: true }),
    ...(paper && fields.reference && { paperReference: fields.reference }),
  });
}

type WhereProps = { setup: Setup; fields: Earlier; change: (changed: Partial<Earlier>) => void };

function WhereAndWhen({ setup, fields, change }: WhereProps) {
  return (
    <>
      <Where
        setup={setup}
        form="earlier"
        site={fields.site}
        partner={fields.partner}
        onSite={(site) => change({ site })}
        onPartner={(partner) => change({ partner })}
      />
      <TextField
        id="earlier-day"
        label="Day"
        type="date"
        max={dayOf(Date.now())}
        value={fields.day}
        onChange={(event) => change({ day: event.target.value })}
      />
      <TextField
        label="From"
        type="time"
        value={fields.from}
        onChange={(event) => change({ from: event.target.value })}
      />
      <TextField
        id="earlier-to"
        label="To"
        type="time"
        value={fields.to}
        onChange={(event) => change({ to: event.target.value })}
      />
    </>
  );
}
