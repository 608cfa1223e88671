import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { purposes } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { privateScope } from '#domain/records/scopes.ts';
import { checkConsents } from '#server/evidence/nightly.ts';
import { verdictOn } from '#server/evidence/verify-consent.ts';
import { aDocument, aQuestion } from '#test/domain/a-wording.ts';
import { accepted, approve, signs } from '#test/server/evidence/signing.ts';
import { entryOf, factWrite, patchWrite, push, sync } from '#test/server/world.ts';
import { amira, document, guardian, type Home, nadia, newHome, yes } from './home.ts';

/** A parent answers at home: every sentence of what was promised of it. */

let home: Home;
beforeEach(async () => {
  home = await newHome();
});
afterEach(() => home.world.close());

const gone = { status: 403, body: { type: 'urn:bandstand:link-gone' } };
const dayMs = 86_400_000;

describe('one child and one grown-up on record, sent to their number', () => {
  test('a worker makes one, and the log says so without the token', async () => {
    const { status, body } = await home.mint();
    expect(status).toBe(200);
    expect(body.expiresAt).toBe('2026-11-29T12:00:00.000Z');
    const last = (await home.audited()).at(-1);
    expect(last).toMatchObject({ actor: home.team.worker.member, action: 'make link' });
    expect(JSON.parse(last?.detail ?? '')).toEqual({ link: body.id, kind: 'answer', person: amira, giver: nadia });
  });

  test('who may not take consent in the park may not ask at home: it is as if the child were not there', async () => {
    const { volunteer, lead, otherWorker, coordinator } = home.team;
    for (const phone of [volunteer, lead, otherWorker, home.world.ann])
      expect((await home.mint({}, phone)).status, phone.member).toBe(404);
    expect((await home.mint({}, coordinator)).status).toBe(200);
    expect((await home.mint({ person: 'nobody-one' })).status).toBe(404);
  });

  test('nobody who is not on record for this child, and nobody without a number', async () => {
    const { world, team } = home;
    await accepted(world, team.worker, [guardian(world, 'marta-one', { name: 'Marta', phone: '07700 900999' })]);
    expect(await home.mint({ giver: 'marta-one' })).toMatchObject({
      status: 409,
      body: { type: 'urn:bandstand:not-on-record' },
    });
    await accepted(world, team.worker, [
      guardian(world, 'piotr-one', { name: 'Piotr', phone: 'ask Nadia' }),
      patchWrite('details', privateScope(world.a), `details:${amira}`, { 'guardian/piotr-one': { is: 'father' } }),
    ]);
    expect(await home.mint({ giver: 'piotr-one' })).toMatchObject({
      status: 409,
      body: { type: 'urn:bandstand:no-number' },
    });
  });

  test('nothing that no approved wording asks', async () => {
    for (const purposes of [[], ['research']]) {
      const { status, body } = await home.mint({ purposes });
      expect([status, body.type ?? 'made']).toEqual(
        purposes.length === 0 ? [409, 'urn:bandstand:nothing-asked'] : [200, 'made'],
      );
    }
  });

  test.each([
    ['their number is another by now', { phone: '07700 900321' }],
    ['their record is closed', { status: 'closed' }],
  ])('it binds nobody once %s', async (_, change) => {
    const { world, team } = home;
    const token = await home.sent();
    await accepted(world, team.worker, [patchWrite('guardian', privateScope(world.a), nadia, change)]);
    expect(await home.read(token)).toMatchObject(gone);
    expect(await home.answer(token)).toMatchObject(gone);
    expect(await home.rows('consent')).toEqual([]);
  });

  test('nor once they are not named for the child, or the child is gone', async () => {
    const { world, team } = home;
    const first = await home.sent();
    await accepted(world, team.worker, [
      patchWrite('details', privateScope(world.a), `details:${amira}`, { [`guardian/${nadia}`]: null }),
    ]);
    expect(await home.answer(first)).toMatchObject(gone);
    const second = await home.sent({ giver: null });
    await erased('people', amira);
    expect(await home.read(second)).toMatchObject(gone);
    expect(await home.answer(second)).toMatchObject(gone);
  });

  const erased = async (what: 'people' | 'guardians', id: string) => {
    const { post, team, world } = home;
    expect((await post(`/api/${what}/${id}/erase`, { reason: 'parent' }, team.coordinator)).status).toBe(200);
    expect(await world.server.store.reader.selectFrom('consent_link').selectAll().execute()).toEqual([]);
  };

  test('nor once they were erased themselves', async () => {
    const token = await home.sent();
    await erased('guardians', nadia);
    expect(await home.read(token)).toMatchObject(gone);
    expect(await home.answer(token)).toMatchObject(gone);
    expect((await home.mint()).status).toBe(409);
  });

  test('what else changes about them ends nothing', async () => {
    const { world, team } = home;
    const token = await home.sent();
    await accepted(world, team.worker, [patchWrite('guardian', privateScope(world.a), nadia, { language: 'ro' })]);
    expect((await home.answer(token)).status).toBe(200);
  });
});

