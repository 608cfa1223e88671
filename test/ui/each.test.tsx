// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Table } from '#ui/table.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

type One = { readonly id: string; readonly at: string | null };
const lines: One[] = [
  { id: 'a', at: 'ten' },
  { id: 'b', at: null },
  { id: 'c', at: 'twelve' },
];
/** Throws where there is nothing to read. */
const words = ({ at }: One): string => (at as string).toUpperCase();

test('a line that cannot be drawn says so in its place; the others stand, and it comes back once it can be', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const drawn = (all: readonly One[]) => (
    <List>
      <Each of={all} by={({ id }) => id}>
        {(one) => <Item>{words(one)}</Item>}
      </Each>
    </List>
  );
  const { rerender } = render(drawn(lines));
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'TEN',
    expect.stringContaining('cannot be shown'),
    'TWELVE',
  ]);
  rerender(drawn(lines.map((one) => ({ ...one, at: one.at ?? 'eleven' }))));
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['TEN', 'ELEVEN', 'TWELVE']);
});

test('in a table it is one row', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  render(
    <Table caption="Times">
      <tbody>
        <Each of={lines} by={({ id }) => id} as="row">
          {(one) => (
            <tr>
              <td>{words(one)}</td>
            </tr>
          )}
        </Each>
      </tbody>
    </Table>,
  );
  expect(screen.getAllByRole('row')).toHaveLength(3);
  expect(screen.getByText(/cannot be shown/)).toBeDefined();
});
