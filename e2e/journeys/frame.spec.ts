import { expect, go, test } from '../world.ts';

/** The desk at every width: a window snapped to half a screen, a zoom, a tablet turned round. */

const widths = [1280, 1024, 1023, 800, 640, 360];

test('what is typed outlives every width, and at each there is a way to every place and out', async ({ world }) => {
  const { page } = await world.opened('priya');
  await go(page, '/desk/set-up/sites/new');
  await page.getByLabel('Name').fill('Half a park');
  for (const width of [...widths, ...widths.toReversed()]) {
    await page.setViewportSize({ width, height: 740 });
    await expect(page.getByLabel('Name'), `at ${width}`).toHaveValue('Half a park');
    await expect(page.getByRole('button', { name: 'Lock' }), `at ${width}`).toBeVisible();
    const places = page.getByRole('navigation', { name: 'Desk' }).getByRole('link');
    await expect(places.filter({ hasText: 'Team & phones' }), `at ${width}`).toBeAttached();
    const [top] = await page
      .getByRole('heading', { level: 1 })
      .evaluateAll((found) => found.map((heading) => heading.getBoundingClientRect().top));
    expect(top, `at ${width}`).toBeLessThan(200);
  }
  await page.setViewportSize({ width: 800, height: 740 });
  await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Team & phones' }).click();
  await expect(page.getByRole('heading', { name: /Team/ }).first()).toBeVisible();
});
