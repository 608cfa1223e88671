import { useCallback, useEffect, useRef, useState } from 'react';
import { isOpen, openPerson } from './person.ts';

/** Half-filled forms, encrypted on the phone: a kill, an update or a flat battery costs nothing that was typed. */

export type Fields = Readonly<Record<string, unknown>>;

const place = (id: string) => `draft|${id}`;
const keptAfterMs = 400;

async function keepDraft(id: string, fields: Fields): Promise<void> {
  if (!isOpen()) return;
  const { store } = openPerson();
  await store.database.draft.put({ id: place(id), box: store.vault.seal('own', place(id), fields) });
}

async function dropDraft(id: string): Promise<void> {
  await openPerson().store.database.draft.delete(place(id));
}

async function readDraft(id: string): Promise<Fields | null> {
  const { store } = openPerson();
  const kept = await store.database.draft.get(place(id));
  return kept ? (store.vault.open('own', place(id), kept.box) as Fields) : null; // closed by keepDraft
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

export type Drafted<T extends Fields> = {
  /** undefined while the draft is read. */
  readonly fields: T | undefined;
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
  // The form begins once, whatever is handed in at later renders.
  const first = useRef(empty);
  const startsAfresh = useRef(afresh);
  // What was answered while the draft was read is the later word.
  const early = useRef<Partial<T>>({});
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; fields: T } | null>(null);

  const flush = useCallback(() => {
    const due = waiting.current;
    if (!due) return;
    clearTimeout(due.timer);
    waiting.current = null;
    void keepDraft(id, due.fields);
  }, [id]);

  // The draft lies on the disk, and the page may go at any moment: both are outside React.
  useEffect(() => {
    let current = true;
    inUse.add(id);
    void readDraft(id).then((kept) => {
      if (!current) return;
      const carriedOn = startsAfresh.current ? null : kept;
      if (carriedOn) dirty.add(id);
      setFields({ ...first.current, ...carriedOn, ...early.current });
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

  const change = useCallback(
    (changed: Partial<T>) => {
      early.current = { ...early.current, ...changed };
      setFields((before) => {
        const next = { ...first.current, ...before, ...changed };
        if (waiting.current) clearTimeout(waiting.current.timer);
        waiting.current = { fields: next, timer: setTimeout(flush, keptAfterMs) };
        dirty.add(id);
        return next;
      });
    },
    [id, flush],
  );

  const done = useCallback(async () => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    dirty.delete(id);
    await dropDraft(id);
  }, [id]);

  return { fields, change, done };
}
