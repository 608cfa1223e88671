// @vitest-environment jsdom
import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { aDocument, versionOf } from '#test/domain/a-wording.ts';
import {
  all,
  keep,
  lockAndOpen,
  one,
  openPhone,
  partner,
  record,
  said,
  scope,
  session,
  show,
} from '#test/features/phone-stand.tsx';

/** A young person on a real phone: read on their page, changed part by part. */

configure({ asyncUtilTimeout: 5000 });
beforeEach(() => openPhone());
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

const families = `${scope}/private`;
const guardian = (id: string, body: Record<string, unknown>) => record('guardian', id, body, families);
const details = (person: string, body: Record<string, unknown>) =>
  record('details', `details:${person}`, { person, ...body }, families);
/** What a badge shows of photos is shown once a wording asks about them. */
const wording = versionOf(aDocument());
const approved = { kind: 'says more', purposes: ['takePart'], reason: 'The first', who: 'Ann', at: wording.at };

const mum = guardian('mum', { name: 'Nadia Karim', phone: '07700900318', status: 'active' });
const kayla = details('kayla', {
  fullName: 'Kayla Mensah',
  'guardian/mum': { is: 'mother', responsibility: 'yes', call: 1 },
  'contact/c1': { name: 'Aunt Rosa', phone: '07700 900456', is: 'aunt' },
  'need/n1': { kind: 'medical', name: 'Asthma', do: 'Blue inhaler in the front pocket of her bag.' },
});
const brother = record('person', 'ben', { knownAs: 'Ben', leaf: 3, colour: 2, status: 'active' });

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const write = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the page of a person', () => {
  test('says what to do and whom to call first, with everybody else behind it', async () => {
    await keep([mum, kayla]);
    show('/people/kayla');
    expect(await screen.findByText('What we must do')).toBeTruthy();
    expect(screen.getByText(/Blue inhaler/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /Call Nadia Karim/ }).getAttribute('href')).toBe('tel:07700900318');
    expect(screen.getByText('07700 900318')).toBeTruthy();
    expect(screen.getByText('1 more to call')).toBeTruthy();
    expect(screen.getByText('Kayla Mensah')).toBeTruthy();
    expect(screen.queryByText(/Registered takes/)).toBeNull();
  });

  test('says that nobody can be called yet, and the way to write somebody down', async () => {
    show('/people/kayla');
    expect(await screen.findByText('Nobody to call yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Add a parent' })).toBeTruthy();
    expect(screen.getByText(/Registered takes a full name/)).toBeTruthy();
  });

  test('names brothers and sisters, and the last two of the sessions they came to', async () => {
    const past = (id: string, day: string) =>
      session(id, {
        ...{ day, actualStart: `${day}T14:00:00.000Z`, actualEnd: `${day}T16:00:00.000Z` },
        status: { is: 'finished', reopened: 0 },
      });
    const here = (id: string, day: string, minute: string) => {
      const at = `${day}T14:${minute}:00.000Z`;
      return record('mark', `m-${id}`, { session: id, person: 'kayla', day, state: 'here', at, replaces: [] });
    };
    const days = ['2026-10-06', '2026-10-13', '2026-10-20'];
    await keep([
      ...[mum, kayla, brother, details('ben', { 'guardian/mum': { is: 'mother' } })],
      ...days.flatMap((day, at) => [past(`s${at}`, day), here(`s${at}`, day, '20')]),
    ]);
    show('/people/kayla');
    expect(await screen.findByText('Ben')).toBeTruthy();
    expect(await screen.findByRole('link', { name: '3 sessions' })).toBeTruthy();
    expect(screen.getAllByText('1 h 40')).toHaveLength(2);
    expect(screen.queryByText(/6 Oct/)).toBeNull();
    fireEvent.click(screen.getByRole('link', { name: '3 sessions' }));
    expect(await screen.findByText(/6 Oct/)).toBeTruthy();
  });

  test('shows a volunteer the badge and what it says of needs, and nothing that says why', async () => {
    await keep([
      record('member', 'member-one', { name: 'Tunde A', [`role/volunteer:${partner}`]: true }, 'programme'),
      record('standing', 'standing:kayla', { person: 'kayla', medical: true, 'may/photoInternal': 'mayNot' }),
      record('wordingVersion', 'version-one', wording, 'programme'),
      record('approval', 'approval-one', { ...approved, sha256: wording.sha256 }, 'programme'),
      ...[mum, kayla],
    ]);
    show('/people/kayla');
    expect(await screen.findByText('Ask a worker what to do')).toBeTruthy();
    expect(await screen.findByText('No photos')).toBeTruthy();
    expect(screen.queryByText('What we must do')).toBeNull();
    expect(screen.queryByText('Kayla Mensah')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
  });

  test('of somebody with two badges is one page, whichever of them is asked for', async () => {
    await keep([
      record('person', 'kayla2', { knownAs: 'Kaylah', leaf: 5, colour: 2, gender: 'F', status: 'active' }),
      record('alias', 'a1', {
        of: 'person',
        one: 'kayla',
        other: 'kayla2',
        is: 'same',
        at: '2026-11-22T12:00:00.000Z',
        replaces: [],
      }),
      ...[mum, details('kayla2', { 'guardian/mum': { is: 'mother', call: 1 } })],
    ]);
    show('/people/kayla2');
    expect(await screen.findByRole('heading', { name: 'Kayla' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /Call Nadia Karim/ })).toBeTruthy();
    cleanup();
    show('/people');
    await screen.findByText('Kayla');
    expect(screen.queryByText('Kaylah')).toBeNull();
  });
});

