import { afterAll, beforeAll, expect, test } from 'vitest';
import { allReports } from '#domain/all-reports.ts';
import { describeRoutes } from '#server/openapi.ts';
import { routesWith } from '#server/routes/table.ts';
import { newWorld, type Phone, passphrase, staff, type World } from './world.ts';

/**
 * Who gets in where. The table below is written by hand from the design, not from the code: a route that is not in it, or a
 * cell that answers otherwise, fails. `in` is any answer that is not 401 or 403 for want of a credential or a role.
 */

type Who =
  | 'nobody'
  | 'forged'
  | 'send'
  | 'volunteer'
  | 'worker'
  | 'coordinator'
  | 'programme'
  | 'lead'
  | 'otherWorker'
  | 'numbers'
  | 'named'
  | 'cookie'
  | 'cookieAlone';

const everyone: Who[] = [
  'nobody',
  'forged',
  'send',
  'volunteer',
  'worker',
  'coordinator',
  'programme',
  'lead',
  'otherWorker',
  'numbers',
  'named',
  'cookie',
  'cookieAlone',
];
const full: Who[] = ['volunteer', 'worker', 'coordinator', 'programme', 'lead', 'otherWorker'];
const desk: Who[] = ['coordinator', 'programme', 'cookie'];

const reports = [
  ...['agencies', 'answers', 'ask-again', 'attendance', 'boxes', 'consents', 'equality', 'figures', 'indicators'],
  ...['photos', 'sessions', 'tables', 'turned-away', 'wishes', 'you-said-we-did'],
];

const papers = ['pack', 'return', 'committee', 'partnership', 'poster'];

const expected: Record<string, Who[]> = {
  'GET /api/health': everyone,
  'GET /api/openapi.json': everyone,
  'POST /api/setup': everyone,
  'POST /api/enrol': everyone,
  'POST /api/sign-in': everyone,
  'POST /api/recover': ['send'],
  'POST /api/recovery-box': full,
  'POST /api/sealed': ['send'],
  'POST /api/answers': ['send'],
  'POST /api/sync/1': full,
  'POST /api/entries': ['cookie'],
  'GET /api/me': [...full, 'cookie'],
  'GET /api/records': desk,
  'GET /api/set-up/changes': desk,
  'POST /api/set-up/changes/undo': desk,
  'GET /api/sessions': desk,
  'GET /api/sessions/:id': desk,
  'POST /api/sessions/:id/corrections': desk,
  'POST /api/sessions/:id/corrections/:correction/put-back': desk,
  'GET /api/overview': desk,
  'GET /api/together': desk,
  'GET /api/stock': desk,
  'GET /api/idea': desk,
  'GET /api/ideas': desk,
  'GET /api/voice/named': desk,
  'GET /api/written': desk,
  'PUT /api/written': desk,
  'GET /api/voice/words': desk,
  'GET /api/people': desk,
  'GET /api/person': desk,
  'GET /api/family': desk,
  'GET /api/permissions': desk,
  'GET /api/doubles': desk,
  'GET /api/imports': desk,
  'GET /api/team': desk,
  'POST /api/team': desk,
  'PATCH /api/team/:id': desk,
  'POST /api/team/:id/codes': desk,
  'POST /api/team/:id/leave': desk,
  'GET /api/phones': desk,
  'GET /api/inbox': desk,
  'POST /api/inbox/take': desk,
  'POST /api/inbox/give-up': desk,
  'GET /api/inbox/done': desk,
  'POST /api/inbox/done/:line/undo': desk,
  'POST /api/inbox/:id/accept': desk,
  'POST /api/inbox/:id/discard': desk,
  'GET /api/export-tokens': desk,
  'POST /api/export-tokens': desk,
  'POST /api/export-tokens/:id/renew': desk,
  'DELETE /api/export-tokens/:id': desk,
  'PUT /api/files/:id': desk,
  'GET /api/files/:id': ['send', ...full, 'cookie'],
  'GET /api/consents/:id/json': desk,
  'GET /api/consents/:id/html': desk,
  'GET /api/consents/:id/jsonld': desk,
  'GET /api/consents/:id/fhir': desk,
  'GET /api/people/:id/consents': desk,
  'GET /api/withdrawals': desk,
  'GET /api/consent-check': desk,
  // Which child may be asked about, and by whom, is judged on the child.
  'POST /api/links': [...full, 'cookie'],
  'GET /api/people/:id/links': [...full, 'cookie'],
  'DELETE /api/links/:id': [...full, 'cookie'],
  'POST /api/voice/links': full,
  'POST /api/voice/link': everyone,
  'POST /api/voice/link/answer': everyone,
  'POST /api/link': everyone,
  'POST /api/link/answer': everyone,
  'POST /api/link/withdraw': everyone,
  'GET /api/people/:id/erasing': desk,
  'POST /api/people/:id/erase': desk,
  'POST /api/guardians/:id/erase': desk,
  'GET /api/audit': ['programme', 'cookie'],
  ...Object.fromEntries(
    [
      'pack.xlsx',
      ...['pack', 'return', 'committee', 'partnership', 'poster'].flatMap((name) =>
        ['docx', 'html', 'md'].map((kind) => `${name}.${kind}`),
      ),
    ].map((name) => [`GET /api/papers/${name}`, [...desk, 'numbers', 'named']]),
  ),
  ...Object.fromEntries(
    reports.flatMap((name) =>
      [`reports/${name}`, ...['csv', 'xlsx', 'zip', 'json'].map((kind) => `exports/${name}.${kind}`)].map((path) => [
        `GET /api/${path}`,
        [...desk, 'numbers', 'named'],
      ]),
    ),
  ),
  ...Object.fromEntries(
    ['contents', 'pack.xlsx', ...papers.flatMap((name) => ['docx', 'html', 'md'].map((kind) => `${name}.${kind}`))].map(
      (path) => [`GET /api/papers/${path}`, [...desk, 'numbers', 'named']],
    ),
  ),
  // Last: it ends the desk session the others use.
  'POST /api/sign-out': everyone,
};

