import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { PartnerPick, partnerName, usePartner } from '#desk/partner.tsx';
import { PrintHead } from '#desk/print.tsx';
import { many } from '#domain/many.ts';
import { setIcon, setName } from '#domain/stock/places.ts';
import { addedUp, reorder, type ToBuy } from '#domain/stock/reorder.ts';
import { isBox, partsIn } from '#domain/stock/sets.ts';
import { keepOf, type Low, neverHad, thereOf } from '#domain/stock/totals.ts';
import type { StockView } from '#domain/stock/view.ts';
import { Button } from '#ui/button.tsx';
import { Filters } from '#ui/desk-bar.tsx';
import { NumberField } from '#ui/field.tsx';
import { KitIcon } from '#ui/kit.tsx';
import { Empty } from '#ui/notice.tsx';
import { NumberHeads, Table } from '#ui/table.tsx';
import styles from './boxes.module.css';
import { numberIn } from './fields.tsx';
import { figure, onOrderOf, openSets } from './words.ts';

/** How many of each box are to be built, as it stands in the address. */
function useWanted() {
  const [search, setSearch] = useSearchParams();
  const typedOf = (id: string) => search.get(`build.${id}`) ?? '';
  const wantedOf = (id: string) => {
    const n = numberIn(typedOf(id) || '0', true);
    return typeof n === 'number' ? n : 0;
  };
  const set = (id: string, typed: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        const n = numberIn(typed, true);
        if (typeof n === 'number' && n > 0) next.set(`build.${id}`, String(n));
        else next.delete(`build.${id}`);
        return next;
      },
      { replace: true },
    );
  return { typedOf, wantedOf, set };
}

/** What to buy: what goes into the boxes to be built, what is owed and what is low, less what is there or on its way. */
export function Reorder({ view }: { view: StockView }) {
  const partner = usePartner(view);
  const { typedOf, wantedOf, set } = useWanted();
  const boxes = openSets(view).filter(({ body }) => isBox(body) && partsIn(body).length > 0);
  const building = boxes.map(({ id, body }) => ({ id, n: wantedOf(id), parts: partsIn(body) }));
  const lines = linesOf(view, partner, building);
  const isSeveral = partner === '' && view.partners.length > 1;
  const wanted = building.filter(({ n }) => n > 0);
  const never = partner === '' ? neverHad(view.sets, view.shelves) : [];
  const note = [
    partner === '' ? (isSeveral ? 'each partner by itself' : undefined) : partnerName(view, partner),
    wanted.map(({ id, n }) => `${n} × ${setName(view, id)}`).join(', ') || 'what is owed and what is low',
  ];
  return (
    <>
      <PrintHead title="To buy" note={note.filter(Boolean).join(', ')} />
      <Filters label="Whose stock">
        <PartnerPick view={view} />
        <Button size="inline" icon="print" onClick={() => window.print()}>
          Print
        </Button>
      </Filters>
      <div className={styles.building}>
        {boxes.map(({ id, body }) => (
          <Wanted
            key={id}
            label={`Build more of ${body.name}${isSeveral ? ', at each partner' : ''}`}
            first={typedOf(id)}
            onChange={(n) => set(id, n)}
          />
        ))}
      </div>
      {never.length > 0 && (
        <p className={styles.sums}>
          <b>Low as well, and nobody’s yet:</b> {never.map(({ body }) => `${body.name} 0 of ${body.lowAt}`).join(', ')}.
          Whoever is to keep some receives them, and it is reckoned with from then on.
        </p>
      )}
      {lines.length === 0 ? (
        <Empty icon="box" title={boxes.length === 0 ? 'No box says what is in it' : 'Nothing to buy'}>
          {boxes.length === 0
            ? 'Write down what each set is made of in Set-up, Boxes.'
            : 'No part is owed, and nothing is low. Say how many boxes you want to build.'}
        </Empty>
      ) : (
        <>
          <LowBoxes view={view} partner={partner} />
          <ReorderTable view={view} lines={lines} isSeveral={isSeveral} />
        </>
      )}
    </>
  );
}

/** What was typed stays as it was typed; the address keeps the number. */
function Wanted({ label, first, onChange }: { label: string; first: string; onChange: (typed: string) => void }) {
  const [typed, setTyped] = useState(first);
  const n = typed.trim() === '' ? 0 : numberIn(typed, true);
  return (
    <NumberField
      label={label}
      value={typed}
      error={typeof n === 'string' ? n : undefined}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(event.target.value);
      }}
    />
  );
}

