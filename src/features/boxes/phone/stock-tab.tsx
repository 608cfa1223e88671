import { Link } from 'react-router';
import { many } from '#domain/many.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import type { DeliveryState } from '#domain/stock/deliveries.ts';
import { placeName, setName } from '#domain/stock/places.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { placeAddress, placesOf } from '#features/boxes/places.ts';
import { boxesIn, choosable, ownShelves, type Stock, shelvesIn, totalOf } from '#features/boxes/stock.ts';
import { amountInside, dateWords, listed } from '#features/boxes/words.ts';
import { Fold } from '#ui/answers.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { KitIcon } from '#ui/kit.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Line, Stack } from '#ui/stack.tsx';
import { KitLine } from './kit-line.tsx';

/** What there is, by place and by set. */
export function StockTab({ stock }: { stock: Stock }) {
  const places = placesOf(stock);
  const lying = ownShelves(stock)
    .filter(({ balance }) => balance !== 0)
    .map(({ set }) => set);
  const sets = choosable(stock, undefined, lying).filter(({ id }) => lying.includes(id));
  return (
    <Stack>
      <SectionTitle count={places.length}>Places</SectionTitle>
      <List>
        <Each of={places} by={({ id }) => id}>
          {({ id, name, kind, closed }) => (
            <Item
              calm
              end={closed ? 'closed' : inside(stock, id)}
              link={(parts) => <Link to={placeAddress(id)} {...parts} />}
            >
              <PlaceLine kind={kind} name={name} />
            </Item>
          )}
        </Each>
      </List>
      <Link className={buttonClass({ wide: true })} to="/boxes/new">
        Add a place
      </Link>
      <Closed stock={stock} />
      <Due stock={stock} />
      <SectionTitle>In all places</SectionTitle>
      {sets.length === 0 && (
        <Empty icon="box" title="Nothing recorded yet">
          Open a place and receive what came, or count what is there.
        </Empty>
      )}
      <List>
        {sets.map(({ id, body }) => (
          <KitLine key={id} icon={body.icon} name={body.name} n={totalOf(stock, id)} note={spread(stock, id)} />
        ))}
      </List>
    </Stack>
  );
}

/** Closed places, to be opened again. */
function Closed({ stock }: { stock: Stock }) {
  const shown = new Set(placesOf(stock).map(({ id }) => id));
  const closed = stock.places.filter((place) => place.closed && !shown.has(place.id));
  if (closed.length === 0) return null;
  return (
    <Fold title="Closed places" note={many(closed.length, 'place')}>
      <List>
        {closed.map(({ id, name }) => (
          <Item key={id} calm link={(parts) => <Link to={`${placeAddress(id)}/edit`} {...parts} />}>
            {name}
          </Item>
        ))}
      </List>
    </Fold>
  );
}

function PlaceLine({ kind, name }: { kind: string; name: string }) {
  return (
    <Line>
      <KitIcon name={kind === 'site' || kind === 'worker' ? 'bag' : kind} size={26} />
      <b>{name}</b>
    </Line>
  );
}

/** `7 boxes`, or what else lies there. */
function inside(stock: Stock, place: string): string {
  const boxes = boxesIn(stock, place);
  if (boxes > 0) return many(boxes, 'box', 'boxes');
  return shelvesIn(stock, place).some(({ balance }) => balance !== 0) ? 'no boxes' : 'empty';
}

/** `12 Store · 7 Blue van` */
function spread(stock: Stock, set: string): string {
  const shelves = ownShelves(stock).filter(
    // Below zero on loan is what came back twice, which is asked about with the stock.
    ({ set: of, place, balance }) => of === set && balance !== 0 && (place !== onLoan || balance > 0),
  );
  return shelves.map(({ place, balance }) => `${balance} ${placeName(stock, place)}`).join(' · ');
}

/** Deliveries that are on their way, and those that should have come. */
function Due({ stock }: { stock: Stock }) {
  const due = stock.deliveries.filter(({ is }) => is !== 'in');
  return (
    <>
      <Over stock={stock} deliveries={stock.deliveries} />
      {due.length > 0 && <SectionTitle count={due.length}>On their way</SectionTitle>}
      <List>
        <Each of={due} by={({ id }) => id}>
          {({ id, supplier, promised, lines, is }) => (
            <Item
              icon={is === 'late' ? 'warning' : 'clock'}
              calm={is === 'due'}
              link={(parts) => (
                <Link to={`${placeAddress(storeOf(stock.partner))}/receive?delivery=${id}`} {...parts} />
              )}
            >
              <b>{supplier}</b>
              {promised && ` ${is === 'late' ? 'was due' : 'due'} ${dateWords(promised)}`}
              <br />
              <small>
                {listed(
                  lines
                    .filter((line) => line.due > 0)
                    .map((line) => amountInside(stock, { set: line.set, n: line.due })),
                )}
              </small>
            </Item>
          )}
        </Each>
      </List>
    </>
  );
}

/** More came than was ordered: most likely two people wrote it down. */
function Over({ stock, deliveries }: { stock: Stock; deliveries: readonly DeliveryState[] }) {
  return deliveries.flatMap(({ id, supplier, lines }) =>
    lines
      .filter(({ over }) => over > 0)
      .map(({ set, over }) => {
        const move = stock.movements.findLast((each) => each.delivery === id && each.set === set);
        return (
          <Notice
            key={`${id} ${set}`}
            kind="warn"
            title={`${supplier}: ${over} more came than ${over === 1 ? 'was' : 'were'} ordered. Written down twice?`}
          >
            <Stack>
              <p>{setName(stock, set)}. Undo one of the two, or count what is there.</p>
              <Link
                className={buttonClass({ size: 'inline', wide: true })}
                to={`${placeAddress(move?.to ?? storeOf(stock.partner))}/of/${set}`}
              >
                Look
              </Link>
            </Stack>
          </Notice>
        );
      }),
  );
}
