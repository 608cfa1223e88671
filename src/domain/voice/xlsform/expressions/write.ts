import type { Condition, Operand } from '#domain/records/shapes/form-document.ts';

/** Writes conditions as XLSForm has them: XPath with `${names}`. */

/** A condition as text. @param self the question whose own answer is `.` */
export function conditionText(of: Condition, self?: string): string {
  const part = (each: Condition) =>
    'all' in each || 'any' in each ? `(${conditionText(each, self)})` : conditionText(each, self);
  if ('all' in of) return of.all.map(part).join(' and ');
  if ('any' in of) return of.any.map(part).join(' or ');
  if ('not' in of) return `not(${conditionText(of.not, self)})`;
  if ('has' in of) return `selected(${asked(of.has[0], self)}, ${literal(of.has[1])})`;
  const [left, sign, right] = of.compare;
  return `${operandText(left, self)} ${sign} ${operandText(right, self)}`;
}

const asked = (name: string, self: string | undefined): string => (name === self ? '.' : `\${${name}}`);

function operandText(of: Operand, self: string | undefined): string {
  if ('is' in of) return typeof of.is === 'number' ? decimal(of.is) : literal(of.is);
  if ('of' in of) return asked(of.of, self);
  const [sign, [left, right]] = 'plus' in of ? (['+', of.plus] as const) : (['-', of.minus] as const);
  // Sums are read from the left: what is added last needs brackets where it is a sum itself.
  const last = operandText(right, self);
  return `${operandText(left, self)} ${sign} ${'plus' in right || 'minus' in right ? `(${last})` : last}`;
}

/** XPath can say one kind of quote in a text, not both: the second is written curled. */
function literal(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replaceAll('"', '”')}"`;
}

/** XPath has no `1e21`: all digits are written. */
function decimal(n: number): string {
  const text = String(n);
  const [digits = '', power] = text.split('e');
  if (power === undefined) return text;
  const [sign, whole = '', fraction = ''] = [n < 0 ? '-' : '', ...digits.replace('-', '').split('.')];
  const places = Number(power);
  return places < 0
    ? `${sign}0.${'0'.repeat(-places - 1)}${whole}${fraction}`
    : `${sign}${whole}${fraction.padEnd(places, '0')}`;
}
