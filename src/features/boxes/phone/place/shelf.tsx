import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { nameIn } from '#db/setup.ts';
import { type MoveKind, moveKinds, wordsOf } from '#domain/codes.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { answersTo } from '#domain/stock/answers.ts';
import { setName } from '#domain/stock/places.ts';
import { type Movement, type Stocktake, standing } from '#domain/stock/stock.ts';
import { dayOf, timeOf } from '#domain/time.ts';
import { takeBack, takeIn } from '#features/boxes/actions.ts';
import { sayMoves } from '#features/boxes/phone/last-done.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { type Stock, shelfOf } from '#features/boxes/stock.ts';
import { amountInside, dateWords, moveWords } from '#features/boxes/words.ts';
import { undoing } from '#phone/done.ts';
import { DoneBar } from '#phone/done-bar.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { UndoButton } from '#ui/undo-bar.tsx';
import { type At, AtPlace } from './at-place.tsx';

const shownAtOnce = 40;

/** The history of one thing in one place: who did what and when, each of which can be taken back. Nothing is deleted. */
export function ShelfScreen() {
  return <AtPlace title="History">{(at) => <History {...at} />}</AtPlace>;
}

function History({ stock, place }: At) {
  const { set = '' } = useParams();
  const [most, setMost] = useState(shownAtOnce);
  const stands = new Set(standing(stock.movements).map(({ id }) => id));
  const out = new Map(stock.out.map(({ id, n }) => [id, n]));
  const moves = movesOf(stock, place.id, set);
  const answers = answersTo(standing(stock.movements));
  const counts = stock.stocktakes.filter((each) => each.holder === place.id && each.set === set);
  const shelf = shelfOf(stock, place.id, set);
  const lines = [
    ...moves.map((move) => ({
      id: move.id,
      at: move.at,
      row: (
        <MoveRow
          at={{ stock, place }}
          set={set}
          move={move}
          stands={stands.has(move.id)}
          answer={answers.get(move.id)?.at(-1)}
          out={out.get(move.id) ?? 0}
        />
      ),
    })),
    ...counts.map((count) => ({
      id: count.id,
      at: count.at,
      row: <CountRow stock={stock} count={count} stands={count.id === shelf.count?.id} />,
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <PhonePage
      title={setName(stock, set)}
      subtitle={`${place.name}: ${shelf.balance} now`}
      back={(parts) => <Link to={placeAddress(place.id)} {...parts} />}
      bottom={<DoneBar />}
    >
      <Stack>
        {lines.length === 0 && (
          <Empty icon="clock" title="Nothing yet">
            All that happens to it here is listed on this page.
          </Empty>
        )}
        <List>
          <Each of={lines.slice(0, most)} by={({ id }) => id}>
            {({ row }) => row}
          </Each>
        </List>
        {lines.length > most && (
          <Button wide onClick={() => setMost(most + shownAtOnce)}>
            {lines.length - most} earlier
          </Button>
        )}
      </Stack>
    </PhonePage>
  );
}

/** What touched the shelf, and what became of things lent from it that were lost or damaged out there. */
function movesOf({ movements }: Stock, place: string, set: string): Movement[] {
  const said = movements.filter(({ undoes }) => undoes === undefined);
  const here = said.filter((move) => touches(move, place, set));
  const ids = new Set(here.map(({ id }) => id));
  const outThere = said.filter(
    (move) => move.from === onLoan && move.to === undefined && move.settles.some((id) => ids.has(id)),
  );
  return [...here, ...outThere];
}

function touches({ set, from, to, kind, parts }: Movement, place: string, wanted: string): boolean {
  if (from !== place && to !== place) return false;
  return set === wanted || ((kind === 'built' || kind === 'unbuilt') && parts.some((part) => part.set === wanted));
}

/** When it was written down, and the day it is about where that was another. */
const whenWords = (at: string, day = dayOf(at)): string =>
  `${dateWords(dayOf(at))} ${timeOf(at)}${day === dayOf(at) ? '' : `, for ${dateWords(day)}`}`;

type MoveRowProps = {
  readonly at: At;
  readonly set: string;
  readonly move: Movement;
  readonly stands: boolean;
  /** The last that still answers it. */
  readonly answer: Movement | undefined;
  /** Of boxes given out, how many are still with those who got them. */
  readonly out: number;
};

function MoveRow({ at: { stock, place }, set, move, stands, answer, out }: MoveRowProps) {
  const words = moveWords(stock, move, place.id, set);
  const once = useOnce((act: () => Promise<unknown>) => act());
  const isOwn = move.partner === stock.partner;
  const notes = [whenWords(move.at, move.day), nameIn(stock.setup.members, move.by), move.label, move.reason];
  const came = () =>
    sayMoves(
      `Back in ${place.name}: ${amountInside(stock, { set: move.set, n: out })}`,
      takeIn(stock, null, { ...move, n: out }, place.id),
    );
  // Taken back first, the shelf would gain what was never away. A transfer answers nothing, so its kind is one of these.
  const undo = answer ? (
    <small>
      Undo <i>{wordsOf(moveKinds, answer.kind as MoveKind).toLocaleLowerCase('en-GB')}</i> first
    </small>
  ) : (
    <UndoButton words={words} onUndo={() => undoing(words, () => takeBack([move]))} />
  );
  return (
    <Item end={stands ? isOwn && undo : 'taken back'}>
      {stands ? <b>{words}</b> : <s>{words}</s>}
      <br />
      <small>{notes.filter((note) => note !== undefined).join(' · ')}</small>
      {/* What somebody named was given comes back on their own page. */}
      {out > 0 && move.for.length === 0 && (
        <>
          <br />
          <Button size="inline" kind="quiet" aria-label={`It came back: ${words}`} onClick={() => void once(came)}>
            It came back
          </Button>
        </>
      )}
    </Item>
  );
}

function CountRow({ stock, count, stands }: { stock: Stock; count: Stocktake; stands: boolean }) {
  return (
    <Item end={stands ? undefined : 'counted again'}>
      <b>{count.counted} counted</b>
      <br />
      <small>
        {whenWords(count.at)} · {nameIn(stock.setup.members, count.by)}
      </small>
    </Item>
  );
}
