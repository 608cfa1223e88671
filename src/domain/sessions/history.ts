import * as v from 'valibot';
import { codesOf, levels, markStates, tallyBands } from '#domain/codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { stampOf } from '#domain/records/merge.ts';
import { inForce } from '#domain/records/taken-back.ts';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';
import { type Mark, toMark, toTally } from './register.ts';

/** What happened at a session and what was changed about it afterwards: who, when, what; also what was undone. */

/** One thing that happened. `at` is when it happened, by the phone it was saved on; of a change, when it was saved. */
export const happeningSchema = object({
  id: text,
  at: text,
  /** The member who saved it; empty where nobody kept it. */
  by: text,
  /** Undone since, or replaced by what was put right. */
  undone: truth,
  mark: v.optional(
    object({
      person: text,
      state: v.picklist(markStates),
      level: v.picklist(codesOf(levels)),
      /** What the mark it takes the place of said, where that was another thing of the same kind. */
      was: v.optional(object({ at: text, level: v.picklist(codesOf(levels)) })),
      /** It brings somebody back who had been taken off, or had left. */
      again: truth,
    }),
  ),
  tally: v.optional(object({ band: v.picklist(codesOf(tallyBands)), n: number })),
  note: v.optional(text),
  /** Fields of the session: what they held before, and what was put in its place. */
  changes: v.optional(list(object({ field: text, before: v.unknown(), after: v.unknown() }))),
});
export type Happening = v.InferOutput<typeof happeningSchema>;

/** A value some field of the session once held, under the entry that said it. */
export type OldValue = {
  readonly field: string;
  readonly value: unknown;
  readonly clock: number;
  readonly entry: string;
};

type HistoryOf = {
  readonly session: RowOf<'session'>;
  readonly marks: readonly RowOf<'mark'>[];
  readonly tallies: readonly RowOf<'tally'>[];
  readonly notes: readonly RowOf<'note'>[];
  readonly old: readonly OldValue[];
  /** Who saved an entry, and when. */
  readonly savedBy: (entry: string) => { readonly by: string; readonly at: string } | undefined;
};

/** In the order it happened; what cannot be dated stands last. */
export function historyOf(of: HistoryOf): Happening[] {
  const all = [...ofMarks(of), ...ofTallies(of), ...ofNotes(of), ...ofSession(of)];
  return all.sort((a, b) => ((a.at || '9') < (b.at || '9') ? -1 : 1));
}

function ofMarks({ marks }: HistoryOf): Happening[] {
  const known = marks.map(toMark);
  const byId = new Map(known.map((mark) => [mark.id, mark]));
  // A mark also names what the one before it replaced, while the server has confirmed neither.
  const naming = Map.groupBy(
    known.flatMap((mark) => mark.replaces.map((id) => ({ id, mark }))),
    ({ id }) => id,
  );
  const replacedBy = (id: string) => {
    const all = (naming.get(id) ?? []).map(({ mark }) => mark);
    return all.find(({ replaces }) => !all.some((other) => replaces.includes(other.id)));
  };
  return known.map((mark) => {
    const { id, at, by, person, state, level } = mark;
    const before = inForce(mark.replaces.flatMap((each) => byId.get(each) ?? [])).at(-1);
    const isPutRight = before?.state === state && (before.at !== at || before.level !== level);
    return {
      ...{ id, at, by, undone: isUndone(mark, replacedBy(id)) },
      mark: {
        ...{ person, state, level, again: state === 'here' && before !== undefined && before.state !== 'here' },
        ...(isPutRight && before && { was: { at: before.at, level: before.level } }),
      },
    };
  });
}

/** Leaving after coming undoes nothing; being taken off, coming back after leaving, and being put right do. */
const isUndone = ({ state }: Mark, next: Mark | undefined): boolean =>
  next !== undefined && state !== 'removed' && !(state === 'here' && next.state === 'left');

function ofTallies({ tallies }: HistoryOf): Happening[] {
  const known = tallies.map(toTally);
  const undone = new Set(known.flatMap(({ undoes }) => undoes ?? []));
  return known
    .filter(({ n }) => n !== 0)
    .map(({ id, at, by, ageBand: band, n }) => ({ id, at, by, undone: undone.has(id), tally: { band, n } }));
}

const ofNotes = ({ notes }: HistoryOf): Happening[] =>
  notes.map(({ id, by, body }) => ({ id, by, at: body.at, undone: false, note: body.text }));

/** Every entry that wrote the session, oldest first, with what each of its fields held before it. */
function ofSession({ session, old, savedBy }: HistoryOf): Happening[] {
  const now = Object.entries(session.body).map(([field, value]): OldValue => {
    const [clock, entry] = stampOf(session, field);
    return { field, value, clock, entry };
  });
  const byField = Map.groupBy([...old, ...now], ({ field }) => field);
  const said = [...byField.values()].flatMap((values) => {
    const inOrder = [...values].sort((a, b) => a.clock - b.clock);
    return inOrder.map((each, at) => ({ ...each, before: inOrder[at - 1]?.value ?? null }));
  });
  return [...Map.groupBy(said, ({ entry }) => entry)].map(([entry, fields]) => {
    const first = session.stamps['*']?.[1] === entry;
    const { by = first ? session.by : '', at = first ? session.at : '' } = savedBy(entry) ?? {};
    const changes = fields.map(({ field, before, value }) => ({ field, before, after: value }));
    return { id: entry, at, by, undone: false, changes };
  });
}
