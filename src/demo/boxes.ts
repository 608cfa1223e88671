import { shownOf } from '#db/shown.ts';
import type { Badge } from '#domain/people/person.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { create, type Saying } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import * as acts from '#domain/stock/acts.ts';
import { addPlace, order } from '#domain/stock/registers.ts';
import { newCode, newContents, suggestedBox, usualBoxAge } from '#domain/stock/sets.ts';
import { emptyShelf, readStock, shelfKey, storeOf } from '#domain/stock/stock.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import * as voice from '#domain/voice/acts.ts';
import { type Chance, drawn, pickedFrom } from './chance.ts';
import { items, type Share, sets, wishes } from './equipment.ts';
import type { DemoPhone, Time } from './phone.ts';

/** The boxes of the demo: defined at the desk, delivered, built, loaded and given out, as people would. */

/** Ids of what was defined, by the names in equipment.ts. */
export type Kit = ReadonlyMap<string, string>;

const idIn = (kit: Kit, name: string): string => {
  const id = kit.get(name);
  if (!id) throw new Error(`the demo has no ${name}`);
  return id;
};

/** Items, boxes made of them, and whose aim it is to give out how many. */
export async function defineBoxes(desk: DemoPhone, chance: Chance): Promise<Kit> {
  const kit = new Map<string, string>();
  const codes = new Set<string>();
  const made = (name: string, body: Omit<BodyOf<'set'>, 'name' | 'code' | 'status'>): Saying => {
    const id = desk.newId();
    const code = newCode(new Uint8Array([0, 0, 0, 0].map(() => drawn(chance, 256))), codes);
    codes.add(code);
    kit.set(name, id);
    return create('set', id, programmeScope, { name, code, status: 'active', ...body });
  };
  await desk.say(items.map(({ name, kind, icon, lowAt }) => made(name, { kind, icon, lowAt })));
  const contents = (parts: Readonly<Record<string, number>>) =>
    newContents(
      {},
      Object.entries(parts).map(([name, n]) => ({ set: idIn(kit, name), n })),
    );
  await desk.say(sets.map(({ name, kind, parts }) => made(name, { kind, icon: 'box', lowAt: 5, ...contents(parts) })));
  await desk.sync();
  return kit;
}

/** One partner's boxes, as its phone sees them. */
export type Owner = {
  readonly partner: string;
  readonly phone: DemoPhone;
  readonly kit: Kit;
  readonly time: Time;
  readonly share: Share;
  /** Where boxes are given out from. */
  readonly from: string;
  /** How many were given out so far. */
  given: number;
  readonly had: Set<string>;
  /** Boxes that are left to give out, by kind. */
  readonly left: Record<'U10' | 'O10', number>;
  /** Boxes that lacked a skipping rope: the movements that owe it. */
  readonly owing: string[];
};

const today = ({ time }: Pick<Owner, 'time'>): string => dayOf(time.nowMs);

/** What happens now in a partner's stock, perhaps at a session of today. */
const now = ({ partner, phone, time }: Owner, session?: string): acts.Occasion => ({
  ...acts.atOnce(partner, time.nowMs, phone.newId),
  ...(session !== undefined && { session }),
});

/** The boxes of one kind, and what is in each. */
const inOne = (kit: Kit, parts: Readonly<Record<string, number>>) =>
  Object.entries(parts).map(([part, n]) => ({ set: idIn(kit, part), n }));

/** The first stock of a partner: an aim, a delivery that came, boxes built from it, and some of them in a van. */
export async function stockUp(owner: Owner): Promise<void> {
  const { partner, phone, kit, share, from } = owner;
  const store = storeOf(partner);
  const delivery = phone.newId();
  const parts = sets.flatMap(({ name, parts: each }) => acts.partsFor(inOne(kit, each), share.built[name] ?? 0));
  const forBoxes = [...Map.groupBy(parts, ({ set }) => set)].map(([set, same]) => ({
    set,
    n: same.reduce((sum, { n }) => sum + n, 0) + share.spare,
  }));
  const needed = [...forBoxes, ...inOne(kit, share.kit)];
  await phone.say([
    ...(from === store
      ? []
      : [addPlace(partner, from, { name: 'Van', kind: 'van', ...(share.vanCode && { code: share.vanCode }) })]),
    order(partner, delivery, {
      supplier: 'Kent Sports Supplies',
      promised: today(owner),
      arrived: today(owner),
      reference: share.reference,
      lines: needed,
    }),
    ...acts.receive(now(owner), needed, { to: store, delivery }),
  ]);
  await phone.say(
    sets.flatMap(({ name, parts: each }) => {
      const n = share.built[name] ?? 0;
      const made = { set: idIn(kit, name), n, place: store, inOne: inOne(kit, each), version: 1 };
      return n > 0 ? acts.build(now(owner), { ...made, parts: acts.partsFor(made.inOne, n) }) : [];
    }),
  );
  const loaded = acts.load(now(owner), inOne(kit, share.loaded), { from: store, to: from });
  if (loaded.length > 0) await phone.say(loaded);
  await phone.sync();
}

