import { useRead } from '#db/person.ts';
import { shortNameIn } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { dayIn, dayOf, longDay, toInstant } from '#domain/time.ts';
import { type Figures, readFigures } from '#features/sessions/figures.ts';
import { mayDebrief, type TodayView } from '#features/sessions/queries.ts';
import type { Task } from '#phone/task.tsx';

/** What of sessions waits to be done: left open, never started, no debrief, not sent. */

/** What is only on this phone for so long is said: a phone may be lost. */
const unsentMs = 24 * 3_600_000;

export type SessionsToDo = {
  readonly toDo: readonly Task[];
  /** Of the sessions of the last days that are over. */
  readonly figures: ReadonlyMap<string, Figures>;
};

/** Undefined while it is read. */
export function useSessionsToDo(today: TodayView, now: number): SessionsToDo | undefined {
  const day = dayOf(now);
  const over = today.lately;
  const read = async (tx: StoreTx): Promise<SessionsToDo> => {
    const [figures, unsent] = await Promise.all([readFigures(tx, over, day), tx.pending('new')]);
    const oldest = unsent[0]?.entry.at;
    const isOld = oldest !== undefined && oldest < toInstant(now - unsentMs);
    return { figures, toDo: [...ofSessions(today, over, figures, day), ...(isOld ? [notSent(oldest)] : [])] };
  };
  return useRead(read, [day, [...today.leftOpen, ...today.missed, ...over].map(({ id }) => id).join()]);
}

function ofSessions(
  { leftOpen, missed, setup }: TodayView,
  over: readonly ShownOf<'session'>[],
  figures: SessionsToDo['figures'],
  day: string,
): Task[] {
  const where = ({ body }: ShownOf<'session'>) => `${shortNameIn(setup.sites, body.site)}, ${longDay(body.day, day)}`;
  const forgotten = over.filter(({ id, scope }) => figures.get(id)?.noDebrief && mayDebrief(setup.rights, scope));
  return [
    ...leftOpen.map((session): Task => {
      const { id } = session;
      return { key: id, icon: 'flag', what: 'Not finished:', which: where(session), to: `/s/${id}/finish` };
    }),
    ...missed.map((session): Task => {
      const { id } = session;
      return { key: id, icon: 'flag', what: 'Not started:', which: where(session), to: `/s/${id}` };
    }),
    ...forgotten.map(({ id, body }): Task => {
      const when = body.day === day ? 'Today' : dayIn(body.day, { weekday: 'long' });
      return {
        ...{ key: `debrief ${id}`, icon: 'note', to: `/s/${id}/debrief` },
        what: `${when}’s debrief:`,
        which: `${shortNameIn(setup.sites, body.site)}, no answers`,
      };
    }),
  ];
}

const notSent = (at: string): Task => ({
  ...{ key: 'unsent', icon: 'warning', to: '/sync' },
  what: `Not sent since ${dayIn(dayOf(at), { weekday: 'long' })}:`,
  which: 'find some signal',
});
