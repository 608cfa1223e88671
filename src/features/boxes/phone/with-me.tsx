import { useState } from 'react';
import { Link } from 'react-router';
import { placeName, setName } from '#domain/stock/places.ts';
import type { Mismatch } from '#domain/stock/questions.ts';
import { isBox } from '#domain/stock/sets.ts';
import { dayOf } from '#domain/time.ts';
import { progressWords } from '#features/boxes/phone/give/foot-words.ts';
import { FromPlace } from '#features/boxes/phone/give/from.tsx';
import { OwedList } from '#features/boxes/phone/owed/owed.tsx';
import { placeAddress, placesOf } from '#features/boxes/places.ts';
import { belowZero, choosable, keepsStock, lowSets, type Stock, shelfOf } from '#features/boxes/stock.ts';
import { amountWords, dateWords, onDay } from '#features/boxes/words.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Empty, Notice, Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { CodeSheet } from './code-sheet.tsx';
import { KitLine } from './kit-line.tsx';
import { giveAddress, type Outing } from './outing.ts';

/** What is with me and can be given out; what is owed; what does not add up. */
export function WithMe({ outing }: { outing: Outing }) {
  const { stock, session, place } = outing;
  const [code, setCode] = useState(false);
  const isKeeper = keepsStock(stock);
  const sets = choosable(stock, place.id).filter(
    ({ id, body }) => isBox(body) || shelfOf(stock, place.id, id).balance !== 0,
  );
  const isSeveral = placesOf(stock).filter(({ closed }) => !closed).length > 1;
  const isEmpty = sets.every(({ id }) => shelfOf(stock, place.id, id).balance === 0);
  return (
    <Stack>
      <Link className={buttonClass({ kind: 'primary', wide: true })} to={giveAddress(session)}>
        Give out to someone
      </Link>
      <Button wide icon="keyboard" onClick={() => setCode(true)}>
        Type or scan a code
      </Button>
      {isSeveral ? <FromPlace stock={stock} place={place} /> : <SectionTitle>With me now: {place.name}</SectionTitle>}
      {isEmpty && <NothingHere place={place.id} isKeeper={isKeeper} name={place.name} />}
      <List>
        {sets.map(({ id, body }) => (
          <KitLine
            key={id}
            icon={body.icon}
            name={body.name}
            n={shelfOf(stock, place.id, id).balance}
            link={(parts) => <Link to={giveAddress(session, { set: id })} {...parts} />}
          />
        ))}
      </List>
      {isKeeper && <Questions stock={stock} />}
      {isKeeper && <OwedList stock={stock} />}
      <Progress stock={stock} />
      <CodeSheet
        stock={stock}
        session={session}
        open={code}
        onClose={() => setCode(false)}
        placeAddress={isKeeper ? placeAddress : undefined}
      />
    </Stack>
  );
}

function NothingHere({ place, name, isKeeper }: { place: string; name: string; isKeeper: boolean }) {
  return (
    <Empty
      icon="box"
      title={`Nothing recorded in ${name}`}
      action={
        isKeeper && (
          <Link className={buttonClass({})} to={`${placeAddress(place)}/count`}>
            Count what is there
          </Link>
        )
      }
    >
      You can still give out; counting puts it right.
    </Empty>
  );
}

/** What does not add up is asked about, never refused; what runs low is said. */
function Questions({ stock }: { stock: Stock }) {
  return (
    <>
      {belowZero(stock).map(({ place, set, balance }) => (
        <BelowZero key={`${place} ${set}`} stock={stock} place={place} set={set} n={-balance} />
      ))}
      {stock.mismatches.map((mismatch) => (
        <MismatchNotice key={mismatch.id} stock={stock} mismatch={mismatch} />
      ))}
      {lowSets(stock).length > 0 && (
        <>
          <SectionTitle>Little left</SectionTitle>
          <List>
            {lowSets(stock).map(({ set, there, lowAt }) => (
              <Item key={set} icon="warning" end={`fewer than ${lowAt}`}>
                {setName(stock, set)}: <b>{Math.max(0, there)}</b> left
              </Item>
            ))}
          </List>
        </>
      )}
    </>
  );
}

type BelowZeroProps = { readonly stock: Stock; readonly place: string; readonly set: string; readonly n: number };

export function BelowZero({ stock, place, set, n }: BelowZeroProps) {
  const known = stock.sets.find(({ id }) => id === set);
  const gone = known && isBox(known.body) ? 'given out' : 'used';
  return (
    <Notice kind="warn" title={`${n} more ${gone} than recorded in. Count them?`}>
      <Stack>
        <p>
          {String(known?.body.name ?? 'Not yet known here')}, {placeName(stock, place)}.
        </p>
        <Link className={buttonClass({ size: 'inline', wide: true })} to={`${placeAddress(place)}/count`}>
          Count
        </Link>
      </Stack>
    </Notice>
  );
}

/** Two phones wrote down the same: one of them is taken back in the history, or the shelf is counted again. */
export function MismatchNotice({
  stock,
  mismatch: { kind, is, n, place, set, day },
}: {
  stock: Stock;
  mismatch: Mismatch;
}) {
  const came = `${amountWords(stock, { set, n })} ${kind === 'lent' ? 'brought back' : 'came back'}`;
  const gone = kind === 'lent' ? 'lent' : 'given out';
  return (
    <Notice
      kind="warn"
      title={is === 'twice' ? `${came} twice?` : `${came}, but ${n === 1 ? 'was' : 'were'} never ${gone}?`}
    >
      <Stack>
        <p>
          {placeName(stock, place)}:{' '}
          {is === 'twice'
            ? `more than ${gone} ${onDay(day)}. Two phones may have written it down: undo one of the two, or count again.`
            : `the entry of ${dateWords(day)} was taken back, and what answers it stands. Undo it too, or count again.`}
        </p>
        <Link className={buttonClass({ size: 'inline', wide: true })} to={`${placeAddress(place)}/of/${set}`}>
          Look
        </Link>
      </Stack>
    </Notice>
  );
}

function Progress({ stock }: { stock: Stock }) {
  const words = progressWords(stock, dayOf(Date.now()));
  return words === '' ? null : <Remark>{words}</Remark>;
}
