import type { HolderKind, MoveKind } from '#domain/codes.ts';
import type { RecordOf, RowOf } from '#domain/records/body.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { dayOf } from '#domain/time.ts';
import { type DeliveryState, deliveryState } from './deliveries.ts';
import { type Doubt, doubts } from './questions.ts';
import type { Kept } from './sets.ts';
import {
  type Amount,
  type Loan,
  loansOut,
  type Movement,
  type Owed,
  partsOwed,
  readStock,
  type Shelf,
  standing,
  storeOf,
} from './stock.ts';
import { type Target, toTarget } from './targets.ts';
import { type Low, lowOf } from './totals.ts';

/**
 * The stock of some partners as a coordinator looks at it: one reading, folded. The server answers it to a desk that keeps
 * nothing; an enrolled laptop makes the same of its own records.
 */

export type Place = {
  readonly id: string;
  readonly partner: string;
  readonly name: string;
  readonly kind: HolderKind | 'on loan';
  readonly code: string;
  readonly closed: boolean;
  /** Whether there is a record of it: a partner's store needs none. */
  readonly recorded: boolean;
};

/** What is owed, for whom in numbers only: names are read where the session is. */
export type OwedLine = Amount & {
  /** The movement that owes it. */
  readonly id: string;
  readonly partner: string;
  /** The box it is missing from. */
  readonly box: string;
  readonly kind: MoveKind | 'transferred';
  readonly day: string;
  readonly session: string;
  /** Where that session was; empty where it is not known. */
  readonly site: string;
  readonly people: number;
  /** Where the box stands, if it does. */
  readonly place: string;
  readonly label: string;
};

export type LoanLine = Amount & {
  readonly id: string;
  readonly partner: string;
  readonly day: string;
  readonly by: string;
  readonly from: string;
  readonly label: string;
  readonly reason: string;
};

export type DeliveryLine = DeliveryState & {
  readonly partner: string;
  readonly reference: string;
  /** The SHA-256 of the file it was read from; empty where it was typed. */
  readonly source: string;
};

export type HandOver = Amount & {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly by: string;
};

export type StockView = {
  /** An instant. */
  readonly at: string;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly sets: readonly Kept[];
  readonly places: readonly Place[];
  readonly shelves: readonly Shelf[];
  readonly low: readonly Low[];
  readonly owed: readonly OwedLine[];
  readonly loans: readonly LoanLine[];
  /** What came back twice, or although it was never gone. */
  readonly doubts: readonly Doubt[];
  readonly deliveries: readonly DeliveryLine[];
  readonly targets: readonly Target[];
  /** The last first. */
  readonly handedOver: readonly HandOver[];
};

/** Rows of these partners' scopes by type, and of the programme's sets. */
export type StockViewRows = {
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly sets: readonly Kept[];
  readonly holders: readonly RowOf<'holder'>[];
  readonly deliveries: readonly RowOf<'delivery'>[];
  readonly targets: readonly RowOf<'target'>[];
  readonly movements: readonly RowOf<'movement' | 'transfer'>[];
  readonly stocktakes: readonly RowOf<'stocktake'>[];
};

/** @param now an instant */
export function stockView(rows: StockViewRows, now: string): StockView {
  const { partners, sets } = rows;
  const isOurs = (partner: string) => partners.some(({ id }) => id === partner);
  const { movements, shelves: all } = readStock(rows);
  const shelves = [...all.values()].filter(({ partner }) => isOurs(partner));
  const own = Map.groupBy(movements, ({ partner }) => partner);
  const ours = partners.flatMap(({ id }) => own.get(id) ?? []);
  return {
    at: now,
    partners,
    sets: sets.map(({ id, body }) => ({ id, body })),
    places: placesOf(partners, rows.holders, shelves),
    shelves,
    low: lowOf(sets, shelves),
    owed: partsOwed(ours).map(owedLine),
    loans: loansOut(ours).map(loanLine),
    doubts: doubts(ours, all),
    deliveries: rows.deliveries
      .filter((row) => isOurs(ownerOf(row)))
      .map((row) => deliveryLine(row, deliveryState(row, own.get(ownerOf(row)) ?? [], dayOf(now), all))),
    targets: rows.targets.filter((row) => isOurs(ownerOf(row))).flatMap((row) => toTarget(row, ownerOf(row)) ?? []),
    handedOver: handedOverOf(movements.filter(({ partner, toPartner }) => isOurs(partner) || isOurs(toPartner))),
  };
}

