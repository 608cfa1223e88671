import { attempt } from '#db/attempt.ts';
import { newId, say, sayIfAny, useRead } from '#db/person.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { takeBackTurnedAway, turnAway } from '#domain/people/acts.ts';
import { type TurnedAwayReason, turnedAwayReasons } from '#domain/people-codes.ts';
import { standingTurnedAway, turnedAwayBy } from '#domain/sessions/turned-away.ts';
import { toInstant } from '#domain/time.ts';
import { Fold } from '#ui/answers.tsx';
import { CountRow, CountRows } from '#ui/count-row.tsx';

type TurnedAwayProps = {
  readonly session: ShownOf<'session'>;
  readonly did: (words: string, undo: () => Promise<unknown>) => void;
};

const minted = () => ({ id: newId(), at: toInstant(Date.now()) });

/** Takes one back, which is looked up in the saving transaction; null where another phone did so before. */
const takeBack = (session: ShownOf<'session'>, isMeant: (away: ShownOf<'turnedAway'>) => boolean) =>
  sayIfAny(async (tx) => {
    const standing = standingTurnedAway(session, await shownOf(tx, 'turnedAway', session.id));
    const last = standing
      .filter(isMeant)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .at(-1);
    return last ? [takeBackTurnedAway(last, minted())] : [];
  });

/** Who came and could not join in: how many and why, and nobody’s name. */
export function TurnedAway({ session, did }: TurnedAwayProps) {
  const by = useRead(
    async (tx) => turnedAwayBy(session, await shownOf(tx, 'turnedAway', session.id)),
    [session.id, session.scope],
  );
  const all = (by ?? []).reduce((sum, { n }) => sum + n, 0);
  const one = (reason: TurnedAwayReason) => turnAway({ ...session, day: session.body.day }, reason, 1, minted());
  const more = (reason: TurnedAwayReason, words: string) => () =>
    void attempt('+1 turned away', async () => {
      const saying = one(reason);
      await say([saying]);
      did(`1 turned away: ${words}`, () => takeBack(session, ({ id }) => id === saying.id));
    });
  const less = (reason: TurnedAwayReason, words: string) => () =>
    void attempt('−1 turned away', async () => {
      if (await takeBack(session, ({ body }) => body.reason === reason))
        did(`1 fewer turned away: ${words}`, () => say([one(reason)]));
    });
  return (
    <Fold title="Could not join in" note={all > 0 ? `${all} turned away` : undefined}>
      <CountRows>
        {turnedAwayReasons.map(([reason, words]) => (
          <CountRow
            key={reason}
            label={words}
            count={by?.find((each) => each.reason === reason)?.n ?? 0}
            onAdd={more(reason, words)}
            onTake={less(reason, words)}
            addLabel={`+1 turned away, ${words}`}
            takeLabel={`One less turned away, ${words}`}
          />
        ))}
      </CountRows>
    </Fold>
  );
}
