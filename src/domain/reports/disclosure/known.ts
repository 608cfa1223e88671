import { fewest, inFives } from '#domain/reports/small-cells.ts';
import type { CountedCell, Earlier, Linked, Sum } from './linked.ts';
import type { ReaderProfile, ShownNumber } from './shown.ts';
import type { Line, Unknown, Unknowns } from './unknowns.ts';

/** What a reader knows: of each figure the bounds that what is shown of it sets, and what holds between figures. */

const noEnd = Number.POSITIVE_INFINITY;
/** In public nothing below this is shown of a sensitive table. */
const fewestSensitive = 10;
/** A total goes only where nothing else will do, and `<5` becomes `[c]` only rather than that. */
const costs = { total: 1_000_000, few: 1000 };

/** How a number is first shown, and the bounds that sets. */
type First = { readonly shown: ShownNumber } & Pick<Unknown, 'low' | 'high' | 'wider'>;

function firstOf(n: number, profile: ReaderProfile, sensitive: boolean, extra: number): First {
  const least = sensitive && profile === 'public' ? fewestSensitive : fewest;
  if (least > fewest && n < least) return { shown: 'hidden', low: 0, high: least - 1, wider: null };
  if (n === 0) return { shown: 0, low: 0, high: 0, wider: null };
  if (n < fewest) {
    const wider = { low: 1, high: noEnd, cost: costs.few + extra + n };
    return { shown: 'few', low: 1, high: fewest - 1, wider };
  }
  const wider = { low: least, high: noEnd, cost: n + extra };
  if (profile !== 'public') return { shown: n, low: n, high: n, wider };
  const shown = Number(inFives(n));
  return { shown, low: Math.max(least, shown - 2), high: shown + 2, wider };
}

/** What was shown before of a figure, as bounds of what it was; null: nothing was said. */
function boundsOf(
  shown: ShownNumber | undefined,
  isRounded: boolean,
  isLoose: boolean,
): { low: number; high: number } | null {
  if (shown === 'few') return { low: 1, high: fewest - 1 };
  // What is hidden beside a `<5` is five or more, or it would be a `<5` itself; but in public, and where nothing else would do.
  if (shown === 'hidden') return { low: isLoose ? 0 : fewest, high: noEnd };
  if (typeof shown !== 'number') return null;
  return isRounded && shown > 0 ? { low: Math.max(fewest, shown - 2), high: shown + 2 } : { low: shown, high: shown };
}

/** What is known of figures, and where each of those asked for stands. */
export type KnownFigures = {
  readonly unknowns: Unknowns;
  readonly shown: Map<string, ShownNumber>;
  readonly places: ReadonlyMap<string, number>;
};

/** What may be thought of figures that were given before. */
export type Doubts = {
  /** Keys of figures that may have changed since. All others are taken to be what they were. */
  readonly changed: ReadonlySet<string>;
  /** Whether something hidden may be less than five. */
  readonly isLoose: boolean;
  /** What nobody can believe to hold, as other figures say otherwise. */
  readonly dropped: ReadonlySet<string>;
};

const byKey = ({ key: one }: CountedCell, { key: other }: CountedCell): number =>
  one < other ? -1 : Number(one > other);

/** In an order that is always the same. */
const sorted = (sums: readonly Sum[]): Sum[] =>
  sums
    .map(({ total, parts }) => ({ total, parts: [...parts].sort() }))
    .map((sum) => ({ sum, name: nameOf(sum) }))
    .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)))
    .filter(({ name }, at, all) => name !== all[at - 1]?.name)
    .map(({ sum }) => sum);

const nameOf = ({ total, parts }: Sum): string => JSON.stringify([total, ...parts]);

/** Builds what a reader knows. */
export class Reader {
  readonly #of: Unknown[] = [];
  readonly #places = new Map<string, number>();
  readonly #before = new Map<string, number>();
  readonly #shown = new Map<string, ShownNumber>();

