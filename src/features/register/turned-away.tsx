import { attempt } from '#db/attempt.ts';
import { atOnce } from '#db/meant.ts';
import { meantBy, newId, say, sayIfAny, useShown } from '#db/person.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { takeBackTurnedAway, turnAway } from '#domain/people/acts.ts';
import { type TurnedAwayReason, turnedAwayReasons } from '#domain/people-codes.ts';
import type { Saying } from '#domain/records/say.ts';
import { standingTurnedAway, turnedAwayBy } from '#domain/sessions/turned-away.ts';
import { toInstant } from '#domain/time.ts';
import { Fold } from '#ui/answers.tsx';
import { CountRow, CountRows } from '#ui/count-row.tsx';
import { saying } from './taps.ts';

type TurnedAwayProps = {
  readonly session: ShownOf<'session'>;
};

const minted = () => ({ id: newId(), at: toInstant(Date.now()) });

type Rows = readonly ShownOf<'turnedAway'>[];

/** Takes one back, which is looked up in the saving transaction; null where another phone did so before. @param drawn those on the screen */
function takeBack(session: ShownOf<'session'>, isMeant: (away: ShownOf<'turnedAway'>) => boolean, drawn: Rows) {
  const less = (rows: Rows): readonly Saying[] => {
    const standing = standingTurnedAway(session, rows).filter(isMeant);
    const last = standing.sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
    return last ? [takeBackTurnedAway(last, minted())] : [];
  };
  return atOnce(
    less(drawn).map((saying) => meantBy<'turnedAway'>(saying)),
    () => sayIfAny(async (tx) => less(await shownOf(tx, 'turnedAway', session.id))),
  );
}

const sayAtOnce = (sayings: readonly Saying[]) =>
  atOnce(
    sayings.map((saying) => meantBy<'turnedAway'>(saying)),
    () => say(sayings),
  );

/** Who came and could not join in: how many and why, and nobody’s name. */
export function TurnedAway({ session }: TurnedAwayProps) {
  const rows = useShown('turnedAway', session.id) ?? [];
  const by = turnedAwayBy(session, rows);
  const all = by.reduce((sum, { n }) => sum + n, 0);
  const one = (reason: TurnedAwayReason) => turnAway({ ...session, day: session.body.day }, reason, 1, minted());
  const said = (words: string) => ({ session: session.id, words });
  const more = (reason: TurnedAwayReason, words: string) => () =>
    void attempt('+1 turned away', () => {
      const turned = one(reason);
      return saying(
        said(`1 turned away: ${words}`),
        () => sayAtOnce([turned]),
        () => takeBack(session, ({ id }) => id === turned.id, [...rows, meantBy<'turnedAway'>(turned)]),
      );
    });
  const less = (reason: TurnedAwayReason, words: string) => () =>
    void attempt('−1 turned away', () =>
      saying(
        said(`1 fewer turned away: ${words}`),
        () => takeBack(session, ({ body }) => body.reason === reason, rows),
        () => sayAtOnce([one(reason)]),
      ),
    );
  return (
    <Fold title="Could not join in" note={all > 0 ? `${all} turned away` : undefined}>
      <CountRows>
        {turnedAwayReasons.map(([reason, words]) => (
          <CountRow
            key={reason}
            label={words}
            count={by.find((each) => each.reason === reason)?.n ?? 0}
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
