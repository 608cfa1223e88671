import { useState } from 'react';
import { nameIn } from '#db/setup.ts';
import { answersTo } from '#domain/stock/answers.ts';
import { type Movement, standing } from '#domain/stock/stock.ts';
import { timeOf } from '#domain/time.ts';
import { takeBack } from '#features/boxes/actions.ts';
import type { Outing } from '#features/boxes/phone/outing.ts';
import { amountWords, whoWords } from '#features/boxes/words.ts';
import { undoing } from '#phone/done.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { UndoButton } from '#ui/undo-bar.tsx';

const shownAtMost = 8;

/** What was given out at this session, the last first, each of which can be taken back; without a session, today's. */
export function GivenHere({ outing }: { outing: Outing }) {
  const [all, setAll] = useState(false);
  const moves = givenAt(outing);
  if (moves.length === 0) return null;
  const shown = all ? moves : moves.slice(0, shownAtMost);
  return (
    <Fold title={outing.session ? 'Given out here' : 'Given out today'} note={moves.reduce((sum, { n }) => sum + n, 0)}>
      <List>
        <Each of={shown} by={(move) => move.id}>
          {(move) => <GivenLine outing={outing} move={move} />}
        </Each>
      </List>
      {shown.length < moves.length && (
        <Button wide onClick={() => setAll(true)}>
          {moves.length - shown.length} earlier
        </Button>
      )}
    </Fold>
  );
}

/** What came back since is not taken back as well. */
function givenAt({ stock, session, day }: Outing): Movement[] {
  const out = new Map(stock.out.map(({ id, n }) => [id, n]));
  return standing(stock.movements)
    .filter(({ id, n }) => out.get(id) === n)
    .filter((move) => (session ? move.session === session.id : move.session === undefined && move.day === day))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

function GivenLine({ outing: { stock }, move }: { outing: Outing; move: Movement }) {
  const what = amountWords(stock, move);
  const words = `${what} given to ${whoWords(stock, move)}`;
  // A part that was supplied for it since would be left behind.
  const isAnswered = answersTo(standing(stock.movements)).has(move.id);
  return (
    <Item end={!isAnswered && <UndoButton words={words} onUndo={() => undoing(words, () => takeBack([move]))} />}>
      <b>{what}</b> to {whoWords(stock, move)}
      <br />
      <small>{[timeOf(move.at), nameIn(stock.setup.members, move.by), move.label].filter(Boolean).join(' · ')}</small>
    </Item>
  );
}
