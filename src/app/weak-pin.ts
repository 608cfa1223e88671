/** PINs that are tried first: whoever has the phone tries runs, patterns and dates before anything else. */

const isRun = (pin: string): boolean => '01234567890'.includes(pin) || '09876543210'.includes(pin);

/** `121212`, `123123`, `777777`: a shorter piece, again and again. */
const isRepeated = (pin: string): boolean =>
  [1, 2, 3].some((length) => pin.slice(0, length).repeat(6 / length) === pin);

/** `112233`, `778899`: the same digit in pairs. */
const isPairs = (pin: string): boolean => /^(\d)\1(\d)\2(\d)\3$/.test(pin);

/** `123321`: there and back. */
const isMirrored = (pin: string): boolean => [...pin].reverse().join('') === pin;

const isDayOfMonth = (day: number, month: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** Somebody's birthday or today: day, month and year in any usual order. */
function isDate(pin: string): boolean {
  const [first = 0, second = 0, third = 0] = [0, 2, 4].map((at) => Number(pin.slice(at, at + 2)));
  return isDayOfMonth(first, second) || isDayOfMonth(second, first) || isDayOfMonth(third, second);
}

/** Why a six-digit PIN is easy to guess, in words; undefined for one that is not. */
export function weaknessOf(pin: string): string | undefined {
  if (new Set(pin).size <= 2 || isRun(pin) || isRepeated(pin) || isPairs(pin) || isMirrored(pin))
    return 'That is a pattern others try first. Choose one that is harder to guess.';
  if (isDate(pin)) return 'That is a date, and dates are tried first. Choose one that is harder to guess.';
  return undefined;
}
