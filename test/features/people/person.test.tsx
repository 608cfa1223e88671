// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import { keep, lockAndOpen, one, openPhone, record, said, show } from '#test/features/phone-stand.tsx';

/** A badge on a real phone: what it will say is said before it is saved, and what is no name is asked about at the field. */

beforeEach(() => openPhone());
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

describe('editing a badge', () => {
  const write = async (name: string) => {
    show('/people/kayla');
    fireEvent.change(await screen.findByLabelText('What are they called?'), { target: { value: name } });
  };

  test('says what the badge will say, and then says it', async () => {
    await write('Kayla Mensah (Y8)');
    expect(screen.getByText('The badge says: Kayla M')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('heading', { name: 'Kayla M' })).toBeTruthy();
    await waitFor(() => expect(screen.getByLabelText('What are they called?')).toHaveProperty('value', 'Kayla M'));
    expect((await one('person', 'kayla')).body).toMatchObject({ knownAs: 'Kayla', initial: 'M' });
  });

  test.each([
    '(Y8)',
    '',
    'Year 8',
    '…',
  ])('asks at the field where %s is no name, and keeps what was known', async (name) => {
    await write(name);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findAllByText('Write what they are called.')).toHaveLength(2);
    expect(screen.getByLabelText('What are they called?').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy();
    expect((await one('person', 'kayla')).body.knownAs).toBe('Kayla');
  });
});

describe('a badge that is open', () => {
  const name = 'What are they called?';
  const open = async (person = 'kayla') => {
    show(`/people/${person}`);
    return screen.findByLabelText<HTMLInputElement>(name);
  };
  const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const elsewhere = (body: Record<string, unknown>) =>
    keep([record('person', 'kayla', { knownAs: 'Kayla', leaf: 1, colour: 1, status: 'active', ...body })]);

  test('says what was changed there and nothing else', async () => {
    await open();
    fireEvent.change(screen.getByLabelText('Gender'), { target: { value: 'F' } });
    save();
    await waitFor(async () => expect(await said()).toHaveLength(1));
    expect((await said())[0]?.writes.map(({ body }) => body)).toEqual([{ gender: 'F' }]);
  });

  test('and saved as it is, says nothing', async () => {
    await open();
    save();
    expect(await screen.findByRole('button', { name: 'Saved on this phone' })).toBeTruthy();
    expect(await said()).toEqual([]);
  });

  test('follows what another phone says of it, and does not put it back', async () => {
    const field = await open();
    fireEvent.change(screen.getByLabelText('Age'), { target: { value: '13-15' } });
    await elsewhere({ knownAs: 'Kaylah' });
    await waitFor(() => expect(field.value).toBe('Kaylah'));
    expect(screen.queryByText('Somebody else changed this meanwhile')).toBeNull();
    save();
    await waitFor(async () => expect(await said()).toHaveLength(1));
    expect((await one('person', 'kayla')).body).toMatchObject({ knownAs: 'Kaylah', ageBand: '13-15' });
  });

  test('says so where another phone changed what is being changed here', async () => {
    const field = await open();
    fireEvent.change(field, { target: { value: 'Kayla Mensah' } });
    fireEvent.change(screen.getByLabelText('Age'), { target: { value: '13-15' } });
    await elsewhere({ knownAs: 'Kaylah', yearOfBirth: new Date().getFullYear() - 11 });
    expect(await screen.findByText(/What they are called: Kaylah\. Saving puts yours in its place/)).toBeTruthy();
    expect(screen.getByText(/Age: 10–12\./)).toBeTruthy();
    expect(field.value).toBe('Kayla Mensah');
  });

  test('never opens with what was typed for somebody else', async () => {
    await keep([record('person', 'mo', { knownAs: 'Mo', leaf: 2, colour: 2, status: 'active' })]);
    fireEvent.change(await open(), { target: { value: 'Kayla Mensah' } });
    await lockAndOpen();
    expect((await open('mo')).value).toBe('Mo');
    cleanup();
    expect((await open()).value).toBe('Kayla Mensah');
  });
});
