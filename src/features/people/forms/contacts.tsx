import { contactsOf } from '#domain/people/family.ts';
import { phonesIn, tidyPhone } from '#domain/people/phones.ts';
import type { Faults } from '#forms/faults.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { TextField } from '#ui/field.tsx';
import { changes, detailsChanged, type Of, type PersonPart } from './door.ts';
import { elementsIn, Lines } from './lines.tsx';

/** Others to call in an emergency, beside parents and carers. */

type ContactLine = { readonly id: string; readonly name: string; readonly phone: string; readonly is: string };
type Contacts = { readonly contacts: readonly ContactLine[] };

const contactsNow = ({ details }: Of): Contacts => ({
  contacts: contactsOf(details).map(({ id, name, phone, is }) => ({ id, name, phone: tidyPhone(phone), is })),
});

/** What is wrong with a number as it was typed. */
export const phoneFault = (typed: string): string | undefined =>
  phonesIn(typed).length === 0 ? 'Write a telephone number, such as 07700 900318.' : undefined;

function contactFaults({ contacts }: Contacts): Faults<Contacts> {
  const wrong = contacts.flatMap(({ id, name, phone }) => {
    const message = phoneFault(phone);
    return [
      ...(name.trim() === '' ? [{ fieldId: `${id}-name`, message: 'Write their name.' }] : []),
      ...(message ? [{ fieldId: `${id}-phone`, message }] : []),
    ];
  });
  return { contacts: wrong };
}

/** Undefined while the draft is read. */
export function useContacts({ save, onSaved, ...of }: PersonPart): FormState<Contacts> | undefined {
  return useForm<Contacts>({
    changes: true,
    name: `contacts ${of.person.id}`,
    now: contactsNow(of),
    judge: contactFaults,
    save: ({ contacts }, { opened }) => {
      const bodyOf = (lines: readonly ContactLine[]) =>
        elementsIn('contact', [...opened.contacts, ...contacts], lines, ({ name, phone, is }) => ({
          ...{ name: name.trim(), phone: tidyPhone(phone), is: is.trim() },
        }));
      const sayings = changes(of, {}, detailsChanged(bodyOf(opened.contacts), bodyOf(contacts)));
      return sayings.length === 0 ? Promise.resolve(null) : save('Others to call', sayings);
    },
    onSaved,
  });
}

export const contactWords = {
  contacts: (contacts: readonly ContactLine[]) =>
    `Others to call: ${contacts.map(({ name }) => name).join(', ') || 'nobody'}`,
};

export const ContactFields = ({ form }: { form: FormState<Contacts> }) => (
  <Lines
    lines={form.values.contacts}
    onChange={(contacts) => form.change({ contacts: [...contacts] })}
    empty={{ name: '', phone: '', is: '' }}
    add={form.values.contacts.length === 0 ? 'Add somebody' : 'Add somebody else'}
    remove={(at) => `Remove person ${at}`}
  >
    {({ id, name, phone, is }, change) => (
      <>
        <TextField
          id={`${id}-name`}
          label="Name"
          autoCapitalize="words"
          value={name}
          error={form.errorOf(`${id}-name`)}
          onChange={({ target }) => change({ name: target.value })}
        />
        <TextField
          id={`${id}-phone`}
          label="Telephone"
          inputMode="tel"
          value={phone}
          error={form.errorOf(`${id}-phone`)}
          onChange={({ target }) => change({ phone: target.value })}
        />
        <TextField
          label="Who they are"
          optional="(optional)"
          hint="Such as aunt, neighbour"
          value={is}
          onChange={({ target }) => change({ is: target.value })}
        />
      </>
    )}
  </Lines>
);
