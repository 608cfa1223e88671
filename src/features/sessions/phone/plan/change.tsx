import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useDrafted } from '#db/draft.ts';
import { useOne } from '#db/person.ts';
import { nameIn, type Setup, useSetup } from '#db/setup.ts';
import type { Shown } from '#db/shown.ts';
import { type Reason, reasons, wordsOf } from '#domain/codes.ts';
import { isRunning, startOf } from '#domain/sessions/session.ts';
import { dayOf, instantAt, readInstant, shortDay, timeOf, toInstant } from '#domain/time.ts';
import { cancelSession, editSession, endSession } from '#features/sessions/actions.ts';
import { EndedAt, endFrom, endKnown } from '#features/sessions/phone/ended-at.tsx';
import { ShareText } from '#features/sessions/phone/share-text.tsx';
import { Places } from '#features/sessions/phone/where.tsx';
import { startWords, whenOf, zoneOf } from '#features/sessions/queries.ts';
import { dayFault } from '#forms/sure.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Form, Stack } from '#ui/stack.tsx';
import { SureOfPlan } from './sure-of-plan.tsx';

const ways = [
  { value: 'cancelled', label: 'Cancel it' },
  { value: 'shortened', label: 'End it early' },
  { value: 'moved', label: 'Move it to another park' },
  { value: 'time', label: 'Change the day or time' },
] as const;
type Way = (typeof ways)[number]['value'];

/** Cancelling, shortening or moving a session: its reason, and a text to share. */
export function ChangeSession() {
  const { id = '' } = useParams();
  const session = useOne(id);
  const setup = useSetup();
  if (!session || !setup) return <PhonePage title="Change session" loading />;
  return <ChangeForm session={session} setup={setup} />;
}

function problemWith({ way, reason, site, day, from, sure }: Drawn): string | undefined {
  return !way
    ? 'Choose what changes.'
    : way !== 'time' && !reason
      ? 'Choose the reason.'
      : way === 'moved' && !site
        ? 'Choose the other park.'
        : way === 'time' && (day === '' || from === '')
          ? 'Choose the day and the time.'
          : way === 'time'
            ? dayFault(day, sure, dayOf(Date.now()), 'asked')
            : undefined;
}

