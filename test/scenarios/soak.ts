import { planOf, play, storyOf } from './run.ts';

/** Many seeds, without vitest: `node test/scenarios/soak.ts [seeds] [first]`. */

const seeds = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 1);
const started = Date.now();
const broken: string[] = [];
for (let seed = first; seed < first + seeds && broken.length < 5; seed += 1) {
  const plan = planOf(seed);
  const one = await play(plan);
  const two = await play(plan);
  if (one.hash !== two.hash) broken.push(`seed ${seed}: two runs differ`);
  if (one.broken) broken.push(await storyOf(plan));
  if ((seed - first + 1) % 1000 === 0)
    console.log(`${seed - first + 1} seeds, ${Math.round((Date.now() - started) / 1000)} s`);
}
for (const story of broken) console.error(`${story}\n`);
console.log(`${broken.length} broken; ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = broken.length > 0 ? 1 : 0;
