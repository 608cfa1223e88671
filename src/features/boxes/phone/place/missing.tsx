import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDrafted } from '#db/draft.ts';
import { wholeNumber } from '#domain/numbers.ts';
import { setIcon, setName, setOf } from '#domain/stock/places.ts';
import { partsIn } from '#domain/stock/sets.ts';
import { move } from '#features/boxes/actions.ts';
import { doing } from '#features/boxes/phone/last-done.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { choosable, contentsOf, packedIn, type Stock, shelfOf } from '#features/boxes/stock.ts';
import { amountInside, listed, many } from '#features/boxes/words.ts';
import { AmountRow } from '#ui/amount-row.tsx';
import type { FieldFault } from '#ui/error-summary.tsx';
import { KitChoice } from '#ui/kit-choice.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Amounts, amountField, readAmounts, type Typed } from './amounts.tsx';
import type { At } from './at-place.tsx';
import { amountFaults, FormPage } from './form-page.tsx';

type MissingFields = { readonly set: string; readonly n: string; readonly typed: Typed };

/** Boxes here were found without some of their parts. It is known when one of them is given out. */
export function Missing({ stock, place }: At) {
  const { fields, change, done } = useDrafted<MissingFields>(`missing:${place.id}`, { set: '', n: '1', typed: {} });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const navigate = useNavigate();
  const boxes = choosable(stock, place.id).filter(({ body }) => partsIn(body).length > 0);
  if (!fields) return <PhonePage title="Missing part" loading />;
  const { set, typed } = fields;
  const n = wholeNumber(fields.n);
  const { amounts, faults: wrong } = readAmounts(typed);

  async function save() {
    const found = problems(stock, { set, n: fields?.n ?? '', typed });
    setFaults(found);
    if (found.length > 0 || typeof n === 'string') return;
    const words = `Missing: ${listed(amounts.map((part) => amountInside(stock, part)))}`;
    const moved = {
      kind: 'part missing',
      set,
      n,
      from: place.id,
      to: place.id,
      owed: amounts,
      version: packedIn(stock, set),
    } as const;
    if (!(await doing(words, () => move({ partner: stock.partner, session: null }, [moved])))) return;
    await done();
    navigate(placeAddress(place.id), { replace: true });
  }

  return (
    <FormPage
      title="Missing part"
      place={place}
      submit="Save"
      foot={typeof n === 'number' && amounts.length > 0 ? `In ${many(n, 'box', 'boxes')} here` : undefined}
      faults={faults}
      onSubmit={save}
      onLeave={() => void done()}
    >
      {boxes.length === 0 && (
        <Empty icon="box" title="No box has its parts defined yet">
          Your coordinator says at the desk what is in each box.
        </Empty>
      )}
      <SectionTitle>In which box?</SectionTitle>
      <KitChoice
        legend="In which box?"
        options={boxes.map(({ id, body }) => ({
          value: id,
          label: String(body.name),
          end: `${shelfOf(stock, place.id, id).balance} here`,
          icons: partsIn(body).map((part) => setIcon(stock, part.set)),
        }))}
        value={set || undefined}
        onChange={(chosen) => change({ set: chosen, typed: {} })}
      />
      {set !== '' && (
        <Which
          stock={stock}
          fields={fields}
          faults={faults.length > 0 ? wrong : {}}
          error={faults.length > 0 && typeof n === 'string' ? n : undefined}
          onChange={change}
        />
      )}
    </FormPage>
  );
}

const partsOf = (stock: Stock, set: string) => contentsOf(stock, set, packedIn(stock, set));

function problems(stock: Stock, { set, n, typed }: MissingFields): FieldFault[] {
  if (set === '') return [{ fieldId: 'main', message: 'Choose which box.' }];
  const { amounts, faults } = readAmounts(typed);
  const boxes = wholeNumber(n);
  const isNone = amounts.length === 0 && Object.keys(faults).length === 0;
  const first = amountField(partsOf(stock, set)[0]?.set ?? '');
  return [
    ...(typeof boxes === 'string' ? [{ fieldId: 'missing-n', message: boxes }] : []),
    ...amountFaults(faults, (part) => setName(stock, part)),
    ...(isNone ? [{ fieldId: first, message: 'Say which part is missing.' }] : []),
  ];
}

type WhichProps = {
  readonly stock: Stock;
  readonly fields: MissingFields;
  readonly faults: Readonly<Record<string, string>>;
  readonly error: string | undefined;
  readonly onChange: (changed: Partial<MissingFields>) => void;
};

/** In how many boxes, and how many of which parts. */
function Which({ stock, fields: { set, n, typed }, faults, error, onChange }: WhichProps) {
  const parts = partsOf(stock, set);
  return (
    <>
      <AmountRow
        id="missing-n"
        icon={setIcon(stock, set)}
        label="How many boxes?"
        value={n}
        error={error}
        onChange={(changed) => onChange({ n: changed })}
      />
      <SectionTitle>What is missing, in all?</SectionTitle>
      <Amounts
        sets={parts.map((part) => setOf(stock, part.set) ?? { id: part.set, body: { name: setName(stock, part.set) } })}
        typed={typed}
        faults={faults}
        hint={(part) => `${parts.find((each) => each.set === part)?.n ?? 0} in each box`}
        onChange={(changed) => onChange({ typed: changed })}
      />
    </>
  );
}
