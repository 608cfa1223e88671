import type { BodyOf, RecordOf } from '#domain/records/body.ts';
import { create, elementsOf, patch, type Saying } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import type { Amount } from './stock.ts';

/** What is said of the places of a partner, and of what it ordered. */

/** What somebody says of a place; that it is open goes without saying. */
export type PlaceSaid = Omit<BodyOf<'holder'>, 'status'>;

/** A new place; a store, which needs no record, gets one when it is first named. */
export const addPlace = (partner: string, id: string, place: PlaceSaid): Saying =>
  create('holder', id, partnerScope(partner), { ...place, status: 'active' });

/** @param changed only what was changed of it */
export const changePlace = (partner: string, id: string, changed: Partial<PlaceSaid>): Saying =>
  patch('holder', id, partnerScope(partner), changed);

/** No longer offered, or offered again. What lies there is counted all the same. */
export const closePlace = (partner: string, id: string, status: 'active' | 'closed'): Saying =>
  patch('holder', id, partnerScope(partner), { status });

/** An order as it is written down. Days; `arrived` once all of it is there. */
export type Ordered = {
  readonly supplier: string;
  readonly promised?: string;
  readonly arrived?: string;
  readonly reference?: string;
  /** The note it was read from, by its content. */
  readonly source?: string;
  readonly lines: readonly Amount[];
};

/** What was ordered, who supplies it and by when. */
export const order = (partner: string, id: string, { lines, ...about }: Ordered): Saying =>
  create('delivery', id, partnerScope(partner), {
    ...about,
    ...elementsOf(
      'line',
      lines.map(({ set, n }) => [set, n] as const),
    ),
    status: 'active',
  });

/** Some of a delivery came on a day, or the rest will not. Nothing where it says neither. */
export function arrive(
  partner: string,
  id: string,
  { day, noMore }: { readonly day: string | null; readonly noMore: boolean },
): Saying[] {
  const changed = { ...(day !== null && { arrived: day }), ...(noMore && { status: 'closed' as const }) };
  return Object.keys(changed).length > 0 ? [patch('delivery', id, partnerScope(partner), changed)] : [];
}

/** What a delivery note said of one that was waited for, and, with the first lines of it, the day it came. */
export const readIn = (
  partner: string,
  id: string,
  note: { readonly source: string; readonly arrived?: string },
): Saying => patch('delivery', id, partnerScope(partner), note);

/** More of it is to come after all; what came stays. */
export const expectMore = (partner: string, id: string): Saying =>
  patch('delivery', id, partnerScope(partner), { status: 'active' });

/** A delivery of which something turns out not to have come is due again. */
export function dueAgain(partner: string, { id, body }: RecordOf<'delivery'>): Saying[] {
  const again = {
    ...(body.arrived && { arrived: null }),
    ...(body.status === 'closed' && { status: 'active' as const }),
  };
  return Object.keys(again).length > 0 ? [patch('delivery', id, partnerScope(partner), again)] : [];
}
