import { create } from 'zustand';
import { openPerson } from '#db/person.ts';
import { nameIn } from '#db/setup.ts';
import type { Shown } from '#db/shown.ts';
import { setIcon } from '#domain/stock/places.ts';
import type { Amount } from '#domain/stock/stock.ts';
import { contentsOf, partnerName, type Stock, summed } from '#features/boxes/stock.ts';
import { amountInside, amountWords, listed } from '#features/boxes/words.ts';
import type { Given } from './giving.ts';

/** The thank-you that goes with a box: what was in it and who it is from. No name, no day, no number of anybody. */
export type Receipt = {
  readonly what: string;
  readonly icons: readonly unknown[];
  readonly inside: string;
  readonly toCome: string;
  readonly from: string;
};

const useKept = create<{ receipt: (Receipt & { device: string }) | null }>(() => ({ receipt: null }));

/** Of what was given out last, by whoever holds the phone. */
export function useReceipt(): Receipt | null {
  const receipt = useKept((state) => state.receipt);
  return receipt?.device === openPerson().profile.device ? receipt : null;
}

export function keepReceipt(stock: Stock, session: Shown | null, moves: readonly Given[]): void {
  const owed = summed(moves.flatMap((move) => move.owed ?? []));
  const inside = summed(moves.flatMap((move) => contents(stock, move))).flatMap(({ set, n }) => {
    const left = n - (owed.find((each) => each.set === set)?.n ?? 0);
    return left > 0 ? [{ set, n: left }] : [];
  });
  const where = session ? ` at ${nameIn(stock.setup.sites, session.body.site)}` : '';
  const receipt = {
    what: listed(summed(moves.map(({ set, n }) => ({ set, n }))).map((amount) => amountWords(stock, amount))),
    icons: inside.map(({ set }) => setIcon(stock, set)),
    inside: listed(inside.map((amount) => amountInside(stock, amount))),
    toCome: listed(owed.map((amount) => amountInside(stock, amount))),
    from: `From ${partnerName(stock)}, part of ${openPerson().profile.programmeName}. Thank you for playing with us${where}.`,
  };
  useKept.setState({ receipt: { ...receipt, device: openPerson().profile.device } });
}

const contents = (stock: Stock, { set, n, version }: Given): Amount[] =>
  contentsOf(stock, set, version).map((part) => ({ set: part.set, n: part.n * n }));

/** As it is shared. */
export const receiptText = ({ what, inside, toCome, from }: Receipt): string =>
  [
    what,
    ...(inside ? [`With ${inside}.`] : []),
    ...(toCome ? [`Still to come: ${toCome}. We owe you that.`] : []),
    from,
    'Have fun, and share it with a friend!',
  ].join('\n');
