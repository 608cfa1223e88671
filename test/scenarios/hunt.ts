import { clocks } from './directed-clocks.ts';
import { erasing } from './directed-erasing.ts';
import { meeting } from './directed-meeting.ts';
import { refusing } from './directed-refusing.ts';
import { sending } from './directed-sending.ts';
import { stock } from './directed-stock.ts';
import { planOf, play } from './run.ts';

/**
 * Plays everything against the code as it was loaded, and prints what caught it: `node --import ./plant.ts hunt.ts <seeds> [all]`.
 * Seeds are only played where no directed scenario noticed, or with `all`.
 */

export type Caught = { readonly directed: readonly string[]; readonly seed: number | null; readonly what: string };

const [, , seeds = '100', all] = process.argv;
// A bug may leave a promise that nobody waits for; it has been noted by then.
if (process.env.PLANTED) process.on('unhandledRejection', () => {});

const directed: string[] = [];
for (const [name, scenario] of [...sending, ...refusing, ...erasing, ...meeting, ...clocks, ...stock]) {
  await scenario().catch(() => directed.push(name));
}
let caught: Caught = { directed, seed: null, what: '' };
const last = directed.length === 0 || all === 'all' ? Number(seeds) : 0;
for (let seed = 1; seed <= last && caught.seed === null; seed += 1) {
  const { broken } = await play(planOf(seed));
  if (broken) caught = { directed, seed, what: broken.message };
}
console.log(JSON.stringify(caught));
process.exit(0);
