/** PINs that are tried first: whoever has the phone tries runs, patterns and dates before anything else. */

/** `123456`, `135791`, `246810`: counting in steps; five in a row are enough. */
function isRun(pin: string): boolean {
  const steps = (digits: string) =>
    new Set([...digits].slice(1).map((digit, at) => (Number(digit) - Number(digits[at]) + 10) % 10));
  return [pin.slice(0, 5), pin.slice(1)].some((digits) => steps(digits).size === 1) || '24681012'.includes(pin);
}

const lines = ['123', '456', '789', '147', '258', '369', '159', '357'];

/** `147258`, `159753`: two lines of the keypad. */
const isDrawn = (pin: string): boolean =>
  [pin.slice(0, 3), pin.slice(3)].every((half) => lines.includes(half) || lines.includes([...half].reverse().join('')));

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
  if (new Set(pin).size <= 2 || isRun(pin) || isDrawn(pin) || isRepeated(pin) || isPairs(pin) || isMirrored(pin))
    return 'That is a pattern others try first. Choose one that is harder to guess.';
  if (isDate(pin)) return 'That is a date, and dates are tried first. Choose one that is harder to guess.';
  return undefined;
}