describe('the page is given the wording and the first name, and nothing else', () => {
  test('and reading it uses nothing up, however often a chat looks', async () => {
    const token = await home.sent({ language: 'en' });
    for (let look = 0; look < 5; look += 1) {
      const { status, body, text } = await home.read(token);
      expect(status).toBe(200);
      expect(body).toEqual({
        ...{ kind: 'answer', called: 'Amira', language: 'en' },
        purposes: ['takePart', 'contactSport', 'photoInternal'],
        wordings: [{ sha256: home.wording, document, asks: purposes.map(([code]) => code) }],
      });
      expect(text).not.toMatch(/Kowalska|Nadia|07700/);
    }
    expect((await home.answer(token)).status).toBe(200);
  });

  test('unknown, used, run out, called back and replaced are one answer', async () => {
    const { world } = home;
    const used = await home.sent();
    await home.answer(used);
    expect(await home.read(used)).toMatchObject(gone);
    const other = { ...yes(home.wording), name: 'Somebody Else' };
    const replaced = await home.sent();
    const { id, token: back } = (await home.mint()).body;
    await home.read(back);
    await world.say('DELETE', `/api/links/${id}`, undefined, { token: home.team.worker.fullToken });
    expect(await home.read(back)).toMatchObject(gone);
    const old = await home.sent({ giver: null });
    world.clock.ms += 7 * dayMs;
    const answers: string[] = [];
    for (const token of ['bl_nonsense', used, replaced, back, old]) {
      for (const reply of [await home.read(token), await home.post('/api/link/answer', { ...other, token })]) {
        expect(reply).toMatchObject(gone);
        answers.push(reply.text);
      }
    }
    expect(new Set(answers).size).toBe(1);
  });

  test('a wrong token is a wrong guess: from one address the answers come later and later', async () => {
    const headers = { 'X-Forwarded-For': '10.9.9.9' };
    const tries = Array.from({ length: 40 }, (_, n) =>
      home.world.say('POST', '/api/link', { token: `bl_${n}` }, { headers }),
    );
    expect((await Promise.all(tries)).map(({ status }) => status)).toContain(429);
  });

  test('the token is in no line of the log, no address and no line of the audit', async () => {
    const token = await home.sent();
    await home.answer(token);
    const kept = JSON.stringify([home.lines, await home.audited()]);
    expect(home.lines.join()).toContain('/api/link/answer');
    expect(kept).not.toContain(token);
    const stored = await home.world.server.store.reader.selectFrom('consent_link').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});

describe('the answer', () => {
  test('is written by the link, binds whom it was made for, and the name they type is evidence only', async () => {
    const { world } = home;
    const token = await home.sent();
    world.clock.ms += 60_000;
    const { body } = await home.answer(token, { name: 'J Smith', childSays: 'I like it' });
    expect(body).toMatchObject({ decidedAt: '2026-11-22T12:01:00.000Z', zone: 'Europe/London' });
    const [signing] = await home.rows('signing');
    expect(signing?.by).toMatch(/^link:/);
    expect(signing?.body).toMatchObject({
      ...{ way: 'link', giver: nadia, giverName: 'J Smith', typedName: 'J Smith', responsibility: 'yes', offsetMs: 0 },
      ...{ shownAt: '2026-11-22T12:00:00.000Z', decidedAt: '2026-11-22T12:01:00.000Z', zone: 'Europe/London' },
    });
    const consents = await home.rows('consent');
    expect(consents.map((each) => [each.body.purpose, each.body.decision, each.body.giver])).toEqual([
      ['contactSport', 'refused', nadia],
      ['photoInternal', 'given', nadia],
    ]);
    expect(consents[0]?.body).toMatchObject({ childSays: 'I like it', offsetMs: 0, replaces: [] });
    // What they left open stays asked.
    expect((await home.rows('asked')).map((each) => [each.body.purpose, each.body.how])).toEqual([
      ['takePart', 'link'],
    ]);
    expect(await home.may('photoInternal')).toBe('may');
    expect(await home.may('contactSport')).toBe('mayNot');
    const last = (await home.audited()).at(-1);
    expect(last).toMatchObject({ actor: signing?.by, action: 'answer link' });
  });

  test('reaches the worker’s phone, and the file of it verifies and says how it came', async () => {
    await home.answer(await home.sent());
    const { scopes } = await sync(home.world, home.team.worker, []);
    const [consent] = (scopes[privateScope(home.world.a)]?.rows ?? []).filter(({ type }) => type === 'consent');
    expect(consent?.received).toBe('2026-11-22T12:00:00.000Z');
    const { text } = await home.world.say('GET', `/api/consents/${consent?.id}/json`, undefined, {
      token: home.team.coordinator.fullToken,
    });
    expect(await verdictOn(text, home.world.server.store.evidence.root)).toMatchObject({ state: 'unchanged' });
    expect(text).toContain('The server, from the page of a link');
    expect(text).not.toContain('the phone said');
  });

  test('would convince a stranger: the nightly check finds nothing', async () => {
    await home.answer(await home.sent());
    const { partners, chain } = await checkConsents(home.world.server.store, home.world.clock.ms);
    expect(partners.get(home.world.a)).toMatchObject({ all: 2, complete: 2, defects: [] });
    expect(chain.whole).toBe(true);
  });

  test('of a grown-up without parental responsibility: a yes waits, a no acts at once', async () => {
    await home.answer(await home.sent(), { responsibility: 'not sure' });
    expect(await home.may('photoInternal')).toBe('missing');
    expect(await home.may('contactSport')).toBe('mayNot');
  });

  test('replaces what stands of them at the server at that moment, whatever was known as it was made', async () => {
    const { world, team, wording } = home;
    const token = await home.sent();
    const earlier = signs(team.worker, {
      ...{ partner: world.a, person: amira, giver: nadia, purpose: 'photoInternal', decision: 'refused', wording },
    });
    await accepted(world, team.worker, earlier);
    expect(await home.may('photoInternal')).toBe('mayNot');
    await home.answer(token);
    const consents = await home.rows('consent');
    expect(
      consents.find(({ by, body }) => by.startsWith('link:') && body.purpose === 'photoInternal')?.body.replaces,
    ).toEqual([earlier[1].id]);
    expect(await home.may('photoInternal')).toBe('may');
  });

  test('sent twice is one, with a link of its own that takes back: the first may never have arrived', async () => {
    const token = await home.sent();
    const first = await home.answer(token);
    home.world.clock.ms += 60_000;
    const again = await home.answer(token);
    expect(again).toMatchObject({
      status: 200,
      body: { state: 'holds', decidedAt: first.body.decidedAt, head: first.body.head },
    });
    expect(again.body.withdraw).not.toBe(first.body.withdraw);
    for (const { body } of [first, again])
      expect((await home.read(body.withdraw)).body.purposes).toEqual(['photoInternal']);
    expect(await home.rows('consent')).toHaveLength(2);
    expect(await home.rows('signing')).toHaveLength(1);
  });

  test('two that race are one: whichever is first', async () => {
    const token = await home.sent();
    const replies = await Promise.all([
      home.answer(token, { name: 'First Of Two' }),
      home.answer(token, { name: 'Second Of Two' }),
    ]);
    expect(replies.map(({ body }) => body.state).sort()).toEqual(['before', 'holds']);
    expect(await home.rows('signing')).toHaveLength(1);
  });

  test('is not given by a page that nobody read, nor to what was not asked, nor in the child’s name', async () => {
    const { token } = (await home.mint()).body;
    expect(await home.answer(token)).toMatchObject(gone);
    await home.read(token);
    const answers = [{ purpose: 'research', decision: 'given' }];
    expect((await home.answer(token, { answers })).body.type).toBe('urn:bandstand:not-asked');
    for (const name of ['Amira', 'amira kowalska'])
      expect((await home.answer(token, { name })).body.type).toBe('urn:bandstand:childs-name');
    expect((await home.answer(token)).status).toBe(200);
  });

  test('on a text that says more by now is asked again on the new one, and uses nothing up', async () => {
    const token = await home.sent();
    const next = aDocument({
      version: 2,
      purposes: [aQuestion('photoInternal', { what: 'We also print it.' }), aQuestion('contactSport')],
    });
    home.world.clock.ms += 1000;
    const newer = await approveMore(next);
    expect(await home.answer(token)).toMatchObject({ status: 409, body: { type: 'urn:bandstand:says-more' } });
    expect(await home.rows('consent')).toEqual([]);
    expect((await home.read(token)).body.wordings.map(({ sha256 }: { sha256: string }) => sha256)).toEqual([newer]);
    expect((await home.answer(token, { wording: newer })).status).toBe(200);
  });

  test('on a text that was only corrected meanwhile is good as it was read', async () => {
    const token = await home.sent();
    await approve(home.world, aDocument({ version: 2, complain: 'Tell us first, or the ICO.' }), 'corrects only');
    expect((await home.answer(token)).status).toBe(200);
    expect((await home.rows('signing'))[0]?.body.wording).toBe(home.wording);
  });
});

/** Approves the next English, which says more about photos. */
async function approveMore(document: ReturnType<typeof aDocument>): Promise<string> {
  const { ann } = home.world;
  const [sha256, at] = [hashOf(document), '2026-11-22T12:00:01.000Z'];
  await accepted(home.world, ann, [
    factWrite(ann, 'wordingVersion', 'programme', { document, sha256, at }),
    factWrite(ann, 'approval', 'programme', {
      ...{ sha256, kind: 'says more', purposes: ['photoInternal'], reason: 'prints', who: 'Ann', at },
    }),
  ]);
  return sha256;
}

describe('somebody who is not on record', () => {
  const stranger = { name: 'J Smith', relationship: 'auntUncle' };
  const inbox = async (method = 'GET', path = '/api/inbox') =>
    home.world.say(method, path, undefined, { token: home.team.coordinator.fullToken });

  test('makes only asked, and a coordinator is to look; nothing is in force', async () => {
    const token = await home.sent({ giver: null });
    const { body } = await home.answer(token, {
      ...stranger,
      answers: [{ purpose: 'photoInternal', decision: 'given' }],
    });
    expect(body.withdraw).toBeNull();
    expect(await home.rows('consent')).toEqual([]);
    expect((await home.rows('asked')).map((each) => [each.body.purpose, each.body.giver])).toEqual([
      ['takePart', undefined],
      ['contactSport', undefined],
      ['photoInternal', undefined],
    ]);
    const { entries } = (await inbox()).body;
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ code: 'not_on_record', byName: 'Somebody with a link', partner: home.world.a });
    expect(JSON.stringify(entries[0].entry)).toContain('J Smith answered by a link');
    expect(await home.may('photoInternal')).not.toBe('may');
  });

  test('leaves no word behind once the child is erased', async () => {
    await home.answer(await home.sent({ giver: null }), stranger);
    const erased = await home.post('/api/people/amira-one/erase', { reason: 'parent' }, home.team.coordinator);
    expect(erased.status).toBe(200);
    const { entries } = (await inbox()).body;
    expect(JSON.stringify(entries)).not.toMatch(/J Smith|Amira/);
    const kept = await home.world.server.store.reader.selectFrom('inbox').select('body').execute();
    expect(JSON.stringify(kept)).not.toMatch(/J Smith|Amira/);
  });

  test('has no no lost: it holds until somebody has looked', async () => {
    await home.answer(await home.sent({ giver: null }), stranger);
    expect(await home.may('contactSport')).toBe('mayNot');
    const [entry] = (await inbox()).body.entries;
    await inbox('POST', `/api/inbox/${entry.id}/discard?by=${entry.by}`);
    expect(await home.may('contactSport')).toBe('missing');
  });

  test('taken in is on record, their no stands, and their yes is asked again', async () => {
    await home.answer(await home.sent({ giver: null }), { ...stranger, name: 'Nadia Kowalska' });
    const [entry] = (await inbox()).body.entries;
    const { body } = await inbox('POST', `/api/inbox/${entry.id}/accept?by=${entry.by}`);
    expect(body.result).toMatchObject({ result: 'ok' });
    const grownups = await home.rows('guardian');
    // Nothing joins by name.
    expect(grownups.map((each) => each.body.name)).toEqual(['Nadia Kowalska', 'Nadia Kowalska']);
    expect((await home.rows('consent')).map((each) => each.body.decision)).toEqual(['refused']);
    expect(await home.may('photoInternal')).toBe('missing');
    expect(await home.may('contactSport')).toBe('mayNot');
  });
});

