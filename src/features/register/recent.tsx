import { attempt } from '#db/attempt.ts';
import { readSame } from '#db/people.ts';
import { useRead } from '#db/person.ts';
import { nameIn, readSetup } from '#db/setup.ts';
import { erasedAmong, type ShownOf, shownOf } from '#db/shown.ts';
import { countedAges, wordsOf } from '#domain/codes.ts';
import { erasedName, nameOf } from '#domain/people/person.ts';
import { inForce } from '#domain/records/taken-back.ts';
import { type Mark, marksOf, standingTallies, type Tally, toTally } from '#domain/sessions/register.ts';
import { timeOn } from '#domain/time.ts';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { UndoButton } from '#ui/undo-bar.tsx';
import { takeBackTallies, undoMark } from './actions.ts';

type Change = {
  readonly id: string;
  readonly at: string;
  readonly words: string;
  readonly by: string;
  readonly undo: (() => Promise<unknown>) | null;
};

const done = { here: 'is here', left: 'left', removed: 'taken back' } as const;
const shownAtMost = 100;

function markChange(session: ShownOf<'session'>, mark: Mark, standing: boolean, name: string): Change {
  return {
    id: mark.id,
    at: mark.at,
    words: `${name} ${done[mark.state]}`,
    by: mark.by,
    undo: standing ? () => undoMark(session, mark) : null,
  };
}

function tallyChange(session: ShownOf<'session'>, tally: Tally, stands: boolean): Change {
  const signed = tally.n > 0 ? `+${tally.n}` : `−${-tally.n}`;
  return {
    id: tally.id,
    at: tally.at,
    words: `${signed} ${wordsOf(countedAges, tally.ageBand)}`,
    by: tally.by,
    undo: stands ? () => takeBackTallies(session, [tally]) : null,
  };
}

/** Every change of this session, newest first, each of which can be taken back. The history keeps both. */
export function Recent({ session, people }: { session: ShownOf<'session'>; people: readonly ShownOf<'person'>[] }) {
  const found = useRead(
    async (tx) => {
      const [setup, marks, tallies, same] = await Promise.all([
        readSetup(tx),
        shownOf(tx, 'mark', session.id),
        shownOf(tx, 'tally', session.id),
        readSame(tx),
      ]);
      const isOwn = ({ scope }: { readonly scope: string }) => scope === session.scope;
      const erased = await erasedAmong(
        tx,
        marks.map(({ body }) => same(session.scope).headOf(body.person)),
      );
      return { setup, erased, marks: marksOf(session, marks, same), tallies: tallies.filter(isOwn).map(toTally) };
    },
    [session.id, session.scope],
  );
  if (!found) return null;
  const names = new Map(people.map((person) => [person.id, nameOf(person.body)]));
  const nameless = (id: string) => (found.erased.has(id) ? erasedName : 'Somebody not known here');
  const standing = new Set(inForce(found.marks).map(({ id }) => id));
  const counted = new Set(standingTallies(found.tallies).map(({ id }) => id));
  const changes = [
    ...found.marks.map((mark) =>
      markChange(session, mark, standing.has(mark.id), names.get(mark.person) ?? nameless(mark.person)),
    ),
    ...found.tallies.map((tally) => tallyChange(session, tally, counted.has(tally.id))),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (changes.length === 0)
    return (
      <Empty icon="clock" title="Nothing yet">
        Every tap of this session is listed here, and each can be undone.
      </Empty>
    );
  return (
    <List>
      <Each of={changes.slice(0, shownAtMost)} by={({ id }) => id}>
        {({ at, words, by, undo }) => (
          <Item end={undo && <UndoButton words={words} onUndo={() => attempt(`Undoing ${words}`, undo)} />}>
            <b>{words}</b> · {timeOn(at, session.body.day)} · {nameIn(found.setup.members, by)}
          </Item>
        )}
      </Each>
    </List>
  );
}
