import type { AnswerValue, Condition, FormQuestion, Operand } from '#domain/records/shapes/form-document.ts';

/** Which questions are put, and whether an answer is what it must be. What was not answered is equal to nothing and less than nothing. */

/** What was answered so far, by question. Own words stand beside a value, or alone. */
export type FormAnswers = Readonly<
  Record<
    string,
    {
      readonly value?: AnswerValue | undefined;
      readonly words?: string | undefined;
      /** The words may be printed. */
      readonly mayQuote?: boolean | undefined;
    }
  >
>;

type Value = string | number | undefined;

function resultOf(of: Operand, said: FormAnswers): Value {
  if ('is' in of) return of.is;
  if ('of' in of) return single(said[of.of]);
  const [a, b] = ('plus' in of ? of.plus : of.minus).map((each) => numberOf(resultOf(each, said)));
  if (a === undefined || b === undefined) return undefined;
  return 'plus' in of ? a + b : a - b;
}

function single(said: FormAnswers[string] | undefined): Value {
  const { value, words } = said ?? {};
  return Array.isArray(value) ? value.join(' ') : ((value as Value) ?? words); // a list is joined as XLSForm does
}

/** A number, or text that is one; undefined where it is none. */
function numberOf(value: Value): number | undefined {
  if (value === undefined || value === '') return undefined;
  const n = typeof value === 'number' ? value : Number(value);
  return Number.isFinite(n) ? n : undefined;
}

function compares(a: Value, sign: '=' | '!=' | '<' | '<=' | '>' | '>=', b: Value): boolean {
  const [x, y] = [numberOf(a), numberOf(b)];
  // `''` is what is not answered.
  if (sign === '=') return x !== undefined && y !== undefined ? x === y : (a ?? '') === (b ?? '');
  if (sign === '!=') return !compares(a, '=', b);
  // Days compare as text.
  const [left, right] = x !== undefined && y !== undefined ? [x, y] : [a, b];
  if (left === undefined || right === undefined || typeof left !== typeof right) return false;
  if (sign === '<') return left < right;
  if (sign === '<=') return left <= right;
  return sign === '>' ? left > right : left >= right;
}

/** Whether a condition holds. */
export function holds(of: Condition, said: FormAnswers): boolean {
  if ('all' in of) return of.all.every((each) => holds(each, said));
  if ('any' in of) return of.any.some((each) => holds(each, said));
  if ('not' in of) return !holds(of.not, said);
  if ('has' in of) {
    const value = said[of.has[0]]?.value;
    return Array.isArray(value) ? value.includes(of.has[1]) : value === of.has[1];
  }
  return compares(resultOf(of.compare[0], said), of.compare[1], resultOf(of.compare[2], said));
}

/**
 * The questions that are put after what was said, in order. What was answered to one that is not put any more asks for nothing: it counts
 * as not answered.
 */
export function questionsPut(questions: readonly FormQuestion[], said: FormAnswers): FormQuestion[] {
  const seen: Record<string, FormAnswers[string]> = {};
  const put: FormQuestion[] = [];
  for (const each of questions) {
    if (each.showIf && !holds(each.showIf, seen as FormAnswers)) continue; // only what was answered is looked up
    put.push(each);
    const answer = said[each.name];
    if (answer) seen[each.name] = answer;
  }
  return put;
}

/** Whether an answer is what its question says it must be. One that was not given is. */
export const isAsItMustBe = ({ name, mustBe }: FormQuestion, said: FormAnswers): boolean =>
  !mustBe || said[name] === undefined || holds(mustBe, said);

/**
 * The whole numbers a number may be, where its condition names both ends and they are few enough to be shown beside one another:
 * 0 to 10. Undefined where it is typed.
 */
export function numbersOf({ name, type, fraction, mustBe }: FormQuestion): readonly number[] | undefined {
  if (type !== 'number' || fraction || !mustBe || !('all' in mustBe)) return undefined;
  const end = (sign: '>=' | '<='): number | undefined => {
    const found = mustBe.all.map((each) => {
      if (!('compare' in each)) return undefined;
      const [left, by, right] = each.compare;
      const isEnd = by === sign && 'of' in left && left.of === name && 'is' in right;
      return isEnd ? numberOf(right.is) : undefined;
    });
    return found.find((each) => each !== undefined);
  };
  const [from, to] = [end('>='), end('<=')];
  if (from === undefined || to === undefined || !Number.isInteger(from) || to < from || to - from > 10)
    return undefined;
  return Array.from({ length: Math.floor(to) - from + 1 }, (_, n) => from + n);
}
