import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Right } from '#domain/records/access.ts';
import {
  ask,
  boxOf,
  entryOf,
  newWorld,
  openIn,
  passphrase,
  personWrite,
  push,
  staff,
  sync,
  type World,
} from './world.ts';

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
  expect(await change(team.worker.member, { give: [{ role: 'worker', partner: world.b }] })).toBe(403);
  expect(await change(team.coordinator.member, { give: [{ role: 'programmeCoordinator', partner: null }] })).toBe(403);
  const { body } = await world.say('GET', '/api/team', undefined, asCora());
  const listed = body.members.map(({ id }: { id: string }) => id);
  expect(listed).toContain(team.worker.member);
  for (const member of [both.member, team.otherWorker.member, world.ann.member]) expect(listed).not.toContain(member);
});

test('a changed role is judged by at the next request, and the phone’s scopes follow', async () => {
  const phone = await world.add('Rae', [{ role: 'worker', partner: world.a }]);
  const roles = {
    give: [{ role: 'volunteer', partner: world.b }],
    take: [{ role: 'worker', partner: world.a }],
  };
  await world.say('PATCH', `/api/team/${phone.member}`, roles, asAnn());
  const team = `partner/${world.a}/team`;
  const answer = await sync(world, phone, [], { programme: 0, [`partner/${world.a}`]: 0, [team]: 0 });
  expect([...answer.dropped].sort()).toEqual([`partner/${world.a}`, team].sort());
  expect(answer.added).toEqual([`partner/${world.b}`]);
  const own = answer.scopes.programme?.rows.find(({ id }) => id === phone.member);
  expect(own?.body).toMatchObject({ [`role/worker:${world.a}`]: false, [`role/volunteer:${world.b}`]: true });
});

test('a role given or taken leaves the others as they stand, and the last one is not taken', async () => {
  const [worker, lead] = [
    { role: 'worker', partner: world.a },
    { role: 'safeguardingLead', partner: world.a },
  ] as const;
  const phone = await world.add('Sol', [worker]);
  const change = async (body: object) => (await world.say('PATCH', `/api/team/${phone.member}`, body, asAnn())).status;
  const roles = async () => {
    const { body } = await world.say('GET', '/api/team', undefined, asAnn());
    return body.members.find(({ id }: { id: string }) => id === phone.member).roles;
  };
  expect(await change({ give: [lead], take: [worker] })).toBe(204);
  expect(await change({ take: [worker] })).toBe(204);
  expect(await change({ give: [{ role: 'volunteer', partner: world.a }] })).toBe(204);
  expect(await roles()).toHaveLength(2);
  expect(await roles()).toContainEqual(lead);
  expect(await change({ take: await roles() })).toBe(409);
});

test('somebody always runs the programme', async () => {
  const leave = await world.say('POST', `/api/team/${world.ann.member}/leave`, undefined, asAnn());
  expect(leave.status).toBe(409);
  const roles = {
    give: [{ role: 'worker', partner: world.a }],
    take: [{ role: 'programmeCoordinator', partner: null }],
  };
  expect((await world.say('PATCH', `/api/team/${world.ann.member}`, roles, asAnn())).status).toBe(409);
});

test('who leaves loses desk, codes, passphrase and tokens at once, and for good', async () => {
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
  expect((await csv()).status).toBe(401);
  expect((await world.say('POST', '/api/enrol', { code: issued.body.code, label: '' })).status).toBe(403);
  expect((await world.say('POST', `/api/team/${id}/codes`, undefined, asAnn())).status).toBe(409);
  expect((await world.say('PATCH', `/api/team/${id}`, { status: 'active' }, asAnn())).status).toBe(204);
  expect((await signIn()).status).toBe(403);
  expect((await csv()).status).toBe(401);
  expect((await world.say('POST', '/api/enrol', { code: issued.body.code, label: '' })).status).toBe(403);
  expect((await world.say('GET', '/api/me', undefined, { cookie })).status).toBe(401);
  // A new passphrase is a new way in, and nothing of the old ones comes back with it.
  await world.say('PATCH', `/api/team/${id}`, { passphrase: 'for a while only' }, asAnn());
  expect((await signIn()).status).toBe(200);
  expect((await csv()).status).toBe(401);
});

