import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Body, Write } from '#domain/records/entry.ts';
import { partnerScope, privateScope, programmeScope } from '#domain/records/scopes.ts';
import { aDocument, versionOf } from '#test/domain/a-wording.ts';
import {
  entryOf,
  factWrite,
  markWrite,
  newWorld,
  type Phone,
  patchWrite,
  personWrite,
  push,
  sessionWrite,
  siteWrite,
  staff,
  today,
  type World,
} from './world.ts';

/** Who permits what, on screen and in files: everybody once in each row, and nobody’s name without a right and a reason. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
const at = '2026-11-22T12:00:00.000Z';
const first = versionOf(aDocument());

async function accepted(phone: Phone, writes: Write[]) {
  for (const result of await push(world, phone, [entryOf(phone, writes)]))
    expect(result, JSON.stringify(result)).toMatchObject({ result: 'ok' });
}

function answered(person: string, giver: string, decision: string, more: Body = {}): Write[] {
  const signing = factWrite(team.worker, 'signing', privateScope(world.a), {
    ...{ way: 'typed', typedName: 'Nadia K', giver, giverName: 'Nadia K', responsibility: 'yes', ...more },
    ...{ wording: first.sha256, language: 'en', template: 1, shownAt: at, decidedAt: at, zone: 'Europe/London' },
  });
  const consent = factWrite(team.worker, 'consent', privateScope(world.a), {
    ...{ person, purpose: 'photoInternal', giver, decision, signing: signing.id, signingHash: signing.hash },
    ...{ wording: first.sha256, day: today, decidedAt: at, replaces: [] },
  });
  return [signing, consent];
}

const people = ['amira-one', 'amira-two', 'benny-one', 'cleo-one', 'danny-one', 'evelyn-one'];

beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
  await accepted(world.ann, [
    siteWrite('windmill-hill'),
    factWrite(world.ann, 'wordingVersion', programmeScope, first),
  ]);
  await accepted(world.ann, [
    factWrite(world.ann, 'approval', programmeScope, {
      ...{ sha256: first.sha256, kind: 'says more', purposes: ['takePart'], reason: 'first', who: 'Ann', at },
    }),
  ]);
  await accepted(team.worker, [
    sessionWrite(world.a, 'session-one'),
    ...people.map((id) => personWrite(world.a, id, { knownAs: `Name${id.slice(0, 3)}` })),
    ...people.slice(0, 5).map((id) => markWrite(team.worker, world.a, 'session-one', id)),
    factWrite(team.worker, 'turnedAway', partnerScope(world.a), {
      ...{ session: 'session-one', day: today, reason: 'full', n: 3, at },
    }),
  ]);
  await accepted(team.coordinator, [
    factWrite(team.coordinator, 'alias', partnerScope(world.a), {
      ...{ of: 'person', one: 'amira-one', other: 'amira-two', is: 'same', at, replaces: [] },
    }),
  ]);
  await accepted(team.worker, [
    ...answered('amira-two', 'mother-one', 'given'),
    ...answered('benny-one', 'mother-two', 'given'),
    ...answered('benny-one', 'father-two', 'refused'),
    ...answered('cleo-one', 'granny-one', 'given', { responsibility: 'no' }),
  ]);
});
afterAll(() => world.close());

const period = `from=${today}&to=${today}`;
const get = (phone: Phone, path: string) => world.say('GET', path, undefined, { token: phone.fullToken });

type Line = { readonly purpose: string; readonly by: Readonly<Record<string, number>>; readonly everybody: number };
const photos = (lines: readonly Line[]) => lines.find(({ purpose }) => purpose === 'photoInternal');

test('every row adds up to everybody, and somebody with two badges is one', async () => {
  const { body } = await get(team.coordinator, `/api/reports/consents?${period}`);
  expect([body.came, body.onRegister]).toEqual([4, 5]);
  for (const { by, everybody } of body.lines as Line[]) {
    expect(Object.values(by).reduce((sum, n) => sum + n, 0)).toBe(everybody);
    expect(everybody).toBe(4);
  }
  expect(photos(body.lines)?.by).toMatchObject({ given: 1, differ: 1, pending: 1, never: 1 });
  expect(body.toDo).toMatchObject({ differ: 1, pending: 1, soon: 0 });
  const all = await get(team.coordinator, `/api/reports/consents?${period}&who=all`);
  expect(photos(all.body.lines)).toMatchObject({ everybody: 5, by: { never: 2 } });
});

test('who runs the programme sees that a partner’s answers are its own, until it shares them', async () => {
  const before = (await get(world.ann, `/api/reports/consents?${period}&who=all`)).body;
  expect(before.hidden.sort()).toEqual(['Alliance', 'Refocus']);
  expect(photos(before.lines)?.everybody).toBe(0);
  await accepted(team.coordinator, [patchWrite('partner', programmeScope, world.a, { namesShared: true })]);
  const after = (await get(world.ann, `/api/reports/consents?${period}&who=all`)).body;
  expect(after.hidden).toEqual(['Alliance']);
  expect(photos(after.lines)?.everybody).toBe(5);
  await accepted(team.coordinator, [patchWrite('partner', programmeScope, world.a, { namesShared: false })]);
});

test('another partner’s coordinator is told of nobody, in any of the reports', async () => {
  for (const path of ['reports/ask-again', 'reports/photos', 'exports/ask-again.csv', 'exports/photos.csv']) {
    const { status, text } = await get(team.otherCoordinator, `/api/${path}?${period}&names=yes&reason=look`);
    expect(status).toBe(200);
    expect(text).not.toMatch(/Name|amira|benny-one/);
  }
});

test('names need a reason, and stand in the log with it', async () => {
  expect((await get(team.coordinator, `/api/reports/ask-again?${period}&names=yes`)).status).toBe(400);
  const none = (await get(team.coordinator, `/api/reports/ask-again?${period}`)).body;
  expect(JSON.stringify(none)).not.toMatch(/Name|benny-one/);
  const { body } = await get(team.coordinator, `/api/reports/ask-again?${period}&names=yes&reason=renewing`);
  expect(body.lines).toContainEqual({
    ...{ person: 'benny-one', name: 'Nameben', partner: 'Refocus', why: 'differ', about: 'Photos for us', until: '' },
  });
  const log = await world.server.store.reader.selectFrom('audit').selectAll().orderBy('n', 'desc').execute();
  expect(log.some(({ action, detail }) => action === 'export ask-again' && detail.includes('renewing'))).toBe(true);
});

test('the photo list of a session says yes or no photos and never why', async () => {
  const { body } = await get(
    team.coordinator,
    `/api/reports/photos?${period}&session=session-one&names=yes&reason=camera`,
  );
  expect(body.lines.map((line: { name: string; inside: string }) => `${line.name} ${line.inside}`)).toEqual([
    'Nameami yes',
    'Nameben no photos',
    'Namecle no photos',
    'Namedan no photos',
  ]);
  expect(JSON.stringify(body.lines)).not.toMatch(/refused|differ|pending|never/);
});

test('how many could not join in is a number and a reason', async () => {
  const { body } = await get(team.coordinator, `/api/reports/turned-away?${period}`);
  expect(body.lines).toEqual([{ day: today, site: 'Windmill Hill', partner: 'Refocus', reason: 'full', n: 3 }]);
});

test('outside nobody learns of groups of few: consents, photos, who is asked and who could not join in stand in fives', async () => {
  const csv = async (report: string) => (await get(team.coordinator, `/api/exports/${report}.csv?${period}`)).text;
  const [, photosForUs = ''] = (await csv('consents')).split('\r\n');
  expect(photosForUs).toMatch(/^[^,]+(,not shown)+,fewer than 5$/);
  expect(await csv('photos')).toContain('photos_for_us,photos_for_all,people\r\n');
  expect(await csv('photos')).not.toMatch(/,\d+\r/);
  expect(await csv('ask-again')).toContain('why,people\r\nParents differ,fewer than 5\r\n');
  expect(await csv('turned-away')).toMatch(/reason,turned_away\r\n[^,]+,fewer than 5\r\n$/);
});

test('a no that waits in Needs a look is no on every list, until somebody has looked', async () => {
  const list = async () => {
    const { body } = await get(
      team.coordinator,
      `/api/reports/photos?${period}&session=session-one&names=yes&reason=camera`,
    );
    return body.lines.find(({ person }: { person: string }) => person === 'amira-one')?.inside;
  };
  const inForce = async () =>
    photos((await get(team.coordinator, `/api/reports/consents?${period}&who=all`)).body.lines)?.by;
  expect([await list(), (await inForce())?.given]).toEqual(['yes', 1]);
  // A volunteer may bring a withdrawal, but not in a parent’s name: the server keeps it.
  const no = factWrite(team.volunteer, 'consent', privateScope(world.a), {
    ...{ person: 'amira-one', purpose: 'photoInternal', giver: 'mother-one', decision: 'withdrawn' },
    ...{ toldBy: 'inPerson', day: today, decidedAt: at, replaces: [] },
  });
  const entry = entryOf(team.volunteer, [no]);
  expect((await push(world, team.volunteer, [entry]))[0]).toMatchObject({ result: 'refused' });
  expect([await list(), (await inForce())?.given]).toEqual(['no photos', 0]);
  const desk = (await get(team.coordinator, '/api/people')).body.people;
  expect(desk.find(({ id }: { id: string }) => id === 'amira-one')?.consents.photoInternal).toBe('refused');
  const whole = (await get(team.coordinator, '/api/person?of=amira-one')).body.whole.consents;
  expect(whole.find(({ purpose }: { purpose: string }) => purpose === 'photoInternal').state).toBe('refused');
  const answers = async (of = '') => (await get(team.coordinator, `/api/people/amira-one/consents${of}`)).body.consents;
  expect((await answers())[0]).toMatchObject({ state: 'given', inForce: 'refused' });
  // A giver is not told what somebody else said.
  expect((await answers('?giver=mother-one'))[0]).toMatchObject({ state: 'given', inForce: 'given' });
  await world.say('POST', `/api/inbox/${entry.id}/discard?by=${team.volunteer.member}`, undefined, {
    token: team.coordinator.fullToken,
  });
  expect([await list(), (await inForce())?.given]).toEqual(['yes', 1]);
});
