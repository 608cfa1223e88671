import { hashOf } from '#domain/records/canonical.ts';
import type { ChainBegun, ChainLink, EvidenceKey } from './file.ts';

/** How hashes of facts are chained: each head is made of the one before, the chain, the number and the hash, and of no content. */

/** What the first link of a chain is added to: it names the chain, and where the one before it stood. */
export const startOf = ({ chain, after }: ChainBegun): string => hashOf(['chain', chain, after]);

/** The link that comes after a head. */
export const linkAfter = (before: string, { chain, n, hash }: Pick<ChainLink, 'chain' | 'n' | 'hash'>): ChainLink => ({
  ...{ chain, n, hash, before },
  head: hashOf([before, chain, n, hash]),
});

/** What a key says of the one that comes after it. */
export const keySaid = ({ publicKey, from }: Pick<EvidenceKey, 'publicKey' | 'from'>) => ({
  ...{ is: 'bandstand evidence key 1', publicKey, from },
});