test('a lost phone stays shut when its owner works again with a new one, and what it held is still taken in', async () => {
  const lost = await world.add('Fay', [{ role: 'worker', partner: world.a }]);
  const kept = entryOf(lost, [personWrite(world.a, uuidv7(), { knownAs: 'Persephone' })]);
  expect((await push(world, lost, [kept]))[0]?.result).toBe('ok');
  await world.say('POST', `/api/team/${lost.member}/leave`, undefined, asAnn());
  await world.say('PATCH', `/api/team/${lost.member}`, { status: 'active' }, asAnn());
  const code = (await world.say('POST', `/api/team/${lost.member}/codes`, undefined, asAnn())).body.code;

  const answer = await sync(world, lost, []);
  expect(answer.scopes).toEqual({});
  expect((await sync(world, lost, [], { [`partner/${world.a}`]: 0 })).dropped).toEqual([`partner/${world.a}`]);
  const unsent = entryOf(lost, [personWrite(world.a, uuidv7())]);
  const sealed = entryOf(lost, [personWrite(world.a, uuidv7())]);
  expect((await push(world, lost, [unsent]))[0]).toMatchObject({ result: 'refused', code: 'no_right' });
  const box = boxOf(world, lost, 'entry', sealed.id, Buffer.from(JSON.stringify(sealed)));
  const handed = await world.say(
    'POST',
    '/api/sealed',
    { entries: [{ id: sealed.id, ...box }] },
    { token: lost.sendToken },
  );
  expect(handed.body.results).toMatchObject([{ result: 'refused', code: 'no_right' }]);
  const inbox = (await world.say('GET', '/api/inbox', undefined, asAnn())).body.entries;
  expect(inbox.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([unsent.id, sealed.id]));
  // Whoever holds it has none of its owner's codes, and without one it stays shut.
  const { box: sealedKey, ...beside } = boxOf(world, lost, 'recovery', lost.member, randomBytes(32));
  const guessed = { code: '2222-2222', sealedKey, ...beside, renew: true };
  expect((await world.say('POST', '/api/recover', guessed, { token: lost.sendToken })).status).toBe(403);
  expect((await sync(world, lost, [])).scopes).toEqual({});

  const phone = await world.enrol(code);
  expect(phone.member).toBe(lost.member);
  const rows = (await sync(world, phone, [])).scopes[`partner/${world.a}`]?.rows;
  expect(rows?.some(({ id }) => id === kept.writes[0]?.id)).toBe(true);
  const { body } = await world.say('GET', '/api/phones', undefined, asAnn());
  const ended = body.phones.filter(({ member }: { member: { id: string } }) => member.id === lost.member);
  expect(ended.map(({ id, ended }: { id: string; ended: boolean }) => [id, ended]).sort()).toEqual(
    [
      [lost.device, true],
      [phone.device, false],
    ].sort(),
  );
});

test('a phone that was ended comes back with a fresh code of its owner, and only with a new full token', async () => {
  const phone = await world.add('Fin', [{ role: 'worker', partner: world.a }]);
  const key = randomBytes(32);
  const { box: sealedKey, ...beside } = boxOf(world, phone, 'recovery', phone.member, key);
  const recover = (code: string, more: object) =>
    world.say('POST', '/api/recover', { code, sealedKey, ...beside, ...more }, { token: phone.sendToken });
  const issue = async () =>
    (await world.say('POST', `/api/team/${phone.member}/codes`, undefined, asAnn())).body.code ?? '2222-2222';
  await world.say('POST', `/api/team/${phone.member}/leave`, undefined, asAnn());
  expect((await recover(await issue(), { renew: true })).status).toBe(403);
  await world.say('PATCH', `/api/team/${phone.member}`, { status: 'active' }, asAnn());

  // Entered under "Add a worker", the code leads to what is here already; an app that takes no new token opens that and no more.
  const code = await issue();
  const asked = await world.say('POST', '/api/enrol', { code, label: '', here: [phone.device] });
  expect(asked.body).toEqual({ here: phone.device });
  expect((await recover(code, {})).body).toEqual({ dataKey: key.toString('base64') });
  expect((await sync(world, phone, [])).scopes).toEqual({});

  // An answer that is lost on the way costs another code, and nothing else.
  const lost = (await recover(await issue(), { renew: true })).body;
  const { dataKey, fullToken } = (await recover(await issue(), { renew: true })).body;
  expect(dataKey).toBe(key.toString('base64'));
  const status = async (token: string) => (await world.say('GET', '/api/me', undefined, { token })).status;
  expect([await status(phone.fullToken), await status(lost.fullToken)]).toEqual([401, 401]);
  const back = { ...phone, fullToken };
  const unsent = entryOf(back, [personWrite(world.a, uuidv7())]);
  expect((await push(world, back, [unsent]))[0]).toMatchObject({ result: 'ok' });
  expect((await sync(world, back, [], { [`partner/${world.a}`]: 0 })).dropped).toEqual([]);
});

