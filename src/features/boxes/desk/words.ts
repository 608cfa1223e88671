import { choosableSets, setName } from '#domain/stock/places.ts';
import type { Kept } from '#domain/stock/sets.ts';
import type { Amount } from '#domain/stock/stock.ts';
import type { StockView } from '#domain/stock/view.ts';

/** How the desk says things of equipment. */

/** `Football`, `4 × Cone` */
export const nameWords = (sets: readonly Kept[], { set, n }: Amount): string =>
  n === 1 ? setName({ sets }, set) : `${n} × ${setName({ sets }, set)}`;

export const amountWords = ({ sets }: Pick<StockView, 'sets'>, amount: Amount): string => nameWords(sets, amount);

/** Sets that can still be chosen. */
export const openSets = (view: Pick<StockView, 'sets'>): Kept[] => choosableSets(view);

/** How many of a set are on their way to a partner. */
export const onOrderOf = ({ deliveries }: Pick<StockView, 'deliveries'>, partner: string, set: string): number =>
  deliveries
    .filter((each) => each.partner === partner && each.is !== 'in')
    .flatMap(({ lines }) => lines.filter((line) => line.set === set))
    .reduce((sum, { due }) => sum + due, 0);

/** A number as people read it: a real minus. */
export const figure = (n: number): string => String(n).replace('-', '−');
