// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import { addDays, instantAt } from '#domain/time.ts';
import { all, openPhone, record, session, show } from '#test/features/phone-stand.tsx';

/** Today and the list of sessions: what is next, what waits, what was. */

const wednesday = '2026-11-25';
const tuesday = '2026-11-24';
const is = (status: string) => ({ is: status, reopened: 0 });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.parse(instantAt(wednesday, '13:50')));
});
afterEach(() => {
  cleanup();
  setOpenPerson(null);
  vi.useRealTimers();
});

const planned = (id: string, day: string, more: object = {}) =>
  session(id, {
    ...{ day, plannedStart: instantAt(day, '16:00'), plannedEnd: instantAt(day, '18:00'), status: is('planned') },
    ...more,
  });
const finished = (id: string, day: string, site = 'windmill') =>
  session(id, {
    ...{ site, day, actualStart: instantAt(day, '11:00'), actualEnd: instantAt(day, '13:00'), status: is('finished') },
  });
const debrief = (of: string, body: object) =>
  record('debrief', `debrief:${of}`, { session: of, day: tuesday, ...body }, 'partner/partner-one/team');

describe('Today', () => {
  test('the next session stands on the stage with how long it is until then, and is started from there', async () => {
    await openPhone([planned('s1', wednesday)]);
    show('/');
    expect(await screen.findByText('in 2 h 10')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Start' }).getAttribute('href')).toBe('/start?planned=s1');
    expect(screen.getByRole('link', { name: 'Start a different session' })).toBeTruthy();
  });

  test('a session of today or yesterday that is over is listed, and nothing says that there was none', async () => {
    await openPhone([finished('s1', wednesday), finished('s2', tuesday, 'woodlands')]);
    show('/');
    expect(await screen.findByRole('link', { name: /^Windmill Hill ?0 came/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /^Woodlands Park ?Yesterday · 0 came/ })).toBeTruthy();
    expect(screen.queryByText(/No session planned/)).toBeNull();
  });

  test('a debrief nobody answered waits, opens its questions alone, and is gone once one is answered', async () => {
    await openPhone([finished('s1', tuesday)]);
    show('/');
    const waits = await screen.findByRole('link', { name: /^Tuesday’s debrief: Windmill Hill/ });
    // It comes under what stands already, and moves nothing a finger is on its way to.
    const stands = screen.getByRole('link', { name: 'All sessions' });
    expect(stands.compareDocumentPosition(waits) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    fireEvent.click(waits);
    fireEvent.change(await screen.findByLabelText('What went well?'), { target: { value: 'Everybody played' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save the debrief' }));
    await waitFor(async () => expect((await all('debrief'))[0]?.body.wentWell).toBe('Everybody played'));
    expect((await all('session'))[0]?.body.status).toEqual(is('finished'));
    await waitFor(() => expect(screen.queryByText('Tuesday’s debrief:')).toBeNull());
  });

  test('with nothing to do there is no title for it, and the next session of another day is told', async () => {
    await openPhone([finished('s1', tuesday), debrief('s1', { mood: 4 }), planned('s2', addDays(wednesday, 1))]);
    show('/');
    expect(await screen.findByText('Next · tomorrow, 16:00')).toBeTruthy();
    expect(screen.queryByText('To do')).toBeNull();
  });
});

describe('a planned session', () => {
  test('shows where the team meets and what was written down the last time at that park', async () => {
    await openPhone([
      record(
        'site',
        'windmill',
        { name: 'Windmill Hill', lat: 51.4386, lon: 0.3696, meetingPoint: 'Top bench', status: 'active' },
        'programme',
      ),
      ...[planned('s2', wednesday), finished('s1', tuesday), debrief('s1', { different: 'More water' })],
    ]);
    show('/start?planned=s2');
    expect(await screen.findByText('Top bench')).toBeTruthy();
    expect(screen.getByText(/Grid TQ \d{4} \d{4}/)).toBeTruthy();
    expect(await screen.findByText('More water')).toBeTruthy();
  });
});

describe('the list of sessions', () => {
  test('has a series as one line, which opens into each of it', async () => {
    const series = [2, 9, 16].map((ahead, n) => planned(`w${n}`, addDays(wednesday, ahead), { series: 'fridays' }));
    await openPhone(series);
    show('/sessions');
    fireEvent.click(await screen.findByRole('link', { name: /Each Friday, 3 to come/ }));
    expect(await screen.findByRole('heading', { name: 'Each Friday' })).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  test('says the worst of how each stands', async () => {
    await openPhone([finished('s1', tuesday), finished('s2', addDays(wednesday, -2)), debrief('s2', { mood: 3 })]);
    show('/sessions');
    expect(await screen.findByText('Debrief missing')).toBeTruthy();
    expect(screen.getByText('Confirmed')).toBeTruthy();
  });
});
