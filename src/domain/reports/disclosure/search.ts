import type { Unknowns } from './unknowns.ts';

/**
 * Other values that unknowns may have. A change of whole numbers, after which every line holds and every unknown is within its bounds, is
 * a proof that a reader cannot tell the two apart. *Why a search for proofs and no linear programme: what it finds is exact, in whole
 * numbers, and can be checked by adding up; where it finds none in time, more is hidden than had to be, never less.*
 */

/** A change, and which unknowns have to be hidden first so that it is within bounds. */
export type Change = {
  readonly by: ReadonlyMap<number, number>;
  readonly hides: readonly number[];
  readonly cost: number;
};

/** How far a search goes. */
type Limits = {
  /** So many unknowns may change one after the other. */
  readonly deep: number;
  /** So many steps are tried. */
  readonly steps: number;
  /** Whether more may be hidden. */
  readonly mayHide: boolean;
};

type Step = { readonly place: number; readonly by: 1 | -1; readonly cost: number; readonly mends: number };

/** Searches of one set of unknowns. Bounds may become wider between two of them. */
export class Search {
  readonly #unknowns: Unknowns;
  readonly #linesOf: readonly (readonly [line: number, sign: 1 | -1])[][];
  /** How far each line that is at most zero is from it. */
  readonly #slack: Float64Array;
  readonly #by: Int32Array;
  readonly #off: Int32Array;
  readonly #broken = new Set<number>();
  readonly #changed: number[] = [];
  #limits: Limits = { deep: 0, steps: 0, mayHide: false };
  #steps = 0;
  #best: Change | null = null;

  constructor(unknowns: Unknowns) {
    const { of, lines } = unknowns;
    this.#unknowns = unknowns;
    const linesOf: (readonly [number, 1 | -1])[][] = of.map(() => []);
    for (const [line, { terms }] of lines.entries())
      for (const [place, sign] of terms) linesOf[place]?.push([line, sign]);
    this.#linesOf = linesOf;
    this.#slack = new Float64Array(lines.length);
    this.#by = new Int32Array(of.length);
    this.#off = new Int32Array(lines.length);
    for (const [line, own] of lines.entries())
      this.#slack[line] = own.atMost ? -own.terms.reduce((all, [at, sign]) => all + sign * (of[at]?.at ?? 0), 0) : 0;
  }

  /** The cheapest change found that moves an unknown by one. */
  moving(place: number, by: 1 | -1, limits: Limits): Change | null {
    const cost = this.#costOf(place, by);
    if (cost === null || (cost > 0 && !limits.mayHide)) return null;
    return this.#look(limits, cost, () => this.#step(place, by));
  }

  #look(limits: Limits, cost: number, begin: () => void): Change | null {
    this.#limits = limits;
    this.#steps = limits.steps;
    this.#best = null;
    const before = this.#changed.length;
    begin();
    this.#visit(cost, limits.deep);
    while (this.#changed.length > before) this.#unstep();
    return this.#best;
  }

  #shift(line: number, by: number): void {
    const off = (this.#off[line] ?? 0) + by;
    this.#off[line] = off;
    const isBroken = this.#unknowns.lines[line]?.atMost ? off > (this.#slack[line] ?? 0) : off !== 0;
    if (isBroken) this.#broken.add(line);
    else this.#broken.delete(line);
  }

  #step(place: number, by: 1 | -1): void {
    this.#by[place] = (this.#by[place] ?? 0) + by;
    this.#changed.push(by > 0 ? place : -place - 1);
    for (const [line, sign] of this.#linesOf[place] ?? []) this.#shift(line, sign * by);
  }

  #unstep(): void {
    const last = this.#changed.pop();
    if (last === undefined) return;
    const [place, by] = last >= 0 ? [last, -1] : [-last - 1, 1];
    this.#by[place] = (this.#by[place] ?? 0) + by;
    for (const [line, sign] of this.#linesOf[place] ?? []) this.#shift(line, sign * by);
  }

  /** What it costs to move an unknown further; null where it cannot be. */
  #costOf(place: number, by: 1 | -1): number | null {
    const unknown = this.#unknowns.of[place];
    if (!unknown) return null;
    const { at, low, high, wider } = unknown;
    const moved = this.#by[place] ?? 0;
    if (moved * by < 0) return null;
    const to = at + moved + by;
    if (to >= low && to <= high) return 0;
    if (!wider || to < wider.low || to > wider.high) return null;
    const before = at + moved;
    return before >= low && before <= high ? wider.cost : 0;
  }

  /** What may mend a line, the cheapest first, and of those that which mends most. */
  #stepsFor(line: number, within: number): Step[] {
    const down = (this.#off[line] ?? 0) > 0;
    const { mayHide } = this.#limits;
    const found: Step[] = [];
    for (const [place, sign] of this.#unknowns.lines[line]?.terms ?? []) {
      const by = sign > 0 === down ? -1 : 1;
      const cost = this.#costOf(place, by);
      if (cost === null || (cost > 0 && !mayHide) || cost >= within) continue;
      found.push({ place, by, cost, mends: this.#mends(place, by) });
    }
    return found;
  }

  #mends(place: number, by: 1 | -1): number {
    let mends = 0;
    for (const [line, sign] of this.#linesOf[place] ?? []) {
      const off = this.#off[line] ?? 0;
      const atMost = this.#unknowns.lines[line]?.atMost;
      if (this.#broken.has(line)) mends += off * sign * by < 0 ? 1 : -1;
      else if (!atMost || off + sign * by > (this.#slack[line] ?? 0)) mends -= 1;
    }
    return mends;
  }

  #visit(cost: number, deep: number): void {
    if (this.#broken.size === 0) {
      this.#best = this.#found(cost);
      return;
    }
    const within = (this.#best?.cost ?? Number.POSITIVE_INFINITY) - cost;
    if (deep === 0 || within <= 0) return;
    let steps: Step[] | null = null;
    for (const line of this.#broken) {
      const own = this.#stepsFor(line, within);
      if (own.length === 0) return;
      if (steps === null || own.length < steps.length) steps = own;
    }
    steps?.sort((one, other) => one.cost - other.cost || other.mends - one.mends || one.place - other.place);
    for (const { place, by, cost: more } of steps ?? []) {
      if (this.#best && cost + more >= this.#best.cost) return;
      this.#steps -= 1;
      if (this.#steps < 0) return;
      this.#step(place, by);
      this.#visit(cost + more, deep - 1);
      this.#unstep();
    }
  }

  #found(cost: number): Change {
    const by = new Map<number, number>();
    for (const each of this.#changed) {
      const place = each >= 0 ? each : -each - 1;
      const change = this.#by[place] ?? 0;
      if (change !== 0) by.set(place, change);
    }
    const hides = [...by].flatMap(([place, change]) => {
      const unknown = this.#unknowns.of[place];
      const to = (unknown?.at ?? 0) + change;
      return unknown && (to < unknown.low || to > unknown.high) ? [place] : [];
    });
    return { by, hides, cost };
  }
}
