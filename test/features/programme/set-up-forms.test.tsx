// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetTyped, keepTypedInMemory } from '#db/draft.ts';
import { siteNames } from '#desk/desk.ts';
import { addDays, dayOf } from '#domain/time.ts';
import { Activities } from '#features/programme/activities.tsx';
import { Agencies } from '#features/programme/agencies.tsx';
import { Partners } from '#features/programme/partners.tsx';
import { Programme } from '#features/programme/programme.tsx';
import { Site } from '#features/programme/site.tsx';
import { MemberSheet } from '#features/team/member-sheet.tsx';
import { deskOf, office, slow, stand } from '#test/features/desk-stand.tsx';
import { patch } from '#test/saying.ts';
import { sessionWrite, siteWrite, taken } from '#test/server/world.ts';

/** The forms of the set-up, pressed twice on a slow network, opened and overtaken by somebody else, left half filled. */

const here = office();
beforeEach(() => keepTypedInMemory('ann'));
afterEach(forgetTyped);

type Row = { readonly id: string; readonly body: Record<string, unknown> };
const records = async (type: string): Promise<Row[]> =>
  (await here.world.say('GET', `/api/records?type=${type}`, undefined, { cookie: here.ann.cookie })).body.records;
const named = async (type: string, name: string) => (await records(type)).filter(({ body }) => body.name === name);

const NewMember = () => <MemberSheet member={null} onClose={() => {}} />;
const forms: Record<string, { type: string; Screen: ComponentType; path: string; add?: RegExp; save: RegExp }> = {
  activity: { type: 'activity', Screen: Activities, path: '/a', add: /Add an activity/, save: /^Save$/ },
  agency: { type: 'agency', Screen: Agencies, path: '/a', add: /Add an agency/, save: /^Save$/ },
  partner: { type: 'partner', Screen: Partners, path: '/a', add: /Add a partner/, save: /^Save$/ },
  park: { type: 'site', Screen: Site, path: '/desk/set-up/sites/new', save: /Add the park/ },
  member: { type: 'member', Screen: NewMember, path: '/a', save: /Add to the team/ },
};

async function fillNew({ add }: { add?: RegExp }, name: string) {
  const user = userEvent.setup();
  if (add) await user.click(await screen.findByRole('button', { name: add }));
  await user.type(await screen.findByLabelText(/^Name/), name);
  return user;
}

it.each(Object.entries(forms))('a new %s saved with a double press on a slow network is one', async (kind, form) => {
  const name = `Twice ${kind}`;
  stand(slow(deskOf(here.world, here.ann)), form.Screen, form.path, form.path.replace('/new', '/:id'));
  const user = await fillNew(form, name);
  if (kind === 'member') await user.click(screen.getAllByRole('checkbox')[0] as HTMLElement);
  await user.dblClick(screen.getByRole('button', { name: form.save }));
  await waitFor(async () => expect(await named(form.type, name)).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await named(form.type, name)).toHaveLength(1);
});

it.each(Object.entries(forms))('a new %s left half filled is there again, and can be given up', async (kind, form) => {
  const name = `Half ${kind}`;
  stand(deskOf(here.world, here.ann), form.Screen, form.path, form.path.replace('/new', '/:id'));
  await fillNew(form, name);
  cleanup();
  stand(deskOf(here.world, here.ann), form.Screen, form.path, form.path.replace('/new', '/:id'));
  const user = userEvent.setup();
  if (form.add) await user.click(await screen.findByRole('button', { name: form.add }));
  expect((await screen.findByLabelText<HTMLInputElement>(/^Name/)).value).toBe(name);
  await user.click(screen.getByRole('button', { name: 'Start again' }));
  expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('');
});

it('a message stands at its field and goes when it is put right, without the focus leaving the field', async () => {
  stand(deskOf(here.world, here.ann), Site, '/desk/set-up/sites/new', '/desk/set-up/sites/:id');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Add the park' }));
  const field = screen.getByLabelText(/^Name/);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await user.click(field);
  await user.keyboard('Mill');
  expect(screen.queryByText('Give the park a name.')).toBeNull();
  expect((field as HTMLInputElement).value).toBe('Mill');
  expect(document.activeElement).toBe(field);
});

it('what somebody else changed meanwhile is not put back by a form that was open', async () => {
  const [programme] = await records('programme');
  if (!programme) throw new Error('there is no programme');
  const colleague = deskOf(here.world, here.ann);
  const say = (body: Record<string, unknown>) =>
    colleague.save('', [patch('programme', programme.id, 'programme', body)]);
  await say({ safeguardingPhone: '01474 555 0100' });
  stand(deskOf(here.world, here.ann), Programme, '/a');
  const user = userEvent.setup();
  expect((await screen.findByLabelText<HTMLInputElement>('Phone')).value).toBe('01474 555 0100');
  await say({ safeguardingPhone: '07700 900999' });
  await user.click(screen.getByLabelText(/New or been before/));
  await user.click(screen.getByRole('button', { name: 'Save the programme' }));
  await screen.findByText('Saved');
  expect((await records('programme'))[0]?.body).toMatchObject({ safeguardingPhone: '07700 900999', askNewness: true });
});

