import type * as v from 'valibot';
import type { RowOf } from '#domain/records/body.ts';
import type { RecordType } from '#domain/records/records.ts';
import type { Partner } from './report.ts';

/**
 * A view as a value: what stands now of some records, folded. An enrolled desk folds it from its own store, so that it works
 * without signal; one address of the server folds it for a desk that keeps nothing.
 */
export type View<Answer = unknown, Type extends RecordType = RecordType> = {
  /** In its address: `stock` → `/api/stock`. */
  readonly name: string;
  /** A sentence for whoever asks for it by its address. */
  readonly summary: string;
  /** What it reads: of the partners whoever looks coordinates, or of the set-up. */
  readonly types: readonly Type[];
  /** What its answer is once it has gone over the wire; its type is what `fold` makes. */
  readonly answer: v.GenericSchema;
  fold(rows: RowsByType<Type>, around: ViewAround): Answer;
  /** Sessions its answer names, to be looked up by id. */
  sessionsOf(answer: Answer): readonly string[];
  /** The same answer, once those sessions are read. One that is not known here is not among them. */
  withSessions(answer: Answer, sessions: readonly RowOf<'session'>[]): Answer;
};

/** Rows by type, none of them deleted. */
export type RowsByType<Type extends RecordType> = { readonly [Each in Type]: readonly RowOf<Each>[] };

/** What a view is given beside its rows. */
export type ViewAround = {
  /** The partners whoever looks coordinates, A to Z. */
  readonly partners: readonly Pick<Partner, 'id' | 'name' | 'families'>[];
  /** The one record it is asked about, by its id; undefined where it is asked about all. */
  readonly of?: string | undefined;
  /** An instant. */
  readonly now: string;
};

/** Writes a view down; its types are those of its fold. */
// @__NO_SIDE_EFFECTS__
export const view = <Answer, const Type extends RecordType>(value: View<Answer, Type>): View<Answer, Type> => value;

/** What a view comes to: `ViewAnswer<typeof stockOfDesk>`. */
export type ViewAnswer<Of extends View> = Of extends View<infer Answer> ? Answer : never;

/** How a view reads its rows, wherever they are kept. */
export type ViewRows = {
  readonly rows: <Type extends RecordType>(type: Type) => Promise<readonly RowOf<Type>[]>;
  readonly sessionsById: (ids: readonly string[]) => Promise<readonly RowOf<'session'>[]>;
};

/** Folds a view, its second step included: the same for a phone and the server. */
export async function foldView<Answer, Type extends RecordType>(
  { types, fold, sessionsOf, withSessions }: View<Answer, Type>,
  { rows, sessionsById }: ViewRows,
  around: ViewAround,
): Promise<Answer> {
  const read = await Promise.all(types.map(async (type) => [type, await rows(type)] as const));
  const answer = fold(Object.fromEntries(read) as RowsByType<Type>, around); // every type is a key
  return withSessions(answer, await sessionsById([...new Set(sessionsOf(answer))]));
}
