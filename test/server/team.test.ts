import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Right } from '#domain/access.ts';
import { newWorld, passphrase, staff, sync, type World } from './world.ts';

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
});
afterAll(() => world.close());

const asCora = () => ({ token: team.coordinator.fullToken });
const asAnn = () => ({ token: world.ann.fullToken });
const person = (roles: Right[], more: object = {}) => ({
  name: 'New',
  roles,
  vetted: false,
  firstAider: false,
  ...more,
});

test('a partner’s coordinator hands out no right they do not hold', async () => {
  const give = async (role: Right['role'], partner: string | null) =>
    (await world.say('POST', '/api/team', person([{ role, partner }]), asCora())).status;
  expect(await give('volunteer', world.a)).toBe(200);
  expect(await give('worker', world.a)).toBe(200);
  expect(await give('partnerCoordinator', world.a)).toBe(200);
  expect(await give('volunteer', world.b)).toBe(403);
  expect(await give('partnerCoordinator', world.b)).toBe(403);
  expect(await give('programmeCoordinator', null)).toBe(403);
  expect(await give('safeguardingLead', world.a)).toBe(403);
  expect(await give('safeguardingLead', null)).toBe(403);
  expect(await give('worker', null)).toBe(400);
  expect(await give('worker', 'no-such-partner')).toBe(403);
});

test('a partner’s coordinator manages only their partner’s own people, and cannot come in as another', async () => {
  const both = await world.add('Bo', [
    { role: 'worker', partner: world.a },
    { role: 'worker', partner: world.b },
  ]);
  const change = async (member: string, body: object) =>
    (await world.say('PATCH', `/api/team/${member}`, body, asCora())).status;
  const issue = async (member: string) =>
    (await world.say('POST', `/api/team/${member}/codes`, undefined, asCora())).status;
  const end = async (member: string) =>
    (await world.say('POST', `/api/team/${member}/leave`, undefined, asCora())).status;
  for (const member of [both.member, team.otherWorker.member, world.ann.member, team.lead.member]) {
    expect(await change(member, { name: 'Mine' })).toBe(403);
    expect(await issue(member)).toBe(403);
    expect(await end(member)).toBe(403);
  }
  expect(await change(team.worker.member, { vetted: false })).toBe(204);
  expect(await issue(team.worker.member)).toBe(200);
  expect(await change(team.worker.member, { roles: [{ role: 'worker', partner: world.b }] })).toBe(403);
  expect(await change(team.coordinator.member, { roles: [{ role: 'programmeCoordinator', partner: null }] })).toBe(403);
  const { body } = await world.say('GET', '/api/team', undefined, asCora());
  const listed = body.members.map(({ id }: { id: string }) => id);
  expect(listed).toContain(team.worker.member);
  for (const member of [both.member, team.otherWorker.member, world.ann.member]) expect(listed).not.toContain(member);
});

test('a changed role is judged by at the next request, and the phone’s scopes follow', async () => {
  const phone = await world.add('Rae', [{ role: 'worker', partner: world.a }]);
  const roles = [{ role: 'volunteer', partner: world.b }];
  await world.say('PATCH', `/api/team/${phone.member}`, { roles }, asAnn());
  const team = `partner/${world.a}/team`;
  const answer = await sync(world, phone, [], { programme: 0, [`partner/${world.a}`]: 0, [team]: 0 });
  expect([...answer.dropped].sort()).toEqual([`partner/${world.a}`, team].sort());
  expect(answer.added).toEqual([`partner/${world.b}`]);
  const own = answer.scopes.programme?.rows.find(({ id }) => id === phone.member);
  expect(own?.body).toMatchObject({ [`role/worker:${world.a}`]: false, [`role/volunteer:${world.b}`]: true });
});

