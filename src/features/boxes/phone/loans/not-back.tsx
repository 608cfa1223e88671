import { Link } from 'react-router';
import { useOne } from '#db/person.ts';
import { nameIn } from '#db/setup.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { useStock } from '#features/boxes/queries.ts';
import { givesOut, summed } from '#features/boxes/stock.ts';
import { amountInside, listed } from '#features/boxes/words.ts';
import { Item, List } from '#ui/card.tsx';

/** What was lent for a session and is still out: `3 footballs not back`. It holds nothing up. */
export function NotBack({ session }: { session: string }) {
  const found = useOne('session', session);
  const stock = useStock(found ? partnerOf(found.scope) : null);
  if (!stock || !givesOut(stock)) return null;
  const out = summed(
    stock.loans.filter(({ move }) => move.session === session).map(({ move, out: n }) => ({ set: move.set, n })),
  );
  if (out.length === 0) return null;
  const words = listed(out.map((amount) => amountInside(stock, amount)));
  return (
    <List>
      <Item icon="box" link={(parts) => <Link to={`/boxes?tab=loans&session=${session}`} {...parts} />}>
        <b>{words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1)} not back</b>
        <br />
        <small>Lent at {nameIn(stock.setup.sites, found?.body.site)}. Bring back, or leave it for later.</small>
      </Item>
    </List>
  );
}
