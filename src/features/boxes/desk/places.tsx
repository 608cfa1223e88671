import { useState } from 'react';
import { newId } from '#db/person.ts';
import { create, patch } from '#db/save.ts';
import { useDesk } from '#desk/desk.ts';
import { asSeen } from '#domain/as-seen.ts';
import { type HolderKind, holderKinds, wordsOf } from '#domain/codes.ts';
import type { Body } from '#domain/records/entry.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { codesTaken, type StockPlace } from '#domain/stock/places.ts';
import { newCode } from '#domain/stock/sets.ts';
import { storeOf } from '#domain/stock/stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { KitIcon } from '#ui/kit.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';
import styles from './boxes.module.css';
import { firstPartner, PartnerField } from './fields.tsx';
import { partnerName } from './words.ts';

/** Where equipment is kept: each partner's store, vans and bags. */
export function Places() {
  const stock = useDesk().useStock();
  const [open, setOpen] = useState<StockPlace | null>();
  const view = stock.value;
  if (!view) return null;
  const places = view.places.filter(({ id }) => id !== onLoan);
  const closed = places.filter((place) => place.closed);
  return (
    <>
      <SectionTitle note="where boxes and their parts are kept">Places</SectionTitle>
      <PlaceRows view={view} places={places.filter((place) => !place.closed)} onOpen={setOpen} />
      <p className={styles.after}>
        <Button icon="plus" onClick={() => setOpen(null)}>
          Add a place
        </Button>
      </p>
      {closed.length > 0 && (
        <Fold title={`${closed.length} closed`} note="No longer offered. What lies there is still counted.">
          <PlaceRows view={view} places={closed} onOpen={setOpen} />
        </Fold>
      )}
      <Sheet open={open !== undefined} title={open ? 'Change the place' : 'A place'} onClose={() => setOpen(undefined)}>
        {open !== undefined && <PlaceForm view={view} place={open} onDone={() => setOpen(undefined)} />}
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
  const [id] = useState(place?.id ?? newId);
  const [partner, setPartner] = useState(place?.partner ?? firstPartner(view));
  const [name, setName] = useState(place?.name ?? '');
  const [kind, setKind] = useState<HolderKind | undefined>(place && place.kind !== 'on loan' ? place.kind : undefined);
  const [code] = useState(() => place?.code || freshCode(view));
  const [trouble, setTrouble] = useState<string | null>(null);
  const isStore = id === storeOf(partner);

  const put = useOnce(async (body: Body) => {
    const scope = partnerScope(partner);
    // A store has no record until it is given a name or a code: then the first change makes it.
    const said = place?.recorded ? patch('holder', id, scope, body) : create('holder', id, scope, body);
    const problem = await desk.save('The place', [said]);
    setTrouble(problem);
    if (problem === null) onDone();
  });

  function submit() {
    if (partner === '') return setTrouble('Choose whose it is.');
    if (name.trim() === '') return setTrouble('Give it a name.');
    const others = view.places.filter((each) => each.partner === partner && each.id !== id && !each.closed);
    if (others.some((each) => asSeen(each.name) === asSeen(name)))
      return setTrouble('There is a place called that already.');
    if (!kind) return setTrouble('Say what kind of place it is.');
    void put({ name: name.trim(), kind, code, ...(!place?.recorded && { status: 'active' }) });
  }

  return (
    <Form onSubmit={submit}>
      <NotSaved trouble={trouble} />
      {!place && <PartnerField view={view} value={partner} onChange={setPartner} />}
      <TextField label="Name" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      {!isStore && (
        <Choice
          legend="What kind of place"
          tile="8rem"
          options={holderKinds.map(([value, label]) => ({ value, label }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <p className={styles.code}>
        Code for its label <b>{code}</b>
      </p>
      <Button kind="primary" wide type="submit">
        Save the place
      </Button>
      {place?.recorded && !isStore && (
        <Button wide onClick={() => void put({ status: place.closed ? 'active' : 'closed' })}>
          {place.closed ? 'Open it again' : 'Close this place'}
        </Button>
      )}
    </Form>
  );
}

/** One that no set and no place of ours has yet. */
export const freshCode = (view: Pick<StockView, 'sets' | 'places'>): string =>
  newCode(crypto.getRandomValues(new Uint8Array(4)), codesTaken(view));
