import { linkAfter, startOf } from '#domain/people/consents/evidence/chain.ts';
import type { ChainBegun, ChainHead, ChainLink } from '#domain/people/consents/evidence/file.ts';
import { evidenceTypes } from '#domain/people/consents/evidence/make.ts';
import { canonical } from '#domain/records/canonical.ts';
import type { Db } from '#server/connection.ts';
import type { ChainRow } from '#server/tables.ts';

/**
 * The chain over what consents rest on. Every fact is linked in the transaction that accepts it. A restored database begins
 * another chain, which names where the old one stood: what phones send again is linked again, there.
 */

const chainsOf = (db: Db, programme: string): Promise<ChainRow[]> =>
  db.selectFrom('chain').selectAll().where('programme', '=', programme).orderBy('place').execute();

const begunOf = ({ id, after }: ChainRow): ChainBegun => ({
  chain: id,
  after: after === null ? null : (JSON.parse(after) as ChainHead), // written by beginChain
});

/** Every chain there was, the first first. */
export const chainsIn = async (db: Db, programme: string): Promise<ChainBegun[]> =>
  (await chainsOf(db, programme)).map(begunOf);

async function headOfChain(db: Db, begun: ChainBegun): Promise<ChainHead> {
  const links = db.selectFrom('link').select(['n', 'head']).where('chain', '=', begun.chain);
  const last = await links.orderBy('n', 'desc').limit(1).executeTakeFirst();
  return { chain: begun.chain, n: last?.n ?? 0, head: last?.head ?? startOf(begun) };
}

/** Where the chain ends. */
export async function headOf(db: Db, programme: string): Promise<ChainHead> {
  const last = (await chainsIn(db, programme)).at(-1);
  if (!last) throw new Error('no chain was begun');
  return headOfChain(db, last);
}

/** Begins a chain where this life of the database has none yet. @param db a write transaction */
export async function beginChain(db: Db, programme: string, nowMs: number): Promise<void> {
  const head = db.selectFrom('head').select('epoch').where('programme', '=', programme);
  const { epoch } = await head.executeTakeFirstOrThrow();
  const last = (await chainsOf(db, programme)).at(-1);
  if (last?.epoch === epoch) return;
  const after = last ? canonical(await headOfChain(db, begunOf(last))) : null;
  const begun = { id: crypto.randomUUID(), place: (last?.place ?? 0) + 1, epoch, began_at: nowMs, after };
  await db
    .insertInto('chain')
    .values({ programme, ...begun })
    .execute();
}

/** SQLite takes so many values in one statement, with room to spare. */
const batch = 400;

/** Adds hashes in their order, but those the chain holds. @param db a write transaction */
export async function link(db: Db, programme: string, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  let { chain, n, head } = await headOf(db, programme);
  for (let at = 0; at < hashes.length; at += batch) {
    const some = [...new Set(hashes.slice(at, at + batch))];
    const there = db.selectFrom('link').select('hash').where('chain', '=', chain).where('hash', 'in', some);
    const known = new Set((await there.execute()).map(({ hash }) => hash));
    const added = some
      .filter((hash) => !known.has(hash))
      .map((hash) => {
        const { before: _, ...next } = linkAfter(head, { chain, n: n + 1, hash });
        ({ n, head } = next);
        return next;
      });
    if (added.length > 0) await db.insertInto('link').values(added).execute();
  }
}

/** Links what was accepted before there was a chain, in the order it came. @param db a write transaction */
export async function linkOld(db: Db, programme: string): Promise<void> {
  const rows = await db
    .selectFrom('row')
    .select('hash')
    .where('programme', '=', programme)
    .where('type', 'in', [...evidenceTypes])
    .where('deleted', '=', 0)
    .where('hash', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('link').select('link.n').whereRef('link.hash', '=', 'row.hash'))),
    )
    .orderBy('seq')
    .orderBy('id')
    .execute();
  await link(
    db,
    programme,
    rows.flatMap(({ hash }) => hash ?? []),
  );
}

/** Those of some hashes that stand in any chain. */
export async function linkedOf(db: Db, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const linked = new Set<string>();
  for (let at = 0; at < hashes.length; at += batch) {
    const query = db
      .selectFrom('link')
      .select('hash')
      .where('hash', 'in', hashes.slice(at, at + batch));
    for (const { hash } of await query.execute()) linked.add(hash);
  }
  return linked;
}

/** The newest place of each hash. What is in no chain has none. */
export async function linksFor(db: Db, programme: string, hashes: readonly string[]): Promise<ChainLink[]> {
  const chains = await chainsIn(db, programme);
  const found = await db
    .selectFrom('link')
    .selectAll()
    .where('hash', 'in', [...hashes])
    .execute();
  const place = (chain: string) => chains.findIndex((each) => each.chain === chain);
  const newest = new Map(
    found.sort((a, b) => place(a.chain) - place(b.chain)).map((each) => [each.hash, each] as const),
  );
  return Promise.all([...newest.values()].map((each) => withBefore(db, chains, each)));
}

async function withBefore(db: Db, chains: readonly ChainBegun[], each: Omit<ChainLink, 'before'>): Promise<ChainLink> {
  const links = db.selectFrom('link').select('head').where('chain', '=', each.chain);
  const last = await links.where('n', '=', each.n - 1).executeTakeFirst();
  const begun = chains.find(({ chain }) => chain === each.chain);
  return { ...each, before: last?.head ?? (begun ? startOf(begun) : '') };
}

/** Whether every chain holds; else the first link that does not. */
export type ChainChecked = { readonly whole: boolean; readonly links: number; readonly brokenAt: string | null };

/** Reckons every chain anew from its first link, and each against where the next says that it stood. */
export async function checkChains(db: Db, programme: string): Promise<ChainChecked> {
  const chains = await chainsIn(db, programme);
  let links = 0;
  for (const [at, begun] of chains.entries()) {
    const after = chains[at + 1]?.after;
    let head: ChainHead = { chain: begun.chain, n: 0, head: startOf(begun) };
    const rows = await db.selectFrom('link').selectAll().where('chain', '=', begun.chain).orderBy('n').execute();
    for (const { n, hash, head: stored } of rows) {
      const next = linkAfter(head.head, { chain: begun.chain, n, hash });
      if (n !== head.n + 1 || next.head !== stored) return { whole: false, links, brokenAt: `${begun.chain}:${n}` };
      head = { chain: begun.chain, n, head: stored };
      links += 1;
    }
    const isLast = at === chains.length - 1;
    if (!isLast && (after?.n !== head.n || after.head !== head.head || after.chain !== head.chain))
      return { whole: false, links, brokenAt: `${begun.chain}:${head.n}` };
  }
  return { whole: true, links, brokenAt: null };
}

/** Whether a head that was written down elsewhere still stands: `<chain>:<n>:<hash>` as the server prints it. */
export async function hasHead(db: Db, kept: string): Promise<boolean> {
  const [, chain = '', n = '', head = ''] = /^([\w-]+):(\d+):([0-9a-f]{64})$/.exec(kept) ?? [];
  if (n === '0') {
    const begun = await db.selectFrom('chain').selectAll().where('id', '=', chain).executeTakeFirst();
    return begun !== undefined && startOf(begunOf(begun)) === head;
  }
  const link = db.selectFrom('link').select('head').where('chain', '=', chain).where('n', '=', Number(n));
  return (await link.executeTakeFirst())?.head === head;
}
