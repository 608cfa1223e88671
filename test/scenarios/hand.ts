import type { Saying } from '#db/save.ts';
import { type Shown, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
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

export const oneShown = async ({ luck }: Hand, tx: StoreTx, type: string): Promise<Shown> => {
  const all = (await shownOf(tx, type)).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (all.length === 0) throw new Nothing();
  return luck.one(all);
};
