// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Body, Write } from '#domain/records/entry.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { Season } from '#features/programme/season.tsx';
import { deskOf, office, slow, stand } from '#test/features/desk-stand.tsx';
import { siteWrite, taken } from '#test/server/world.ts';

/** A new year: the set-up is taken along as a file, and begun from one, each record once. */

const here = office();
const [box, ball] = [uuidv7(), uuidv7()];

const create = (type: string, id: string, body: Body, scope = 'programme'): Write => ({
  op: 'create',
  ...{ type, id, scope, body },
});
const record = (type: string, body: Body, more: object = {}) => ({ type, id: uuidv7(), body, ...more });
const fileOf = (records: object[], settings: Body = {}) => ({
  file: 'bandstand-set-up',
  version: 1,
  programme: { name: 'Stepping Out', settings },
  partners: [{ id: 'refocus-then', name: 'Refocus' }],
  records,
});

async function open(content: unknown) {
  const user = userEvent.setup({ applyAccept: false });
  stand(slow(deskOf(here.world, here.ann)), Season, '/desk/set-up');
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await user.upload(await screen.findByLabelText('The file'), new File([text], 'set-up.json'));
  return user;
}
const rows = async (type: string): Promise<{ id: string; body: Body }[]> => {
  const { cookie } = here.ann;
  return (await here.world.say('GET', `/api/records?type=${type}`, undefined, { cookie })).body.records;
};
const lineOf = async (name: string) => within((await screen.findByText(name)).closest('tr') as HTMLElement); // in its row

beforeEach(() => {
  URL.createObjectURL = () => 'blob:';
  URL.revokeObjectURL = () => undefined;
});

test('a set-up file is shown first, added in one go, and adds nothing when it is pressed or read twice', async () => {
  await taken(here.world, here.team.coordinator, [siteWrite('windmill-hill', { ward: 'Central' })]);
  const file = fileOf(
    [
      record('site', { name: 'windmill  hill', ward: 'Central', access: 'Gate B' }),
      record('site', { name: 'Windmill Hill', ward: 'Northfleet' }),
      { type: 'set', id: box, body: { name: 'Box', kind: 'U10', version: 3, [`part/3:${ball}`]: 2 } },
      { type: 'set', id: ball, body: { name: 'Ball', kind: 'CON' } },
      record('agency', { name: 'Food bank', phone: '01474 555 0188' }),
      record('area', { name: 'Central', residents: 'many' }),
      record('target', { n: 40, from: '2024-01-01', by: '2024-02-29' }, { partner: 'Refocus' }),
      record('target', { n: 40, by: '2024-02-29' }, { partner: 'Somebody else' }),
      record('question', { name: 'Refocus last month', asked: 'period=last-month&partner=refocus-then' }),
      record('question', { name: 'Of a worker', asked: `worker=${uuidv7()}` }),
    ],
    { askGender: true },
  );
  const user = await open(file);
  expect((await lineOf('Of a worker')).getByText(/not here/)).toBeTruthy();
  expect((await lineOf('Central')).getByText('what stands there as Residents cannot be used')).toBeTruthy();
  expect(screen.getByText(/no partner Somebody else here/)).toBeTruthy();
  expect(screen.getByText('1 here already')).toBeTruthy();
  await user.dblClick(screen.getByRole('button', { name: 'Add 7 records' }));
  expect(await screen.findByText('7 records added')).toBeTruthy();

  const sites = await rows('site');
  expect(sites.map(({ body }) => body)).toEqual(
    expect.arrayContaining([
      { name: 'Windmill Hill', ward: 'Central' },
      { name: 'Windmill Hill', ward: 'Northfleet', status: 'active' },
    ]),
  );
  const sets = await rows('set');
  const newBall = sets.find(({ body }) => body.name === 'Ball');
  expect(newBall?.id).not.toBe(ball);
  expect(sets.find(({ body }) => body.name === 'Box')?.body).toMatchObject({
    version: 3,
    [`part/3:${newBall?.id}`]: 2,
  });
  expect((await rows('question')).map(({ body }) => body.asked)).toEqual([`period=last-month&partner=${here.world.a}`]);
  expect((await rows('programme'))[0]?.body.askGender).toBe(true);

  await user.upload(await screen.findByLabelText('The file'), new File([JSON.stringify(file)], 'again.json'));
  expect(await screen.findByText('There is nothing to add.')).toBeTruthy();
  expect(await rows('site')).toHaveLength(sites.length);
});

test('a file that is none says so, and what to choose instead', async () => {
  const user = await open('Park,Ward\nStone,Stone');
  expect(await screen.findByText(/This is no set-up file/)).toBeTruthy();
  const input = screen.getByLabelText('The file');
  await user.upload(input, new File([JSON.stringify({ ...fileOf([]), version: 2 })], 'newer.json'));
  expect(await screen.findByText(/newer Bandstand/)).toBeTruthy();
  await user.upload(input, new File([JSON.stringify(fileOf([{ type: 'person', id: 'x', body: {} }]))], 'people.json'));
  expect(await screen.findByText(/cannot be read, at: records, 0, type/)).toBeTruthy();
});

test('a target that is over is set again a year on, by whoever sets it', async () => {
  const target = { n: 25, by: '2026-02-28', from: '2025-03-01' };
  await taken(here.world, here.team.coordinator, [create('target', uuidv7(), target, partnerScope(here.world.a))]);
  const user = userEvent.setup();
  stand(slow(deskOf(here.world, here.ann)), Season, '/desk/set-up');
  await user.click(await screen.findByRole('button', { name: 'Look at the targets' }));
  expect((await lineOf('25 boxes, Refocus, by 2027-02-28')).getByText('a year on')).toBeTruthy();
  await user.dblClick(screen.getByRole('button', { name: 'Add 1 record' }));
  expect(await screen.findByText('1 record added')).toBeTruthy();
});
