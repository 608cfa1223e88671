import { newId } from '#db/person.ts';
import type { MoveKind } from '#domain/codes.ts';
import { fact, type Saying } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { type Kept, partsIn, versionOf } from '#domain/stock/sets.ts';
import { type Amount, countingOf, type Shelf } from '#domain/stock/stock.ts';
import { dayOf, toInstant } from '#domain/time.ts';

/** What a coordinator does with stock, as facts. Ids are minted when a form opens, so that saving it twice saves it once. */

type Said = { readonly id: string; readonly partner: string } & Amount;
type Because = { readonly reason?: string | undefined };

const now = () => {
  const at = Date.now();
  return { day: dayOf(at), at: toInstant(at) };
};
const because = ({ reason = '' }: Because) => (reason.trim() === '' ? {} : { reason: reason.trim() });

const movement = (kind: MoveKind, { id, partner, set, n }: Said, more: Readonly<Record<string, unknown>>): Saying =>
  fact('movement', id, partnerScope(partner), { kind, set, n, ...now(), ...more });

export const receive = (said: Said & { readonly to: string } & Because): Saying =>
  movement('received', said, { to: said.to, ...because(said) });

/** From one place of a partner to another. */
export const load = (said: Said & { readonly from: string; readonly to: string } & Because): Saying =>
  movement('loaded', said, { from: said.from, to: said.to, ...because(said) });

/** What goes into so many of a box. */
export const partsFor = ({ body }: Kept, n: number): Amount[] =>
  partsIn(body).map((part) => ({ set: part.set, n: part.n * n }));

/** Boxes built in a place of what lies there. */
export const build = ({ box, ...said }: Omit<Said, 'set'> & { readonly box: Kept; readonly to: string }): Saying =>
  movement(
    'built',
    { ...said, set: box.id },
    { to: said.to, version: versionOf(box.body), parts: partsFor(box, said.n) },
  );

/** A part that a box lacked, put right from a place or from outside. */
export const supplyPart = (said: Said & { readonly settles: string; readonly from: string }): Saying =>
  movement('part supplied later', said, { settles: [said.settles], ...(said.from !== '' && { from: said.from }) });

/** From one partner to another: it arrives in the other's store. */
export function handOver(said: Said & { readonly from: string; readonly receiver: string } & Because): Saying {
  const { id, partner, set, n, from, receiver } = said;
  const body = { set, n, from, ...now(), ...because(said) };
  return { ...fact('transfer', id, partnerScope(partner), body), alsoScope: partnerScope(receiver) };
}

/** A count of what is on a shelf, in place of those before it. */
export function count(id: string, shelf: Shelf, counted: number): Saying {
  const { day, at } = now();
  return fact('stocktake', id, partnerScope(shelf.partner), { ...countingOf(shelf, counted, at), day });
}

/** Takes a movement back: another that says the same and strikes it out. */
export const takeBack = (saying: Saying): Saying => ({
  ...saying,
  id: newId(),
  body: { ...saying.body, ...now(), undoes: saying.id },
});
