import type { Body, Write } from '#domain/records/entry.ts';
import { parseEntry } from '#domain/records/wire.ts';

/** What waits for a look, as one card for one person and session: whoever decides sees a session, not forty taps. */

/** What is read of a kept entry; its other fields stay with it. */
export type KeptLike = {
  readonly id: string;
  /** The member who sent it. */
  readonly by: string;
  readonly receivedAt: string;
  /** As it came; anything at all. */
  readonly entry: unknown;
};

/** Kept entries of one sender about one session; one entry alone where it is of none, or of several. */
export type Case<Kept extends KeptLike = KeptLike> = {
  readonly key: string;
  readonly by: string;
  /** Empty where it is of no session. */
  readonly session: string;
  /** In the order they were sent. */
  readonly entries: readonly Kept[];
  /** When the last of them came. */
  readonly receivedAt: string;
  /** What its entries say of the session itself, the later over the earlier. */
  readonly said: Body;
  readonly named: number;
  readonly counted: number;
  readonly notes: number;
  /** Writes that are none of these. */
  readonly others: number;
};

/** So many entries are taken in or given up at a time. */
export const mostSettled = 500;

/** What an entry would write; nothing where it is none. */
export const writesOf = (entry: unknown): readonly Write[] => parseEntry(entry)?.writes ?? [];

/** The one session some writes are of; empty where they are of none or of several. */
export function sessionOfWrites(writes: readonly Write[]): string {
  const ids = writes.flatMap(({ id, type, body }) => (type === 'session' ? id : (body.session ?? [])));
  const [only, ...more] = new Set(ids.filter((id): id is string => typeof id === 'string'));
  return only !== undefined && more.length === 0 ? only : '';
}

/** Cards in the order of their oldest entry. */
export function casesOf<Kept extends KeptLike>(kept: readonly Kept[]): Case<Kept>[] {
  const keyOf = ({ id, by, entry }: Kept) => `${by} ${sessionOfWrites(writesOf(entry)) || id}`;
  return [...Map.groupBy(kept, keyOf)].map(([key, entries]) => {
    const writes = entries.flatMap(({ entry }) => writesOf(entry));
    const of = (type: string) => writes.filter((write) => write.type === type);
    return {
      key,
      by: entries[0]?.by ?? '',
      session: sessionOfWrites(writes),
      entries,
      receivedAt: entries.reduce((last, { receivedAt }) => (receivedAt > last ? receivedAt : last), ''),
      said: Object.assign({}, ...of('session').map(({ body }) => body)),
      named: namedIn(of('mark')),
      counted: of('tally').reduce((sum, { body }) => sum + (typeof body.n === 'number' ? body.n : 0), 0),
      notes: of('note').length,
      others: writes.filter(({ type }) => !['session', 'mark', 'tally', 'note'].includes(type)).length,
    };
  });
}

/** The entries of the first cards, about so many: no card is cut, so that a session is taken in whole, and one is always there. */
export function firstCases<Kept extends KeptLike>(kept: readonly Kept[], most: number): Kept[] {
  const first: Kept[] = [];
  for (const { entries } of casesOf(kept)) {
    if (first.length >= most) break;
    first.push(...entries);
  }
  return first;
}

/** People whose last mark does not take them off again. */
function namedIn(marks: readonly Write[]): number {
  const last = new Map<unknown, Body>();
  const inOrder = [...marks].sort((a, b) => (String(a.body.at) < String(b.body.at) ? -1 : 1));
  for (const { body } of inOrder) last.set(body.person, body);
  return [...last.values()].filter(({ state }) => state !== 'removed').length;
}
