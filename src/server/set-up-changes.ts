import { coordinatedBy, type Right } from '#domain/records/access.ts';
import type { Row, SequencedRow } from '#domain/records/row.ts';
import { partnerOf, partnerScope, programmeScope } from '#domain/records/scopes.ts';
import {
  changesOf,
  changeTypes,
  isChangeType,
  nameOfRecord,
  type OldValue,
  type RegisterChange,
  undoing,
} from '#domain/records/set-up/changes.ts';
import { mayWrite } from '#domain/records/write-access.ts';
import { toInstant } from '#domain/time.ts';
import { namesOf } from './members.ts';
import { Problem } from './problem.ts';
import { type Settling, sayWithin } from './settling.ts';
import { reading, toRow, writing } from './sql-ledger.ts';
import type { Db } from './store.ts';

/** Who changed what in the set-up, and undoing it. */

/** So many changes are answered at once, the newest. */
const mostChanges = 200;

/** The set-up somebody reads: the programme's, and the targets of partners they coordinate. */
async function setUpRows(db: Db, programme: string, rights: readonly Right[], of?: string): Promise<SequencedRow[]> {
  const partners = coordinatedBy(rights, await reading(db, programme).partners());
  const all = db.selectFrom('row').selectAll().where('programme', '=', programme).where('deleted', '=', 0);
  const own = all
    .where('type', 'in', [...changeTypes])
    .where('scope', 'in', [programmeScope, ...partners.map(partnerScope)]);
  return (await (of === undefined ? own : own.where('id', '=', of)).execute()).map(toRow);
}

/** So many ids stand in one statement. */
const atOnce = 500;

async function oldValuesOf(db: Db, rows: readonly Row[]): Promise<ReadonlyMap<string, OldValue[]>> {
  const found: OldValue[] = [];
  const lost = db.selectFrom('history').select(['row_id as row', 'field', 'value', 'clock', 'entry']);
  for (let from = 0; from < rows.length; from += atOnce) {
    const ids = rows.slice(from, from + atOnce).map(({ id }) => id);
    const some = await lost.where('row_id', 'in', ids).execute();
    found.push(...some.map(({ value, ...each }) => ({ ...each, value: JSON.parse(value) as unknown }))); // as it was kept
  }
  return Map.groupBy(found, ({ row }) => row);
}

/**
 * The newest changes of the set-up, or of one record of it, newest first.
 * @param of the id of a record
 */
export async function setUpChanges(db: Db, programme: string, rights: readonly Right[], of?: string) {
  const rows = await setUpRows(db, programme, rights, of);
  const old = await oldValuesOf(db, rows);
  const all = rows
    .flatMap((row) => changesOf(row, old.get(row.id) ?? []).map((change) => ({ row, change })))
    .sort((a, b) => b.change.clock - a.change.clock);
  const shown = all.slice(0, mostChanges);
  const entries = [...new Set(shown.map(({ change }) => change.entry))];
  const saved = db.selectFrom('applied').select(['id', 'author', 'at']).where('programme', '=', programme);
  const known = new Map((await saved.where('id', 'in', entries).execute()).map((each) => [each.id, each]));
  const [members, partners] = [await namesOf(db, programme, 'member'), await namesOf(db, programme, 'partner')];
  return {
    more: all.length > shown.length,
    changes: shown.map(({ row, change: { clock, ...change } }) => {
      const found = known.get(change.entry);
      const by = found?.author ?? (change.isNew ? row.by : '');
      return {
        ...change,
        ...{ record: row.id, type: typeOf(row), name: nameOfRecord(row) },
        partnerName: partners.get(partnerOf(row.scope) ?? '') ?? '',
        at: found?.at ?? (change.isNew ? row.at : toInstant(clock)),
        ...{ by, byName: members.get(by) ?? '' },
      };
    }),
  };
}

function typeOf({ type }: Row) {
  if (!isChangeType(type)) throw new Error(`${type} is no type of the set-up`); // it was asked for by its types
  return type;
}

export type AskedUndo = { readonly id: string; readonly record: string; readonly entry: string };

/** Undoes one change as a new one, in a transaction the caller has begun. Sent twice, it is one. */
export async function undoChange(of: Settling, { id, record, entry }: AskedUndo): Promise<void> {
  const { db, programme, caller, nowMs } = of;
  if ((await writing(db, programme, () => nowMs).applied([id])).has(id)) return;
  const [row] = await setUpRows(db, programme, caller.rights, record);
  const old = row && (await oldValuesOf(db, [row])).get(row.id);
  const change = row && changesOf(row, old ?? []).find((each) => each.entry === entry);
  if (!row || !change) throw new Problem(404, 'not-found', 'There is no such change.');
  const why = whyNot[change.undo];
  if (why !== null) throw new Problem(409, 'changed-meanwhile', why);
  const said = { op: 'patch', type: row.type, id: row.id, scope: row.scope, body: undoing(row, change) } as const;
  const at = toInstant(nowMs);
  if (!mayWrite(caller.rights, { write: { ...said }, stored: row, savedAt: at, arrivedAt: at }))
    throw new Problem(403, 'no-right', 'This is not yours to change.');
  await sayWithin(of, [said], id);
}

const whyNot: Readonly<Record<RegisterChange['undo'], string | null>> = {
  may: null,
  new: 'What was added is not undone. Close it in its form instead.',
  'changed since': 'Nothing was undone. It was changed again since: look at what stands there now.',
  undone: 'That was undone already.',
};
