import { openStore } from '#server/store.ts';
import { rotateEvidenceKey } from './keys.ts';

/**
 * `npm run rotate-evidence-key -- [DATA_DIR]`: a new key signs evidence from here on, and the old ones stay. Stop the server
 * before, start it after: it reads its keys when it starts. The fingerprint of the first key stays what it was.
 */

const dataDir = process.argv[2] ?? process.env.DATA_DIR ?? './data';
const store = await openStore(dataDir);
try {
  const { all, root } = await store.write((db) => rotateEvidenceKey(dataDir, db, store.programme, Date.now()));
  console.log(`Key ${all.at(-1)?.id} signs from now on, number ${all.length}. Fingerprint ${root}`);
} finally {
  await store.close();
}
