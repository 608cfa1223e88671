import { everWorkedFor, type Right } from '#domain/records/access.ts';
import type { Author, Refusal } from '#domain/records/apply.ts';
import { canonical } from '#domain/records/canonical.ts';
import { type Body, type Entry, schemaVersion } from '#domain/records/entry.ts';
import { withoutErased } from '#domain/records/erasing/fates.ts';
import type { Row } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { limits, parseEntry } from '#domain/records/wire.ts';
import { mayResolve } from '#domain/records/write-access.ts';
import { maySeeKept } from './allow.ts';
import type { InboxEntry } from './ledger.ts';

/** What the inbox keeps, and who may see it. Kept by id and sender: nobody's entry takes the place of another's. */

/** Names a kept entry. Neither part holds a space. */
export const keptKey = ({ id, by }: Pick<InboxEntry, 'id' | 'by'>): string => `${id} ${by}`;

/** What still fits into a phone's part of the inbox today. */
export type Room = { readonly entries: number; readonly bytes: number };

/** What an entry would write, as far as it can be read; `raw` may be no entry at all. */
export function writesIn(raw: unknown): { id: string; type: string; scope: string }[] {
  const writes = fieldOf(raw, 'writes');
  return (Array.isArray(writes) ? writes : []).map((write: unknown) => ({
    id: textOf(write, 'id'),
    type: textOf(write, 'type'),
    scope: textOf(write, 'scope'),
  }));
}

const fieldOf = (raw: unknown, field: string): unknown =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[field] : undefined;

function textOf(raw: unknown, field: string): string {
  const value = fieldOf(raw, field);
  return typeof value === 'string' ? value : '';
}

/** The id under which what was sent can be kept and answered for, or null. */
export function idOf(raw: unknown): string | null {
  const id = textOf(raw, 'id');
  return /^[a-z0-9:_-]{8,80}$/i.test(id) ? id : null;
}

/** A kept entry as it came; text where it is none, or was cut short. */
export function asItCame(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body; // what was no entry is kept cut short
  }
}

/** Whether it is its sender's own, so that its id is theirs. Somebody else's entry takes no id away from its author. */
export const isSendersOwn = ({ body, by }: InboxEntry): boolean => textOf(asItCame(body), 'by') === by;

/**
 * Whose coordinators see a kept entry: the one partner it names, if its author works or ever worked there, or a record it
 * touches lives there; else the programme's alone. *Why: a phone may hold names of a partner its owner has left, and the
 * partner they went to must not read them.*
 * @param rows as stored, of the author and of what the entry writes
 */
function partnerFor(raw: unknown, author: Author, rows: ReadonlyMap<string, Row>): string | null {
  const writes = writesIn(raw);
  const [named, ...others] = new Set(writes.flatMap(({ scope }) => partnerOf(scope) ?? []));
  if (named === undefined || others.length > 0) return null;
  const member: Body = rows.get(author.member)?.body ?? {};
  const isThere = ({ id }: { id: string }) => partnerOf(rows.get(id)?.scope ?? '') === named;
  return everWorkedFor(member, named) || writes.some(isThere) ? named : null;
}

/** Why an entry is kept. */
export type Because = { readonly code: Refusal; readonly why: string; readonly closed?: boolean };

/** A refused entry as the inbox keeps it; `seq` is given when it is stored. */
export function toKept(entry: Entry, author: Author, rows: ReadonlyMap<string, Row>, because: Because): InboxEntry {
  const { code, why, closed = false } = because;
  return { ...sent(entry.id, entry, author, rows), code, why, closed, body: canonical(entry) };
}

/**
 * A kept entry without what it says of somebody who was erased. What is left of it can still be taken in; of one that was about them
 * alone only ids and code stay, and it is closed.
 */
export function keptWithout(kept: InboxEntry, erased: (id: string) => boolean): InboxEntry {
  const raw = asItCame(kept.body);
  const entry = parseEntry(raw);
  const left = entry ? withoutErased(entry.writes, erased) : [];
  if (entry && left.length > 0)
    return left.length === entry.writes.length ? kept : { ...kept, body: canonical({ ...entry, writes: left }) };
  const ids = { id: kept.id, by: textOf(raw, 'by'), device: kept.device, writes: writesIn(raw) };
  return { ...kept, closed: true, body: canonical(ids) };
}

/** A box that could not be opened is longer than the entry in it, and cut short it could never be. */
const mostKept = limits.entryBytes * 2 + 4096;

/** What is no entry of this protocol, as the inbox keeps it. */
export function unreadable(id: string, raw: unknown, author: Author, rows: ReadonlyMap<string, Row>): InboxEntry {
  // A newer app may write what this server cannot even read; its phone keeps it until the server can.
  const newer = Number(fieldOf(raw, 'schema')) > schemaVersion;
  const because = newer
    ? ({ code: 'newer_schema', why: 'written by a newer version' } as const)
    : ({ code: 'invalid', why: 'not an entry of this protocol' } as const);
  const body = JSON.stringify(raw).slice(0, mostKept);
  return { ...sent(id, raw, author, rows), closed: false, ...because, body };
}

const sent = (id: string, raw: unknown, author: Author, rows: ReadonlyMap<string, Row>) => ({
  id,
  seq: 0,
  by: author.member,
  device: author.device,
  partner: partnerFor(raw, author, rows),
});

/** Whether a coordinator may settle what is kept, by taking it in or giving it up: who may not do the one may not do the other. */
export const maySettle = (rights: readonly Right[], { partner, body }: Pick<InboxEntry, 'partner' | 'body'>): boolean =>
  maySeeKept(rights, partner) && mayResolve(rights, writesIn(asItCame(body)));
