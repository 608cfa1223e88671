import { erasedAmong } from '#db/shown.ts';
import type { OutboxItem, Refused, StoreTx } from '#db/store.ts';
import type { Erased } from '#domain/records/apply.ts';
import type { Entry, Write } from '#domain/records/entry.ts';
import { decidingIds, isOfErased, withoutErased } from '#domain/records/erasing/fates.ts';

/**
 * Somebody was erased. What this phone still holds about them goes: with the tombstones that arrive, and with the refusal of what was
 * not sent yet. A save that is also about somebody else goes on without them, under an id of its own.
 */

type Gone = (id: string) => boolean;

/** What is left of a save. Of the same id wherever it is made, so that two tabs make one. */
const restOf = (entry: Entry, writes: readonly Write[]): Entry => {
  const { instead: _, discards: __, ...saved } = entry;
  return { ...saved, id: `${entry.id}:r`, writes: [...writes] };
};

/** What stays of a refused save to tell of: which record it was, and when they were erased. */
const toTell = (refused: Omit<Refused, 'final' | 'why' | 'code'>, gone: Gone): Refused => ({
  ...refused,
  ...{ code: 'erased', why: 'somebody it is about was erased', final: true },
  entry: {
    ...refused.entry,
    writes: refused.entry.writes
      .filter((write) => isOfErased(write, gone))
      .map(({ hash: _, ...write }) => ({ ...write, body: {} })),
  },
});

const idsIn = (entries: readonly Entry[]): string[] => entries.flatMap(({ writes }) => writes.flatMap(decidingIds));

/** The server refused a save because somebody it is about was erased: what it says of them goes, and it is told. */
export async function takeRefusal(
  tx: StoreTx,
  { key, entry }: OutboxItem,
  { seq, erased }: { readonly seq: number; readonly erased: Erased },
): Promise<void> {
  const named = new Set(erased.ids);
  const gone: Gone = (id) => named.has(id);
  await tx.putRefused([toTell({ id: entry.id, entry, seq, erasedAt: erased.at }, gone)]);
  await leave(tx, [{ key, entry }], gone, true);
}

/** Confirmed saves are kept for the day a restored server lacks them; not what they said of somebody who was erased. */
export async function dropConfirmed(tx: StoreTx, confirmed: readonly OutboxItem[]): Promise<void> {
  const erased = await erasedAmong(tx, idsIn(confirmed.map(({ entry }) => entry)));
  const gone: Gone = (id) => erased.has(id);
  await leave(
    tx,
    confirmed.filter(({ entry }) => isAbout(entry, gone)),
    gone,
    false,
  );
}

/** Tombstones arrived. @param ids of them */
export async function dropErased(tx: StoreTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const came = new Set(ids);
  const some = await tx.pending('confirmed');
  await dropConfirmed(
    tx,
    some.filter(({ entry }) => isAbout(entry, (id) => came.has(id))),
  );
  const refused = (await tx.refused()).filter(
    ({ entry, code }) => code !== 'erased' && isAbout(entry, (id) => came.has(id)),
  );
  const erased = await erasedAmong(tx, idsIn(refused.map(({ entry }) => entry)));
  const gone: Gone = (id) => erased.has(id);
  const dayOf = ({ entry }: Refused) => idsIn([entry]).flatMap((id) => erased.get(id) ?? [])[0] ?? '';
  await tx.putRefused(refused.map((each) => toTell({ ...each, erasedAt: dayOf(each) }, gone)));
  await leave(
    tx,
    refused.map(({ entry }) => ({ entry })),
    gone,
    true,
  );
  await tx.forget([], ids);
}

const isAbout = ({ writes }: Entry, gone: Gone): boolean => writes.some((write) => isOfErased(write, gone));

/** Saves leave the phone; what is left of them is saved in their place. @param instead of what the server has refused */
async function leave(
  tx: StoreTx,
  saves: readonly { readonly key?: number; readonly entry: Entry }[],
  gone: Gone,
  instead: boolean,
): Promise<void> {
  for (const { entry } of saves) {
    const left = withoutErased(entry.writes, gone);
    if (left.length > 0) await tx.addEntry({ ...restOf(entry, left), ...(instead && { instead: entry.id }) });
  }
  await tx.removeItems(saves.flatMap(({ key }) => key ?? []));
  await tx.forget(
    saves.map(({ entry }) => entry.id),
    [],
  );
}
