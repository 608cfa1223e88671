import * as v from 'valibot';
import { codesOf, levels, markStates } from '#domain/codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { entriesOf, type OldValue } from '#domain/records/set-up/changes.ts';
import { inForce } from '#domain/records/taken-back.ts';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';
import { alikeFields } from './corrections/asked.ts';
import { type Mark, presences, toMark, toTally } from './register.ts';

/** What happened at a session and what was changed about it afterwards: who, when, what; also what was undone. */

/** How somebody stood by a mark. `came` is when they came, as far as was known then. */
const stood = {
  state: v.picklist(markStates),
  level: v.picklist(codesOf(levels)),
  at: text,
  came: text,
};

/** One thing that happened. `at` is when it happened, by the phone it was saved on; of a change, when it was saved. */
export const happeningSchema = object({
  id: text,
  at: text,
  /** The member who saved it; empty where nobody kept it. */
  by: text,
  /** Undone since, or replaced by what was put right. */
  undone: truth,
  /** The correction it was said in, by its id. */
  of: v.optional(text),
  /** Why something was put right; what was, says which correction it is of. */
  correction: v.optional(
    object({
      reason: text,
      /** It puts this one back. */
      undoes: v.optional(text),
      /** It was put back itself. */
      putBack: truth,
    }),
  ),
  mark: v.optional(
    object({
      person: text,
      ...stood,
      /** What the mark it takes the place of said, where that was another thing of the same kind; in a correction always. */
      was: v.optional(object(stood)),
      /** It brings somebody back who had been taken off, or had left. */
      again: truth,
    }),
  ),
  tally: v.optional(object({ ...alikeFields, n: number })),
  note: v.optional(text),
  /** Whose badge it is that changed, where it is not the session. */
  person: v.optional(text),
  /** Fields of the session, or of that badge: what they held before, and what was put in its place. */
  changes: v.optional(list(object({ field: text, before: v.unknown(), after: v.unknown() }))),
});
export type Happening = v.InferOutput<typeof happeningSchema>;

type HistoryOf = {
  readonly session: RowOf<'session'>;
  readonly marks: readonly RowOf<'mark'>[];
  readonly tallies: readonly RowOf<'tally'>[];
  readonly notes: readonly RowOf<'note'>[];
  readonly corrections: readonly RowOf<'correction'>[];
  /** Those on the register: what a correction put right on their badges. */
  readonly people: readonly RowOf<'person'>[];
  /** The correction that a mark or a count was said in. */
  readonly correctionOf: (fact: string) => string | undefined;
  readonly old: readonly OldValue[];
  /** Who saved an entry, and when. */
  readonly savedBy: (entry: string) => { readonly by: string; readonly at: string } | undefined;
};

/** In the order it happened; what cannot be dated stands last. */
export function historyOf(of: HistoryOf): Happening[] {
  const all = [
    ...ofMarks(of),
    ...ofTallies(of),
    ...ofNotes(of),
    ...ofSession(of),
    ...ofCorrections(of),
    ...ofBadges(of),
  ];
  return all.sort((a, b) => ((a.at || '9') < (b.at || '9') ? -1 : 1));
}

/** What was said in a correction happened when that was said, however early its own times are. */
function inCorrection(of: Pick<HistoryOf, 'corrections'>, id: string | undefined) {
  const found = of.corrections.find((each) => each.id === id);
  return found && { of: found.id, at: found.body.at, by: found.by };
}

function ofMarks({ marks, correctionOf, ...rest }: HistoryOf): Happening[] {
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
    const within = inCorrection(rest, correctionOf(id));
    const before = inForce(mark.replaces.flatMap((each) => byId.get(each) ?? [])).at(-1);
    const isPutRight = before?.state === state && (before.at !== at || before.level !== level);
    return {
      ...{ id, at, by, undone: isUndone(mark, replacedBy(id)), ...within },
      mark: {
        ...{ person, state, level, at, came: arrivalBy(mark, byId) },
        again: state === 'here' && before !== undefined && before.state !== 'here',
        ...((isPutRight || within) && before && { was: stoodBy(before, byId) }),
      },
    };
  });
}

const stoodBy = (mark: Mark, byId: ReadonlyMap<string, Mark>) => {
  const { state, level, at } = mark;
  return { state, level, at, came: arrivalBy(mark, byId) };
};

/** When somebody had come, as far as a mark and those it goes back to say. */
function arrivalBy(mark: Mark, byId: ReadonlyMap<string, Mark>): string {
  const until = new Set([mark]);
  // A set is walked on into what is added to it on the way.
  for (const each of until)
    for (const id of each.replaces) {
      const before = byId.get(id);
      if (before) until.add(before);
    }
  return presences([...until]).get(mark.person)?.arrivedAt ?? mark.at;
}

/** Leaving after coming undoes nothing; being taken off, coming back after leaving, and being put right do. */
const isUndone = ({ state }: Mark, next: Mark | undefined): boolean =>
  next !== undefined &&
  state !== 'removed' &&
  (next.came !== undefined || !(state === 'here' && next.state === 'left'));

function ofTallies({ tallies, correctionOf, ...rest }: HistoryOf): Happening[] {
  const known = tallies.map(toTally);
  const undone = new Set(known.flatMap(({ undoes }) => undoes ?? []));
  return known
    .filter(({ n }) => n !== 0)
    .map(({ id, at, by, ageBand, gender, newness, level, n }) => ({
      ...{ id, at, by, undone: undone.has(id), ...inCorrection(rest, correctionOf(id)) },
      tally: { ageBand, gender, newness, level, n },
    }));
}

const ofNotes = ({ notes }: HistoryOf): Happening[] =>
  notes.map(({ id, by, body }) => ({ id, by, at: body.at, undone: false, note: body.text }));

function ofCorrections({ corrections }: HistoryOf): Happening[] {
  const undone = new Set(corrections.flatMap(({ body }) => body.undoes ?? []));
  return corrections.map(({ id, by, body: { at, reason = '', undoes } }) => ({
    ...{ id, at, by, undone: false, of: id },
    correction: { reason, putBack: undone.has(id), ...(undoes !== undefined && { undoes }) },
  }));
}

function ofSession({ session, old, savedBy, ...rest }: HistoryOf): Happening[] {
  return entriesOf(session, old).map(({ entry, changes }) => {
    const first = session.stamps['*']?.[1] === entry;
    const { by = first ? session.by : '', at = first ? session.at : '' } = savedBy(entry) ?? {};
    return { id: entry, at, by, undone: false, ...inCorrection(rest, entry), changes };
  });
}

/** What corrections put right on badges; their other changes are no matter of the session. */
function ofBadges({ people, old, ...rest }: HistoryOf): Happening[] {
  return people.flatMap((row) =>
    entriesOf(row, old).flatMap(({ entry, changes }) => {
      const within = inCorrection(rest, entry);
      return within ? { id: `${entry} ${row.id}`, undone: false, ...within, person: row.id, changes } : [];
    }),
  );
}
