// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BottomBar } from '#ui/bottom-bar.tsx';
import { Button } from '#ui/button.tsx';
import { Choice, Ticks } from '#ui/choice.tsx';
import { Faces } from '#ui/faces.tsx';
import { Gallery } from '#ui/gallery/gallery.tsx';
import { leafColours, leafName, leafShapes } from '#ui/leaf.tsx';
import { PinPad } from '#ui/pin-pad.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Tabs } from '#ui/tabs.tsx';

afterEach(cleanup);

describe('tabs', () => {
  const tabs = [
    { id: 'all', label: 'All', count: 42 },
    { id: 'here', label: 'Here', count: 15 },
    { id: 'recent', label: 'Recent' },
  ] as const;

  function Register() {
    const [selected, setSelected] = useState<'all' | 'here' | 'recent'>('all');
    return (
      <Tabs label="Register" tabs={tabs} selected={selected} onSelect={setSelected}>
        the list of {selected}
      </Tabs>
    );
  }

  it('arrows go round, and Home and End go to the ends', async () => {
    const user = userEvent.setup();
    render(<Register />);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'All 42' }));
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Here 15', selected: true })).toBe(document.activeElement);
    expect(screen.getByRole('tabpanel', { name: 'Here 15' }).textContent).toBe('the list of here');
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(screen.getByRole('tab', { name: 'Recent', selected: true })).toBe(document.activeElement);
    await user.keyboard('{Home}');
    expect(screen.getByRole('tab', { name: 'All 42', selected: true })).toBe(document.activeElement);
    await user.keyboard('{End}');
    expect(screen.getByRole('tab', { name: 'Recent', selected: true })).toBe(document.activeElement);
  });

  it('only the chosen tab is on the way of the Tab key', () => {
    render(<Register />);
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
  });
});

describe('choice', () => {
  const options = [
    { value: 'exact', label: 'Exact' },
    { value: 'guess', label: 'Best guess' },
  ] as const;

  function Sure({ error }: { error?: string }) {
    const [value, setValue] = useState<'exact' | 'guess'>();
    return <Choice legend="How sure?" options={options} value={value} onChange={setValue} error={error} />;
  }

  it('nothing is chosen for anyone', () => {
    render(<Sure />);
    for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) expect(radio.checked).toBe(false);
  });

  it('a tap on the words chooses one and lets go of the other', async () => {
    const user = userEvent.setup();
    render(<Sure />);
    await user.click(screen.getByText('Best guess'));
    await user.click(screen.getByText('Exact'));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Exact' }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Best guess' }).checked).toBe(false);
  });

  it('the question and what is wrong are read with it', () => {
    render(<Sure error="Choose one" />);
    const group = screen.getByRole('group', { name: 'How sure?' });
    const described = document.getElementById(group.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('Choose one');
  });

  it('ticks are added and taken away', async () => {
    const user = userEvent.setup();
    function Parts() {
      const [values, setValues] = useState<ReadonlyArray<'exact' | 'guess'>>(['exact']);
      return <Ticks legend="All in it?" options={options} values={values} onChange={setValues} />;
    }
    render(<Parts />);
    await user.click(screen.getByRole('checkbox', { name: 'Best guess' }));
    await user.click(screen.getByRole('checkbox', { name: 'Exact' }));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Best guess' }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Exact' }).checked).toBe(false);
  });
});

describe('sheet', () => {
  function Opened({ onClose }: { onClose: () => void }) {
    return (
      <Sheet open title="Remove Amira’s arrival?" onClose={onClose}>
        <Button>Keep</Button>
      </Sheet>
    );
  }

  it('is a dialog with a name', () => {
    render(<Opened onClose={vi.fn()} />);
    expect(screen.getByRole('dialog', { name: 'Remove Amira’s arrival?' })).toBeTruthy();
  });

  it('the cross, Escape and the backdrop ask to close; a tap inside does not', async () => {
    const user = userEvent.setup();
    const onClose = vi.fn();
    render(<Opened onClose={onClose} />);
    const dialog = screen.getByRole('dialog');
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    expect(onClose).toHaveBeenCalledTimes(0);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    // The browser turns Escape into a cancel event.
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(onClose).toHaveBeenCalledTimes(2);
    await user.click(dialog);
    expect(onClose).toHaveBeenCalledTimes(3);
  });

  it('holds nothing while it is shut', () => {
    render(
      <Sheet open={false} title="Shut" onClose={vi.fn()}>
        <p>hidden</p>
      </Sheet>,
    );
    expect(screen.queryByText('hidden')).toBeNull();
  });
});

