import { addDays } from '#domain/time.ts';
import type { Linked, Sum } from './linked.ts';

/** Which figures, of whatever files, add up to which others. */

/** What a figure counts. Different people do not add up over days, parks or activities, all else does. */
export type FigureMeasure = 'attendances' | 'people' | 'contacts';

/** A figure by what it is of, so that figures of several files can be set against each other. */
export type PublishedFigure = {
  readonly key: string;
  readonly measure: FigureMeasure;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  /** One code or several of each dimension; of one that is not named, all. */
  readonly group: Readonly<Record<string, string | readonly string[]>>;
};

const inOrder = (codes: string | readonly string[]): readonly string[] =>
  typeof codes === 'string' ? [codes] : [...new Set(codes)].sort();

/** What a figure is of, as one text: the same for two figures of the same group and days, whatever their keys. */
export const figureName = ({ measure, from, to, group }: Omit<PublishedFigure, 'key'>): string =>
  JSON.stringify([
    measure,
    from,
    to,
    ...Object.entries(group)
      .filter(([, codes]) => codes !== 'all')
      .map(([dimension, codes]) => [dimension, ...inOrder(codes)])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  ]);

/** All codes there are of a dimension, where they are known: then its parts come to its whole. */
export type WholeLists = Readonly<Record<string, readonly string[]>>;

/** Of what a person has one of: over these, different people add up. */
export const ofPeople: readonly string[] = ['age', 'gender', 'newness', 'ward', 'decile', 'ethnicity', 'disability'];

/** The dimension of days. */
const days = 'days';
/** Of a dimension whose codes are not all known: whatever is none of those named. */
const others = '\u0000others';

/** A figure as sets of codes, and of days between two that matter. */
type Placed = {
  readonly key: string;
  readonly measure: FigureMeasure;
  readonly sets: ReadonlyMap<string, readonly string[]>;
};

const nameOf = ({ measure, sets }: Pick<Placed, 'measure' | 'sets'>): string => JSON.stringify([measure, ...sets]);

/** Days as the stretches between all days on which a period begins or ends. */
function stretches(published: readonly PublishedFigure[]): (from: string, to: string) => string[] {
  const begins = [...new Set(published.flatMap(({ from, to }) => [from, addDays(to, 1)]))].sort();
  return (from, to) => begins.filter((day) => day >= from && day <= to);
}

function placed(published: readonly PublishedFigure[], whole: WholeLists): Placed[] {
  const dimensions = [...new Set(published.flatMap(({ group }) => Object.keys(group)))].sort();
  const named = (dimension: string) =>
    published.flatMap(({ group }) => (group[dimension] === 'all' ? [] : (group[dimension] ?? [])));
  const all = new Map(
    dimensions.map((each) => [each, [...new Set([...(whole[each] ?? [others]), ...named(each)])].sort()]),
  );
  const between = stretches(published);
  return published.map(({ key, measure, from, to, group }) => {
    const sets = dimensions.map((each): [string, readonly string[]] => {
      const codes = group[each] ?? 'all';
      if (codes === 'all') return [each, all.get(each) ?? []];
      return [each, inOrder(codes)];
    });
    return { key, measure, sets: new Map([[days, between(from, to)], ...sets]) };
  });
}

/** Figures that differ in nothing but one dimension. */
function linesAlong(figures: readonly Placed[], dimension: string): Placed[][] {
  const alike = Map.groupBy(figures, (figure) =>
    nameOf({ ...figure, sets: new Map([...figure.sets].filter(([each]) => each !== dimension)) }),
  );
  return [...alike.values()].filter((line) => line.length > 1);
}

/** Codes that always go together along a line: what its figures can be made of. */
function atomsOf(line: readonly Placed[], dimension: string): string[][] {
  const inWhich = new Map<string, string>();
  for (const [at, { sets }] of line.entries())
    for (const code of sets.get(dimension) ?? []) inWhich.set(code, `${inWhich.get(code) ?? ''},${at}`);
  return [...Map.groupBy(inWhich.keys(), (code) => inWhich.get(code)).values()].map((codes) => codes.sort());
}

