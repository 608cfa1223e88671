import { codesOf } from '#domain/codes.ts';
import { type Language, languages } from '#domain/people-codes.ts';
import type { RecordOf } from '#domain/records/body.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';

/** Which versions of forms there are, in which languages each may be put, and which of them is put today. A function of the records alone. */

/** One version of a form. */
export type FormVersion = {
  readonly sha256: string;
  /** As the team calls it. */
  readonly name: string;
  readonly document: FormDocument;
  /** Languages that somebody has approved; none before the first approval. */
  readonly approved: readonly Language[];
  /** When it was made: an instant. */
  readonly since: string;
};

export type FormRecords = {
  readonly versions: readonly Pick<RecordOf<'formVersion'>, 'body'>[];
  readonly approvals: readonly Pick<RecordOf<'formApproval'>, 'body'>[];
  readonly endings: readonly Pick<RecordOf<'formEnded'>, 'body'>[];
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: FormVersion, b: FormVersion): number =>
  a.document.version - b.document.version || compare(a.since, b.since) || compare(a.sha256, b.sha256);

/** Every version, approved or not; of each form the oldest first. Answers to any of them count. */
export function formVersions({ versions, approvals }: Omit<FormRecords, 'endings'>): FormVersion[] {
  const bySha = new Map(versions.map(({ body }) => [body.sha256, body]));
  const found = [...bySha.values()].map(({ sha256, name, document, at }): FormVersion => {
    const read = new Set(approvals.flatMap(({ body }) => (body.sha256 === sha256 ? body.languages : [])));
    const approved = codesOf(languages).filter((each) => read.has(each) && document.texts[each] !== undefined);
    return { sha256, name, document, approved, since: at };
  });
  return found.sort((a, b) => compare(a.document.form, b.document.form) || inOrder(a, b));
}

/** Whether a form was ended and not taken up again, by whichever was said last. */
export function isEnded(form: string, endings: FormRecords['endings']): boolean {
  const of = endings.filter(({ body }) => body.form === form).map(({ body }) => body);
  const last = of.sort((a, b) => compare(a.at, b.at) || Number(a.ended ?? true) - Number(b.ended ?? true)).at(-1);
  return last !== undefined && (last.ended ?? true);
}

/** What may be put today: of each form that is not ended its newest approved version. A to Z by name. */
export function formsInUse(records: FormRecords): FormVersion[] {
  const approved = formVersions(records).filter(({ approved: read }) => read.length > 0);
  const newest = new Map(approved.map((each) => [each.document.form, each]));
  return [...newest.values()]
    .filter(({ document }) => !isEnded(document.form, records.endings))
    .sort((a, b) => compare(a.name, b.name) || compare(a.sha256, b.sha256));
}
