import { sameIn } from '#domain/people/alias.ts';
import type { ConsentFile } from '#domain/people/consents/evidence/file.ts';
import { type ConsentRows, evidenceOf } from '#domain/people/consents/evidence/make.ts';
import { countsAsError } from '#domain/people/consents/in-force.ts';
import { saidIn, termsOf } from '#domain/people/consents/said.ts';
import { detailsId } from '#domain/people/family.ts';
import type { Purpose } from '#domain/people-codes.ts';
import { coordinatedBy, type Right, readableScopes } from '#domain/records/access.ts';
import { type RowOf, rowsOf } from '#domain/records/body.ts';
import type { RecordType } from '#domain/records/records.ts';
import { partnerOf, partnerScope, privateScope, programmeScope } from '#domain/records/scopes.ts';
import { namesOf } from '#server/members.ts';
import { toRow } from '#server/sql-ledger.ts';
import { standingId } from '#server/standings.ts';
import type { Db, Store } from '#server/store.ts';
import { chainsIn, headOf, linksFor } from './chain.ts';

/** What the evidence of consents is read from: one partner’s private scope, for whoever coordinates there and may read it. */

/** The partners of these whose consents somebody may look into. */
export const consentPartners = (rights: readonly Right[], partners: readonly string[]): string[] =>
  coordinatedBy(rights, partners).filter((partner) =>
    readableScopes(rights, [partner]).includes(privateScope(partner)),
  );

/** Rows of a type in a scope, of some keys where they are named. */
export async function rowsIn<T extends RecordType>(
  db: Db,
  programme: string,
  scope: string,
  type: T,
  keys?: readonly string[],
): Promise<RowOf<T>[]> {
  const all = db.selectFrom('row').selectAll().where('programme', '=', programme).where('deleted', '=', 0);
  const there = all.where('scope', '=', scope).where('type', '=', type);
  const query = keys ? there.where('key', 'in', [...keys]) : there;
  return rowsOf((await query.orderBy('seq').orderBy('id').execute()).map(toRow), type);
}

/** A row of a type by its id; undefined where it is of another, or gone. */
export async function rowById<T extends RecordType>(db: Db, programme: string, type: T, id: string | undefined) {
  if (id === undefined) return undefined;
  const all = db.selectFrom('row').selectAll().where('programme', '=', programme).where('deleted', '=', 0);
  const row = await all.where('id', '=', id).where('type', '=', type).executeTakeFirst();
  return row && rowsOf([toRow(row)], type)[0];
}

/** A decision with everything that was said of it, and around it. */
export type ConsentFound = {
  readonly rows: ConsentRows;
  readonly partner: string;
  readonly child: { readonly called: string; readonly fullName: string | null };
  readonly wording: ConsentFile['wording'];
};

/** Undefined where it is not there or not theirs to read: the two are never told apart. */
export async function findConsent(
  db: Db,
  programme: string,
  rights: readonly Right[],
  id: string,
): Promise<ConsentFound | undefined> {
  const consent = await rowById(db, programme, 'consent', id);
  const partner = consent && partnerOf(consent.scope);
  if (!consent || !partner || !consentPartners(rights, [partner]).includes(partner)) return undefined;
  const { body, scope } = consent;
  const ids = (await personIds(db, programme, partner))(body.person);
  const signing = await rowById(db, programme, 'signing', body.signing);
  const own = body.own && 'gillick' in body.own ? body.own.gillick : undefined;
  const errors = await rowsIn(db, programme, scope, 'enteredInError', ids);
  const settled = await rowsIn(db, programme, scope, 'settled', ids);
  const limitsRead = await rowsIn(db, programme, scope, 'limitsRead', ids);
  const [version] = body.wording ? await rowsIn(db, programme, programmeScope, 'wordingVersion', [body.wording]) : [];
  const approvals = version ? await rowsIn(db, programme, programmeScope, 'approval') : [];
  return {
    partner,
    rows: {
      consent,
      signing: signing?.scope === scope ? signing : undefined,
      gillick: await rowById(db, programme, 'gillick', own),
      errors: errors.filter((each) => countsAsError(each, consent)),
      settled: settled.filter((each) => each.body.weighs.includes(id)),
      limitsRead: limitsRead.filter((each) => each.body.consent === id),
      approvals: approvals.filter((each) => each.body.sha256 === body.wording),
    },
    child: await childOf(db, programme, ids),
    wording: version ? { sha256: version.body.sha256, document: version.body.document } : null,
  };
}

