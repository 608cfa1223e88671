import { useRead } from '#db/person.ts';
import { readSetup, type Setup } from '#db/setup.ts';
import { shownOf, shownOfIds } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Read } from '#desk/desk.ts';
import { coordinatedBy } from '#domain/records/access.ts';
import { teamScope } from '#domain/records/scopes.ts';
import { type StockView, sessionsOf, stockView, withSites } from '#domain/stock/view.ts';
import { toInstant } from '#domain/time.ts';
import { type Need, needsIn, needsWithSites } from '#domain/voice/needs.ts';

/** Equipment as the desk of an enrolled laptop reads it: from its own records, so that it works without signal too. */

export function useOwnStock(): Read<StockView> {
  return { value: useRead(readStock, []), trouble: undefined, again: () => {} };
}

export function useOwnNeeds(): Read<readonly Need[]> {
  return { value: useRead(readNeeds, []), trouble: undefined, again: () => {} };
}

function partnersIn({ rights, partners }: Setup): { id: string; name: string }[] {
  const own = coordinatedBy(
    rights,
    partners.map(({ id }) => id),
  );
  return partners.filter(({ id }) => own.includes(id)).map(({ id, body }) => ({ id, name: body.name }));
}

async function readStock(tx: StoreTx): Promise<StockView> {
  const partners = partnersIn(await readSetup(tx));
  const [sets, holders, deliveries, targets, movements, transfers, stocktakes] = await Promise.all([
    shownOf(tx, 'set'),
    shownOf(tx, 'holder'),
    shownOf(tx, 'delivery'),
    shownOf(tx, 'target'),
    shownOf(tx, 'movement'),
    shownOf(tx, 'transfer'),
    shownOf(tx, 'stocktake'),
  ]);
  const moved = [...movements, ...transfers];
  const rows = { partners, sets, holders, deliveries, targets, movements: moved, stocktakes };
  const view = stockView(rows, toInstant(Date.now()));
  return withSites(view, await shownOfIds(tx, 'session', sessionsOf(view)));
}

async function readNeeds(tx: StoreTx): Promise<readonly Need[]> {
  const scopes = new Set(partnersIn(await readSetup(tx)).map(({ id }) => teamScope(id)));
  const [ideas, debriefs] = await Promise.all([shownOf(tx, 'idea'), shownOf(tx, 'debrief')]);
  const isOurs = ({ scope }: { readonly scope: string }) => scopes.has(scope);
  const needs = needsIn(ideas.filter(isOurs), debriefs.filter(isOurs));
  const sessions = [...new Set(needs.flatMap(({ session }) => (session === '' ? [] : [session])))];
  return needsWithSites(needs, await shownOfIds(tx, 'session', sessions));
}
