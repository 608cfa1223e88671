// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import { remember } from '#db/remember.ts';
import type { Body } from '#domain/records/entry.ts';
import { type Movement, partsOwed, readStock } from '#domain/stock/stock.ts';
import { dayOf } from '#domain/time.ts';
import { NotBack } from '#features/boxes/phone/loans/not-back.tsx';
import { all, type Kept, keep, openPhone, partner, record, show } from '#test/features/phone-stand.tsx';

/** The screens of boxes on a real store: what a worker taps, and what comes of it. */

const at = '2026-11-22T12:00:00.000Z';
const day = '2026-11-22';
/** What is given out is recorded for today. */
const year = new Date().getFullYear();

/** Of the set-up. */
const setUp = (type: string, id: string, body: Body): Kept => record(type, id, body, 'programme');

/** A programme as the server would have sent it. */
function world(role: string): Kept[] {
  return [
    setUp('programme', 'programme', { name: 'Stepping Out' }),
    setUp('partner', partner, { name: 'Refocus Project', status: 'active' }),
    setUp('partner', 'partner-two', { name: 'YGM Dance Academy', status: 'active' }),
    setUp('member', 'member-one', { name: 'Dele A', [`role/${role}:${partner}`]: true }),
    setUp('set', 'football', { name: 'Football', kind: 'ITM', icon: 'ball', status: 'active' }),
    setUp('set', 'rope', { name: 'Skipping rope', kind: 'ITM', icon: 'rope', status: 'active' }),
    setUp('set', 'over', {
      ...{ name: 'Over-10s set', kind: 'O10', code: 'K7RT', version: 1, status: 'active' },
      ...{ 'part/1:football': 1, 'part/1:rope': 1 },
    }),
    setUp('set', 'under', { name: 'Under-10s set', kind: 'U10', status: 'active' }),
    record('holder', 'van-one', { name: 'Van', kind: 'van', code: 'V4NR' }),
    record('target', 'target-one', { n: 120, by: '2027-03-31' }),
    record('person', 'jakub', { knownAs: 'Jakub', initial: 'W', leaf: 1, colour: 2, yearOfBirth: year - 10 }),
    record('person', 'maja', { knownAs: 'Maja', initial: 'C', leaf: 3, colour: 1, yearOfBirth: year - 8 }),
    record('movement', 'came', { kind: 'received', set: 'over', n: 12, to: 'van-one', day, at }),
  ];
}

const openAs = (role: string, more: readonly Kept[] = [], without: readonly string[] = []): Promise<void> =>
  openPhone(
    more,
    world(role).filter(({ type }) => !without.includes(type)),
  );

/** What lies on the disk, folded. */
async function stock() {
  const [movements, transfers, stocktakes] = await Promise.all([all('movement'), all('transfer'), all('stocktake')]);
  return readStock({ movements: [...movements, ...transfers], stocktakes });
}
const given = async (): Promise<Movement[]> => (await stock()).movements.filter(({ kind }) => kind === 'given out');
const balance = async (set: string, place = 'van-one') =>
  (await stock()).shelves.get(`${partner}|${place}|${set}`)?.balance;

beforeEach(() => openAs('worker'));
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

