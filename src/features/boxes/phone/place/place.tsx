import { Link } from 'react-router';
import { nameIn } from '#db/setup.ts';
import { holderKinds, wordsOf } from '#domain/codes.ts';
import { many } from '#domain/many.ts';
import { setIcon, setName, setOf } from '#domain/stock/places.ts';
import { inOrder } from '#domain/stock/sets.ts';
import type { Shelf, Stocktake } from '#domain/stock/stock.ts';
import { dayOf, timeOf } from '#domain/time.ts';
import { KitLine } from '#features/boxes/phone/kit-line.tsx';
import { BelowZero, MismatchNotice } from '#features/boxes/phone/with-me.tsx';
import { placeAddress } from '#features/boxes/places.ts';
import { type Stock, shelvesIn } from '#features/boxes/stock.ts';
import { listed, onDay } from '#features/boxes/words.ts';
import { DoneBar } from '#phone/done-bar.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import type { IconName } from '#ui/icon.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { type At, AtPlace } from './at-place.tsx';

/** One place: what lies there, what does not add up, and all that can be done with it. */
export function PlaceScreen() {
  return <AtPlace title="Place">{(at) => <Shelves {...at} />}</AtPlace>;
}

function Shelves({ stock, place }: At) {
  const shelves = shelvesIn(stock, place.id)
    .filter(({ balance, count, moments }) => balance !== 0 || count !== undefined || moments.length > 0)
    .sort((a, b) => inOrder(knownSet(stock, a), knownSet(stock, b)));
  const kind = wordsOf(holderKinds, place.kind);
  return (
    <PhonePage
      title={place.name}
      subtitle={[kind, place.code && `code ${place.code}`].filter(Boolean).join(' · ')}
      back={(parts) => <Link to="/boxes?tab=stock" {...parts} />}
      bottom={<DoneBar />}
    >
      <Stack>
        {place.closed && (
          <Notice kind="warn" title="Closed">
            Load what is in it to another place.
          </Notice>
        )}
        {shelves.map((shelf) => (
          <Question key={shelf.set} stock={stock} shelf={shelf} />
        ))}
        {stock.mismatches
          .filter((mismatch) => mismatch.place === place.id)
          .map((mismatch) => (
            <MismatchNotice key={mismatch.id} stock={stock} mismatch={mismatch} />
          ))}
        {shelves.length === 0 && (
          <Empty icon="box" title="Nothing recorded here yet">
            Receive what came, load it from another place, or count what is there.
          </Empty>
        )}
        <List>
          {shelves.map(({ set, balance, count }) => (
            <KitLine
              key={set}
              icon={setIcon(stock, set)}
              name={setName(stock, set)}
              n={balance}
              note={count && `counted ${onDay(dayOf(count.at))}`}
              link={(parts) => <Link to={`${placeAddress(place.id)}/of/${set}`} {...parts} />}
            />
          ))}
        </List>
        <Acts place={place.id} />
      </Stack>
    </PhonePage>
  );
}

const knownSet = (stock: Stock, { set }: Shelf) => setOf(stock, set) ?? { id: set, body: { name: '' } };

const acts: readonly { readonly act: string; readonly icon: IconName; readonly words: string }[] = [
  { act: 'receive', icon: 'download', words: 'Something came in' },
  { act: 'load', icon: 'next', words: 'Load to another place' },
  { act: 'build', icon: 'box', words: 'Build boxes' },
  { act: 'apart', icon: 'folder', words: 'Take boxes apart' },
  { act: 'missing', icon: 'warning', words: 'A part is missing' },
  { act: 'gone', icon: 'cross', words: 'Damaged or lost' },
  { act: 'right', icon: 'pen', words: 'Put the number right' },
  { act: 'pass', icon: 'people', words: 'Pass to another partner' },
  { act: 'edit', icon: 'settings', words: 'Name, code, close this place' },
];

/** All that can be done with a place. */
function Acts({ place }: { place: string }) {
  return (
    <>
      <Link className={buttonClass({ kind: 'primary', wide: true })} to={`${placeAddress(place)}/count`}>
        Count the stock
      </Link>
      <SectionTitle>What happened?</SectionTitle>
      <List>
        {acts.map(({ act, icon, words }) => (
          <Item key={act} icon={icon} calm link={(parts) => <Link to={`${placeAddress(place)}/${act}`} {...parts} />}>
            {words}
          </Item>
        ))}
      </List>
    </>
  );
}

/** What a count or a balance leaves open, one question at a time. */
function Question({ stock, shelf }: { stock: Stock; shelf: Shelf }) {
  const { place, set, balance, arrivedAfter, openCounts, count } = shelf;
  const name = setName(stock, set);
  const again = (
    <Link className={buttonClass({ size: 'inline', wide: true })} to={`${placeAddress(place)}/count`}>
      Count again
    </Link>
  );
  if (openCounts.length > 1 && count)
    return (
      <Notice kind="warn" title={`${name}: two people counted`}>
        <Stack>
          <p>
            {listed(openCounts.map((each) => counted(stock, each)))}. The {count.counted} of{' '}
            {nameIn(stock.setup.members, count.by)} stands.
          </p>
          {again}
        </Stack>
      </Notice>
    );
  if (arrivedAfter > 0)
    return (
      <Notice kind="info" title={`${name}: ${many(arrivedAfter, 'movement')} arrived after you counted. Count again?`}>
        <Stack>
          <p>
            {arrivedAfter === 1 ? 'It happened' : 'They happened'} before the count, on a phone that had not sent it
            yet.
          </p>
          {again}
        </Stack>
      </Notice>
    );
  return balance < 0 ? <BelowZero stock={stock} place={place} set={set} n={-balance} /> : null;
}

const counted = (stock: Stock, { by, counted: n, at }: Stocktake): string =>
  `${nameIn(stock.setup.members, by)} ${n} (${timeOf(at)})`;
