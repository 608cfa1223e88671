// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it, vi } from 'vitest';
import { Exports } from '#app/desk/exports.tsx';
import { Overview } from '#app/desk/overview.tsx';
import { SetUp } from '#app/desk/set-up.tsx';
import { teamScope } from '#domain/records/scopes.ts';
import { Look } from '#features/inbox/look.tsx';
import { Site } from '#features/programme/site.tsx';
import { Session } from '#features/sessions/desk/session/session.tsx';
import { Sessions } from '#features/sessions/desk/sessions.tsx';
import { Team } from '#features/team/team.tsx';
import { deskOf, office, signIn, stand } from '#test/features/desk-stand.tsx';
import {
  entryOf,
  factWrite,
  markWrite,
  patchWrite,
  personWrite,
  push,
  sessionWrite,
  siteWrite,
  tallyWrite,
} from '#test/server/world.ts';

const session = uuidv7();
const theirs = uuidv7();
const kayla = uuidv7();
const november = 'from=2026-11-01&to=2026-11-30';

const here = office(async (world, { worker, otherWorker, coordinator, volunteer }) => {
  const { a, b } = world;
  await push(world, coordinator, [entryOf(coordinator, [siteWrite('windmill-hill')])]);
  const times = {
    actualStart: '2026-11-22T12:00:00.000Z',
    actualEnd: '2026-11-22T14:00:00.000Z',
    status: { is: 'finished', reopened: 0 },
  };
  await push(world, worker, [
    entryOf(worker, [sessionWrite(a, session, { ...times, [`team/${worker.member}`]: true }), personWrite(a, kayla)]),
    entryOf(worker, [
      markWrite(worker, a, session, kayla),
      tallyWrite(worker, a, session, { n: 6 }),
      factWrite(worker, 'note', teamScope(a), {
        session,
        day: '2026-11-22',
        text: 'The gate was shut.',
        at: '2026-11-22T12:30:00.000Z',
      }),
    ]),
  ]);
  await push(world, otherWorker, [
    entryOf(otherWorker, [sessionWrite(b, theirs, times), tallyWrite(otherWorker, b, theirs, { n: 3 })]),
  ]);
  // What a volunteer may not do waits for a coordinator.
  await push(world, volunteer, [
    entryOf(volunteer, [patchWrite('session', `partner/${a}`, session, { reason: 'rain/wind' })]),
  ]);
  await push(world, worker, [
    entryOf(worker, [patchWrite('site', 'programme', 'windmill-hill', { meetingPoint: 'By the swings' })]),
  ]);
});

function SessionsAndAddress() {
  const { search } = useLocation();
  return (
    <>
      <Sessions />
      <p>address: {search}</p>
    </>
  );
}

describe('overview', () => {
  it('adds up: named and counted are the attendances, and each figure leads to its sessions', async () => {
    stand(deskOf(here.world, here.ann), Overview, `/desk?${november}`);
    const total = await screen.findByRole('link', { name: '10' });
    expect(total.getAttribute('href')).toContain('/desk/sessions?from=2026-11-01');
    expect(screen.getByText('1 named + 9 counted')).toBeTruthy();
  });

  it('says when it has no signal, and keeps what it showed', async () => {
    const line = { now: false };
    const desk = deskOf(here.world, here.ann, line);
    stand(desk, Overview, `/desk?${november}`);
    await screen.findByRole('link', { name: '10' });
    line.now = true;
    await desk.answers.load(`/api/sessions?${november}`);
    await screen.findByText('This page needs signal. Recording does not.');
    expect(screen.getByRole('link', { name: '10' })).toBeTruthy();
    line.now = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/needs signal/)).toBeNull());
  });

  it('shows a partner’s coordinator that partner’s figures only', async () => {
    const cora = await signIn(here.world, 'Cora', 'another passphrase');
    stand(deskOf(here.world, cora), Overview, `/desk?${november}`);
    expect(await screen.findByRole('link', { name: '7' })).toBeTruthy();
  });

  it('shows the chart’s figures as a table', async () => {
    stand(deskOf(here.world, here.ann), Overview, `/desk?${november}`);
    await userEvent.click(await screen.findByRole('button', { name: 'View as table' }));
    const table = screen.getByRole('table', { name: 'Attendances by week' });
    expect(within(table).getByRole('row', { name: 'All 2 1 9 10' })).toBeTruthy();
  });
});

