import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { nameIn } from '#db/setup.ts';
import { type Movement, type Stocktake, standing } from '#domain/stock.ts';
import { dayOf, timeOf } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Empty } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { type Moving, move as moveStock, takeBack } from './actions.ts';
import { type At, AtPlace } from './at-place.tsx';
import { DoneBar } from './done-bar.tsx';
import { doing, undoing } from './last-done.ts';
import { placeAddress } from './places.ts';
import { type Stock, setName, shelfOf } from './stock.ts';
import { amountInside, dateWords, moveWords } from './words.ts';

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
  const moves = stock.movements.filter((move) => move.undoes === undefined && touches(move, place.id, set));
  const counts = stock.stocktakes.filter((each) => each.holder === place.id && each.set === set);
  const shelf = shelfOf(stock, place.id, set);
  const lines = [
    ...moves.map((move) => ({
      at: move.at,
      row: (
        <MoveRow
          key={move.id}
          at={{ stock, place }}
          set={set}
          move={move}
          stands={stands.has(move.id)}
          out={out.get(move.id) ?? 0}
        />
      ),
    })),
    ...counts.map((count) => ({
      at: count.at,
      row: <CountRow key={count.id} stock={stock} count={count} stands={count.id === shelf.count?.id} />,
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
            All that happens to it here will stand on this page.
          </Empty>
        )}
        <List>{lines.slice(0, most).map(({ row }) => row)}</List>
        {lines.length > most && (
          <Button wide onClick={() => setMost(most + shownAtOnce)}>
            {lines.length - most} earlier
          </Button>
        )}
      </Stack>
    </PhonePage>
  );
}

function touches({ set, from, to, kind, parts }: Movement, place: string, wanted: string): boolean {
  if (from !== place && to !== place) return false;
  return set === wanted || ((kind === 'built' || kind === 'unbuilt') && parts.some((part) => part.set === wanted));
}

const whenWords = (at: string): string => `${dateWords(dayOf(at))} ${timeOf(at)}`;

type MoveRowProps = {
  readonly at: At;
  readonly set: string;
  readonly move: Movement;
  readonly stands: boolean;
  /** Of boxes given out, how many are still with those who got them. */
  readonly out: number;
};

function MoveRow({ at: { stock, place }, set, move, stands, out }: MoveRowProps) {
  const words = moveWords(stock, move, place.id, set);
  const once = useOnce((act: () => Promise<unknown>) => act());
  const isOwn = move.partner === stock.partner;
  const notes = [whenWords(move.at), nameIn(stock.setup.members, move.by), move.label, move.reason];
  const back: Moving = { kind: 'returned', set: move.set, n: out, to: place.id, settles: [move.id] };
  const came = () =>
    doing(`Back in ${place.name}: ${amountInside(stock, { set: move.set, n: out })}`, () =>
      moveStock({ partner: stock.partner, session: null }, [back]),
    );
  const undo = (
    <Button
      size="inline"
      icon="undo"
      aria-label={`Undo: ${words}`}
      onClick={() => void once(() => undoing(words, () => takeBack([move])))}
    >
      Undo
    </Button>
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
