import { coordinatedBy } from '#domain/records/access.ts';
import { type RecordType, shapeOf } from '#domain/records/records.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import { foldView, type View } from '#domain/reports/view.ts';
import { toInstant } from '#domain/time.ts';
import { useRead } from './person.ts';
import { readSetup } from './setup.ts';
import { shownOf, shownOfIds } from './shown.ts';
import type { StoreTx } from './store.ts';

/** Views folded from what this phone keeps, so that they stand without signal too. */

/** Folds a view of the partners this person coordinates. @param now an instant */
export async function readView<Answer>(tx: StoreTx, view: View<Answer>, now: string): Promise<Answer> {
  const { rights, partners } = await readSetup(tx);
  const own = coordinatedBy(
    rights,
    partners.map(({ id }) => id),
  );
  const scopes = new Set(own.flatMap((id) => [partnerScope(id), teamScope(id)]));
  const rows = async <Type extends RecordType>(type: Type) => {
    const shown = await shownOf(tx, type);
    // A worker's records of a partner they do not coordinate lie here too, and are no part of it.
    const isSetUp = shapeOf(type)?.scope === 'programme';
    return shown.filter(({ scope, alsoScope = '' }) => isSetUp || scopes.has(scope) || scopes.has(alsoScope));
  };
  const sessionsById = async (ids: readonly string[]) =>
    (await shownOfIds(tx, 'session', ids)).filter(({ scope }) => scopes.has(scope));
  const named = partners.filter(({ id }) => own.includes(id)).map(({ id, body }) => ({ id, name: body.name }));
  return foldView(view, { rows, sessionsById }, { partners: named, now });
}

/** A view of this phone's own records, live; undefined while it is read. */
export const useView = <Answer>(view: View<Answer>): Answer | undefined =>
  useRead((tx) => readView(tx, view, toInstant(Date.now())), [view]);
