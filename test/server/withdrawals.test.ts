import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AnswerTo } from '#domain/all-answers.ts';
import { partnerScope, privateScope } from '#domain/records/scopes.ts';
import { aDocument, aQuestion } from '#test/domain/a-wording.ts';
import { accepted, approve, at, day, signs } from '#test/server/evidence/signing.ts';
import { entryOf, factWrite, newWorld, personWrite, push, staff, type World } from '#test/server/world.ts';

/** What a yes had reached before it was taken back: found again, and dealt with line by line. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
let wording: string;

beforeEach(async () => {
  world = await newWorld();
  team = await staff(world);
  wording = await approve(
    world,
    aDocument({
      purposes: [
        aQuestion('photoInternal'),
        aQuestion('contact'),
        aQuestion('sharePartners', { recipients: ['YGM Dance Academy'] }),
      ],
    }),
  );
  await accepted(world, team.worker, [
    personWrite(world.a, 'amira-one', { knownAs: 'Amira' }),
    personWrite(world.a, 'amira-two', { knownAs: 'Amirah' }),
    ...said('photoInternal', 'given', 'photo-yes'),
    ...said('sharePartners', 'given', 'share-yes'),
    ...said('contact', 'given', 'contact-yes'),
  ]);
});
afterEach(() => world.close());

const said = (purpose: string, decision: string, id: string, replaces: readonly string[] = []) =>
  signs(team.worker, {
    ...{ partner: world.a, person: 'amira-one', giver: 'mother-one', purpose, decision, wording },
    ...{ consent: { replaces }, ids: [`signing-of-${id}`, id] as const },
  });
const takesBack = (purpose: string, id: string, replaces: readonly string[], person = 'amira-one') =>
  factWrite(
    team.worker,
    'consent',
    privateScope(world.a),
    {
      ...{ person, purpose, giver: 'mother-one', decision: 'withdrawn', toldBy: 'inPerson' },
      ...{ day, decidedAt: at, replaces: [...replaces] },
    },
    id,
  );
const get = (path: string, phone = team.coordinator) => world.say('GET', path, undefined, { token: phone.fullToken });
type Found = AnswerTo<'GET /api/withdrawals'>['withdrawals'];
const found = async (phone = team.coordinator): Promise<Found> =>
  (await get('/api/withdrawals', phone)).body.withdrawals;
const later = () => {
  world.clock.ms += 60_000;
};
const file = (name: string) => get(`/api/exports/${name}.csv?from=${day}&to=${day}&names=yes&reason=for+the+walls`);

test('photos, groups and partners are each a thing to do; what was only joined in is none', async () => {
  expect(await found()).toEqual([]);
  await accepted(world, team.worker, [
    takesBack('photoInternal', 'photo-no', ['photo-yes']),
    takesBack('contact', 'contact-no', ['contact-yes']),
    takesBack('sharePartners', 'share-no', ['share-yes']),
    takesBack('takePart', 'joining-no', []),
  ]);
  const all = Object.fromEntries((await found()).map((each) => [each.id, each]));
  expect(all['photo-yes']).toMatchObject({ called: 'Amira', reached: [{ what: 'shown', state: 'open' }], files: [] });
  expect(all['contact-yes']).toMatchObject({ reached: [{ what: 'groups', state: 'open' }] });
  expect(all['share-yes']).toMatchObject({ reached: [{ what: 'partners' }], recipients: ['YGM Dance Academy'] });
  expect(Object.keys(all)).toHaveLength(3);
});

test('a photo list that named them before is found, by whichever badge; one made since is not', async () => {
  await accepted(world, team.worker, [
    factWrite(team.worker, 'asked', privateScope(world.a), {
      ...{ person: 'amira-one', purpose: 'research', how: 'inPerson', day, at },
    }),
  ]);
  expect((await file('ask-again')).text).toContain('amira-one');
  later();
  await accepted(world, team.coordinator, [
    factWrite(team.coordinator, 'alias', partnerScope(world.a), {
      ...{ of: 'person', one: 'amira-one', other: 'amira-two', is: 'same', at, replaces: [] },
    }),
  ]);
  await accepted(world, team.worker, [takesBack('sharePartners', 'share-no', ['share-yes'], 'amira-two')]);
  later();
  await file('ask-again');
  const [only] = (await found()).filter(({ id }) => id === 'share-yes');
  expect(only?.files.map(({ report, byName, reason, state }) => [report, byName, reason, state])).toEqual([
    ['ask-again', 'Cora', 'for the walls', 'open'],
  ]);
});

test('a refusal that takes back a yes reaches as far; a first no, an error and a yes given again reach nothing', async () => {
  await accepted(world, team.worker, [
    ...said('photoInternal', 'refused', 'photo-no', ['photo-yes']),
    ...said('research', 'refused', 'never-yes'),
    takesBack('contact', 'contact-no', ['contact-yes']),
    takesBack('sharePartners', 'share-no', ['share-yes']),
  ]);
  await accepted(world, team.worker, [...said('contact', 'given', 'contact-again', ['contact-no'])]);
  await accepted(world, team.coordinator, [
    factWrite(team.coordinator, 'enteredInError', privateScope(world.a), {
      ...{ person: 'amira-one', consent: 'share-no', at, asCoordinator: true },
    }),
  ]);
  expect((await found()).map(({ id }) => id)).toEqual(['photo-yes']);
});

test('it is one thing to do however often no is said and whoever says it, and stays done until there is another yes', async () => {
  const done = factWrite(team.coordinator, 'followUp', privateScope(world.a), {
    ...{ person: 'amira-one', consent: 'photo-yes', what: 'shown', state: 'done', day, at },
  });
  await accepted(world, team.worker, [takesBack('photoInternal', 'photo-no', ['photo-yes'])]);
  await accepted(world, team.volunteer, [
    factWrite(team.volunteer, 'consent', privateScope(world.a), {
      ...{ person: 'amira-one', purpose: 'photoInternal', decision: 'withdrawn', toldBy: 'inPerson' },
      ...{ day, decidedAt: at, replaces: [] },
    }),
  ]);
  const lines = async () => (await found()).map(({ id, reached }) => [id, reached[0]?.state]);
  expect(await lines()).toEqual([['photo-yes', 'open']]);
  await accepted(world, team.coordinator, [done]);
  // Signed anew, and refused: the photos were taken down.
  await accepted(world, team.worker, [...said('photoInternal', 'refused', 'photo-refused', ['photo-no'])]);
  expect(await lines()).toEqual([['photo-yes', 'done']]);
  await accepted(world, team.coordinator, [
    factWrite(team.coordinator, 'settled', privateScope(world.a), {
      ...{ person: 'amira-one', purpose: 'photoInternal', weighs: [], outcome: 'refused', at, replaces: [] },
    }),
  ]);
  expect(await lines()).toEqual([['photo-yes', 'done']]);
});

test('a father’s no ends the mother’s yes, and so does one that waits to be looked at', async () => {
  const [signing, no] = signs(team.worker, {
    ...{ partner: world.a, person: 'amira-one', giver: 'father-one', purpose: 'photoInternal', decision: 'refused' },
    wording,
  });
  await accepted(world, team.worker, [signing, no]);
  expect((await found()).map(({ id, state }) => [id, state])).toEqual([['photo-yes', 'differ']]);
  const kept = takesBack('contact', 'contact-no', ['contact-yes']);
  // Somebody who may not say it in a parent’s name.
  const [result] = await push(world, team.volunteer, [entryOf(team.volunteer, [kept])]);
  expect(result).toMatchObject({ result: 'refused' });
  expect((await found()).map(({ id }) => id).sort()).toEqual(['contact-yes', 'photo-yes']);
});

test('what was done stands, and done is done whoever said before that it cannot be', async () => {
  await accepted(world, team.worker, [takesBack('photoInternal', 'photo-no', ['photo-yes'])]);
  const follow = (state: 'done' | 'cannot', on: string) =>
    factWrite(team.coordinator, 'followUp', privateScope(world.a), {
      ...{ person: 'amira-one', consent: 'photo-yes', what: 'shown', state, day: on, at },
    });
  const toDo = async () =>
    (await get(`/api/reports/consents?from=${day}&to=${day}&who=all`)).body.toDo.reached as number;
  expect(await toDo()).toBe(1);
  await accepted(world, team.coordinator, [follow('cannot', '2026-11-22')]);
  expect((await found())[0]?.reached).toEqual([{ what: 'shown', state: 'cannot', day: '2026-11-22' }]);
  await accepted(world, team.coordinator, [follow('done', '2026-11-21'), follow('cannot', '2026-11-20')]);
  expect((await found())[0]?.reached).toEqual([{ what: 'shown', state: 'done', day: '2026-11-21' }]);
  expect(await toDo()).toBe(0);
});

test('another partner’s coordinator and who runs the programme see none of it, and looking is logged', async () => {
  await accepted(world, team.worker, [takesBack('photoInternal', 'photo-no', ['photo-yes'])]);
  expect(await found(team.otherCoordinator)).toEqual([]);
  expect(await found(world.ann)).toEqual([]);
  await found();
  const lines = await world.server.store.reader.selectFrom('audit').selectAll().orderBy('n', 'desc').execute();
  expect(lines[0]).toMatchObject({ action: 'read withdrawals', actor: team.coordinator.member });
  expect(lines[0]?.detail).not.toContain('Amira');
});
