import { wasNotSaid } from '#domain/people/family.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { changes, detailsChanged, type Of, type PersonPart, ticked } from './door.ts';
import { RatherNot } from './rather-not.tsx';

/** Where somebody lives. */

type Home = { readonly postcode: string; readonly address: string; readonly notSaid: readonly string[] };

const questions = [
  ['postcode', 'Postcode'],
  ['address', 'Address'],
] as const;

const homeNow = ({ details }: Of): Home => ({
  postcode: details.postcode ?? '',
  address: details.address ?? '',
  notSaid: questions.flatMap(([question]) => (wasNotSaid(details, question) ? [question] : [])),
});

/** `da110aa` → `DA11 0AA`; what is no postcode stays as it was typed. */
export function tidyPostcode(typed: string): string {
  const [, out, inward] = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(typed.replace(/\s/g, '').toUpperCase()) ?? [];
  return out && inward ? `${out} ${inward}` : typed.trim();
}

const bodyOf = ({ postcode, address, notSaid }: Home) => ({
  postcode: notSaid.includes('postcode') ? '' : tidyPostcode(postcode),
  address: notSaid.includes('address') ? '' : address.trim(),
  ...ticked(
    'notSaid',
    questions.map(([question]) => question),
    notSaid,
  ),
});

/** Undefined while the draft is read. */
export function useHome({ save, onSaved, ...of }: PersonPart): FormState<Home> | undefined {
  return useForm<Home>({
    changes: true,
    name: `home ${of.person.id}`,
    now: homeNow(of),
    judge: ({ address }) => ({ address: address.trim().length > 200 ? 'That is longer than 200 letters.' : undefined }),
    save: (home, { opened }) => {
      const sayings = changes(of, {}, detailsChanged(bodyOf(opened), bodyOf(home)));
      return sayings.length === 0 ? Promise.resolve(null) : save('Where they live', sayings);
    },
    onSaved,
  });
}

export const homeWords = {
  postcode: 'Postcode',
  address: 'Address',
  notSaid: (asked: readonly string[]) =>
    `Rather not say: ${questions.flatMap(([code, words]) => (asked.includes(code) ? [words] : [])).join(', ') || 'nothing'}`,
};

export function HomeFields({ form }: { form: FormState<Home> }) {
  const { notSaid } = form.values;
  return (
    <>
      {!notSaid.includes('postcode') && (
        <TextField label="Postcode" autoCapitalize="characters" {...form.text('postcode')} />
      )}
      {!notSaid.includes('address') && <TextArea label="Address" optional="(optional)" {...form.text('address')} />}
      <RatherNot questions={questions} notSaid={notSaid} onChange={(said) => form.change({ notSaid: [...said] })} />
    </>
  );
}
