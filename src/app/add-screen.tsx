import { useState } from 'react';
import { say } from '#db/person.ts';
import type { Saying } from '#db/save.ts';
import type { Shown } from '#db/shown.ts';
import { AddPerson } from '#features/people/add-person.tsx';
import { marking } from '#features/register/actions.ts';
import { takeCarried } from '#features/register/carried.ts';
import { didLast } from '#features/register/last-done.ts';

/** Adding somebody from the register: the badge and the mark are one save. */
async function addAndMark(session: Shown, person: string, also: readonly Saying[]): Promise<void> {
  await say(async (tx) => [...also, await marking(tx, session, person, 'here')]);
  didLast(null);
}

export function AddScreen() {
  const [carried] = useState(takeCarried);
  return <AddPerson carried={carried} mark={addAndMark} />;
}
