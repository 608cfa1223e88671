import { erasedAmong } from '#db/shown.ts';
import type { Held, OutboxItem, PhoneStore, Refused, ScopeState, StoreTx } from '#db/store.ts';
import { isLater } from '#domain/records/clock.ts';
import type { Write } from '#domain/records/entry.ts';
import { decidingIds, isOfErased } from '#domain/records/erasing/fates.ts';
import { stampOf } from '#domain/records/merge.ts';
import { recordTypes, shapeOf } from '#domain/records/records.ts';
import { kindOf } from '#domain/records/scopes.ts';
import type { Page, Request, Result, RoundAnswer } from '#domain/records/wire.ts';
import { toInstant } from '#domain/time.ts';
import { dropConfirmed, dropErased, takeRefusal } from './erased.ts';

/**
 * Taking in an answer: step 4 of a round. All of it is one transaction: it is taken in whole or asked for again, and a phone that
 * dies meanwhile knows what it knew before.
 */

/** A request as it left: what it said, and the outbox keys of the entries in it. */
export type Sent = { readonly request: Request; readonly keys: ReadonlySet<number> };

/** @param middleMs this phone's clock in the middle of the round */
export function takeIn(
  store: PhoneStore,
  { request, keys }: Sent,
  answer: RoundAnswer,
  middleMs: number,
): Promise<void> {
  return store.write('take', async (tx) => {
    // An answer of an epoch this phone is not in says nothing about its entries: they are sent again in the new one.
    if (!(await takeEpoch(tx, request, answer, middleMs))) return;
    await takeResults(tx, answer, keys);
    await takeScopes(tx, answer);
    for (const [name, page] of Object.entries(answer.scopes)) await takePage(tx, request, answer.epoch, name, page);
    await confirm(tx, answer);
  });
}

/** 4a. A new epoch is taken only from an answer to a request of this phone's own epoch; a late answer of the old one changes nothing. */
async function takeEpoch(tx: StoreTx, request: Request, answer: RoundAnswer, middleMs: number): Promise<boolean> {
  const meta = await tx.meta();
  const offsets = [...meta.offsets, Math.round(answer.now - middleMs)].slice(-8);
  const clocked = { ...meta, offsets, serverSchema: answer.schema, heardMs: answer.now };
  if (meta.epoch === answer.epoch) {
    await tx.putMeta(clocked);
    return true;
  }
  if (meta.epoch !== request.epoch) return false;
  await tx.putMeta({ ...clocked, epoch: answer.epoch });
  if (meta.epoch === '') return true;
  for (const scope of await tx.scopes()) await tx.putScope({ ...scope, cursor: 0, complete: false });
  await tx.renewConfirmed();
  const pending = await tx.pending();
  await tx.putItems(pending.map((item) => ({ ...item, state: 'new', seq: 0, missing: false })));
  await offerAgain(
    tx,
    (await tx.refused()).filter(({ code, final }) => code !== 'too_large' && !final),
  );
  return false;
}

/** Puts refused entries back in the queue, unchanged: the same entry, sent again. What is no longer refused is left alone. */
export async function offerAgain(tx: StoreTx, refused: readonly Refused[]): Promise<void> {
  const asked = new Set(refused.map(({ id }) => id));
  const still = (await tx.refused()).filter(({ id }) => asked.has(id));
  for (const { entry } of still) await tx.addEntry(entry);
  await tx.removeRefused(still.map(({ id }) => id));
}

/** 4b. Nothing but a result moves an entry. */
async function takeResults(tx: StoreTx, answer: RoundAnswer, keys: ReadonlySet<number>): Promise<void> {
  const results = new Map(answer.results.map((result) => [result.id, result]));
  if (results.size === 0) return;
  const taken: OutboxItem[] = [];
  for (const item of await tx.pending('new')) {
    const result = results.get(item.entry.id);
    if (!result) continue;
    if (result.result === 'refused') {
      // Put back in the queue since this was asked, it has another key; a late "no" says nothing about it now.
      if (keys.has(item.key)) await quarantine(tx, item, result);
    } else taken.push({ ...item, state: 'acknowledged', seq: result.seq, clock: result.clock, epoch: answer.epoch });
  }
  await tx.putItems(taken);
  const replaced = new Set(
    taken.flatMap(({ entry }) => [entry.instead, entry.discards].filter((id) => id !== undefined)),
  );
  // That somebody was erased is told until it has been read, though the rest was taken in meanwhile.
  const dealtWith =
    replaced.size === 0 ? [] : (await tx.refused()).filter(({ id, code }) => replaced.has(id) && code !== 'erased');
  await tx.removeRefused(dealtWith.map(({ id }) => id));
  await offerAgain(
    tx,
    await waitingFor(
      tx,
      taken.flatMap(({ entry }) => entry.writes),
    ),
  );
}