const ownerOf = (row: { readonly scope: string }): string => partnerOf(row.scope) ?? '';

/** A partner's places: its store first, whether or not it has a record, then the others by name, then what is lent. */
function placesOf(
  partners: StockViewRows['partners'],
  holders: readonly RowOf<'holder'>[],
  shelves: readonly Shelf[],
): readonly Place[] {
  return partners.flatMap(({ id: partner }) => {
    const recorded = holders.filter((row) => ownerOf(row) === partner).map((row) => placeOf(row, partner));
    const store: Place = { ...nowhere, id: storeOf(partner), partner, name: 'Store', kind: 'store' };
    const lent: Place = { ...nowhere, id: onLoan, partner, name: 'On loan', kind: 'on loan' };
    const isLent = shelves.some((shelf) => shelf.partner === partner && shelf.place === onLoan);
    const rank = ({ id }: Place) => (id === storeOf(partner) ? 0 : 1);
    return [
      ...(recorded.some(({ id }) => id === storeOf(partner)) ? [] : [store]),
      ...recorded.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en-GB')),
      ...(isLent ? [lent] : []),
    ];
  });
}

const nowhere = { code: '', closed: false, recorded: false } as const;

const placeOf = ({ id, body }: RowOf<'holder'>, partner: string): Place => ({
  id,
  partner,
  name: body.name,
  kind: body.kind,
  code: body.code ?? '',
  closed: body.status === 'closed',
  recorded: true,
});

const owedLine = ({ move, part, n }: Owed): OwedLine => ({
  set: part,
  n,
  id: move.id,
  partner: move.partner,
  box: move.set,
  kind: move.kind,
  day: move.day,
  session: move.session ?? '',
  site: '',
  people: move.for.length,
  place: move.kind === 'part missing' ? (move.to ?? '') : '',
  label: move.label ?? '',
});

const loanLine = ({ move, out }: Loan): LoanLine => ({
  set: move.set,
  n: out,
  id: move.id,
  partner: move.partner,
  day: move.day,
  by: move.by,
  from: move.from ?? '',
  label: move.label ?? '',
  reason: move.reason ?? '',
});

const deliveryLine = (row: RowOf<'delivery'>, state: DeliveryState): DeliveryLine => ({
  ...state,
  partner: ownerOf(row),
  reference: row.body.reference ?? '',
  source: row.body.source ?? '',
});

const handedOverOf = (movements: readonly Movement[]): HandOver[] =>
  standing(movements)
    .filter(({ kind }) => kind === 'transferred')
    .map(({ id, set, n, partner: from, toPartner: to, day, by }) => ({ id, set, n, from, to, day, by }))
    .sort((a, b) => (a.id < b.id ? 1 : -1));

/** Where the sessions of owed parts were, once those are read. */
export function withSites(view: StockView, sessions: readonly RecordOf<'session'>[]): StockView {
  const siteById = new Map(sessions.map(({ id, body }) => [id, body.site]));
  return { ...view, owed: view.owed.map((line) => ({ ...line, site: siteById.get(line.session) ?? '' })) };
}

/** Sessions to read for it. */
export const sessionsOf = ({ owed }: StockView): string[] => [
  ...new Set(owed.flatMap(({ session }) => (session === '' ? [] : [session]))),
];
