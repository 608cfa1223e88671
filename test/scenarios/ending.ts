import { shownOf } from '#db/shown.ts';
import { rowsOf } from '#domain/records/body.ts';
import { canonical } from '#domain/records/canonical.ts';
import type { Entry } from '#domain/records/entry.ts';
import { stampOf } from '#domain/records/merge.ts';
import type { Row } from '#domain/records/row.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { foldRegister, type Register, toMark, toTally } from '#domain/sessions/register.ts';
import { permissionsAreMeant, samePermissions } from './consent-commands.ts';
import { nobodyIsNamed, restIsSomewhere } from './erasing.ts';
import { keptIn } from './memory-ledger.ts';
import type { Phone } from './phones.ts';
import { countedAgain } from './register-truth.ts';
import { stockOn } from './stock-commands.ts';
import { recounted } from './stock-truth.ts';
import { isBefore, wasOvertaken } from './watch.ts';
import type { World } from './world.ts';

/** After the faults: the phones catch up in a bounded number of rounds, and then everybody must agree. */

/** A right taken away leaves entries no phone can read back; all others must be through. */
const owed = ({ store }: Phone): number => {
  const { outbox, scopes } = store.disk;
  return [...outbox.values()].filter(
    ({ state, entry }) =>
      state === 'new' || (state === 'acknowledged' && entry.writes.every(({ scope }) => scopes.has(scope))),
  ).length;
};

const behind = (world: World, { store }: Phone): boolean => {
  const { meta, scopes } = store.disk;
  return (
    meta.epoch !== world.ledger.epoch ||
    scopes.size === 0 ||
    [...scopes.values()].some(({ cursor }) => cursor < world.ledger.books.seq)
  );
};

/** I14. Nothing fails any more: how many rounds does it take? */
export async function drain(world: World): Promise<number> {
  world.poison.clear();
  world.outage = false;
  const [first] = world.phones;
  while (world.strays.length > 0) await world.arrive(0);
  for (let gates = 0; world.gates.length > 0; gates += 1) {
    if (gates > 5000) world.truth.breaks('I14', 'a round never ended');
    const [gate] = world.gates;
    if (gate) await world.open(gate, null);
  }
  const bound = 60 + world.truth.saved.size;
  for (let rounds = 1; rounds <= bound; rounds += 1) {
    const late = world.phones.filter(
      (phone) => owed(phone) > 0 || behind(world, phone) || phone.store.disk.meta.epoch === '',
    );
    if (late.length === 0 || !first) return rounds;
    for (const phone of late) await wholeRound(world, phone);
  }
  const late = world.phones.filter((phone) => owed(phone) > 0 || behind(world, phone));
  world.truth.breaks('I14', `${late.map((phone) => `${phone.name} owes ${owed(phone)}`)} after ${bound} rounds`);
}

export async function wholeRound(world: World, phone: Phone): Promise<void> {
  const [tab] = phone.tabs;
  if (!tab) return;
  world.nowMs += 1000;
  await world.begin(tab);
  for (
    let gate = world.gates.find((each) => each.tab === tab);
    gate;
    gate = world.gates.find((each) => each.tab === tab)
  )
    await world.open(gate, null);
}

export async function checkAgreement(world: World): Promise<void> {
  await world.watch.look();
  const { books } = world.ledger;
  for (const phone of world.phones) {
    sameRows(world, phone);
    await sameTotals(world, phone);
    await sameStock(world, phone);
    await samePermissions(world, phone);
  }
  permissionsAreMeant(world);
  nobodyIsNamed(world);
  restIsSomewhere(world);
  for (const row of books.rows.values()) if (row.hash === undefined && !row.deleted) laterStands(world, row);
  for (const [id, { told, lost }] of world.truth.saved) {
    if (told && !lost && !books.applied.has(id) && !keptIn(books, id) && !isWithPhone(world, id))
      world.truth.breaks('I1', `${id} is nowhere`);
  }
}

const isWithPhone = (world: World, id: string): boolean => {
  const phone = world.truth.saved.get(id)?.phone;
  return world.truth.closed.has(id) || phone?.store.disk.quarantine.has(id) === true;
};

