import { shownOf, shownOfIds } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { inForceOf, ofPerson, type Said, toReplace, unreplaced } from '#domain/people/consents/in-force.ts';
import { saidIn, termsOf } from '#domain/people/consents/said.ts';
import { mayFor } from '#domain/people/consents/standing.ts';
import { equalityAnswered } from '#domain/people/equality/asking.ts';
import { rowsOf } from '#domain/records/body.ts';
import { factHash } from '#domain/records/entry.ts';
import type { RecordType } from '#domain/records/records.ts';
import type { Row } from '#domain/records/row.ts';
import type { Saying } from '#domain/records/say.ts';
import { partnerOf, privateScope } from '#domain/records/scopes.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { fact } from '#test/saying.ts';
import { type Hand, Nothing, oneShown, type Say } from './hand.ts';
import type { Phone } from './phones.ts';
import type { World } from './world.ts';

/** Parents who answer on several phones, and what must be in force of it: the same everywhere, and what each of them last said. */

const givers = ['mother', 'father'] as const;
const wording = 'a'.repeat(64);

/** What a phone, or the server, knows of permissions. */
async function saidHere(tx: StoreTx, scope: string, person?: string): Promise<Said> {
  const consent = await shownOf(tx, 'consent', person);
  const signing = await shownOfIds(
    tx,
    'signing',
    consent.flatMap(({ body }) => body.signing ?? []),
  );
  const none = { gillick: [], enteredInError: [], settled: [], asked: [], limitsRead: [], alias: [] };
  return saidIn({ ...none, consent, signing }, scope, termsOf([]));
}

/** The ids of a giver’s answers that a decision was made in the knowledge of. */
const knew = new WeakMap<World, Map<string, ReadonlySet<string>>>();

/** One answer of one giver about one person, signed with what was signed. */
async function answerFor(hand: Hand, tx: StoreTx, person: string, signing: Saying, giver: string): Promise<Saying> {
  const { luck, newId, at, phone, world } = hand;
  const known = await saidHere(tx, signing.scope, person);
  const id = newId();
  const all = knew.get(world) ?? new Map<string, ReadonlySet<string>>();
  all.set(id, new Set(known.consents.map((each) => each.id)));
  knew.set(world, all);
  return fact('consent', id, signing.scope, {
    ...{ person, purpose: 'photoInternal', giver, decision: luck.one(['given', 'given', 'refused']), wording },
    ...{ signing: signing.id, signingHash: factHash(signing, phone.member, phone.device) },
    ...{ day: dayOf(at), decidedAt: at, replaces: toReplace(known, { person, purpose: 'photoInternal', giver }) },
  });
}

const signedBy = ({ newId, at }: Hand, giver: string, scope: string): Saying =>
  fact('signing', newId(), privateScope(partnerOf(scope) ?? ''), {
    ...{ way: 'typed', typedName: giver, giver, giverName: giver, responsibility: 'yes', wording, language: 'en' },
    ...{ template: 1, shownAt: at, decidedAt: at, zone: 'Europe/London' },
  });

export const decide: Say = async (hand, tx) => {
  const { id: person, scope } = await oneShown(hand, tx, 'person');
  const giver = `${hand.luck.one(givers)}-of-${person}`;
  const signing = signedBy(hand, giver, scope);
  return [signing, await answerFor(hand, tx, person, signing, giver)];
};

/** One signature for two children: what is said of the one must not go with the other. */
export const decideForTwo: Say = async (hand, tx) => {
  const [one, other] = [await oneShown(hand, tx, 'person'), await oneShown(hand, tx, 'person')];
  if (one.id === other.id || one.scope !== other.scope) throw new Nothing();
  const signing = signedBy(hand, 'mother-of-two', one.scope);
  const answers = [one, other].map(({ id }) => answerFor(hand, tx, id, signing, 'mother-of-two'));
  return [signing, ...(await Promise.all(answers))];
};

/** Somebody answers equality questions: what they say goes another way, and only the key goes with the phone's entries. */
export const askEquality: Say = async (hand, tx) => {
  const person = await oneShown(hand, tx, 'person');
  const key = () => hand.luck.below(0x1_0000).toString(16).padStart(4, '0');
  return [
    equalityAnswered(
      person,
      `${key()}${key()}-${key()}-4${key().slice(1)}-8${key().slice(1)}-${key()}${key()}${key()}`,
    ),
  ];
};

/** I19: every phone that may read it says of everybody what the server says, and that is what their parents last said. */
export async function samePermissions(world: World, phone: Phone): Promise<void> {
  const rows = [...world.ledger.books.rows.values()];
  const at = { now: toInstant(world.nowMs), day: dayOf(world.nowMs) };
  for (const scope of phone.store.disk.scopes.keys()) {
    if (!scope.endsWith('/private')) continue;
    const here = ofPerson(await phone.store.read((tx) => saidHere(tx, scope)));
    const there = ofPerson(saidThere(rows, scope));
    const people = new Set(
      left(rows, 'consent').flatMap(({ scope: home, body }) => (home === scope ? body.person : [])),
    );
    for (const person of people) {
      const asked = { person, purpose: 'photoInternal' } as const;
      const [shown, is] = [inForceOf(here(person), asked, at).state, inForceOf(there(person), asked, at).state];
      if (shown !== is) world.truth.breaks('I19', `${phone.name} says ${shown} of ${person}, not ${is}`);
    }
  }
}

/** Those that nobody was erased from. */
const left = <T extends RecordType>(rows: readonly Row[], type: T) =>
  rowsOf(
    rows.filter(({ deleted }) => !deleted),
    type,
  );

const saidThere = (rows: readonly Row[], scope: string): Said =>
  saidIn(
    {
      ...{ gillick: [], enteredInError: [], settled: [], asked: [], limitsRead: [], alias: [] },
      consent: left(rows, 'consent'),
      signing: left(rows, 'signing'),
    },
    scope,
    termsOf([]),
  );

/** What stands of each giver is what they said last, as far as whoever asked them could know; and a badge shows that. */
export function permissionsAreMeant(world: World): void {
  const rows = [...world.ledger.books.rows.values()];
  const at = { now: toInstant(world.nowMs), day: dayOf(world.nowMs) };
  const consents = left(rows, 'consent');
  for (const [person, own] of Map.groupBy(consents, ({ body }) => body.person)) {
    const [first] = own;
    if (!first) continue;
    const said = ofPerson(saidThere(rows, first.scope))(person);
    const meant = own.filter(
      ({ id, body }) => !own.some((later) => later.body.giver === body.giver && knows(world, later.id, id)),
    );
    const standing = unreplaced(said, said.consents).map(({ id }) => id);
    if (
      [...standing].sort().join() !==
      meant
        .map(({ id }) => id)
        .sort()
        .join()
    )
      world.truth.breaks('I19', `of ${person} stands ${standing}, though they last said ${meant.map(({ id }) => id)}`);
    const state = inForceOf(said, { person, purpose: 'photoInternal' }, at);
    const badge = world.ledger.books.rows.get(`standing:${person}`)?.body['may/photoInternal'];
    if (badge !== mayFor(state) && state.state !== 'ranOut')
      world.truth.breaks('I19', `the badge of ${person} says ${badge}, and in force is ${state.state}`);
  }
}

const knows = (world: World, later: string, id: string): boolean => knew.get(world)?.get(later)?.has(id) === true;
