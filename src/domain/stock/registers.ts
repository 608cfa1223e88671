import type { HolderKind } from '#domain/codes.ts';
import type { Body } from '#domain/records/entry.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import type { Said } from './acts.ts';
import type { Kept } from './sets.ts';
import type { Amount } from './stock.ts';

/** What is said of the places of a partner, and of what it ordered. */

const create = (type: string, id: string, partner: string, body: Body): Said => {
  return { op: 'create', type, id, scope: partnerScope(partner), body: { ...body, status: 'active' } };
};
const patch = (type: string, id: string, partner: string, body: Body): Said => {
  return { op: 'patch', type, id, scope: partnerScope(partner), body };
};

export type PlaceSaid = {
  readonly name: string;
  readonly kind: HolderKind;
  readonly code?: string;
  /** Whose bag it is, or which park's. */
  readonly member?: string;
  readonly site?: string;
};

/** A new place; a store, which needs no record, gets one when it is first named. */
export const addPlace = (partner: string, id: string, place: PlaceSaid): Said => create('holder', id, partner, place);

/** @param changed only what was changed of it */
export const changePlace = (partner: string, id: string, changed: Partial<PlaceSaid>): Said =>
  patch('holder', id, partner, changed);

export type Ordered = {
  readonly supplier: string;
  readonly promised?: string;
  readonly arrived?: string;
  readonly reference?: string;
  readonly lines: readonly Amount[];
};

/** What was ordered, from whom and for when. */
export const order = (partner: string, id: string, { lines, ...about }: Ordered): Said =>
  create('delivery', id, partner, { ...about, ...Object.fromEntries(lines.map(({ set, n }) => [`line/${set}`, n])) });

/** Some of a delivery came on a day, or the rest will not. Nothing where it says neither. */
export function arrive(
  partner: string,
  id: string,
  { day, noMore }: { readonly day: string | null; readonly noMore: boolean },
): Said[] {
  const changed = { ...(day !== null && { arrived: day }), ...(noMore && { status: 'closed' }) };
  return Object.keys(changed).length > 0 ? [patch('delivery', id, partner, changed)] : [];
}

/** A delivery of which something turns out not to have come is due again. */
export function dueAgain(partner: string, { id, body }: Kept): Said[] {
  const again = {
    ...(body.arrived !== undefined && { arrived: null }),
    ...(body.status === 'closed' && { status: 'active' }),
  };
  return Object.keys(again).length > 0 ? [patch('delivery', id, partner, again)] : [];
}