test('somebody always runs the programme', async () => {
  const leave = await world.say('POST', `/api/team/${world.ann.member}/leave`, undefined, asAnn());
  expect(leave.status).toBe(409);
  const roles = [{ role: 'worker', partner: world.a }];
  expect((await world.say('PATCH', `/api/team/${world.ann.member}`, { roles }, asAnn())).status).toBe(409);
});

test('who leaves loses desk, codes and rights at once; who comes back has them again', async () => {
  const made = await world.say(
    'POST',
    '/api/team',
    person([{ role: 'partnerCoordinator', partner: world.a }], { name: 'Dee', passphrase: 'for a while only' }),
    asAnn(),
  );
  const { id } = made.body;
  const issued = await world.say('POST', `/api/team/${id}/codes`, undefined, asAnn());
  const signIn = () => world.say('POST', '/api/sign-in', { name: 'Dee', passphrase: 'for a while only' });
  const cookie = /bandstand=([^;]+)/.exec((await signIn()).headers.get('Set-Cookie') ?? '')?.[1] ?? '';
  const token = (await world.say('POST', '/api/export-tokens', { name: 'sheet' }, { cookie })).body.token;
  const csv = () => world.say('GET', '/api/exports/sessions.csv?from=2026-11-01&to=2026-11-30', undefined, { token });
  expect((await csv()).status).toBe(200);
  await world.say('POST', `/api/team/${id}/leave`, undefined, asAnn());
  expect((await world.say('GET', '/api/me', undefined, { cookie })).status).toBe(401);
  expect((await signIn()).status).toBe(403);
  expect((await csv()).status).toBe(403);
  expect((await world.say('POST', '/api/enrol', { code: issued.body.code, label: '' })).status).toBe(403);
  expect((await world.say('POST', `/api/team/${id}/codes`, undefined, asAnn())).status).toBe(409);
  expect((await world.say('PATCH', `/api/team/${id}`, { status: 'active' }, asAnn())).status).toBe(204);
  expect((await signIn()).status).toBe(200);
  // The desk that was left open then stays signed out.
  expect((await world.say('GET', '/api/me', undefined, { cookie })).status).toBe(401);
});

test('a passphrase is for coordinators, a name signs in one person, and a new passphrase ends old desks', async () => {
  const worker = person([{ role: 'worker', partner: world.a }], { passphrase });
  expect((await world.say('POST', '/api/team', worker, asAnn())).status).toBe(400);
  const namesake = person([{ role: 'partnerCoordinator', partner: world.b }], { name: ' ánn', passphrase });
  expect((await world.say('POST', '/api/team', namesake, asAnn())).status).toBe(409);
  const signedIn = await world.say('POST', '/api/sign-in', { name: 'Cora', passphrase: 'another passphrase' });
  const cookie = /bandstand=([^;]+)/.exec(signedIn.headers.get('Set-Cookie') ?? '')?.[1] ?? '';
  await world.say('PATCH', `/api/team/${team.coordinator.member}`, { passphrase: 'a third passphrase' }, asAnn());
  expect((await world.say('GET', '/api/me', undefined, { cookie })).status).toBe(401);
  expect((await world.say('POST', '/api/sign-in', { name: 'Cora', passphrase: 'a third passphrase' })).status).toBe(
    200,
  );
});

test('an export token can be revoked by its maker and the programme, not by another partner', async () => {
  const made = await world.say('POST', '/api/export-tokens', { name: 'sheet' }, asCora());
  const path = `/api/export-tokens/${made.body.id}`;
  expect((await world.say('DELETE', path, undefined, { token: team.otherCoordinator.fullToken })).status).toBe(404);
  const listed = await world.say('GET', '/api/export-tokens', undefined, asCora());
  expect(listed.text).not.toContain(made.body.token);
  expect((await world.say('DELETE', path, undefined, asAnn())).status).toBe(204);
  const csv = await world.say('GET', '/api/exports/sessions.csv?from=2026-11-01&to=2026-11-30', undefined, {
    token: made.body.token,
  });
  expect(csv.status).toBe(401);
});