describe('taking back from the copy', () => {
  const takeBack = (token: string, ...asked: string[]) => home.post('/api/link/withdraw', { token, purposes: asked });

  test('the copy of an answer carries a link that shows what stands of theirs, and takes it back at once', async () => {
    const { withdraw } = (await home.answer(await home.sent())).body;
    expect((await home.read(withdraw)).body).toMatchObject({
      kind: 'withdraw',
      called: 'Amira',
      purposes: ['photoInternal'],
    });
    expect((await takeBack(withdraw, 'photoInternal')).body).toEqual({ purposes: [] });
    expect(await home.may('photoInternal')).toBe('mayNot');
    const [taken] = (await home.rows('consent')).filter(({ body }) => body.decision === 'withdrawn');
    expect(taken?.by).toMatch(/^link:/);
    expect(taken?.body).toMatchObject({ giver: nadia, toldBy: 'link' });
    // Once more changes nothing, and giving it again afterwards works at once.
    expect((await takeBack(withdraw, 'photoInternal', 'research')).status).toBe(200);
    expect(await home.rows('consent')).toHaveLength(3);
    await home.answer(await home.sent());
    expect(await home.may('photoInternal')).toBe('may');
    expect((await takeBack(withdraw, 'photoInternal')).status).toBe(200);
    expect(await home.may('photoInternal')).toBe('mayNot');
  });

  test('needs no more than the token: not the record, not the number', async () => {
    const { world, team } = home;
    const { withdraw } = (await home.answer(await home.sent())).body;
    await accepted(world, team.worker, [
      patchWrite('guardian', privateScope(world.a), nadia, { phone: '', status: 'closed' }),
      patchWrite('details', privateScope(world.a), `details:${amira}`, { [`guardian/${nadia}`]: null }),
    ]);
    world.clock.ms += 200 * dayMs;
    expect((await takeBack(withdraw, 'photoInternal')).status).toBe(200);
    expect(await home.may('photoInternal')).toBe('mayNot');
  });

  test('holds a year, and takes back nothing of anybody else', async () => {
    const { world, team, wording } = home;
    const { withdraw } = (await home.answer(await home.sent())).body;
    await accepted(world, team.worker, [
      ...signs(team.worker, {
        ...{ partner: world.a, person: amira, giver: 'piotr-one', purpose: 'research', decision: 'given', wording },
      }),
    ]);
    expect((await home.read(withdraw)).body.purposes).toEqual(['photoInternal']);
    await takeBack(withdraw, 'research');
    expect(await home.may('research')).toBe('may');
    world.clock.ms += 366 * dayMs;
    expect(await home.read(withdraw)).toMatchObject(gone);
  });

  test('a phone with signal makes one for a copy; it answers nothing', async () => {
    const { body } = await home.mint({ kind: 'withdraw', purposes: [] });
    expect((await home.answer(body.token)).status).toBe(403);
    expect((await home.mint({ kind: 'withdraw', giver: null, purposes: [] })).status).toBe(422);
    expect((await home.mint({ kind: 'withdraw', giver: amira, purposes: [] })).status).toBe(200);
  });
});

