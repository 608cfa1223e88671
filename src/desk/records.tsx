import { type ReactNode, useState } from 'react';
import type { SetUpType } from '#domain/records/body.ts';
import { Sheet } from '#ui/sheet.tsx';
import type { SetUpRecord, SetUpRecords } from './desk.ts';
import { AddButton, SetUpList } from './set-up-list.tsx';

type RecordsProps<T extends SetUpType> = {
  readonly of: SetUpRecords<T>;
  /** "activity" */
  readonly noun: string;
  readonly plural: string;
  /** "An activity", as in "Add an activity". */
  readonly one: string;
  readonly under?: (record: SetUpRecord<T>) => ReactNode;
  /** Left out where somebody may only read. */
  readonly form?: ((known: SetUpRecord<T> | undefined, onDone: () => void) => ReactNode) | undefined;
  readonly empty: ReactNode;
};

/** A register of the set-up that is changed in a sheet: its list, one to add, the one that is open. */
export function Records<T extends SetUpType>(props: RecordsProps<T>) {
  const { of, noun, plural, one, under = () => '', form, empty } = props;
  /** Undefined: shut. Null: a new one. */
  const [open, setOpen] = useState<string | null>();
  const shut = () => setOpen(undefined);
  // The list as it stands, not as it was when the sheet was opened: others may change the record meanwhile.
  const known = of.records?.find(({ id }) => id === open);
  return (
    <>
      <SetUpList<T>
        of={of}
        what={`the ${plural}`}
        under={under}
        onOpen={form && (({ id }) => setOpen(id))}
        add={form && <AddButton onClick={() => setOpen(null)}>Add {one.toLowerCase()}</AddButton>}
        empty={empty}
      />
      <Sheet open={open !== undefined} title={open === null ? `A new ${noun}` : `Change the ${noun}`} onClose={shut}>
        {(open === null || known) && form?.(known, shut)}
      </Sheet>
    </>
  );
}
