import { useState } from 'react';
import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { AddButton, SetUpList } from '#desk/set-up-list.tsx';
import { runsProgramme } from '#domain/records/access.ts';
import { Remark } from '#ui/notice.tsx';
import { NamedSheet } from './named-sheet.tsx';

/** The charities of the alliance; the programme's coordinator looks after them. */
export function Partners() {
  const { me, useSetUp } = useDesk();
  const partners = useSetUp('partner');
  const may = runsProgramme(me.rights);
  const [open, setOpen] = useState<SetUpRecord | null>();
  return (
    <>
      <SetUpList
        of={partners}
        what="the partners"
        under={() => ''}
        onOpen={may ? setOpen : undefined}
        add={may && <AddButton onClick={() => setOpen(null)}>Add a partner</AddButton>}
        empty="A programme has at least one partner."
      />
      {!may && <Remark>The programme coordinator looks after the partners.</Remark>}
      <NamedSheet
        type="partner"
        word="partner"
        record={open}
        onClose={() => setOpen(undefined)}
        closing="Close a partner that has left the programme. Its people, sessions and figures stay."
      />
    </>
  );
}
