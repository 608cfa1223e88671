import type { ShownNumber } from '#domain/reports/disclosure/shown.ts';
import { Exact, type Rule } from './exact.ts';
import { groups, keyOf, type Programme, type Spec, sizeOf } from './programme.ts';

/**
 * Somebody who has every file that was given out, knows what each figure counts and what the codes mean, and takes a figure to be what it
 * was as long as nothing else is shown. They know nothing of sums that a report was made with: what adds up follows from what is counted.
 */

/** A file as it was given out, and what was true then. */
export type Given = { readonly shown: ReadonlyMap<string, ShownNumber>; readonly truth: ReadonlyMap<string, number> };

/** What was worked out. */
export type Leak = { readonly key: string; readonly n: number };

const most = 2000;

/** A programme’s figures as places, and what holds between them. */
type World = {
  readonly places: ReadonlyMap<string, number>;
  readonly keys: readonly string[];
  readonly rules: readonly Rule[];
};

/** Every figure that could be asked of a programme, and what holds between them. */
export function worldOf(programme: Programme): World {
  const places = new Map<string, number>();
  const rules: Rule[] = [];
  const along = (group: (typeof groups)[number]) => [...Array(sizeOf(programme, group)).keys(), null];
  const specs: Spec[] = [];
  for (const measure of ['attendances', 'people'] as const)
    for (let from = 0; from < programme.months; from += 1)
      for (let to = from; to < programme.months; to += 1)
        for (const park of along('park'))
          for (const age of along('age'))
            for (const gender of along('gender')) specs.push({ measure, from, to, park, age, gender });
  for (const [at, spec] of specs.entries()) places.set(keyOf(spec), at);
  const at = (spec: Spec) => places.get(keyOf(spec))!;
  const whole = (total: number, parts: number[], adds: boolean) => {
    if (adds) rules.push({ terms: [...parts.map((part) => [part, 1] as const), [total, -1]], atMost: false });
    else {
      rules.push({ terms: [[total, 1], ...parts.map((part) => [part, -1] as const)], atMost: true });
      for (const part of parts)
        rules.push({
          terms: [
            [part, 1],
            [total, -1],
          ],
          atMost: true,
        });
    }
  };
  for (const spec of specs) {
    const { measure, from, to } = spec;
    for (const group of groups) {
      if (spec[group] !== null) continue;
      const parts = along(group).slice(0, -1);
      whole(
        at(spec),
        parts.map((code) => at({ ...spec, [group]: code })),
        measure === 'attendances' || group !== 'park',
      );
    }
    for (let between = from; between < to; between += 1)
      whole(at(spec), [at({ ...spec, to: between }), at({ ...spec, from: between + 1 })], measure === 'attendances');
    if (measure === 'people')
      rules.push({
        terms: [
          [at(spec), 1],
          [at({ ...spec, measure: 'attendances' }), -1],
        ],
        atMost: true,
      });
  }
  return { places, keys: specs.map(keyOf), rules };
}

/**
 * The part of it that somebody sees: figures that were given, and groups that follow from those by taking one from another, and from those
 * again. Groups that nobody named and nothing tells apart are beyond them.
 */
function seenOf(world: World, given: ReadonlySet<string>): World {
  const seen = new Set([...given].map((key) => world.places.get(key)!));
  for (let more = 0; more < 2; more += 1) {
    const next = world.rules.flatMap(({ terms, atMost }) => {
      const unseen = terms.filter(([of]) => !seen.has(of));
      return unseen.length === 1 && !atMost ? unseen.map(([of]) => of) : [];
    });
    for (const each of next) seen.add(each);
  }
  const keys = [...seen].map((at) => world.keys[at]!);
  const places = new Map(keys.map((key, at) => [key, at]));
  const rules = world.rules
    .filter(({ terms }) => terms.every(([of]) => seen.has(of)))
    .map(({ terms, atMost }) => ({
      terms: terms.map(([of, times]) => [places.get(world.keys[of]!)!, times] as const),
      atMost,
    }));
  return { keys, places, rules };
}

