import { partnerScope } from '#domain/records/scopes.ts';
import { receive } from '#server/receive.ts';
import { create } from '#test/saying.ts';
import { Luck } from './chance.ts';
import { doSomething } from './commands.ts';
import { checkAgreement, drain } from './ending.ts';
import { nameFor } from './erasing.ts';
import type { Phone } from './phones.ts';
import { Broken } from './truth.ts';
import { startMs, World } from './world.ts';

/** One run: a seed makes a list of events, the events are played, the faults stop, everybody must agree. */

export type Kind = keyof typeof plays;
/** Each event has luck of its own, so that taking one out of the list changes no other. */
export type Event = { readonly kind: Kind; readonly luck: number };

export type Plan = {
  readonly seed: number;
  readonly phones: number;
  readonly pageRows: number;
  readonly events: readonly Event[];
};

export type Outcome = {
  readonly hash: string;
  readonly broken: Broken | null;
  readonly rounds: number;
  readonly saved: number;
  readonly lines: readonly string[];
};

const minute = 60_000;
const year = 365 * 24 * 60 * minute;

const plays = {
  async save(world: World, luck: Luck) {
    await doSomething(world, luck.one(world.phones), luck);
  },
  async begin(world: World, luck: Luck) {
    await world.begin(luck.one(luck.one(world.phones).tabs));
  },
  /** One tab goes on for a few steps. */
  async go(world: World, luck: Luck) {
    const tab = world.gates[luck.below(world.gates.length)]?.tab;
    for (let steps = 1 + luck.below(9); steps > 0; steps -= 1) {
      const gate = world.gates.find((each) => each.tab === tab);
      if (gate) await world.open(gate, luck);
      else if (tab?.again) await world.begin(tab);
    }
  },
  async wait(world: World, luck: Luck) {
    world.nowMs += luck.one([1, 1000, minute, 20 * minute, 3 * 60 * minute]);
  },
  async clock(world: World, luck: Luck) {
    const phone = luck.one(world.phones);
    phone.frozenMs = null;
    const kind = luck.one(['right', 'years', 'minutes', 'frozen']);
    if (kind === 'right') phone.skewMs = 0;
    if (kind === 'years') phone.skewMs = Math.floor((luck.next() * 20 - 10) * year);
    if (kind === 'minutes') phone.skewMs += Math.floor((luck.next() * 2 - 1) * 10 * minute);
    if (kind === 'frozen') phone.frozenMs = world.nowMs + phone.skewMs;
  },
  async kill(world: World, luck: Luck) {
    const phone = luck.one(world.phones);
    if (luck.percent(50)) world.killPhone(phone);
    else world.kill(luck.one(phone.tabs));
  },
  async stray(world: World, luck: Luck) {
    await world.arrive(luck.below(100));
  },
  async accept(world: World, luck: Luck) {
    await world.acceptFromInbox(luck);
  },
  async erase(world: World, luck: Luck) {
    const people = [...world.ledger.books.rows.values()].filter(({ type, deleted }) => type === 'person' && !deleted);
    if (people.length > 0) await world.erase(luck.one(people).id);
  },
  async poison(world: World, luck: Luck) {
    const waiting = world.phones.flatMap(({ store }) =>
      [...store.disk.outbox.values()].filter(({ state }) => state === 'new'),
    );
    if (luck.percent(60)) world.poison.clear();
    else if (waiting.length > 0) world.poison.add(luck.one(waiting).entry.id);
  },
  async outage(world: World, luck: Luck) {
    world.outage = luck.percent(40);
  },
  async rights(world: World, luck: Luck) {
    const member = luck.one([...world.members.values()].slice(0, 3));
    member.rights = [{ role: luck.one(['volunteer', 'worker', 'worker']), partner: member.home }];
    world.trace.say(`${member.id} is now ${member.rights[0]?.role}`);
  },
  async epoch(world: World) {
    world.ledger.epoch = `epoch-${Number(world.ledger.epoch.slice(6)) + 1}`;
  },
  async wipe(world: World, luck: Luck) {
    world.wipe(luck.one(world.phones));
  },
};

const usual = [
  [36, 'save'],
  [14, 'begin'],
  [38, 'go'],
  [5, 'wait'],
  [2, 'clock'],
  [1.5, 'kill'],
  [1.5, 'stray'],
  [1.5, 'accept'],
  [0.8, 'erase'],
  [0.6, 'poison'],
  [1, 'outage'],
  [0.5, 'rights'],
  [0.3, 'epoch'],
  [0.2, 'wipe'],
] as const satisfies readonly (readonly [number, Kind])[];

