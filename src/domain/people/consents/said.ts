import { sameIn } from '#domain/people/alias.ts';
import type { Purpose } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import type { AskedPurpose, WordingDocument } from '#domain/records/shapes/wording-document.ts';
import type { Said, Terms } from './in-force.ts';

/** Everything that was said about permissions, as it is stored. */

/** The types what is in force is folded from. Nothing else changes it. */
export const saidTypes = [
  'consent',
  'signing',
  'gillick',
  'enteredInError',
  'settled',
  'asked',
  'limitsRead',
  'alias',
] as const;
type SaidType = (typeof saidTypes)[number];

/** Rows by type. */
export type SaidRows = { readonly [T in SaidType]: readonly RowOf<T>[] };

/** What was said within one partner: what another partner says of its people counts nowhere else. @param scope any of the partner’s */
export function saidIn(rows: SaidRows, scope: string, terms: Said['terms']): Said {
  const partner = partnerOf(scope);
  const own = <F extends { readonly scope: string }>(facts: readonly F[]): readonly F[] =>
    facts.filter((each) => partnerOf(each.scope) === partner);
  const signings = new Map(own(rows.signing).map((each) => [each.id, each]));
  return {
    consents: own(rows.consent),
    signing: (id) => signings.get(id),
    gillicks: own(rows.gillick),
    errors: own(rows.enteredInError),
    settled: own(rows.settled),
    asked: own(rows.asked),
    limitsRead: own(rows.limitsRead),
    personOf: sameIn(rows.alias, 'person')(scope).headOf,
    guardianOf: sameIn(rows.alias, 'guardian')(scope).headOf,
    terms,
  };
}

/** The part of a document that decides what an answer on it is worth. */
export type TermsOfDocument = Pick<WordingDocument, 'months'> & {
  readonly purposes: readonly Pick<AskedPurpose, 'purpose' | 'gillick'>[];
};

/** What the documents themselves say of answers given on them. Also a retired one says it for ever. */
export function termsOf(documents: Iterable<readonly [sha256: string, TermsOfDocument]>): Said['terms'] {
  const known = new Map<string, Terms>();
  for (const [sha256, { months, purposes }] of documents) {
    const gillick = new Set<Purpose>(purposes.flatMap(({ purpose, gillick: may }) => (may ? [purpose] : [])));
    known.set(sha256, { months, gillick });
  }
  return (sha256) => known.get(sha256);
}
