/**
 * Whole numbers between bounds and what holds between them, looked through to the end: which of them can have one value only. Written for
 * the attacker, by another method than the code it attacks: that looks for a change from a known table; this narrows bounds and tries
 * values, and says *one only* when all others have failed.
 */

export type Rule = { readonly terms: readonly (readonly [of: number, times: number])[]; readonly atMost: boolean };

type Bounds = { readonly low: Int32Array; readonly high: Int32Array };

export class Exact {
  readonly #rules: readonly Rule[];
  readonly #rulesOf: number[][];
  #tries = 0;

  constructor(n: number, rules: readonly Rule[]) {
    this.#rules = rules;
    this.#rulesOf = Array.from({ length: n }, () => []);
    for (const [at, { terms }] of rules.entries()) for (const [of] of terms) this.#rulesOf[of]?.push(at);
  }

  /** Narrows bounds as far as single rules say; false where nothing is left. */
  narrow({ low, high }: Bounds, from?: number): boolean {
    const waiting = new Set(from === undefined ? this.#rules.keys() : this.#rulesOf[from]);
    for (const at of waiting) {
      waiting.delete(at);
      const { terms, atMost } = this.#rules[at]!;
      let least = 0;
      let most = 0;
      for (const [of, times] of terms) {
        least += times > 0 ? times * low[of]! : times * high[of]!;
        most += times > 0 ? times * high[of]! : times * low[of]!;
      }
      if (least > 0 || (!atMost && most < 0)) return false;
      for (const [of, times] of terms) {
        const [from, to] = [low[of]!, high[of]!];
        // All terms are one times something.
        const room = -least;
        if (times > 0) high[of] = Math.min(to, from + room);
        else low[of] = Math.max(from, to - room);
        if (!atMost) {
          const rest = most;
          if (times > 0) low[of] = Math.max(low[of]!, to - rest);
          else high[of] = Math.min(high[of]!, from + rest);
        }
        if (low[of]! > high[of]!) return false;
        if (low[of] !== from || high[of] !== to) for (const each of this.#rulesOf[of] ?? []) waiting.add(each);
        if (low[of] !== from || high[of] !== to) {
          // What was summed is no longer so: this rule is looked at again.
          waiting.add(at);
          break;
        }
      }
    }
    return true;
  }

  /** Values that all rules allow; null: there are none; undefined: not found in so many tries. @param near where to look first */
  solve(bounds: Bounds, near: (of: number) => number, tries: number): Int32Array | null | undefined {
    this.#tries = tries;
    return this.#solve({ low: bounds.low.slice(), high: bounds.high.slice() }, near);
  }

  #solve(bounds: Bounds, near: (of: number) => number, from?: number): Int32Array | null | undefined {
    if (!this.narrow(bounds, from)) return null;
    this.#tries -= 1;
    if (this.#tries < 0) return undefined;
    let least = -1;
    let width = Number.POSITIVE_INFINITY;
    for (let of = 0; of < bounds.low.length; of += 1) {
      const own = bounds.high[of]! - bounds.low[of]!;
      if (own > 0 && own < width) [least, width] = [of, own];
    }
    if (least < 0) return bounds.low;
    const values = Array.from({ length: width + 1 }, (_, at) => bounds.low[least]! + at);
    values.sort((one, other) => Math.abs(one - near(least)) - Math.abs(other - near(least)));
    for (const value of values) {
      const tried = { low: bounds.low.slice(), high: bounds.high.slice() };
      tried.low[least] = value;
      tried.high[least] = value;
      const found = this.#solve(tried, near, least);
      if (found !== null) return found;
    }
    return null;
  }
}
