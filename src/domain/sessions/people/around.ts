import { codesOf } from '#domain/codes.ts';
import { asOne, eachOnce, type SameIn, sameIn } from '#domain/people/alias.ts';
import { allInForce, type InForce, ofPerson, type Said } from '#domain/people/consents/in-force.ts';
import { saidIn, saidTypes, termsOf } from '#domain/people/consents/said.ts';
import { withHeldBack } from '#domain/people/consents/standing.ts';
import { type Details, type Grownup, guardianIds, guardiansOf, type ToCall, toCall } from '#domain/people/family.ts';
import { type Wordings, wordingsOf } from '#domain/people/wordings/versions.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import type { RowsByType } from '#domain/reports/view.ts';
import { dayOf } from '#domain/time.ts';

/** What every view of people is folded from: who is who, what is known of each, and what was said of permissions. */

/** The types families and permissions are read from. */
export const familyTypes = [
  'person',
  'standing',
  'details',
  'guardian',
  'wordingVersion',
  'approval',
  ...saidTypes,
] as const;
type FamilyRows = RowsByType<(typeof familyTypes)[number]>;

/** A young person with what is known of them, whatever badges they have. */
export type KnownFamily = {
  readonly person: RowOf<'person'>;
  readonly details: Details;
  /** There is a record of details under the id that stands for them. */
  readonly isKnown: boolean;
  readonly grownups: readonly Grownup[];
  readonly calls: readonly ToCall[];
};

/** Looked up by person; made once for all. */
export type FamiliesAround = {
  readonly same: SameIn;
  readonly sameGuardian: SameIn;
  /** Everybody once, the closed ones too. */
  readonly people: readonly RowOf<'person'>[];
  readonly knownOf: (person: RowOf<'person'>) => KnownFamily;
  readonly saidOf: (person: RowOf<'person'>) => Said;
  /** What is in force of every purpose; a no that waits to be looked at holds. */
  readonly inForceOf: (person: RowOf<'person'>, now: string) => Record<Purpose, InForce>;
  readonly standingOf: (person: RowOf<'person'>) => RowOf<'standing'>['body'] | undefined;
  readonly wordings: Wordings;
};

/** @param rows of every partner that is looked at */
export function familiesAround(rows: FamilyRows): FamiliesAround {
  const [same, sameGuardian] = [sameIn(rows.alias, 'person'), sameIn(rows.alias, 'guardian')];
  const wordings = wordingsOf({ versions: rows.wordingVersion, approvals: rows.approval });
  const terms = termsOf(wordings.map(({ sha256, document }) => [sha256, document] as const));
  const details = Map.groupBy(rows.details, ({ body }) => body.person);
  const guardianById = new Map(rows.guardian.map((row) => [row.id, row]));
  const saidBy = new Map(
    [...new Set(rows.person.map(({ scope }) => scope))].map((scope) => [scope, ofPerson(saidIn(rows, scope, terms))]),
  );
  const nothingSaid = ofPerson(saidIn(rows, '', terms));
  const saidOf = ({ id, scope }: RowOf<'person'>) => (saidBy.get(scope) ?? nothingSaid)(id);
  const standings = new Map(rows.standing.map(({ body }) => [body.person, body]));
  const standingOf = ({ id }: RowOf<'person'>) => standings.get(id);
  return {
    ...{ same, sameGuardian, wordings, saidOf, standingOf },
    people: eachOnce(rows.person, same),
    inForceOf: (person, now) =>
      withHeldBack(
        allInForce(saidOf(person), person.id, codesOf(purposes), { now, day: dayOf(now) }),
        (purpose) => standingOf(person)?.[`may/${purpose}`],
      ),
    knownOf: (person) => {
      const { id, scope } = person;
      const own = same(scope)
        .allOf(id)
        .flatMap((each) => details.get(each) ?? [])
        .filter((row) => partnerOf(row.scope) === partnerOf(scope));
      const one = asOne<Details>(own.map(({ body }) => body));
      const who = sameGuardian(scope);
      const named = guardianIds(one).flatMap(who.allOf);
      const near = named
        .flatMap((each) => guardianById.get(each) ?? [])
        .filter((row) => partnerOf(row.scope) === partnerOf(scope));
      const grownups = guardiansOf(one, near, who);
      const isKnown = own.some((row) => row.body.person === id);
      return { person, details: one, isKnown, grownups, calls: toCall(one, grownups) };
    },
  };
}
