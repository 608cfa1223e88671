import { uuidv7 } from 'uuidv7';
import { type Entry, factHash, type Write } from '#domain/records/entry.ts';
import type { Server } from './server.ts';

type Role = 'worker' | 'second' | 'volunteer' | 'other' | 'coordinator';

/** What stands of a programme once it was set up: enough to go on with it over HTTP, from a file too. */
export type SetUp = {
  readonly partner: string;
  readonly otherPartner: string;
  /** The coordinator's full token, and the device it belongs to. */
  readonly token: string;
  readonly device: string;
  readonly members: Readonly<Record<Role, string>>;
};

/** A programme to walk through. */
export type Programme = SetUp & {
  readonly people: readonly string[];
  /** A fresh enrolment code for a member of the team. */
  code(who: Role): Promise<string>;
  get(path: string): Promise<Response>;
  /** As the coordinator; throws where the server does not agree. */
  post<Answer>(path: string, body: unknown): Promise<Answer>;
  push(writes: readonly Write[]): Promise<void>;
  /** Makes the coordinator also Refocus Project’s own, who reads its families. */
  readFamilies(): Promise<void>;
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

const made = (type: string, scope: string, body: Record<string, unknown>): Write => ({
  op: 'create',
  type,
  id: uuidv7(),
  scope,
  body,
});

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

/** Sets one up over HTTP, as a coordinator's browser would do it. */
export async function setUp(server: Server): Promise<SetUp> {
  const set = await call(server, 'POST', '/api/setup', {
    code: server.setupCode(),
    programmeName: 'Stepping Out',
    partners: ['Refocus Project', 'YGM Dance Academy'],
    name: 'Priya N',
    passphrase,
  });
  const {
    fullToken: token,
    device,
    member,
  } = await call(server, 'POST', '/api/enrol', {
    code: set.enrolCode,
    label: 'set-up',
  });
  const first = await call(server, 'POST', '/api/sync/1', roundOf([]), token);
  const idOf = (name: string): string =>
    first.scopes.programme.rows.find(
      (row: { type: string; body: { name: string } }) => row.type === 'partner' && row.body.name === name,
    ).id;
  const partner = idOf('Refocus Project');
  const otherPartner = idOf('YGM Dance Academy');
  const push = pushing(server, { token, device, member: member.id });
  await push([
    {
      op: 'patch',
      type: 'programme',
      id: set.programme.id,
      scope: 'programme',
      body: {
        ...{ safeguardingName: 'Ruth B', safeguardingPhone: '01474 000000' },
        ...{ 'askEquality/disability': true, 'askEquality/religion': true },
      },
    },
    made('site', 'programme', { name: 'Windmill Hill', lat: 51.44, lon: 0.37, status: 'active' }),
    made('site', 'programme', { name: 'Woodlands Park', lat: 51.43, lon: 0.36, status: 'active' }),
    made('activity', 'programme', { name: 'Football', status: 'active' }),
    made('activity', 'programme', { name: 'Street dance', status: 'active' }),
  ]);
  await push(names.map((name, at) => badge(name, at, `partner/${partner}`)));
  await push([badge('Otherpartner Q', 3, `partner/${otherPartner}`)]);
  const team = async (name: string, role: string, of: string, vetted: boolean): Promise<string> => {
    const asked = { name, roles: [{ role, partner: of }], vetted, firstAider: vetted };
    return (await call(server, 'POST', '/api/team', asked, token)).id;
  };
  const members = {
    worker: await team('Dele A', 'worker', partner, true),
    second: await team('Marta K', 'worker', partner, true),
    volunteer: await team('Tunde O', 'volunteer', partner, false),
    other: await team('Yemi D', 'worker', otherPartner, true),
    coordinator: member.id as string,
  };
  return { partner, otherPartner, token, device, members };
}

/** Goes on with a programme that was set up, on the server that holds it. */
export function programmeOn(server: Server, set: SetUp): Programme {
  const { token, device, members } = set;
  return {
    ...set,
    people: names,
    post: (path, body) => call(server, 'POST', path, body, token),
    push: pushing(server, { token, device, member: members.coordinator }),
    readFamilies: async () => {
      const give = [{ role: 'partnerCoordinator', partner: set.partner }];
      await call(server, 'PATCH', `/api/team/${members.coordinator}`, { give, take: [] }, token);
    },
    code: async (who) => (await call(server, 'POST', `/api/team/${members[who]}/codes`, {}, token)).code,
    get: (path) =>
      fetch(`${server.direct}${path}`, { headers: { authorization: `Bearer ${token}`, 'x-bandstand': '1' } }),
  };
}

const roundOf = (entries: readonly Entry[]) => ({
  ...{ protocol: 1, epoch: '', entries, scopes: {} },
  phone: { version: '0.0.0', unsent: 0, oldestUnsentAt: null },
});

/** Saves writes as the coordinator; throws where the server does not accept them. */
function pushing(server: Server, { token, device, member }: { token: string; device: string; member: string }) {
  let clock = Date.now();
  return async (writes: readonly Write[]): Promise<void> => {
    clock = Math.max(clock + 1, Date.now());
    const entry: Entry = {
      ...{ id: uuidv7(), by: member, device, clock, at: new Date().toISOString(), schema: 1 },
      writes: writes.map((write) =>
        write.op === 'fact' ? { ...write, hash: factHash(write, member, device) } : write,
      ),
    };
    const { results } = await call(server, 'POST', '/api/sync/1', roundOf([entry]), token);
    if (results[0].result !== 'ok') throw new Error(JSON.stringify(results));
  };
}

/** One request; throws where the server does not agree. The shapes are the server's own. */
async function call(server: Server, method: string, path: string, body: unknown, token?: string) {
  const response = await fetch(`${server.direct}${path}`, {
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
  return text === '' ? null : JSON.parse(text);
}
