import type { Purpose } from '#domain/people-codes.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { type May, standingOn, stricter } from './standing.ts';

/** What a badge on a phone shows: what the server says of it, and what this phone knows that the server does not say yet. */

/** What a phone has to show a badge from. */
export type BadgeFrom = {
  /** What the server last said, and its place in the server’s order; nothing where nobody was ever asked. */
  readonly standing: { readonly body: BodyOf<'standing'>; readonly seq: number } | undefined;
  /** What this phone’s own facts come to, for the purposes that something on its way is about. */
  readonly own: Readonly<Partial<Record<Purpose, May>>>;
  /** How far this phone has read what permissions rest on; -1 where it reads none of it. */
  readonly cursor: number;
  readonly day: string;
  /** This phone has not heard from the server for a day. */
  readonly isOld: boolean;
};

const dayMs = 86_400_000;
/** Whether what the server said is a day old. @param heardMs when it last answered, by its own clock */
export const isOldNews = (heardMs: number | undefined, nowMs: number): boolean =>
  heardMs !== undefined && nowMs - heardMs > dayMs;

/** A photo cannot be taken back: what may have been withdrawn since yesterday is not relied on. */
const notWhenOld: ReadonlySet<Purpose> = new Set<Purpose>(['photoInternal', 'photoPublic']);

/**
 * What a badge shows of one purpose. The server’s word counts, but for what this phone said and it has not read back: there this
 * phone’s own counts, or the stricter of both where the server knew something this phone has not read.
 */
export function mayHere(purpose: Purpose, { standing, own, cursor, day, isOld }: BadgeFrom): May {
  const told = standing
    ? standingOn(standing.body[`may/${purpose}`] ?? 'missing', standing.body.until, day)
    : 'missing';
  const here = own[purpose];
  const isBehind = standing !== undefined && standing.seq > cursor;
  const may = here === undefined ? told : isBehind ? stricter(here, told) : here;
  return isOld && notWhenOld.has(purpose) && may === 'may' ? 'missing' : may;
}
