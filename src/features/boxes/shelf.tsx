import { Link, useParams } from 'react-router';
import { nameIn } from '#db/setup.ts';
import { type Movement, type Stocktake, standing } from '#domain/stock.ts';
import { dayOf, timeOf } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { move as moveStock, takeBack } from './actions.ts';
import { type At, AtPlace } from './at-place.tsx';
import { DoneBar } from './done-bar.tsx';
import { doing, undoing } from './last-done.ts';
import { placeAddress } from './places.ts';
import { type Stock, setName, shelfOf } from './stock.ts';
import { amountWords, dateWords, moveWords } from './words.ts';

const shownAtMost = 100;

/** The history of one thing in one place: who did what and when, each of which can be taken back. Nothing is deleted. */
export function ShelfScreen() {
  return <AtPlace title="History">{(at) => <History {...at} />}</AtPlace>;
}

function History({ stock, place }: At) {
  const { set = '' } = useParams();
  const stands = new Set(standing(stock.movements).map(({ id }) => id));
  const moves = stock.movements.filter((move) => move.undoes === undefined && touches(move, place.id, set));
  const counts = stock.stocktakes.filter((each) => each.holder === place.id && each.set === set);
  const shelf = shelfOf(stock, place.id, set);
  const lines = [
    ...moves.map((move) => ({
      at: move.at,
      row: <MoveRow key={move.id} stock={stock} place={place.id} set={set} move={move} stands={stands.has(move.id)} />,
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
        <List>{lines.slice(0, shownAtMost).map(({ row }) => row)}</List>
        {lines.length > shownAtMost && <Remark>{lines.length - shownAtMost} earlier ones are not shown.</Remark>}
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
  readonly stock: Stock;
  readonly place: string;
  readonly set: string;
  readonly move: Movement;
  readonly stands: boolean;
};

function MoveRow({ stock, place, set, move, stands }: MoveRowProps) {
  const words = moveWords(stock, move, place, set);
  const once = useOnce((act: () => Promise<unknown>) => act());
  const isOwn = move.partner === stock.partner;
  const isOut =
    move.kind === 'given out' &&
    stands &&
    !stock.movements.some((each) => each.settles === move.id && each.kind === 'returned');
  const cameBack = () =>
    doing(`${amountWords(stock, move)} came back`, () =>
      moveStock({ partner: stock.partner, session: null }, [
        { kind: 'returned', set: move.set, n: move.n, to: place, settles: move.id },
      ]),
    );
  return (
    <Item
      end={
        stands && isOwn ? (
          <Button
            size="inline"
            icon="undo"
            aria-label={`Undo: ${words}`}
            onClick={() => void once(() => undoing(words, () => takeBack([move])))}
          >
            Undo
          </Button>
        ) : (
          !stands && 'taken back'
        )
      }
    >
      {stands ? <b>{words}</b> : <s>{words}</s>}
      <br />
      <small>
        {whenWords(move.at)} · {nameIn(stock.setup.members, move.by)}
        {move.label !== undefined && ` · ${move.label}`}
        {move.reason !== undefined && ` · ${move.reason}`}
      </small>
      {isOut && (
        <>
          <br />
          <Button size="inline" kind="quiet" aria-label={`Came back: ${words}`} onClick={() => void once(cameBack)}>
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
