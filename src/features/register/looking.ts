import { useDeferredValue, useMemo, useState } from 'react';
import type { ShownOf } from '#db/shown.ts';
import { nameOf } from '#domain/people/person.ts';
import { findNames, type Index, indexNames, theOneNamed, typedPlainly } from '#domain/people/search.ts';
import { useLatest } from '#ui/latest.ts';
import { takeLookedFor } from './carried.ts';
import { type Groups, useGroups } from './queries.ts';

/** What is looked for on a register: a name as it is typed, or all that begin with a letter. */
export type Looking = {
  readonly groups: Groups | undefined;
  /** Everybody, in the order of the groups. */
  readonly people: readonly ShownOf<'person'>[];
  readonly typed: string;
  readonly type: (typed: string) => void;
  readonly letter: string | null;
  readonly pickLetter: (letter: string | null) => void;
  /** Nothing is looked for any more: the next child begins with an empty field. */
  readonly clear: () => void;
  /** Who is found, in place of the groups; null where everybody is shown. It may lag a letter behind what is typed. */
  readonly found: readonly ShownOf<'person'>[] | null;
  /** The one whose name begins as typed, where it is one alone. */
  readonly onlyMatch: () => ShownOf<'person'> | undefined;
};

const nobody: readonly ShownOf<'person'>[] = [];

/** Looks for people of a session’s partner, in memory. */
export function useLooking(session: ShownOf<'session'>): Looking {
  const groups = useGroups(session);
  const people = useMemo(() => (groups ? [...groups.usual, ...groups.atSite, ...groups.others] : nobody), [groups]);
  const index = useMemo(() => indexNames(people, ({ body }) => nameOf(body)), [people]);
  const [typed, type] = useState(() => takeLookedFor(session.id));
  const [letter, pickLetter] = useState<string | null>(null);
  const looked = useDeferredValue(typed);
  const found = useMemo(() => foundIn(index, people, looked, letter), [index, people, looked, letter]);
  const clear = useLatest(() => {
    type('');
    pickLetter(null);
  });
  const onlyMatch = useLatest(() => theOneNamed(index, typed));
  return { groups, people, typed, type, letter, pickLetter, clear, found, onlyMatch };
}

function foundIn(
  index: Index<ShownOf<'person'>>,
  people: readonly ShownOf<'person'>[],
  looked: string,
  letter: string | null,
): readonly ShownOf<'person'>[] | null {
  if (looked.trim() !== '') return findNames(index, looked);
  return letter === null ? null : people.filter((person) => letterOf(person) === letter);
}

/** The letter a name is looked for under; `#` where it begins with none. */
export function letterOf({ body }: Pick<ShownOf<'person'>, 'body'>): string {
  const [first = ''] = typedPlainly(nameOf(body)).toUpperCase();
  return /\p{L}/u.test(first) ? first : '#';
}
