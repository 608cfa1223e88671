import type { Earlier, Linked } from './linked.ts';
import { protect } from './protect.ts';
import type { ReaderProfile, ShownNumber } from './shown.ts';
import type { PublishedFigure, WholeLists } from './sums-between.ts';

/** Figures on their way out: protected beside all that was given of the same days, and put down as given. */

/** What is given away: figures, as they are shown, and as they were before. Plain values: they are copied from thread to thread. */
export type GivenAway = {
  readonly published: readonly PublishedFigure[];
  readonly shown: ReadonlyMap<string, ShownNumber>;
  readonly before: ReadonlyMap<string, ShownNumber>;
  readonly profile: ReaderProfile;
};

/** Where it is known what was given before. */
export type Disclosure = {
  earlier(published: readonly PublishedFigure[], whole: WholeLists): Promise<Earlier>;
  give(given: GivenAway): void;
};

/** Protects figures as `protect` does. @param disclosure left out where nothing leaves */
export async function protectGiven(
  asked: Linked,
  profile: ReaderProfile,
  published: readonly PublishedFigure[],
  whole: WholeLists,
  disclosure: Disclosure | undefined,
): Promise<ReadonlyMap<string, ShownNumber>> {
  if (profile === 'internal' || !disclosure) return protect(asked, profile);
  const earlier = await disclosure.earlier(published, whole);
  const shown = protect(asked, profile, earlier);
  disclosure.give({ published, shown, before: earlier.shown, profile });
  return shown;
}
