import { firstDifference } from './hold.ts';

/** Says what a planted bug changes first, or `nothing`. What it throws is noticed too. */
const found = await firstDifference(600).catch((failure: unknown) => String(failure));
console.log(found ?? 'nothing');
