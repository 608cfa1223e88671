import { useEffect } from 'react';
import { attempt } from '#db/attempt.ts';
import { useKnown } from '#db/families.ts';
import { newId, say } from '#db/person.ts';
import { looked } from '#domain/people/acts.ts';
import { needsOf } from '#domain/people/family.ts';
import { nameOf } from '#domain/people/person.ts';
import { toInstant } from '#domain/time.ts';
import { Remark } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { WhatToDo } from './what-to-do.tsx';

type EmergencySheetProps = {
  /** Nobody while it is shut. */
  readonly person: string | null;
  readonly session: string;
  readonly onClose: () => void;
};

/**
 * Who to call and what to do, in two taps from the register and without signal. It stays until it is closed: it is read out to
 * an ambulance. Out of sight, it is gone.
 */
export function EmergencySheet({ person, session, onClose }: EmergencySheetProps) {
  const known = useKnown(person ?? '');
  const isOpen = person !== null && Boolean(known);

  // The phone that goes into a pocket is taken out again by somebody else.
  useEffect(() => {
    if (person === null) return;
    const hide = () => document.visibilityState === 'hidden' && onClose();
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  }, [person, onClose]);

  const scope = known?.person.scope;
  const id = known?.person.id;
  // Once an opening: that somebody looked is written down where workers cannot take it away.
  useEffect(() => {
    if (!isOpen || !id || !scope) return;
    const minted = { id: newId(), at: toInstant(Date.now()) };
    void attempt('Looking at who to call', () => say([looked({ id, scope }, minted, session)]));
  }, [isOpen, id, scope, session]);

  return (
    <Sheet open={isOpen} title={known ? nameOf(known.person.body) : ''} onClose={onClose}>
      {known && (
        <>
          <WhatToDo needs={needsOf(known.details)} calls={known.calls} open />
          {known.details.noNeeds === true && <Remark>No allergy, medical or access need.</Remark>}
        </>
      )}
    </Sheet>
  );
}
