import { useState } from 'react';
import { say } from '#db/person.ts';
import { wholeNumber } from '#domain/numbers.ts';
import { owedAs, supply } from '#domain/stock/acts.ts';
import { setIcon, setName } from '#domain/stock/places.ts';
import { occasionAt } from '#features/boxes/actions.ts';
import { placesOf } from '#features/boxes/places.ts';
import { useGivingPlace } from '#features/boxes/queries.ts';
import { type Stock, shelfOf } from '#features/boxes/stock.ts';
import { amountInside } from '#features/boxes/words.ts';
import { AmountRow } from '#ui/amount-row.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Chips } from '#ui/chips.tsx';
import { Each } from '#ui/each.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Stack } from '#ui/stack.tsx';
import { doing } from './last-done.ts';
import { type OwedGroup, oldestFirst, owedGroups } from './owed-groups.ts';

const shownAtMost = 8;

/** Parts that boxes lacked; each line leads to *Supplied now*. */
export function OwedList({ stock }: { stock: Stock }) {
  const [asked, setAsked] = useState<OwedGroup | null>(null);
  const [all, setAll] = useState(false);
  const groups = owedGroups(stock);
  if (groups.length === 0) return null;
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
              link={(parts) => <button type="button" {...parts} onClick={() => setAsked(group)} />}
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
      <Sheet open={asked !== null} title={asked?.words ?? ''} onClose={() => setAsked(null)}>
        {asked && <Supplying key={asked.key} stock={stock} group={asked} onDone={() => setAsked(null)} />}
      </Sheet>
    </>
  );
}

const elsewhere = 'elsewhere';

/** What is owed is here now: how many, and out of which place. */
function Supplying({ stock, group, onDone }: { stock: Stock; group: OwedGroup; onDone: () => void }) {
  const near = useGivingPlace(stock)?.id;
  const [from, setFrom] = useState<string>();
  const [typed, setTyped] = useState(String(group.n));
  const [error, setError] = useState<string>();
  const chosen = from ?? (near === undefined ? undefined : partPlace(stock, near, group.part));
  const save = useOnce(async () => {
    const n = wholeNumber(typed);
    if (typeof n === 'string') return setError(n);
    if (n > group.n) return setError(`Only ${group.n} ${group.n === 1 ? 'is' : 'are'} owed here`);
    const supplied = oldestFirst(group.owed, n);
    const words = `Supplied: ${amountInside(stock, { set: group.part, n })}`;
    const place = chosen === elsewhere ? undefined : chosen;
    const said = () => say(supply(occasionAt(stock.partner), supplied.map(owedAs), place));
    if (await doing(words, said)) onDone();
  });
  return (
    <Stack>
      {group.n > 1 && (
        <AmountRow
          icon={setIcon(stock, group.part)}
          label={setName(stock, group.part)}
          hint={`${group.n} owed`}
          value={typed}
          error={error}
          onChange={setTyped}
        />
      )}
      <Chips
        legend="Out of"
        chips={[
          ...placesOf(stock).map(({ id, name }) => ({ value: id, label: name })),
          { value: elsewhere, label: 'Not from our stock' },
        ]}
        value={chosen}
        onPress={setFrom}
      />
      <Button kind="primary" wide onClick={() => void save()}>
        Supplied now
      </Button>
    </Stack>
  );
}

/** Where the part most likely comes from: what is with me if it is there, else where there is one. */
function partPlace(stock: Stock, near: string, part: string): string {
  const has = (place: string) => shelfOf(stock, place, part).balance > 0;
  return has(near) ? near : (placesOf(stock).find(({ id }) => has(id))?.id ?? near);
}
