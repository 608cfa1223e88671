import { usualDaysBack } from '#domain/days-back.ts';
import { toInstant } from '#domain/time.ts';
import { mayRead, type Right } from './access.ts';
import { acceptedClock } from './clock.ts';
import { type Entry, factHash, schemaVersion, type Write } from './entry.ts';
import { decidingIds, isOfErased } from './erasing/fates.ts';
import { born, type Lost, merged, stampOf } from './merge.ts';
import { problemIn, problemInId, problemInSecondScope, problemInSize, shapeOf } from './records.ts';
import type { Row } from './row.ts';
import { mayWrite } from './write-access.ts';

/**
 * What the server makes of an entry: step 2 of a round, without any storage. Nothing is written here; the caller stores the
 * changed rows in one transaction, or none of them. That makes an entry all or nothing (I11) without a savepoint.
 */

/** Why an entry was refused, as the wire names it. Words for people are in `words.ts`. */
export const refusals = [
  'no_right',
  'too_late',
  'invalid',
  'error',
  'erased',
  'unknown_id',
  'other_hash',
  'other_type',
  'other_scope',
  'also_scope',
  'other_author',
  'closed',
  'already_accepted',
  'newer_schema',
  'too_large',
  'not_on_record',
  'doubted',
] as const;
export type Refusal = (typeof refusals)[number];

/** Who sent an entry and from which phone, with the rights they have as it arrives, not as it was saved. */
export type Author = { readonly member: string; readonly device: string; readonly rights: readonly Right[] };
/** A row as it is to be stored, and the values that a later clock had already replaced. */
export type Changed = { readonly row: Row; readonly lost: readonly Lost[] };
/** What an entry comes to: all its rows, or why none. The app acts on `code`; `why` is for whoever looks into it. */
export type Applied =
  | { readonly ok: true; readonly clock: number; readonly changed: readonly Changed[] }
  | { readonly ok: false; readonly code: Refusal; readonly why: string; readonly erased?: Erased };

/** Which records that an entry is about were erased, and when the last of them was: an instant. */
export type Erased = { readonly ids: readonly string[]; readonly at: string };

const refused = (code: Refusal, why: string): Applied => ({ ok: false, code, why });

/**
 * @param rows rows as stored, by id, of every id the entry writes or is about (`decidingIds`); rows changed by entries before it
 * included
 * @param serverNowMs the server's clock, epoch ms
 * @param daysBack how many days back those who record may enter or change a session
 */
export function applyEntry(
  entry: Entry,
  author: Author,
  rows: ReadonlyMap<string, Row>,
  serverNowMs: number,
  daysBack: number = usualDaysBack,
): Applied {
  if (entry.by !== author.member || entry.device !== author.device) return refused('other_author', 'not its author');
  if (entry.schema > schemaVersion) return refused('newer_schema', 'written by a newer version');
  const erased = erasedFor(entry, author, rows);
  if (erased) return { ok: false, code: 'erased', why: 'somebody it is about was erased', erased };
  const clock = clockFor(entry, rows, serverNowMs);
  const arrivedAt = toInstant(serverNowMs);
  const working = new Map(rows);
  const changed = new Map<string, Changed>();
  for (const write of entry.writes) {
    const session = working.get(sessionIn(write) ?? '');
    const met = { entry, author, stored: working.get(write.id), session, clock, arrivedAt, daysBack };
    const outcome = applyWrite(write, met);
    if ('code' in outcome) return refused(outcome.code, outcome.why);
    if (!outcome.row) continue;
    working.set(write.id, outcome.row);
    const before = changed.get(write.id)?.lost ?? [];
    changed.set(write.id, { row: outcome.row, lost: [...before, ...outcome.lost] });
  }
  return { ok: true, clock, changed: [...changed.values()] };
}

/** What of it was erased, as far as its author may know; null where nothing was. One such write is enough: a save is whole or not at all. */
function erasedFor({ writes }: Entry, { rights }: Author, rows: ReadonlyMap<string, Row>): Erased | null {
  const isErased = (id: string): boolean => {
    const row = rows.get(id);
    return row?.deleted === true && mayRead(rights, row);
  };
  const of = writes.filter((write) => isOfErased(write, isErased));
  if (of.length === 0) return null;
  const ids = [...new Set(of.flatMap(decidingIds).filter(isErased))];
  const at = ids.flatMap((id) => rows.get(id)?.at ?? []).sort();
  return { ids, at: at.at(-1) ?? '' };
}