describe('links that are out', () => {
  const out = async (phone = home.team.worker) =>
    home.world.say('GET', `/api/people/${amira}/links`, undefined, { token: phone.fullToken });

  test('are shown to whoever may make them, without a token, until they are used or called back', async () => {
    const { id } = (await home.mint()).body;
    const listed = await out();
    expect(listed.body.links).toEqual([
      { id, giver: nadia, mintedAt: '2026-11-22T12:00:00.000Z', expiresAt: '2026-11-29T12:00:00.000Z' },
    ]);
    for (const phone of [home.team.volunteer, home.team.otherWorker]) {
      expect((await out(phone)).status).toBe(404);
      const reply = await home.world.say('DELETE', `/api/links/${id}`, undefined, { token: phone.fullToken });
      expect(reply.status).toBe(404);
    }
    await home.world.say('DELETE', `/api/links/${id}`, undefined, { token: home.team.coordinator.fullToken });
    expect((await out()).body.links).toEqual([]);
  });

  test('what takes back is the parent’s: it is not shown as out, and no worker calls it back', async () => {
    const { withdraw } = (await home.answer(await home.sent())).body;
    expect((await out()).body.links).toEqual([]);
    const all = await home.world.server.store.reader.selectFrom('consent_link').select('id').execute();
    expect(all).toHaveLength(2);
    for (const { id } of all) {
      const reply = await home.world.say('DELETE', `/api/links/${id}`, undefined, {
        token: home.team.coordinator.fullToken,
      });
      expect(reply.status).toBe(404);
    }
    expect((await home.read(withdraw)).status).toBe(200);
  });
});

test('no phone says anything in the name of a link', async () => {
  const { world, team } = home;
  const write = factWrite(
    { ...team.worker, member: 'link:someone', device: 'link:someone' },
    'asked',
    privateScope(world.a),
    {
      ...{ person: amira, purpose: 'research', how: 'link', day: '2026-11-22', at: '2026-11-22T12:00:00.000Z' },
    },
  );
  const entry = entryOf(team.worker, [write], { by: 'link:someone', device: 'link:someone' });
  expect(await push(world, team.worker, [entry])).toMatchObject([{ result: 'refused', code: 'other_author' }]);
  expect(await home.rows('asked')).toEqual([]);
});
