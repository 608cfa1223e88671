import { newId, sayIfAny } from '#db/person.ts';
import { type ShownOf, shownOfIds } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Entry } from '#domain/records/entry.ts';
import type { Saying } from '#domain/records/say.ts';
import * as acts from '#domain/stock/acts.ts';
import { dueAgain } from '#domain/stock/registers.ts';
import { emptyShelf, loansOut, type Movement, partsOwed, shelfKey, standing, stillOut } from '#domain/stock/stock.ts';
import { toInstant } from '#domain/time.ts';
import { sayOnce } from '#forms/say-once.ts';
import { readShelves } from './queries.ts';
import { may, type Stock } from './stock.ts';

/** What is done with equipment on a phone: the acts, said through the door for writes. */

/** Whose stock, and at which session it happens: now, unless that is over. */
export const occasionAt = (
  partner: string,
  session: ShownOf<'session'> | null = null,
  ids: acts.Occasion['newId'] = newId,
) => (session ? acts.atSession(partner, session, Date.now(), ids) : acts.atOnce(partner, Date.now(), ids));

/** What is said where boxes that were given out are back in a place. */
export function takeIn(
  stock: Stock,
  session: ShownOf<'session'> | null,
  given: Movement,
  place: string,
): readonly Saying[] {
  // A volunteer may take it back but not write down what it lacks, and a save is all or nothing.
  const isTold = may(stock, 'movement', { kind: 'part missing' });
  const lacks = stock.owed
    .filter(({ move: lacked }) => isTold && lacked.id === given.id)
    .map(({ part, n }) => ({ set: part, n }));
  return acts.takeIn(occasionAt(stock.partner, session), given, place, lacks);
}

/** Other kinds may name what they settle besides, and are not for its sake. */
const ends: ReadonlySet<string> = new Set(['brought back', 'lost', 'damaged', 'returned', 'part supplied later']);

/** Whether all that these answer is still open: what another brought back or supplied meanwhile is not answered again. */
export async function isUnanswered(tx: StoreTx, said: readonly Saying[]): Promise<boolean> {
  const answers = acts.movesSaid(said).filter(({ kind, settles }) => settles.length > 0 && ends.has(kind));
  const [first] = answers;
  if (!first) return true;
  const { movements } = await readShelves(tx, first.partner);
  const own = movements.filter(({ partner }) => partner === first.partner);
  const open = new Map([
    ...loansOut(own).map(({ move, out }) => [move.id, out] as const),
    ...stillOut(own).map(({ id, n }) => [id, n] as const),
    ...partsOwed(own).map(({ move, part, n }) => [`${move.id} ${part}`, n] as const),
  ]);
  const keyOf = ({ kind, set, settles: [id = ''] }: Movement) => (kind === 'part supplied later' ? `${id} ${set}` : id);
  return [...Map.groupBy(answers, keyOf)].every(
    ([key, same]) => same.reduce((sum, { n }) => sum + n, 0) <= (open.get(key) ?? 0),
  );
}

/** Takes movements of one partner back; null where somebody did so before. What a delivery brought is due again. */
export const takeBack = (moves: readonly Movement[]): Promise<Entry | null> =>
  sayIfAny(async (tx) => {
    const partner = moves[0]?.partner ?? '';
    const { movements } = await readShelves(tx, partner);
    const stands = new Set(standing(movements).map(({ id }) => id));
    const left = moves.filter(({ id }) => stands.has(id));
    const came = new Set(left.flatMap(({ kind, delivery }) => (kind === 'received' && delivery ? [delivery] : [])));
    const deliveries = await shownOfIds(tx, 'delivery', [...came]);
    const now = { at: toInstant(Date.now()), newId };
    return [...left.map((each) => acts.takeBack(now, each)), ...deliveries.flatMap((each) => dueAgain(partner, each))];
  });

/** What a save moved, to be taken back. */
export const movesIn = ({ writes, ...about }: Entry): Movement[] => acts.movesSaid(writes, about);

/** Counts shelves of a place. What was known there is looked up in the same transaction as it is saved. */
export const countPlace = (
  partner: string,
  place: string,
  counted: ReadonlyMap<string, number>,
  ids: acts.Occasion['newId'],
): Promise<Entry | null> =>
  sayOnce(ids(`counted ${[...counted.keys()][0]}`), async (tx) => {
    const { shelves } = await readShelves(tx, partner);
    const occasion = occasionAt(partner, null, ids);
    return [...counted].map(([set, n]) => {
      const shelf = shelves.get(shelfKey(partner, place, set)) ?? emptyShelf(partner, place, set);
      return acts.count(occasion, shelf, n);
    });
  });
