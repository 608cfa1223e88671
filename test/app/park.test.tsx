// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { InThePark } from '#app/park/choose.tsx';
import { Pause } from '#app/park/pause.tsx';
import { turn } from '#app/park/switches.ts';

/** What the phone does of itself in a park, each with its switch. */

beforeAll(() => {
  // jsdom knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

test('a switch is remembered on the phone, and what the browser cannot do is not offered', async () => {
  turn(['awake', 'buzz', 'dusk']);
  render(<InThePark />);
  expect(screen.queryByText('Number on the icon')).toBeNull();
  await userEvent.click(screen.getByText('Pause button'));
  await userEvent.click(screen.getByText('Offer Dusk'));
  expect(localStorage.getItem('bandstand-park')?.split(' ').sort()).toEqual(['awake', 'buzz', 'pause']);
});

test('touch goes on after a second’s hold, or after a tap that is said again; a drop of rain changes nothing', async () => {
  const goOn = vi.fn();
  render(<Pause onGoOn={goOn} />);
  // A drop: it lies there for a moment, and comes again.
  const hold = screen.getByRole('button', { name: 'Hold to continue' });
  for (let drop = 0; drop < 3; drop += 1) {
    fireEvent.pointerDown(hold);
    fireEvent.pointerUp(hold);
  }
  expect(goOn).not.toHaveBeenCalled();
  fireEvent.pointerDown(hold);
  await waitFor(() => expect(goOn).toHaveBeenCalledTimes(1), { timeout: 10_000 });

  await userEvent.click(hold);
  await userEvent.click(screen.getByRole('button', { name: 'Stay paused' }));
  await userEvent.click(screen.getByRole('button', { name: 'Hold to continue' }));
  expect(goOn).toHaveBeenCalledTimes(1);
  await userEvent.click(screen.getByRole('button', { name: 'Yes, continue' }));
  expect(goOn).toHaveBeenCalledTimes(2);
});

test('a pause that the browser closes is over, and it says that the phone still locks', () => {
  const goOn = vi.fn();
  render(<Pause onGoOn={goOn} />);
  expect(screen.getByText(/still locks after five minutes/)).toBeTruthy();
  fireEvent(screen.getByRole('dialog'), new Event('close'));
  expect(goOn).toHaveBeenCalledTimes(1);
});