describe('sessions', () => {
  it('are filtered by what stands in the address', async () => {
    stand(deskOf(here.world, here.ann), Sessions, `/desk/sessions?${november}&state=lost`);
    expect(await screen.findByText('None like that')).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'delivered');
    expect(screen.getAllByRole('link', { name: /^Windmill Hill, Sun 22 Nov/ })).toHaveLength(2);
    expect(screen.getByRole('row', { name: /^2 sessions 1 9 10/ })).toBeTruthy();
  });

  it('are sorted by a head cell and looked for in words, and the file has what is shown', async () => {
    stand(deskOf(here.world, here.ann), SessionsAndAddress, `/desk/sessions?${november}`);
    const when = await screen.findByRole('columnheader', { name: /^When/ });
    expect(when.getAttribute('aria-sort')).toBe('descending');
    await userEvent.click(screen.getByRole('button', { name: 'Came' }));
    expect(screen.getByRole('columnheader', { name: /^Came/ }).getAttribute('aria-sort')).toBe('descending');
    const came = () => screen.getAllByRole('row').map((row) => within(row).queryAllByRole('cell')[5]?.textContent);
    expect(came().slice(1, 3)).toEqual(['7', '3']);
    await userEvent.click(screen.getByRole('button', { name: /^Came/ }));
    expect(came().slice(1, 3)).toEqual(['3', '7']);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'alliance');
    expect(screen.getByText('1 of 2')).toBeTruthy();
    expect(screen.getByText(/^address: .*sort=/).textContent).not.toContain('alliance');
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:');
    await userEvent.click(screen.getByRole('button', { name: 'Save these 1 as CSV' }));
    const csv = await (saved.mock.calls[0]?.[0] as Blob).text(); // what was handed to it above
    expect(csv.trim().split('\r\n')).toHaveLength(2);
    expect(csv).toContain('Alliance');
    vi.restoreAllMocks();
  });

  it('open into a register, with who came, when, and how many were counted', async () => {
    stand(deskOf(here.world, here.ann), Session, `/desk/sessions/${session}`, '/desk/sessions/:id');
    const row = await screen.findByRole('row', { name: /^Kayla/ });
    expect(within(row).getByText('12:05')).toBeTruthy();
    expect(screen.getByText('Fewer than two vetted adults')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Why was that?'), 'the second was put down on paper');
    await userEvent.click(screen.getByRole('button', { name: 'Save the reason' }));
    await waitFor(() => expect(screen.queryByLabelText('Why was that?')).toBeNull());
    expect(screen.getByText('the second was put down on paper')).toBeTruthy();
    await userEvent.click(screen.getByRole('tab', { name: 'History' }));
    expect(screen.getByText('The gate was shut.')).toBeTruthy();
  });

  it('never put a name into the title of the page', async () => {
    stand(deskOf(here.world, here.ann), Session, `/desk/sessions/${session}`, '/desk/sessions/:id');
    await screen.findByRole('row', { name: /^Kayla/ });
    expect(document.title).toBe('Session · Bandstand');
  });
});

