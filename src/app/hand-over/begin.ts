import { goToForm } from '#app/person.ts';
import { tell } from '#app/tabs.ts';
import { beginHandOver } from '#db/hand-over.ts';
import { makeOwnKey } from '#db/own.ts';
import { openPerson } from '#db/person.ts';
import type { FormName, PackOf } from './forms.ts';

/**
 * Hands the phone over: from here on it shows one form, in every tab, until a worker's PIN. Everything of the worker is closed and
 * this page goes; what it did not save is a draft on the disk. Call it from a tap, once what the form needs is read.
 * @param pack all that the form will know, as JSON: nothing else can be read while the phone is handed over
 * @param returnTo the address of the screen the worker comes back to; ids only, never a name
 */
export async function handOver<Name extends FormName>({
  form,
  pack,
  returnTo,
}: {
  readonly form: Name;
  readonly pack: PackOf<Name>;
  readonly returnTo: string;
}): Promise<void> {
  const person = openPerson();
  await makeOwnKey(person);
  // A save that is still under way reaches the disk before this does.
  await person.store.read((tx) => tx.meta());
  const id = crypto.randomUUID();
  await beginHandOver({ id, form, device: person.profile.device, pack, returnTo });
  tell({ type: 'handed over', id });
  // A tab of an older version knows only this, and locks.
  tell({ type: 'locked' });
  goToForm(id);
}