describe('who they are', () => {
  const called = 'What do they like to be called?';
  const open = async (person = 'kayla') => {
    show(`/people/${person}/edit/about`);
    return screen.findByLabelText<HTMLInputElement>(called);
  };
  const elsewhere = (body: Record<string, unknown>) =>
    keep([record('person', 'kayla', { knownAs: 'Kayla', leaf: 1, colour: 1, status: 'active', ...body })]);
  const saved = async () => {
    press('Save');
    await screen.findByText('Each part is saved by itself. Come back to the rest whenever there is time.');
  };

  test('says what the badge will say, and then says it', async () => {
    await open();
    write(called, 'Kayla Mensah (Y8)');
    expect(screen.getByText('The badge says: Kayla M')).toBeTruthy();
    await saved();
    expect((await one('person', 'kayla')).body).toMatchObject({ knownAs: 'Kayla', initial: 'M' });
  });

  test.each(['(Y8)', '', '…'])('asks at the field where %s is no name, and keeps what was known', async (name) => {
    await open();
    write(called, name);
    press('Save');
    expect(await screen.findAllByText('Write what they are called.')).toHaveLength(2);
    expect((await one('person', 'kayla')).body.knownAs).toBe('Kayla');
  });

  test('a day of birth is said back as an age, and the badge keeps the year', async () => {
    await open();
    const year = new Date().getFullYear() - 11;
    fireEvent.change(screen.getByRole('textbox', { name: 'Full name' }), { target: { value: 'Kayla Mensah' } });
    write('Day', '1');
    write('Month', '1');
    write('Year', String(year));
    expect(screen.getByText('11 years old')).toBeTruthy();
    await saved();
    expect((await one('details', 'details:kayla')).body).toEqual({
      ...{ person: 'kayla', fullName: 'Kayla Mensah', born: `${year}-01-01` },
    });
    expect((await one('person', 'kayla')).body.yearOfBirth).toBe(year);
    expect((await said()).map(({ writes }) => writes.map(({ type }) => type))).toEqual([['person', 'details']]);
  });

  test('a day that no calendar has is asked about at the field, and what was typed stays', async () => {
    await open();
    write('Day', '31');
    write('Month', '2');
    write('Year', '2014');
    press('Save');
    expect(await screen.findAllByText('There is no 31 in February 2014: it has 28 days.')).toHaveLength(2);
    expect(screen.getByLabelText('Day')).toHaveProperty('value', '31');
    expect(await said()).toEqual([]);
  });

  test('rather not say is an answer, and takes the one before away', async () => {
    await keep([details('kayla', { school: 'St John’s', fullName: 'Kayla Mensah' })]);
    await open();
    fireEvent.click(screen.getByRole('checkbox', { name: 'School' }));
    await saved();
    expect((await one('details', 'details:kayla')).body).toMatchObject({ school: null, 'notSaid/school': true });
    expect((await one('details', 'details:kayla')).body.fullName).toBe('Kayla Mensah');
  });

  test('says what was changed there and nothing else, and follows what another phone says of the rest', async () => {
    const field = await open();
    write('Age', '13-15');
    await elsewhere({ knownAs: 'Kaylah' });
    await waitFor(() => expect(field.value).toBe('Kaylah'));
    await saved();
    expect((await said())[0]?.writes.map(({ body }) => Object.keys(body).sort())).toEqual([
      ['ageBand', 'ageBandOn', 'yearOfBirth'],
    ]);
    expect((await one('person', 'kayla')).body).toMatchObject({ knownAs: 'Kaylah', ageBand: '13-15' });
  });

  test('says so where another phone changed what is being changed here', async () => {
    const field = await open();
    write(called, 'Kayla Mensah');
    await elsewhere({ knownAs: 'Kaylah' });
    expect(
      await screen.findByText(/What they like to be called: Kaylah\. Saving puts yours in its place/),
    ).toBeTruthy();
    expect(field.value).toBe('Kayla Mensah');
  });

  test('never opens with what was typed for somebody else, and nothing typed is lost', async () => {
    await keep([record('person', 'mo', { knownAs: 'Mo', leaf: 2, colour: 2, status: 'active' })]);
    await open();
    write(called, 'Kayla Mensah');
    await lockAndOpen();
    expect((await open('mo')).value).toBe('Mo');
    cleanup();
    expect((await open()).value).toBe('Kayla Mensah');
  });
});

