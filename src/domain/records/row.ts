import type { Stamp } from './clock.ts';
import type { Body } from './entry.ts';

/** Stamps of a register's fields. `*` stands for every field the record was created with and nobody changed since. */
export type Stamps = Readonly<Record<string, Stamp>>;

/** A record as the server holds it and a phone shows it. */
export type Row = {
  readonly id: string;
  readonly type: string;
  readonly scope: string;
  readonly alsoScope?: string | undefined;
  readonly body: Body;
  readonly stamps: Stamps;
  /** Who made it, on which phone, and when by that phone's clock. */
  readonly by: string;
  readonly device: string;
  readonly at: string;
  /** Facts: the SHA-256 they were first written with. */
  readonly hash?: string | undefined;
  /** When the server first took it in; a phone's own row has none until it is read back. */
  readonly received?: string | undefined;
  /** A tombstone: the id is spent for ever and the body is gone. */
  readonly deleted?: boolean | undefined;
};

/** A row with its place in the server's one order. Rows of one entry share their number. */
export type SequencedRow = Row & { readonly seq: number };

/** A number as it was stored; zero where it is none: one of those would make every sum it is in unreadable. */
export const numberIn = (stored: unknown): number =>
  typeof stored === 'number' && Number.isFinite(stored) ? stored : 0;

/** A list of a stored fact; none where there is no list, as an older app may have left it. */
export const listIn = <Each>(stored: readonly Each[] | null | undefined): readonly Each[] =>
  Array.isArray(stored) ? stored : [];

/** What is said of one young person, and found by their random id. */
const byPerson = new Set([
  'consent',
  'gillick',
  'asked',
  'enteredInError',
  'settled',
  'limitsRead',
  'followUp',
  'eligibility',
  'look',
  'assessment',
]);

/** What is kept beside every row to find it: nothing that could name anybody. `key` is the session of a mark, the person of a consent. */
export function keyOf(type: string, body: Body): string {
  if (type === 'wordingVersion') return typeof body.sha256 === 'string' ? body.sha256 : '';
  if (byPerson.has(type)) return typeof body.person === 'string' ? body.person : '';
  if (typeof body.session === 'string') return body.session;
  return type === 'session' && typeof body.day === 'string' ? body.day : '';
}

/** The elements of a set field: `elements(session, 'activity')` → ids whose value is not false. */
export function elements(body: Body, prefix: string): string[] {
  return Object.keys(body)
    .filter((key) => key.startsWith(`${prefix}/`) && body[key] !== false && body[key] !== null)
    .map((key) => key.slice(prefix.length + 1));
}

/** Whether a register was closed: it is no longer offered, and what happened with it stays. */
export const isClosed = ({ body }: { readonly body: Body }): boolean => body.status === 'closed';
