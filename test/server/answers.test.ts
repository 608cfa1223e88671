import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultIn } from './answers.ts';
import { newWorld, type World } from './world.ts';

/** What every route says of its answer. That real answers are so is held wherever a test asks the server anything. */

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const get = (path: string) => world.say('GET', path, undefined, { token: world.ann.fullToken });

test('every route says what it answers, and OpenAPI repeats it', async () => {
  const { paths } = (await get('/api/openapi.json')).body;
  for (const { method, path, answer } of world.server.routes) {
    const { responses } = paths[path.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()];
    const [status = '', said] = Object.entries<{ content?: Record<string, { schema?: object }> }>(responses)[0] ?? [];
    const [[type, content] = []] = Object.entries(said?.content ?? {});
    if (typeof answer === 'string') expect([status, type], path).toEqual(['200', answer]);
    else if (answer.type === 'undefined') expect([status, type], path).toEqual(['204', undefined]);
    else expect(Object.keys(content?.schema ?? {}).length, path).toBeGreaterThan(1);
  }
});

test('an answer with a field too many, one too few or one of another kind is told apart from one that is right', async () => {
  const path = '/api/overview?from=2026-11-01&to=2026-11-30';
  const { body, headers } = await get(path);
  const fault = (answer: unknown) =>
    faultIn(world.server.routes, 'GET', path, new Response(null, { headers }), answer) ?? 'none';
  expect(fault(body)).toBe('none');
  expect(fault({ ...body, secret: 1 })).toContain('secret');
  expect(fault({ ...body, totals: { ...body.totals, secret: 1 } })).toContain('totals.secret');
  const { inbox: _, ...fewer } = body;
  expect(fault(fewer)).toContain('inbox');
  expect(fault({ ...body, people: 'many' })).toContain('people');
});

test('no answer is described so loosely that anything would do', () => {
  const loose = world.server.routes.filter(
    ({ answer }) => typeof answer !== 'string' && answer.type !== 'undefined' && v.is(answer, { odd: 1 }),
  );
  expect(loose.map(({ path }) => path)).toEqual([]);
});
