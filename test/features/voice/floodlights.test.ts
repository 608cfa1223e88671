import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId, openPerson, say } from '#db/person.ts';
import { type ShownOf, shownOf, shownOne } from '#db/shown.ts';
import { readView } from '#db/views.ts';
import { fact } from '#domain/records/say.ts';
import { partnerScope, programmeScope } from '#domain/records/scopes.ts';
import { dayOf, instantAt, toInstant } from '#domain/time.ts';
import { wish } from '#domain/voice/acts.ts';
import { answerIdea, finishIdea, ideaFromWish, think } from '#domain/voice/ideas/acts.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { posterOf } from '#domain/voice/ideas/poster.ts';
import { ideasOfDesk } from '#domain/voice/ideas/view.ts';
import { tellHere } from '#features/voice/phone/tell/told-here.ts';
import { readIdeas, toTellAt } from '#features/voice/queries.ts';
import { type OpenServer, openServer } from '#server/open.ts';
import { enrolledPhone, json, type OpenPhone } from '#test/features/open-phone.ts';
import { create, patch } from '#test/saying.ts';

/**
 * Six at Northfleet wish for floodlights; the council says no. From the wish to the poster, on three phones and a server, each step
 * through the app's own acts.
 */

let server: OpenServer;
let folder: string;
let [desk, dele, marta, tunde] = [] as unknown as [OpenPhone, OpenPhone, OpenPhone, OpenPhone]; // enrolled below
let partner = '';
const [park, other] = ['northfleet-park', 'dartford-park'];

const at = (day: string, time: string) => vi.setSystemTime(Date.parse(instantAt(day, time)));

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  at('2026-09-01', '09:00');
  folder = mkdtempSync(join(tmpdir(), 'bandstand-'));
  server = await openServer({ dataDir: folder, now: Date.now });
  const set = await json(server, 'POST', '/api/setup', {
    ...{ code: server.setupCode, programmeName: 'Stepping Out', name: 'Priya N', passphrase: 'three warm words' },
    partners: ['Refocus Project'],
  });
  desk = await enrolledPhone(server, set.enrolCode);
  await desk.sync();
  await say(
    [
      [park, 'Wombwell Park, Northfleet'],
      [other, 'Central Park, Dartford'],
    ].map(([id = '', name]) => create('site', id, programmeScope, { name, status: 'active' })),
  );
  await desk.sync();
  const { records } = await json(server, 'GET', '/api/records?type=partner', undefined, desk.token);
  partner = records[0].id;
  const member = async (name: string, role: string): Promise<OpenPhone> => {
    const body = { name, roles: [{ role, partner }], vetted: role !== 'volunteer', firstAider: false };
    const { id } = await json(server, 'POST', '/api/team', body, desk.token);
    const { code } = await json(server, 'POST', `/api/team/${id}/codes`, {}, desk.token);
    const phone = await enrolledPhone(server, code);
    await phone.sync();
    return phone;
  };
  dele = await member('Dele A', 'worker');
  marta = await member('Marta K', 'worker');
  tunde = await member('Tunde O', 'volunteer');
});

