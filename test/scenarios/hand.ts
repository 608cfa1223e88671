import { type ShownOf, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { RecordType } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import type { Luck } from './chance.ts';
import type { Phone } from './phones.ts';
import type { World } from './world.ts';

/** What somebody has in hand when they do something: their phone, the moment, and what chance says. */

/** There is nothing to do this to; nothing is saved. */
export class Nothing extends Error {}

export type Hand = {
  readonly world: World;
  readonly phone: Phone;
  readonly luck: Luck;
  readonly at: string;
  readonly day: string;
  readonly home: string;
  readonly newId: () => string;
};

export type Say = (hand: Hand, tx: StoreTx) => Promise<readonly Saying[]>;

export const oneShown = async <T extends RecordType>({ luck }: Hand, tx: StoreTx, type: T): Promise<ShownOf<T>> => {
  const all = (await shownOf(tx, type)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (all.length === 0) throw new Nothing();
  return luck.one(all);
};
