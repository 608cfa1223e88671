import { sayIfAny } from '#db/person.ts';
import { type ShownOf, shownOne } from '#db/shown.ts';
import { type SessionState, sessionStates, wordsOf } from '#domain/codes.ts';
import type { Saying } from '#domain/records/say.ts';
import { isRunning, reopenedOf, type SessionBody, statusOf } from '#domain/sessions/session.ts';
import { keepHere } from '#phone/save.ts';

/** What a form says of a session holds for the state the worker saw it in: another phone may have begun or ended it since. */

/** What became of it, for whoever saw it stand otherwise. */
export function meanwhile(body: SessionBody): string {
  if (isRunning(body)) return `It was ${reopenedOf(body) > 0 ? 'opened again' : 'started'} meanwhile`;
  return `It was ${wordsOf(sessionStates, statusOf(body)).toLowerCase()} meanwhile`;
}

type AsSeen<Fault> = {
  readonly session: ShownOf<'session'>;
  /** How it stood for the worker. */
  readonly seen: SessionState;
  readonly say: (stands: ShownOf<'session'>) => readonly Saying[];
  /** What the form says instead, where it stands otherwise by then. */
  readonly otherwise: (stands: ShownOf<'session'>) => Fault;
};

/** Saves what is said of a session where it still stands as it was seen; it is read once more by the save itself. */
export async function keepAsSeen<Fault>(
  words: string,
  { session, seen, say, otherwise }: AsSeen<Fault>,
): Promise<string | null | Fault> {
  const met: Fault[] = [];
  const problem = await keepHere(words, () =>
    sayIfAny(async (tx) => {
      const stands = (await shownOne(tx, 'session', session.id)) ?? session;
      if (statusOf(stands.body) === seen) return say(stands);
      met.push(otherwise(stands));
      return [];
    }),
  );
  return problem ?? met[0] ?? null;
}
