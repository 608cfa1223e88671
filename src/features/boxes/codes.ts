import type { KnownPlace } from '#domain/stock/places.ts';
import { type Label, readLabel } from '#domain/stock/sets.ts';
import { placesOf } from './places.ts';
import type { Stock } from './stock.ts';

/** What a code on a label stands for. */
export type Found =
  | { readonly type: 'set'; readonly set: string; readonly label: Label }
  | { readonly type: 'place'; readonly place: KnownPlace }
  | { readonly type: 'none'; readonly words: string };

/** Reads what was typed or scanned; where it is nothing, in words what to do. */
export function findCode(stock: Stock, typed: string): Found {
  const label = readLabel(typed);
  if (!label)
    return {
      type: 'none',
      words:
        typed.trim() === ''
          ? 'Type the code first.'
          : `“${typed.trim().slice(0, 40)}” is no code. One looks like K7RT or K7RT-31.`,
    };
  const set = stock.sets.find(({ body }) => body.code === label.code);
  if (set) return { type: 'set', set: set.id, label };
  const place = placesOf(stock).find(({ code }) => code === label.code);
  if (place) return { type: 'place', place };
  return {
    type: 'none',
    words: `Nothing here has the code ${label.code}. Look at the letters again; a new one may still need signal.`,
  };
}
