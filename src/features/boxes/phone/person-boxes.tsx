import { Link } from 'react-router';
import { useOne } from '#db/person.ts';
import { partnerOf, partnerScope } from '#domain/records/scopes.ts';
import { setIcon } from '#domain/stock/places.ts';
import { takeIn } from '#features/boxes/actions.ts';
import { useAround, useGivingPlace, useStock } from '#features/boxes/queries.ts';
import { givesOut } from '#features/boxes/stock.ts';
import { amountInside, amountWords, listed, onDay } from '#features/boxes/words.ts';
import { useLastDone } from '#phone/done.ts';
import { DoneBar } from '#phone/done-bar.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { KitIcon } from '#ui/kit.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Line, Stack } from '#ui/stack.tsx';
import { sayMoves } from './last-done.ts';

/** On somebody's page: what they were given, what is still owed to them, and giving out a box. */
export function PersonBoxes({ person }: { person: string }) {
  const known = useOne('person', person);
  const around = useAround(null);
  const stock = useStock(known ? partnerOf(known.scope) : null);
  const place = useGivingPlace(stock);
  const once = useOnce((act: () => Promise<unknown>) => act());
  const done = useLastDone();
  if (!stock || !place || !around || !givesOut(stock)) return null;
  const { owed } = stock;
  const had = stock.out.filter((each) => each.for.includes(person)).sort((a, b) => (a.at < b.at ? 1 : -1));
  const session = around.running.find(({ scope }) => scope === partnerScope(stock.partner)) ?? null;
  const cameBack = (given: (typeof had)[number]) => () =>
    sayMoves(`${amountWords(stock, given)} came back`, takeIn(stock, session, given, place.id));
  const to = session ? `/give?session=${session.id}&person=${person}` : `/give?person=${person}`;
  return (
    <Stack>
      <SectionTitle>Boxes</SectionTitle>
      <List>
        <Each of={had} by={({ id }) => id}>
          {(given) => {
            const lacks = owed.filter((each) => each.move.id === given.id).map(({ part, n }) => ({ set: part, n }));
            return (
              <Item
                end={
                  <Button
                    size="inline"
                    aria-label={`Came back: ${amountWords(stock, given)}`}
                    onClick={() => void once(cameBack(given))}
                  >
                    Came back
                  </Button>
                }
              >
                <Line>
                  <KitIcon name={setIcon(stock, given.set)} />
                  <span>
                    <b>{amountWords(stock, given)}</b> {onDay(given.day)}
                    {lacks.length > 0 && (
                      <>
                        <br />
                        <small>owed: {listed(lacks.map((part) => amountInside(stock, part)))}</small>
                      </>
                    )}
                  </span>
                </Line>
              </Item>
            );
          }}
        </Each>
      </List>
      {done?.undo && <DoneBar />}
      <Link className={buttonClass({ wide: true })} to={to}>
        Give out a box
      </Link>
    </Stack>
  );
}
