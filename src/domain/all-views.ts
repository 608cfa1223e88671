import { stockOfDesk } from './stock/view.ts';
import { ideasOfDesk } from './voice/ideas.ts';

/** Every view. One that stands here has its address, and is folded from what a desk keeps. */
export const allViews = [stockOfDesk, ideasOfDesk] as const;
