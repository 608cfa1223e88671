// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { type ReactNode, Suspense } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Fault } from '#app/fault.tsx';
import { deskScreens, workerScreens } from '#app/routes.tsx';
import { DeskContext } from '#desk/desk.ts';
import { type Body, factHash, type Write } from '#domain/records/entry.ts';
import { born } from '#domain/records/merge.ts';
import { type RecordType, recordTypes, shapeOf } from '#domain/records/records.ts';
import { partnerScope, programmeScope, scopeOfKind } from '#domain/records/scopes.ts';
import { addDays, dayOf } from '#domain/time.ts';
import { writing } from '#server/sql-ledger.ts';
import { aDocument, versionOf } from '#test/domain/a-wording.ts';
import { deskOf, type Stand, signIn } from '#test/features/desk-stand.tsx';
import { enrolledPhone, type OpenPhone } from '#test/features/open-phone.ts';
import { readyForm } from '#test/server/feedback/forms.ts';
import { entryOf, judging, newWorld, type Phone, push, type World } from '#test/server/world.ts';
import { eachBody, type Links, oddBodies } from './bodies.ts';

/** Whatever the server takes in is drawn on every screen and goes into every file. */

const today = dayOf(Date.now());

/** The server lets nobody ask without end: it gets later between two readings. */
let laterMs = 0;
let world: World;
let coordinator: Phone;
let phone: OpenPhone;
let stand: Stand;
let links: Links;
/** Ids of what was taken in, by type. */
const made: Record<string, string[]> = {};

beforeAll(async () => {
  world = await newWorld({ now: () => Date.now() + laterMs });
  const roles = [
    { role: 'programmeCoordinator' as const, partner: null },
    { role: 'partnerCoordinator' as const, partner: world.a },
  ];
  coordinator = await world.add('Cora', roles, { passphrase: 'another passphrase' });
  // Who also reads the families of one partner: what is hidden is never drawn.
  stand = await signIn(world, 'Cora', 'another passphrase');
  const issued = await world.say('POST', `/api/team/${coordinator.member}/codes`, undefined, {
    token: world.ann.fullToken,
  });
  phone = await enrolledPhone(world.server, issued.body.code);
  links = await firstRecords();
});
afterAll(() => world.close());

/** A session that runs now, somebody in it, a set, a van and a park: what odd records are about. */
async function firstRecords(): Promise<Links> {
  const [session, person, set, site, holder, activity] = Array.from({ length: 6 }, () => uuidv7());
  const create = (type: string, id: string | undefined, scope: string, body: Body): Write => ({
    ...{ op: 'create', type, id: id ?? '', scope, body },
  });
  const home = partnerScope(world.a);
  const status = { is: 'running', reopened: 0 };
  const written = versionOf(aDocument());
  const form = await readyForm('today-old');
  await takenIn([
    writeOf('wordingVersion', written),
    ...form.sayings.map(({ type, body }) => writeOf(type as RecordType, body)),
    create('site', site, programmeScope, { name: 'Hill' }),
    create('activity', activity, programmeScope, { name: 'Ball' }),
    create('set', set, programmeScope, { name: 'Football', kind: 'U10', version: 1 }),
    create('session', session, home, { site, day: today, status, actualStart: `${today}T00:00:00.000Z` }),
    create('person', person, home, { knownAs: 'Kayla', leaf: 1, colour: 1 }),
    create('holder', holder, home, { name: 'Van', kind: 'van' }),
  ]);
  const ids = (...all: (string | undefined)[]) => all.flatMap((id) => id ?? []);
  return {
    ...{
      session: ids(session),
      person: ids(person),
      set: ids(set),
      site: ids(site),
      from: ids(holder),
      to: ids(holder),
    },
    ...{ holder: ids(holder), what: ids(set, activity), movedTo: ids(site), day: [today] },
    // A form is one document: no field of it says by itself what it must be.
    document: [form.document],
    answer: [crypto.randomUUID()],
    ...{ sha256: [written.sha256, form.sha256], wording: [written.sha256], translates: [written.sha256] },
  };
}

/** Pushes writes as the coordinator's phone does; every one must be taken in. */
async function takenIn(writes: readonly Write[]): Promise<void> {
  for (let from = 0; from < writes.length; from += 50) {
    const entries = writes.slice(from, from + 50).map((write) => entryOf(coordinator, [write]));
    const results = await push(world, coordinator, entries);
    for (const [at, result] of results.entries()) {
      const [write] = entries[at]?.writes ?? [];
      if (result.result === 'refused') throw new Error(`${result.code}: ${result.why}: ${JSON.stringify(write)}`);
      if (write) made[write.type] = [...(made[write.type] ?? []), write.id];
    }
  }
}

const placeOf = (type: RecordType) => {
  const shape = shapeOf(type);
  return {
    type,
    op: shape?.kind === 'fact' ? 'fact' : 'create',
    scope: scopeOfKind(shape?.scope ?? 'programme', world.a),
  } as const;
};

