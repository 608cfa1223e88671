import type { Amount } from '#domain/stock/stock.ts';
import { type Ground, shelfOf } from '#features/boxes/stock.ts';
import { amountInside, listed } from '#features/boxes/words.ts';
import { Notice } from '#ui/notice.tsx';

type TooFewProps = { readonly ground: Ground; readonly place: string; readonly amounts: readonly Amount[] };

/** More goes than is recorded: a question about the records, never a refusal. */
export function TooFew({ ground, place, amounts }: TooFewProps) {
  const short = amounts
    .map(({ set, n }) => ({ set, n: n - Math.max(0, shelfOf(ground, place, set).balance) }))
    .filter(({ n }) => n > 0);
  if (short.length === 0) return null;
  return (
    <Notice kind="warn" title="Not all of that is recorded here">
      By the records there would have to be more: {listed(short.map((part) => amountInside(ground, part)))}. Is it there
      anyway? Then save, and count later. Else take the number down.
    </Notice>
  );
}
