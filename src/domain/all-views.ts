import { stockOfDesk } from './stock/view.ts';
import { needsOfDesk } from './voice/needs.ts';

/** Every view. One that stands here has its address, and is folded from what a desk keeps. */
export const allViews = [stockOfDesk, needsOfDesk] as const;