const routes = routesWith();
let world: World;
let phones: Awaited<ReturnType<typeof staff>>;
const asked = new Map<Who, { token?: string; cookie?: string; headers?: Record<string, string> }>();

beforeAll(async () => {
  world = await newWorld();
  phones = await staff(world);
  const tokenOf = (phone: Phone) => ({ token: phone.fullToken });
  const makeToken = async (named: boolean) => {
    const made = await world.say('POST', '/api/export-tokens', { name: 'sheet', named }, tokenOf(world.ann));
    return { token: made.body.token as string };
  };
  const signedIn = await world.say('POST', '/api/sign-in', { name: 'Ann', passphrase });
  const cookie = /bandstand=([^;]+)/.exec(signedIn.headers.get('Set-Cookie') ?? '')?.[1] ?? '';
  asked.set('nobody', {});
  asked.set('forged', { token: `bf_${'A'.repeat(43)}` });
  asked.set('send', { token: phones.worker.sendToken });
  asked.set('volunteer', tokenOf(phones.volunteer));
  asked.set('worker', tokenOf(phones.worker));
  asked.set('coordinator', tokenOf(phones.coordinator));
  asked.set('programme', tokenOf(world.ann));
  asked.set('lead', tokenOf(phones.lead));
  asked.set('otherWorker', tokenOf(phones.otherWorker));
  asked.set('numbers', await makeToken(false));
  asked.set('named', await makeToken(true));
  asked.set('cookie', { cookie });
  asked.set('cookieAlone', { headers: { Cookie: `bandstand=${cookie}` } });
});
afterAll(() => world.close());

test('every route is in the table, and nothing else', () => {
  expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(expected).sort());
});

const refusals = ['not-signed-in', 'wrong-token', 'no-right', 'cross-site'];

test.each(Object.entries(expected))('%s lets in only who it should', async (name, allowed) => {
  const [method = '', path = ''] = name.split(' ');
  for (const who of everyone) {
    // A body that no schema takes: getting as far as being told so is being let in, and nothing is changed by it.
    const body = method === 'GET' || method === 'DELETE' ? undefined : { nonsense: true };
    const reply = await world.say(method, path.replace(':id', 'no-such-id'), body, asked.get(who));
    const kind = String(reply.body?.type ?? '').replace('urn:bandstand:', '');
    const isIn = !refusals.includes(kind);
    expect(isIn, `${who} at ${name}: ${reply.status} ${kind}`).toBe(allowed.includes(who));
    expect(reply.status, `${who} at ${name}`).toBeLessThan(500);
    if (!isIn) expect([401, 403], `${who} at ${name}`).toContain(reply.status);
    expect(reply.headers.get('X-Bandstand')).toBe('1');
    expect(reply.headers.get('Cache-Control')).toBe('no-store');
  }
});

test('no answer lacks the security headers, wherever it comes from', async () => {
  for (const path of ['/', '/api/health', '/api/nowhere', '/assets/none.js', '/api/sync/1', '/%ff']) {
    const { headers } = await world.say('GET', path);
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(headers.get('X-Bandstand')).toBe('1');
    // A page may hold a camera and a window beside it; records are no page.
    const isData = headers.get('Content-Type')?.includes('json') === true;
    if (!isData) expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.has('Permissions-Policy')).toBe(!isData);
  }
});

test('the routes describe themselves as OpenAPI', async () => {
  const { body } = await world.say('GET', '/api/openapi.json');
  expect(Object.keys(body.paths)).toHaveLength(new Set(routes.map(({ path }) => path)).size);
  expect(body.paths['/api/sync/1'].post.security).toEqual([{ full: [] }]);
  expect(body.paths['/api/team/{id}'].patch.parameters[0].name).toBe('id');
  expect(body.paths['/api/exports/sessions.csv'].get.parameters.map(({ name }: { name: string }) => name)).toContain(
    'from',
  );
  const table = body.paths['/api/exports/boxes.csv'].get.parameters.find(
    ({ name }: { name: string }) => name === 'table',
  );
  expect(table.schema.enum).toEqual(['partners', 'weeks', 'parks']);
  const columns = body.paths['/api/exports/sessions.csv'].get.responses['200'].content['text/csv; charset=utf-8'];
  const { fields } = columns['x-table-schema'].sessions;
  expect(fields.slice(0, 2)).toEqual([
    { name: 'session', title: 'Session', type: 'string' },
    { name: 'day', title: 'Day', type: 'date' },
  ]);
  expect(fields[4].constraints.enum).toContain('cancelled');
});

test('every address that answers JSON says what it answers, and every CSV whose columns are known what they hold', () => {
  const described = describeRoutes(routes).paths as Record<string, Record<string, { responses: object }>>; // as it is made
  for (const { method, path } of routes) {
    const { responses } = described[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] ?? {};
    const { content = {} } = Object.values(responses ?? {})[0] as { content?: Record<string, { schema?: object }> };
    for (const [type, { schema }] of Object.entries(content)) expect(schema, `${method} ${path} ${type}`).toBeDefined();
  }
  const unknown = allReports.filter(({ tables }) => tables.some((table) => !('columns' in table)));
  // Their columns go by what is asked, or by how many parks and activities there are.
  expect(unknown.map(({ name }) => name).filter((name) => !['figures', 'tables', 'answers'].includes(name))).toEqual(
    [],
  );
});