describe('set-up', () => {
  it('saves a park’s changes and nothing else of it', async () => {
    const desk = deskOf(here.world, here.ann);
    const save = vi.spyOn(desk, 'save');
    stand(desk, Site, '/desk/set-up/sites/windmill-hill', '/desk/set-up/sites/:id');
    await userEvent.type(await screen.findByLabelText(/^Ward/), ' Gravesend ');
    await userEvent.type(screen.getByLabelText(/^Position/), 'near the mill');
    await userEvent.click(screen.getByRole('button', { name: 'Save the park' }));
    expect(screen.getByRole('link', { name: /Two numbers/ })).toBeTruthy();
    await userEvent.clear(screen.getByLabelText(/^Position/));
    await userEvent.type(screen.getByLabelText(/^Position/), '51.437, 0.371');
    await userEvent.click(screen.getByRole('button', { name: 'Save the park' }));
    await screen.findByText('another screen');
    expect(save.mock.calls[0]?.[1][0]?.body).toEqual({ ward: 'Gravesend', lat: 51.437, lon: 0.371 });
  });

  it('leaves the partners to the programme’s coordinator', async () => {
    const cora = await signIn(here.world, 'Cora', 'another passphrase');
    stand(deskOf(here.world, cora), SetUp, '/desk/set-up?part=partners');
    expect(await screen.findByText('Alliance')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Add a partner/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Alliance' })).toBeNull();
  });
});

describe('team', () => {
  it('gives somebody a code to scan, to send or to read out, for as long as it is chosen to work', async () => {
    const user = userEvent.setup();
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => here.world.clock.ms);
    stand(deskOf(here.world, here.ann), Team, '/desk/team');
    await userEvent.click(await screen.findByRole('button', { name: 'New code for Will' }));
    expect(screen.queryByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Make a code' }));
    const { textContent: code } = await screen.findByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    expect(screen.getByRole('heading', { name: 'A code for Will' })).toBeTruthy();
    expect(screen.getByRole('img', { name: /A code to scan/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy a message with it' }));
    const message = await navigator.clipboard.readText();
    expect(message).toContain(`/#${code}`);
    expect(message).toContain('Add to Home Screen');
    await user.click(screen.getByRole('radio', { name: '10 minutes' }));
    expect(screen.getByText(code)).toBeTruthy();
    // Right after the first press a second is a slip, and does nothing.
    await waitFor(
      async () => {
        await user.click(screen.getByRole('button', { name: 'Make another code' }));
        expect(screen.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)).toBeTruthy();
      },
      { timeout: 10_000, interval: 300 },
    );
    clock.mockRestore();
  });

  it('adds somebody with a role', async () => {
    stand(deskOf(here.world, here.ann), Team, '/desk/team');
    await userEvent.click(await screen.findByRole('button', { name: 'Add someone' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add to the team' }));
    expect(screen.getByRole('link', { name: 'Choose at least one role.' })).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Nia');
    const refocus = await screen.findByRole('group', { name: /^Refocus/ });
    await userEvent.click(within(refocus).getByRole('checkbox', { name: 'Volunteer leader' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add to the team' }));
    const row = await screen.findByRole('row', { name: /^Nia/ });
    expect(within(row).getByText('Volunteer leader, Refocus')).toBeTruthy();
    expect(within(row).getByText('Not vetted')).toBeTruthy();
  });

  it('changes one role, and leaves alone what another desk made of the others meanwhile', async () => {
    const { a } = here.world;
    const { member } = await here.world.add('Nell', [{ role: 'worker', partner: a }]);
    const desk = deskOf(here.world, here.ann);
    stand(desk, Team, '/desk/team');
    await userEvent.click(await screen.findByRole('button', { name: 'Change Nell' }));
    const refocus = within(await screen.findByRole('group', { name: /^Refocus/ }));
    await userEvent.click(refocus.getByRole('checkbox', { name: 'Volunteer leader' }));
    const lead = { give: [{ role: 'safeguardingLead', partner: a }], take: [{ role: 'worker', partner: a }] };
    await deskOf(here.world, here.ann).ask('PATCH', `/api/team/${member}`, lead);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const row = within(screen.getByRole('row', { name: /^Nell .*vetted/i }));
    await row.findByText('Volunteer leader, Refocus');
    expect(row.getByText('Safeguarding lead, Refocus')).toBeTruthy();
    expect(row.queryByText('Outreach worker, Refocus')).toBeNull();
    await userEvent.click(row.getByRole('button', { name: 'Change Nell' }));
    const again = within(await screen.findByRole('group', { name: /^Refocus/ }));
    await deskOf(here.world, here.ann).ask('PATCH', `/api/team/${member}`, { give: lead.take });
    desk.answers.refresh('/api/team');
    await waitFor(() =>
      expect(again.getByRole('checkbox', { name: 'Outreach worker' })).toHaveProperty('checked', true),
    );
  });

  it('a passphrase that is too short is said at its field, and no longer once it is long enough', async () => {
    stand(deskOf(here.world, here.ann), Team, '/desk/team');
    await userEvent.click(await screen.findByRole('button', { name: 'Change Cora' }));
    const field = screen.getByLabelText(/passphrase/);
    await userEvent.type(field, 'short');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findAllByText(/A passphrase has ten letters or more/)).toHaveLength(2);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await userEvent.type(field, ' but longer now');
    expect(screen.queryByText(/passphrase has ten|longer passphrase/)).toBeNull();
  });

  it('ends somebody’s rights only when asked twice', async () => {
    const desk = deskOf(here.world, here.ann);
    stand(desk, Team, '/desk/team');
    await userEvent.click(await screen.findByRole('button', { name: 'Change Lee' }));
    await userEvent.click(screen.getByRole('button', { name: 'Lee is leaving' }));
    await userEvent.click(screen.getByRole('button', { name: 'End it now' }));
    expect(await screen.findByText('1 left')).toBeTruthy();
  });
});

describe('exports', () => {
  it('read no names before somebody said why', async () => {
    const desk = deskOf(here.world, here.ann);
    const ask = vi.spyOn(desk, 'ask');
    stand(desk, Exports, `/desk/exports?${november}&what=attendance`);
    await userEvent.click(await screen.findByRole('radio', { name: /^Names/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Say why first' }));
    expect(ask.mock.calls.filter(([, path]) => path.includes('names=yes'))).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Download CSV' })).toBeNull();
    await userEvent.type(screen.getByLabelText('Why are names needed?'), 'a trip');
    await userEvent.click(screen.getByRole('button', { name: 'Look at it first' }));
    expect(await screen.findByRole('row', { name: /^Kayla/ })).toBeTruthy();
  });

  it('without names tell a funder of no group of few, and us of every number', async () => {
    stand(deskOf(here.world, here.ann), Exports, `/desk/exports?${november}&what=attendance`);
    const table = () => screen.findByRole('table', { name: 'Attendance, as in the file' });
    // Seven of one partner and three of another, one of whom is known by name.
    expect(within(await table()).queryByRole('columnheader', { name: 'Partner' })).toBeNull();
    expect(within(await table()).getAllByText(/^(<5|\[c\])$/).length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('radio', { name: /^For ourselves/ }));
    expect(await screen.findByRole('columnheader', { name: 'Partner' })).toBeTruthy();
    expect(within(await table()).getByRole('row', { name: /Alliance 10–12 0 3 0 3$/ })).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /^Sessions/ }));
    expect(await screen.findByRole('table', { name: 'Sessions, as in the file' })).toBeTruthy();
    expect(screen.queryByRole('columnheader', { name: /^Attendances/ })).toBeNull();
  });

  it('ask for no period where a report has none', async () => {
    stand(deskOf(here.world, here.ann), Exports, `/desk/exports?${november}&what=agencies`);
    await screen.findByText(/^Data as at/);
    expect(screen.queryByLabelText('Period')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: /^Boxes/ }));
    expect(await screen.findByLabelText('Period')).toBeTruthy();
  });

  it('are logged with their reason', async () => {
    stand(deskOf(here.world, here.ann), Exports, '/desk/exports?part=past');
    expect(await screen.findByText('Yes: a trip')).toBeTruthy();
  });

  it('show a token once', async () => {
    stand(deskOf(here.world, here.ann), Exports, '/desk/exports?part=sheet');
    await userEvent.type(await screen.findByLabelText('What is it for?'), 'Board');
    await userEvent.click(screen.getByRole('button', { name: 'Make a token' }));
    expect(await screen.findByText(/^Bearer be_/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'I have copied it' }));
    expect(screen.queryByText(/be_/)).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Take back Board' }));
    await userEvent.click(screen.getByRole('button', { name: /Sure/ }));
    expect(await screen.findByText('No token yet')).toBeTruthy();
  });

  it('say of a token what it may fetch, until when, and what it fetched', async () => {
    stand(deskOf(here.world, here.ann), Exports, '/desk/exports?part=sheet');
    await userEvent.type(await screen.findByLabelText('What is it for?'), 'Council');
    await userEvent.click(screen.getByText('Only for some figures'));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Sessions' }));
    await userEvent.click(screen.getByRole('button', { name: 'Make a token' }));
    const token = (await screen.findByText(/^Bearer be_/)).textContent.replace('Bearer ', '');
    expect(screen.getAllByRole('radio').map((each) => each.getAttribute('value'))).toEqual(['sessions']);
    await userEvent.selectOptions(screen.getByLabelText('Of which days'), 'This year');
    const address = screen.getByText(/\/api\/exports\/sessions\.csv\?period=this-year$/).textContent;
    const reply = await here.world.say('GET', new URL(address).pathname + new URL(address).search, undefined, {
      token,
    });
    expect(reply.status).toBe(200);
    cleanup();
    stand(deskOf(here.world, here.ann), Exports, '/desk/exports?part=sheet');
    const row = await screen.findByRole('row', { name: /Council/ });
    const rows = reply.text.trimEnd().split('\r\n').length - 1;
    expect(row.textContent).toMatch(
      new RegExp(`Sessions.*Numbers only.*Once, last .*Sessions, CSV, ${rows} rows?.*2027`),
    );
    cleanup();
    stand(deskOf(here.world, here.ann), Exports, '/desk/exports?part=past');
    expect(await screen.findByText(/by the token “Council”/)).toBeTruthy();
  });
});

describe('what needs a look', () => {
  it('says why, shows what stands now, and is taken in or given up, which can be undone', async () => {
    stand(deskOf(here.world, here.ann), Look, '/desk/look');
    const park = await screen.findByRole('article', { name: 'Will: Park' });
    expect(within(park).getByText(/Their role may not save this/)).toBeTruthy();
    await userEvent.click(within(park).getByRole('button', { name: 'Look' }));
    expect(await screen.findByText('Park: Windmill Hill, a change')).toBeTruthy();
    await userEvent.click(within(park).getByRole('button', { name: 'Take it in' }));
    // Of no session, it is not undone under Done.
    expect((await screen.findByText(/Taken in/)).textContent).not.toContain('undone');
    const give = async () => {
      const volunteers = await screen.findByRole('article', { name: /^Vi/ });
      await userEvent.click(within(volunteers).getByRole('button', { name: 'Give up' }));
      const sheet = within(screen.getByRole('dialog'));
      await userEvent.click(sheet.getByRole('button', { name: 'Give it up' }));
      expect(sheet.getAllByText('Say why, in a few words.')).toHaveLength(2);
      await userEvent.type(sheet.getByLabelText('Why?'), 'said twice');
      await userEvent.click(sheet.getByRole('button', { name: 'Give it up' }));
      expect(await screen.findByText('Nothing waits')).toBeTruthy();
    };
    await give();
    await userEvent.click(screen.getByRole('tab', { name: 'Done' }));
    await userEvent.click(await screen.findByRole('button', { name: /^Undo: given up/ }));
    await userEvent.click(screen.getByRole('tab', { name: /^Open/ }));
    await give();
    const sites = await here.world.say('GET', '/api/records?type=site', undefined, { cookie: here.ann.cookie });
    expect(sites.body.records[0].body.meetingPoint).toBe('By the swings');
  });

  it('leaves out what is left out, also of what is given up, and offers nothing where all of it is', async () => {
    const { world } = here;
    const vera = await world.add('Vera', [{ role: 'volunteer', partner: world.a }]);
    const said = [{ reason: 'rain/wind' }, { reason: 'other' }];
    await push(
      world,
      vera,
      said.map((body) => entryOf(vera, [patchWrite('session', `partner/${world.a}`, session, body)])),
    );
    stand(deskOf(world, here.ann), Look, '/desk/look');
    const card = within(await screen.findByRole('article', { name: /^Vera/ }));
    await userEvent.click(card.getByRole('button', { name: 'Look' }));
    const [first, second] = await screen.findAllByRole('button', { name: 'Leave out' });
    if (!first || !second) throw new Error('two can be left out');
    await userEvent.click(first);
    await userEvent.click(second);
    expect(card.queryByRole('button', { name: /^(Take|Give)/ })).toBeNull();
    await userEvent.click(second);
    await userEvent.click(card.getByRole('button', { name: 'Give 1 up' }));
    const sheet = within(screen.getByRole('dialog'));
    await userEvent.type(sheet.getByLabelText('Why?'), 'said twice');
    await userEvent.click(sheet.getByRole('button', { name: 'Give 1 up' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Leave out' })).toBeNull());
    expect(card.getByRole('button', { name: 'Give up' })).toBeTruthy();
  });
});