type Building = Parameters<typeof reorder>[0][number] & { readonly id: string };

/** Of one partner, or of all, each by itself. */
function linesOf(view: StockView, partner: string, building: readonly Building[]): ToBuy[] {
  const owners = view.partners.filter(({ id }) => partner === '' || id === partner);
  return addedUp(owners.map(({ id }) => linesOfOne(view, id, building))).sort(
    (a, b) => b.buy - a.buy || (setName(view, a.set) < setName(view, b.set) ? -1 : 1),
  );
}

function linesOfOne(view: StockView, owner: string, building: readonly Building[]): ToBuy[] {
  const sum = (of: readonly { readonly n: number }[]) => of.reduce((total, { n }) => total + n, 0);
  const owed = view.owed.filter((line) => line.partner === owner);
  const setById = new Map(view.sets.map((set) => [set.id, set]));
  const low = view.low.filter((each) => each.partner === owner);
  const totals = (set: string) => {
    const known = setById.get(set);
    return {
      stock: thereOf(view.shelves, owner, set),
      owed: sum(owed.filter((line) => line.set === set)),
      keep: known ? keepOf(known, view.shelves, owner) : 0,
      onOrder: onOrderOf(view, owner, set),
    };
  };
  const isBuilt = (set: string) => building.some(({ id }) => id === set);
  const also = [...owed, ...low.filter(({ set }) => !isBuilt(set))].map(({ set }) => set);
  // A box that is low is built, not bought: what goes into it counts, unless more of it are wanted anyway.
  const short = (id: string) => low.find(({ set }) => set === id);
  return reorder(
    building.map((box) => ({ ...box, n: Math.max(box.n, toBuild(view, short(box.id))) })).filter(({ n }) => n > 0),
    totals,
    [...new Set(also)],
  );
}

/** How many to build of a box that is low, so that it is not; below zero counts as none. */
const toBuild = (view: StockView, low: Low | undefined): number =>
  low ? Math.max(0, low.lowAt - Math.max(0, low.there) - onOrderOf(view, low.partner, low.set)) : 0;

/** The boxes that are low, which what is to be bought allows for. */
function LowBoxes({ view, partner }: { view: StockView; partner: string }) {
  const boxes = new Set(openSets(view).flatMap(({ id, body }) => (isBox(body) && partsIn(body).length > 0 ? id : [])));
  const low = view.low.filter((each) => boxes.has(each.set) && (partner === '' || each.partner === partner));
  const bySet = [...Map.groupBy(low, ({ set }) => set)]
    .map(([set, same]) => ({ set, n: same.reduce((sum, each) => sum + toBuild(view, each), 0) }))
    .filter(({ n }) => n > 0);
  if (bySet.length === 0) return null;
  const words = bySet.map(({ set, n }) => `${n} × ${setName(view, set)}`).join(', ');
  return <p className={styles.sums}>Boxes are low: parts for {words} are allowed for.</p>;
}

type ReorderTableProps = { readonly view: StockView; readonly lines: readonly ToBuy[]; readonly isSeveral: boolean };

function ReorderTable({ view, lines, isSeveral }: ReorderTableProps) {
  const toBuy = lines.filter(({ buy }) => buy > 0).length;
  return (
    <>
      <p aria-live="polite" className={styles.sums}>
        <b>{toBuy === 0 ? 'Nothing to buy: all of it is there or on its way.' : `${many(toBuy, 'thing')} to buy`}</b>
        {isSeveral && ' Each partner by itself: what one has does not fill what another is short of.'}
      </p>
      <Table caption="What to buy" captionHidden>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <NumberHeads words={['For the boxes', 'Owed', 'To keep', 'There', 'On order', 'To buy']} />
          </tr>
        </thead>
        <tbody>
          {lines.map(({ set, needed, owed, keep, stock, onOrder, buy }) => (
            <tr key={set}>
              <th scope="row">
                <span className={styles.set}>
                  <KitIcon name={setIcon(view, set)} size={22} />
                  {setName(view, set)}
                </span>
              </th>
              <td data-number>{needed}</td>
              <td data-number>{owed}</td>
              <td data-number>{keep}</td>
              <td data-number>{figure(stock)}</td>
              <td data-number>{onOrder}</td>
              <td data-number>
                <b className={buy > 0 ? styles.buy : styles.none}>{buy}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