  constructor(asked: Linked, profile: ReaderProfile, earlier: Earlier | undefined, doubts: Doubts) {
    const totals = new Set(asked.sums.map(({ total }) => total));
    for (const { key, n } of [...asked.cells].sort(byKey)) {
      const extra = totals.has(key) ? costs.total : 0;
      const { shown, ...first } = firstOf(n, profile, asked.sensitive === true, extra);
      this.#shown.set(key, shown);
      const isSecret = typeof shown !== 'number';
      this.#places.set(key, this.#add({ key, at: n, ...first, isSecret }));
    }
    for (const { key } of [...(earlier?.cells ?? [])].sort(byKey)) this.#remember(key, earlier, doubts);
  }

  #add(unknown: Unknown): number {
    return this.#of.push(unknown) - 1;
  }

  /** A figure that was given before: the same unknown as it is now, unless it is seen to have changed. */
  #remember(key: string, earlier: Earlier | undefined, { changed, isLoose }: Doubts): void {
    const shown = earlier?.shown.get(key);
    const bounds = boundsOf(shown, earlier?.rounded?.has(key) === true, isLoose);
    if (!bounds) return;
    const now = this.#of[this.#places.get(key) ?? -1];
    const { low, high } = bounds;
    if (now && !changed.has(key) && now.at >= low && now.at <= high) {
      if (low === high) now.wider = null;
      else if (now.wider) {
        // What was hidden before is the first to be hidden again.
        now.wider = { low: Math.max(low, now.wider.low), high: Math.min(high, now.wider.high), cost: 1 };
        if (now.wider.low === now.low && now.wider.high === now.high) now.wider = null;
      }
      now.low = Math.max(low, now.low);
      now.high = Math.min(high, now.high);
      return;
    }
    const isSecret = low !== high && typeof shown !== 'number';
    this.#before.set(key, this.#add({ key: `before ${key}`, at: low, low, high, wider: null, isSecret }));
  }

  /** Where a key stands; of one that nobody gave, a new unknown. */
  #placeOf(key: string, first: ReadonlyMap<string, number>, then: ReadonlyMap<string, number>): number {
    const place = first.get(key) ?? then.get(key);
    if (place !== undefined) return place;
    const added = this.#add({ key, at: 0, low: 0, high: noEnd, wider: null, isSecret: false });
    this.#places.set(key, added);
    return added;
  }

  #linesOf(linked: Linked, first: ReadonlyMap<string, number>, then: ReadonlyMap<string, number>): Line[] {
    const at = (key: string) => this.#placeOf(key, first, then);
    const sums = sorted(linked.sums).map(({ total, parts }): Line => {
      const terms = parts.map((part) => [at(part), 1] as const);
      return { terms: [...terms, [at(total), -1]], atMost: false };
    });
    const within = (linked.within ?? []).map(({ small, large }): Line => {
      const terms = [[at(small), 1] as const, [at(large), -1] as const];
      return { terms, atMost: true };
    });
    return [...sums, ...within];
  }

  known(asked: Linked, earlier: Earlier | undefined, { dropped }: Doubts): KnownFigures {
    const lines = [
      ...this.#linesOf(asked, this.#places, this.#before),
      ...(earlier ? this.#linesOf(earlier, this.#before, this.#places) : []),
    ];
    const seen = new Set<string>();
    const own = lines.filter((line) => {
      const name = lineName(line, this.#of);
      const isNew = !seen.has(name) && !dropped.has(name);
      seen.add(name);
      return isNew;
    });
    return { unknowns: { of: this.#of, lines: own }, shown: this.#shown, places: this.#places };
  }
}

/** Names a line for good, whatever place its unknowns have. */
export const lineName = ({ terms }: Line, of: readonly Unknown[]): string =>
  JSON.stringify(terms.map(([place, sign]) => [of[place]?.key, sign]));
