import { numberOrNone, wholeNumber } from '#domain/numbers.ts';

/** What is wrong with what was typed into a form of equipment, in words; undefined where it is right. */

export const partnerFault = (partner: string): string | undefined =>
  partner === '' ? 'Choose whose it is.' : undefined;

/** @param mayBeNone `0` passes where there may be none */
export function numberFault(typed: string, mayBeNone = false): string | undefined {
  const n = mayBeNone ? numberOrNone(typed) : wholeNumber(typed);
  return typeof n === 'string' ? n : undefined;
}
