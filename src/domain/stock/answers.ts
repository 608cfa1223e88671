import type { Movement } from './stock.ts';

/** What movements say of those they settle. */

/** By id, what answers a movement. */
export function answersTo(movements: readonly Movement[]): Map<string, Movement[]> {
  const found = new Map<string, Movement[]>();
  for (const move of movements)
    for (const id of move.settles) {
      const own = found.get(id);
      if (own) own.push(move);
      else found.set(id, [move]);
    }
  return found;
}

/** A part of a box that is not there, as long as it is not. */
export type Lack = { readonly move: Movement; readonly part: string; n: number };

/** Takes off what one movement settles: the parts it names, the first lack first; else the boxes it took away. */
export function takeOff(answer: Movement, lacks: readonly Lack[]): void {
  const isSupply = answer.kind === 'part supplied later';
  const named = isSupply ? [answer] : answer.owed;
  for (const [part, same] of Map.groupBy(lacks, (lack) => lack.part)) {
    const of = named.find(({ set }) => set === part);
    if (!of && isSupply) continue;
    let left = of?.n ?? answer.n;
    for (const lack of same) {
      const boxes = lack.move.n;
      const took = Math.min(left, of ? lack.n : boxes);
      left -= took;
      lack.n -= of ? took : Math.min(lack.n, Math.floor((owedOf(lack.move, part) * took) / boxes));
    }
  }
}

const owedOf = ({ owed }: Movement, part: string): number =>
  owed.filter(({ set }) => set === part).reduce((total, { n }) => total + n, 0);
