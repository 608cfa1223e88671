import { useState } from 'react';
import { newId } from '#db/person.ts';
import { create, patch } from '#db/save.ts';
import { isClosed, type SetUpRecord, useDesk } from '#desk/desk.ts';
import type { Body } from '#domain/records/entry.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { changedFields, textOf } from '#forms/fields.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Form } from '#ui/stack.tsx';

type NamedSheetProps = {
  readonly type: 'activity' | 'partner';
  /** "activity", "partner" */
  readonly word: string;
  /** Undefined: shut. Null: a new one. */
  readonly record: SetUpRecord | null | undefined;
  readonly onClose: () => void;
  /** What closing means for it. */
  readonly closing: string;
};

/** A record that is little more than its name: an activity, a partner. */
export function NamedSheet({ record, onClose, word, ...rest }: NamedSheetProps) {
  return (
    <Sheet open={record !== undefined} title={record ? `Change the ${word}` : `A new ${word}`} onClose={onClose}>
      {record !== undefined && <Inside {...rest} word={word} record={record} onClose={onClose} />}
    </Sheet>
  );
}

function Inside({ type, word, record, onClose, closing }: NamedSheetProps & { record: SetUpRecord | null }) {
  const desk = useDesk();
  const [name, setName] = useState(textOf(record?.body ?? {}, 'name'));
  const [contactSport, setContactSport] = useState(record?.body.contactSport === true);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function put(fields: Body) {
    const said = record
      ? patch(type, record.id, programmeScope, changedFields(record.body, fields))
      : create(type, newId(), programmeScope, { ...fields, status: 'active' });
    const problem = Object.keys(said.body).length === 0 ? null : await desk.save(`The ${word}`, [said]);
    setTrouble(problem);
    if (problem === null) onClose();
  }

  return (
    <Form
      onSubmit={() =>
        name.trim() === ''
          ? setTrouble('Give it a name.')
          : put({ name: name.trim(), ...(type === 'activity' && { contactSport }) })
      }
    >
      <NotSaved trouble={trouble} />
      <TextField label="Name" value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
      {type === 'activity' && (
        <Tick
          label="Contact sport"
          hint="Boxing, MMA: it will need its own permission"
          checked={contactSport}
          onChange={setContactSport}
        />
      )}
      <Button kind="primary" wide type="submit">
        Save
      </Button>
      {record && (
        <Button wide onClick={() => void put({ status: isClosed(record) ? 'active' : 'closed' })}>
          {isClosed(record) ? 'Open it again' : `Close this ${word}`}
        </Button>
      )}
      {record && !isClosed(record) && <p>{closing}</p>}
    </Form>
  );
}