function ChangeForm({ session, setup }: { session: Shown; setup: Setup }) {
  const zone = zoneOf(setup, session);
  const empty = drawnFrom(session, zone);
  const drafted = useDrafted<Drawn>(`change:${session.id}`, empty);
  const { way, reason, more, site, day, from, sure, endedAt } = drafted.fields ?? empty;
  const set =
    <Field extends keyof Drawn>(field: Field) =>
    (value: Drawn[Field]) =>
      drafted.change({ [field]: value });
  const [error, setError] = useState<string>();
  const [endError, setEndError] = useState<string>();
  const [done, setDone] = useState<string>();
  const now = useNow();
  const place = nameIn(setup.sites, session.body.site);
  const running = isRunning(session.body);
  const ends = running && (way === 'shortened' || way === 'moved');

  const save = useOnce(async () => {
    const problem = problemWith(drafted.fields ?? empty);
    setError(problem);
    const ended = ends ? endFrom(session.body, endedAt, zone, Date.now()) : { end: '' };
    setEndError('problem' in ended ? ended.problem : undefined);
    if (problem || !way || 'problem' in ended) return;
    const change: Changing = { session, setup, way, reason, more: more.trim(), site, day, from, zone, end: ended.end };
    if (!(await attempt('The change', () => make(change)))) return;
    await drafted.done();
    setDone(told(change));
  });

  if (done) return <Changed place={place} text={done} />;
  return (
    <PhonePage
      title="Change session"
      subtitle={`${place} · ${whenOf(setup, session)}`}
      back={(parts) => <Link to="/plan" {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide onClick={() => void save()}>
            Save the change
          </Button>
        </Foot>
      }
    >
      <Form onSubmit={save}>
        <Choice
          legend="What changes?"
          options={ways.filter(({ value }) => (running ? value !== 'time' : value !== 'shortened'))}
          value={way}
          onChange={set('way')}
          error={error}
        />
        {way === 'moved' && (
          <Places
            id="change-site"
            label="To which park?"
            places={setup.sites.filter(({ id }) => id !== session.body.site)}
            value={site}
            onChange={set('site')}
          />
        )}
        {ends && (
          <EndedAt
            body={session.body}
            zone={zone}
            nowMs={now}
            value={endedAt}
            error={endError}
            onChange={set('endedAt')}
          />
        )}
        {way === 'time' && <When fields={{ day, from, sure }} today={dayOf(now)} onChange={drafted.change} />}
        {way && way !== 'time' && <Why reason={reason} more={more} onReason={set('reason')} onMore={set('more')} />}
      </Form>
    </PhonePage>
  );
}

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

type WhenProps = {
  readonly fields: Pick<Drawn, 'day' | 'from' | 'sure'>;
  readonly today: string;
  readonly onChange: (changed: Partial<Drawn>) => void;
};

/** The new day and time. */
function When({ fields: { day, from, sure }, today, onChange }: WhenProps) {
  return (
    <>
      <TextField label="Day" type="date" value={day} onChange={(event) => onChange({ day: event.target.value })} />
      <SureOfPlan id="change-sure" day={day} sure={sure} today={today} onChange={(next) => onChange({ sure: next })} />
      <TextField label="From" type="time" value={from} onChange={(event) => onChange({ from: event.target.value })} />
    </>
  );
}

type WhyProps = {
  reason: Reason | undefined;
  more: string;
  onReason: (reason: Reason) => void;
  onMore: (more: string) => void;
};

function Why({ reason, more, onReason, onMore }: WhyProps) {
  return (
    <>
      <Choice
        legend="Why?"
        tile="9rem"
        options={reasons.map(([value, label]) => ({ value, label }))}
        value={reason}
        onChange={onReason}
      />
      <TextField
        label="Anything to add"
        optional="(optional)"
        maxLength={200}
        value={more}
        onChange={(event) => onMore(event.target.value)}
      />
    </>
  );
}

/** The form, kept as a draft. */
type Drawn = {
  way: Way | undefined;
  reason: Reason | undefined;
  more: string;
  site: string;
  day: string;
  from: string;
  /** A day in the past, or far off, that was said to be meant. */
  sure: string;
  endedAt: string;
};

const drawnFrom = ({ body }: Shown, zone: string): Drawn => ({
  way: undefined,
  reason: undefined,
  more: '',
  site: '',
  day: String(body.day),
  from: timeOf(startOf(body), zone),
  sure: '',
  endedAt: endKnown(body, zone, Date.now()),
});

type Changing = {
  readonly session: Shown;
  readonly setup: Setup;
  readonly way: Way;
  readonly reason: Reason | undefined;
  readonly more: string;
  readonly site: string;
  readonly day: string;
  readonly from: string;
  readonly zone: string;
  /** When it ended, an instant, of one that runs. */
  readonly end: string;
};

function make({ session, way, reason, more, site, day, from, zone, end: actualEnd }: Changing): Promise<unknown> {
  const because = { ...(reason && { reason }), ...(more && { reasonText: more }) };
  if (way === 'cancelled') return cancelSession(session, reason ?? 'other', more);
  if (way === 'shortened') return endSession(session, 'shortened', { ...because, actualEnd });
  if (way === 'time') return editSession(session, moveTimes(session, day, from, zone));
  // A session that has not begun takes place at the other park; one that runs went on there and ends as moved.
  if (isRunning(session.body)) return endSession(session, 'moved', { ...because, movedTo: site, actualEnd });
  return editSession(session, { ...because, site });
}

/** The text for the team and the families. */
function told({ session, setup, way, reason, site, day, from }: Changing): string {
  const place = nameIn(setup.sites, session.body.site);
  const when = `${shortDay(String(session.body.day), dayOf(Date.now()))}, ${startWords(setup, session)}`;
  const why = reason ? ` ${wordsOf(reasons, reason)}.` : '';
  const texts: Record<Way, string> = {
    cancelled: `${place}, ${when}: cancelled.${why}`,
    shortened: `${place}, ${when}: ended early.${why}`,
    moved: `${place}, ${when}: now at ${nameIn(setup.sites, site)}.${why}`,
    time: `${place}: now on ${shortDay(day, dayOf(Date.now()))}, ${from}.`,
  };
  return texts[way];
}

/** Start and end move together; the session stays as long as it was planned. */
function moveTimes(session: Shown, day: string, from: string, zone: string) {
  const plannedStart = instantAt(day, from, zone);
  const planned = Date.parse(readInstant(session.body.plannedEnd)) - Date.parse(readInstant(session.body.plannedStart));
  const lengthMs = Number.isNaN(planned) ? 2 * 3_600_000 : planned;
  return { day, plannedStart, plannedEnd: toInstant(Date.parse(plannedStart) + lengthMs) };
}
