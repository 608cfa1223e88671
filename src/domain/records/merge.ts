import { isLater, noStamp, type Stamp } from './clock.ts';
import type { Body, Entry, SessionStatus, Write } from './entry.ts';
import type { Row, Stamps } from './row.ts';

/**
 * The one merge. The server applies entries with it, and a phone lays its unconfirmed entries over the server's rows with it,
 * so what a phone foretells is what the server will hold. Pure; commutative and idempotent for distinct entries.
 */

/** A value that lost against a later one; the server keeps it in its history. */
export type Lost = { readonly field: string; readonly value: unknown; readonly stamp: Stamp };

const rank: Record<string, number> = { planned: 0, running: 1 };

/** Every ending outranks running, running outranks planned; an ending never gives way to an ending by rank. */
export const rankOf = (status: string): number => rank[status] ?? 2;

/** The stamp of a field, whether it was written alone or with the record. */
export function stampOf(row: Row, field: string): Stamp {
  const alone = row.stamps[field];
  if (alone) return alone;
  return field in row.body ? (row.stamps['*'] ?? noStamp) : noStamp;
}

function isStatus(value: unknown): value is SessionStatus {
  return typeof value === 'object' && value !== null && 'is' in value && 'reopened' in value;
}

/** Whether a written value takes the place of the stored one. A session's status compares by reopenings, then rank, then clock. */
function wins(value: unknown, stamp: Stamp, stored: unknown, storedStamp: Stamp): boolean {
  if (isStatus(value) && isStatus(stored)) {
    if (value.reopened !== stored.reopened) return value.reopened > stored.reopened;
    if (rankOf(value.is) !== rankOf(stored.is)) return rankOf(value.is) > rankOf(stored.is);
  }
  return isLater(stamp, storedStamp);
}

/** A new record from its first write. */
export function born(write: Write, entry: Pick<Entry, 'id' | 'by' | 'device' | 'at'>, clock: number): Row {
  const { type, id, scope, alsoScope, body, hash } = write;
  const fact = write.op === 'fact';
  return {
    id,
    type,
    scope,
    ...(alsoScope && { alsoScope }),
    body,
    stamps: fact ? {} : { '*': [clock, entry.id] },
    by: entry.by,
    device: entry.device,
    at: entry.at,
    ...(fact && hash && { hash }),
  };
}

/** A register's fields after a create or patch that met it; each field by itself, newest wins. */
export function merged(row: Row, fields: Body, stamp: Stamp): { row: Row; lost: Lost[] } {
  const body: Record<string, unknown> = { ...row.body };
  const stamps: Record<string, Stamp> = { ...row.stamps };
  const lost: Lost[] = [];
  let changed = false;
  for (const [field, value] of Object.entries(fields)) {
    const stored = row.body[field];
    const storedStamp = stampOf(row, field);
    if (stamp[1] === storedStamp[1] && stamp[0] === storedStamp[0]) continue;
    if (wins(value, stamp, stored, storedStamp)) {
      if (field in row.body) lost.push({ field, value: stored, stamp: storedStamp });
      body[field] = value;
      stamps[field] = stamp;
      changed = true;
    } else {
      lost.push({ field, value, stamp });
    }
  }
  return { row: changed ? { ...row, body, stamps: compact(body, stamps) } : row, lost };
}

/** Drops `*` once every field has a stamp of its own. */
function compact(body: Body, stamps: Record<string, Stamp>): Stamps {
  if (!stamps['*'] || Object.keys(body).some((field) => !(field in stamps))) return stamps;
  const { '*': _, ...own } = stamps;
  return own;
}

/** What one write makes of a row, as a phone shows it before the server has answered. A refused order leaves the row as it was. */
export function foretold(row: Row | undefined, write: Write, entry: Entry): Row | undefined {
  if (!row) return write.op === 'patch' ? undefined : born(write, entry, entry.clock);
  if (row.deleted || write.op === 'fact') return row;
  // What the server will refuse, under an id that is another record's, changes nothing here either.
  if (row.type !== write.type || row.scope !== write.scope) return row;
  return merged(row, write.body, [entry.clock, entry.id]).row;
}
