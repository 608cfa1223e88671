import { parseArgs } from 'node:util';
import { namesOf } from '#server/members.ts';
import { openStore } from '#server/store.ts';
import { hasHead } from './chain.ts';
import { checkConsents } from './nightly.ts';

/**
 * `npm run check-consents -- [DATA_DIR] [--expect <chain>:<n>:<hash>]`: the nightly check, now. It prints numbers, ids and codes, and
 * no name of a person. With a head that was kept elsewhere it says whether the chain still has it.
 */

const { values, positionals } = parseArgs({ options: { expect: { type: 'string' } }, allowPositionals: true });
const store = await openStore(positionals[0] ?? process.env.DATA_DIR ?? './data');
try {
  const { chain, partners } = await checkConsents(store, Date.now());
  const names = await namesOf(store.reader, store.programme, 'partner');
  for (const [partner, { all, complete, erased = 0, defects }] of partners) {
    const gone = erased > 0 ? `, ${erased} erased` : '';
    console.log(`${names.get(partner) ?? partner}: ${complete} of ${all} complete${gone}`);
    for (const { consent, codes } of defects) console.log(`  ${consent}: ${codes.join(', ')}`);
  }
  console.log(chain.whole ? `The chain is whole: ${chain.links} links.` : `The chain is broken at ${chain.brokenAt}.`);
  const has = values.expect === undefined || (await hasHead(store.reader, values.expect));
  if (!has) console.log('The chain does not have the head that was kept: it was made anew, or is another’s.');
  if (!has || !chain.whole || [...partners.values()].some(({ defects }) => defects.length > 0)) process.exitCode = 1;
} finally {
  await store.close();
}
