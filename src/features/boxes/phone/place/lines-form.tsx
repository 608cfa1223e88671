import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDrafted } from '#db/draft.ts';
import type { Entry } from '#domain/records/entry.ts';
import { setName } from '#domain/stock/places.ts';
import type { Kept } from '#domain/stock/sets.ts';
import type { Amount } from '#domain/stock/stock.ts';
import { doing } from '#features/boxes/phone/last-done.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { type Stock, shelfOf } from '#features/boxes/stock.ts';
import { amountInside, listed } from '#features/boxes/words.ts';
import { Choice } from '#ui/choice.tsx';
import type { FieldFault } from '#ui/error-summary.tsx';
import { TextField } from '#ui/field.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Amounts, amountField, readAmounts, type Typed } from './amounts.tsx';
import type { At } from './at-place.tsx';
import { amountFaults, FormPage } from './form-page.tsx';

/** What is asked beside the numbers: where to, which way, why. */
export type LinesSpec = {
  readonly act: string;
  readonly title: string;
  readonly sets: readonly Kept[];
  readonly others: readonly Kept[];
  readonly other?: {
    readonly legend: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
    /** Where nothing is chosen. */
    readonly missing: string;
    /** Names that people gave: long ones need a line each. */
    readonly areNames?: boolean;
  };
  readonly reason?: { readonly label: string; readonly hint: string; readonly missing?: string };
  readonly submit: string;
  /** What was done, for the bar: `4 cones, 1 football loaded to Blue van`. */
  readonly words: (what: string, other: string) => string;
  readonly save: (amounts: readonly Amount[], other: string, reason: string) => Promise<Entry>;
};

type LinesFields = { readonly typed: Typed; readonly other: string; readonly reason: string };

/** A form with a number for each of many things, and one or two answers more. */
export function LinesForm({ at: { stock, place }, spec }: { at: At; spec: LinesSpec }) {
  const { fields, change, done } = useDrafted<LinesFields>(`${spec.act}:${place.id}`, {
    typed: {},
    other: '',
    reason: '',
  });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const navigate = useNavigate();
  if (!fields) return <PhonePage title={spec.title} loading />;
  const { amounts, faults: wrong } = readAmounts(fields.typed);
  const { other, reason } = fields;

  async function save() {
    const found = faultsOf(spec, stock, { typed: fields?.typed ?? {}, other, reason: reason.trim() });
    setFaults(found);
    if (found.length > 0) return;
    const what = listed(amounts.map((amount) => amountInside(stock, amount)));
    if (!(await doing(spec.words(what, other), () => spec.save(amounts, other, reason.trim())))) return;
    await done();
    navigate(placeAddress(place.id), { replace: true });
  }

  const faultOf = (id: string) => faults.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <FormPage
      title={spec.title}
      place={place}
      submit={spec.submit}
      faults={faults}
      onSubmit={save}
      onLeave={() => void done()}
    >
      {spec.other && (
        <Choice
          id="lines-other"
          legend={spec.other.legend}
          tile={spec.other.areNames ? '16rem' : '9rem'}
          options={spec.other.options}
          value={other === '' ? undefined : other}
          error={faultOf('lines-other')}
          onChange={(value) => change({ other: value })}
        />
      )}
      <Amounts
        sets={spec.sets}
        others={spec.others}
        typed={fields.typed}
        faults={faults.length > 0 ? wrong : {}}
        hint={(set) => `${shelfOf(stock, place.id, set).balance} here`}
        onChange={(typed) => change({ typed })}
      />
      {spec.reason && (
        <TextField
          id="lines-reason"
          label={spec.reason.label}
          optional={spec.reason.missing === undefined ? '(optional)' : undefined}
          hint={spec.reason.hint}
          maxLength={200}
          value={reason}
          error={faultOf('lines-reason')}
          onChange={(event) => change({ reason: event.target.value })}
        />
      )}
    </FormPage>
  );
}

function faultsOf(spec: LinesSpec, stock: Stock, { typed, other, reason }: LinesFields): FieldFault[] {
  const { amounts, faults } = readAmounts(typed);
  const first = (spec.sets[0] ?? spec.others[0])?.id ?? '';
  const isNone = amounts.length === 0 && Object.keys(faults).length === 0;
  return [
    ...(spec.other && other === '' ? [{ fieldId: 'lines-other', message: spec.other.missing }] : []),
    ...amountFaults(faults, (set) => setName(stock, set)),
    ...(isNone ? [{ fieldId: amountField(first), message: 'Say how many of at least one thing.' }] : []),
    ...(spec.reason?.missing && reason === '' ? [{ fieldId: 'lines-reason', message: spec.reason.missing }] : []),
  ];
}
