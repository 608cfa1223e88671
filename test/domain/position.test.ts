import { describe, expect, test } from 'vitest';
import { gridReference, latLon } from '#domain/position.ts';

describe('where a park is on the national grid', () => {
  // Known places: the Ordnance Survey’s own example at Caister, and map references of landmarks.
  test.each([
    ['the water tower at Caister', 52.657977, 1.716038, 'TG 5140 1317'],
    ['the Tower of London', 51.508112, -0.075949, 'TQ 3366 8050'],
    ['the top of Ben Nevis', 56.796891, -5.003661, 'NN 1666 7128'],
    ['John o’Groats', 58.6373, -3.0689, 'ND 3800 7265'],
  ])('%s', (_, lat, lon, reference) => {
    const numbers = (of: string) => of.split(' ').slice(1).map(Number);
    const found = gridReference({ lat, lon });
    expect(found.slice(0, 2)).toBe(reference.slice(0, 2));
    for (const [at, n] of numbers(reference).entries()) expect(Math.abs((numbers(found)[at] ?? 0) - n)).toBeLessThan(8);
  });

  test('the Ordnance Survey’s example is right to ten metres', () => {
    expect(gridReference({ lat: 52.657977, lon: 1.716038 })).toBe('TG 5140 1317');
  });

  test('is not said without a position, or where the grid does not reach', () => {
    expect([gridReference({}), gridReference({ lat: 48.85, lon: 2.35 }), latLon({ lat: 51 })]).toEqual(['', '', '']);
    expect(latLon({ lat: 51.4386, lon: 0.3696 })).toBe('51.43860, 0.36960');
  });
});
