// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { type ConsentRow, ConsentRows } from '#features/consent/phone/rows.tsx';

afterEach(cleanup);

const row = (purpose: ConsentRow['purpose'], words: string, state: ConsentRow['state'], says: string): ConsentRow => ({
  ...{ purpose, words, state, says },
});

test('each purpose stands with its state in words and a shape of its own', () => {
  render(
    <ConsentRows
      rows={[
        row('takePart', 'Joining in', 'given', 'Given until 12 May'),
        row('photoInternal', 'Photos for us', 'refused', 'No photos'),
        row('contact', 'Messages', 'differ', 'No, parents differ'),
        row('sharePartners', 'Partners', 'never', 'Not asked'),
        row('research', 'Research', 'ranOut', 'Ran out 1 Oct'),
      ]}
    />,
  );
  const lines = screen.getAllByRole('listitem');
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    'Joining inGiven until 12 May',
    'Photos for usNo photos',
    'MessagesNo, parents differ',
    'PartnersNot asked',
    'ResearchRan out 1 Oct',
  ]);
  const shapes = lines.map((line) => line.querySelector('span svg')?.innerHTML);
  expect(new Set(shapes).size).toBe(5);
});
