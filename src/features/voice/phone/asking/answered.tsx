import { useHeldGroups } from '#db/person.ts';
import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { codesOf } from '#domain/codes.ts';
import { timeOf, zoneOfPlace } from '#domain/time.ts';
import { answerWays } from '#domain/voice-codes.ts';
import type { Askable } from './choices.ts';
import { groupFor } from './make-pack.ts';

type AnsweredProps = {
  readonly session: ShownOf<'session'>;
  readonly setup: Setup;
  /** All that may have been asked here. */
  readonly all: readonly Askable[];
};

/** How many have answered on this phone and wait, and when they leave. */
export function Answered({ session, setup, all }: AnsweredProps) {
  const groups = all.flatMap(({ forms, respondents }) =>
    forms.flatMap(({ sha256 }) =>
      respondents.flatMap((who) => codesOf(answerWays).map((way) => groupFor(session.id, sha256, who, way))),
    ),
  );
  const held = useHeldGroups(groups) ?? [];
  const n = held.reduce((all, each) => all + each.n, 0);
  if (n === 0) return null;
  const zone = zoneOfPlace(setup.sites.find(({ id }) => id === session.body.site)?.body);
  return (
    <p>
      <b>{n} answered on this phone.</b> They leave it after {timeOf(Math.max(...held.map(({ dueAt }) => dueAt)), zone)}
      , with signal.
    </p>
  );
}