test('of somebody with two badges, what only the other badge answered can be emptied and changed', async () => {
  await keep([
    record('person', 'kayla2', { knownAs: 'Kaylah', leaf: 5, colour: 2, status: 'active' }),
    record('alias', 'a1', {
      ...{ of: 'person', one: 'kayla', other: 'kayla2', is: 'same' },
      ...{ at: '2026-11-22T12:00:00.000Z', replaces: [] },
    }),
    details('kayla2', { school: 'St John’s', 'need/n1': { kind: 'allergy', name: 'Nuts', do: 'EpiPen.' } }),
  ]);
  show('/people/kayla2/edit/about');
  await screen.findByDisplayValue('St John’s');
  fireEvent.change(screen.getByRole('textbox', { name: /School/ }), { target: { value: '' } });
  press('Save');
  await screen.findByText('Nuts');
  expect(screen.queryByText(/St John/)).toBeNull();
  expect((await one('details', 'details:kayla')).body).toEqual({ person: 'kayla', school: null });
  cleanup();
  show('/people/kayla/edit/needs');
  fireEvent.click(await screen.findByRole('button', { name: 'Remove need 1' }));
  fireEvent.click(screen.getByLabelText('No'));
  press('Save');
  await screen.findByText('No need');
  expect((await one('details', 'details:kayla')).body['need/n1']).toBeNull();
});

describe('what we must do', () => {
  test('several needs are kept, each as what the team must do', async () => {
    show('/people/kayla/edit/needs');
    fireEvent.click(await screen.findByLabelText('Yes'));
    press('Save');
    expect((await screen.findAllByText('Add what it is, and what we must do.')).length).toBeGreaterThan(0);
    press('Add a need');
    write(/What is it/, 'Asthma');
    press('Save');
    expect((await screen.findAllByText('Write what the team must do.')).length).toBeGreaterThan(0);
    write(/What must we do/, 'Sit her up and give her the blue inhaler.');
    press('Add another need');
    const [, second] = screen.getAllByLabelText(/What is it/);
    const [, must] = screen.getAllByLabelText(/What must we do/);
    if (!second || !must) throw new Error('no second need');
    fireEvent.change(second, { target: { value: 'Nuts' } });
    fireEvent.change(must, { target: { value: 'EpiPen, then 999.' } });
    press('Save');
    await screen.findByText('Asthma, Nuts');
    const { body } = await one('details', 'details:kayla');
    expect(Object.values(body).filter((value) => typeof value === 'object')).toEqual([
      { kind: 'medical', name: 'Asthma', do: 'Sit her up and give her the blue inhaler.' },
      { kind: 'medical', name: 'Nuts', do: 'EpiPen, then 999.' },
    ]);
  });

  test('no need is an answer too', async () => {
    show('/people/kayla/edit/needs');
    fireEvent.click(await screen.findByLabelText('No'));
    press('Save');
    await screen.findByText('No need');
    expect((await one('details', 'details:kayla')).body.noNeeds).toBe(true);
  });
});

