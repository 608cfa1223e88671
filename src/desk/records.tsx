import type { ReactNode } from 'react';
import type { NamedType } from '#domain/records/body.ts';
import { useOpened } from '#ui/opened.tsx';
import { Sheet } from '#ui/sheet.tsx';
import type { SetUpRecord, SetUpRecords } from './desk.ts';
import { RecordHistory } from './set-up-history.tsx';
import { AddButton, SetUpList } from './set-up-list.tsx';

type RecordsProps<T extends NamedType> = {
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
export function Records<T extends NamedType>(props: RecordsProps<T>) {
  const { of, noun, plural, one, under = () => '', form, empty } = props;
  const { row, isOpen, open, shut } = useOpened(of.records, ({ id }) => id);
  return (
    <>
      <SetUpList<T>
        of={of}
        what={`the ${plural}`}
        under={under}
        onOpen={form && open}
        add={form && <AddButton onClick={() => open(null)}>Add {one.toLowerCase()}</AddButton>}
        empty={empty}
      />
      <Sheet open={isOpen} title={row ? `Change the ${noun}` : `A new ${noun}`} onClose={shut}>
        {isOpen && form?.(row ?? undefined, shut)}
        {isOpen && row && <RecordHistory of={row.id} />}
      </Sheet>
    </>
  );
}
