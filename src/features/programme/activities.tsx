import { useState } from 'react';
import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { AddButton, SetUpList } from '#desk/set-up-list.tsx';
import { NamedSheet } from './named-sheet.tsx';

/** What is on: football, street dance. */
export function Activities() {
  const [open, setOpen] = useState<SetUpRecord<'activity'> | null>();
  return (
    <>
      <SetUpList
        of={useDesk().useSetUp('activity')}
        what="the activities"
        under={({ body }) => (body.contactSport === true ? 'Contact sport' : '')}
        onOpen={setOpen}
        add={<AddButton onClick={() => setOpen(null)}>Add an activity</AddButton>}
        empty="Add what you offer in the parks."
      />
      <NamedSheet
        type="activity"
        word="activity"
        record={open}
        onClose={() => setOpen(undefined)}
        closing="A closed activity is no longer offered on phones. Sessions that had it keep it."
      />
    </>
  );
}
