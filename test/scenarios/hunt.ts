import { clocks } from './directed-clocks.ts';
import { meeting } from './directed-meeting.ts';
import { refusing } from './directed-refusing.ts';
import { sending } from './directed-sending.ts';
import { planOf, play } from './run.ts';

/** Plays everything against the code as it was loaded, and prints what caught it: `node --import ./plant.ts hunt.ts <seeds>`. */

export type Caught = { readonly directed: readonly string[]; readonly seed: number | null; readonly what: string };

const seeds = Number(process.argv[2] ?? 100);
// A bug may leave a promise that nobody waits for; it has been noted by then.
process.on('unhandledRejection', () => {});

const directed: string[] = [];
for (const [name, scenario] of [...sending, ...refusing, ...meeting, ...clocks]) {
  await scenario().catch(() => directed.push(name));
}
let caught: Caught = { directed, seed: null, what: '' };
for (let seed = 1; seed <= seeds && caught.seed === null; seed += 1) {
  const { broken } = await play(planOf(seed));
  if (broken) caught = { directed, seed, what: broken.message };
}
console.log(JSON.stringify(caught));
process.exit(0);
