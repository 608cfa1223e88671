import { type SaveOptions, save } from '#db/save.ts';
import type { ShownOf } from '#db/shown.ts';
import { type Shown, shownById, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { stampOf } from '#domain/records/merge.ts';
import type { Saying } from '#domain/records/say.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import { standingTallies, toMark, toReplace, toTally } from '#domain/sessions/register.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { offerAgain } from '#sync/apply.ts';
import { create, fact, patch } from '#test/saying.ts';
import type { Luck } from './chance.ts';
import { askEquality, decide, decideForTwo } from './consent-commands.ts';
import { nameFor } from './erasing.ts';
import { type Hand, Nothing, oneShown, type Say } from './hand.ts';
import { DiskFull, type Ending } from './memory-store.ts';
import type { Phone } from './phones.ts';
import { stockSayings } from './stock-commands.ts';
import type { World } from './world.ts';

/** What people do with their phones, in the way the app does it: what a save names is looked up inside the save. */

const begin: Say = async ({ luck, day, home, newId, at }) => {
  const status = { is: luck.one(['planned', 'running']), reopened: 0 };
  const started = status.is === 'running' ? { actualStart: at } : {};
  return [
    create('session', newId(), partnerScope(home), {
      site: 'site-one',
      day,
      status,
      ...started,
      'activity/ball': true,
    }),
  ];
};

const badge = (luck: Luck, id: string) => ({
  knownAs: nameFor(id, luck.one(['Kayla', 'Reece', 'Amara'])),
  leaf: luck.below(24),
  colour: luck.below(6),
});

/** A mark of one person, naming what it replaces as the app does. */
async function markOf(hand: Hand, tx: StoreTx, session: Shown, person: string): Promise<Saying> {
  const { luck, at } = hand;
  const known = (await shownOf(tx, 'mark', session.id)).filter(({ body }) => body.person === person);
  const state = known.length === 0 ? 'here' : luck.one(['here', 'left', 'removed']);
  const counted = { ageBand: luck.one(['10-12', '13-15']), gender: 'NK', newness: 'not known' };
  return fact('mark', hand.newId(), session.scope, {
    session: session.id,
    person,
    day: session.body.day,
    state,
    at,
    replaces: replacesOf(known),
    ...(luck.percent(30) && { alreadyCounted: counted }),
  });
}

/** What the next mark of a pair names, of those a phone shows. */
export function replacesOf(known: readonly ShownOf<'mark'>[]): string[] {
  const confirmed = new Set(known.flatMap(({ id, standing }) => (standing === 'confirmed' ? id : [])));
  return toReplace(known.map(toMark), (id) => confirmed.has(id));
}

const mark: Say = async (hand, tx) => {
  const session = await oneShown(hand, tx, 'session');
  const person = await oneShown(hand, tx, 'person');
  return [await markOf(hand, tx, session, person.id)];
};

/** The whole van arrives: several marks in one save. */
const markAll: Say = async (hand, tx) => {
  const session = await oneShown(hand, tx, 'session');
  const people = (await shownOf(tx, 'person')).slice(0, 3);
  if (people.length === 0) throw new Nothing();
  return Promise.all(people.map(({ id }) => markOf(hand, tx, session, id)));
};

const newPerson: Say = async (hand, tx) => {
  const session = await oneShown(hand, tx, 'session');
  const id = hand.newId();
  return [create('person', id, session.scope, badge(hand.luck, id)), await markOf(hand, tx, session, id)];
};

const tally: Say = async (hand, tx) => {
  const session = await oneShown(hand, tx, 'session');
  const { luck, at } = hand;
  const said = { session: session.id, day: session.body.day, ageBand: luck.one(['10-12', '13-15']), at };
  return [fact('tally', hand.newId(), session.scope, { ...said, n: luck.one([1, 1, 1, 5, -1]) })];
};

/** Takes back a count that still stands here; another phone may be doing the same. */
const undoTally: Say = async (hand, tx) => {
  const session = await oneShown(hand, tx, 'session');
  const tallies = await shownOf(tx, 'tally', session.id);
  const standing = new Set(standingTallies(tallies.map(toTally)).map(({ id }) => id));
  const own = tallies.filter(({ id }) => standing.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (own.length === 0) throw new Nothing();
  const { id, scope, body } = hand.luck.one(own);
  return [fact('tally', hand.newId(), scope, { ...body, n: -Number(body.n), at: hand.at, undoes: id })];
};

const editPerson: Say = async (hand, tx) => {
  const person = await oneShown(hand, tx, 'person');
  const { luck } = hand;
  const body = luck.percent(50)
    ? { knownAs: nameFor(person.id, `Name ${luck.below(100)}`) }
    : { gender: luck.one(['F', 'M', null]) };
  return [patch('person', person.id, person.scope, body)];
};

const editSession: Say = async (hand, tx) => {
  const session = await oneShown(hand, tx, 'session');
  const { luck } = hand;
  const body = luck.one<Record<string, unknown>>([
    { weather: luck.one(['dry', 'rain']) },
    { 'activity/ball': luck.percent(50), 'team/sam': luck.percent(50) },
    { minutesLost: luck.below(60) },
  ]);
  return [patch('session', session.id, session.scope, body)];
};

const move: Say = async (hand, tx) => {
  const session = await oneShown(hand, tx, 'session');
  const { is, reopened } = session.body.status as { is: string; reopened: number }; // a session has one
  const { luck, at } = hand;
  if (is === 'planned')
    return [patch('session', session.id, session.scope, { status: { is: 'running', reopened }, actualStart: at })];
  if (is === 'running')
    return [
      patch('session', session.id, session.scope, {
        status: { is: luck.one(['finished', 'shortened']), reopened },
        actualEnd: at,
      }),
    ];
  const again = { status: { is: 'running', reopened: reopened + 1 }, reopenedBecause: 'Somebody came back' };
  return [patch('session', session.id, session.scope, again)];
};

/** One debrief for a session, whoever begins it: two phones make the same id. */
const debrief: Say = async (hand, tx) => {
  const session = await oneShown(hand, tx, 'session');
  const said = { session: session.id, [hand.luck.one(['wentWell', 'different'])]: `Said ${hand.luck.below(100)}` };
  return [create('debrief', `debrief:${session.id}`, teamScope(hand.home), said)];
};

const note: Say = async (hand, tx) => {
  const session = await oneShown(hand, tx, 'session');
  const said = { session: session.id, day: session.body.day, text: 'The gate was locked', at: hand.at };
  return [fact('note', hand.newId(), teamScope(hand.home), said)];
};

/** What the server refuses: a place one may not write, a record that is not there, another type's id; with good writes beside it. */
const wrong: Say = async (hand, tx) => {
  const { luck, newId, home } = hand;
  const session = await oneShown(hand, tx, 'session');
  const good = fact('tally', newId(), session.scope, {
    session: session.id,
    day: session.body.day,
    ageBand: '10-12',
    n: 1,
    at: hand.at,
  });
  const [stranger, nobody] = [newId(), newId()];
  const bad = luck.one<Saying>([
    create('person', stranger, partnerScope(home === 'northside' ? 'southside' : 'northside'), badge(luck, stranger)),
    patch('person', nobody, partnerScope(home), { knownAs: nameFor(nobody, 'Nobody') }),
    create('person', session.id, session.scope, badge(luck, session.id)),
    create('site', newId(), 'programme', { name: 'A new park' }),
    patch('session', session.id, partnerScope(home === 'northside' ? 'southside' : 'northside'), { weather: 'dry' }),
  ]);
  return luck.percent(50) ? [good, bad] : [bad];
};

const sayings = [
  [6, begin],
  [16, mark],
  [4, markAll],
  [8, newPerson],
  [10, tally],
  [5, undoTally],
  [10, editPerson],
  [9, editSession],
  [8, move],
  [7, debrief],
  [4, note],
  [5, wrong],
  [9, decide],
  [4, askEquality],
  [4, decideForTwo],
  ...stockSayings,
] as const satisfies readonly (readonly [number, Say])[];

/** A UUIDv7 of the phone's own clock. */
export function idAt(ms: number, luck: Luck): string {
  const time = Math.max(0, ms).toString(16).padStart(12, '0');
  const random = () => luck.below(0x1_0000_0000).toString(16).padStart(8, '0');
  const [a, b] = [random(), random()];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-8${a.slice(3, 6)}-${b}${a.slice(4)}`;
}

export function handOf(world: World, phone: Phone, luck: Luck): Hand {
  const nowMs = world.clockOf(phone);
  const at = toInstant(nowMs);
  const { home } = world.memberOf(phone.member);
  return { world, phone, luck, at, day: dayOf(at), home, newId: () => idAt(nowMs, luck) };
}

/** Saves what `say` says, as a person would; returns once nothing more happens by itself. */
export async function saves(
  hand: Hand,
  say: Say,
  options: SaveOptions = {},
  ending: Ending | 'dies' = 'ok',
): Promise<void> {
  const { world, phone } = hand;
  const saver = {
    member: phone.member,
    device: phone.device,
    now: () => world.clockOf(phone),
    newId: hand.newId,
    store: {
      read: phone.store.read.bind(phone.store),
      write: (async (step, work) => {
        const result = await phone.store.writeUntil(ending === 'dies' ? 'ok' : ending, step, work);
        return ending === 'ok' || typeof ending === 'object' ? result : new Promise(() => {});
      }) as typeof phone.store.write, // a phone that died never hears
    },
  };
  const saw = new Map<string, string>();
  save(
    saver,
    async (tx) => {
      const said = await say(hand, tx);
      await look(tx, said, saw);
      return said;
    },
    options,
  ).then(
    (entry) => {
      world.trace.say(
        `${phone.name} saved ${entry.id} ${entry.clock} ${entry.writes.map(({ op, type }) => `${op} ${type}`)}`,
      );
      world.truth.told(phone, entry, saw);
    },
    (fault: unknown) => {
      if (!(fault instanceof Nothing || fault instanceof DiskFull))
        return world.truth.notes('crash', fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
      world.trace.say(`${phone.name} saved nothing: ${fault.constructor.name}`);
    },
  );
  await world.settle();
  if (ending === 'rolled back' || ending === 'dies') world.killPhone(phone);
}

/** Remembers which entry stood in each field that is about to be overwritten. */
async function look(tx: StoreTx, said: readonly Saying[], saw: Map<string, string>): Promise<void> {
  const rows = await shownById(
    tx,
    said.map(({ id }) => id),
  );
  for (const [at, { id, op, body }] of said.entries()) {
    const row = rows[at];
    if (!row || op === 'fact') continue;
    for (const field of Object.keys(body)) {
      const [, entry] = stampOf(row, field);
      if (entry !== '') saw.set(`${id} ${field}`, entry);
    }
  }
}

/** One thing a person does, by chance. */
export async function doSomething(world: World, phone: Phone, luck: Luck): Promise<void> {
  const hand = handOf(world, phone, luck);
  const ending = luck.weighed<Ending | 'dies'>([
    [94, 'ok'],
    [2, 'rolled back'],
    [2, 'dies'],
    [2, { fullAtPut: 1 + luck.below(2) }],
  ]);
  const refused = [...phone.store.disk.quarantine.values()].filter(({ final }) => !final);
  if (refused.length > 0 && luck.percent(25)) return mend(hand, luck.one(refused).id);
  await saves(hand, luck.weighed(sayings), {}, ending);
}

/** What a person does about an entry in *Needs a look*. */
async function mend(hand: Hand, id: string): Promise<void> {
  const { phone, luck, world } = hand;
  const refused = phone.store.disk.quarantine.get(id);
  if (!refused) return;
  const { entry } = refused;
  const how = luck.one(['again', 'fixed', 'given up']);
  world.trace.say(`${phone.name} mends ${id}: ${how}`);
  if (how === 'again') await phone.store.write('look', (tx) => offerAgain(tx, [refused]));
  if (how === 'given up') await saves(hand, async () => [], { discards: id });
  if (how !== 'fixed') return;
  // The good writes once more, and what was missing made: the same records, in a new entry.
  const good = entry.writes.flatMap(({ hash: _, ...write }): Saying[] => {
    const { op, type, scope, body, id: record } = write;
    if (op === 'fact') return [write];
    return type === 'person' && op === 'patch'
      ? [create(type, record, scope, { ...badge(luck, record), ...body })]
      : [];
  });
  await saves(hand, async () => good, { instead: id });
}
