import { nextClock } from '#domain/records/clock.ts';
import { type Entry, factHash, namesEachOnce, schemaVersion, type Write } from '#domain/records/entry.ts';
import { stampOf } from '#domain/records/merge.ts';
import { problemIn, problemInId, problemInSecondScope, shapeOf } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import { toInstant } from '#domain/time.ts';
import type { AnswerBox, CapturedBox } from './database.ts';
import { shownById } from './shown.ts';
import { type Meta, offsetOf, type PhoneStore, type StoreTx } from './store.ts';

/** The only door for writes: stamps what happened, and puts entry and clock on the disk in one strict transaction. */

/** Who saves, where and when; tests give another clock and other ids. */
export type Saver = {
  readonly store: PhoneStore;
  readonly member: string;
  readonly device: string;
  readonly now: () => number;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** Closes an entry to the server, for what goes first. */
  readonly seal?: (entry: Entry) => CapturedBox;
};

/** There was nothing to say by the time of saving: nothing is saved. */
export class NothingToSave extends Error {
  override readonly name = 'NothingToSave';
}

/**
 * `instead`: the id of the refused entry this one is in place of. `discards`: one that is given up. `first`: it takes back or refuses
 * a consent, and is sent before all else, by a phone that has locked meanwhile too. `answers`: what is put down in the same
 * transaction and sent apart from it, closed already.
 */
export type SaveOptions = {
  readonly instead?: string;
  readonly discards?: string;
  readonly first?: boolean;
  readonly answers?: readonly AnswerBox[];
};

/** What of it stands in the entry. */
type InEntry = Omit<SaveOptions, 'first' | 'answers'>;

/**
 * Saves one entry, all or nothing. `say` may look at what is shown inside the same transaction, so that what it names
 * (`replaces`) is what stands at that instant. Resolves once it is on the disk; the tick may be shown then, not before.
 * Throws where a write is malformed (a fault of ours: nothing is saved), where nothing is said (`sayIfAny` takes that for an
 * answer) and where the disk fails (the caller keeps the form).
 */
export async function save(
  saver: Saver,
  say: readonly Saying[] | ((tx: StoreTx) => Promise<readonly Saying[]>),
  options: SaveOptions = {},
): Promise<Entry> {
  return saver.store.write('save', async (tx) => {
    const [meta, sayings] = await Promise.all([tx.meta(), typeof say === 'function' ? say(tx) : say]);
    if (sayings.length === 0 && !options.instead && !options.discards) throw new NothingToSave();
    const { first, answers = [], ...more } = options;
    const entry = await stamped(saver, tx, meta, sayings, more);
    await Promise.all([tx.putMeta({ ...meta, clock: entry.clock }), tx.addEntry(entry)]);
    if (first && saver.seal) await tx.addSealed(saver.seal(entry));
    if (answers.length > 0) await tx.addAnswers(answers);
    return entry;
  });
}

async function stamped(
  saver: Saver,
  tx: StoreTx,
  meta: Meta,
  sayings: readonly Saying[],
  options: InEntry,
): Promise<Entry> {
  const nowMs = saver.now() + offsetOf(meta);
  return stamp(saver, nowMs, { last: meta.clock, overwritten: await overwritten(tx, sayings) }, sayings, options);
}

/** Clocks an entry's own must pass: of the save before it, and of the fields it overwrites. */
export type Passed = { readonly last: number; readonly overwritten: readonly number[] };

/**
 * Makes the entry of a save: checks every write, hashes facts, sets the clock. Stores nothing; `save` does, and so does the
 * server for a desk that keeps nothing.
 * @param nowMs corrected time
 */
export function stamp(
  { member: by, device, newId }: Pick<Saver, 'member' | 'device' | 'newId'>,
  nowMs: number,
  { last, overwritten: clocks }: Passed,
  sayings: readonly Saying[],
  options: InEntry = {},
): Entry {
  if (!namesEachOnce(sayings)) throw new Error('cannot save one record twice in one entry');
  const writes = sayings.map((saying): Write => {
    const problem =
      problemIn(saying.type, saying.op, saying.scope, saying.body) ??
      problemInId(saying.type, saying.op, saying.id, saying.body) ??
      problemInSecondScope(saying.type, saying.scope, saying.alsoScope);
    if (problem) throw new Error(`cannot save ${saying.type}: ${problem}`);
    return saying.op === 'fact' ? { ...saying, hash: factHash(saying, by, device) } : saying;
  });
  return {
    id: newId(),
    by,
    device,
    clock: nextClock(nowMs, last, clocks),
    at: toInstant(nowMs),
    schema: schemaVersion,
    writes,
    ...options,
  };
}

/** Clocks of the fields these writes overwrite, so that an edit made after seeing another wins over it (I17). */
async function overwritten(tx: StoreTx, writes: readonly Saying[]): Promise<number[]> {
  const edits = writes.filter(({ type }) => shapeOf(type)?.kind === 'register');
  if (edits.length === 0) return [];
  const rows = await shownById(
    tx,
    edits.map(({ id }) => id),
  );
  return edits.flatMap(({ body }, at) => {
    const row = rows[at];
    return row ? Object.keys(body).map((field) => stampOf(row, field)[0]) : [];
  });
}
