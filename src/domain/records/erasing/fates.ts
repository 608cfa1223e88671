import type { Body, Write } from '#domain/records/entry.ts';
import { isRecordType, type RecordType, shapeOf } from '#domain/records/records.ts';

/**
 * What becomes of each type of record when a young person is erased. What says something of them goes; what only counts them
 * stays: it holds a random id, which then leads nowhere, and goes on counting one unnamed person.
 */

type Fate =
  /** Says something of one person, whom it names: a tombstone takes its place. */
  | 'goes'
  /** Goes once no decision is left that was signed with it. It names no child, and may be shared by brothers and sisters. */
  | 'goes with its last decision'
  /** Goes once no child is left whom they answer for. */
  | 'goes with their last child'
  /** Says why, of another record: goes with that one. */
  | 'goes with what it is about'
  /** Holds their random id and not a word about them. */
  | 'counts on'
  /** Names no young person by an id. Words that somebody typed into it are not searched. */
  | 'names nobody';

const fates = {
  programme: 'names nobody',
  partner: 'names nobody',
  site: 'names nobody',
  activity: 'names nobody',
  agency: 'names nobody',
  question: 'names nobody',
  area: 'names nobody',
  set: 'names nobody',
  member: 'names nobody',
  session: 'names nobody',
  debrief: 'names nobody',
  note: 'names nobody',
  correction: 'names nobody',
  idea: 'names nobody',
  tally: 'names nobody',
  turnedAway: 'names nobody',
  wish: 'names nobody',
  holder: 'names nobody',
  delivery: 'names nobody',
  target: 'names nobody',
  transfer: 'names nobody',
  stocktake: 'names nobody',
  wording: 'names nobody',
  wordingVersion: 'names nobody',
  approval: 'names nobody',
  recording: 'names nobody',
  form: 'names nobody',
  formVersion: 'names nobody',
  formApproval: 'names nobody',
  formEnded: 'names nobody',
  indicator: 'names nobody',
  told: 'names nobody',
  wordsRead: 'names nobody',
  mark: 'counts on',
  movement: 'counts on',
  // Two badges of one person are counted as one for as long as it stands.
  alias: 'counts on',
  person: 'goes',
  details: 'goes',
  standing: 'goes',
  eligibility: 'goes',
  look: 'goes',
  consent: 'goes',
  gillick: 'goes',
  asked: 'goes',
  enteredInError: 'goes',
  settled: 'goes',
  limitsRead: 'goes',
  followUp: 'goes',
  assessment: 'goes',
  signing: 'goes with its last decision',
  guardian: 'goes with their last child',
  reason: 'goes with what it is about',
} as const satisfies Record<RecordType, Fate>;

/** What becomes of a type; of one that this version does not know, nothing. */
export const fateOf = (type: string): Fate => (isRecordType(type) ? fates[type] : 'names nobody');

/** The types of which anything ever goes. */
export const erasable = (Object.keys(fates) as RecordType[]).filter((type) => fates[type].startsWith('goes')); // its own keys

type Told = Pick<Write, 'type' | 'id' | 'body'>;

const textOr = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Of whom a record that goes says something: by their badge. */
function subjectOf({ type, id, body }: Told): string | undefined {
  if (type === 'person') return id;
  const made = shapeOf(type)?.madeFrom;
  // A change of details names nobody but in its id.
  return made ? id.slice(made.prefix.length + 1) : textOr(body.person);
}

/** The records that decide whether a write is of somebody who was erased: itself, whose it is, and what it is about. */
export function decidingIds(write: Told): string[] {
  const fate = fateOf(write.type);
  const other =
    fate === 'goes' ? subjectOf(write) : fate === 'goes with what it is about' ? textOr(write.body.about) : undefined;
  return other === undefined || other === write.id ? [write.id] : [write.id, other];
}

/** Whether a write says something of somebody who was erased. @param erased whether a record of that id was */
export const isOfErased = (write: Told, erased: (id: string) => boolean): boolean => decidingIds(write).some(erased);

/** The signing that a decision, or a question, names. */
export const signingOf = ({ type, body }: Omit<Told, 'id'>): string | undefined =>
  type === 'consent' || type === 'asked' ? textOr(body.signing) : undefined;

/** The grown-ups whom a record ties to a child; `ever` also those who no longer answer for them. */
export function grownupsIn({ type, body }: Omit<Told, 'id'>, ever = false): string[] {
  if (type === 'details')
    return Object.keys(body).flatMap((field) => {
      const [set, id] = field.split('/');
      return set === 'guardian' && id && (ever || body[field]) ? [id] : [];
    });
  return type === 'consent' || type === 'asked' ? [body.giver].flatMap((giver) => textOr(giver) ?? []) : [];
}

/** A tombstone’s body. */
export const nothing: Body = {};

/** A save without what it says of somebody who was erased, and without what only that needed: their signing, a new grown-up. */
export function withoutErased<W extends Told & Pick<Write, 'op'>>(
  writes: readonly W[],
  erased: (id: string) => boolean,
): readonly W[] {
  const left = writes.filter((write) => !isOfErased(write, erased));
  if (left.length === writes.length) return writes;
  const gone = writes.filter((write) => isOfErased(write, erased));
  const named = (some: readonly W[], ever = false) =>
    new Set(some.flatMap((write) => [signingOf(write) ?? [], grownupsIn(write, ever)].flat()));
  const [before, after] = [named(gone, true), named(left)];
  return left.filter(
    ({ type, op, id }) =>
      !(type === 'signing' || (type === 'guardian' && op === 'create')) || after.has(id) || !before.has(id),
  );
}
