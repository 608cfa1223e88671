import { useNavigate } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { create } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { KnownInstrument } from '#domain/voice/xlsform/instruments.ts';
import type { XlsformRead } from '#domain/voice/xlsform/read.ts';
import type { Faults } from '#forms/faults.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { Buttons } from '#ui/stack.tsx';

type Made = NonNullable<XlsformRead['made']>;
type Whose = { readonly owner: string; readonly licence: string; readonly permission: string };

const long = (text: string): string | undefined => (text.length > 200 ? 'Write it in at most 200 letters.' : undefined);
const needed = (text: string, words: string): string | undefined => (text.trim() === '' ? words : long(text));

/** What is not said of a questionnaire that belongs to somebody. */
const faultsIn = ({ owner, licence, permission }: Whose): Faults<Whose> => ({
  owner: needed(owner, 'Whose is it?'),
  licence: long(licence),
  permission: needed(permission, 'Where is their permission filed? A letter, an e-mail or a number.'),
});

/** The last step: whose it is, where that matters, and the draft. */
export function MakeDraft({ made, instrument }: { readonly made: Made; readonly instrument: KnownInstrument | null }) {
  const desk = useDesk();
  const navigate = useNavigate();
  const known = made.form.instrument;
  const form = useForm<Whose>({
    // Of this form and no other: what was typed about one is not brought back for the next.
    name: `xlsform ${hashOf(made.form)}`,
    now: {
      owner: known?.owner ?? instrument?.owner ?? '',
      licence: known?.licence ?? '',
      permission: known?.permission ?? '',
    },
    judge: (values) => (instrument ? faultsIn(values) : {}),
    save: ({ owner, licence, permission }, { id }) => {
      const whose = instrument && {
        ...{ name: instrument.name, owner: owner.trim(), licence: licence.trim(), permission: permission.trim() },
        ...{ from: instrument.from, to: instrument.to },
      };
      return desk.save('The draft', [
        create('form', id, programmeScope, { ...made.draft, ...(whose && { instrument: whose }) }),
      ]);
    },
    onSaved: (id) => void navigate(`/desk/voice/forms/draft/${id}`),
  });
  if (!form) return null;
  return (
    <Form form={form} words={{ owner: 'Owner', licence: 'Licence', permission: 'Permission' }}>
      {instrument && (
        <>
          <Notice kind="warn" icon="paper" title={`This is ${instrument.name}`}>
            It belongs to somebody else. It may be put only with their permission, and its words and answers stay as
            they are.
          </Notice>
          <TextField label="Owner" {...form.text('owner')} />
          <TextField label="Licence" optional="(if there is one)" {...form.text('licence')} />
          <TextField
            label="Where the permission is filed"
            hint="Letter of 3 March, folder Surveys"
            {...form.text('permission')}
          />
        </>
      )}
      <Remark>A draft can be changed. It is put to nobody before somebody approves it.</Remark>
      <Buttons>
        <Button kind="primary" type="submit">
          Make a draft of it
        </Button>
      </Buttons>
    </Form>
  );
}
