import { useCallback, useEffect, useRef, useState } from 'react';
import { type Fields, type KeptForm, placeOfForm } from './kept-forms.ts';
import { isOpen, openPerson } from './person.ts';

/**
 * Half-filled forms, encrypted on the phone: a kill, an update or a flat battery costs nothing that was typed. Where nothing may be
 * kept they wait in this page's memory, for the same person only, and end with the page.
 */

const keptAfterMs = 400;

let memory: { readonly owner: string; readonly typed: Map<string, Fields> } | null = null;

/** A desk that keeps nothing: what its member types waits in memory; what another had typed is gone. @param owner a member */
export function keepTypedInMemory(owner: string): void {
  if (memory?.owner !== owner) memory = { owner, typed: new Map() };
}

/** They left: nothing of what was typed stays. */
export function forgetTyped(): void {
  memory = null;
}

async function keepDraft(id: string, fields: Fields): Promise<void> {
  if (!isOpen()) {
    memory?.typed.set(id, fields);
    return;
  }
  const { database, vault } = openPerson().store;
  const place = placeOfForm(vault, id);
  const kept: KeptForm = { name: id, fields };
  await database.draft.put({ id: place, box: vault.seal('own', place, kept) });
}

async function dropDraft(id: string): Promise<void> {
  if (!isOpen()) {
    memory?.typed.delete(id);
    return;
  }
  const { database, vault } = openPerson().store;
  await database.draft.delete(placeOfForm(vault, id));
}

async function readDraft(id: string): Promise<Fields | null> {
  if (!isOpen()) return memory?.typed.get(id) ?? null;
  const { database, vault } = openPerson().store;
  const kept = await database.draft.get(placeOfForm(vault, id));
  return kept ? (vault.open('own', kept.id, kept.box) as KeptForm).fields : null; // closed by keepDraft
}

const dirty = new Set<string>();
const inUse = new Set<string>();

/** The forms that are on the page now. */
export const formsInUse = (): readonly string[] => [...inUse];

/** Gives up what stands in some forms: for a form that fails with what was typed into it, and would fail again. */
export async function dropDrafts(ids: readonly string[]): Promise<void> {
  for (const id of ids) await dropDraft(id);
}

/** Whether a form on this page holds something that is not saved as a record yet; an update waits for it. */
export const hasDirtyForm = (): boolean => dirty.size > 0;

/** A form's fields, kept on the disk as they are typed. */
export type Drafted<T extends Fields> = {
  /** undefined while the draft is read. */
  readonly fields: T | undefined;
  /** It goes on with what was typed another time. */
  readonly resumed: boolean;
  readonly change: (changed: Partial<T>) => void;
  /** Once it is saved as a record: the draft goes. */
  readonly done: () => Promise<void>;
};

/**
 * A form whose fields survive anything. `id` names the form, never a person; `empty` is how it begins.
 * With `afresh` an older draft is not brought back: the form was opened for somebody else.
 * Kept 0.4 s after the last change, and at once when the page is hidden or left.
 */
export function useDrafted<T extends Fields>(id: string, empty: T, afresh = false): Drafted<T> {
  const [fields, setFields] = useState<T>();
  const [resumed, setResumed] = useState(false);
  // The form begins once, whatever is handed in at later renders.
  const first = useRef(empty);
  const startsAfresh = useRef(afresh);
  // What was answered while the draft was read is the later word.
  const early = useRef<Partial<T>>({});
  // As they stand now: two changes and a save may come before anything is drawn again.
  const held = useRef<T>(undefined);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; fields: T } | null>(null);

  const flush = useCallback(() => {
    const due = waiting.current;
    if (!due) return;
    clearTimeout(due.timer);
    waiting.current = null;
    void keepDraft(id, due.fields);
  }, [id]);

  useKept(id, flush, (kept) => {
    const carriedOn = startsAfresh.current ? null : kept;
    if (carriedOn) dirty.add(id);
    setResumed(carriedOn !== null);
    held.current = { ...first.current, ...carriedOn, ...early.current };
    setFields(held.current);
  });

  const change = useCallback(
    (changed: Partial<T>) => {
      early.current = { ...early.current, ...changed };
      const next = { ...first.current, ...held.current, ...changed };
      held.current = next;
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { fields: next, timer: setTimeout(flush, keptAfterMs) };
      dirty.add(id);
      setFields(next);
    },
    [id, flush],
  );

  const done = useCallback(async () => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    dirty.delete(id);
    setResumed(false);
    await dropDraft(id);
  }, [id]);

  return { fields, resumed, change, done };
}

/** Reads what is kept of a form when it opens, and keeps what waits when the page is hidden or left. */
function useKept(id: string, flush: () => void, onRead: (kept: Fields | null) => void): void {
  const read = useRef(onRead);
  read.current = onRead;
  // The draft lies on the disk, and the page may go at any moment: both are outside React.
  useEffect(() => {
    let current = true;
    inUse.add(id);
    void readDraft(id).then((kept) => {
      if (current) read.current(kept);
    });
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      current = false;
      flush();
      inUse.delete(id);
      dirty.delete(id);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [id, flush]);
}
