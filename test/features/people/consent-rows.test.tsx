// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { type ConsentRow, ConsentRows } from '#features/people/phone/consent-rows.tsx';

afterEach(cleanup);

const row = (purpose: string, state: ConsentRow['state'], says: string): ConsentRow => ({
  ...{ purpose, words: purpose, icon: 'ball', state, says },
});

test('each purpose stands with its state in words and a shape of its own; what can be done is under them', () => {
  render(
    <ConsentRows
      rows={[
        row('Joining in', 'yes', 'Given until 12 May'),
        row('Photos', 'no', 'No photos'),
        row('Messages', 'differ', 'No, parents differ'),
        row('Partners', 'unasked', 'Not asked'),
      ]}
    >
      <button type="button">Take consent</button>
    </ConsentRows>,
  );
  const lines = screen.getAllByRole('listitem');
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    'Joining inGiven until 12 May',
    'PhotosNo photos',
    'MessagesNo, parents differ',
    'PartnersNot asked',
  ]);
  const shapes = lines.map((line) => line.querySelector('span path')?.getAttribute('d'));
  expect(new Set(shapes).size).toBe(4);
  expect(screen.getByRole('button', { name: 'Take consent' })).toBeTruthy();
});