const rangeOf = (shown: ShownNumber | undefined, leastHidden: number): readonly [number, number] => {
  if (shown === 'few') return [1, 4];
  if (typeof shown === 'number') return [shown, shown];
  return [shown === 'hidden' ? leastHidden : 0, most];
};

/** What is known of each figure if files are read in an order: a figure that cannot be what it was before is what it was first. */
function boundsOf(world: World, files: readonly Given[], leastHidden: number) {
  const low = new Int32Array(world.keys.length);
  const high = new Int32Array(world.keys.length).fill(most);
  for (const { shown } of files)
    for (const [key, as] of shown) {
      const at = world.places.get(key)!;
      const [from, to] = rangeOf(as, leastHidden);
      const [least, greatest] = [Math.max(from, low[at]!), Math.min(to, high[at]!)];
      if (least > greatest) continue;
      low[at] = least;
      high[at] = greatest;
    }
  return { low, high };
}

export class Attacker {
  /** How often something was neither worked out nor proved to have a second value. */
  undecided = 0;
  /** How many figures were tried. */
  tried = 0;
  readonly #world: World;
  readonly #exact: Exact;
  readonly #files: readonly Given[];

  constructor(programme: Programme, files: readonly Given[]) {
    this.#files = files;
    this.#world = seenOf(worldOf(programme), new Set(files.flatMap(({ shown }) => [...shown.keys()])));
    this.#exact = new Exact(this.#world.keys.length, this.#world.rules);
  }

  /** All figures that are hidden in some file, shown in none, and can have one value only: the right one. */
  attack(): Leak[] {
    const files = this.#files;
    const readings = files.length > 1 ? [files, [...files].reverse(), ...files.map((file) => [file])] : [files];
    for (const reading of readings) {
      const found = this.#read(reading, 5) ?? this.#read(reading, 1) ?? this.#read(reading, 0);
      if (found && found.length > 0) return found;
      // Where all files go together, no less can be worked out of them than of one alone.
      if (found && reading.length === files.length && reading === files) return [];
    }
    return [];
  }

  /** null: nobody can read them so. */
  #read(files: readonly Given[], leastHidden: number): Leak[] | null {
    const { keys, places } = this.#world;
    const bounds = boundsOf(this.#world, files, leastHidden);
    const last = new Map(files.flatMap(({ truth }) => [...truth]));
    const base = this.#exact.solve(bounds, (of) => last.get(keys[of]!) ?? 0, 3000);
    if (base === null) return null;
    if (base === undefined) {
      this.undecided += 1;
      return [];
    }
    this.#exact.narrow(bounds);
    const shown = new Set(
      files.flatMap((file) => [...file.shown].flatMap(([key, as]) => (typeof as === 'number' ? [key] : []))),
    );
    const secret = new Set(files.flatMap((file) => [...file.shown.keys()]).filter((key) => !shown.has(key)));
    const open = new Set([...secret].map((key) => places.get(key)!));
    const leaks: Leak[] = [];
    for (const at of open) {
      this.tried += 1;
      if (!this.#hasSecond(bounds, base, at, open)) leaks.push({ key: keys[at]!, n: base[at]! });
    }
    return leaks.filter(
      ({ key, n }) =>
        n > 0 &&
        files.some(({ shown, truth }) => shown.has(key) && typeof shown.get(key) !== 'number' && truth.get(key) === n),
    );
  }

  #hasSecond(bounds: { low: Int32Array; high: Int32Array }, base: Int32Array, at: number, open: Set<number>): boolean {
    let unsure = false;
    for (const by of [1, -1]) {
      const tried = { low: bounds.low.slice(), high: bounds.high.slice() };
      if (by > 0) tried.low[at] = base[at]! + 1;
      else tried.high[at] = base[at]! - 1;
      if (tried.low[at]! > tried.high[at]!) continue;
      const found = this.#exact.solve(tried, (of) => base[of]!, 400);
      if (found === undefined) unsure = true;
      if (!found) continue;
      for (const each of open) if (found[each] !== base[each]) open.delete(each);
      return true;
    }
    if (unsure) this.undecided += 1;
    return unsure;
  }
}