describe('PIN pad', () => {
  function Lock({ onWhole, busy }: { onWhole: (pin: string) => void; busy?: boolean }) {
    const [pin, setPin] = useState('');
    return <PinPad label="Your PIN" value={pin} onChange={setPin} onWhole={onWhole} busy={busy} />;
  }

  it('opens at the sixth digit, typed with a finger, one deleted on the way', async () => {
    const user = userEvent.setup();
    const onWhole = vi.fn();
    render(<Lock onWhole={onWhole} />);
    for (const key of ['1', '9', 'Delete', '2', '0', '4', '7'])
      await user.click(screen.getByRole('button', { name: key }));
    expect(onWhole).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: '8' }));
    expect(onWhole).toHaveBeenCalledExactlyOnceWith('120478');
  });

  it('can be typed in, pasted into and filled by a password manager', async () => {
    const user = userEvent.setup();
    const onWhole = vi.fn();
    render(<Lock onWhole={onWhole} />);
    const field = screen.getByLabelText<HTMLInputElement>('Your PIN');
    expect([field.type, field.inputMode, field.autocomplete]).toEqual(['password', 'numeric', 'current-password']);
    await user.click(field);
    await user.paste('123 456');
    expect(onWhole).toHaveBeenCalledExactlyOnceWith('123456');
  });

  it('takes nothing while it is busy', async () => {
    const user = userEvent.setup();
    const onWhole = vi.fn();
    render(<Lock onWhole={onWhole} busy />);
    await user.click(screen.getByLabelText('Your PIN'));
    await user.paste('123456');
    expect(onWhole).not.toHaveBeenCalled();
  });

  it('Show shows it', async () => {
    const user = userEvent.setup();
    render(<Lock onWhole={vi.fn()} />);
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByLabelText<HTMLInputElement>('Your PIN').type).toBe('text');
  });
});

it('a button that is not possible can be reached and does nothing', async () => {
  const user = userEvent.setup();
  const onClick = vi.fn();
  render(
    <Button notPossible onClick={onClick}>
      Nothing to send
    </Button>,
  );
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Nothing to send' }));
  await user.keyboard('{Enter}');
  expect(onClick).not.toHaveBeenCalled();
});

it('faces are radio buttons from worst to best, with none chosen', () => {
  const words = ['Not good', 'OK', 'Good', 'Really good', 'Brilliant'] as const;
  render(<Faces legend="How was today?" legendHidden words={words} value={undefined} onChange={vi.fn()} />);
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(radios.map((radio) => radio.labels?.[0]?.textContent)).toEqual(words);
  expect(radios.some((radio) => radio.checked)).toBe(false);
  expect(screen.getByRole('group', { name: 'How was today?' })).toBeTruthy();
});

it('the bottom bar leaves the link to the router', () => {
  render(
    <BottomBar
      label="Places"
      items={[{ to: '/people', label: 'People', icon: 'people' }]}
      link={(item, parts) => <a href={item.to} {...parts} />}
    />,
  );
  expect(screen.getByRole('link', { name: 'People' }).getAttribute('href')).toBe('/people');
});

it('there are 24 leaves in 6 colours and each has a name of its own', () => {
  const names = Array.from({ length: leafShapes * leafColours }, (_, n) =>
    leafName(n % leafShapes, Math.floor(n / leafShapes)),
  );
  expect([leafShapes, leafColours, new Set(names).size]).toEqual([24, 6, 144]);
  expect(leafName(0, 0)).toBe('blue oak');
});

it('the gallery shows every part', () => {
  render(<Gallery />);
  expect(screen.getByRole('heading', { name: 'Parts' })).toBeTruthy();
});
