import { type Doubts, type KnownFigures, lineName, Reader } from './known.ts';
import type { Earlier, Linked } from './linked.ts';
import { type Change, Search } from './search.ts';
import { settle } from './settle.ts';
import type { ReaderProfile, ShownNumber } from './shown.ts';
import type { Unknowns } from './unknowns.ts';

/**
 * What stands for each figure: itself or a code, such that whoever knows everything that is shown, every sum and every earlier figure
 * can work out nothing that is hidden. Decision 56.
 */
export function protect(asked: Linked, profile: ReaderProfile, earlier?: Earlier): ReadonlyMap<string, ShownNumber> {
  addUp(asked);
  if (profile === 'internal') return new Map(asked.cells.map(({ key, n }) => [key, n]));
  const { unknowns, shown, places } = believed(asked, profile, earlier);
  for (const unknown of unknowns.of) if (isImplied(unknown)) unknown.isSecret = true;
  const names = new Map([...places].map(([key, place]) => [place, key]));
  hideUntilSafe(unknowns, (place) => {
    const key = names.get(place);
    if (key !== undefined && shown.has(key)) shown.set(key, 'hidden');
  });
  return new Map(asked.cells.map(({ key }) => [key, shown.get(key) ?? 'hidden']));
}

/** A small group of which no figure is asked, and which follows from those that are: all but the girls. */
const isImplied = ({ at, low, high }: Unknowns['of'][number]): boolean =>
  low === 0 && high === Number.POSITIVE_INFINITY && at > 0 && at < 5;

/** Figures that do not add up are a fault of whoever made them, and nothing could be said of what they give away. */
function addUp({ cells, sums, within }: Linked): void {
  const n = new Map(cells.map((cell) => [cell.key, cell.n]));
  for (const { total, parts } of sums) {
    const whole = n.get(total);
    if (whole === undefined || parts.some((part) => !n.has(part))) continue;
    const sum = parts.reduce((all, part) => all + (n.get(part) ?? 0), 0);
    if (sum !== whole) throw new Error(`The parts of ${total} come to ${sum}, not to ${whole}`);
  }
  for (const { small, large } of within ?? [])
    if ((n.get(small) ?? 0) > (n.get(large) ?? Number.POSITIVE_INFINITY))
      throw new Error(`${small} is more than ${large}`);
}

/**
 * What somebody believes who takes every figure to be what it was, unless it is seen to have changed: where nothing could be so, the
 * figures of that sum may have changed; where it still could not, nobody can believe the sum.
 */
function believed(asked: Linked, profile: ReaderProfile, earlier: Earlier | undefined): KnownFigures {
  const given = new Set(earlier?.cells.map(({ key }) => key));
  let doubts: Doubts = { changed: new Set(), isLoose: false, dropped: new Set() };
  for (;;) {
    const known = new Reader(asked, profile, earlier, doubts).known(asked, earlier, doubts);
    const { of } = known.unknowns;
    const stuck = settle(known.unknowns);
    if (stuck.length === 0) return known;
    const changed = stuck
      .flatMap(({ terms }) => terms.flatMap(([place]) => of[place] ?? []))
      .filter(({ key, low, high }) => low < high && given.has(key) && !doubts.changed.has(key));
    if (changed.length > 0)
      doubts = { ...doubts, changed: new Set([...doubts.changed, ...changed.map(({ key }) => key)]) };
    else if (!doubts.isLoose) doubts = { ...doubts, isLoose: true };
    else doubts = { ...doubts, dropped: new Set([...doubts.dropped, ...stuck.map((line) => lineName(line, of))]) };
  }
}

const near = { deep: 3, steps: 300, mayHide: false };
const far = { deep: 9, steps: 2000, mayHide: false };
const nearHiding = { deep: 4, steps: 3000, mayHide: true };
const farHiding = { deep: 8, steps: 3000, mayHide: true };

/** Looks at everything secret until it is proved to have a second value, and hides what is needed for that. */
function hideUntilSafe(unknowns: Unknowns, hidden: (place: number) => void): void {
  const search = new Search(unknowns);
  const isSafe = new Set<number>();
  const open = unknowns.of.flatMap(({ isSecret }, place) => (isSecret ? [place] : []));
  const hide = (place: number) => {
    const unknown = unknowns.of[place];
    if (!unknown?.wider) return;
    const { low, high } = unknown.wider;
    Object.assign(unknown, { low, high, wider: null, isSecret: true });
    hidden(place);
    open.push(place);
  };
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (isSafe.has(place)) continue;
    const found =
      either(search, place, near) ??
      either(search, place, far) ??
      either(search, place, nearHiding) ??
      either(search, place, farHiding);
    if (found) {
      for (const each of found.hides) hide(each);
      for (const each of found.by.keys()) isSafe.add(each);
      continue;
    }
    const around = cheapestAround(unknowns, place);
    if (around.length > 0) open.push(place);
    for (const each of around) hide(each);
  }
}

/** One more or one less of an unknown, whichever hides less. */
function either(search: Search, place: number, limits: Parameters<Search['moving']>[2]): Change | null {
  const more = search.moving(place, 1, limits);
  if (more?.cost === 0) return more;
  const less = search.moving(place, -1, limits);
  return more && less ? (less.cost < more.cost ? less : more) : (more ?? less);
}

/** Where no proof was found in time: what costs least in every sum of an unknown, or of those that are hidden around it. */
function cheapestAround({ of, lines }: Unknowns, place: number): number[] {
  const reached = new Set([place]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    const own = lines.filter(({ terms }) => terms.some(([each]) => reached.has(each)));
    const cheapest = own.flatMap(({ terms }) => {
      const may = terms.flatMap(([each]) => (of[each]?.wider ? [each] : []));
      const cost = (each: number) => of[each]?.wider?.cost ?? 0;
      return may.length === 0 ? [] : [may.reduce((best, each) => (cost(each) < cost(best) ? each : best))];
    });
    if (cheapest.length > 0) return [...new Set(cheapest)];
    for (const { terms } of own) for (const [each] of terms) reached.add(each);
  }
  return [];
}
