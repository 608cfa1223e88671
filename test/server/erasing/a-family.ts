import type { Body, Write } from '#domain/records/entry.ts';
import { partnerScope, privateScope, reasonsScope } from '#domain/records/scopes.ts';
import { aDocument } from '#test/domain/a-wording.ts';
import { accepted, approve, signs } from '#test/server/evidence/signing.ts';
import {
  entryOf,
  factWrite,
  markWrite,
  type Phone,
  patchWrite,
  personWrite,
  push,
  sessionWrite,
  siteWrite,
  staff,
  today,
  type World,
} from '#test/server/world.ts';

/** A brother and a sister, and everything there can be of them: the one is erased, and of the other nothing may go with it. */

export const at = '2026-11-22T12:00:00.000Z';
/** What stands nowhere else. */
export const words = {
  name: 'Zebedeeq',
  full: 'Zebedeeq Quillfeather',
  father: 'Ignatzius Quillfeather',
  number: '07700 900963',
  mustDo: 'Blisterpack in the left pocket',
  reason: 'Courtorder of Marvelton',
  said: 'Only on grassblades',
  before: 'Zebadooq',
} as const;
export const zeb = '019a9b60-1a00-7c44-9b0e-5d2f8a7c6e31';
export const zebAgain = '019a9b60-1a00-7c44-9b0e-5d2f8a7c6e32';
export const sister = '019a9b60-1a00-7c44-9b0e-5d2f8a7c6e33';
export const session = '019a9b60-1a00-7c44-9b0e-5d2f8a7c6e34';
export const mother = 'mother-of-both';
export const father = 'father-of-zeb';

export const detailsWrite = (partner: string, person: string, body: Body): Write => ({
  op: 'create',
  type: 'details',
  id: `details:${person}`,
  scope: privateScope(partner),
  body: { person, ...body },
});

const guardianWrite = (partner: string, id: string, name: string, phone: string): Write => ({
  op: 'create',
  type: 'guardian',
  id,
  scope: privateScope(partner),
  body: { name, phone },
});

const parent = { is: 'mother', responsibility: 'yes' };

export type Family = Awaited<ReturnType<typeof aFamily>>;

export async function aFamily(world: World) {
  const { a } = world;
  const team = await staff(world);
  const wording = await approve(world, aDocument());
  const { worker, coordinator } = team;
  const fact = (phone: Phone, type: string, scope: string, body: Body) => factWrite(phone, type, scope, body);
  await accepted(world, world.ann, [siteWrite('windmill-hill')]);
  const marks = [zeb, zebAgain, sister].map((person) => markWrite(worker, a, session, person, { level: 'joined_in' }));
  await accepted(world, worker, [
    sessionWrite(a, session),
    personWrite(a, zeb, { knownAs: words.before, ageBand: '10-12', ageBandOn: today }),
    personWrite(a, zebAgain, { knownAs: words.name }),
    personWrite(a, sister, { knownAs: 'Sukiq' }),
    ...marks,
  ]);
  await accepted(world, worker, [patchWrite('person', partnerScope(a), zeb, { knownAs: words.name })]);
  await accepted(world, worker, [
    guardianWrite(a, mother, 'Nadia Quillfeather', '07700 900111'),
    guardianWrite(a, father, words.father, words.number),
    detailsWrite(a, zeb, {
      fullName: words.full,
      born: '2014-05-03',
      [`guardian/${mother}`]: parent,
      [`guardian/${father}`]: { is: 'father', responsibility: 'yes' },
      'need/one': { kind: 'medical', name: 'Asthma', do: words.mustDo },
    }),
    detailsWrite(a, sister, { fullName: 'Sukiq Quillfeather', [`guardian/${mother}`]: parent }),
  ]);
  // The mother signs once for both; the father signs for his own.
  const signsFor = (person: string, giver: string, purpose: string, more: { consent?: Body } = {}) =>
    signs(worker, { ...{ partner: a, person, giver, purpose, decision: 'given', wording }, ...more });
  const [shared, zebs] = signsFor(zeb, mother, 'takePart');
  const { hash: _, ...sisters } = signsFor(sister, mother, 'takePart')[1];
  const sistersConsent = factWrite(worker, 'consent', privateScope(a), {
    ...sisters.body,
    ...{ signing: shared.id, signingHash: shared.hash },
  });
  const [fathers, fromFather] = signsFor(zeb, father, 'photoInternal', { consent: { limits: words.said } });
  await accepted(world, worker, [shared, zebs, sistersConsent]);
  await accepted(world, worker, [fathers, fromFather]);
  const boxes = fact(worker, 'movement', partnerScope(a), {
    ...{ kind: 'given out', set: 'football', n: 1, from: 'store-one', day: today, at, for: [zeb, sister], session },
  });
  await accepted(world, worker, [
    fact(worker, 'eligibility', privateScope(a), {
      ...{ person: zeb, reason: 'agreedBreak', until: '2026-12-01', at, replaces: [] },
    }),
    fact(worker, 'reason', reasonsScope(a), { about: fromFather.id, text: words.reason, at }),
    fact(worker, 'look', reasonsScope(a), { person: zeb, session, at }),
    boxes,
  ]);
  await accepted(world, coordinator, [
    fact(coordinator, 'followUp', privateScope(a), {
      ...{ person: zeb, consent: fromFather.id, what: 'shown', state: 'done', day: today, at },
    }),
    fact(coordinator, 'alias', partnerScope(a), {
      ...{ of: 'person', one: zeb, other: zebAgain, is: 'same', at, replaces: [] },
    }),
  ]);
  // A volunteer may not write it: the inbox keeps it.
  await push(world, team.volunteer, [
    entryOf(team.volunteer, [patchWrite('person', partnerScope(a), zeb, { knownAs: words.full })]),
  ]);
  return { ...team, wording, shared, zebs, sistersConsent, fathers, fromFather, marks, boxes };
}

export const eraseAs = (world: World, phone: Phone, id: string, reason = 'parent') =>
  world.say('POST', `/api/people/${id}/erase`, { reason }, { token: phone.fullToken });
