import { dayOf, shortDay, timeOf } from '#domain/time.ts';
import type { PhoneAnswer } from './answers.ts';

/** How a phone stands, in words. */

const silentAfterMs = 3 * 86_400_000;

/** Not heard from for three days, and in use. */
export const isSilent = (
  { lastContactAt, ended }: Pick<PhoneAnswer, 'lastContactAt' | 'ended'>,
  nowMs: number,
): boolean => !ended && nowMs - Date.parse(lastContactAt) > silentAfterMs;

/** Said, when last heard, that it has records not sent. */
export const isHolding = ({ unsent }: Pick<PhoneAnswer, 'unsent'>): boolean => unsent > 0;

/** `Today 14:05`, `Mon 16 Nov, 14:05` */
export function contactWords(instant: string, nowMs: number): string {
  const day = dayOf(instant);
  return day === dayOf(nowMs) ? `Today ${timeOf(instant)}` : `${shortDay(day, dayOf(Date.now()))}, ${timeOf(instant)}`;
}

/** `3, oldest Mon 16 Nov` or `None` */
export function unsentWords({ unsent, oldestUnsentAt }: Pick<PhoneAnswer, 'unsent' | 'oldestUnsentAt'>): string {
  if (unsent === 0) return 'None';
  return oldestUnsentAt === null
    ? String(unsent)
    : `${unsent}, oldest ${shortDay(dayOf(oldestUnsentAt), dayOf(Date.now()))}`;
}
