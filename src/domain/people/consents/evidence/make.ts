import { drawingOf } from '#domain/people/wordings/pictograms.ts';
import type { RowOf } from '#domain/records/body.ts';
import { hashOf } from '#domain/records/canonical.ts';
import type { Row } from '#domain/records/row.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import type { ConsentFile, EvidenceFact, EvidenceShown } from './file.ts';
import { partsIn } from './verifier.ts';
import { wordsFor } from './words.ts';

/** Makes the file of one consent from its rows. Without a server it has no place in a chain, and says so. */

/** What a server links: every fact that a consent rests on. */
export const evidenceTypes = [
  'signing',
  'consent',
  'gillick',
  'enteredInError',
  'settled',
  'limitsRead',
  'wordingVersion',
  'approval',
] as const;
const linked: ReadonlySet<string> = new Set(evidenceTypes);

/** Whether the server’s chain holds the hash of a record. */
export const isEvidence = ({ type, hash }: Pick<Row, 'type' | 'hash'>): boolean =>
  hash !== undefined && linked.has(type);

/** One decision, and what was said of it. */
export type ConsentRows = {
  readonly consent: RowOf<'consent'>;
  readonly signing: RowOf<'signing'> | undefined;
  readonly gillick: RowOf<'gillick'> | undefined;
  /** Those that count: a slip of whoever took it, or a coordinator’s. */
  readonly errors: readonly RowOf<'enteredInError'>[];
  readonly settled: readonly RowOf<'settled'>[];
  readonly limitsRead: readonly RowOf<'limitsRead'>[];
  readonly approvals: readonly RowOf<'approval'>[];
};

/** What is known around it. */
export type EvidenceAround = {
  readonly wording: { readonly sha256: string; readonly document: WordingDocument } | null;
  readonly child: { readonly called: string; readonly fullName: string | null };
  readonly teamName: (id: string) => string;
  readonly made: ConsentFile['made'];
  /** A giver’s copy leaves out what others said: who settled it, who judged whom able. */
  readonly copy: ConsentFile['copy'];
};

const factOf = ({ type, id, scope, alsoScope, body, by, device, hash, at, received }: Row): EvidenceFact => ({
  ...{ type, id, scope, body, by, device, at, hash: hash ?? '' },
  ...(alsoScope !== undefined && { alsoScope }),
  ...(received !== undefined && { received }),
});

/** Whether a giver may be handed it: never what a young person wants their parents not to be told. */
export const mayBeCopied = ({ body }: Pick<RowOf<'consent'>, 'body'>): boolean => body.tellParents !== false;

/** @returns a file nobody has signed yet */
export function evidenceOf(rows: ConsentRows, around: EvidenceAround): ConsentFile {
  const { consent, signing, gillick, errors, settled, limitsRead, approvals } = rows;
  const isRecord = around.copy === 'record';
  const others: readonly Row[] = isRecord ? [...(gillick ? [gillick] : []), ...settled, ...limitsRead] : [];
  const facts = [consent, ...(signing ? [signing] : []), ...errors, ...others, ...approvals];
  const names = around.wording?.document.purposes.map(({ pictogram }) => pictogram.id) ?? [];
  const file = {
    ...({ bandstand: 'consent', v: 1, drawing: 1, copy: around.copy, made: around.made, consent: consent.id } as const),
    facts: facts.map(factOf),
    wording: around.wording,
    drawings: Object.fromEntries(names.flatMap((id) => (drawingOf(id) ? [[id, drawingOf(id) ?? '']] : []))),
    words: wordsFor(rows, around),
  };
  const parts = Object.fromEntries(partsIn(file).map(([name, value]) => [name, hashOf(value).slice(0, 16)]));
  return { ...file, parts, shown: null };
}

/** What is signed: all of the file but the signature. @param shown without it */
export const toSign = (file: ConsentFile, shown: Omit<EvidenceShown, 'signature'>) => ({ ...file, shown });
