import { namesOf } from '#server/members.ts';
import { openStore } from '#server/store.ts';
import { checkConsents } from './nightly.ts';

/** `npm run check-consents -- [DATA_DIR]`: the nightly check, now. It prints numbers, ids and codes, and no name of a person. */

const store = await openStore(process.argv[2] ?? process.env.DATA_DIR ?? './data');
try {
  const { chain, partners } = await checkConsents(store, Date.now());
  const names = await namesOf(store.reader, store.programme, 'partner');
  for (const [partner, { all, complete, defects }] of partners) {
    console.log(`${names.get(partner) ?? partner}: ${complete} of ${all} complete`);
    for (const { consent, codes } of defects) console.log(`  ${consent}: ${codes.join(', ')}`);
  }
  console.log(chain.whole ? `The chain is whole: ${chain.links} links.` : `The chain is broken at ${chain.brokenAt}.`);
  if (!chain.whole || [...partners.values()].some(({ defects }) => defects.length > 0)) process.exitCode = 1;
} finally {
  await store.close();
}
