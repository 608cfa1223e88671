import type { Change } from './search.ts';
import type { Line, Unknowns } from './unknowns.ts';

/** Values with which every line holds: what is known of figures begins with one table that they may all come from. */

/** Above anything that is counted. */
const ceiling = 1e9;
/** So many values are tried before it is given up: for a first table, and for another one. */
const mostTries = { first: 5000, other: 300 };

/** So often, for each line, are lines gone through. */
const mostRounds = 40;

type Bounds = { readonly low: Float64Array; readonly high: Float64Array };

class Narrowing {
  readonly #lines: readonly Line[];
  readonly #linesOf: number[][];
  /** Lines that cannot hold whatever values there are. */
  readonly stuck = new Set<number>();
  #tries: number;
  readonly #at: readonly number[];

  constructor({ of, lines }: Unknowns, tries = 0) {
    this.#tries = tries;
    this.#lines = lines;
    this.#at = of.map(({ at }) => at);
    this.#linesOf = of.map(() => []);
    for (const [line, { terms }] of lines.entries()) for (const [place] of terms) this.#linesOf[place]?.push(line);
  }

  /** Narrows bounds to what lines leave; the first line that leaves nothing, or -1. */
  narrow(bounds: Bounds, from: Iterable<number>): number {
    const waiting = new Set(from);
    // Lines that go round in a ring may narrow each other by one for ever; what is left then is tried.
    let left = mostRounds * (this.#lines.length + 1);
    for (const line of waiting) {
      waiting.delete(line);
      left -= 1;
      if (left < 0) return -1;
      if (this.stuck.has(line)) continue;
      const changed = this.#narrowLine(bounds, line);
      if (changed === null) return line;
      for (const place of changed) for (const each of this.#linesOf[place] ?? []) waiting.add(each);
    }
    return -1;
  }

  /** Which unknowns it narrowed; null: the line cannot hold. */
  #narrowLine({ low, high }: Bounds, line: number): number[] | null {
    const { terms = [], atMost = false } = this.#lines[line] ?? {};
    let least = 0;
    let most = 0;
    for (const [place, sign] of terms) {
      const [lowest, highest] = [low[place] ?? 0, high[place] ?? 0];
      least += sign > 0 ? lowest : -highest;
      most += sign > 0 ? highest : -lowest;
    }
    if (least > 0 || (!atMost && most < 0)) return null;
    const changed: number[] = [];
    for (const [place, sign] of terms) {
      const [lowest, highest] = [low[place] ?? 0, high[place] ?? 0];
      // What the others leave: `least` and `most` are of the line as it was, which is as far as can be said of it.
      const up = sign > 0 ? lowest - least : atMost ? highest : lowest + most;
      const down = sign > 0 ? (atMost ? lowest : highest - most) : highest + least;
      if (up >= highest && down <= lowest) continue;
      high[place] = Math.min(highest, up);
      low[place] = Math.max(lowest, down);
      changed.push(place);
    }
    return changed;
  }

  /** Tries values, those nearest to what is thought of first. */
  solve(bounds: Bounds): Bounds | null {
    const { low, high } = bounds;
    let next = -1;
    let width = Number.POSITIVE_INFINITY;
    for (let place = 0; place < low.length; place += 1) {
      const own = (high[place] ?? 0) - (low[place] ?? 0);
      if (own > 0 && own < width) [next, width] = [place, own];
    }
    if (next < 0) return this.narrow(bounds, this.#lines.keys()) < 0 ? bounds : null;
    const [lowest, highest] = [low[next] ?? 0, high[next] ?? 0];
    const near = Math.min(highest, Math.max(lowest, this.#at[next] ?? 0));
    for (const value of new Set([near, near + 1, near - 1, lowest, lowest + 1, lowest + 2, lowest + 3, highest])) {
      if (value < lowest || value > highest) continue;
      this.#tries -= 1;
      if (this.#tries < 0) return null;
      const tried = { low: low.slice(), high: high.slice() };
      tried.low[next] = value;
      tried.high[next] = value;
      const found = this.narrow(tried, this.#linesOf[next] ?? []) < 0 ? this.solve(tried) : null;
      if (found) return found;
    }
    return null;
  }
}

/** Gives unknowns values with which every line holds; where there are none, the lines that stand in the way: all, if it is not one alone. */
export function settle(unknowns: Unknowns, tries = mostTries.first): readonly Line[] {
  const { of, lines } = unknowns;
  const narrowing = new Narrowing(unknowns, tries);
  const first = (): Bounds => ({
    low: Float64Array.from(of, ({ low }) => low),
    high: Float64Array.from(of, ({ high }) => Math.min(high, ceiling)),
  });
  let bounds = first();
  for (let line = narrowing.narrow(bounds, lines.keys()); line >= 0; line = narrowing.narrow(bounds, lines.keys())) {
    narrowing.stuck.add(line);
    bounds = first();
  }
  if (narrowing.stuck.size > 0) return lines.filter((_, line) => narrowing.stuck.has(line));
  const found = narrowing.solve(bounds);
  if (!found) return lines;
  for (const [place, unknown] of of.entries()) unknown.at = found.low[place] ?? 0;
  return [];
}

/**
 * Of lines that cannot hold together, those to leave out: of the doubtful ones as few as are in the way.
 * @returns null: it does not depend on those
 */
export function inTheWay({ of, lines }: Unknowns, isDoubtful: (line: Line) => boolean): Line[] | null {
  const held = lines.filter((line) => !isDoubtful(line));
  if (held.length === lines.length || settle({ of, lines: held }).length > 0) return null;
  return lines.filter(isDoubtful).filter((line) => {
    held.push(line);
    const stands = settle({ of, lines: held }, mostTries.other).length === 0;
    if (!stands) held.pop();
    return !stands;
  });
}

/** Bounds as they are, or as they would be if all were hidden that may be. */
const boundsOf = ({ of }: Unknowns, mayHide: boolean): Bounds => ({
  low: Float64Array.from(of, ({ low, wider }) => (mayHide && wider ? wider.low : low)),
  high: Float64Array.from(of, ({ high, wider }) => Math.min(mayHide && wider ? wider.high : high, ceiling)),
});

/** Keys of what can be worked out even if everything is hidden that may be, as earlier figures say it: hiding it would hide nothing. */
export function knownAnyway(unknowns: Unknowns): ReadonlySet<string> {
  const bounds = boundsOf(unknowns, true);
  new Narrowing(unknowns).narrow(bounds, unknowns.lines.keys());
  return new Set(unknowns.of.flatMap(({ key }, place) => (bounds.low[place] === bounds.high[place] ? [key] : [])));
}

/** Another table in which an unknown has another value, found by trying values: slower than a search for a change, and finds more. */
export function otherTable(unknowns: Unknowns, place: number, mayHide: boolean): Change | null {
  const at = unknowns.of[place]?.at ?? 0;
  for (const by of [1, -1]) {
    const narrowing = new Narrowing(unknowns, mostTries.other);
    const bounds = boundsOf(unknowns, mayHide);
    if (by > 0) bounds.low[place] = Math.max(bounds.low[place] ?? 0, at + 1);
    else bounds.high[place] = Math.min(bounds.high[place] ?? 0, at - 1);
    if ((bounds.low[place] ?? 0) > (bounds.high[place] ?? 0)) continue;
    const found = narrowing.narrow(bounds, unknowns.lines.keys()) < 0 ? narrowing.solve(bounds) : null;
    if (found) return changeTo(unknowns, found.low);
  }
  return null;
}

function changeTo({ of }: Unknowns, values: Float64Array): Change {
  const by = new Map<number, number>();
  const hides: number[] = [];
  for (const [place, { at, low, high }] of of.entries()) {
    const to = values[place] ?? at;
    if (to !== at) by.set(place, to - at);
    if (to < low || to > high) hides.push(place);
  }
  return { by, hides, cost: 0 };
}
