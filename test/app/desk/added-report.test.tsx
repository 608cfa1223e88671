// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Exports } from '#app/desk/exports.tsx';
import { deskOf, signIn, stand } from '#test/features/desk-stand.tsx';
import { reportsAndWeather, weatherWorld } from '#test/server/weather-world.ts';
import { passphrase } from '#test/server/world.ts';

let held: Awaited<ReturnType<typeof weatherWorld>>;
beforeAll(async () => {
  held = await weatherWorld();
});
afterAll(() => held.world.close());

test('a report added to the list is offered at the desk, with what its words mean and a look at its file', async () => {
  const ann = await signIn(held.world, 'Ann', passphrase);
  const desk = deskOf(held.world, ann, { now: false }, reportsAndWeather);
  stand(desk, Exports, '/desk/exports?from=2026-11-01&to=2026-11-30&what=weather');
  expect(await screen.findByRole('radio', { name: /^Weather/, checked: true })).toBeTruthy();
  const table = await screen.findByRole('table', { name: 'Weather, as in the file' });
  const rows = within(table).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual(['WeatherSessions', 'Dry2', 'Rain2', 'All 24']);
  expect(screen.getByText('As the worker put it down.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Download CSV' })).toBeTruthy();
});