function writeOf(type: RecordType, body: Body): Write {
  const { op, scope } = placeOf(type);
  const made = shapeOf(type)?.madeFrom;
  const id = made?.always
    ? `${made.prefix}:${body[made.field]}`
    : type === 'programme'
      ? world.server.store.programme
      : uuidv7();
  // Who may share names is a rule of its own.
  const { namesShared: _, ...rest } = body;
  const write = { op, type, id, scope, ...(type === 'transfer' && { alsoScope: partnerScope(world.b) }), body: rest };
  return op === 'fact' ? { ...write, hash: factHash(write, coordinator.member, coordinator.device) } : write;
}

// A member is the server's own to write.
const types = recordTypes.filter((type) => !shapeOf(type)?.serverOnly);

const periods = [
  [addDays(today, -1000), addDays(today, 90)],
  ['0000-01-01', '0002-12-31'],
  ['1899-01-01', '1901-12-31'],
  ['9997-01-01', '9999-12-31'],
] as const;
const files = [
  ...['sessions.csv', 'sessions.xlsx', 'attendance.csv', 'attendance.xlsx', 'boxes.xlsx', 'wishes.csv', 'wishes.xlsx'],
  ...['partners', 'weeks', 'parks'].map((table) => `boxes.csv?table=${table}`),
  ...['csv', 'xlsx'].map((kind) => `attendance.${kind}?names=yes&reason=test`),
].map((path) => `/api/exports/${path}`);
const answers = [
  'reports/sessions',
  'reports/attendance',
  'reports/boxes',
  'reports/wishes',
  'sessions',
  'overview',
].map((path) => `/api/${path}`);