/** Makes the sums of a line. @param figure the figure of an atom; undefined where there is none and none may be thought of */
function* sumsOf(
  line: readonly Placed[],
  dimension: string,
  figure: (like: Placed, sets: ReadonlyMap<string, readonly string[]>) => string | undefined,
): Generator<Sum> {
  const atoms = atomsOf(line, dimension);
  for (const whole of line) {
    const held = new Set(whole.sets.get(dimension));
    const own = atoms.filter(([code]) => code !== undefined && held.has(code));
    if (own.length < 2) continue;
    const parts = own.map((atom) => figure(whole, new Map([...whole.sets, [dimension, atom]])));
    const known = parts.filter((part) => part !== undefined);
    if (known.length === parts.length) yield { total: whole.key, parts: known };
  }
}

const adds = (measure: FigureMeasure, dimension: string): boolean =>
  measure !== 'people' || ofPeople.includes(dimension);

/** What of a line lies within what: October’s people are among the year’s. */
function* withinOf(line: readonly Placed[], dimension: string): Generator<{ small: string; large: string }> {
  for (const small of line)
    for (const large of line) {
      const [part, whole] = [small, large].map(({ sets }) => sets.get(dimension) ?? []);
      if (!part || !whole || part.length >= whole.length) continue;
      const held = new Set(whole);
      if (part.every((code) => held.has(code))) yield { small: small.key, large: large.key };
    }
}

/**
 * What adds up between figures, of one file and of several: parts of a period, of ages, of parks. A group that follows from two of them
 * and is given nowhere (all but the girls, the days between two returns) stands in the sums under a key of its own.
 */
export function sumsBetween(
  published: readonly PublishedFigure[],
  whole: WholeLists = {},
): Required<Pick<Linked, 'sums' | 'within' | 'covered'>> {
  const figures = placed(published, whole);
  const byName = new Map(figures.map((figure) => [nameOf(figure), figure]));
  const dimensions = [...(figures[0]?.sets.keys() ?? [])];
  const same = figures.filter((figure) => byName.get(nameOf(figure)) !== figure);
  const sums: Sum[] = same.map((figure) => ({ total: figure.key, parts: [byName.get(nameOf(figure))?.key ?? ''] }));
  const implied: Placed[] = [];
  const known = (like: Placed, sets: Placed['sets']) => byName.get(nameOf({ measure: like.measure, sets }))?.key;
  const orImplied = (like: Placed, sets: Placed['sets']) => {
    const name = nameOf({ measure: like.measure, sets });
    const found = byName.get(name) ?? { key: `implied ${name}`, measure: like.measure, sets };
    if (!byName.has(name)) implied.push(found);
    byName.set(name, found);
    return found.key;
  };
  const along = (of: readonly Placed[], figure: typeof known) => {
    for (const dimension of dimensions)
      for (const line of linesAlong(of, dimension))
        if (adds(line[0]?.measure ?? 'people', dimension)) sums.push(...sumsOf(line, dimension, figure));
  };
  along([...byName.values()], orImplied);
  // What is implied along one dimension adds up along another.
  if (implied.length > 0) along([...byName.values()], known);
  const covered: Sum[] = [];
  const within: { small: string; large: string }[] = [];
  for (const dimension of dimensions)
    for (const line of linesAlong([...byName.values()], dimension)) {
      if (adds(line[0]?.measure ?? 'attendances', dimension)) continue;
      covered.push(...sumsOf(line, dimension, known));
      within.push(...withinOf(line, dimension));
    }
  for (const people of [...byName.values()].filter(({ measure }) => measure === 'people')) {
    const attendances = byName.get(nameOf({ measure: 'attendances', sets: people.sets }));
    if (attendances) within.push({ small: people.key, large: attendances.key });
  }
  return { sums, within, covered };
}
