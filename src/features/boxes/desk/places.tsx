import { useDesk } from '#desk/desk.ts';
import { firstPartner, PartnerField, partnerName } from '#desk/partner.tsx';
import { holderKinds, wordsOf } from '#domain/codes.ts';
import type { Saying } from '#domain/records/say.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import type { StockPlace } from '#domain/stock/places.ts';
import { type StockView, stockOfDesk } from '#domain/stock/view.ts';
import { ClosePlace, PlaceBody, usePlace } from '#features/boxes/forms/place.tsx';
import { shelvesIn } from '#features/boxes/stock.ts';
import { Form } from '#forms/form.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { KitIcon } from '#ui/kit.tsx';
import { useOpened } from '#ui/opened.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import styles from './boxes.module.css';
import { groundOf } from './ground.ts';

/** Where equipment is kept: each partner's store, vans and bags. */
export function Places() {
  const stock = useDesk().useView(stockOfDesk);
  const view = stock.value;
  const { row, isOpen, open, shut } = useOpened(view?.places, ({ id, partner }) => `${partner} ${id}`);
  if (!view) return null;
  const places = view.places.filter(({ id }) => id !== onLoan);
  const closed = places.filter((place) => place.closed);
  return (
    <>
      <SectionTitle note="where boxes and their parts are kept">Places</SectionTitle>
      <PlaceRows view={view} places={places.filter((place) => !place.closed)} onOpen={open} />
      <p className={styles.after}>
        <Button icon="plus" onClick={() => open(null)}>
          Add a place
        </Button>
      </p>
      {closed.length > 0 && (
        <Fold title={`${closed.length} closed`} note="No longer offered. What is there is still counted.">
          <PlaceRows view={view} places={closed} onOpen={open} />
        </Fold>
      )}
      <Sheet open={isOpen} title={row ? 'Change the place' : 'A place'} onClose={shut}>
        {isOpen && <PlaceForm view={view} place={row ?? null} onDone={shut} />}
      </Sheet>
    </>
  );
}

const icons: Record<StockPlace['kind'], string> = {
  store: 'store',
  van: 'van',
  bag: 'bag',
  worker: 'bag',
  site: 'store',
  'on loan': 'box',
};

type PlaceRowsProps = {
  readonly view: StockView;
  readonly places: readonly StockPlace[];
  readonly onOpen: (place: StockPlace) => void;
};

function PlaceRows({ view, places, onOpen }: PlaceRowsProps) {
  return (
    <List>
      {places.map((place) => (
        <Item
          key={`${place.partner}${place.id}`}
          link={(parts) => <button type="button" {...parts} onClick={() => onOpen(place)} />}
        >
          <span className={styles.entry}>
            <KitIcon name={icons[place.kind]} size={28} />
            <span>
              <b>{place.name}</b>
              <span className={styles.under}>
                {[
                  view.partners.length > 1 && partnerName(view, place.partner),
                  wordsOf(holderKinds, place.kind) !== place.name && wordsOf(holderKinds, place.kind),
                  place.code,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </span>
        </Item>
      ))}
    </List>
  );
}

type PlaceFormProps = { readonly view: StockView; readonly place: StockPlace | null; readonly onDone: () => void };

function PlaceForm({ view, place, onDone }: PlaceFormProps) {
  const desk = useDesk();
  const members = desk.useSetUp('member').records ?? [];
  const sites = desk.useSetUp('site').records ?? [];
  const around = { members, sites };
  const save = (_words: string, said: readonly Saying[]) => desk.save('The place', said);
  const known = place ?? undefined;
  const form = usePlace({
    ...{ place: known, partner: firstPartner(view), around, save, onSaved: onDone },
    ground: (partner) => groundOf(view, partner),
  });
  if (!form) return null;
  const isEmpty = (at: StockPlace) =>
    shelvesIn(groundOf(view, at.partner), at.id).every(({ balance }) => balance === 0);
  return (
    <>
      <Form form={form} words={{ name: 'Name' }}>
        {!place && (
          <PartnerField {...form.text('partner')} view={view} onChange={(partner) => form.change({ partner })} />
        )}
        <PlaceBody form={form} place={known} around={around} />
        <Button kind="primary" wide type="submit">
          Save the place
        </Button>
      </Form>
      {place && <ClosePlace place={place} isEmpty={isEmpty(place)} save={save} onSaved={onDone} />}
    </>
  );
}
