import { useState } from 'react';
import { openPerson, say } from '#db/person.ts';
import { type ShownOf, shownOne } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Saying } from '#domain/records/say.ts';
import { readBlock } from '#features/consent/queries.ts';
import { mintedInBadge } from '#features/people/actions.ts';
import { AddPerson } from '#features/people/phone/add-person.tsx';
import { marking } from '#features/register/actions.ts';
import { lookFor, takeCarried } from '#features/register/carried.ts';
import { readRegister } from '#features/register/queries.ts';
import { didHere } from '#features/register/taps.ts';
import { sayOnce } from '#forms/say-once.ts';

/** Adding somebody from the register: the badge and the mark are one save; Undo and *Already counted* wait on the register. */
async function addAndMark(session: ShownOf<'session'>, id: string, badge?: Saying): Promise<void> {
  const marked = async (tx: StoreTx) => {
    const block = await readBlock(tx, session);
    return marking(tx, session, id, 'here', block(id) === null ? {} : { level: 'watching' });
  };
  const entry = await (badge
    ? sayOnce(id, async (tx) => [badge, await marked(tx)], mintedInBadge)
    : say(async (tx) => [await marked(tx)]));
  if (!entry) return;
  const { person, found } = await openPerson().store.read(async (tx) => ({
    person: await shownOne(tx, 'person', id),
    found: await readRegister(tx, session.id),
  }));
  if (person && found) didHere(session, person, found.register, entry);
}

export function AddScreen() {
  const [carried] = useState(takeCarried);
  return <AddPerson carried={carried} onAdded={lookFor} mark={addAndMark} />;
}
