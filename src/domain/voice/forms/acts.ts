import type { Language } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { fact, patch, type Saying } from '#domain/records/say.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';

/** What is said of forms when something happens. */

/** Who speaks some languages and has read all that is said in them. */
export type ReadBy = { readonly who: string; readonly languages: readonly Language[] };

export type Making = {
  /** The draft it is made of, and what the team calls it. */
  readonly draft: string;
  readonly name: string;
  readonly document: FormDocument;
  /** Whoever read which languages. The others of the document wait. */
  readonly read: readonly ReadBy[];
};

/** Makes a version of a draft, approves what was read of it and closes the draft: one save, so that no version stands half approved. */
export function makeVersion({ draft, name, document, read }: Making, newId: () => string, at: string): Saying[] {
  const sha256 = hashOf(document);
  return [
    fact('formVersion', newId(), programmeScope, { name, document, sha256, draft, at }),
    ...read.map((each) => approveLanguages(sha256, each, newId(), at)),
    patch('form', draft, programmeScope, { status: 'closed' }),
  ];
}

/** Approves languages that a version holds and nobody had read before. */
export const approveLanguages = (sha256: string, { who, languages }: ReadBy, id: string, at: string): Saying =>
  fact('formApproval', id, programmeScope, { sha256, languages: [...languages], who, at });

/** Ends a form, or takes it up again. Answers that come late still count. */
export const endForm = (form: string, ended: boolean, id: string, at: string): Saying =>
  fact('formEnded', id, programmeScope, { form, ended, at });
