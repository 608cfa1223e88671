import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useDrafted } from '#db/draft.ts';
import { newId, openPerson, say, useRead } from '#db/person.ts';
import { readSetup, type Setup } from '#db/setup.ts';
import { type Shown, shownById } from '#db/shown.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { endOf, isPlanned, startOf } from '#domain/sessions/session.ts';
import { addDays, dayOf, timeOf } from '#domain/time.ts';
import { Where } from '#features/sessions/phone/where.tsx';
import { zoneOf } from '#features/sessions/queries.ts';
import { SureOfDay } from '#forms/sure.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Form } from '#ui/stack.tsx';
import { AlreadyThere, readSameDay, useSameDay } from './already-there.tsx';
import { type EarlierFields, earlierFaults, noneEarlier, writingUp } from './earlier.ts';

/** Recording a session of yesterday, or typing up a printed register; the second is marked *from paper*. */
export function Earlier() {
  const [search] = useSearchParams();
  const planned = search.get('planned');
  const found = useRead(
    async (tx) => {
      const [setup, [session]] = await Promise.all([readSetup(tx), shownById(tx, planned === null ? [] : [planned])]);
      return { setup, planned, session: session && isPlanned(session.body) ? session : undefined };
    },
    [planned],
  );
  if (found?.planned !== planned) return <PhonePage title="An earlier session" loading />;
  return <EarlierForm key={planned ?? ''} setup={found.setup} session={found.session} />;
}

/** The form as it begins: of a session that was planned, what was planned. */
function begun(setup: Setup, session: Shown | undefined): EarlierFields {
  if (!session) return { ...noneEarlier, day: addDays(dayOf(Date.now()), -1) };
  const { body, scope, id } = session;
  const zone = zoneOf(setup, session);
  const time = (instant: string, other: string) => (instant === '' ? other : timeOf(instant, zone));
  return {
    ...noneEarlier,
    partner: partnerOf(scope) ?? '',
    site: String(body.site),
    day: String(body.day),
    from: time(startOf(body), noneEarlier.from),
    to: time(endOf(body), noneEarlier.to),
    which: id,
  };
}

function EarlierForm({ setup, session }: { setup: Setup; session: Shown | undefined }) {
  const form = session ? `earlier:${session.id}` : 'earlier';
  const { fields, change, done } = useDrafted<EarlierFields>(form, begun(setup, session));
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const navigate = useNavigate();
  const only = setup.ownPartners.length === 1 ? (setup.ownPartners[0]?.id ?? '') : '';
  const whole = fields && { ...fields, partner: fields.partner || only };
  const shown = useSameDay(whole);

  const record = useOnce(async () => {
    if (!whole) return;
    // Looked up once more: what is drawn may be of the park that was chosen a moment ago.
    const there = await openPerson().store.read((tx) => readSameDay(tx, whole));
    const found = earlierFaults(whole, there, setup, Date.now());
    setFaults(found);
    if (found.length > 0) return;
    const meant = there.find(({ id, body }) => id === whole.which && isPlanned(body));
    const id = meant?.id ?? newId();
    if (!(await attempt('The session', () => say([writingUp(id, whole, setup, meant)])))) return;
    await done();
    navigate(`/s/${id}/before`, { replace: true });
  });

  if (!whole) return <PhonePage title="An earlier session" loading />;
  return (
    <PhonePage
      title="An earlier session"
      back={(parts) => <Link to="/more" {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide iconEnd="next" onClick={() => void record()}>
            Go on
          </Button>
        </Foot>
      }
    >
      <Form onSubmit={record}>
        <ErrorSummary errors={faults} />
        <WhereAndWhen setup={setup} fields={whole} change={change} faults={faults} />
        <AlreadyThere
          setup={setup}
          there={shown}
          which={whole.which}
          error={faultAt(faults, 'earlier-which')}
          onChange={(which) =>
            change({
              which,
              ...timesOfPlan(
                setup,
                shown.find(({ id }) => id === which),
              ),
            })
          }
        />
        <Choice
          legend="Was it written on paper?"
          tile="8rem"
          options={[
            { value: 'no', label: 'No' },
            { value: 'yes', label: 'Yes' },
          ]}
          value={whole.paper}
          onChange={(paper) => change({ paper })}
        />
        {whole.paper === 'yes' && (
          <TextField
            label="Number on the paper"
            optional="(optional)"
            value={whole.reference}
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

/** Choosing the planned one takes over when it was planned for. */
function timesOfPlan(setup: Setup, session: Shown | undefined): Partial<EarlierFields> {
  if (!session) return {};
  const { from, to } = begun(setup, session);
  return { from, to };
}

const faultAt = (faults: readonly FieldFault[], fieldId: string): string | undefined =>
  faults.find((fault) => fault.fieldId === fieldId)?.message;

type WhereProps = {
  setup: Setup;
  fields: EarlierFields;
  change: (changed: Partial<EarlierFields>) => void;
  faults: readonly FieldFault[];
};

function WhereAndWhen({ setup, fields, change, faults }: WhereProps) {
  const today = dayOf(useNow());
  // At another place or on another day it is another session: which one is asked again.
  const elsewhere = (changed: Partial<EarlierFields>) => change({ ...changed, which: '' });
  return (
    <>
      <Where
        setup={setup}
        form="earlier"
        site={fields.site}
        partner={fields.partner}
        onSite={(site) => elsewhere({ site })}
        onPartner={(partner) => elsewhere({ partner })}
      />
      <TextField
        id="earlier-day"
        label="Day"
        type="date"
        max={today}
        value={fields.day}
        error={faultAt(faults, 'earlier-day')}
        onChange={(event) => elsewhere({ day: event.target.value })}
      />
      {fields.day <= today && (
        <SureOfDay
          id="earlier-sure"
          day={fields.day}
          sure={fields.sure}
          today={today}
          past="usual"
          onChange={(sure) => change({ sure })}
        />
      )}
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
        error={faultAt(faults, 'earlier-to')}
        onChange={(event) => change({ to: event.target.value })}
      />
    </>
  );
}
