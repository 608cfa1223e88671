import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef } from 'react';
import { uuidv7 } from 'uuidv7';
import type { SaveOptions, Saver } from '#db/save.ts';
import type { Entry } from '#domain/records/entry.ts';
import type { RecordType } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import type { AnswerGiven } from '#domain/records/shapes/answers.ts';
import { toInstant } from '#domain/time.ts';
import type { AnswerBox, HeldGroup } from './database.ts';
import { unsentAnswers, unsentCaptured } from './locked.ts';
import { forgetMeant, isLacking, meantOf, savedSoFar, useMeant, withMeant } from './meant.ts';
import type { Unlocked } from './profile.ts';
import { type ShownOf, shownOf, shownOne } from './shown.ts';
import type { StoreTx } from './store.ts';

/** The person whose records are open on this phone. One at a time; none while it is locked. */

let open: Unlocked | null = null;

/** Opens or (null) closes. Closing drops every opened record from memory; the screens are gone by then. */
export function setOpenPerson(next: Unlocked | null): void {
  if (open && open !== next) {
    open.store.forget();
    open.store.database.close();
    forgetMeant();
  }
  open = next;
}

/** Whoever is unlocked here. Throws where nobody is: a screen that asks stands behind the lock. */
export function openPerson(): Unlocked {
  if (!open) throw new Error('the phone is locked');
  return open;
}

export const isOpen = (): boolean => open !== null;

/** A new id, made when a form opens: saving it twice saves it once. */
export const newId = uuidv7;

function saver(): Saver {
  const { store, profile } = openPerson();
  return { store, member: profile.member, device: profile.device, now: Date.now, newId };
}

/** Closing to the server takes ciphers that nothing else here does: they come with the first that needs them. */
async function saverFor(options?: SaveOptions): Promise<Saver> {
  // Whose save it is, is settled before anything is waited for.
  const by = saver();
  const { profile } = openPerson();
  if (!options?.first) return by;
  const { closeToServer } = await import('./sealing.ts');
  return { ...by, seal: (entry) => closeToServer(profile, entry, true) };
}

/** Answers as they are put down and sent: closed to the server, and nobody's to open here. They are what `say` takes beside an entry. */
export async function closedAnswers(answers: readonly AnswerGiven[]): Promise<readonly AnswerBox[]> {
  const { profile } = openPerson();
  const { closeAnswers } = await import('./sealing.ts');
  return closeAnswers(profile, answers);
}

const savedListeners = new Set<() => void>();

/** Called after every save; sync listens. */
export function onSaved(listener: () => void): () => void {
  savedListeners.add(listener);
  return () => savedListeners.delete(listener);
}

/** The door for writes knows every shape, and nothing is drawn with it: it is fetched once the first screen stands. */
export const fetchDoor = () => import('#db/save.ts');

/** Saves what an action says, through the only door for writes. Resolves when it is on the disk. */
export async function say(
  sayings: readonly Saying[] | ((tx: StoreTx) => Promise<readonly Saying[]>),
  options?: SaveOptions,
): Promise<Entry> {
  const [by, { save }] = await Promise.all([saverFor(options), fetchDoor()]);
  const entry = await save(by, sayings, options);
  for (const listener of savedListeners) listener();
  return entry;
}

/** Says what there is to say by then: a thing that was taken back meanwhile is not taken back again. Null where it is nothing. */
export async function sayIfAny(
  sayings: (tx: StoreTx) => Promise<readonly Saying[]>,
  options?: SaveOptions,
): Promise<Entry | null> {
  try {
    return await say(sayings, options);
  } catch (fault) {
    const { NothingToSave } = await fetchDoor();
    if (fault instanceof NothingToSave) return null;
    throw fault;
  }
}

/** Reads live: drawn again whenever what it read changes, in this tab or another. `undefined` is still loading. */
export function useRead<T>(read: (tx: StoreTx) => Promise<T>, dependencies: readonly unknown[]): T | undefined {
  return useLiveQuery(() => (open ? open.store.read(read) : undefined), [...dependencies]);
}

/** What was read, and how much had been saved when the read began: what was meant since is drawn over it. */
export type AsOf<T> = { readonly found: T; readonly asOf: number };

/** The same, with the moment of the read. */
export function useReadAsOf<T>(
  read: (tx: StoreTx) => Promise<T>,
  dependencies: readonly unknown[],
): AsOf<T> | undefined {
  const last = useRef<AsOf<T> | undefined>(undefined);
  return useRead(async (tx) => {
    const asOf = savedSoFar();
    const found = await read(tx);
    const before = last.current;
    // Nothing new and nothing on its way: the same answer, so that nothing is drawn again.
    if (before && before.found === found && !isLacking(before.asOf)) return before;
    last.current = { found, asOf };
    return last.current;
  }, dependencies);
}

/** All records of a type, or those of one session or day; what is being saved `atOnce` among them. */
export function useShown<T extends RecordType>(type: T, key?: string): readonly ShownOf<T>[] | undefined {
  const read = useReadAsOf((tx) => shownOf(tx, type, key), [type, key]);
  const meant = useMeant();
  return useMemo(() => read && withMeant(read.found, meantOf(meant, read.asOf, type, key)), [read, meant, type, key]);
}

/** One record, as it will stand once what is being saved `atOnce` is on the disk; null where it is not known here. */
export function useOne<T extends RecordType>(type: T, id: string): ShownOf<T> | null | undefined {
  const read = useReadAsOf(async (tx) => (await shownOne(tx, type, id)) ?? null, [type, id]);
  const meant = useMeant();
  return useMemo(
    () => read && (meantOf(meant, read.asOf, type).findLast(({ row }) => row.id === id)?.row ?? read.found),
    [read, meant, type, id],
  );
}

/** A record as it will stand once what is said of it is saved. @param of the record as it is shown now, for an edit */
export function meantBy<T extends RecordType>({ type, id, scope, body }: Saying, of?: ShownOf<T>): ShownOf<T> {
  const { member: by, device } = openPerson().profile;
  const at = toInstant(Date.now());
  const row = { ...{ type, id, scope, by, device, at, stamps: {}, ...of }, body: { ...of?.body, ...body } };
  return { ...row, standing: 'on this phone' } as unknown as ShownOf<T>; // the door checks the same saying against its shape
}

/** How many entries this person saved on this phone while it was locked, that have not been sent and lie nowhere else; and answers. */
export function useSealedCounts(): { readonly captured: number; readonly answers: number } | undefined {
  return useLiveQuery(async () => {
    if (!open) return { captured: 0, answers: 0 };
    const { database } = open.store;
    const [captured, answers] = await Promise.all([unsentCaptured(database), unsentAnswers(database)]);
    return { captured, answers };
  }, []);
}

/** What has been answered to forms and waits together, by group. */
export function useHeldGroups(keys: readonly string[]): readonly HeldGroup[] | undefined {
  return useLiveQuery(async () => {
    if (!open) return [];
    return (await open.store.database.heldGroup.bulkGet([...keys])).filter((group) => group !== undefined);
  }, [keys.join(' ')]);
}

/** How many saved entries the server has confirmed, of those still kept here. */
export function useConfirmedCount(): number | undefined {
  return useLiveQuery(async () => {
    if (!open) return 0;
    const { outbox } = open.store.database;
    return outbox.where('[state+seq]').between(['confirmed', 0], ['confirmed', Number.POSITIVE_INFINITY]).count();
  }, []);
}
