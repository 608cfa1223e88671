import { useCallback, useEffect, useRef, useState } from 'react';
import { useDrafted } from '#db/draft.ts';
import type { Fields } from '#db/kept-forms.ts';
import { newId } from '#db/person.ts';
import { namesOf } from './faults.ts';

/** What was typed into a form, beside what stands there: kept as a draft until it is saved or given up. */

type Draft<T> = {
  /** Of the record the form would make. */
  readonly id: string;
  readonly typed: Partial<T>;
  /** What stood in each of these fields when it was first touched. */
  readonly before: Partial<T>;
  /** Far-off days that were said to be meant. */
  readonly sure: readonly string[];
};

/** What was saved, until the record shows it. */
type Saved<T> = { readonly [Name in keyof T]?: { readonly was: unknown; readonly is: T[Name] } };

const nothing = { typed: {}, before: {}, sure: [] } as const;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * @param changes whether it changes what is there: then what was saved is shown until the record shows it; a form of new things begins empty
 * @param carried what was typed on the way here; an older draft is not brought back beside it
 */
export function useTyped<T extends Fields>(name: string, now: T, changes: boolean, carried: Partial<T> | undefined) {
  const [empty] = useState(
    (): Draft<T> => ({ ...nothing, id: newId(), ...(carried && { typed: carried, before: now }) }),
  );
  const drafted = useDrafted<Draft<T>>(`form ${name}`, empty, carried !== undefined);
  const [saved, setSaved] = useState<Saved<T> | null>(null);
  const draft = drafted.fields ?? empty;
  const values: T = { ...now, ...(changes && showing(saved ?? {}, now)), ...draft.typed };
  // A handler acts on what is on the screen when it is pressed, not when it was made.
  const latest = useRef({ values, draft, now });
  latest.current = { values, draft, now };

  const change = useCallback(
    (changed: Partial<T>, sure = latest.current.draft.sure): T => {
      const { values: before, draft: kept, now: stands } = latest.current;
      const opened = { ...kept.before };
      for (const field of namesOf(changed)) if (!(field in opened)) opened[field] = stands[field];
      const next = { ...kept, typed: { ...kept.typed, ...changed }, before: opened, sure };
      drafted.change(next);
      // One press may change two fields, or change one and save: nothing is drawn between them.
      latest.current = { now: stands, draft: next, values: { ...before, ...changed } };
      return latest.current.values;
    },
    [drafted.change],
  );

  // What was carried here is a draft like what is typed: a lock or a reload must not bring back an older one in its place.
  const arrived = useRef(carried === undefined);
  useEffect(() => {
    if (!arrived.current) drafted.change(empty);
    arrived.current = true;
  }, [drafted.change, empty]);

  /** Nothing is typed any more; what comes next is another record where this one was saved. */
  async function end(isSaved: boolean): Promise<void> {
    const { draft: kept, now: stands } = latest.current;
    if (isSaved) setSaved(savedOf(kept.typed, stands));
    drafted.change({ ...nothing, ...(isSaved && { id: newId() }) });
    await drafted.done();
  }

  const touched = namesOf(draft.typed);
  return {
    isRead: drafted.fields !== undefined,
    values,
    sure: draft.sure,
    latest,
    change,
    end,
    /** It was saved and nothing was typed since. */
    isSaved: saved !== null && touched.length === 0,
    /** It goes on with what was typed another time. */
    resumed: drafted.resumed && touched.length > 0,
    /** Fields that somebody else changed since they were touched here, and what stands there now. */
    theirs: touched
      .filter((field) => !same(now[field], draft.before[field]) && !same(now[field], draft.typed[field]))
      .map((field) => ({ field, now: now[field] })),
  };
}

/** What was saved and the record does not show yet. Once it shows that, or something newer, the record stands. */
function showing<T extends Fields>(saved: Saved<T>, now: T): Partial<T> {
  const shown = namesOf(saved).flatMap((field) =>
    saved[field] && same(now[field], saved[field].was) ? [[field, saved[field].is]] : [],
  );
  return Object.fromEntries(shown) as Partial<T>; // fields of T with their own values
}

const savedOf = <T extends Fields>(typed: Partial<T>, was: T): Saved<T> =>
  Object.fromEntries(namesOf(typed).map((field) => [field, { was: was[field], is: typed[field] }])) as Saved<T>; // as above
