import { runningNow } from '#domain/sessions/session.ts';
import { addDays, dayOf } from '#domain/time.ts';
import { type Shown, shownOf } from './shown.ts';
import type { StoreTx } from './store.ts';

/** Sessions that are on now, the last begun first. Only the two days on which one may have begun are opened. */
export async function readRunning(tx: StoreTx, nowMs: number): Promise<Shown[]> {
  const today = dayOf(nowMs);
  const days = await Promise.all([today, addDays(today, -1)].map((day) => shownOf(tx, 'session', day)));
  return runningNow(days.flat(), nowMs);
}
