import { useState } from 'react';
import { useNavigate } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useDrafted } from '#db/draft.ts';
import { setName } from '#domain/stock/places.ts';
import type { Shelf } from '#domain/stock/stock.ts';
import { countPlace } from '#features/boxes/actions.ts';
import { didLast } from '#features/boxes/phone/last-done.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { choosable, shelfOf, shelvesIn } from '#features/boxes/stock.ts';
import { listed, many } from '#features/boxes/words.ts';
import type { FieldFault } from '#ui/error-summary.tsx';
import { Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Amounts, amountField, readAmounts, type Typed } from './amounts.tsx';
import { type At, AtPlace } from './at-place.tsx';
import { amountFaults, FormPage } from './form-page.tsx';

/** `known`: what was known of each shelf when its number was typed. */
type CountFields = { readonly typed: Typed; readonly known: Typed };

/** A number that was typed before something else happened there is not what lies there now. */
const knownOf = ({ movementTotal, count }: Shelf): string => `${movementTotal} ${count?.id}`;

const mapped = (typed: Typed, known: (set: string) => string): Typed =>
  Object.fromEntries(Object.keys(typed).map((set) => [set, known(set)]));

/** Counting what lies in a place. What was not counted stays as it is. */
export function CountScreen() {
  return <AtPlace title="Count">{(at) => <Counting key={at.place.id} {...at} />}</AtPlace>;
}

function Counting({ stock, place }: At) {
  const { fields, change, done } = useDrafted<CountFields>(`count:${place.id}`, { typed: {}, known: {} });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const navigate = useNavigate();
  if (!fields) return <PhonePage title="Count" loading />;
  const known = (set: string) => knownOf(shelfOf(stock, place.id, set));
  const moved = Object.keys(fields.typed).filter((set) => fields.typed[set] !== '' && fields.known[set] !== known(set));
  const typed: Typed = Object.fromEntries(Object.entries(fields.typed).filter(([set]) => !moved.includes(set)));
  const { amounts, faults: wrong } = readAmounts(typed, true);
  const there = new Set(shelvesIn(stock, place.id).map(({ set }) => set));
  const sets = choosable(stock, place.id, [...there]);
  const thought = (set: string) => shelfOf(stock, place.id, set).balance;

  async function save() {
    const found = amountFaults(wrong, (set) => setName(stock, set));
    const first = amountField(sets[0]?.id ?? '');
    setFaults(
      found.length > 0 || amounts.length > 0 ? found : [{ fieldId: first, message: 'Count at least one thing.' }],
    );
    if (found.length > 0 || amounts.length === 0) return;
    const counted = new Map(amounts.map(({ set, n }) => [set, n]));
    if (!(await attempt('The count', () => countPlace(stock.partner, place.id, counted)))) return;
    didLast({ words: `${many(amounts.length, 'thing')} counted in ${place.name}`, undo: null });
    await done();
    navigate(placeAddress(place.id), { replace: true });
  }

  return (
    <FormPage
      title="Count"
      place={place}
      submit={amounts.length === 0 ? 'Save the count' : `Save the count of ${many(amounts.length, 'thing')}`}
      foot="Empty is not counted, and stays as it is"
      faults={faults}
      onSubmit={save}
      onLeave={() => void done()}
    >
      {moved.length > 0 && (
        <Remark>
          Something happened since you counted, so count again: {listed(moved.map((set) => setName(stock, set)))}.
        </Remark>
      )}
      <Amounts
        sets={sets.filter(({ id }) => there.has(id))}
        others={sets.filter(({ id }) => !there.has(id))}
        typed={typed}
        faults={faults.length > 0 ? wrong : {}}
        hint={(set) => `${thought(set)} by the records`}
        startsAt={thought}
        nought
        onChange={(next) => change({ typed: next, known: mapped(next, known) })}
      />
    </FormPage>
  );
}
