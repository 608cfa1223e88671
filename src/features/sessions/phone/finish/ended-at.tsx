import type { ComponentProps } from 'react';
import type { BodyOf } from '#domain/records/body.ts';
import { instantIn, startOf } from '#domain/sessions/session.ts';
import { endAfter, endWords, mayEndNow } from '#domain/sessions/timing.ts';
import { dayOf, instantAt, longDay, shortDay, spanWords, timeOf, toInstant } from '#domain/time.ts';
import { TextField } from '#ui/field.tsx';

/** When a session ended, wherever one is ended: now, or a time of day; of one that was forgotten, a time of day. */

/** What the field begins with: the end that is known, or that was planned for a session nobody can be ending now. */
export function endKnown(body: BodyOf<'session'>, zone: string, nowMs: number): string {
  const known = instantIn(body, 'actualEnd') || (mayEndNow(body, nowMs) ? '' : instantIn(body, 'plannedEnd'));
  return timeOf(known, zone);
}

/** The end as an instant, or what is wrong with what was typed. @param typed a time of day, or empty for now */
export function endFrom(
  body: BodyOf<'session'>,
  typed: string,
  zone: string,
  nowMs: number,
): { readonly end: string } | { readonly problem: string } {
  if (typed === '') {
    if (mayEndNow(body, nowMs)) return { end: toInstant(nowMs) };
    return { problem: `Write when it ended. ${beganWords(body, zone, nowMs)}` };
  }
  // The minute alone is asked; an end that was known to the second keeps its seconds.
  const known = instantIn(body, 'actualEnd');
  if (timeOf(known, zone) === typed) return { end: known };
  const end = endAfter(startOf(body) || instantAt(body.day, '00:00', zone), typed, zone);
  if (end === null) return { problem: endWords };
  return end <= toInstant(nowMs) ? { end } : { problem: 'That is still to come. Write when it ended.' };
}

function beganWords(body: BodyOf<'session'>, zone: string, nowMs: number): string {
  const today = dayOf(nowMs, zone);
  const start = startOf(body);
  if (start === '') return `It was on ${longDay(body.day, today)}.`;
  const day = dayOf(start, zone);
  return `It began ${day === today ? '' : `on ${longDay(day, today)} `}at ${timeOf(start, zone)}.`;
}

/** `16:00 to 18:04` of a session that can end now; of another, its day and when it began: `Tue 24 Nov, from 10:00`. */
export function runWords(body: BodyOf<'session'>, zone: string, nowMs: number): string {
  const from = timeOf(startOf(body), zone);
  if (mayEndNow(body, nowMs)) return [from, timeOf(nowMs, zone)].filter(Boolean).join(' to ');
  return [shortDay(body.day, dayOf(nowMs, zone)), from && `from ${from}`].filter(Boolean).join(', ');
}

/** What somebody else said of the end. That the planned end becomes likelier as time goes on is nobody’s word. */
export const endSaid =
  ({ actualEnd }: BodyOf<'session'>) =>
  (time: string): string =>
    actualEnd ? `Ended at: ${time}` : '';

type EndedAtProps = Omit<ComponentProps<typeof TextField>, 'label'> & {
  readonly body: BodyOf<'session'>;
  readonly zone: string;
  readonly nowMs: number;
  readonly value: string;
};

export function EndedAt({ body, zone, nowMs, ...field }: EndedAtProps) {
  const found = endFrom(body, field.value, zone, nowMs);
  const may = mayEndNow(body, nowMs);
  const isOtherDay = 'end' in found && field.value !== '' && dayOf(found.end, zone) !== body.day;
  const usual = may ? 'Now, unless you write another time' : 'Not now: write when everyone had left';
  const hint = (isOtherDay && spanWords(startOf(body), found.end, zone)) || usual;
  return <TextField label="Ended at" type="time" hint={hint} {...field} />;
}
