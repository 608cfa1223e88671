// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import { one, openPhone, show } from '#test/features/phone-stand.tsx';

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
