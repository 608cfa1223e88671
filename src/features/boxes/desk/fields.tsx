import type { ReactNode } from 'react';
import { setKinds } from '#domain/codes.ts';
import { numberOrNone, wholeNumber } from '#domain/numbers.ts';
import type { StockPlace } from '#domain/stock/places.ts';
import { inOrder, type Kept, kindOfSet } from '#domain/stock/sets.ts';
import type { FieldFault } from '#ui/error-summary.tsx';
import { SelectField } from '#ui/field.tsx';

/** Fields that the forms of equipment share. */

type PickFieldProps = {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly id?: string;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
};

type SetFieldProps = PickFieldProps & { readonly sets: readonly Kept[] };

/** One of the sets, boxes first. Nothing is chosen for anyone. */
export function SetField({ sets, onChange, ...rest }: SetFieldProps) {
  const groups = setKinds
    .map(([kind, words]) => ({ words, of: sets.filter(({ body }) => kindOfSet(body) === kind).sort(inOrder) }))
    .filter(({ of }) => of.length > 0);
  return (
    <SelectField {...rest} onChange={(event) => onChange(event.target.value)}>
      <option value="">Choose</option>
      {groups.map(({ words, of }) => (
        <optgroup key={words} label={words}>
          {of.map(({ id, body }) => (
            <option key={id} value={id}>
              {body.name}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

export function PlaceField({ places, onChange, ...rest }: PickFieldProps & { readonly places: readonly StockPlace[] }) {
  return (
    <SelectField {...rest} onChange={(event) => onChange(event.target.value)}>
      {places.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** What is wrong with a number that was typed, or nothing. `0` passes where there may be none. */
export function faultInNumber(fieldId: string, typed: string, mayBeNone = false): FieldFault[] {
  const n = numberIn(typed, mayBeNone);
  return typeof n === 'string' ? [{ fieldId, message: n }] : [];
}

/** The number, or what is wrong with it. */
export const numberIn = (typed: string, mayBeNone = false): number | string =>
  mayBeNone ? numberOrNone(typed) : wholeNumber(typed);
