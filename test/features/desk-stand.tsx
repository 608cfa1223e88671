import { cleanup, render } from '@testing-library/react';
import type { ComponentType } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { stamp } from '#db/save.ts';
import { Answers, useServerSetUp, useServerView } from '#desk/answer.ts';
import { type Ask, type Desk, DeskContext } from '#desk/desk.ts';
import { allReports } from '#domain/all-reports.ts';
import { allViews } from '#domain/all-views.ts';
import type { Right } from '#domain/records/access.ts';
import type { Saying } from '#domain/records/say.ts';
import type { Report } from '#domain/reports/report.ts';
import { newWorld, passphrase, staff, type World } from '#test/server/world.ts';

/** A desk in a test: the real screens over the real server, without a port. */

export type Stand = {
  readonly cookie: string;
  readonly member: string;
  readonly device: string;
  readonly name: string;
  readonly rights: readonly Right[];
};

/** Signs a coordinator in as a desk that keeps nothing. */
export async function signIn(world: World, name: string, passphrase: string): Promise<Stand> {
  const signed = await world.say('POST', '/api/sign-in', { name, passphrase });
  const cookie = /bandstand=([^;]+)/.exec(signed.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const me = await world.say('GET', '/api/me', undefined, { cookie });
  // The first report starts the thread for them, which may take longer on a busy machine than a test waits for a screen.
  await world.say('GET', '/api/stock', undefined, { cookie });
  return { cookie, member: me.body.member.id, device: me.body.device, name, rights: me.body.rights };
}

type Team = Awaited<ReturnType<typeof staff>>;
export type Office = { world: World; team: Team; ann: Stand };

/** The world of one file of tests, with Ann at her desk, who runs the programme. @param fill what stands in it */
export function office(fill: (world: World, team: Team) => Promise<unknown> = async () => {}): Office {
  const held = {} as Office; // filled before the first test
  beforeAll(async () => {
    held.world = await newWorld();
    held.team = await staff(held.world);
    await fill(held.world, held.team);
    held.ann = await signIn(held.world, 'Ann', passphrase);
  });
  afterEach(cleanup);
  afterAll(() => held.world.close());
  return held;
}

/** `offline.now = true` and nothing answers any more. */
export type Line = { now: boolean };

export function deskOf(
  world: World,
  stand: Stand,
  offline: Line = { now: false },
  reports: readonly Report[] = allReports,
): Desk {
  const ask: Ask = async (method, path, body) => {
    if (offline.now) return { ok: false, status: 0, words: 'No answer from the server.' };
    const { status, body: answer } = await world.say(method, path, body, { cookie: stand.cookie });
    return status < 300 ? { ok: true, value: answer } : { ok: false, status, words: answer.detail };
  };
  const answers = new Answers((path) => ask('GET', path));
  return {
    me: {
      member: { id: stand.member, name: stand.name },
      programme: { id: 'p', name: 'Stepping Out' },
      rights: stand.rights,
    },
    keepsNothing: true,
    answers,
    ask,
    file: async (path) => {
      const reply = await world.say('GET', path, undefined, { cookie: stand.cookie });
      return { ok: true, value: new Blob([reply.text]) };
    },
    save: async (_words, sayings: readonly Saying[]) => {
      const saver = { member: stand.member, device: stand.device, newId: uuidv7 };
      const entry = stamp(saver, world.clock.ms, { last: 0, overwritten: [Date.UTC(2200, 0)] }, sayings);
      const got = await ask('POST', '/api/entries', { entries: [entry] });
      answers.refresh('/api/records', '/api/reports', ...allViews.map(({ name }) => `/api/${name}`));
      return got.ok && got.value.results[0]?.result === 'ok' ? null : 'refused';
    },
    useSetUp: useServerSetUp,
    useView: useServerView,
    reports,
    leave: () => {},
  };
}

/** Every answer takes a while, as on a bad network. */
export function slow(desk: Desk): Desk {
  const late = () => new Promise((resolve) => setTimeout(resolve, 300));
  return {
    ...desk,
    save: async (...words) => late().then(() => desk.save(...words)),
    ask: async (...words) => (words[0] === 'GET' ? desk.ask(...words) : late().then(() => desk.ask(...words))),
  };
}

/** Draws one screen at an address. */
export function stand(desk: Desk, Screen: ComponentType, path: string, pattern = path.split('?')[0]) {
  return render(
    <DeskContext value={desk}>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path={pattern ?? '/'} element={<Screen />} />
          <Route path="*" element={<p>another screen</p>} />
        </Routes>
      </MemoryRouter>
    </DeskContext>,
  );
}
