import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { entryOf, newWorld, push, staff } from '#test/server/world.ts';

test('the open agencies are a file to hand on', async () => {
  const world = await newWorld();
  const { coordinator } = await staff(world);
  const agency = (body: Record<string, unknown>) =>
    ({ op: 'create', type: 'agency', id: uuidv7(), scope: 'programme', body }) as const;
  await push(world, coordinator, [
    entryOf(coordinator, [
      agency({ name: 'Winter shelter', phone: '01474 000111', status: 'active' }),
      agency({ name: 'Food bank', helpsWith: 'Food', status: 'active' }),
      agency({ name: 'Old advice centre', status: 'closed' }),
    ]),
  ]);
  const path = '/api/exports/agencies.csv?from=2026-11-01&to=2026-11-30';
  const { text } = await world.say('GET', path, undefined, { token: coordinator.fullToken });
  expect(text).toBe('agency,helps_with,phone,hours,notes\r\nFood bank,Food,,,\r\nWinter shelter,,01474 000111,,\r\n');
  await world.close();
});