/** Every id of the same person within a partner. */
export async function personIds(db: Db, programme: string, partner: string) {
  const scope = partnerScope(partner);
  const aliases = await rowsIn(db, programme, scope, 'alias');
  const { allOf } = sameIn(aliases, 'person')(scope);
  return (id: string): readonly string[] => [id, ...allOf(id).filter((each) => each !== id)];
}

/** How a child is called, by the first of their records that says so. */
export async function childOf(db: Db, programme: string, ids: readonly string[]): Promise<ConsentFound['child']> {
  const badges = await Promise.all(ids.map((id) => rowById(db, programme, 'person', id)));
  const details = await Promise.all(ids.map((id) => rowById(db, programme, 'details', detailsId(id))));
  return {
    called: badges.flatMap((each) => each?.body.knownAs ?? [])[0] ?? '',
    fullName: details.flatMap((each) => each?.body.fullName ?? [])[0] ?? null,
  };
}

/** The signed file of a decision. @param store one snapshot of which is `db` */
export async function signedFile(
  store: Store,
  db: Db,
  { rows, wording, child }: ConsentFound,
  copy: ConsentFile['copy'],
  made: ConsentFile['made'],
): Promise<ConsentFile> {
  const names = await namesOf(db, store.programme, 'member');
  const file = evidenceOf(rows, { wording, child, copy, made, teamName: (id) => names.get(id) ?? id });
  return store.evidence.sign(file, {
    links: await linksFor(
      db,
      store.programme,
      file.facts.map(({ hash }) => hash),
    ),
    chains: await chainsIn(db, store.programme),
    head: await headOf(db, store.programme),
  });
}

/** What was said of one person within a partner, whatever records they have, and what their badge says of it. */
export async function saidOfPerson(db: Db, programme: string, partner: string, person: string) {
  const scope = privateScope(partner);
  const ids = (await personIds(db, programme, partner))(person);
  const consents = await rowsIn(db, programme, scope, 'consent', ids);
  const signings = await Promise.all(
    [...new Set(consents.flatMap(({ body }) => body.signing ?? []))].map((id) => rowById(db, programme, 'signing', id)),
  );
  const wordings = [...new Set(consents.flatMap(({ body }) => body.wording ?? []))];
  const versions = await rowsIn(db, programme, programmeScope, 'wordingVersion', wordings);
  const rows = {
    consent: consents,
    signing: signings.filter((each) => each !== undefined),
    gillick: await rowsIn(db, programme, scope, 'gillick', ids),
    enteredInError: await rowsIn(db, programme, scope, 'enteredInError', ids),
    settled: await rowsIn(db, programme, scope, 'settled', ids),
    asked: await rowsIn(db, programme, scope, 'asked', ids),
    limitsRead: await rowsIn(db, programme, scope, 'limitsRead', ids),
    alias: await rowsIn(db, programme, partnerScope(partner), 'alias'),
  };
  const documents = versions.map(({ body }) => [body.sha256, body.document] as const);
  const said = saidIn(rows, scope, termsOf(documents));
  const standing = await rowById(db, programme, 'standing', standingId(said.personOf(person)));
  const mayOn = (purpose: Purpose) => standing?.body[`may/${purpose}`];
  return { ids, rows, documents: new Map(documents), said, mayOn };
}
