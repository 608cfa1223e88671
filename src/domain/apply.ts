import { mayWrite, type Right } from './access.ts';
import { acceptedClock } from './clock.ts';
import { type Entry, factHash, schemaVersion, type Write } from './entry.ts';
import { born, type Lost, merged, stampOf } from './merge.ts';
import { problemIn, problemInSecondScope, shapeOf } from './records.ts';
import type { Row } from './row.ts';

/**
 * What the server makes of an entry: step 2 of a round, without any storage. Nothing is written here; the caller stores the
 * changed rows in one transaction, or none of them. That makes an entry all or nothing (I11) without a savepoint.
 */

/** Why an entry was refused, as the wire names it. Words for people are in `words.ts`. */
export type Refusal =
  | 'no_right'
  | 'invalid'
  | 'error'
  | 'erased'
  | 'unknown_id'
  | 'other_hash'
  | 'other_type'
  | 'other_scope'
  | 'also_scope'
  | 'other_author'
  | 'closed'
  | 'already_accepted'
  | 'newer_schema'
  | 'too_large';

export type Author = { readonly member: string; readonly device: string; readonly rights: readonly Right[] };
export type Changed = { readonly row: Row; readonly lost: readonly Lost[] };
export type Applied =
  | { readonly ok: true; readonly clock: number; readonly changed: readonly Changed[] }
  | { readonly ok: false; readonly code: Refusal; readonly why: string };

const refused = (code: Refusal, why: string): Applied => ({ ok: false, code, why });

/**
 * @param rows rows as stored, by id, of every id the entry writes; rows changed by entries before it included
 * @param serverNowMs the server's clock, epoch ms
 */
export function applyEntry(entry: Entry, author: Author, rows: ReadonlyMap<string, Row>, serverNowMs: number): Applied {
  if (entry.by !== author.member || entry.device !== author.device) return refused('other_author', 'not its author');
  if (entry.schema > schemaVersion) return refused('newer_schema', 'written by a newer version');
  const clock = clockFor(entry, rows, serverNowMs);
  const working = new Map(rows);
  const changed = new Map<string, Changed>();
  for (const write of entry.writes) {
    const outcome = applyWrite(write, entry, author, working.get(write.id), clock);
    if ('code' in outcome) return refused(outcome.code, outcome.why);
    if (!outcome.row) continue;
    working.set(write.id, outcome.row);
    const before = changed.get(write.id)?.lost ?? [];
    changed.set(write.id, { row: outcome.row, lost: [...before, ...outcome.lost] });
  }
  return { ok: true, clock, changed: [...changed.values()] };
}

function clockFor(entry: Entry, rows: ReadonlyMap<string, Row>, serverNowMs: number): number {
  const overwritten = entry.writes.flatMap((write) => {
    const row = rows.get(write.id);
    return row ? Object.keys(write.body).map((field) => stampOf(row, field)[0]) : [];
  });
  return acceptedClock(entry.clock, serverNowMs, overwritten);
}

type Outcome = { code: Refusal; why: string } | { row: Row | null; lost: readonly Lost[] };

function applyWrite(write: Write, entry: Entry, author: Author, stored: Row | undefined, clock: number): Outcome {
  const wrong = wrongWith(write, entry, author, stored);
  if (wrong) return wrong;
  if (!stored) return { row: born(write, entry, clock), lost: [] };
  if (write.op === 'fact') return { row: null, lost: [] };
  const { row, lost } = merged(stored, write.body, [clock, entry.id]);
  return { row: row === stored && lost.length === 0 ? null : row, lost };
}

function wrongWith(
  write: Write,
  entry: Entry,
  author: Author,
  stored: Row | undefined,
): { code: Refusal; why: string } | null {
  const no = (code: Refusal, why: string) => ({ code, why });
  if (stored?.deleted) return no('erased', 'that record was erased');
  if (stored && stored.type !== write.type) return no('other_type', `stored as ${stored.type}`);
  if (stored && stored.scope !== write.scope) return no('other_scope', 'stored in another place');
  const second = problemInSecondScope(write.type, write.scope, write.alsoScope);
  if (second) return no('also_scope', second);
  if (shapeOf(write.type)?.serverOnly) return no('no_right', `${write.type} is made by the server`);
  const problem = problemIn(write.type, write.op, write.scope, write.body);
  if (problem) return no('invalid', problem);
  if (!mayWrite(author.rights, { write, stored, savedAt: entry.at }))
    return no('no_right', 'not allowed for this role');
  if (!stored && write.op === 'patch') return no('unknown_id', 'the record is not here');
  return write.op === 'fact' ? wrongWithFact(write, entry, stored) : null;
}

function wrongWithFact(write: Write, entry: Entry, stored: Row | undefined): { code: Refusal; why: string } | null {
  if (write.hash !== factHash(write, entry.by, entry.device)) return { code: 'other_hash', why: 'changed on the way' };
  if (stored && stored.hash !== write.hash) return { code: 'other_hash', why: 'another fact has this id' };
  return null;
}