/** The events of a seed. Each seed has troubles of its own: more of one kind, less of another. */
export function planOf(seed: number): Plan {
  const luck = new Luck(seed);
  const mixed = usual.map(([weight, kind]) => [weight * luck.one([0.3, 1, 1, 4]), kind] as const);
  const events = Array.from(
    { length: 60 + luck.below(260) },
    (): Event => ({ kind: luck.weighed(mixed), luck: luck.below(0xffff_ffff) }),
  );
  return { seed, phones: 2 + luck.below(5), pageRows: luck.one([1, 2, 3, 5, 20, 200]), events };
}

/** A programme with two partners and a site, entered by its coordinator through the front door. */
export async function worldOf({ seed, phones, pageRows }: Omit<Plan, 'events'>, keepTrace = false): Promise<World> {
  const world = new World(pageRows, keepTrace);
  const luck = new Luck(seed ^ 0x5eed);
  const people = [
    ['member-sam', 'worker', 'northside'],
    ['member-ola', 'volunteer', 'northside'],
    ['member-kim', 'worker', 'southside'],
    ['member-lee', 'partnerCoordinator', 'northside'],
    ['member-pat', 'programmeCoordinator', 'northside'],
  ] as const;
  for (const [id, role, home] of people)
    world.members.set(id, { id, home, rights: [{ role, partner: role === 'programmeCoordinator' ? null : home }] });
  const boss = {
    member: 'member-boss',
    device: 'device-desk',
    rights: [{ role: 'programmeCoordinator', partner: null }],
  } as const;
  const writes = [
    create('partner', 'northside', 'programme', { name: 'North' }),
    create('partner', 'southside', 'programme', { name: 'South' }),
    create('site', 'site-one', 'programme', { name: 'The park' }),
  ];
  for (const home of ['northside', 'southside']) {
    const status = { is: 'running', reopened: 0 };
    writes.push(
      create('session', `session-${home}`, partnerScope(home), { site: 'site-one', day: '2026-11-22', status }),
    );
    writes.push(
      create('person', `person-${home}`, partnerScope(home), {
        knownAs: nameFor(`person-${home}`),
        leaf: 1,
        colour: 1,
      }),
    );
  }
  const entry = {
    id: 'entry-set-up',
    by: boss.member,
    device: boss.device,
    clock: 1,
    at: new Date(startMs).toISOString(),
    schema: 1,
    writes,
  };
  world.truth.entries.set(entry.id, entry);
  world.truth.pushing(boss.member, boss.device);
  const { results } = await receive(world.ledger, boss, { epoch: '', entries: [entry], scopes: {} }, startMs);
  if (results[0]?.result !== 'ok') throw new Error(`the programme was not set up: ${JSON.stringify(results)}`);
  for (let n = 0; n < phones; n += 1) {
    const [member] = people[n < 2 ? n : luck.below(people.length)] ?? people[0];
    world.addPhone(`phone${n}`, member, 1 + luck.below(2));
  }
  return world;
}

export async function play(plan: Plan, keepTrace = false): Promise<Outcome> {
  const world = await worldOf(plan, keepTrace);
  let rounds = 0;
  try {
    for (const { kind, luck } of plan.events) {
      world.trace.say(`— ${kind}`);
      await plays[kind](world, new Luck(luck));
      await world.watch.look();
      if (world.truth.broken) throw world.truth.broken;
    }
    rounds = await drain(world);
    if (world.truth.broken) throw world.truth.broken;
    await checkAgreement(world);
  } catch (fault) {
    world.truth.broken ??=
      fault instanceof Broken
        ? fault
        : new Broken('crash', fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  }
  const rows = [...world.ledger.books.rows.values()];
  world.trace.say(JSON.stringify([rows, world.phones.map((phone: Phone) => phone.store.disk.meta)]));
  return {
    hash: world.trace.hash,
    broken: world.truth.broken,
    rounds,
    saved: world.truth.saved.size,
    lines: world.trace.lines ?? [],
  };
}

/** The shortest list of events found that breaks the same invariant: parts are left out for as long as it still breaks. */
export async function shrunk(plan: Plan): Promise<Plan> {
  const invariant = (await play(plan)).broken?.invariant;
  let { events } = plan;
  for (let part = Math.ceil(events.length / 2); part >= 1; part = part === 1 ? 0 : Math.ceil(part / 2)) {
    for (let from = 0; from < events.length; ) {
      const fewer = [...events.slice(0, from), ...events.slice(from + part)];
      const { broken } = await play({ ...plan, events: fewer });
      if (broken && broken.invariant === invariant) events = fewer;
      else from += part;
    }
  }
  return { ...plan, events };
}

/** What to print when a seed breaks. */
export async function storyOf(plan: Plan): Promise<string> {
  const short = await shrunk(plan);
  const { broken, lines } = await play(short, true);
  return [
    `seed ${plan.seed}: ${broken?.message}`,
    `${short.events.length} of ${plan.events.length} events are enough:`,
    ...lines.slice(0, -1),
  ].join('\n');
}
