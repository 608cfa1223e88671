import type { SessionAnswer } from '#desk/answers.ts';
import { byName, type SetUpRecord, siteNames, useDesk } from '#desk/desk.ts';
import { reasons, sessionStates, wordsOf } from '#domain/codes.ts';
import { covers, rightsOf } from '#domain/records/access.ts';
import { isClosed } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import type { SessionBody } from '#domain/sessions/session.ts';
import { shortDay, zoneOfPlace } from '#domain/time.ts';
import styles from '#features/sessions/desk/session/session.module.css';
import { DayField } from '#forms/day-field.tsx';
import { Form, type FormState, useForm } from '#forms/form.tsx';
import { Ticks } from '#ui/choice.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { useCorrect } from './door.ts';
import { type Facts, factsChanged, factsFaults, factsOf, hasReason, tookPlace } from './facts.ts';
import { Why } from './why.tsx';

/** Puts a session’s own facts right. */

type Props = { readonly found: SessionAnswer; readonly onDone: () => void };

export function FactsForm({ found, onDone }: Props) {
  const { id } = found.session;
  const body = found.session.body as SessionBody; // the server’s row of a session
  const { useSetUp } = useDesk();
  const sites = useSetUp('site').records;
  const zoneIn = (site: unknown) => zoneOfPlace(sites?.find((each) => each.id === site)?.body);
  const zoneBefore = zoneIn(body.site);
  const correct = useCorrect(id);
  const form = useForm<Facts>({
    name: `facts ${id}`,
    now: factsOf(body, zoneBefore),
    changes: true,
    days: { day: 'any' },
    judge: (facts) => factsFaults(facts, factsOf(body, zoneBefore), zoneIn(facts.site)),
    save: async (facts, saving) => {
      const changes = factsChanged(body, facts, { zone: zoneIn(facts.site), zoneBefore });
      if (changes.length === 0) return 'Nothing was changed.';
      return correct({ id: saving.id, reason: facts.why, changes });
    },
    onSaved: onDone,
  });
  const words = useFactWords(sites);
  if (!form || !sites) return null;
  const { status } = form.values;
  return (
    <Form form={form} words={words}>
      <Where form={form} sites={sites} />
      <div className={styles.pair}>
        <TextField label="Planned from" type="time" {...form.text('plannedFrom')} />
        <TextField label="Planned to" type="time" {...form.text('plannedTo')} />
      </div>
      <SelectField label="How it stands" {...form.text('status')}>
        {sessionStates.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      {tookPlace(status) && (
        <div className={styles.pair}>
          <TextField label="Began at" type="time" {...form.text('from')} />
          <TextField label="Ended at" type="time" {...form.text('to')} />
        </div>
      )}
      {hasReason(status) && <Reason form={form} />}
      <Who form={form} partner={partnerOf(found.session.scope) ?? ''} />
      <Why form={form} />
    </Form>
  );
}

/** What fields are called where somebody else changed them meanwhile. */
function useFactWords(sites: readonly SetUpRecord<'site'>[] | undefined) {
  const { useSetUp } = useDesk();
  const [members, activities] = [useSetUp('member').records, useSetUp('activity').records];
  const siteName = siteNames(sites);
  const names = (ids: readonly string[], of: readonly SetUpRecord[] | undefined) =>
    ids.map((id) => of?.find((each) => each.id === id)?.body.name ?? '').join(', ') || 'nobody';
  return {
    site: (id: string) => `Park: ${siteName(id, '')}`,
    day: (day: string) => `Day: ${shortDay(day, '')}`,
    plannedFrom: 'Planned from',
    plannedTo: 'Planned to',
    status: (is: string) => `How it stands: ${wordsOf(sessionStates, is)}`,
    from: 'Began at',
    to: 'Ended at',
    reason: (code: string) => `Reason: ${wordsOf(reasons, code) || 'none'}`,
    reasonText: 'More about the reason',
    activities: (ids: readonly string[]) => `On: ${names(ids, activities)}`,
    team: (ids: readonly string[]) => `Team: ${names(ids, members)}`,
    lead: (id: string) => `Led by: ${names([id], members)}`,
  };
}

type Part = { readonly form: FormState<Facts> };

function Where({ form, sites }: Part & { readonly sites: readonly SetUpRecord<'site'>[] }) {
  const siteName = siteNames(sites);
  const choosable = sites.filter((site) => !isClosed(site) || site.id === form.values.site).toSorted(byName);
  return (
    <>
      <SelectField label="Park" {...form.text('site')}>
        {choosable.map(({ id, body }) => (
          <option key={id} value={id}>
            {siteName(id, body.name)}
          </option>
        ))}
      </SelectField>
      <DayField label="Day" {...form.day('day')} />
    </>
  );
}

function Reason({ form }: Part) {
  return (
    <>
      <SelectField label="Reason" {...form.text('reason')}>
        <option value="">Choose one</option>
        {reasons.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField label="More about it" optional="(optional)" {...form.text('reasonText')} maxLength={200} />
    </>
  );
}

/** What was on, and who was there for the partner; whoever left since can still be seen where they are. */
function Who({ form, partner }: Part & { readonly partner: string }) {
  const { useSetUp } = useDesk();
  const { team, activities } = form.values;
  const members = (useSetUp('member').records ?? []).filter(
    (member) =>
      team.includes(member.id) || (!isClosed(member) && rightsOf(member.body).some((right) => covers(right, partner))),
  );
  const on = (useSetUp('activity').records ?? []).filter((each) => !isClosed(each) || activities.includes(each.id));
  const options = (records: readonly SetUpRecord[]) =>
    records.toSorted(byName).map(({ id, body }) => ({ value: id, label: body.name }));
  const chosen = members.filter(({ id }) => team.includes(id)).toSorted(byName);
  return (
    <>
      <Ticks
        legend="Activities"
        tile="9rem"
        options={options(on)}
        values={activities}
        onChange={(values) => form.change({ activities: values })}
      />
      <Ticks
        legend="Team"
        tile="9rem"
        options={options(members)}
        values={team}
        onChange={(values) => form.change({ team: values, ...(!values.includes(form.values.lead) && { lead: '' }) })}
      />
      <SelectField label="Led by" optional="(optional)" {...form.text('lead')}>
        <option value="">Not said</option>
        {chosen.map(({ id, body }) => (
          <option key={id} value={id}>
            {body.name}
          </option>
        ))}
      </SelectField>
    </>
  );
}
