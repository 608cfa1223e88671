import { LinesField } from '#desk/import/lines.tsx';
import { firstPartner, PartnerField } from '#desk/partner.tsx';
import type { RowChoice } from '#domain/people/import/acts.ts';
import { type PersonColumns, peopleTable } from '#domain/people/import/table.ts';
import { tableIn } from '#domain/reports/table.ts';
import type { ImportsRead } from '#domain/sessions/people/imports.ts';
import type { PeopleList } from '#domain/sessions/people/list.ts';
import type { Faults } from '#forms/faults.ts';
import { Form, type FormState } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Remark } from '#ui/notice.tsx';
import { Buttons } from '#ui/stack.tsx';

/** What is read in, and whose people they are. */

/** The register around an import. */
export type RegisterRead = { readonly people: PeopleList; readonly imports: ImportsRead };

/** What somebody said about a list while looking at it. */
export type ListSaid = {
  /** Undefined: as its headings say. */
  readonly columns?: PersonColumns | undefined;
  /** What a park’s name means: an id, or empty for none. By the name as it is seen. */
  readonly parks: Readonly<Record<string, string>>;
  /** Of a row that is known already, by its line. */
  readonly choices: Readonly<Record<number, RowChoice>>;
  readonly leaveOut: boolean;
};
export const nothingSaid: ListSaid = { parks: {}, choices: {}, leaveOut: false };

export type TypedList = { readonly partner: string; readonly text: string; readonly said: ListSaid };

/** The partners whose names may be read here, and so written. */
export const sharing = ({ people }: RegisterRead) => ({ partners: people.partners.filter(({ shared }) => shared) });

export const afresh = (read: RegisterRead): TypedList => ({
  ...{ partner: firstPartner(sharing(read)), text: '', said: nothingSaid },
});

const largest = {
  bytes: 8_000_000,
  words: 'That is larger than 8 MB: a list of people is not. Save the sheet with the people alone as a CSV.',
};
/** More would take the machine minutes: a list of that size is read in parts. */
const mostRows = 5000;

export function faultsIn({ partner, text }: TypedList): Faults<TypedList> {
  return { partner: partner === '' ? 'Whose people are they?' : undefined, text: faultInText(text) };
}

function faultInText(text: string): string | undefined {
  const { length } = tableIn(peopleTable, text);
  if (length === 0) return 'Choose a file or paste the lines.';
  if (length === 1) return 'There is one line only: paste the headings and the lines under them.';
  return length > mostRows + 1
    ? `There are ${length - 1} lines; at most ${mostRows} are read at once. Save it in parts, and import one after another.`
    : undefined;
}

type ListFormProps = {
  readonly read: RegisterRead;
  readonly form: FormState<TypedList>;
  readonly onChange: (changed: Partial<TypedList>) => void;
  readonly onLook: () => void;
};

export function ListForm({ read, form, onChange, onLook }: ListFormProps) {
  if (sharing(read).partners.length === 0)
    return <Remark>No partner shares its names here: its own coordinator imports its list.</Remark>;
  return (
    <Form form={form} words={{ partner: 'Whose', text: 'The lines', said: () => '' }} onSubmit={onLook}>
      <Remark>
        A list with a heading over each column: the name, and what else there is of date of birth, park, parent,
        telephone and needs. Consents are not taken over: whoever has one there is noted as asked, and asked anew.
      </Remark>
      <PartnerField view={sharing(read)} {...form.choice('partner')} onChange={(partner) => onChange({ partner })} />
      <LinesField {...form.text('text')} largest={largest} onText={(text) => onChange({ text })} />
      <Buttons>
        <Button kind="primary" type="submit">
          Look at it first
        </Button>
      </Buttons>
    </Form>
  );
}
