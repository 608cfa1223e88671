import { asOne, oneBadge, sameIn } from '#domain/people/alias.ts';
import { type Details, detailsId } from '#domain/people/family.ts';
import { firstPhone, plainPhone } from '#domain/people/phones.ts';
import type { Responsibility } from '#domain/people-codes.ts';
import type { ChangeOf, RowOf } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/row.ts';
import { partnerOf, partnerScope } from '#domain/records/scopes.ts';
import { personIds, rowById, rowsIn } from '#server/evidence/read.ts';
import type { Db } from '#server/store.ts';

/** The child and the grown-up of a link, as the server’s rows have them at this moment. */

/** A child of a link. */
export type LinkChild = {
  /** The badge it was made for. */
  readonly row: RowOf<'person'>;
  readonly partner: string;
  readonly ids: readonly string[];
  /** What they are known as, and every name nobody else may sign with: all of all their badges. */
  readonly called: string;
  readonly names: readonly string[];
  readonly details: Details;
  /** No badge of theirs is open. */
  readonly isClosed: boolean;
  /** The badge has details of its own. */
  readonly isKnown: boolean;
};

/** Undefined where there is no such child, or no longer. */
export async function childOfLink(db: Db, programme: string, person: string): Promise<LinkChild | undefined> {
  const row = await rowById(db, programme, 'person', person);
  const partner = row && partnerOf(row.scope);
  if (!row || !partner) return undefined;
  const ids = (await personIds(db, programme, partner))(person);
  const found = <T extends 'person' | 'details'>(type: T, of: readonly string[]) =>
    Promise.all(of.map((each) => rowById(db, programme, type, each))).then((rows) =>
      rows.filter((each) => each !== undefined),
    );
  const badges = (await found('person', ids)).map(({ body }) => body);
  const details = await found('details', ids.map(detailsId));
  return {
    ...{ row, partner, ids, called: badges.flatMap(({ knownAs }) => knownAs || [])[0] ?? '' },
    names: [...badges.map(({ knownAs }) => knownAs), ...details.map(({ body }) => body.fullName)].filter(
      (name): name is string => typeof name === 'string' && name !== '',
    ),
    isClosed: oneBadge(badges).status === 'closed',
    details: asOne<Details>(details.map(({ body }) => body)),
    isKnown: details.some(({ id }) => id === detailsId(person)),
  };
}

/** Every id of one grown-up within the partner of a child. */
export async function grownupIds(
  db: Db,
  programme: string,
  partner: string,
  giver: string,
): Promise<readonly string[]> {
  const scope = partnerScope(partner);
  return sameIn(await rowsIn(db, programme, scope, 'alias'), 'guardian')(scope).allOf(giver);
}

/** A grown-up who is on record for a child. */
export type OnRecord = {
  /** The number a text to them goes to, however it is written; null where they have none. */
  readonly number: string | null;
  /** What the child’s details say of them, by each id they name them by. */
  readonly links: readonly (readonly [id: string, said: NonNullable<Details[`guardian/${string}`]>])[];
  /** What the record says of their parental responsibility: a doubt before a yes. */
  readonly responsibility: Responsibility | undefined;
};

/** Undefined where the child’s details do not name them, or their record is closed or gone. */
export async function onRecord(
  db: Db,
  programme: string,
  { partner, details }: LinkChild,
  giver: string,
): Promise<OnRecord | undefined> {
  const ids = await grownupIds(db, programme, partner, giver);
  const links = ids.flatMap((id) => {
    const said = details[`guardian/${id}`];
    return said ? [[id, said] as const] : [];
  });
  if (links.length === 0) return undefined;
  const all = await Promise.all(ids.map((id) => rowById(db, programme, 'guardian', id)));
  const known = all.filter((row) => row !== undefined && partnerOf(row.scope) === partner);
  if (!known.some((row) => row && !isClosed(row))) return undefined;
  // As a worker’s phone reads them, which sends the text.
  const { phone, otherPhone } = asOne<ChangeOf<'guardian'>>(known.flatMap((row) => row?.body ?? []));
  const number = firstPhone(phone, otherPhone);
  const said = links.map(([, { responsibility }]) => responsibility);
  return {
    ...{ links, number: number ? plainPhone(number.dialled) : null },
    responsibility: (['no', 'not sure', 'yes'] as const).find((each) => said.includes(each)),
  };
}