afterAll(async () => {
  vi.useRealTimers();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A session as a team holds it. @param came how many are counted */
async function hold(phone: OpenPhone, id: string, day: string, came: number, is = 'running', site = park) {
  at(day, '16:00');
  await phone.inHand();
  const started = { status: { is, reopened: 0 }, actualStart: toInstant(Date.now()) };
  await say([create('session', id, partnerScope(partner), { site, day, workType: 'outreach', ...started })]);
  for (let n = 0; n < came; n += 1)
    await say([
      fact('tally', newId(), partnerScope(partner), {
        ...{ session: id, day, ageBand: '10-12', n: 1, at: toInstant(Date.now()) },
      }),
    ]);
}

const sessionOf = async (id: string): Promise<ShownOf<'session'>> => {
  const found = await openPerson().store.read((tx) => shownOne(tx, 'session', id));
  if (!found) throw new Error(`${id} is not on this phone`);
  return found;
};

/** What a phone offers to tell at a session. */
const offered = async (session: string): Promise<Idea[]> => {
  const row = await sessionOf(session);
  return toTellAt(await openPerson().store.read((tx) => readIdeas(tx, [row], dayOf(Date.now()))), row);
};

/** Says it on a phone, as *We told them* does. */
async function tellOn(phone: OpenPhone, session: string): Promise<void> {
  await phone.inHand();
  const [idea] = await offered(session);
  if (!idea) throw new Error('there is nothing to tell here');
  expect(await tellHere(idea, await sessionOf(session))).toBeNull();
}

const atDesk = async () => {
  await desk.sync();
  return openPerson().store.read((tx) => readView(tx, ideasOfDesk, toInstant(Date.now())));
};

const theIdea = async (): Promise<Idea> => {
  const [idea, ...more] = (await atDesk()).ideas;
  if (!idea || more.length > 0) throw new Error('not one idea');
  return idea;
};

test('floodlights: said by six, a no with a reason, told at two sessions, closed with the people reached, on the poster', async () => {
  // Six wish for it in their own words, at one session.
  await hold(dele, 'session-one', '2026-09-01', 0);
  const asking = { partner, session: 'session-one', site: park, day: '2026-09-01' };
  for (const words of ['Floodlights', 'floodlights', 'Floodlights ', 'FLOODLIGHTS', 'Floodlights', 'Floodlights'])
    await say([wish(asking, { kind: 'equipment', age: 'O10', words }, newId(), toInstant(Date.now()))]);
  await dele.sync();

  // One press at the desk makes it an idea, with its count and its park.
  const { wished } = await atDesk();
  expect(wished).toMatchObject([{ name: 'Floodlights', n: 6, site: park, isListed: false }]);
  if (!wished[0]) throw new Error('nothing was wished for');
  await say([ideaFromWish(wished[0], newId())]);
  expect((await atDesk()).wished).toEqual([]);
  expect(await theIdea()).toMatchObject({ heard: 6, sites: [park], stage: 'heard', title: '' });

  at('2026-09-03', '10:00');
  await say([think(await theIdea(), 'Dele A asks the council')]);
  expect(await theIdea()).toMatchObject({ stage: 'thinking', decision: '' });
  at('2026-09-15', '10:00');
  const reason = 'The council says they cost too much here.';
  await say([
    answerIdea(await theIdea(), { decision: 'no', reason, title: 'Floodlights at Northfleet', day: '2026-09-15' }),
  ]);
  await say([finishIdea(await theIdea(), { action: 'We start at 15:30 in winter instead.', doneOn: '2026-09-16' })]);
  for (const phone of [desk, dele, marta, tunde]) await phone.sync();

  // A volunteer sees nothing of it.
  await tunde.inHand();
  expect(await openPerson().store.read((tx) => shownOf(tx, 'idea'))).toEqual([]);

  // Two phones tell it at one session, neither knows of the other, and there is no signal.
  await hold(dele, 'session-two', '2026-09-22', 16);
  await dele.sync();
  await marta.sync();
  await tellOn(dele, 'session-two');
  expect(await offered('session-two')).toEqual([]);
  await tellOn(marta, 'session-two');
  await dele.sync();
  await marta.sync();
  expect(await theIdea()).toMatchObject({ isClosed: true, told: [{ session: 'session-two' }] });

  // It was closed only while no other session was held there; told by mistake at a cancelled one, and at another park, it stays open.
  await hold(dele, 'session-three', '2026-09-29', 15);
  expect(await theIdea()).toMatchObject({ isClosed: true });
  await dele.sync();
  expect(await theIdea()).toMatchObject({ isClosed: false });
  await hold(dele, 'session-wet', '2026-09-30', 0);
  await tellOn(dele, 'session-wet');
  await say([patch('session', 'session-wet', partnerScope(partner), { status: { is: 'cancelled', reopened: 0 } })]);
  await hold(dele, 'session-away', '2026-10-01', 9, 'running', other);
  expect(await offered('session-away')).toEqual([]);
  await dele.sync();
  expect(await theIdea()).toMatchObject({ isClosed: false });

  // Told at the second session.
  await dele.inHand();
  await tellOn(dele, 'session-three');
  await dele.sync();
  const closed = await theIdea();
  expect(closed).toMatchObject({ isClosed: true, stage: 'done', decision: 'no', reason });

  // T14, from the server.
  at('2026-10-02', '12:00');
  const period = 'from=2026-09-01&to=2026-12-31';
  const report = await json(server, 'GET', `/api/reports/you-said-we-did?${period}`, undefined, desk.token);
  expect(report.lines).toMatchObject([
    {
      ...{ idea: 'Floodlights at Northfleet', site: 'Wombwell Park, Northfleet', heard: 6, decision: 'no', reason },
      ...{ daysToAnswer: 14, doneOn: '2026-09-16', told: 2, reached: 31, isClosed: true },
    },
  ]);
  expect(report.totals).toMatchObject({
    ...{ received: 1, answered: 1, yes: 0, part: 0, no: 1, notSaid: 0, waiting: 0, overdue: 0, told: 1, toTell: 0 },
    ...{ closed: 1, toldBefore: 0, medianDays: 14, daysNotRecorded: 0, sessions: 2, reached: 31 },
  });
  const csv = await json(
    server,
    'GET',
    `/api/exports/you-said-we-did.csv?${period}&profile=internal`,
    undefined,
    desk.token,
  );
  expect(csv).toContain(
    `Floodlights at Northfleet,"Wombwell Park, Northfleet",Refocus Project,2026-09-01,6,Closed,14,No,${reason},2026-09-16,2,31`,
  );
  const elsewhere = `/api/reports/you-said-we-did?${period}&site=${other}`;
  expect((await json(server, 'GET', elsewhere, undefined, desk.token)).lines).toEqual([]);

  // On the poster, with its reason, in the coordinator's words.
  const poster = posterOf([closed], { from: '2026-09-01', to: '2026-12-31', site: park });
  expect(poster).toMatchObject({
    lines: [{ title: 'Floodlights at Northfleet', decision: 'no', reason, heard: 6, isDone: true }],
    left: [],
  });
});
