// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Exports } from '#app/desk/exports.tsx';
import { deskOf, office, stand } from '#test/features/desk-stand.tsx';
import { entryOf, personWrite, siteWrite, sync } from '#test/server/world.ts';

/** The tab of papers: each in one press, what is in the pack, and what is written for it. */

const held = office(async (world, team) => {
  await sync(world, world.ann, [entryOf(world.ann, [siteWrite('windmill-hill')])]);
  await sync(world, team.worker, [entryOf(team.worker, [personWrite(world.a, 'aa-person', { knownAs: 'Amira' })])]);
});

const show = (path = '/desk/exports?part=papers&from=2026-10-01&to=2026-10-31') => {
  const desk = deskOf(held.world, held.ann);
  const asked: string[] = [];
  const file: typeof desk.file = async (address) => {
    asked.push(address);
    return desk.file(address);
  };
  stand({ ...desk, file }, Exports, path, '/desk/exports');
  return { asked, user: userEvent.setup() };
};

test('each paper is made in one press, of the days and for the reader of the address', async () => {
  const { asked, user } = show('/desk/exports?part=papers&from=2026-10-01&to=2026-10-31&for=public');
  await user.click(await screen.findByRole('button', { name: 'Committee paper: Word' }));
  expect(await screen.findByText(/Saved in your downloads/)).toBeTruthy();
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/^\/api\/papers\/committee\.docx\?from=2026-10-01&to=2026-10-31&profile=public/);
  await user.click(screen.getByRole('button', { name: 'Funder’s pack: Workbook' }));
  await waitFor(() => expect(asked[1]).toMatch(/^\/api\/papers\/pack\.xlsx/));
});

test('the report makes the pack to read and as a workbook in one press, and never with every number', async () => {
  const { asked, user } = show('/desk/exports?from=2026-10-01&to=2026-10-31&for=internal');
  await user.click(await screen.findByRole('button', { name: 'Funder’s pack' }));
  expect(await screen.findByText(/Both are saved in your downloads/)).toBeTruthy();
  expect(asked.map((path) => path.split('?')[0])).toEqual(['/api/papers/pack.docx', '/api/papers/pack.xlsx']);
  expect(asked.every((path) => path.includes('profile=funder'))).toBe(true);
});

test('what is in the pack stands beside it, and what is not with its reason', async () => {
  show();
  const aside = (await screen.findByRole('heading', { name: 'Not in it' })).closest('div');
  expect(aside?.textContent).toContain('Front page and definitions');
  expect(aside?.textContent).toContain('What we achievedNot written yet.');
  expect(aside?.textContent).toContain('ReferralsReferrals are not written down yet.');
});

test('a text that may name somebody is marked, and goes out once somebody has confirmed it', async () => {
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Write: What we achieved' }));
  const field = await screen.findByLabelText('The text');
  await user.type(field, 'Amira came every week.');
  expect(screen.getByText('4 of 100 words')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const one = (await screen.findByText('Amira')).closest('li');
  if (one === null) throw new Error('the text stands in no list');
  expect(screen.getByText('Amira').tagName).toBe('MARK');
  expect(one.textContent).toContain('It may tell who somebody is: a name.');
  await user.click(within(one).getByRole('button', { name: 'Nobody can be picked out' }));
  await waitFor(() => expect(within(one).queryByRole('button', { name: 'Nobody can be picked out' })).toBeNull());
  expect(one.textContent).toContain('Amira came every week.');
  await waitFor(() => expect(screen.queryByText(/Left out/)).toBeNull());
});

test('more words than a funder reads are not taken', async () => {
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Write: What changed from the plan' }));
  await user.click(await screen.findByLabelText('The text'));
  await user.paste('word '.repeat(101));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findAllByText('Make it 100 words or fewer.')).length).toBeGreaterThan(0);
});