it('two who change one field are told: the first press says it at the field, the second puts theirs in its place', async () => {
  const [programme] = await records('programme');
  if (!programme) throw new Error('there is no programme');
  const desk = deskOf(here.world, here.ann);
  stand(desk, Programme, '/a');
  const user = userEvent.setup();
  const phone = await screen.findByLabelText<HTMLInputElement>('Phone');
  await user.clear(phone);
  await user.type(phone, '111');
  await desk.save('', [patch('programme', programme.id, 'programme', { safeguardingPhone: '222' })]);
  expect(await screen.findByText(/Their phone: 222/)).toBeTruthy();
  expect(phone.value).toBe('111');
  const read = screen.getAllByRole('alert').map(({ textContent }) => textContent);
  expect(read).toContainEqual(expect.stringContaining('Somebody else changed this meanwhile'));
  const save = () => user.click(screen.getByRole('button', { name: 'Save the programme' }));
  await save();
  expect(phone.getAttribute('aria-invalid')).toBe('true');
  expect((await records('programme'))[0]?.body.safeguardingPhone).toBe('222');
  await save();
  await waitFor(async () => expect((await records('programme'))[0]?.body.safeguardingPhone).toBe('111'));
});

it.each(
  Object.entries(forms).filter(([kind]) => kind !== 'member'),
)('after a new %s was saved the next form begins empty, and makes another', async (kind, form) => {
  const [first, second] = [`First ${kind}`, `Second ${kind}`];
  for (const name of [first, second]) {
    stand(deskOf(here.world, here.ann), form.Screen, form.path, form.path.replace('/new', '/:id'));
    const user = userEvent.setup();
    if (form.add) await user.click(await screen.findByRole('button', { name: form.add }));
    const field = await screen.findByLabelText<HTMLInputElement>(/^Name/);
    expect(field.value).toBe('');
    await user.type(field, name);
    await user.click(screen.getByRole('button', { name: form.save }));
    await waitFor(async () => expect(await named(form.type, name)).toHaveLength(1));
    cleanup();
  }
  expect(await named(form.type, first)).toHaveLength(1);
});

it('on a computer that keeps nothing, what one had typed is not there for the next who signs in', async () => {
  const fill = async () => {
    stand(deskOf(here.world, here.ann), Site, '/desk/set-up/sites/new', '/desk/set-up/sites/:id');
    return screen.findByLabelText<HTMLInputElement>(/^Name/);
  };
  await userEvent.type(await fill(), 'Known to Ann');
  cleanup();
  keepTypedInMemory('ann');
  expect((await fill()).value).toBe('Known to Ann');
  cleanup();
  keepTypedInMemory('cora');
  expect((await fill()).value).toBe('');
});

it('a park, an activity and a partner say what still lies in them before they are closed', async () => {
  const { world, team } = here;
  const [site, activity] = [uuidv7(), uuidv7()];
  await taken(world, team.coordinator, [siteWrite(site, { name: 'Busy Park' })]);
  const football = { ...siteWrite(activity, { name: 'Football' }), type: 'activity' };
  await taken(world, team.coordinator, [football]);
  const status = { is: 'planned', reopened: 0 };
  const day = addDays(dayOf(Date.now()), 7);
  await taken(world, team.worker, [
    sessionWrite(world.a, uuidv7(), { site, day, status, [`activity/${activity}`]: true }),
  ]);
  const user = userEvent.setup();
  stand(deskOf(world, here.ann), Site, `/desk/set-up/sites/${site}`, '/desk/set-up/sites/:id');
  await user.click(await screen.findByRole('button', { name: 'Close this park' }));
  expect(await screen.findByText('Still there: 1 session still to come.')).toBeTruthy();
  expect((await named('site', 'Busy Park'))[0]?.body.status).not.toBe('closed');
  await user.click(screen.getByRole('button', { name: 'Close it anyway' }));
  await waitFor(async () => expect((await named('site', 'Busy Park'))[0]?.body.status).toBe('closed'));
  cleanup();

  for (const [Screen, name, holds] of [
    [Activities, 'Football', /Still there: 1 session still to come\./],
    [Partners, 'Refocus', /1 session still to come, .*works? for nobody else/],
  ] as const) {
    stand(deskOf(world, here.ann), Screen, '/a');
    await user.click(await screen.findByRole('button', { name: new RegExp(`^${name}`) }));
    await user.click(await screen.findByRole('button', { name: /^Close this/ }));
    expect(await screen.findByText(holds)).toBeTruthy();
    cleanup();
    forgetTyped();
    keepTypedInMemory('ann');
  }
});

it('a second park of one name is warned of, and both are told apart', async () => {
  await taken(here.world, here.team.coordinator, [siteWrite(uuidv7(), { name: 'Mill Park', ward: 'Northfleet' })]);
  const user = userEvent.setup();
  stand(deskOf(here.world, here.ann), Site, '/desk/set-up/sites/new', '/desk/set-up/sites/:id');
  await user.type(await screen.findByLabelText(/^Name/), ' mill  park');
  expect(await screen.findByText('There is a Mill Park already')).toBeTruthy();
  expect(screen.getByText(/^Northfleet/)).toBeTruthy();

  const site = (id: string, name: string, ward?: string) => ({
    id,
    type: 'site' as const,
    body: { name, ward },
    seq: 1,
  });
  const nameOf = siteNames([
    site('1', 'Mill Park', 'Northfleet'),
    site('2', 'mill park', 'Perry Street'),
    site('3', 'Hill'),
  ]);
  expect([nameOf('1', ''), nameOf('2', ''), nameOf('3', ''), nameOf('4', 'gone')]).toEqual([
    'Mill Park (Northfleet)',
    'mill park (Perry Street)',
    'Hill',
    'gone',
  ]);
});
