import { badgeName } from '#domain/people/person.ts';
import { folded, soundsOf } from '#domain/people/search.ts';
import type { ReadPerson } from './row.ts';

/** Who of a list is known already, by the sound of the name, its initial, and the date of birth. */

/** Somebody on the register, as an import compares them. */
export type OnTheRegister = {
  readonly id: string;
  readonly name: string;
  readonly born: string;
  readonly leaf: number;
  readonly colour: number;
};

/** Somebody on the register; or a row of the same list, further up. */
export type KnownAs = { readonly person: OnTheRegister } | { readonly line: number };

type Compared = { readonly knownAs: string; readonly initial: string; readonly born: string };

/** Nobody hears the last letter of *Amirah*. */
const keyOf = ({ knownAs, initial }: Pick<Compared, 'knownAs' | 'initial'>): string =>
  `${soundsOf(knownAs)[0]?.replace(/h$/, '') || folded(knownAs)} ${initial}`;

/** A year fits any day of it; nothing fits everything. */
const bornFits = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/** Looks everybody up once; one pass over the register and one over the list. By the line. */
export function knownIn(rows: readonly ReadPerson[], register: readonly OnTheRegister[]): ReadonlyMap<number, KnownAs> {
  const byKey = Map.groupBy(register, ({ name }) => keyOf(badgeName(name)));
  const before = new Map<string, ReadPerson[]>();
  const found = new Map<number, KnownAs>();
  for (const row of rows) {
    if (row.problems.length > 0) continue;
    const key = keyOf(row);
    const person = byKey.get(key)?.find(({ born }) => bornFits(born, row.born));
    const above = before.get(key)?.find(({ born }) => bornFits(born, row.born));
    if (person) found.set(row.line, { person });
    else if (above) found.set(row.line, { line: above.line });
    const same = before.get(key);
    if (same) same.push(row);
    else before.set(key, [row]);
  }
  return found;
}
