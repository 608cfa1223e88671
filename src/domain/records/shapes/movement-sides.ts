import type { MoveKind } from '#domain/codes.ts';
import type { Body } from '#domain/records/entry.ts';

/**
 * Every movement takes `n` from one place and puts it in another; a side left out is the world outside. So nothing needs a
 * sign, and what moves between two places is never counted twice or lost between them.
 */

/** The place of what is out on loan. */
export const onLoan = 'on-loan';

type Side = 'must' | 'may' | 'none';

const sides: Record<MoveKind, { from: Side; to: Side }> = {
  received: { from: 'none', to: 'must' },
  built: { from: 'none', to: 'must' },
  unbuilt: { from: 'must', to: 'none' },
  'part missing': { from: 'must', to: 'must' },
  'part supplied later': { from: 'may', to: 'none' },
  loaded: { from: 'must', to: 'must' },
  'given out': { from: 'must', to: 'none' },
  returned: { from: 'none', to: 'must' },
  lent: { from: 'must', to: 'must' },
  'brought back': { from: 'must', to: 'must' },
  damaged: { from: 'must', to: 'none' },
  lost: { from: 'must', to: 'none' },
  adjusted: { from: 'may', to: 'may' },
};

const fits = (side: Side, place: unknown): boolean =>
  side === 'may' || (side === 'must') === (typeof place === 'string' && place !== '');

/** What a movement of this kind lacks or has too much, or null. */
export function problemInPlaces(body: Body): string | null {
  const kind = body.kind as MoveKind; // its field was checked first
  const { from, to } = body;
  if (!fits(sides[kind].from, from))
    return `from: ${kind} ${from === undefined ? 'comes from somewhere' : 'comes from nowhere here'}`;
  if (!fits(sides[kind].to, to)) return `to: ${kind} ${to === undefined ? 'goes somewhere' : 'goes to no place here'}`;
  if (kind === 'loaded' && from === to) return 'to: the place it comes from';
  if (kind === 'part missing' && from !== to) return 'to: a missing part moves nothing';
  if (kind === 'lent' && to !== onLoan) return 'to: what is lent is on loan';
  if (kind === 'brought back' && from !== onLoan) return 'from: what is brought back was on loan';
  if (kind === 'adjusted') return problemInAdjusting(body);
  if ((kind === 'built' || kind === 'unbuilt') && !hasSome(body.parts)) return 'parts: missing';
  if (kind === 'part missing' && !hasSome(body.owed)) return 'owed: missing';
  if (kind === 'part supplied later' && !hasSome(body.settles)) return 'settles: missing';
  return null;
}

const hasSome = (list: unknown): boolean => Array.isArray(list) && list.length > 0;

function problemInAdjusting({ from, to, reason }: Body): string | null {
  if ((from === undefined) === (to === undefined)) return 'to: more or fewer, one of the two';
  return reason === undefined ? 'reason: missing' : null;
}
