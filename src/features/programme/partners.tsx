import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { Records } from '#desk/records.tsx';
import { runsProgramme } from '#domain/records/access.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { useHeldByPartner } from './holding.ts';
import { needsName } from './needs-name.ts';
import { SharedNames } from './shared-names.tsx';

/** The charities that work together in the programme. */
export function Partners() {
  const { me, useSetUp } = useDesk();
  const may = runsProgramme(me.rights);
  return (
    <>
      <Records
        of={useSetUp('partner')}
        noun="partner"
        plural="partners"
        one="A partner"
        form={may ? (known, onDone) => <PartnerForm known={known} onDone={onDone} /> : undefined}
        empty="A programme has at least one partner."
      />
      {!may && <Remark>The programme coordinator looks after the partners.</Remark>}
      <SharedNames />
    </>
  );
}

type PartnerFormProps = { readonly known: SetUpRecord<'partner'> | undefined; readonly onDone: () => void };

function PartnerForm({ known, onDone }: PartnerFormProps) {
  const { save } = useDesk();
  const holds = useHeldByPartner(known);
  const one = { type: 'partner', scope: programmeScope, words: 'The partner', known, save, onSaved: onDone } as const;
  const form = useRecord({
    ...one,
    typedOf: ({ name = '', address, contact }) => ({ name, address: address ?? '', contact: contact ?? '' }),
    bodyOf: (typed) => typed,
    judge: needsName,
  });
  if (!form) return null;
  return (
    <RecordForm
      {...{ one, form }}
      wide
      words={{ name: 'Name', address: 'Address', contact: 'How to reach them' }}
      closing={{
        holds,
        close: 'Close this partner',
        meaning: 'Close a partner that has left the programme. Its people, sessions and figures stay.',
      }}
    >
      <TextField label="Name" {...form.text('name')} maxLength={200} />
      <TextField
        label="Address"
        optional="(for consent)"
        hint="Parents are told who they say yes to."
        {...form.text('address')}
        maxLength={200}
      />
      <TextField
        label="How to reach them"
        optional="(for consent)"
        hint="A phone number or an e-mail address"
        {...form.text('contact')}
        maxLength={200}
      />
    </RecordForm>
  );
}