function clockFor(entry: Entry, rows: ReadonlyMap<string, Row>, serverNowMs: number): number {
  const overwritten = entry.writes.flatMap((write) => {
    const row = rows.get(write.id);
    return row ? Object.keys(write.body).map((field) => stampOf(row, field)[0]) : [];
  });
  return acceptedClock(entry.clock, serverNowMs, overwritten);
}

type No = { readonly code: Refusal; readonly why: string };
type Outcome = No | { row: Row | null; lost: readonly Lost[] };
/** What one write meets. */
type Met = {
  readonly entry: Entry;
  readonly author: Author;
  readonly stored: Row | undefined;
  readonly session: Row | undefined;
  readonly clock: number;
  readonly arrivedAt: string;
  readonly daysBack: number;
};

/** The session that a write is said of. */
export const sessionIn = ({ body }: Pick<Write, 'body'>): string | undefined =>
  typeof body.session === 'string' ? body.session : undefined;

const no = (code: Refusal, why: string): No => ({ code, why });

function applyWrite(write: Write, met: Met): Outcome {
  const { entry, stored, clock } = met;
  const wrong = wrongWith(write, met);
  if (wrong) return wrong;
  if (!stored) return withinSize(born(write, entry, clock), undefined, []);
  if (write.op === 'fact') return { row: null, lost: [] };
  const { row, lost } = merged(stored, write.body, [clock, entry.id]);
  return row === stored ? { row: lost.length === 0 ? null : row, lost } : withinSize(row, stored, lost);
}

function withinSize(row: Row, before: Row | undefined, lost: readonly Lost[]): Outcome {
  const problem = row.hash === undefined ? problemInSize(row.type, row.body, before?.body) : null;
  return problem ? no('too_large', problem) : { row, lost };
}

function wrongWith(write: Write, { entry, author, stored, session, arrivedAt, daysBack }: Met): No | null {
  // What somebody may not read is to them as if it were not there: asking is no way to find out what another partner has. Their
  // own fact, said again where they write unread, tells them nothing.
  const seen = stored && (mayRead(author.rights, stored) || isSame(stored, write)) ? stored : undefined;
  const wrong = (seen && wrongWithStored(write, seen)) ?? wrongInItself(write);
  if (wrong) return wrong;
  const judged = { write, stored: seen, savedAt: entry.at, arrivedAt };
  if (!mayWrite(author.rights, judged)) return no('no_right', 'not allowed for this role');
  if (!mayWrite(author.rights, { ...judged, session, daysBack }))
    return no('too_late', `more than ${daysBack} days back`);
  if (!seen && write.op === 'patch') return no('unknown_id', 'the record is not here');
  if (!seen && stored) return no('other_scope', 'stored in another place');
  return write.op === 'fact' ? wrongWithFact(write, entry, seen) : null;
}

/** The very fact that is there. A register has no hash. */
const isSame = (stored: Row, { hash }: Write): boolean => hash !== undefined && stored.hash === hash;

function wrongWithStored(write: Write, stored: Row): No | null {
  if (stored.deleted) return no('erased', 'that record was erased');
  if (stored.type !== write.type) return no('other_type', `stored as ${stored.type}`);
  return stored.scope === write.scope ? null : no('other_scope', 'stored in another place');
}

function wrongInItself({ op, type, id, scope, alsoScope, body }: Write): No | null {
  const second = problemInSecondScope(type, scope, alsoScope);
  if (second) return no('also_scope', second);
  if (shapeOf(type)?.serverOnly) return no('no_right', `${type} is made by the server`);
  const problem = problemIn(type, op, scope, body) ?? problemInId(type, op, id, body);
  return problem ? no('invalid', problem) : null;
}

function wrongWithFact(write: Write, entry: Entry, stored: Row | undefined): No | null {
  if (write.hash !== factHash(write, entry.by, entry.device)) return no('other_hash', 'changed on the way');
  return stored && stored.hash !== write.hash ? no('other_hash', 'another fact has this id') : null;
}
