import { type Change, Search } from './search.ts';
import { otherTable } from './settle.ts';
import type { Unknowns } from './unknowns.ts';

const near = { deep: 3, steps: 300, mayHide: false };
const far = { deep: 9, steps: 2000, mayHide: false };
const nearHiding = { deep: 4, steps: 3000, mayHide: true };
const farHiding = { deep: 8, steps: 3000, mayHide: true };

/**
 * Looks at everything secret until it is proved to have a second value, and hides what is needed for that.
 * @param untilGuess it ends once something was hidden without a proof: then it may be that nobody can read so any more
 * @returns keys of what it hid, and whether something is not safe and nothing is left to hide
 */
export function hideUntilSafe(
  unknowns: Unknowns,
  untilGuess: boolean,
): { readonly hidden: readonly string[]; readonly isStuck: boolean } {
  const search = new Search(unknowns);
  const isSafe = new Set<number>();
  const hidden: string[] = [];
  const open = unknowns.of.flatMap(({ isSecret }, place) => (isSecret ? [place] : []));
  const hide = (place: number) => {
    const unknown = unknowns.of[place];
    if (!unknown?.wider) return;
    const { low, high } = unknown.wider;
    Object.assign(unknown, { low, high, wider: null, isSecret: true });
    hidden.push(unknown.key);
    open.push(place);
  };
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (isSafe.has(place)) continue;
    const found =
      either(search, place, near) ??
      either(search, place, far) ??
      otherTable(unknowns, place, false) ??
      either(search, place, nearHiding) ??
      either(search, place, farHiding) ??
      otherTable(unknowns, place, true);
    if (found) {
      for (const each of found.hides) hide(each);
      for (const each of found.by.keys()) isSafe.add(each);
      continue;
    }
    const around = unknowns.of[place]?.wider ? [place] : cheapestAround(unknowns, place);
    if (around.length > 0) open.push(place);
    else return { hidden, isStuck: true };
    for (const each of around) hide(each);
    if (untilGuess) break;
  }
  return { hidden, isStuck: false };
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