describe('parents and carers', () => {
  const choose = (label: RegExp, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });

  test('a mother is written down once, with her number as it is read', async () => {
    show('/people/kayla/guardian/new');
    await screen.findByLabelText('Their name');
    press('Save');
    expect((await screen.findAllByText('Write their name.')).length).toBe(2);
    write('Their name', 'Nadia Karim');
    write('Telephone', '07700900318');
    expect(screen.getByText('Kept as 07700 900318')).toBeTruthy();
    choose(/Who are they to Kayla/, 'mother');
    fireEvent.click(screen.getByLabelText('Yes'));
    press('Save');
    await screen.findByText('Nadia Karim');
    const [nadia] = await all('guardian');
    expect(nadia?.body).toEqual({ name: 'Nadia Karim', phone: '07700 900318', status: 'active' });
    expect((await one('details', 'details:kayla')).body[`guardian/${nadia?.id}`]).toEqual({
      ...{ is: 'mother', responsibility: 'yes', call: 1 },
    });
  });

  test('the mother of a brother is chosen, not typed again', async () => {
    await keep([mum, brother, details('ben', { 'guardian/mum': { is: 'mother', responsibility: 'yes', call: 1 } })]);
    show('/people/kayla/guardian/new');
    await screen.findByLabelText('Their name');
    write('Their name', 'Nad');
    expect(await screen.findByText('mother of Ben')).toBeTruthy();
    press(/^It is Nadia Karim/);
    choose(/Who are they to Kayla/, 'mother');
    fireEvent.click(screen.getByLabelText('Yes'));
    press('Save');
    await screen.findByText('Nadia Karim');
    expect(await all('guardian')).toHaveLength(1);
    expect((await said())[0]?.writes.map(({ type }) => type)).toEqual(['details']);
    expect((await one('details', 'details:kayla')).body['guardian/mum']).toMatchObject({ call: 1 });
  });

  test('another number is her record’s, and whoever is called first comes before', async () => {
    await keep([
      ...[mum, guardian('dad', { name: 'Omar Karim', phone: '07700 900319', status: 'active' })],
      details('kayla', {
        'guardian/mum': { is: 'mother', responsibility: 'yes', call: 1 },
        'guardian/dad': { is: 'father', responsibility: 'not sure', call: 2 },
      }),
    ]);
    show('/people/kayla/guardian/dad');
    await screen.findByDisplayValue('Omar Karim');
    write('Telephone', '07700 900555');
    fireEvent.click(screen.getByLabelText('Call them first'));
    press('Save');
    await screen.findByText(/07700 900555/);
    expect((await one('guardian', 'dad')).body.phone).toBe('07700 900555');
    const { body } = await one('details', 'details:kayla');
    expect([body['guardian/dad']?.call, body['guardian/mum']?.call]).toEqual([1, 2]);
    expect(body['guardian/mum']?.responsibility).toBe('yes');
  });
});

describe('not joining in', () => {
  test('says until when and why, ends by itself, and can be ended before', async () => {
    show('/people/kayla/not-joining');
    fireEvent.click(await screen.findByLabelText('Agreed break'));
    const until = dayOf(toInstant(Date.now() + 5 * 86_400_000));
    write('Until', until);
    press('Save');
    expect((await screen.findAllByText(/Not joining in until/)).length).toBeGreaterThan(0);
    expect((await all('eligibility'))[0]?.body).toMatchObject({ reason: 'agreedBreak', until, replaces: [] });
    cleanup();
    show('/people/kayla/not-joining');
    fireEvent.click(await screen.findByRole('button', { name: 'They join in again' }));
    await waitFor(async () => expect(await all('eligibility')).toHaveLength(2));
    cleanup();
    show('/people/kayla');
    await screen.findByText('Nobody to call yet');
    expect(screen.queryByRole('heading', { name: /Not joining in until/ })).toBeNull();
  });
});

describe('the same person', () => {
  test('a coordinator says that two are one, and takes it back', async () => {
    await keep([
      record('member', 'member-one', { name: 'Ruth B', [`role/partnerCoordinator:${partner}`]: true }, 'programme'),
      record('person', 'kayla2', { knownAs: 'Kaylah', leaf: 5, colour: 2, status: 'active' }),
    ]);
    show('/people/kayla/same');
    fireEvent.click(await screen.findByRole('button', { name: 'Same person' }));
    expect(await screen.findByText('One person with')).toBeTruthy();
    press('Take it back');
    await screen.findByText('May be the same');
    expect((await all('alias')).map(({ body }) => body.is)).toEqual(['same', 'open']);
    // A second press right after the first is a slip.
    await new Promise((resolve) => setTimeout(resolve, 700));
    press('Two people');
    expect(await screen.findByText('Nobody looks the same')).toBeTruthy();
  });
});
