import type { ReactNode } from 'react';
import { dayOf, longDay } from '#domain/time.ts';
import type { FieldFault } from '#ui/error-summary.tsx';
import { TextField } from '#ui/field.tsx';
import { dayFault, SureOfDay } from './sure.tsx';

/** A day in a form. One that is far off, such as the year 0026 or 2062, is asked about beside its field. */

/** Whether it says what was, or also what is to be. */
export type When = 'past' | 'any';

export type DayFieldProps = {
  readonly id: string;
  readonly label: ReactNode;
  readonly optional?: string;
  readonly when: When;
  readonly value: string;
  readonly error: string | undefined;
  /** The days of this form that were said to be meant. */
  readonly sure: readonly string[];
  readonly onChange: (day: string) => void;
  readonly onSure: (sure: readonly string[]) => void;
};

/** A day, and beside it the question whether an odd one is meant. */
export function DayField({ id, when, value, sure, onChange, onSure, ...rest }: DayFieldProps) {
  const today = dayOf(Date.now());
  return (
    <>
      <TextField
        {...rest}
        id={id}
        type="date"
        // The browser writes days as its own language has them; here they are read as people say them.
        hint={longDay(value, today) || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {!isToCome(value, when, today) && (
        <SureOfDay
          id={sureId(id)}
          day={value}
          sure={sure.includes(value) ? value : ''}
          today={today}
          past="usual"
          onChange={(day) => onSure([...sure.filter((each) => each !== value), day])}
        />
      )}
    </>
  );
}

const sureId = (id: string): string => `${id}-sure`;
const isToCome = (day: string, when: When, today: string): boolean => when === 'past' && day > today;

/** What is wrong with the days of a form, by the ids of their fields; nothing with one that is not typed. */
export function faultsInDays(
  days: Readonly<Record<string, string>>,
  sure: readonly string[],
  when: When,
): FieldFault[] {
  const today = dayOf(Date.now());
  return Object.entries(days).flatMap(([fieldId, day]): FieldFault[] => {
    if (isToCome(day, when, today)) return [{ fieldId, message: 'That day is still to come.' }];
    const message = dayFault(day, sure.includes(day) ? day : '', today, 'usual');
    return message === undefined ? [] : [{ fieldId: sureId(fieldId), message }];
  });
}
