import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fill, NotEmpty } from '#demo/fill.ts';
import { sunsetAt } from '#domain/sessions/light.ts';
import { instantAt } from '#domain/time.ts';
import { openServer } from '#server/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'bandstand-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = Date.parse('2026-11-22T14:00:00.000Z');

/** The sessions of a demo as its coordinator reads them, without the ids that are drawn anew. */
async function sessionsOf(dataDir: string) {
  const server = await openServer({ dataDir, now: () => now });
  const signIn = await server.app.request('/api/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bandstand': '1' },
    body: JSON.stringify({ name: 'Priya N', passphrase: 'three warm words' }),
  });
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const csv = await server.app.request('/api/exports/sessions.csv?from=2026-09-01&to=2026-12-31&profile=internal', {
    headers: { cookie, 'x-bandstand': '1' },
  });
  const text = await csv.text();
  await server.close();
  // Between the header and the end of the last line.
  return text.split('\r\n').slice(1, -1);
}

describe('the demo', () => {
  test('the same seed makes the same eight weeks, with figures in them', async () => {
    await fill(join(folder, 'one'), now);
    await fill(join(folder, 'two'), now);
    const [one, two] = [await sessionsOf(join(folder, 'one')), await sessionsOf(join(folder, 'two'))];
    expect(one.length).toBeGreaterThan(35);
    expect(one).toEqual(two);
    expect(one.filter((line) => line.includes('finished')).length).toBeGreaterThan(20);
    // A session at noon does not end early because the light fails.
    const dark = one.filter((each) => each.includes('fading light'));
    expect(dark).not.toEqual([]);
    for (const line of dark) {
      // The planned start, then the planned end, by the park's clock.
      const [, [day = '', end = ''] = []] = line
        .split(',')
        .flatMap((cell) => (/ \d\d:\d\d$/.test(cell) ? [cell.split(' ')] : []));
      const plannedEnd = instantAt(day, end);
      expect([plannedEnd, sunsetAt(day, {})].sort()[1], line).toBe(plannedEnd);
    }
    expect(one.some((line) => line.includes('shortened'))).toBe(true);
  });

  test('it fills only an empty database', async () => {
    await expect(fill(join(folder, 'one'), now)).rejects.toThrow(NotEmpty);
  }, 60_000);
});