describe('giving out', () => {
  test('a 10-year-old gets the over-10s set, and a double tap is one box', async () => {
    const user = show('/give');
    await user.click(await screen.findByRole('button', { name: /^Jakub W/ }));
    expect(await screen.findByText('Jakub is 10: over-10s set')).toBeTruthy();
    const over = screen.getByRole('radio', { name: /Over-10s set/ });
    expect((over as HTMLInputElement).checked).toBe(true);
    expect(screen.getByText(/box 1 of 120/)).toBeTruthy();
    await user.dblClick(screen.getByRole('button', { name: 'Give out' }));
    expect(await screen.findByRole('heading', { name: 'Over-10s set given to Jakub W' })).toBeTruthy();
    expect(await given()).toMatchObject([{ set: 'over', n: 1, for: ['jakub'], from: 'van-one', version: 1 }]);
    expect(await balance('over')).toBe(11);
  });

  test('what is not in it is owed, and Undo takes both back', async () => {
    const user = show('/give?person=jakub');
    await user.click(await screen.findByRole('checkbox', { name: /Skipping rope/ }));
    await user.click(screen.getByRole('button', { name: 'Give out, 1 part owed' }));
    await screen.findByText('Owed: skipping rope');
    expect(partsOwed((await stock()).movements)).toMatchObject([{ part: 'rope', n: 1 }]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: /^Jakub W/ })).toBeTruthy();
    expect(partsOwed((await stock()).movements)).toEqual([]);
    expect(await balance('over')).toBe(12);
  });

  test('another set than suggested is one tap, and why may be said', async () => {
    const user = show('/give?person=jakub');
    await user.click(await screen.findByRole('radio', { name: /Under-10s set/ }));
    await user.click(screen.getByRole('button', { name: 'They asked for it' }));
    await user.click(screen.getByRole('button', { name: 'Give out' }));
    await screen.findByRole('heading', { name: /given to Jakub W/ });
    expect(await given()).toMatchObject([{ set: 'under', reason: 'They asked for it' }]);
    expect(await balance('under')).toBe(-1);
  });

  test('a family gets one box each by age, or one between them', async () => {
    const user = show('/give');
    await user.click(await screen.findByRole('button', { name: 'A family' }));
    await user.click(screen.getByRole('button', { name: /^Jakub W/ }));
    await user.click(screen.getByRole('button', { name: /^Maja C/ }));
    await user.click(screen.getByRole('button', { name: 'Continue with 2' }));
    await user.click(await screen.findByRole('button', { name: 'Give out 2' }));
    await screen.findByText('Saved on this phone.', { exact: false });
    const [one, two] = await given();
    expect([one?.set, two?.set].sort()).toEqual(['over', 'under']);
    expect(one?.family).toBeTruthy();
    expect(one?.family).toBe(two?.family);
  });

  test('somebody who has one already is said, and gets another all the same', async () => {
    await openAs('worker', [
      record('movement', 'before', {
        ...{ kind: 'given out', set: 'over', n: 1, from: 'van-one', for: ['jakub'], day: '2026-05-12', at },
        label: 'K7RT-31',
      }),
    ]);
    const user = show('/give?person=jakub&set=over&label=K7RT-31');
    expect(await screen.findByText(/^Already had one on 12 May/)).toBeTruthy();
    expect(screen.getByText(/^K7RT-31 was given out on 12 May/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Give out' }).getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'It came back' }));
    await waitFor(() => expect(screen.queryByText(/was given out on/)).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Give out' }));
    await screen.findByRole('heading', { name: /given to Jakub W/ });
    expect((await given()).at(-1)).toMatchObject({ label: 'K7RT-31' });
  });

  test('a box that came back is counted once for two quick taps, and what it was owed is known to be missing in it', async () => {
    await openAs('worker', [
      record('movement', 'before', {
        ...{ kind: 'given out', set: 'over', n: 1, from: 'van-one', for: ['jakub'], day, at, label: 'K7RT-31' },
        owed: [{ set: 'rope', n: 1 }],
      }),
    ]);
    const user = show('/give?person=maja&set=over&label=K7RT-31');
    const back = await screen.findByRole('button', { name: 'It came back' });
    fireEvent.click(back);
    fireEvent.click(back);
    await waitFor(() => expect(screen.queryByText(/was given out/)).toBeNull());
    expect(await balance('over')).toBe(12);
    expect(partsOwed((await stock()).movements)).toMatchObject([
      { part: 'rope', n: 1, move: { kind: 'part missing' } },
    ]);
    await user.click(screen.getByRole('button', { name: 'Give out, 1 part owed' }));
    await screen.findByRole('heading', { name: /given to Maja C/ });
    expect(partsOwed((await stock()).movements)).toMatchObject([{ part: 'rope', n: 1, move: { for: ['maja'] } }]);
  });

  test('what an earlier session gave out is dated by its end, so that a count since is asked about', async () => {
    await openAs('worker', [
      record('session', 'earlier', {
        ...{ site: 'site-one', activity: 'football', day, status: { is: 'finished' } },
        ...{ actualStart: '2026-11-22T10:00:00.000Z', actualEnd: '2026-11-22T10:30:00.000Z' },
      }),
    ]);
    const user = show('/give?session=earlier&person=jakub');
    await user.click(await screen.findByRole('button', { name: 'Give out' }));
    await screen.findByRole('heading', { name: /given to Jakub W/ });
    expect(await given()).toMatchObject([{ session: 'earlier', day, at: '2026-11-22T10:30:00.000Z' }]);
  });

  const short = record('movement', 'short', {
    ...{ kind: 'part missing', set: 'over', n: 1, from: 'van-one', to: 'van-one', day, at },
    owed: [{ set: 'rope', n: 1 }],
  });

  test('one box known to lack a part is handed to one of a family, not to each', async () => {
    await openAs('worker', [short]);
    const user = show('/give?person=jakub,maja&set=over');
    await user.click(await screen.findByRole('button', { name: 'Give out 2, 1 part owed' }));
    await screen.findByText('Saved on this phone.', { exact: false });
    expect((await given()).map(({ settles }) => settles)).toEqual([['short'], []]);
    expect(partsOwed((await stock()).movements)).toMatchObject([{ part: 'rope', n: 1 }]);
  });

  test('of several boxes it is asked how many lack a part in all, and they answer for what was found', async () => {
    await openAs('worker', [short, { ...short, id: 'short-too' }]);
    const user = show('/give?person=unnamed&set=over');
    const field = await screen.findByRole('textbox', { name: 'How many?' });
    await user.clear(field);
    await user.type(field, '4');
    await user.click(await screen.findByRole('checkbox', { name: /4 skipping ropes/ }));
    expect((screen.getByLabelText('How many are missing, in all?') as HTMLInputElement).value).toBe('2');
    await user.click(screen.getByRole('button', { name: 'Give out 4, 2 parts owed' }));
    await screen.findByText('Saved on this phone.', { exact: false });
    expect(await given()).toMatchObject([{ n: 4, owed: [{ set: 'rope', n: 2 }], settles: ['short', 'short-too'] }]);
    expect(partsOwed((await stock()).movements)).toMatchObject([{ n: 2, move: { kind: 'given out' } }]);
  });

  test('a label is kept only on a box of its own set', async () => {
    const user = show('/give?person=maja&set=over&label=K7RT-5');
    await user.click(await screen.findByRole('radio', { name: /Under-10s set/ }));
    expect(screen.getByText(/The label is of another set, Over-10s set/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Give out' }));
    await screen.findByRole('heading', { name: /given to Maja C/ });
    const [only] = await given();
    expect(only?.set).toBe('under');
    expect(only?.label).toBeUndefined();
  });

  test('a draft left by the phone’s own Back is not carried on to another label, and says so', async () => {
    const user = show('/give?person=jakub');
    await user.click(await screen.findByRole('radio', { name: /Under-10s set/ }));
    await new Promise((resolve) => setTimeout(resolve, 500)); // until the draft lies on the disk
    cleanup();
    show('/give?person=jakub&set=over&label=K7RT-7');
    expect(await screen.findByText(/^What you started before was for another/)).toBeTruthy();
    expect((screen.getByRole('radio', { name: /Over-10s set/ }) as HTMLInputElement).checked).toBe(true);
  });

  test('a family given a single thing sees it chosen for each', async () => {
    show('/give?person=jakub,maja&set=football');
    expect(await screen.findAllByRole('radio', { name: /Football/, checked: true })).toHaveLength(2);
  });

  test('boxes packed before the contents changed are given out as they were built', async () => {
    await openAs('worker', [
      setUp('set', 'over', {
        ...{ name: 'Over-10s set', kind: 'O10', version: 2, status: 'active' },
        ...{ 'part/1:rope': 1, 'part/2:football': 1 },
      }),
      record('movement', 'built', {
        ...{ kind: 'built', set: 'over', n: 1, to: 'van-one', parts: [{ set: 'rope', n: 1 }], version: 1, day, at },
      }),
    ]);
    const user = show('/give?person=jakub');
    expect(await screen.findByRole('checkbox', { name: /Skipping rope/ })).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: /Football/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Give out' }));
    await screen.findByRole('heading', { name: /given to Jakub W/ });
    expect(await given()).toMatchObject([{ version: 1 }]);
  });

  test('a target whose time is over is no longer counted towards', async () => {
    await openAs('worker', [record('target', 'past', { n: 30, by: '2020-03-31' })]);
    show('/give?person=jakub');
    expect(await screen.findByText(/box 1 of 120/)).toBeTruthy();
  });

  test('Back and Change keep who of a family was picked, and the next begins with nobody', async () => {
    const user = show('/give');
    await user.click(await screen.findByRole('button', { name: 'A family' }));
    await user.click(screen.getByRole('button', { name: /^Jakub W/ }));
    await user.click(screen.getByRole('button', { name: /^Maja C/ }));
    await user.click(screen.getByRole('button', { name: 'Continue with 2' }));
    await user.click(await screen.findByRole('link', { name: 'Change' }));
    await user.click(await screen.findByRole('button', { name: 'Continue with 2' }));
    await user.click(await screen.findByRole('button', { name: 'Give out 2' }));
    await user.click(await screen.findByRole('link', { name: 'Next person' }));
    expect(await screen.findByRole('button', { name: 'A family' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  test('what was given out here is listed, and each can be taken back by a volunteer too', async () => {
    await openAs('volunteer', [
      record('movement', 'before', {
        ...{ kind: 'given out', set: 'over', n: 1, from: 'van-one', for: ['jakub'], at: new Date().toISOString() },
        day: dayOf(Date.now()),
      }),
    ]);
    const user = show('/give');
    await user.click(await screen.findByText('Given out today'));
    await user.click(screen.getByRole('button', { name: 'Undo: Over-10s set given to Jakub W' }));
    await waitFor(() => expect(screen.queryByText('Given out today')).toBeNull());
    expect(await balance('over')).toBe(12);
  });

  test('why a box cannot be given out is read with the button', async () => {
    show('/give?person=unnamed');
    const button = await screen.findByRole('button', { name: 'Give out' });
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe('Choose a set first');
  });

  test('the one session that runs decides whose boxes they are, until another partner is chosen', async () => {
    const begun = new Date(Date.now() - 60_000).toISOString();
    const two = 'partner/partner-two';
    await openAs('worker', [
      setUp('member', 'member-one', {
        ...{ name: 'Dele A', 'role/worker:partner-one': true, 'role/worker:partner-two': true },
      }),
      record(
        'session',
        'live',
        {
          ...{ site: 'site-one', activity: 'football', day: dayOf(Date.now()), status: { is: 'running' } },
          ...{ plannedStart: begun, actualStart: begun },
        },
        two,
      ),
      record('holder', 'bag-two', { name: 'Bag two', kind: 'bag' }, two),
    ]);
    await remember('partner', partner);
    const user = show('/boxes');
    expect(await screen.findByText('YGM Dance Academy', { selector: 'header p' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Refocus Project' }));
    expect(await screen.findByText('Refocus Project', { selector: 'header p' })).toBeTruthy();
    cleanup();
    show('/give');
    expect(await screen.findByText(/^YGM Dance Academy is at/)).toBeTruthy();
    expect(screen.queryByText(/No session/)).toBeNull();
    expect(screen.getByRole('link', { name: 'Switch to it' }).getAttribute('href')).toBe('/give?session=live');
  });

  test('a set closed meanwhile can still be given out; one never heard of says so', async () => {
    await openAs('worker', [
      setUp('set', 'over', { name: 'Over-10s set', kind: 'O10', status: 'closed' }),
      record('movement', 'strange', { kind: 'received', set: 'new-set', n: 2, to: 'van-one', day, at }),
    ]);
    const user = show('/give?person=jakub&set=over');
    expect(await screen.findByText('Closed at the desk. It can still be given out.')).toBeTruthy();
    expect(screen.getByRole('radio', { name: /^Not yet known here/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Give out' }));
    await screen.findByRole('heading', { name: /given to Jakub W/ });
    expect(await given()).toMatchObject([{ set: 'over' }]);
  });

  test('an unknown code says what to do; a set’s code chooses the set', async () => {
    const user = show('/give');
    await user.click(await screen.findByRole('button', { name: 'Code' }));
    const sheet = within(screen.getByRole('dialog'));
    await user.type(sheet.getByLabelText('Code'), 'zz99');
    await user.click(sheet.getByRole('button', { name: 'Find' }));
    expect(sheet.getAllByText(/^Nothing here has the code ZZ99/)).not.toHaveLength(0);
    expect((sheet.getByLabelText('Code') as HTMLInputElement).value).toBe('zz99');
    await user.clear(sheet.getByLabelText('Code'));
    await user.type(sheet.getByLabelText('Code'), 'k7rt 5');
    await user.click(sheet.getByRole('button', { name: 'Find' }));
    expect(await screen.findByText('Box K7RT-5')).toBeTruthy();
  });

  test('where no box is defined yet, it says who defines them', async () => {
    await openAs('worker', [], ['set', 'movement']);
    show('/give');
    expect(await screen.findByText(/Your coordinator defines the boxes at the desk/)).toBeTruthy();
  });
});

describe('the stock', () => {
  test('counting takes zero, and says of a fraction or a million what is wrong without losing it', async () => {
    const user = show('/boxes/place/van-one/count');
    const field = await screen.findByRole('textbox', { name: 'Over-10s set' });
    for (const [typed, words] of [
      ['1.5', /1\.5 is not a whole number/],
      ['1000000', /more than 99,999/],
      ['-3', /below zero/],
      ['many', /“many” is not a number/],
    ] as const) {
      await user.clear(field);
      await user.type(field, typed);
      await user.click(screen.getByRole('button', { name: /^Save the count/ }));
      await waitFor(() => expect(screen.getAllByText(words).length).toBeGreaterThan(0));
      expect((field as HTMLInputElement).value).toBe(typed);
      await new Promise((resolve) => setTimeout(resolve, 650)); // longer than a slip of the finger
    }
    await user.clear(field);
    await user.type(field, '0');
    await user.click(screen.getByRole('button', { name: 'Save the count of 1 thing' }));
    expect(await screen.findByRole('heading', { name: 'Van' })).toBeTruthy();
    expect(await balance('over')).toBe(0);
  });

  test('more given out than recorded in is a question that leads to counting', async () => {
    await openAs('worker', [
      record('movement', 'gone', { kind: 'given out', set: 'over', n: 13, from: 'van-one', for: [], day, at }),
    ]);
    const user = show('/boxes');
    expect(await screen.findByText('1 more given out than recorded in. Count them?')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Count' }));
    expect(await screen.findByRole('button', { name: 'Save the count' })).toBeTruthy();
  });

  test('boxes built without a part are known to lack it when they are given out', async () => {
    const user = show('/boxes/place/van-one/build');
    await user.click(await screen.findByRole('radio', { name: /Over-10s set/ }));
    await user.click(await screen.findByRole('button', { name: 'One less, Skipping rope' }));
    await user.click(screen.getByRole('button', { name: 'Build' }));
    await screen.findByRole('heading', { name: 'Van' });
    expect(await balance('over')).toBe(13);
    expect(await balance('football')).toBe(-1);
    cleanup();
    const again = show('/give?person=jakub');
    await again.click(await screen.findByRole('button', { name: 'Give out, 1 part owed' }));
    await screen.findByRole('heading', { name: /given to Jakub W/ });
    // Owed once, to who has it now.
    expect(partsOwed((await stock()).movements)).toMatchObject([{ part: 'rope', n: 1, move: { for: ['jakub'] } }]);
  });

  test('a box taken apart gives back what was in it, and its missing part is asked for no longer', async () => {
    await openAs('worker', [
      record('movement', 'short', {
        ...{ kind: 'part missing', set: 'over', n: 1, from: 'van-one', to: 'van-one', day, at },
        owed: [{ set: 'rope', n: 1 }],
      }),
    ]);
    const user = show('/boxes/place/van-one/apart');
    await user.click(await screen.findByRole('radio', { name: /Over-10s set/ }));
    expect((await screen.findByRole('textbox', { name: 'Skipping rope' })).getAttribute('value')).toBe('0');
    await user.click(screen.getByRole('button', { name: 'Take apart' }));
    await screen.findByRole('heading', { name: 'Van' });
    expect(await balance('football')).toBe(1);
    expect(await balance('rope')).toBeUndefined();
    expect(partsOwed((await stock()).movements)).toEqual([]);
  });

  test('a count shows what ever lay there, also what is at zero and closed by now', async () => {
    await openAs('worker', [
      setUp('set', 'over', { name: 'Over-10s set', kind: 'O10', status: 'closed' }),
      record('movement', 'gone', { kind: 'given out', set: 'over', n: 12, from: 'van-one', day, at }),
    ]);
    show('/boxes/place/van-one/count');
    const field = await screen.findByRole('textbox', { name: 'Over-10s set' });
    expect(field.closest('details')).toBeNull();
  });

  const delivery = record('delivery', 'sport', { supplier: 'Sport Shop', 'line/football': 6, status: 'active' });
  const longerThanADraft = 500;

  test('a count left half done is not saved over what happened since', async () => {
    const user = show('/boxes/place/van-one/count');
    await user.type(await screen.findByRole('textbox', { name: 'Over-10s set' }), '6');
    await new Promise((resolve) => setTimeout(resolve, longerThanADraft));
    cleanup();
    await keep([record('movement', 'more', { kind: 'received', set: 'over', n: 3, to: 'van-one', day, at })]);
    show('/boxes/place/van-one/count');
    expect(await screen.findByText(/^Over-10s set: something happened there since you counted/)).toBeTruthy();
    expect((screen.getByRole('textbox', { name: 'Over-10s set' }) as HTMLInputElement).value).toBe('');
  });

  test('a delivery taken in by another meanwhile is not taken in again from a form left half done', async () => {
    await openAs('worker', [delivery]);
    const user = show('/boxes/place/van-one/receive');
    await user.click(await screen.findByRole('radio', { name: /Sport Shop/ }));
    await new Promise((resolve) => setTimeout(resolve, longerThanADraft));
    cleanup();
    const body = { kind: 'received', set: 'football', n: 6, to: 'van-one', delivery: 'sport', day, at };
    await keep([record('movement', 'taken-in', body)]);
    show('/boxes/place/van-one/receive');
    expect(await screen.findByText(/^What was due has changed since you began/)).toBeTruthy();
    expect(screen.queryByText('Sport Shop')).toBeNull();
  });

  test('undoing what came in makes its delivery due again', async () => {
    await openAs('worker', [delivery]);
    const user = show('/boxes/place/van-one/receive');
    await user.click(await screen.findByRole('radio', { name: /Sport Shop/ }));
    await user.click(screen.getByRole('button', { name: 'One less, Football' }));
    await user.click(screen.getByRole('checkbox', { name: /The rest will not come/ }));
    await user.click(screen.getByRole('button', { name: 'It is here' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText(/^Taken back/);
    const [row] = await all('delivery');
    expect(row?.body.status).toBe('active');
    expect(await balance('football')).toBe(0);
  });

  test('where there is no other partner, passing on says so', async () => {
    await openAs('worker', [setUp('partner', 'partner-two', { name: 'YGM', status: 'closed' })]);
    show('/boxes/place/van-one/pass');
    expect(await screen.findByText('There is no other partner yet')).toBeTruthy();
  });

  test('boxes passed to another partner arrive in its store, and nothing is lost between them', async () => {
    const user = show('/boxes/place/van-one/pass');
    await user.click(await screen.findByRole('button', { name: 'One more, Over-10s set' }));
    await user.click(screen.getByRole('button', { name: 'Pass it on' }));
    expect((await screen.findAllByText('Choose which partner gets it.')).length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 650)); // longer than a slip of the finger
    await user.click(screen.getByText('YGM Dance Academy'));
    await user.click(screen.getByRole('button', { name: 'Pass it on' }));
    await screen.findByRole('heading', { name: 'Van' });
    const { shelves } = await stock();
    expect(shelves.get('partner-two|store:partner-two|over')?.balance).toBe(1);
    expect(await balance('over')).toBe(11);
  });

  test('a wish in their own words is for the box or something to do, once for a double tap', async () => {
    const user = show('/boxes?tab=wishes');
    await user.click(await screen.findByRole('radio', { name: /Over/ }));
    await user.type(await screen.findByLabelText(/Something else/), 'Climbing');
    await user.dblClick(screen.getByRole('button', { name: 'Add it: something to do' }));
    expect(await screen.findByRole('button', { name: /Climbing \(to do\)/ })).toBeTruthy();
    const wishes = await all('wish');
    expect(wishes.map(({ body }) => body)).toMatchObject([{ kind: 'activity', words: 'Climbing', n: 1 }]);
  });

  test('what was lent for a session and is not back is said when it is finished, and may come back to another place', async () => {
    await openAs('worker', [
      record('session', 'live', {
        ...{ site: 'site-one', activity: 'football', day, status: { is: 'running' }, actualStart: at },
      }),
      record('movement', 'lent', {
        ...{ kind: 'lent', set: 'football', n: 3, from: 'van-one', to: 'on-loan', session: 'live', day, at },
      }),
    ]);
    render(
      <MemoryRouter>
        <NotBack session="live" />
      </MemoryRouter>,
    );
    const link = await screen.findByRole('link', { name: /3 footballs not back/ });
    expect(link.getAttribute('href')).toBe('/boxes?tab=loans&session=live');
    cleanup();
    const user = show('/boxes?tab=loans&session=live');
    await user.click(await screen.findByRole('button', { name: 'Bring back: 3 footballs' }));
    await user.click(screen.getByRole('button', { name: 'Store' }));
    await user.click(screen.getByRole('button', { name: 'All 3 are back' }));
    await waitFor(async () => expect(await balance('football', `store:${partner}`)).toBe(3));
  });

  test('a volunteer gives out and lends, and sees nothing of the rest', async () => {
    await openAs('volunteer');
    show('/boxes');
    expect(await screen.findByRole('tab', { name: 'Loans' })).toBeTruthy();
    expect(screen.queryByRole('tab', { name: 'Stock' })).toBeNull();
    cleanup();
    show('/boxes/place/van-one/count');
    expect(await screen.findByText('Not yours to change')).toBeTruthy();
  });
});
