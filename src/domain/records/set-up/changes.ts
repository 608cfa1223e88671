import type { Body } from '#domain/records/entry.ts';
import { stampOf } from '#domain/records/merge.ts';
import type { RecordType } from '#domain/records/records.ts';
import type { Row } from '#domain/records/row.ts';

/** Who changed what in a register: each entry that wrote it, with what its fields held before. */

/** A value some field of a record once held, under the entry that said it. */
export type OldValue = {
  readonly row: string;
  readonly field: string;
  readonly value: unknown;
  readonly clock: number;
  readonly entry: string;
};

/** A field, what it held and what was put in its place; null where it held nothing. */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** One entry of those that wrote a record. `clock` is that of the fields it wrote. */
export type WrittenBy = {
  readonly entry: string;
  readonly clock: number;
  readonly changes: readonly FieldChange[];
};

/** Every entry that wrote a record, oldest field first, with what each of its fields held before it. */
export function entriesOf(row: Row, old: readonly OldValue[]): WrittenBy[] {
  const now = Object.entries(row.body).map(([field, value]): OldValue => {
    const [clock, entry] = stampOf(row, field);
    return { row: row.id, field, value, clock, entry };
  });
  const byField = Map.groupBy([...old.filter((each) => each.row === row.id), ...now], ({ field }) => field);
  const said = [...byField.values()].flatMap((values) => {
    const inOrder = [...values].sort((a, b) => a.clock - b.clock);
    return inOrder.map((each, at) => ({ ...each, before: inOrder[at - 1]?.value ?? null }));
  });
  return [...Map.groupBy(said, ({ entry }) => entry)].map(([entry, fields]) => ({
    entry,
    clock: Math.max(...fields.map(({ clock }) => clock)),
    changes: fields.map(({ field, before, value }) => ({ field, before, after: value })),
  }));
}

/** Types of the set-up whose changes are shown with who made them, and undone. */
export const changeTypes = [
  'programme',
  'partner',
  'site',
  'activity',
  'agency',
  'area',
  'question',
  'set',
  'target',
  'indicator',
] as const satisfies readonly RecordType[];
export type ChangeType = (typeof changeTypes)[number];
export const isChangeType = (type: string): type is ChangeType => (changeTypes as readonly string[]).includes(type);

/** Whether it is kept who saved an entry with a record of this type, and when. */
export const keepsWhoSaved = (type: string): boolean => type === 'session' || isChangeType(type);

/** Whether a change can be undone: a record that was made is closed instead. */
export const undoStates = ['may', 'new', 'changed since', 'undone'] as const;

/** One change of one record of the set-up. */
export type RegisterChange = WrittenBy & {
  /** The record was made by it. */
  readonly isNew: boolean;
  readonly undo: (typeof undoStates)[number];
  /** The entry that it puts back, whole. */
  readonly undoes?: string;
};

/** The changes of a record of the set-up, oldest first. An entry that says again what stands is none. */
export function changesOf(row: Row, old: readonly OldValue[]): RegisterChange[] {
  const first = row.stamps['*']?.[1];
  const written = entriesOf(row, old)
    .map((each) => ({ ...each, changes: each.changes.filter(({ before, after }) => !alike(before, after)) }))
    .filter(({ changes }) => changes.length > 0)
    .sort((a, b) => a.clock - b.clock);
  const undoneBy = new Map<string, string>();
  for (const [at, each] of written.entries()) {
    const undone = written.slice(0, at).findLast((other) => other.entry !== first && putsBack(row, each, other));
    if (undone) undoneBy.set(undone.entry, each.entry);
  }
  return written.map((each) => {
    const undoes = [...undoneBy].find(([, by]) => by === each.entry)?.[0];
    return {
      ...each,
      isNew: each.entry === first,
      undo: undoOf(row, each, each.entry === first, undoneBy.has(each.entry)),
      ...(undoes !== undefined && { undoes }),
    };
  });
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function putsBack(row: Row, each: WrittenBy, other: WrittenBy): boolean {
  const back = backOf(row, other);
  return (
    back.length === each.changes.length &&
    back.every(({ field, before, after }) =>
      each.changes.some((own) => own.field === field && alike(own.before, after) && alike(own.after, before)),
    )
  );
}

function undoOf(row: Row, change: WrittenBy, isNew: boolean, isUndone: boolean): RegisterChange['undo'] {
  if (isNew) return 'new';
  if (isUndone) return 'undone';
  const back = backOf(row, change);
  const stands = back.every(({ field }) => stampOf(row, field)[1] === change.entry);
  return stands && back.length > 0 ? 'may' : 'changed since';
}

/** What is put back of a change. *Why not the parts of a set: boxes were given out by that version meanwhile, and it stays known.* */
const backOf = ({ type }: Row, { changes }: WrittenBy): readonly FieldChange[] =>
  changes.filter(({ field }) => !(type === 'set' && field.startsWith('part/')));

/** What is said to undo a change. */
export const undoing = (row: Row, change: WrittenBy): Body =>
  Object.fromEntries(backOf(row, change).map(({ field, before }) => [field, before]));

/** What a record is called in a list of changes; nothing where it has no name of its own. */
export const nameOfRecord = ({ body }: { readonly body: Body }): string => String(body.name ?? body.statement ?? '');
