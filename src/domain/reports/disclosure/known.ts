import { fewest, inFives } from '#domain/reports/small-cells.ts';
import type { CountedCell, Earlier, Linked, Sum } from './linked.ts';
import type { ReaderProfile, ShownNumber } from './shown.ts';
import { type Line, lineName, type Unknown, type Unknowns } from './unknowns.ts';

/** What a reader knows: of each figure the bounds that what is shown of it sets, and what holds between figures. */

const noEnd = Number.POSITIVE_INFINITY;
/** In public nothing below this is shown of a sensitive table. */
const fewestSensitive = 10;
/** `<5` becomes `[c]`, a total goes, and a zero is hidden only where nothing before it will do. */
const costs = { few: 1000, total: 1_000_000, zero: 1_000_000_000 };

/** How somebody reads what they are given. */
export type Belief = {
  /** What they take everything marked `[c]` to be at least: 5, or it would be `<5` itself; 1, as zeros stand; or 0. */
  readonly least: number;
  /** Figures that they take to have changed since they were given. All others are to them what they were. */
  readonly changed: ReadonlySet<string>;
  /** Sums that nobody can believe to hold, as figures say otherwise. */
  readonly dropped: ReadonlySet<string>;
};

/** What is asked, of whom, and how far it is hidden. */
export type ToProtect = {
  readonly asked: Linked;
  readonly profile: ReaderProfile;
  readonly earlier: Earlier | undefined;
  readonly hidden: ReadonlySet<string>;
  /** Of what was given twice, and not alike, the first is taken to hold. */
  readonly firstHolds?: true;
};

const isSensitive = ({ asked, profile }: ToProtect) => asked.sensitive === true && profile === 'public';

/** How a figure is shown. */
export function shownAs(n: number, key: string, question: ToProtect): ShownNumber {
  if (question.profile === 'internal') return n;
  if (question.hidden.has(key) || (isSensitive(question) && n < fewestSensitive)) return 'hidden';
  if (n === 0) return 0;
  if (n < fewest) return 'few';
  return question.profile === 'public' ? inFives(n) : n;
}

type Bounds = Pick<Unknown, 'low' | 'high' | 'wider'>;

/** The bounds that this sets, and those there would be were it hidden. */
function boundsOf({ n, key }: CountedCell, question: ToProtect, { least }: Belief, isTotal: boolean): Bounds {
  const shown = shownAs(n, key, question);
  const floor = isSensitive(question) ? fewestSensitive : fewest;
  if (shown === 'hidden') {
    const high = isSensitive(question) && n < fewestSensitive ? fewestSensitive - 1 : noEnd;
    return { low: high === noEnd ? least : 0, high, wider: null };
  }
  const extra = isTotal ? costs.total : 0;
  const wider = { low: least, high: noEnd };
  if (n === 0) return { low: 0, high: 0, wider: question.earlier ? { ...wider, cost: costs.zero } : null };
  if (shown === 'few') return { low: 1, high: fewest - 1, wider: { ...wider, cost: costs.few + extra + n } };
  const known =
    question.profile === 'public' && typeof shown === 'number' ? roundedTo(shown, floor) : { low: n, high: n };
  return { ...known, wider: { ...wider, cost: n + extra } };
}

const roundedTo = (shown: number, floor: number) => ({ low: Math.max(floor, shown - 2), high: shown + 2 });

/** What was shown before of a figure, as bounds of what it was; null: nothing was said. */
function boundsBefore(
  key: string,
  { shown, rounded }: Earlier,
  { least }: Belief,
): { low: number; high: number } | null {
  const as = shown.get(key);
  if (as === 'few') return { low: 1, high: fewest - 1 };
  if (as === 'hidden') return { low: least, high: noEnd };
  if (typeof as !== 'number') return null;
  return rounded?.has(key) && as > 0 ? roundedTo(as, fewest) : { low: as, high: as };
}

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
class Reader {
  readonly #of: Unknown[] = [];
  readonly #places = new Map<string, number>();
  readonly #before = new Map<string, number>();

  constructor(question: ToProtect, reading: Belief) {
    const { asked, earlier } = question;
    const totals = new Set(asked.sums.map(({ total }) => total));
    for (const cell of [...asked.cells].sort(byKey)) {
      const { key, n } = cell;
      const shown = shownAs(n, key, question);
      const bounds = boundsOf(cell, question, reading, totals.has(key));
      this.#places.set(key, this.#add({ key, at: n, ...bounds, isSecret: typeof shown !== 'number' }));
    }
    if (earlier) for (const { key } of [...earlier.cells].sort(byKey)) this.#remember(key, earlier, question, reading);
  }

  #add(unknown: Unknown): number {
    return this.#of.push(unknown) - 1;
  }

  /** A figure that was given before: the same unknown as it is now, unless it is seen to have changed. */
  #remember(key: string, earlier: Earlier, { firstHolds }: ToProtect, reading: Belief): void {
    const bounds = boundsBefore(key, earlier, reading);
    if (!bounds) return;
    const { low, high } = bounds;
    const now = this.#of[this.#places.get(key) ?? -1];
    const isHidden = now && now.wider === null && now.high === noEnd;
    if (now && !reading.changed.has(key) && (isHidden || (now.low <= high && now.high >= low))) {
      // A `[c]` that was `<5` before is nothing else now.
      now.low = Math.max(low, now.low > high ? low : now.low);
      now.high = Math.min(high, now.high);
      const wider = now.wider && { low: Math.max(low, now.wider.low), high: Math.min(high, now.wider.high) };
      if (now.low === now.high) now.isSecret = false;
      // What was hidden before is the first to be hidden again; what was given then cannot be hidden now.
      const isWider = wider && (wider.low < now.low || wider.high > now.high);
      now.wider = isWider
        ? { ...wider, cost: typeof earlier.shown.get(key) === 'number' ? (now.wider?.cost ?? 0) : 1 }
        : null;
      return;
    }
    const isSecret = typeof earlier.shown.get(key) !== 'number';
    if (now && firstHolds && !reading.changed.has(key)) {
      Object.assign(now, { low, high, wider: null, isSecret });
      return;
    }
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
    const covered = sorted(linked.covered ?? []).map(({ total, parts }): Line => {
      const terms = parts.map((part) => [at(part), -1] as const);
      return { terms: [[at(total), 1], ...terms], atMost: true };
    });
    const within = (linked.within ?? []).map(({ small, large }): Line => {
      const terms = [[at(small), 1] as const, [at(large), -1] as const];
      return { terms, atMost: true };
    });
    return [...sums, ...covered, ...within];
  }

  known({ asked, earlier }: ToProtect, { dropped }: Belief): Unknowns {
    const lines = [
      ...this.#linesOf(asked, this.#places, this.#before),
      ...(earlier ? this.#linesOf(earlier, this.#before, this.#places) : []),
    ];
    const byName = new Map(lines.map((line) => [lineName(line, this.#of), line]));
    return { of: this.#of, lines: [...byName].flatMap(([name, line]) => (dropped.has(name) ? [] : [line])) };
  }
}

/** What somebody knows who reads in one way. */
export const knownTo = (question: ToProtect, reading: Belief): Unknowns =>
  new Reader(question, reading).known(question, reading);
