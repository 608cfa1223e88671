// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { AmountRow } from '#ui/amount-row.tsx';

afterEach(cleanup);

function Row({ first }: { first: string }) {
  const [value, setValue] = useState(first);
  return <AmountRow label="Football" value={value} onChange={setValue} startsAt={4} />;
}
const field = () => screen.getByRole('textbox', { name: 'Football' }) as HTMLInputElement;

test.each([
  ['', '5'],
  ['7', '8'],
  [' 12 ', '13'],
])('one more than %j is %j', async (first, then) => {
  render(<Row first={first} />);
  await userEvent.click(screen.getByRole('button', { name: 'One more, Football' }));
  expect(field().value).toBe(then);
});

test.each(['1.000', '1,5', '1e3', '12 boxes', '-4'])('one more than %j is no number anybody meant', async (first) => {
  render(<Row first={first} />);
  for (const name of ['One more, Football', 'One less, Football']) {
    await userEvent.click(screen.getByRole('button', { name }));
    expect(field().value).toBe(first);
    expect(document.activeElement).toBe(field());
  }
});
