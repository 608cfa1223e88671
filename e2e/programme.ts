import { uuidv7 } from 'uuidv7';
import { type Entry, factHash, type Write } from '#domain/entry.ts';
import type { Server } from './server.ts';

/** A programme to walk through, set up over HTTP as a coordinator's browser would do it. */
export type Programme = {
  readonly partner: string;
  readonly otherPartner: string;
  /** The coordinator's full token. */
  readonly token: string;
  readonly people: readonly string[];
  /** A fresh enrolment code for a member of the team. */
  code(who: 'worker' | 'second' | 'volunteer' | 'other' | 'coordinator'): Promise<string>;
  get(path: string): Promise<Response>;
  push(writes: readonly Write[]): Promise<void>;
};

const names = [
  'Amira K',
  'Ben T',
  'Ioana M',
  'Mohammed A',
  'Mohammed S',
  'Ayomide O',
  'Gurleen B',
  'Jakub W',
  'Kacper N',
  'Nisha T',
  'Simran D',
  'José P',
];
const bands = ['10-12', '13-15', '08-09'];

export const passphrase = 'three warm words';

export async function setUp(server: Server): Promise<Programme> {
  const set = await call(server, 'POST', '/api/setup', {
    code: server.setupCode(),
    programmeName: 'Stepping Out',
    partners: ['Refocus Project', 'YGM Dance Academy'],
    name: 'Priya N',
    passphrase,
  });
  const enrolled = await call(server, 'POST', '/api/enrol', { code: set.enrolCode, label: 'set-up' });
  const token: string = enrolled.fullToken;
  let clock = Date.now();

  const send = async (entries: readonly Entry[]) =>
    call(
      server,
      'POST',
      '/api/sync/1',
      { protocol: 1, epoch: '', entries, scopes: {}, phone: { version: '0.0.0', unsent: 0, oldestUnsentAt: null } },
      token,
    );

  async function push(writes: readonly Write[]): Promise<void> {
    clock += 1;
    const entry: Entry = {
      id: uuidv7(),
      by: enrolled.member.id,
      device: enrolled.device,
      clock,
      at: new Date().toISOString(),
      schema: 1,
      writes: writes.map((write) =>
        write.op === 'fact' ? { ...write, hash: factHash(write, enrolled.member.id, enrolled.device) } : write,
      ),
    };
    const { results } = await send([entry]);
    if (results[0].result !== 'ok') throw new Error(JSON.stringify(results));
  }

  const first = await send([]);
  const partnerRows = first.scopes.programme.rows.filter((row: { type: string }) => row.type === 'partner');
  const idOf = (name: string) =>
    partnerRows.find((row: { body: { name: string } }) => row.body.name === name).id as string;
  const partner = idOf('Refocus Project');
  const otherPartner = idOf('YGM Dance Academy');
  const made = (type: string, scope: string, body: Record<string, unknown>): Write => ({
    op: 'create',
    type,
    id: uuidv7(),
    scope,
    body,
  });
  await push([
    {
      op: 'patch',
      type: 'programme',
      id: set.programme.id,
      scope: 'programme',
      body: { safeguardingName: 'Ruth B', safeguardingPhone: '01474 000000' },
    },
    made('site', 'programme', { name: 'Windmill Hill', lat: 51.44, lon: 0.37, status: 'active' }),
    made('site', 'programme', { name: 'Woodlands Park', lat: 51.43, lon: 0.36, status: 'active' }),
    made('activity', 'programme', { name: 'Football', status: 'active' }),
    made('activity', 'programme', { name: 'Street dance', status: 'active' }),
  ]);
  const badge = (name: string, at: number, scope: string) =>
    made('person', scope, {
      knownAs: name.split(' ')[0],
      initial: name.split(' ')[1],
      leaf: (at * 7) % 24,
      colour: at % 6,
      ageBand: bands[at % 3],
      ageBandOn: '2026-06-01',
      status: 'active',
    });
  await push(names.map((name, at) => badge(name, at, `partner/${partner}`)));
  await push([badge('Otherpartner Q', 3, `partner/${otherPartner}`)]);

  const team = async (name: string, role: string, of: string, vetted: boolean) =>
    (
      await call(
        server,
        'POST',
        '/api/team',
        { name, roles: [{ role, partner: of }], vetted, firstAider: vetted },
        token,
      )
    ).id as string;
  const members = {
    worker: await team('Dele A', 'worker', partner, true),
    second: await team('Marta K', 'worker', partner, true),
    volunteer: await team('Tunde O', 'volunteer', partner, false),
    other: await team('Yemi D', 'worker', otherPartner, true),
    coordinator: enrolled.member.id as string,
  };
  return {
    partner,
    otherPartner,
    token,
    people: names,
    push,
    code: async (who) => (await call(server, 'POST', `/api/team/${members[who]}/codes`, {}, token)).code,
    get: (path) =>
      fetch(`${server.address}${path}`, { headers: { authorization: `Bearer ${token}`, 'x-bandstand': '1' } }),
  };
}

/** One request; throws where the server does not agree. The shapes are the server's own. */
async function call(server: Server, method: string, path: string, body: unknown, token?: string) {
  const response = await fetch(`${server.address}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-bandstand': '1',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}
