// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setOpenPerson } from '#db/person.ts';
import { keep, openPhone, record, show } from '#test/features/phone-stand.tsx';

/** Who else can help, at hand in the park. */

beforeEach(() => openPhone());
afterEach(() => {
  cleanup();
  setOpenPerson(null);
});

test('the open agencies are listed A to Z and rung with one tap; a closed one is not offered', async () => {
  const agency = (id: string, name: string, more = {}) => record('agency', id, { name, ...more }, 'programme');
  await keep([
    agency('w', 'Winter shelter', { helpsWith: 'A bed for tonight', phone: '+44 (0)1474 000 111', hours: 'From 6 pm' }),
    agency('f', 'Food bank', { notes: 'Ask for Ruth' }),
    agency('o', 'Old advice centre', { status: 'closed' }),
  ]);
  show('/agencies');
  const names = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);
  expect(names).toEqual([expect.stringMatching(/^Food bank.*Ask for Ruth/), expect.stringMatching(/^Winter shelter/)]);
  for (const words of ['A bed for tonight', 'From 6 pm']) expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ring Winter shelter' }).getAttribute('href')).toBe('tel:+441474000111');
});

test('several numbers are rung each by itself, and words are no number', async () => {
  const agency = (id: string, phone: string) => record('agency', id, { name: id, phone }, 'programme');
  await keep([agency('Pantry', '01474 000 123 ext 45 / 07700 900123'), agency('Shelter', 'Ask at the desk, 24/7')]);
  show('/agencies');
  expect(await screen.findByText('01474 000 123 ext 45 / 07700 900123')).toBeTruthy();
  expect(screen.getByText('Ask at the desk, 24/7')).toBeTruthy();
  const links = screen.getAllByRole('link', { name: /^Ring/ });
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['01474 000 123', 'tel:01474000123'],
    ['07700 900123', 'tel:07700900123'],
  ]);
});

test('where there is none yet it says who adds them', async () => {
  show('/agencies');
  expect(await screen.findByText('Your coordinator adds agencies in Set-up.')).toBeTruthy();
});