async function everyFileIsMade(): Promise<void> {
  laterMs += 900_000;
  for (const [from, to] of periods) {
    for (const path of [...files, ...answers]) {
      const { status, text } = await world.say(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}from=${from}&to=${to}`,
        undefined,
        {
          token: world.ann.fullToken,
        },
      );
      expect(status, `${path} ${from}: ${text.slice(0, 200)}`).toBe(200);
    }
  }
  for (const path of [
    'stock',
    'ideas',
    'voice/words',
    'voice/named',
    ...spread('idea', 20).map((id) => `idea?of=${id}`),
    'people',
    'doubles',
    'imports',
    ...spread('person', 20).flatMap((id) => [`person?of=${id}`, `family?of=${id}`]),
    'inbox',
    'phones',
    ...spread('session', 40).map((id) => `sessions/${id}`),
  ])
    expect((await world.say('GET', `/api/${path}`, undefined, { token: world.ann.fullToken })).status, path).toBe(200);
}

/** Some of what was taken in, from the first to the last. */
function spread(type: string, some: number): string[] {
  const all = made[type] ?? [];
  const step = Math.max(1, Math.ceil(all.length / some));
  return all.filter((_, at) => (all.length - 1 - at) % step === 0);
}

const wrong = vi.fn();

type How = 'all of it' | 'one may be missing';

/** Draws a screen, and waits until it has read what it shows. */
async function isDrawn(
  path: string,
  screens: ReactNode,
  how: How,
  within: (routes: ReactNode) => ReactNode = (all) => all,
): Promise<void> {
  wrong.mockClear();
  const { container } = render(
    within(
      <MemoryRouter initialEntries={[path]}>
        <Fault>
          <Routes>
            {screens}
            <Route path="*" element={<h1>another screen</h1>} />
          </Routes>
        </Fault>
      </MemoryRouter>,
    ),
  );
  await waitFor(() => expect(container.querySelector('h1')).not.toBeNull(), { timeout: 60_000, interval: 5 });
  await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
  const said = JSON.stringify(wrong.mock.calls.map(([first]) => String(first)).slice(0, 3));
  expect(screen.queryByText('This screen failed'), `${path} ${said}`).toBeNull();
  if (how === 'all of it') expect(screen.queryByText(/cannot be shown/), `${path} ${said}`).toBeNull();
  cleanup();
}

const elsewhere = ['/settings', '/sync', '/desk/settings']; // what they show of the app itself needs the app
const screensOf = (all: typeof workerScreens) =>
  all.map(({ path, element: Element }) => (
    <Route
      key={path}
      path={path}
      element={
        <Suspense>
          <Element />
        </Suspense>
      }
    />
  ));

async function everyScreenIsDrawn(some: number, how: How = 'all of it'): Promise<void> {
  vi.spyOn(console, 'error').mockImplementation(wrong);
  await phone.sync();
  const few = (type: string) => spread(type, some);
  const filled = (path: string): string[] => {
    if (path.startsWith('/s/:id')) return few('session').map((id) => path.replace(':id', id));
    if (path === '/people/:id') return few('person').map((id) => path.replace(':id', id));
    const [van = ''] = made.holder ?? [];
    const place = path.replace(':place', van).replace(':act', 'load');
    return place.includes(':set') ? few('set').map((id) => place.replace(':set', id)) : [place];
  };
  for (const { path } of workerScreens.filter(({ path }) => !elsewhere.includes(path)))
    for (const each of filled(path)) await isDrawn(each, screensOf(workerScreens), how);
  const desk = deskOf(world, stand);
  const filledAtDesk = (path: string): string[] => {
    if (path.includes(':sha256')) return (links.sha256 ?? []).map((each) => path.replace(':sha256', String(each)));
    if (path.includes('/draft/'))
      return few(path.includes('/forms/') ? 'form' : 'wording').map((id) => path.replace(':id', id));
    if (path.includes('/ideas/')) return few('idea').map((id) => path.replace(':id', id));
    if (path.endsWith('/erase'))
      return few('person')
        .slice(0, 1)
        .map((id) => path.replace(':id', id));
    if (path === '/desk/people/:id') return few('person').map((id) => path.replace(':id', id));
    const type = path.includes('/sessions/') ? 'session' : path.includes('/sites/') ? 'site' : 'set';
    return path.includes(':id') ? few(type).map((id) => path.replace(':id', id)) : [path];
  };
  for (const { path } of deskScreens.filter(({ path }) => !elsewhere.includes(path)))
    for (const each of filledAtDesk(path))
      await isDrawn(each, screensOf(deskScreens), how, (all) => <DeskContext value={desk}>{all}</DeskContext>);
}

/** What was stored before there was one form of an instant, and what a later version may have written. */
const before = (): Write[] => {
  const poison = [`${today}T10:00:00+00`, `${today}T23:00:00+14:00`, '2026-02-31', 'of a later version', ''];
  const [session = '', person = ''] = [made.session?.[0], made.person?.[0]];
  const status = { is: 'running', reopened: 0 };
  const of = (type: RecordType, body: Body): Write => ({ ...writeOf(type, body), hash: undefined });
  return poison.flatMap((at) => [
    of('session', { site: 'gone', day: today, status, actualStart: at, plannedStart: at }),
    of('session', {
      site: 'gone',
      day: today,
      status: { is: 'finished', reopened: 0 },
      actualStart: at,
      actualEnd: at,
    }),
    of('session', { day: '2026-02-31', status: at, plannedEnd: at }),
    of('site', { name: at, timeZone: at }),
    of('mark', { session, person, day: today, state: 'here', at }),
    of('mark', { session, person: at, day: at, state: at, at, replaces: at, alreadyCounted: { ageBand: at } }),
    of('tally', { session, day: today, ageBand: at, n: 1, at, level: 'joined_in' }),
    of('note', { session, day: today, text: at, at }),
    of('person', { knownAs: at, ageBand: at, ageBandOn: at, leaf: at, colour: at }),
    of('movement', {
      kind: 'given out',
      set: made.set?.[0],
      n: 1,
      from: made.holder?.[0],
      day: at,
      at,
      for: at,
      owed: at,
    }),
    of('stocktake', {
      holder: made.holder?.[0],
      set: made.set?.[0],
      counted: 1,
      movementTotal: 0,
      seen: 0,
      day: at,
      at,
    }),
    of('delivery', { supplier: at, promised: at, 'line/x': at }),
    of('target', { n: at, by: at, from: at }),
    of('wish', { kind: at, age: at, words: at, n: 1, day: today, at }),
    of('idea', { said: at, day: at, status: at, doneOn: at }),
  ]);
};

describe('what is taken in can be read', () => {
  test('each value that a field lets pass, one by one', { timeout: 900_000 }, async () => {
    for (const type of types) await takenIn(eachBody(placeOf(type), today, links).map((body) => writeOf(type, body)));
    await everyFileIsMade();
    await everyScreenIsDrawn(6);
  });

  test('several odd values at once', { timeout: 900_000 }, async () => {
    const body = fc
      .constantFrom(...types)
      .chain((type) => oddBodies(placeOf(type), today, links).map((drawn) => writeOf(type, drawn)));
    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 40, maxLength: 60 }), async (writes) => {
        const ids = new Map(writes.map((write) => [write.id, write])); // of two debriefs of one session the last
        await takenIn([...ids.values()]);
        await everyFileIsMade();
        await everyScreenIsDrawn(2);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

describe('what was stored before can be read', () => {
  test('records that could not be taken in today stop no screen and no file', { timeout: 900_000 }, async () => {
    const { store } = world.server;
    // A code this version does not know is handed on as it is stored.
    judging.now = false;
    await store.write(async (db) => {
      const tx = writing(db, store.programme, Date.now);
      const seq = await tx.take(1);
      const entry = { id: uuidv7(), by: coordinator.member, device: coordinator.device, at: `${today}T10:00:00+00` };
      await tx.putRows(before().map((write) => ({ ...born(write, entry, 1), seq })));
      await db.updateTable('phone').set({ unsent: 1, oldest_unsent_at: '2026-01-01T00:00:00+00' }).execute();
    });
    await everyFileIsMade();
    await everyScreenIsDrawn(2, 'one may be missing');
  });
});
