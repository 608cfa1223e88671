import { useLiveQuery } from 'dexie-react-hooks';
import { isOpen, openPerson } from './person.ts';

/** Small choices kept on this phone, encrypted and never sent: which van boxes are given out of, whose boxes are looked at. */

const place = (name: string) => `kept|${name}`;

/** What was chosen; null where nothing was, undefined while it is read. `name` says which choice it is, never whose. */
export function useRemembered(name: string): string | null | undefined {
  return useLiveQuery(async () => {
    if (!isOpen()) return null;
    const { store } = openPerson();
    const kept = await store.database.draft.get(place(name));
    return kept ? (store.vault.open('own', place(name), kept.box) as string) : null; // closed by remember
  }, [name]);
}

/** Replaces what was chosen before under this name; `useRemembered` reads it. */
export async function remember(name: string, value: string): Promise<void> {
  const { store } = openPerson();
  await store.database.draft.put({ id: place(name), box: store.vault.seal('own', place(name), value) });
}
