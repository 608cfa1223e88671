import { asOne, sameIn } from '#domain/people/alias.ts';
import { type Details, detailsId, guardianIds } from '#domain/people/family.ts';
import { phonesIn } from '#domain/people/phones.ts';
import type { RowOf } from '#domain/records/body.ts';
import { stampOf } from '#domain/records/merge.ts';
import { isClosed } from '#domain/records/row.ts';
import { partnerOf, partnerScope } from '#domain/records/scopes.ts';
import { childOf, personIds, rowById, rowsIn } from '#server/evidence/read.ts';
import type { Db } from '#server/store.ts';

/** The child and the grown-up of a link, as the server’s rows have them at this moment. */

/** A child of a link. */
export type LinkChild = {
  /** The badge it was made for. */
  readonly row: RowOf<'person'>;
  readonly partner: string;
  readonly ids: readonly string[];
  /** What they are known as, and every name nobody else may sign with. */
  readonly called: string;
  readonly names: readonly string[];
  readonly details: Details;
  /** The badge has details of its own. */
  readonly isKnown: boolean;
};

/** Undefined where there is no such child, or no longer. */
export async function childOfLink(db: Db, programme: string, person: string): Promise<LinkChild | undefined> {
  const row = await rowById(db, programme, 'person', person);
  const partner = row && partnerOf(row.scope);
  if (!row || !partner) return undefined;
  const ids = (await personIds(db, programme, partner))(person);
  const { called, fullName } = await childOf(db, programme, ids);
  const details = (await Promise.all(ids.map((id) => rowById(db, programme, 'details', detailsId(id))))).filter(
    (each) => each !== undefined,
  );
  return {
    ...{ row, partner, ids, called },
    names: [called, fullName ?? ''].filter(Boolean),
    details: asOne<Details>(details.map(({ body }) => body)),
    isKnown: details.some(({ id }) => id === detailsId(person)),
  };
}

/** A grown-up who is on record for a child. */
export type OnRecord = {
  /** Which writing of their number stands; null where they have none. */
  readonly number: string | null;
};

/** Undefined where the child’s details do not name them, or their record is closed or gone. */
export async function onRecord(
  db: Db,
  programme: string,
  { partner, details }: LinkChild,
  giver: string,
): Promise<OnRecord | undefined> {
  const aliases = await rowsIn(db, programme, partnerScope(partner), 'alias');
  const same = sameIn(aliases, 'guardian')(partnerScope(partner));
  const head = same.headOf(giver);
  if (!guardianIds(details).some((id) => same.headOf(id) === head)) return undefined;
  const all = await Promise.all(same.allOf(head).map((id) => rowById(db, programme, 'guardian', id)));
  const known = all.flatMap((row) => (row && partnerOf(row.scope) === partner && !isClosed(row) ? [row] : []));
  if (known.length === 0) return undefined;
  const [written] = (['phone', 'otherPhone'] as const).flatMap((field) =>
    known.flatMap((row) => (phonesIn(row.body[field] ?? '').length > 0 ? [{ row, field }] : [])),
  );
  if (!written) return { number: null };
  const { row, field } = written;
  return { number: [row.id, field, ...stampOf(row, field)].join(' ') };
}
