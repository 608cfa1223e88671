import type { BodyOf, RecordOf, RowOf } from '#domain/records/body.ts';
import { listIn } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { inForce } from '#domain/records/taken-back.ts';
import type { Badge } from './person.ts';

/**
 * Which records are of one person (or guardian), folded from what coordinators said. Nothing is rewritten: every view resolves an
 * id when it reads, so that saying *two people after all* gives each back what was theirs. The same facts give the same groups
 * everywhere, in whatever order they came.
 */

/** What records there are two of. */
export type AliasOf = BodyOf<'alias'>['of'];

/** Who is who within one partner. */
export type Same = {
  /** The id that stands for all of one person: the oldest of their records. */
  readonly headOf: (id: string) => string;
  /** Every id of one person, the one that stands for all first. */
  readonly allOf: (id: string) => readonly string[];
  /** Somebody looked, and these are two people. */
  readonly areTwo: (one: string, other: string) => boolean;
};

/** Nobody was said to be anybody else. */
export const nobodyTwice: Same = { headOf: (id) => id, allOf: (id) => [id], areTwo: () => false };

const pairOf = ({ one, other }: { readonly one: string; readonly other: string }): string =>
  [one, other].sort().join(' ');

/** What stands of each pair. Two phones that did not know of each other and differ leave it open: it is asked again, never guessed. */
function standing(facts: readonly AliasFact[]): readonly BodyOf<'alias'>[] {
  return [...Map.groupBy(facts, ({ body }) => pairOf(body)).values()].flatMap((own) => {
    const left = inForce(own.map(({ id, body }) => ({ id, replaces: listIn(body.replaces), body })));
    const [first] = left;
    return first && left.every(({ body }) => body.is === first.body.is) ? [first.body] : [];
  });
}

function foldSame(facts: readonly RowOf<'alias'>[]): Same {
  const said = standing(facts);
  const groups = new Map<string, readonly string[]>();
  const allOf = (id: string) => groups.get(id) ?? [id];
  for (const { one, other } of said.filter(({ is }) => is === 'same')) {
    // Ids are made of the time, so the oldest record is the least.
    const together = [...new Set([...allOf(one), ...allOf(other)])].sort();
    for (const each of together) groups.set(each, together);
  }
  const two = new Set(said.filter(({ is }) => is === 'different').map(pairOf));
  return {
    headOf: (id) => groups.get(id)?.[0] ?? id,
    allOf,
    areTwo: (one, other) =>
      two.size > 0 && allOf(one).some((a) => allOf(other).some((b) => two.has(pairOf({ one: a, other: b })))),
  };
}

/** Who is who, by the scope of a record. What one partner says of another’s people counts nowhere. */
export type SameIn = (scope: string) => Same;

/** Folds what was said of people, or of guardians. */
export function sameIn(facts: readonly RowOf<'alias'>[], of: AliasOf): SameIn {
  const own = facts.filter(({ body }) => body.of === of);
  const byPartner = new Map(
    [...Map.groupBy(own, ({ scope }) => partnerOf(scope))].map(([partner, each]) => [partner, foldSame(each)]),
  );
  return (scope) => byPartner.get(partnerOf(scope)) ?? nobodyTwice;
}

/** What was said of two records, as far as it is read here. */
export type AliasFact = Pick<RowOf<'alias'>, 'id' | 'body'>;

/** Whom a record was said to be the same as, pair by pair. */
export const joinedTo = (facts: readonly AliasFact[], of: AliasOf, id: string): string[] =>
  standing(facts.filter(({ body }) => body.of === of)).flatMap(({ is, one, other }) =>
    is === 'same' && (one === id || other === id) ? [one === id ? other : one] : [],
  );

/** The facts of a pair that a new one replaces: those in force that this phone knows. */
export const toReplaceOf = (facts: readonly AliasFact[], one: string, other: string): string[] =>
  inForce(
    facts
      .filter(({ body }) => pairOf(body) === pairOf({ one, other }))
      .map(({ id, body }) => ({ id, replaces: listIn(body.replaces) })),
  ).map(({ id }) => id);

/** Several records of one person read as one: each field as the first that answers it says. @param bodies the head’s first */
export const asOne = <Body extends object>(bodies: readonly Body[]): Body =>
  Object.assign({}, ...bodies.toReversed()) as Body; // fields of the same type

/** Several badges of one person read as one; closed only where all of them are. */
export function oneBadge(badges: readonly Badge[]): Badge {
  const isOpen = badges.some(({ status }) => status !== 'closed');
  return badges.length < 2 ? (badges[0] ?? {}) : { ...asOne(badges), status: isOpen ? 'active' : 'closed' };
}

type Scoped = RecordOf<'person'> & { readonly scope: string };

/** Every person once: under the id that stands for them, with what all their badges say. */
export function eachOnce<Person extends Scoped>(people: readonly Person[], same: SameIn): Person[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  return people.flatMap((person) => {
    const all = same(person.scope).allOf(person.id);
    if (all.length < 2) return person;
    const known = all.flatMap((id) => byId.get(id) ?? []);
    const body = oneBadge(known.map((each) => each.body));
    return known[0] === person ? { ...person, id: all[0] ?? person.id, body } : [];
  });
}