async function quarantine(tx: StoreTx, item: OutboxItem, result: Result & { result: 'refused' }): Promise<void> {
  // The server is older than this entry: it waits in the queue until the server is not.
  if (result.code === 'newer_schema') return;
  const erased = await erasedIn(tx, item, result);
  if (erased) return takeRefusal(tx, item, { ...result, erased });
  const { code, why, seq, final } = result;
  await tx.putRefused([{ id: item.entry.id, entry: item.entry, code, why, seq, final }]);
  await tx.removeItems([item.key]);
  if (code !== 'already_accepted') return;
  // The one it was to replace was taken in: sent again it is answered for, and is confirmed like any other.
  await offerAgain(
    tx,
    (await tx.refused()).filter(({ id }) => id === item.entry.instead),
  );
}

/** Of whom a refused entry must keep nothing here: whom the server names, and whom this phone was told of, whatever the reason given. */
async function erasedIn(tx: StoreTx, { entry }: OutboxItem, { code, erased }: Result & { result: 'refused' }) {
  const ids = entry.writes.flatMap(decidingIds);
  if (erased) return erased;
  const told = await erasedAmong(tx, ids);
  if (told.size > 0) return { ids: [...told.keys()], at: [...told.values()].sort().at(-1) ?? '' };
  // Where it does not say who, all of it is about them.
  return code === 'erased' ? { ids, at: '' } : null;
}

/** Entries refused because the record they change was not there, now that it is. */
async function waitingFor(tx: StoreTx, accepted: readonly Write[]): Promise<Refused[]> {
  const born = new Set(accepted.filter(({ op }) => op === 'create').map(({ id }) => id));
  if (born.size === 0) return [];
  return (await tx.refused()).filter(
    ({ code, final, entry }) => code === 'unknown_id' && !final && entry.writes.some(({ id }) => born.has(id)),
  );
}

/** 4c. Rights gained and lost. What was refused for want of a right is sent again once the right is there. */
async function takeScopes(tx: StoreTx, answer: RoundAnswer): Promise<void> {
  const known = new Set((await tx.scopes()).map(({ name }) => name));
  const added = new Set(answer.added.filter((name) => !known.has(name)));
  for (const name of added) await tx.putScope({ name, cursor: 0, complete: false });
  for (const name of answer.dropped) {
    await tx.removeScope(name);
    await dropRows(tx, name);
  }
  if (added.size === 0) return;
  const again = (await tx.refused()).filter(
    ({ code, final, entry }) => code === 'no_right' && !final && entry.writes.some(({ scope }) => added.has(scope)),
  );
  await offerAgain(tx, again);
}

/** Rows go with their scope; what is in two goes with the second one. */
async function dropRows(tx: StoreTx, name: string): Promise<void> {
  const held = new Set((await tx.scopes()).map((scope) => scope.name));
  const types = recordTypes.filter((type) => shapeOf(type)?.twoPartners);
  const shared = (await Promise.all(types.map((type) => tx.rowsOf(type)))).flat();
  const staying = shared.filter(({ scope, alsoScope = '' }) => scope === name && held.has(alsoScope));
  const going = shared.filter(({ scope, alsoScope }) => alsoScope === name && !held.has(scope));
  await tx.deleteScopeRows(name);
  await tx.putRows(staying);
  await tx.deleteRows(going.map(({ id }) => id));
}

/** 4d. Rows and cursor together, and only where nobody moved the cursor meanwhile. */
async function takePage(tx: StoreTx, request: Request, epoch: string, name: string, page: Page): Promise<void> {
  const scope = (await tx.scopes()).find((each) => each.name === name);
  if (!scope || scope.cursor !== (request.scopes[name] ?? 0)) return;
  const rows = page.rows.map((row): Held => ({ ...row, epoch }));
  await tx.putRows(await notOlder(tx, scope.complete ? rows : await notErased(tx, rows)));
  await dropErased(
    tx,
    rows.flatMap(({ id, deleted }) => (deleted ? [id] : [])),
  );
  const moved: ScopeState = {
    name,
    cursor: Math.max(page.cursor, scope.cursor),
    complete: scope.complete || !page.more,
  };
  if (moved.cursor !== scope.cursor || moved.complete !== scope.complete) await tx.putScope(moved);
}

