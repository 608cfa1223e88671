import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useOne } from '#db/person.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import type { KnownPlace } from '#domain/stock/places.ts';
import { placeOf } from '#features/boxes/places.ts';
import { useAround, useStock } from '#features/boxes/queries.ts';
import { keepsStock, type Stock } from '#features/boxes/stock.ts';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';

export type At = { readonly stock: Stock; readonly place: KnownPlace };

/** A screen about one place, whose partner it is found by; it says so where the place is not known here, or not theirs. */
export function AtPlace({ title, children }: { title: string; children: (at: At) => ReactNode }) {
  const { place: id = '' } = useParams();
  const holder = useOne('holder', id);
  const around = useAround(null);
  const owner = id.startsWith('store:')
    ? id.slice('store:'.length)
    : holder
      ? partnerOf(holder.scope)
      : around?.partner;
  const stock = useStock(holder === undefined ? undefined : owner);
  const place = stock && placeOf(stock, id);
  const back = (parts: { className: string | undefined; children: ReactNode }) => (
    <Link to="/boxes?tab=stock" {...parts} />
  );
  if (holder === undefined || !around || (owner && !stock)) return <PhonePage title={title} back={back} loading />;
  if (!stock || !place || !keepsStock(stock))
    return (
      <PhonePage title={title} back={back}>
        <Empty icon="box" title={place ? 'Not yours to change' : 'This place is not known here yet'}>
          {place ? 'Somebody who works for the partner looks after it.' : 'It arrives with signal.'}
        </Empty>
      </PhonePage>
    );
  return children({ stock, place });
}
