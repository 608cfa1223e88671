import { runningNow } from '#domain/sessions/session.ts';
import { addDays, dayOf } from '#domain/time.ts';
import { type ShownOf, shownOf } from './shown.ts';
import type { StoreTx } from './store.ts';

/** Sessions of a day and of the evening before it: the only ones that may be on. */
export async function readLately(tx: StoreTx, today: string): Promise<ShownOf<'session'>[]> {
  const days = await Promise.all([today, addDays(today, -1)].map((day) => shownOf(tx, 'session', day)));
  return days.flat();
}

/** Sessions that are on now, the last begun first. */
export const readRunning = async (tx: StoreTx, nowMs: number): Promise<ShownOf<'session'>[]> =>
  runningNow(await readLately(tx, dayOf(nowMs)), nowMs);
