import { coordinatedBy, readableScopes } from '#domain/records/access.ts';
import { type RecordType, shapeOf } from '#domain/records/records.ts';
import { privateScope, programmeScope } from '#domain/records/scopes.ts';
import { foldView, type View } from '#domain/reports/view.ts';
import { toInstant } from '#domain/time.ts';
import { useRead } from './person.ts';
import { readSetup } from './setup.ts';
import { shownOf, shownOfIds } from './shown.ts';
import type { StoreTx } from './store.ts';

/** Views folded from what this phone keeps, so that they stand without signal too. */

/** Folds a view of the partners this person coordinates. @param now an instant @param of the one record it is asked about */
export async function readView<Answer>(tx: StoreTx, view: View<Answer>, now: string, of?: string): Promise<Answer> {
  const { rights, partners } = await readSetup(tx);
  const own = coordinatedBy(
    rights,
    partners.map(({ id }) => id),
  );
  // Of a partner somebody only works for, and of families that are not shared, nothing is taken in.
  const scopes = new Set(readableScopes(rights, own).filter((scope) => scope !== programmeScope));
  const rows = async <Type extends RecordType>(type: Type) => {
    const shown = await shownOf(tx, type);
    // A worker's records of a partner they do not coordinate lie here too, and are no part of it.
    const isSetUp = shapeOf(type)?.scope === 'programme';
    return shown.filter(({ scope, alsoScope = '' }) => isSetUp || scopes.has(scope) || scopes.has(alsoScope));
  };
  const sessionsById = async (ids: readonly string[]) =>
    (await shownOfIds(tx, 'session', ids)).filter(({ scope }) => scopes.has(scope));
  const named = partners
    .filter(({ id }) => own.includes(id))
    .map(({ id, body }) => ({ id, name: body.name, families: scopes.has(privateScope(id)) }));
  return foldView(view, { rows, sessionsById }, { partners: named, now, of });
}

/** A view of this phone's own records, live; undefined while it is read. */
export const useView = <Answer>(view: View<Answer>, of?: string): Answer | undefined =>
  useRead((tx) => readView(tx, view, toInstant(Date.now()), of), [view, of]);