/** I6: byte for byte the same rows in every scope a phone reads. */
function sameRows(world: World, phone: Phone): void {
  const { rows, scopes } = phone.store.disk;
  const wanted = [...world.ledger.books.rows.values()].filter(
    ({ scope, alsoScope = '' }) => scopes.has(scope) || scopes.has(alsoScope),
  );
  for (const row of wanted) {
    const held = rows.get(row.id);
    const { epoch: _, ...bare } = held ?? { epoch: '' };
    if (canonical(bare) !== canonical(row))
      world.truth.breaks('I6', `${phone.name} holds another ${row.type} ${row.id}`);
  }
  if (rows.size !== wanted.length)
    world.truth.breaks('I6', `${phone.name} holds ${rows.size} rows of ${wanted.length}`);
}

const totals = ({ presences, ...rest }: Register): string =>
  canonical({
    ...rest,
    who: [...presences.values()].map(({ person, state, level }) => `${person} ${state} ${level}`).sort(),
  });

/** I4, as far as there are counts: every phone shows what a recount of the distinct accepted facts gives. */
async function sameTotals(world: World, phone: Phone): Promise<void> {
  const facts = acceptedFacts(world, phone).filter(({ type }) => type === 'mark' || type === 'tally');
  const sessions = new Set(facts.map(({ body }) => String(body.session)));
  for (const session of sessions) {
    const own = facts.filter(({ body }) => body.session === session);
    const recount = foldRegister(rowsOf(own, 'mark').map(toMark), rowsOf(own, 'tally').map(toTally), () => '10-12');
    const [marks, tallies] = await phone.store.read(async (tx) => [
      await shownOf(tx, 'mark', session),
      await shownOf(tx, 'tally', session),
    ]);
    const shown = foldRegister((marks ?? []).map(toMark), (tallies ?? []).map(toTally), () => '10-12');
    if (totals(shown) !== totals(recount))
      world.truth.breaks('I4', `${phone.name} counts ${session} as ${shown.all.total}, not ${recount.all.total}`);
    const right = countedAgain(own.filter(({ type }) => type === 'tally'));
    for (const [band, { counted }] of Object.entries(shown.bands))
      if (counted !== (right.get(band) ?? 0))
        world.truth.breaks('I4', `${phone.name} counts ${counted} aged ${band}, not ${right.get(band) ?? 0}`);
  }
}

/** I4: every phone shows the balances the rules give over the distinct facts the server accepted. */
async function sameStock(world: World, phone: Phone): Promise<void> {
  const { shelves } = await phone.store.read(stockOn);
  const right = recounted(acceptedFacts(world, phone));
  for (const key of new Set([...right.keys(), ...shelves.keys()])) {
    // Of another partner's shelves a phone sees only what was handed over.
    if (!phone.store.disk.scopes.has(partnerScope(key.split('|')[0] ?? ''))) continue;
    const [shown, is] = [shelves.get(key)?.balance ?? 0, right.get(key) ?? 0];
    if (shown !== is) world.truth.breaks('I4', `${phone.name} shows ${shown} of ${key}, not ${is}`);
  }
}

/** The facts of accepted entries in the scopes a phone reads. */
function acceptedFacts(world: World, { store }: Phone): Row[] {
  const { scopes } = store.disk;
  const accepted = [...world.ledger.books.applied.keys()].flatMap((id) => world.truth.entries.get(id) ?? []);
  const facts = new Map<string, Row>();
  for (const row of accepted.flatMap(factsOf))
    if (scopes.has(row.scope) || scopes.has(row.alsoScope ?? '')) facts.set(row.id, row);
  return [...facts.values()];
}

const factsOf = ({ writes, by, device, at }: Entry): Row[] =>
  writes
    .filter(({ op }) => op === 'fact')
    .map(({ id, type, scope, alsoScope, body, hash }) => ({
      ...{ id, type, scope, alsoScope, body, hash, by, device, at, stamps: {} },
    }));

/** I17: whoever stands in a field, nobody who saw them wrote it too. Status goes by rank first and is tested with the merge. */
function laterStands(world: World, row: Row): void {
  const { truth, ledger } = world;
  for (const [id, { entry, saw }] of truth.saved) {
    if (!ledger.books.applied.has(id)) continue;
    for (const { id: record, body, op } of entry.writes) {
      if (record !== row.id || op === 'fact') continue;
      for (const field of Object.keys(body)) {
        const [, standing] = stampOf(row, field);
        if (
          field !== 'status' &&
          standing !== id &&
          !wasOvertaken(world, standing) &&
          isBefore(world, standing, saw.get(`${record} ${field}`), `${record} ${field}`)
        )
          truth.breaks('I17', `${standing} stands in ${field} of ${record}, though ${id} was written over it`);
      }
    }
  }
}
