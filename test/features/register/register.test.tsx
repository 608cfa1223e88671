// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId, openPerson, say, setOpenPerson } from '#db/person.ts';
import { toMark } from '#domain/sessions/register.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { wish } from '#domain/voice/acts.ts';
import { movesIn, takeBack as takeMovesBack } from '#features/boxes/actions.ts';
import { count, countLess, mark as markAs, takeBack, undoMark } from '#features/register/actions.ts';
import { didLast } from '#features/register/last-done.ts';
import { readRegister } from '#features/register/queries.ts';
import { takeWishBack } from '#features/voice/actions.ts';
import { move } from '#test/features/moved.ts';
import { all, keep, one, openPhone, record, scope, session, show } from '#test/features/phone-stand.tsx';

/** The register on a real phone: what is taken back is taken back once, however often it is pressed. */

const today = dayOf(Date.now());
const live = session('s1', {
  day: today,
  actualStart: toInstant(Date.now() - 60_000),
  status: { is: 'running', reopened: 0 },
});
const tally = (id: string, body: Record<string, unknown>) =>
  record('tally', id, { session: 's1', day: today, ageBand: '10-12', at: toInstant(Date.now()), ...body });

beforeEach(() => openPhone([live]));
afterEach(() => {
  cleanup();
  didLast(null);
  setOpenPerson(null);
});

const register = async () => {
  const found = await openPerson().store.read((tx) => readRegister(tx, 's1'));
  if (!found) throw new Error('no session');
  return found.register;
};
const counted = async () => (await register()).all.counted;

describe('Undo', () => {
  test('of a +1 pressed twice takes one back', async () => {
    show('/s/s1');
    fireEvent.click(await screen.findByRole('button', { name: '+1 not named' }));
    const undo = await screen.findByRole('button', { name: 'Undo' });
    fireEvent.click(undo);
    fireEvent.click(undo);
    await waitFor(async () => expect(await all('tally')).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
    expect(await counted()).toBe(0);
    expect(screen.queryByText(/−1|-1/)).toBeNull();
  });

  test('of one count, asked for by five at once, is one record', async () => {
    const entry = await count(await one('session', 's1'), { ageBand: '10-12', n: 1 });
    const running = await one('session', 's1');
    await Promise.all([1, 2, 3, 4, 5].map(() => takeBack(running, entry)));
    expect(await all('tally')).toHaveLength(2);
    expect(await counted()).toBe(0);
  });

  test('that two phones said is one, and what is left never goes below zero', async () => {
    await keep([
      tally('one', { n: 1 }),
      tally('back-a', { n: -1, undoes: 'one' }),
      tally('back-b', { n: -1, undoes: 'one' }),
      tally('old-minus', { n: -1, ageBand: '13-15' }),
    ]);
    show('/s/s1/count');
    expect(await screen.findByRole('heading', { name: 'Count' })).toBeTruthy();
    expect(await counted()).toBe(0);
    expect(screen.queryByText(/−1|-1/)).toBeNull();
    expect(screen.queryByText('−2')).toBeNull();
  });

  test('of an arrival that somebody else has marked again since does not take theirs back', async () => {
    const running = await one('session', 's1');
    const entry = await markAs({ session: running }, 'kayla', 'here');
    const [marked] = await all('mark');
    if (!marked || marked.id !== entry.writes[0]?.id) throw new Error('nothing was marked');
    const mark = toMark(marked);
    await undoMark(running, mark);
    expect((await register()).hereNow).toBe(0);
    await markAs({ session: running }, 'kayla', 'here');
    expect(await undoMark(running, mark)).toBeNull();
    expect((await register()).hereNow).toBe(1);
  });

  test('of boxes and of wishes is one record as well', async () => {
    const given = await move({ partner: 'partner-one', session: null }, [
      { kind: 'given out', set: 'over', n: 1, from: 'van' },
    ]);
    await Promise.all([1, 2, 3].map(() => takeMovesBack(movesIn(given))));
    expect(await all('movement')).toHaveLength(2);
    const asking = { partner: 'partner-one', session: 's1', site: 'windmill', day: today };
    const wished = { kind: 'equipment', age: 'U10', what: 'over' } as const;
    const entry = await say([wish(asking, wished, newId(), toInstant(Date.now()))]);
    await Promise.all([1, 2, 3].map(() => takeWishBack(asking, entry)));
    expect(await all('wish')).toHaveLength(2);
  });
});

describe('one less', () => {
  test('pressed twice where one was counted leaves none, and its Undo pressed twice counts one', async () => {
    await count(await one('session', 's1'), { ageBand: '10-12', n: 1 });
    show('/s/s1/count');
    const less = await screen.findByRole('button', { name: 'One less, 10–12' });
    await waitFor(() => expect(less.getAttribute('aria-disabled')).not.toBe('true'));
    fireEvent.click(less);
    fireEvent.click(less);
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(await counted()).toBe(0);
    fireEvent.click(undo);
    fireEvent.click(undo);
    await waitFor(async () => expect(await counted()).toBe(1));
    expect((await all('tally')).filter(({ body }) => body.undoes !== undefined)).toHaveLength(1);
  });

  test('names the +1 it takes back, one’s own before another’s', async () => {
    const mine = await count(await one('session', 's1'), { ageBand: '10-12', n: 1 });
    await openPerson().store.write('take', (tx) =>
      tx.putRows([
        {
          ...tally('zz-theirs', { n: 1 }),
          ...{ scope, stamps: {}, by: 'member-two', device: 'other', at: toInstant(Date.now()), seq: 9, epoch: 'e' },
        },
      ]),
    );
    const less = () => one('session', 's1').then((running) => countLess(running, '10-12'));
    const undone = async () => (await all('tally')).flatMap(({ body }) => body.undoes ?? []);
    await less();
    expect(await undone()).toEqual([mine.writes[0]?.id]);
    const again = await less();
    expect(await undone()).toContain('zz-theirs');
    expect(await counted()).toBe(0);
    expect(await less()).toBeNull();
    await Promise.all([again?.undo(), again?.undo()]);
    expect(await counted()).toBe(1);
  });

  test('takes off one of five that were counted at once, and never says a minus that names nothing', async () => {
    await keep([tally('five', { n: 5, gender: 'F', quality: 'estimate' })]);
    const running = await one('session', 's1');
    const less = () => countLess(running, '10-12');
    const first = await less();
    expect(await counted()).toBe(4);
    await Promise.all([first?.undo(), first?.undo()]);
    expect(await counted()).toBe(5);
    await less();
    await less();
    expect(await counted()).toBe(3);
    const said = (await all('tally')).map(({ body }) => body);
    expect(said.filter(({ n, undoes }) => Number(n) < 0 && undoes === undefined)).toEqual([]);
    expect(said.every(({ gender, quality }) => gender === 'F' && quality === 'estimate')).toBe(true);
  });

  test('of five that were taken back afterwards swallows no later +1', async () => {
    const running = await one('session', 's1');
    const five = await count(running, { ageBand: '10-12', n: 5 });
    await countLess(running, '10-12');
    expect(await counted()).toBe(4);
    await takeBack(running, five);
    for (let left = 4; left > 0; left -= 1) await countLess(running, '10-12');
    expect(await counted()).toBe(0);
    expect(await countLess(running, '10-12')).toBeNull();
    await count(running, { ageBand: '10-12', n: 1 });
    expect(await counted()).toBe(1);
  });

  test('takes back nothing where an older app took off all there was', async () => {
    await keep([tally('one', { n: 1 }), tally('bare', { n: -1 })]);
    expect(await countLess(await one('session', 's1'), '10-12')).toBeNull();
  });
});
