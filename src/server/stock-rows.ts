import { coordinatedBy, type Right } from '#domain/records/access.ts';
import { type RowOf, rowsOf } from '#domain/records/body.ts';
import { partnerOf, partnerScope, teamScope } from '#domain/records/scopes.ts';
import { type StockView, type StockViewRows, sessionsOf, stockView, withSites } from '#domain/stock/view.ts';
import { toRow } from './sql-ledger.ts';
import type { Db } from './store.ts';

/**
 * The rows of equipment, for the desk and its reports. Memory grows with movements: what was given out before a period may
 * have come back in it, so they are read whole.
 */

const selectOf = (db: Db, programme: string, types: readonly string[]) =>
  db
    .selectFrom('row')
    .selectAll()
    .where('programme', '=', programme)
    .where('type', 'in', [...types])
    .where('deleted', '=', 0);

/** Rows of some types in some scopes, in the order they arrived. */
async function rowsIn(db: Db, programme: string, types: readonly string[], scopes: readonly string[]) {
  if (scopes.length === 0) return [];
  const query = selectOf(db, programme, types).where((is) =>
    is.or([is('scope', 'in', [...scopes]), is('also_scope', 'in', [...scopes])]),
  );
  return (await query.orderBy('seq').orderBy('id').execute()).map(toRow);
}

/** Partners that someone coordinates, A to Z, and their names. A closed one stays in the figures of what it did. */
export async function partnersFor(
  db: Db,
  programme: string,
  rights: readonly Right[],
): Promise<{ id: string; name: string; closed: boolean }[]> {
  const rows = rowsOf((await selectOf(db, programme, ['partner']).execute()).map(toRow), 'partner');
  const own = coordinatedBy(
    rights,
    rows.map(({ id }) => id),
  );
  return rows
    .filter(({ id }) => own.includes(id))
    .map(({ id, body }) => ({ id, name: body.name, closed: body.status === 'closed' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

const stockTypes = ['holder', 'delivery', 'target', 'movement', 'transfer', 'stocktake'];

export async function readStockRows(
  db: Db,
  programme: string,
  partners: StockViewRows['partners'],
): Promise<StockViewRows> {
  const scopes = partners.map(({ id }) => partnerScope(id));
  const rows = await rowsIn(db, programme, stockTypes, scopes);
  return {
    partners,
    sets: await readSets(db, programme),
    holders: rowsOf(rows, 'holder'),
    deliveries: rowsOf(rows, 'delivery'),
    targets: rowsOf(rows, 'target'),
    movements: rowsOf(rows, 'movement', 'transfer'),
    stocktakes: rowsOf(rows, 'stocktake'),
  };
}

const readSets = async (db: Db, programme: string): Promise<RowOf<'set'>[]> =>
  rowsOf((await selectOf(db, programme, ['set']).orderBy('id').execute()).map(toRow), 'set');

/** @param now an instant */
export async function readStockView(
  db: Db,
  programme: string,
  partners: StockViewRows['partners'],
  now: string,
): Promise<StockView> {
  const view = stockView(await readStockRows(db, programme, partners), now);
  return withSites(view, await sessionsById(db, programme, sessionsOf(view), partners));
}

/** Sessions by id, of these partners only. */
export async function sessionsById(
  db: Db,
  programme: string,
  ids: readonly string[],
  partners: readonly { readonly id: string }[],
): Promise<RowOf<'session'>[]> {
  const found: RowOf<'session'>[] = [];
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const query = selectOf(db, programme, ['session']).where('id', 'in', ids.slice(at, at + idsAtOnce));
    found.push(...rowsOf((await query.execute()).map(toRow), 'session'));
  }
  return found.filter(({ scope }) => partners.some(({ id }) => id === partnerOf(scope)));
}

/** Few enough for a statement's parameters. */
const idsAtOnce = 500;

/** All wishes: one of a period may have been taken back after it. */
export const readWishRows = async (db: Db, programme: string, partners: readonly { readonly id: string }[]) =>
  rowsOf(
    await rowsIn(
      db,
      programme,
      ['wish'],
      partners.map(({ id }) => partnerScope(id)),
    ),
    'wish',
  );

/** What teams wrote down that young people need, in their debriefs and since. */
export const readNeedRows = (db: Db, programme: string, partners: readonly { readonly id: string }[]) =>
  rowsIn(
    db,
    programme,
    ['idea', 'debrief'],
    partners.map(({ id }) => teamScope(id)),
  );
