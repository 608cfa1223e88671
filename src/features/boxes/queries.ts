import { readPeople, readSame } from '#db/people.ts';
import { useRead } from '#db/person.ts';
import { remember, useRemembered } from '#db/remember.ts';
import { readRunning } from '#db/running.ts';
import { readSetup, type Setup } from '#db/setup.ts';
import { type Shown, type ShownOf, shownOf, shownOne } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { partnerOf, partnerScope } from '#domain/records/scopes.ts';
import { marksOf, presences } from '#domain/sessions/register.ts';
import { partnerStocks } from '#domain/stock/partner-stock.ts';
import type { KnownPlace } from '#domain/stock/places.ts';
import { isOfPartner, readStock } from '#domain/stock/stock.ts';
import { dayOf, readInstant, toInstant } from '#domain/time.ts';
import { givingPlace } from './places.ts';
import type { Stock } from './stock.ts';

/** Every partner this person records for, without the names of people: what waits to be done is told without them. */
export async function readStocks(tx: StoreTx): Promise<Stock[]> {
  const [setup, movements, transfers, stocktakes, sets, holders, deliveries, aliases] = await Promise.all([
    readSetup(tx),
    shownOf(tx, 'movement'),
    shownOf(tx, 'transfer'),
    shownOf(tx, 'stocktake'),
    shownOf(tx, 'set'),
    shownOf(tx, 'holder'),
    shownOf(tx, 'delivery'),
    shownOf(tx, 'alias'),
  ]);
  const rows = { movements: [...movements, ...transfers], stocktakes, sets, holders, deliveries, targets: [], aliases };
  const own = setup.ownPartners.map(({ id }) => id);
  return partnerStocks(rows, own, dayOf(Date.now())).map((stock) => ({ ...stock, setup, people: new Map() }));
}

/** Movements and transfers of one partner, and its counts. */
async function readRows(tx: StoreTx, partner: string) {
  const [movements, transfers, stocktakes] = await Promise.all([
    shownOf(tx, 'movement'),
    shownOf(tx, 'transfer'),
    shownOf(tx, 'stocktake'),
  ]);
  const own = (row: Shown) => isOfPartner(row, partner);
  return { movements: [...movements, ...transfers].filter(own), stocktakes: stocktakes.filter(own) };
}

/** The same read: what a save looks up before it says anything. */
export const readShelves = async (tx: StoreTx, partner: string) => readStock(await readRows(tx, partner));

/** Everything the screens of boxes show of one partner. Read and folded once for a screen. */
export async function readPartner(tx: StoreTx, partner: string): Promise<Stock> {
  const [setup, rows, sets, holders, deliveries, targets, people, aliases] = await Promise.all([
    readSetup(tx),
    readRows(tx, partner),
    shownOf(tx, 'set'),
    shownOf(tx, 'holder'),
    shownOf(tx, 'delivery'),
    shownOf(tx, 'target'),
    readPeople(tx),
    shownOf(tx, 'alias'),
  ]);
  const all = { ...rows, sets, holders, deliveries, targets, aliases };
  const [stock] = partnerStocks(all, [partner], dayOf(Date.now()));
  if (!stock) throw new Error('a partner was asked for and none was folded');
  const own = people.filter(({ scope }) => scope === partnerScope(partner));
  return { ...stock, setup, people: new Map(own.map((person) => [person.id, person])) };
}

/** The stock of a partner; undefined while it is read. */
export function useStock(partner: string | null | undefined): Stock | undefined {
  return useRead(async (tx) => (partner ? readPartner(tx, partner) : undefined), [partner]);
}

/** Where a screen of boxes stands: for which session, and whose boxes. `partner` is null where it is still to be chosen. */
export type Around = {
  readonly setup: Setup;
  readonly session: ShownOf<'session'> | null;
  readonly partner: string | null;
  /** Sessions that run now, of all partners they work for. */
  readonly running: readonly ShownOf<'session'>[];
};

/**
 * The session decides whose boxes they are; else what was chosen since the one running session began; else that session;
 * else what was chosen before; else the only partner there is.
 */
export function useAround(sessionId: string | null): Around | undefined {
  const remembered = useRemembered('partner');
  const chosenAt = useRemembered('partner-at');
  const found = useRead(
    async (tx) => {
      const [setup, session, running] = await Promise.all([
        readSetup(tx),
        sessionId === null ? undefined : shownOne(tx, 'session', sessionId),
        readRunning(tx, Date.now()),
      ]);
      return { setup, session, running };
    },
    [sessionId],
  );
  if (!found || remembered === undefined || chosenAt === undefined) return undefined;
  const { setup } = found;
  const own = setup.ownPartners.map(({ id }) => id);
  const isOwn = (partner: string | null | undefined): partner is string => own.includes(partner ?? '');
  const running = found.running.filter(({ scope }) => isOwn(partnerOf(scope)));
  const [last] = running;
  const only = running.every(({ scope }) => scope === last?.scope) ? last : undefined;
  const isSince = only !== undefined && (chosenAt ?? '') > readInstant(only.body.actualStart);
  const [partner = null] = [
    found.session && partnerOf(found.session.scope),
    isSince ? remembered : null,
    only && partnerOf(only.scope),
    remembered,
    last && partnerOf(last.scope),
    own.length === 1 ? own[0] : null,
  ].filter(isOwn);
  const live = running.find(({ scope }) => partnerOf(scope) === partner);
  return { setup, partner, running, session: (sessionId === null ? live : found.session) ?? null };
}

/** Whose boxes are looked at from now on, until another session begins. */
export async function choosePartner(partner: string): Promise<void> {
  await remember('partner-at', toInstant(Date.now()));
  await remember('partner', partner);
}

/** Who is here now in a session, by the register: the last to arrive first. */
export function useHereNow(session: ShownOf<'session'> | null): readonly string[] | undefined {
  return useRead(
    async (tx) => {
      if (!session) return [];
      const [marks, same] = await Promise.all([shownOf(tx, 'mark', session.id), readSame(tx)]);
      const all = [...presences(marksOf(session, marks, same)).values()];
      return all
        .filter(({ state }) => state === 'here')
        .sort((a, b) => (a.arrivedAt < b.arrivedAt ? 1 : -1))
        .map(({ person }) => person);
    },
    [session?.id, session?.scope],
  );
}

/** Where boxes are given out of on this phone; undefined while it is read. */
export function useGivingPlace(stock: Stock | undefined): KnownPlace | undefined {
  const remembered = useRemembered(givingFrom(stock?.partner ?? ''));
  return stock && remembered !== undefined ? givingPlace(stock, remembered) : undefined;
}

/** The name under which the place is remembered. */
export const givingFrom = (partner: string): string => `give-from:${partner}`;
