import { useSyncExternalStore } from 'react';
import type { RecordType } from '#domain/records/records.ts';
import { keyOf } from '#domain/records/row.ts';
import type { ShownOf } from './shown.ts';

/**
 * What was tapped and is on its way to the disk: drawn in the same event, from memory, and taken back where the disk fails. It is
 * drawn until a read that began after its commit; from then on the disk speaks for itself, whatever it says.
 */

type AnyShown = ShownOf<RecordType>;

type Meant = { readonly row: AnyShown; savedAs: number | null };

let saved = 0;
let meant: readonly Meant[] = [];
const listeners = new Set<() => void>();

/** Those whose commit a slow read may not have seen are kept this long; each later read leaves them out. */
const keptAtMost = 100;

function set(next: readonly Meant[]): void {
  const settled = next.filter(({ savedAs }) => savedAs !== null);
  const old = new Set(settled.slice(0, Math.max(0, settled.length - keptAtMost)));
  meant = next.filter((each) => !old.has(each));
  for (const listener of listeners) listener();
}

/** How many were saved by now: a read that begins now sees all of them. */
export const savedSoFar = (): number => saved;

/** Draws rows while they are saved. Where nothing comes to be saved, or the disk fails, they are no longer drawn. */
export async function atOnce<T>(rows: readonly AnyShown[], save: () => Promise<T>): Promise<T> {
  const own = rows.map((row): Meant => ({ row, savedAs: null }));
  set([...meant, ...own]);
  try {
    const done = await save();
    if (done === null) set(meant.filter((each) => !own.includes(each)));
    else {
      saved += 1;
      for (const each of own) each.savedAs = saved;
      set([...meant]);
    }
    return done;
  } catch (fault) {
    set(meant.filter((each) => !own.includes(each)));
    throw fault;
  }
}

/** The phone locks: what was meant names people. */
export const forgetMeant = (): void => set([]);

/** Rows to be drawn over what was read. `waits`: its save has not been committed. */
export type MeantRow<T extends RecordType> = { readonly row: ShownOf<T>; readonly waits: boolean };

/** All that is meant now; the same array until something changes. */
export function useMeant(): readonly Meant[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => meant,
  );
}

/** Whether a read of that moment may lack something. @param asOf of `savedSoFar` as the read began */
export const isLacking = (asOf: number): boolean => meant.some(({ savedAs }) => savedAs === null || savedAs > asOf);

/** What is to be drawn over a read of that moment, of one type, and of one session or day. */
export function meantOf<T extends RecordType>(
  all: readonly Meant[],
  asOf: number,
  type: T,
  key?: string,
): readonly MeantRow<T>[] {
  return all.flatMap(({ row, savedAs }) => {
    const isSeen = savedAs !== null && savedAs <= asOf;
    if (isSeen || row.type !== type || (key !== undefined && keyOf(type, row.body) !== key)) return [];
    return { row: row as ShownOf<T>, waits: savedAs === null }; // its type was just asked
  });
}

/** Rows, and what is meant beside them. What the disk has already speaks for itself: its read may have begun before we heard of the commit. */
export function withMeant<T extends RecordType>(
  rows: readonly ShownOf<T>[],
  over: readonly MeantRow<T>[],
): readonly ShownOf<T>[] {
  if (over.length === 0) return rows;
  const known = new Set(rows.map(({ id }) => id));
  return [...rows, ...over.flatMap(({ row }) => (known.has(row.id) ? [] : row))];
}
