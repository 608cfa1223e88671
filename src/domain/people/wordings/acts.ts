import type { ChangeKind, Purpose } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { fact, patch, type Saying } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';

/** What is said of wordings when something happens. */

/** What an approval says. `purposes` counts only where people are asked again. */
export type Approving = {
  /** The draft it was made of. */
  readonly draft: string;
  readonly document: WordingDocument;
  readonly kind: ChangeKind;
  readonly purposes: readonly Purpose[];
  readonly reason: string;
  readonly who: string;
};

/** Whether a change asks people again. */
export const asksAgain = (kind: ChangeKind | undefined): boolean => kind === 'says more' || kind === 'new partner';

/** Makes a version of a draft, approves it and closes the draft: one save, so that no version stands half approved. */
export function approve({ draft, document, kind, purposes, reason, who }: Approving, newId: () => string, at: string) {
  const sha256 = hashOf(document);
  const approval = { sha256, kind, reason, who, at };
  return [
    fact('wordingVersion', newId(), programmeScope, { document, sha256, draft, at }),
    fact('approval', newId(), programmeScope, asksAgain(kind) ? { ...approval, purposes } : approval),
    patch('wording', draft, programmeScope, { status: 'closed' }),
  ] satisfies Saying[];
}
