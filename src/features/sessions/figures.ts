import { readSame } from '#db/people.ts';
import { type ShownOf, shownOf, shownOfIds } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { sessionStates, wordsOf } from '#domain/codes.ts';
import type { Entry } from '#domain/records/entry.ts';
import { registerFrom } from '#domain/sessions/register.ts';
import { isOnNow, isPlanned, isRunning, statusOf, wasMissed } from '#domain/sessions/session.ts';
import { addDays } from '#domain/time.ts';
import type { IconName } from '#ui/icon.tsx';

/** What lists say of sessions that were: how many came, and the worst of how each stands. */

export type Figures = {
  readonly came: number;
  /** Of it, what is saved on this phone only; what the server has not confirmed; what it refused. */
  readonly unsent: number;
  readonly sent: number;
  readonly toLookAt: number;
  /** Nobody has answered any question of the debrief, and it is theirs to answer. */
  readonly noDebrief: boolean;
};

const isOf = (session: string, { writes }: Entry): boolean =>
  writes.some(({ id, body }) => id === session || body.session === session);

/** After so long nobody remembers what they would change. */
const debriefDays = 28;

/** Of each session, by its id. Marks and counts are read by session, never whole. */
export async function readFigures(
  tx: StoreTx,
  sessions: readonly ShownOf<'session'>[],
  today: string,
): Promise<ReadonlyMap<string, Figures>> {
  const asked = sessions.filter(
    ({ body }) => ['finished', 'shortened'].includes(statusOf(body)) && body.day >= addDays(today, -debriefDays),
  );
  const [same, pending, refused, debriefs] = await Promise.all([
    readSame(tx),
    tx.pending(),
    tx.refused(),
    shownOfIds(
      tx,
      'debrief',
      asked.map(({ id }) => `debrief:${id}`),
    ),
  ]);
  const answered = new Set(
    debriefs
      .filter(({ body }) => body.wentWell || body.different || body.needsRaised || body.mood)
      .map(({ body }) => body.session),
  );
  const found = sessions.map(async (session) => {
    const { id } = session;
    const [marks, tallies] = await Promise.all([shownOf(tx, 'mark', id), shownOf(tx, 'tally', id)]);
    const waiting = pending.filter(({ entry }) => isOf(id, entry));
    const [unsent, missing] = [waiting.filter(({ state }) => state === 'new'), waiting.filter((item) => item.missing)];
    const figures: Figures = {
      came: registerFrom(session, marks, tallies, () => 'NK', same).all.total,
      unsent: unsent.length,
      sent: waiting.length - unsent.length - missing.length,
      toLookAt: missing.length + refused.filter(({ entry }) => isOf(id, entry)).length,
      noDebrief: asked.includes(session) && !answered.has(id),
    };
    return [id, figures] as const;
  });
  return new Map(await Promise.all(found));
}

/** How a session stands, by shape and word. */
export type HowItStands = {
  readonly icon?: IconName;
  readonly words: string;
  readonly look: 'ink' | 'warn' | 'ok' | 'muted';
};

/** The worst of what holds for a session that is past. @param now epoch ms */
export function standingOf({ body }: ShownOf<'session'>, figures: Figures | undefined, now: number): HowItStands {
  if (figures && figures.toLookAt > 0) return { icon: 'warning', words: 'Needs a look', look: 'warn' };
  if (wasMissed(body, now)) return { icon: 'flag', words: 'Not started', look: 'warn' };
  if (isRunning(body) && !isOnNow(body, now)) return { icon: 'flag', words: 'Not finished', look: 'warn' };
  if (figures && figures.unsent > 0) return { icon: 'phone', words: `On this phone ${figures.unsent}`, look: 'ink' };
  if (figures?.noDebrief) return { icon: 'note', words: 'Debrief missing', look: 'warn' };
  if (!isPlanned(body) && statusOf(body) !== 'finished')
    return { words: wordsOf(sessionStates, statusOf(body)), look: 'muted' };
  if (!figures) return { words: '', look: 'muted' };
  return figures.sent > 0
    ? { icon: 'sent', words: 'Sent', look: 'ink' }
    : { icon: 'double-tick', words: 'Confirmed', look: 'ok' };
}
