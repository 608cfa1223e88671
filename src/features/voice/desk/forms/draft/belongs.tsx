import type { Instrument } from '#domain/records/shapes/form-document.ts';
import { needsPermission } from '#domain/voice/forms/instruments.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Buttons } from '#ui/stack.tsx';
import type { Writing } from './writing.ts';

type Typed = {
  readonly owner: string;
  readonly licence: string;
  readonly permission: string;
  readonly from: string;
  readonly to: string;
};

const years = (typed: string): number | null => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null);
const notYears = (typed: string): string | undefined =>
  typed.trim() === '' || years(typed) !== null ? undefined : 'Write years as a number.';

/** Whose questionnaire it is. Once that is said, its words are locked: so all of it is said at once, by a button. */
export function Belongs({ of, title }: { of: Writing; title: string | undefined }) {
  const known: Partial<Instrument> = of.body.instrument ?? {};
  const name = known.name ?? title ?? '';
  const form = useForm<Typed>({
    name: `form-instrument ${of.id}`,
    changes: true,
    now: {
      ...{ owner: known.owner ?? '', licence: known.licence ?? '', permission: known.permission ?? '' },
      ...{ from: String(known.from ?? ''), to: String(known.to ?? '') },
    },
    judge: ({ owner, licence, permission, from, to }) => ({
      owner: owner.trim() === '' ? 'Say whose it is.' : undefined,
      licence: licence.trim() === '' ? 'Say by which licence or agreement you use it.' : undefined,
      permission:
        permission.trim() === '' && needsPermission({ licence } as Instrument) // only the licence is looked at
          ? 'Say where their permission is filed.'
          : undefined,
      from: notYears(from),
      to: notYears(to),
    }),
    save: async ({ owner, licence, permission, from, to }) =>
      of.set({
        instrument: {
          ...{ name, owner: owner.trim(), licence: licence.trim(), permission: permission.trim() },
          ...{ from: years(from), to: years(to) },
        },
      }),
  });
  if (!form) return null;
  return (
    <>
      <SectionTitle note="its words are then locked">{name} belongs to somebody</SectionTitle>
      <Form form={form} words={{ owner: 'Whose it is', licence: 'Licence', permission: 'Permission' }}>
        <TextField label="Whose it is" {...form.text('owner')} maxLength={200} />
        <TextField label="Licence or agreement" {...form.text('licence')} maxLength={200} />
        <TextField
          label="Where their permission is filed"
          hint="A folder, a letter, its date"
          {...form.text('permission')}
          maxLength={200}
        />
        <NumberField label="From how many years" {...form.text('from')} />
        <NumberField label="To how many years" optional="(empty: and over)" {...form.text('to')} />
        <Buttons>
          <Button type="submit">Save whose it is</Button>
        </Buttons>
      </Form>
    </>
  );
}
