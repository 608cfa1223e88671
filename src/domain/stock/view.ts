import type { MoveKind } from '#domain/codes.ts';
import type { RecordOf } from '#domain/records/body.ts';
import { view } from '#domain/reports/view.ts';
import { dayOf } from '#domain/time.ts';
import { type DeliveryLine, type PartnerRows, partnerStocks } from './partner-stock.ts';
import type { KnownPlace, StockPlace } from './places.ts';
import type { Mismatch } from './questions.ts';
import type { Kept } from './sets.ts';
import { type Amount, type Loan, type Movement, type Owed, type Shelf, standing } from './stock.ts';
import type { Target } from './targets.ts';
import { type Low, lowOf } from './totals.ts';
import { stockAnswer } from './view-answer.ts';

/**
 * The stock of some partners as a coordinator looks at it, in numbers only. The server answers it to a desk that keeps nothing;
 * an enrolled laptop makes the same of its own records.
 */

/** What is owed, and to how many people: names are read where the session is. */
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

/** Something still out on loan; `n` is how many. `label` and `reason` are empty where nothing was said. */
export type LoanLine = Amount & {
  readonly id: string;
  readonly partner: string;
  readonly day: string;
  readonly by: string;
  readonly from: string;
  readonly label: string;
  readonly reason: string;
};

/** Stock that one partner passed to another; `from` and `to` are partners, not places. */
export type HandOver = Amount & {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly by: string;
};

/** The stock of all partners somebody coordinates, as the desk shows it. */
export type StockView = {
  /** An instant. */
  readonly at: string;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly sets: readonly Kept[];
  readonly places: readonly StockPlace[];
  readonly shelves: readonly Shelf[];
  readonly low: readonly Low[];
  readonly owed: readonly OwedLine[];
  readonly loans: readonly LoanLine[];
  /** What came back twice, or although it was never gone. */
  readonly doubts: readonly Mismatch[];
  readonly deliveries: readonly DeliveryLine[];
  readonly targets: readonly Target[];
  /** The last first. */
  readonly handedOver: readonly HandOver[];
};

/** The rows of those partners, and who they are. */
export type StockViewRows = PartnerRows & {
  readonly partners: readonly { readonly id: string; readonly name: string }[];
};

/** @param now an instant */
export function stockView(rows: StockViewRows, now: string): StockView {
  const { partners, sets } = rows;
  const all = partnerStocks(
    rows,
    partners.map(({ id }) => id),
    dayOf(now),
  );
  const shelves = all.flatMap((stock) => [...stock.shelves.values()]);
  return {
    at: now,
    partners,
    sets: sets.map(({ id, body }) => ({ id, body })),
    places: all.flatMap(({ places }) => places.filter(({ known }) => known).map(placeLine)),
    shelves,
    low: lowOf(sets, shelves),
    owed: all.flatMap(({ owed }) => owed.map(owedLine)),
    loans: all.flatMap(({ loans }) => loans.map(loanLine)),
    doubts: all.flatMap((stock) => stock.mismatches),
    deliveries: all.flatMap(({ deliveries }) => deliveries),
    targets: all.flatMap(({ targets }) => targets),
    handedOver: handedOverOf(all.flatMap(({ movements }) => movements)),
  };
}

/** Whose bag it is nobody at the desk asks for. */
const placeLine = ({ member: _, known: __, ...place }: KnownPlace): StockPlace => place;

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

/** Equipment as a coordinator looks at it. */
export const stockOfDesk = view({
  name: 'stock',
  summary: 'Sets, places, what is where, what is owed, lent, ordered and aimed at. Young people in numbers only.',
  types: ['set', 'holder', 'delivery', 'target', 'movement', 'transfer', 'stocktake', 'alias'],
  answer: stockAnswer,
  fold: ({ set, holder, delivery, target, movement, transfer, stocktake, alias }, { partners, now }) =>
    stockView(
      {
        partners: partners.map(({ id, name }) => ({ id, name })),
        sets: set,
        holders: holder,
        deliveries: delivery,
        targets: target,
        movements: [...movement, ...transfer],
        stocktakes: stocktake,
        aliases: alias,
      },
      now,
    ),
  sessionsOf,
  withSessions: withSites,
});
