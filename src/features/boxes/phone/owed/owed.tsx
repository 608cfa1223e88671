import { useState } from 'react';
import { owedAs, supply } from '#domain/stock/acts.ts';
import { occasionAt } from '#features/boxes/actions.ts';
import { idsOf } from '#features/boxes/forms/ids.ts';
import { SupplyBody, useSupply } from '#features/boxes/forms/supply.tsx';
import { sayMoves } from '#features/boxes/phone/last-done.ts';
import { openIn } from '#features/boxes/places.ts';
import { useGivingPlace } from '#features/boxes/queries.ts';
import { type Stock, shelfOf } from '#features/boxes/stock.ts';
import { amountInside } from '#features/boxes/words.ts';
import { Form } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { DoneMeanwhile, useOpened } from '#ui/opened.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { type OwedGroup, oldestFirst, owedGroups } from './groups.ts';

const shownAtMost = 8;

/** Parts that boxes lacked; each line leads to *Supplied now*. */
export function OwedList({ stock }: { stock: Stock }) {
  const [all, setAll] = useState(false);
  const groups = owedGroups(stock);
  const { row, isOpen, isThere, open, shut } = useOpened(groups, ({ key }) => key);
  if (groups.length === 0 && !isOpen) return null;
  const shown = all ? groups : groups.slice(0, shownAtMost);
  return (
    <>
      <SectionTitle count={groups.reduce((sum, { everyone, n }) => sum + (everyone ? 0 : n), 0)}>
        Parts owed
      </SectionTitle>
      <List>
        <Each of={shown} by={(group) => group.key}>
          {(group) => (
            <Item
              icon={group.everyone ? 'people' : 'warning'}
              link={(parts) => <button type="button" {...parts} onClick={() => open(group)} />}
            >
              {group.words}
            </Item>
          )}
        </Each>
      </List>
      {groups.length > shown.length && (
        <Button wide kind="quiet" onClick={() => setAll(true)}>
          {groups.length - shown.length} more
        </Button>
      )}
      <Sheet open={isOpen} title={row?.words ?? ''} onClose={shut}>
        {row && <Supplying key={row.key} stock={stock} group={row} owed={isThere ? row.n : 0} onDone={shut} />}
      </Sheet>
    </>
  );
}

type SupplyingProps = {
  readonly stock: Stock;
  readonly group: OwedGroup;
  /** How many are still owed of it. */
  readonly owed: number;
  readonly onDone: () => void;
};

/** What is owed is here now: how many, and out of which place. */
function Supplying({ stock, group, owed, onDone }: SupplyingProps) {
  const near = useGivingPlace(stock)?.id;
  const form = useSupply({
    name: `${stock.partner} ${group.key}`,
    owed,
    near: near === undefined ? '' : partPlace(stock, near, group.part),
    save: (n, from, { id }) =>
      sayMoves(
        `Supplied: ${amountInside(stock, { set: group.part, n })}`,
        supply(occasionAt(stock.partner, null, idsOf(id)), oldestFirst(group.owed, n).map(owedAs), from),
      ),
    onSaved: onDone,
  });
  if (!form) return null;
  if (form.owed === 0) return <DoneMeanwhile onClose={onDone} />;
  return (
    <Form form={form} words={{}}>
      <SupplyBody form={form} ground={stock} places={openIn(stock)} part={group.part} />
      <Button kind="primary" wide type="submit">
        Supplied now
      </Button>
    </Form>
  );
}

/** Where the part most likely comes from: what is with me if it is there, else where there is one. */
function partPlace(stock: Stock, near: string, part: string): string {
  const has = (place: string) => shelfOf(stock, place, part).balance > 0;
  return has(near) ? near : (openIn(stock).find(({ id }) => has(id))?.id ?? near);
}
