import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/records.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { Faults } from '#forms/faults.ts';
import { Form } from '#forms/form.tsx';
import { useClosing, useRecord } from '#forms/record.tsx';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Sheet } from '#ui/sheet.tsx';

type Named = 'activity' | 'partner';

type NamedSheetProps = {
  readonly type: Named;
  /** "activity", "partner" */
  readonly word: string;
  /** Undefined: shut. Null: a new one. */
  readonly record: SetUpRecord<Named> | null | undefined;
  readonly onClose: () => void;
  /** What closing means for it. */
  readonly closing: string;
};

/** A record that is little more than its name: an activity, a partner. */
export function NamedSheet({ record, onClose, word, ...rest }: NamedSheetProps) {
  return (
    <Sheet open={record !== undefined} title={record ? `Change the ${word}` : `A new ${word}`} onClose={onClose}>
      {record !== undefined && <Inside {...rest} word={word} known={record ?? undefined} onClose={onClose} />}
    </Sheet>
  );
}

type Typed = { readonly name: string; readonly contactSport: boolean };

const typedOf = (body: ChangeOf<'activity'>): Typed => ({
  name: body.name ?? '',
  contactSport: body.contactSport === true,
});
const judge = ({ name }: Typed): Faults<Typed> => ({ name: name.trim() === '' ? 'Give it a name.' : undefined });

type InsideProps = Omit<NamedSheetProps, 'record'> & { readonly known: SetUpRecord<Named> | undefined };

function Inside({ type, word, known, onClose, closing }: InsideProps) {
  const { save, useSetUp } = useDesk();
  // The list's own copy is as old as the press that opened the sheet; others may change the record meanwhile.
  const live = useSetUp(type).records?.find(({ id }) => id === known?.id) ?? known;
  const one = { type, scope: programmeScope, words: `The ${word}`, known: live, save, onSaved: onClose };
  const bodyOf = ({ name, contactSport }: Typed) => ({ name, ...(type === 'activity' && { contactSport }) });
  const form = useRecord<Named, Typed>({ ...one, typedOf, bodyOf, judge });
  const turning = useClosing(one);
  if (!form) return null;
  return (
    <Form form={form} words={{ name: 'Name', contactSport: 'Contact sport' }}>
      {turning.trouble}
      <TextField label="Name" {...form.text('name')} maxLength={200} />
      {type === 'activity' && (
        <Tick
          label="Contact sport"
          hint="Boxing, MMA: it will need its own permission"
          {...form.tick('contactSport')}
        />
      )}
      <Button kind="primary" wide type="submit">
        Save
      </Button>
      {live && (
        <Button wide onClick={() => void turning.turn()}>
          {isClosed(live) ? 'Open it again' : `Close this ${word}`}
        </Button>
      )}
      {live && !isClosed(live) && <p>{closing}</p>}
    </Form>
  );
}
