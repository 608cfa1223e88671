// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { SearchField, SelectField, TextArea, TextField } from '#ui/field.tsx';
import { RegisterRow } from '#ui/register-row.tsx';
import { Total } from '#ui/total.tsx';

afterEach(cleanup);

describe('fields', () => {
  it('no field lets the browser keep or correct what is typed', () => {
    render(
      <>
        <TextField label="Name" />
        <TextArea label="Note" />
        <SearchField label="Find a name" />
        <SelectField label="I am">
          <option>mother</option>
        </SelectField>
      </>,
    );
    const fields = [...screen.getAllByRole('textbox'), screen.getByRole('searchbox'), screen.getByRole('combobox')];
    for (const field of fields) expect(field.getAttribute('autocomplete')).toBe('off');
  });

  it('the summary takes the focus and leads to the field, whose message is read with it', async () => {
    const user = userEvent.setup();
    const errors = [{ fieldId: 'age', message: 'Age must be a number' }];
    render(
      <>
        <ErrorSummary errors={errors} />
        <TextField id="age" label="Age" error="Age must be a number" />
      </>,
    );
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    await user.click(screen.getByRole('link', { name: 'Age must be a number' }));
    const field = screen.getByRole('textbox', { name: 'Age' });
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Age must be a number',
    );
  });
});

describe('the register', () => {
  it('a row says who, where and when, and its two targets are told apart', async () => {
    const user = userEvent.setup();
    const onPress = vi.fn();
    const onMore = vi.fn();
    render(
      <RegisterRow
        id="p1"
        state="here"
        name="Amira K"
        shape={0}
        colour={0}
        line="blue oak · Y8"
        word="Here"
        time="16:02"
        onPress={onPress}
        onMore={onMore}
        moreLabel="More about Amira K"
      />,
    );
    await user.click(screen.getByRole('button', { name: /Amira K.*blue oak.*Here.*16:02/, pressed: true }));
    await user.click(screen.getByRole('button', { name: 'More about Amira K' }));
    expect(onPress).toHaveBeenCalledExactlyOnceWith('p1');
    expect(onMore).toHaveBeenCalledExactlyOnceWith('p1');
  });

  it('a total is read in words', () => {
    const { container } = render(<Total total={24} named={15} counted={9} />);
    expect(container.textContent).toBe('24 here15 named 9 counted');
  });
});
