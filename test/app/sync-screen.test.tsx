// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setApp, useApp } from '#app/state.ts';
import { newId, openPerson, say, setOpenPerson } from '#db/person.ts';
import type { Body, Entry } from '#domain/records/entry.ts';
import { openPhone, said, scope, show, slowDisk } from '#test/features/phone-stand.tsx';
import { patch } from '#test/saying.ts';

/** Sending: what waits, and what the server refused, which is put right, offered again or set aside, and never lost. */

beforeEach(() => openPhone());
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

/** A badge the server refused. */
async function refuse(body: Body, final = false, of = { type: 'person', scope }): Promise<void> {
  const id = newId();
  const write = {
    ...{ op: 'create' as const, id: 'mo', ...of },
    body: { ...(of.type === 'person' && { leaf: 1, colour: 1 }), status: 'active', ...body },
  };
  const entry: Entry = {
    ...{ id, by: 'member-one', device: openPerson().profile.device, clock: 1, schema: 1 },
    ...{ at: '2026-11-22T12:00:00.000Z', writes: [write] },
  };
  const refused = { id, entry, code: 'invalid' as const, why: 'knownAs: too long', seq: 1, final };
  await openPerson().store.write('take', (tx) => tx.putRefused([refused]));
}
const left = async () => openPerson().store.read(async (tx) => (await tx.refused()).length);
const look = async () => {
  show('/sync');
  fireEvent.click(await screen.findByRole('button', { name: 'Look' }));
  return within(await screen.findByRole('dialog'));
};

test('says what waits on this phone, by kind', async () => {
  show('/sync');
  expect(await screen.findByText('Nothing waits on this phone.')).toBeTruthy();
  cleanup();
  await say([patch('person', 'kayla', scope, { gender: 'F' })]);
  await say([patch('person', 'kayla', scope, { gender: 'M' })]);
  show('/sync');
  expect(await screen.findByText('All 2 are saved on this phone')).toBeTruthy();
});

test('each press of Send now is answered, also where another tab sends', async () => {
  const { progress } = useApp.getInitialState();
  show('/sync');
  fireEvent.click(await screen.findByRole('button', { name: 'Send now' }));
  expect(screen.getByText('It is sent in a moment.')).toBeTruthy();
  act(() => setApp({ progress: { ...progress, elsewhere: true } }));
  expect(screen.getByText('Another tab is sending.')).toBeTruthy();
  act(() => setApp({ progress: { ...progress, trouble: 'no answer' } }));
  expect(screen.getByText(/^Tried \d\d:\d\d: no answer\.$/)).toBeTruthy();
  act(() => setApp({ progress: { ...progress, answeredAt: Date.now() } }));
  expect(screen.getByText(/^The server answered \d\d:\d\d\.$/)).toBeTruthy();
  act(() => setApp({ progress }));
});

describe('a refused record', () => {
  test('put right goes again under its own id, in place of the refused one', async () => {
    await refuse({ knownAs: 'Mohammed'.repeat(20), initial: 'S' });
    const sheet = await look();
    expect(await sheet.findByText('The server did not take this.')).toBeTruthy();
    expect(sheet.queryByText(/knownAs/)).toBeNull();
    fireEvent.change(await sheet.findByLabelText('Known as'), { target: { value: 'Mohammed' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Fix and send' }));
    await waitFor(async () => expect(await said()).toHaveLength(1));
    const [entry] = await said();
    expect(entry?.instead).toBeTruthy();
    expect(entry?.writes[0]).toMatchObject({ id: 'mo', body: { knownAs: 'Mohammed', initial: 'S', leaf: 1 } });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Fix and send' })).toBeNull());
  });

  test('of any type can be put right: an agency’s number', async () => {
    const agency = { type: 'agency', scope: 'programme' };
    await refuse({ name: 'Food bank', phone: '0'.repeat(300) }, false, agency);
    const sheet = await look();
    fireEvent.change(await sheet.findByLabelText(/phone/i), { target: { value: '01474 000 123' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Fix and send' }));
    await waitFor(async () => expect(await said()).toHaveLength(1));
    expect((await said())[0]?.writes[0]?.body).toMatchObject({ phone: '01474 000 123' });
  });

  test('that would be refused again is not sent, and what was typed stands', async () => {
    await refuse({ knownAs: 'Mohammed' });
    const sheet = await look();
    fireEvent.change(await sheet.findByLabelText('Known as'), { target: { value: 'M'.repeat(500) } });
    fireEvent.click(sheet.getByRole('button', { name: 'Fix and send' }));
    expect(await sheet.findByText('Not saved')).toBeTruthy();
    expect(await said()).toEqual([]);
    expect(await left()).toBe(1);
    expect(sheet.getByLabelText('Known as')).toHaveProperty('value', 'M'.repeat(500));
  });

  test.each(['Send it again as it is', 'Set aside'])('%s, pressed twice on a slow disk, is done once', async (name) => {
    await refuse({ knownAs: 'Mohammed' });
    const sheet = await look();
    const button = await sheet.findByRole('button', { name });
    slowDisk();
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(async () => expect(await said()).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await said()).toHaveLength(1);
  });

  test('that the server will not look at again can only be read and set aside', async () => {
    await refuse({ knownAs: 'Mohammed' }, true);
    const sheet = await look();
    expect(await sheet.findByRole('button', { name: 'Set aside' })).toBeTruthy();
    expect(sheet.queryByRole('button', { name: 'Fix and send' })).toBeNull();
    expect(sheet.queryByRole('button', { name: 'Send it again as it is' })).toBeNull();
  });
});