test('of two phones of one person in one browser a code leads to the one not ended, then to the one with unsent work', async () => {
  const first = await world.add('Gus', [{ role: 'worker', partner: world.a }]);
  const issue = async () =>
    (await world.say('POST', `/api/team/${first.member}/codes`, undefined, asAnn())).body.code as string;
  const here = async (...phones: { device: string }[]) =>
    (await world.say('POST', '/api/enrol', { code: await issue(), label: '', here: phones.map((each) => each.device) }))
      .body.here;
  await world.say('POST', `/api/team/${first.member}/leave`, undefined, asAnn());
  await world.say('PATCH', `/api/team/${first.member}`, { status: 'active' }, asAnn());
  const second = await world.enrol(await issue());
  const third = await world.enrol(await issue());
  const says = (phone: typeof first, unsent: number) =>
    world.say(
      'POST',
      '/api/sync/1',
      { protocol: 1, epoch: '', entries: [], scopes: {}, phone: { version: '1', unsent, oldestUnsentAt: null } },
      { token: phone.fullToken },
    );
  await says(first, 9);
  await says(second, 3);
  await says(third, 0);
  expect(await here(first, second, third)).toBe(second.device);
  expect(await here(third, second, first)).toBe(second.device);
  expect(await here(first, third)).toBe(third.device);
  expect(await here(first)).toBe(first.device);
});

test('who left before leaving was for good has left for good after the update', async () => {
  const mine = await newWorld();
  const gone = await mine.add('Gil', [{ role: 'partnerCoordinator', partner: mine.a }], {
    passphrase: 'for a while only',
  });
  const token = (await mine.say('POST', '/api/export-tokens', { name: 'sheet' }, { token: gone.fullToken })).body.token;
  await mine.say('POST', `/api/team/${gone.member}/leave`, undefined, { token: mine.ann.fullToken });
  await mine.server.close();
  // As the first version left it.
  const database = new SqliteDatabase(join(mine.dataDir, 'bandstand.sqlite'));
  database.exec(`drop table written; drop table published; drop table erasure; drop table voice_link; drop table voice_held; drop table voice_visit; drop trigger tombstone_says_nothing; drop index history_row; drop table named_export; drop table answer; drop table answer_unread; drop table consent_link; drop table server_key; drop table file; drop table consent_check; drop table evidence_key; drop table link; drop table chain; delete from kysely_migration where name >= '0003';
    update export_token set revoked_at = null;
    insert into member_auth values ('${gone.member}', 'gil', 'x', 0);
    alter table phone drop column revoked_at; alter table phone drop column recovery_hash;
    alter table desk drop column seen_at; alter table audit drop column keyed; alter table "row" drop column received;
    drop index audit_device; alter table export_token drop column expires_at;
    alter table export_token drop column reports; alter table export_token drop column partners; alter table applied drop column author; alter table applied drop column at`);
  database.close();
  const again = await openIn(mine.dataDir, { now: () => mine.clock.ms });
  const csv = await ask(again, 'GET', '/api/exports/sessions.csv?from=2026-11-01&to=2026-11-30', undefined, { token });
  expect(csv.status).toBe(401);
  const phones = again.store.reader.selectFrom('phone').select(['member', 'revoked_at']);
  for (const { member, revoked_at } of await phones.execute()) expect(revoked_at !== null).toBe(member === gone.member);
  const signing = await again.store.reader.selectFrom('member_auth').select('member').execute();
  expect(signing).toEqual([{ member: mine.ann.member }]);
  await again.close();
  await mine.close();
});

test('a passphrase is for coordinators, a name signs in one person, and a new passphrase ends old desks and tokens', async () => {
  const worker = person([{ role: 'worker', partner: world.a }], { passphrase });
  expect((await world.say('POST', '/api/team', worker, asAnn())).status).toBe(400);
  const namesake = person([{ role: 'partnerCoordinator', partner: world.b }], { name: ' ánn', passphrase });
  expect((await world.say('POST', '/api/team', namesake, asAnn())).status).toBe(409);
  const signedIn = await world.say('POST', '/api/sign-in', { name: 'Cora', passphrase: 'another passphrase' });
  const cookie = /bandstand=([^;]+)/.exec(signedIn.headers.get('Set-Cookie') ?? '')?.[1] ?? '';
  const { token } = (await world.say('POST', '/api/export-tokens', { name: 'sheet' }, asCora())).body;
  const csv = () => world.say('GET', '/api/exports/sessions.csv?from=2026-11-01&to=2026-11-30', undefined, { token });
  expect((await csv()).status).toBe(200);
  await world.say('PATCH', `/api/team/${team.coordinator.member}`, { passphrase: 'a third passphrase' }, asAnn());
  expect((await world.say('GET', '/api/me', undefined, { cookie })).status).toBe(401);
  expect((await csv()).status).toBe(401);
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
