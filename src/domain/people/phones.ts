/** Telephone numbers in what somebody typed: `01474 000 123 ext 45 / 07700 900123` holds two. */

/** A number as it is written, and as it is dialled. */
export type PhoneNumber = { readonly written: string; readonly dialled: string };

/** Digits with at most two signs between them: more stand between two numbers. */
const run = /\+?\(?\d(?:[ ().-]{0,2}\d)+/g;
/** Fewer are an extension or hours, more are two numbers that nothing parts. */
const [fewest, most] = [7, 15];

/** The numbers that can be rung. A short one, such as 111, only where nothing else is written. */
export function phonesIn(typed: string): PhoneNumber[] {
  const whole = typed.trim();
  return [...whole.matchAll(run)].flatMap(([written]) => {
    // The zero in brackets is for callers who leave the country code away.
    const dialled = (written.startsWith('+') ? written.replace('(0)', '') : written).replace(/[^+\d]/g, '');
    const digits = dialled.replace('+', '').length;
    return digits <= most && (digits >= fewest || written === whole) ? [{ written, dialled }] : [];
  });
}

/** The first that can be rung of what is on record, in the order somebody is rung. */
export const firstPhone = (...typed: readonly (string | null | undefined)[]): PhoneNumber | undefined =>
  typed.flatMap((each) => phonesIn(each ?? '').slice(0, 1))[0];

/** A number as one and the same however it is written: `+44 7700 900123` is `07700900123`. */
export const plainPhone = (dialled: string): string => dialled.replace(/^00/, '+').replace(/^\+44/, '0');

/** As a British number is read aloud: `07700900318` is shown `07700 900318`. What is none stays as it was typed. */
export function tidyPhone(typed: string): string {
  const whole = typed.trim();
  const [only, ...more] = phonesIn(whole);
  if (!only || more.length > 0 || only.written !== whole) return whole;
  const home = plainPhone(only.dialled);
  if (/^02\d{9}$/.test(home)) return home.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
  return /^0[17]\d{9}$/.test(home) ? home.replace(/^(\d{5})(\d{6})$/, '$1 $2') : whole;
}
