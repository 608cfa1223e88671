import { type MoveKind, moveKinds, wordsOf } from '#domain/codes.ts';
import { nameOf } from '#domain/people/person.ts';
import { placeName, setName } from '#domain/stock/places.ts';
import type { Amount, Movement } from '#domain/stock/stock.ts';
import { addDays, dayOf, plainDay } from '#domain/time.ts';
import type { Stock } from './stock.ts';

/** How the screens of boxes say things. */

/** `12 May`, and `12 May 2025` where that is another year. */
export const dateWords = (day: string): string => plainDay(day, dayOf(Date.now()));

/** `today`, `yesterday`, `on 12 May` */
export function onDay(day: string): string {
  const today = dayOf(Date.now());
  if (day === today) return 'today';
  return day === addDays(today, -1) ? 'yesterday' : `on ${dateWords(day)}`;
}

/** Several of a named thing: `cones` of *Cone*, `skipping ropes` of *Skipping rope*, `boxing pads` as they are called. */
function several(name: string): string {
  const word = /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase('en-GB') + name.slice(1) : name;
  if (/\b(of|for|with|and)\b/.test(word) || /s$/.test(word)) return word;
  return /(ch|sh|x)$/.test(word) ? `${word}es` : `${word}s`;
}

type Named = Pick<Stock, 'sets'>;

/** `Football`, `4 cones` */
export const amountWords = (stock: Named, { set, n }: Amount): string =>
  n === 1 ? setName(stock, set) : `${n} ${several(setName(stock, set))}`;

/** `skipping rope`, `4 cones`: the same within a sentence. */
export function amountInside(stock: Named, amount: Amount): string {
  const words = amountWords(stock, amount);
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLocaleLowerCase('en-GB') + words.slice(1) : words;
}

/** `a, b and c` */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Who got it: `Jakub W`, `Amira K and Ben T`, `a family`, `someone not named`. */
export function whoWords(stock: Stock, { for: people, family }: Pick<Movement, 'for' | 'family'>): string {
  if (people.length === 0) return family === undefined ? 'someone not named' : 'a family';
  return listed(people.map((id) => personName(stock, id)));
}

export function personName(stock: Stock, id: string): string {
  const person = stock.people.get(id);
  return person ? nameOf(person.body) : 'someone not yet known here';
}

/** What a movement did, seen from a shelf it touched: `12 given out`, `3 came in, loaded from Store`. */
export function moveWords(stock: Stock, move: Movement, place: string, set: string): string {
  const { kind, n, from, to } = move;
  if (move.set !== set) {
    const part = move.parts.find((each) => each.set === set);
    const whole = amountInside(stock, { set: move.set, n });
    return kind === 'built' ? `${part?.n ?? 0} built into ${whole}` : `${part?.n ?? 0} taken out of ${whole}`;
  }
  if (kind === 'transferred') return transferWords(stock, move);
  if (kind === 'loaded')
    return to === place
      ? `${n} loaded from ${placeName(stock, from ?? '')}`
      : `${n} loaded to ${placeName(stock, to ?? '')}`;
  if (kind === 'given out')
    return move.for.length === 0 && move.family === undefined
      ? `${n} given out, not named`
      : `${n} given out to ${whoWords(stock, move)}`;
  if (kind === 'part missing')
    return `${n} found without ${listed(move.owed.map((part) => amountInside(stock, part)))}`;
  if (kind === 'adjusted') return to === undefined ? `${n} fewer: put right` : `${n} more: put right`;
  return `${n} ${wordsOf(moveKinds, kind as MoveKind).toLocaleLowerCase('en-GB')}`; // all but the transfer, seen above
}

function transferWords(stock: Stock, { n, partner, toPartner }: Movement): string {
  const name = (id: string) =>
    String(stock.setup.partners.find((each) => each.id === id)?.body.name ?? 'a partner not yet known here');
  return partner === stock.partner ? `${n} passed to ${name(toPartner)}` : `${n} came from ${name(partner)}`;
}