/**
 * Who was erased stays erased (I8), though a restored server may not know it any more. Only a feed that is read anew can say otherwise.
 */
async function notErased(tx: StoreTx, rows: readonly Held[]): Promise<readonly Held[]> {
  const live = rows.flatMap(({ id, deleted }) => (deleted ? [] : [id]));
  const erased = await erasedAmong(tx, live);
  return erased.size === 0 ? rows : rows.filter(({ id }) => !erased.has(id));
}

/** Only a row that is in two feeds can be held already in a newer version: within one feed the cursor keeps the order. */
async function notOlder(tx: StoreTx, rows: readonly Held[]): Promise<readonly Held[]> {
  const shared = rows.filter(({ alsoScope }) => alsoScope !== undefined);
  if (shared.length === 0) return rows;
  const held = new Map(
    (await tx.rows(shared.map(({ id }) => id))).flatMap((row) => (row ? [[row.id, row] as const] : [])),
  );
  return rows.filter((row) => {
    const known = held.get(row.id);
    return !known || known.epoch !== row.epoch || known.seq <= row.seq;
  });
}

/**
 * 4e. *Confirmed* means read back: every row the entry wrote is held here, as it wrote it or newer. When, by the server's clock:
 * one that is years wrong here must not let an entry leave early.
 */
async function confirm(tx: StoreTx, answer: RoundAnswer): Promise<void> {
  const cursors = new Map((await tx.scopes()).map(({ name, cursor }) => [name, cursor]));
  const isPast = ({ seq, entry }: OutboxItem) =>
    entry.writes.every(({ scope }) => isWrittenUnread(scope, cursors) || (cursors.get(scope) ?? -1) >= seq);
  const past = (await tx.pending('acknowledged')).filter(isPast);
  const ids = [...new Set(past.flatMap(({ entry }) => entry.writes.flatMap(decidingIds)))];
  const rows = await tx.rows(ids);
  const rowById = new Map(ids.map((id, at) => [id, rows[at]]));
  const settled: OutboxItem[] = [];
  for (const item of past) {
    const missing = !isReadBack(item, rowById, cursors);
    if (missing !== item.missing || !missing) {
      settled.push(
        missing ? { ...item, missing } : { ...item, missing, state: 'confirmed', confirmedAt: toInstant(answer.now) },
      );
    }
  }
  await tx.putItems(settled);
  const isErased = (id: string) => rowById.get(id)?.deleted === true;
  const isGone = ({ state, entry }: OutboxItem) =>
    state === 'confirmed' && entry.writes.some((write) => isOfErased(write, isErased));
  await dropConfirmed(tx, settled.filter(isGone));
  await release(tx, answer.backedUpSeq, answer.now);
}

/** Some write what they may not read: a worker a reason, a volunteer a withdrawal. That the server took it is all they get. */
function isWrittenUnread(scope: string, cursors: ReadonlyMap<string, number>): boolean {
  const kind = kindOf(scope);
  return (kind === 'reasons' || kind === 'private') && !cursors.has(scope);
}

function isReadBack(
  item: OutboxItem,
  rowById: ReadonlyMap<string, Held | undefined>,
  cursors: ReadonlyMap<string, number>,
): boolean {
  const isErased = (id: string) => rowById.get(id)?.deleted === true;
  return item.entry.writes.every((write) => {
    if (isOfErased(write, isErased)) return true;
    if (isWrittenUnread(write.scope, cursors)) return true;
    const row = rowById.get(write.id);
    // A row left over from the epoch before says nothing about this one.
    if (!row || row.epoch !== item.epoch) return false;
    if (write.op === 'fact') return row.hash === write.hash;
    if (row.seq < item.seq) return false;
    // A session's status goes by rank before clocks; its row having moved past this entry is all that can be asked of it.
    return Object.keys(write.body).every(
      (field) => field === 'status' || !isLater([item.clock, item.entry.id], stampOf(row, field)),
    );
  });
}

/** Without a reported backup, confirmed entries are kept so long before they leave the phone. */
const keptMs = 90 * 86_400_000;

/** An entry leaves the phone only when the server's backups hold it too, or long after (I2). */
async function release(tx: StoreTx, backedUpSeq: number, serverNowMs: number): Promise<void> {
  await tx.removeItems(await tx.releasable(backedUpSeq, toInstant(serverNowMs - keptMs)));
  const done = (await tx.refused()).filter(({ final, seq }) => final && seq <= backedUpSeq);
  await tx.removeRefused(done.map(({ id }) => id));
}
