import { useLiveQuery } from 'dexie-react-hooks';
import { isOpen, openPerson } from './person.ts';

/** Half-filled forms, encrypted on the phone: a kill, an update or a flat battery costs nothing that was typed. */

const place = (id: string) => `draft|${id}`;

/** Keeps what stands in a form. `id` names the form, never a person. */
export async function keepDraft(id: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
  if (!isOpen()) return;
  const { store } = openPerson();
  await store.database.draft.put({ id: place(id), box: store.vault.seal('own', place(id), fields) });
}

export async function dropDraft(id: string): Promise<void> {
  await openPerson().store.database.draft.delete(place(id));
}

export async function readDraft(id: string): Promise<Record<string, unknown> | null> {
  const { store } = openPerson();
  const kept = await store.database.draft.get(place(id));
  return kept ? (store.vault.open('own', place(id), kept.box) as Record<string, unknown>) : null; // closed by keepDraft
}

/** A form's draft as it was when the form opened; null where there is none, undefined while it is read. */
export function useDraft(id: string): Record<string, unknown> | null | undefined {
  return useLiveQuery(() => readDraft(id), [id]);
}

const dirty = new Set<string>();

/** Says whether a form holds something that is not saved as a record yet; an update waits for it. */
export function markDirty(id: string, isDirty: boolean): void {
  if (isDirty) dirty.add(id);
  else dirty.delete(id);
}

export const hasDirtyForm = (): boolean => dirty.size > 0;
