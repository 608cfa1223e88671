import type { FieldFault } from '#ui/error-summary.tsx';
import { faultsInDays, type When } from './day-field.tsx';

/** What is wrong with a form: by field, in words, until it is put right. */

/** Where a field is a list of lines, the faults are those of the fields of its lines. */
export type Faults<T> = { readonly [Name in keyof T]?: string | readonly FieldFault[] | undefined };

/** The fields of a form that are days, and whether each says what was or also what is to be. */
export type Days<T> = { readonly [Field in keyof T & string]?: When };

type Name<T> = keyof T & string;

/** The fields of a form, typed as its own. */
export const namesOf = <T extends object>(fields: T): Name<T>[] => Object.keys(fields) as Name<T>[]; // an object literal of ours: its own keys

/** The id of a field on the page: `site-name`. */
export const idOf = (prefix: string, field: string): string => `${prefix}-${field}`;

/** Whether a form can be saved: no field has a fault. */
export const isRight = <T extends object>(faults: Faults<T>): boolean =>
  !namesOf(faults).some((field) => faults[field]?.length);

/** What is wrong with the days of a form, each beside its own field. @param sure those that were said to be meant */
export function faultsOfDays<T extends object>(
  prefix: string,
  values: T,
  days: Days<T>,
  sure: readonly string[],
): Faults<T> {
  const found = namesOf(days).map((field) => {
    const [fault] = faultsInDays({ [idOf(prefix, field)]: String(values[field] ?? '') }, sure, days[field] ?? 'any');
    return [field, fault && [fault]] as const;
  });
  return Object.fromEntries(found) as Faults<T>; // fields of T
}

/** Both: what the form found comes before what its days are asked about. */
export const together = <T extends object>(found: Faults<T>, asked: Faults<T>): Faults<T> => ({
  ...asked,
  ...(Object.fromEntries(
    namesOf(found).flatMap((field) => (found[field]?.length ? [[field, found[field]]] : [])),
  ) as Faults<T>), // its own
});

/** A message goes once what it says is put right; a new one comes at the next try. */
export const stillWrong = <T extends object>(wrong: Faults<T>, found: Faults<T>): Faults<T> =>
  Object.fromEntries(namesOf(wrong).map((field) => [field, stillIn(wrong[field], found[field])])) as Faults<T>; // its own

type Fault = Faults<Record<string, unknown>>[string];

function stillIn(wrong: Fault, found: Fault): Fault {
  if (typeof wrong === 'string' || wrong === undefined) return wrong && found;
  const left = typeof found === 'object' ? found : [];
  return wrong.flatMap(({ fieldId }) => left.filter((each) => each.fieldId === fieldId));
}

/** All of them as the summary at the top lists them. */
export const listed = <T extends object>(prefix: string, faults: Faults<T>): FieldFault[] =>
  namesOf(faults).flatMap((field): readonly FieldFault[] => {
    const fault: Fault = faults[field];
    if (typeof fault === 'string') return fault === '' ? [] : [{ fieldId: idOf(prefix, field), message: fault }];
    return fault ?? [];
  });
