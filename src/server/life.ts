import type { SealedAnswer } from '#domain/records/wire.ts';
import type { Parts } from './parts.ts';
import { backedUpTo } from './receive.ts';

/** What is said of the server's life with every answer that has no rows: by it a phone knows for how long to keep what it sent. */
export async function lifeOf({ ledger, keys, now }: Parts): Promise<Omit<SealedAnswer, 'results'>> {
  const head = await ledger.read((tx) => tx.head());
  return {
    epoch: head.epoch,
    now: now(),
    head: head.seq,
    backedUpSeq: backedUpTo,
    serverKeys: keys.all.map(({ id, publicKey }) => ({
      keyId: id,
      publicKey: Buffer.from(publicKey).toString('base64'),
    })),
    directive: null,
  };
}