/** Boxes given out by hand: to people who are here and had none, then to others whose names are not asked. */
export async function giveOut(
  owner: Owner,
  most: number,
  people: readonly { readonly id: string; readonly body: Badge }[],
  chance: Chance,
  session?: string,
): Promise<void> {
  const { phone, kit, share, had, left, from, time } = owner;
  const named = people.filter(({ id }) => !had.has(id));
  for (let n = Math.min(most, share.give - owner.given); n > 0; n -= 1) {
    time.nowMs += 60_000;
    const person = named.shift();
    const suggested = person && suggestedBox(person.body, today(owner), usualBoxAge).kind;
    const kind = suggested && left[suggested] > 0 ? suggested : left.U10 > left.O10 ? 'U10' : 'O10';
    const box = sets.find((each) => each.kind === kind) ?? sets[0];
    left[kind] -= 1;
    const short = owner.given >= share.shortFrom && owner.given < share.shortFrom + share.short;
    const said = acts.giveOut(now(owner, session), {
      set: idIn(kit, box.name),
      n: 1,
      from,
      version: 1,
      ...(person && { for: [person.id] }),
      ...(!person && chance() < 0.3 && { family: phone.newId() }),
      ...(short && { owed: [{ set: idIn(kit, 'Skipping rope'), n: 1 }] }),
    });
    await phone.say([said]);
    owner.given += 1;
    if (person) had.add(person.id);
    if (short) owner.owing.push(said.id);
  }
}

/** The ropes that came late: most of those who are owed one get it. */
export async function supplyRopes(owner: Owner): Promise<void> {
  const { partner, phone, kit, owing } = owner;
  const [set, to, delivery] = [idIn(kit, 'Skipping rope'), storeOf(partner), phone.newId()];
  const [arrived, lines] = [today(owner), [{ set, n: 12 }]];
  await phone.say([
    order(partner, delivery, { supplier: 'Ropes & Co', promised: arrived, arrived, lines }),
    ...acts.receive(now(owner), lines, { to, delivery }),
    ...acts.supply(
      now(owner),
      owing.slice(2).map((id) => ({ id, part: set, n: 1 })),
      to,
    ),
  ]);
  await phone.sync();
}

/** What is on its way, and what should have been here. */
export async function orderMore(owner: Owner, due: string, late: string): Promise<void> {
  const { partner, phone, kit } = owner;
  const ordered = (supplier: string, promised: string, what: string, n: number) =>
    order(partner, phone.newId(), { supplier, promised, lines: [{ set: idIn(kit, what), n }] });
  await phone.say([
    ordered('Kent Sports Supplies', due, 'Football', 30),
    ordered('Ropes & Co', late, 'Skipping rope', 20),
  ]);
  await phone.sync();
}

/** Somebody counts the boxes in the van, and finds one fewer than the records say. */
export async function countVan(owner: Owner): Promise<void> {
  const { partner, phone, kit, from } = owner;
  await phone.say(async (tx) => {
    const [movements, transfers, stocktakes] = [
      await shownOf(tx, 'movement'),
      await shownOf(tx, 'transfer'),
      await shownOf(tx, 'stocktake'),
    ];
    const { shelves } = readStock({ movements: [...movements, ...transfers], stocktakes });
    return sets.map(({ name, kind }) => {
      const set = idIn(kit, name);
      const shelf = shelves.get(shelfKey(partner, from, set)) ?? emptyShelf(partner, from, set);
      const counted = Math.max(0, shelf.balance - (kind === 'U10' ? 1 : 0));
      return acts.count(now(owner), shelf, counted);
    });
  });
  await phone.sync();
}

/** Boxes handed over to another partner's store. */
export async function handOver(owner: Owner, to: string, name: string, n: number): Promise<void> {
  const { partner, phone, kit } = owner;
  await phone.say(acts.handOver(now(owner), [{ set: idIn(kit, name), n }], { from: storeOf(partner), receiver: to }));
  await phone.sync();
}

/** Bibs and a ball for the session, and what came back of them. */
export async function lend(owner: Owner, session: string, chance: Chance): Promise<void> {
  const { phone, kit, from } = owner;
  for (const [name, n] of [
    ['Bibs', 12],
    ['Football', 2],
  ] as const) {
    const happening = now(owner, session);
    const [lent] = acts.lend(happening, [{ set: idIn(kit, name), n }], from);
    if (!lent) return;
    await phone.say([lent]);
    const [loan] = acts.movesSaid([lent]);
    if (!loan) return;
    const back = chance() < 0.8 ? n : n - 1;
    await phone.say([acts.endLoan(now(owner, session), loan, { kind: 'brought back', n: back, to: from })]);
    if (back < n && chance() < 0.6)
      await phone.say([
        acts.endLoan(now(owner, session), loan, { kind: 'lost', n: n - back, reason: 'Over the fence' }),
      ]);
  }
}

/** What young people at a session would like. */
export async function wish(
  owner: Owner,
  session: string,
  site: string,
  games: readonly string[],
  chance: Chance,
): Promise<void> {
  const { phone, kit, partner, time } = owner;
  const asking = { partner, session, site, day: today(owner) };
  const said = Array.from({ length: 2 + drawn(chance, 4) }, () => {
    const age = pickedFrom(chance, ['U10', 'O10', 'O10'] as const);
    const isGame = chance() < 0.3 && games.length > 0;
    const what = isGame ? { kind: 'activity' as const, what: pickedFrom(chance, games) } : wishOf(kit, chance);
    return voice.wish(asking, { ...what, age }, phone.newId(), toInstant(time.nowMs));
  });
  await phone.say(said);
}

function wishOf(kit: Kit, chance: Chance) {
  const name = pickedFrom(chance, wishes);
  const what = kit.get(name);
  return { kind: 'equipment' as const, ...(what ? { what } : { words: name }) };
}
