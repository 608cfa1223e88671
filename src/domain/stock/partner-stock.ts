import { sameIn } from '#domain/people/alias.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerOf, partnerScope } from '#domain/records/scopes.ts';
import { type DeliveryState, deliveryState } from './deliveries.ts';
import { type KnownPlace, placesIn } from './places.ts';
import { type Mismatch, mismatches } from './questions.ts';
import type { Kept } from './sets.ts';
import {
  type Loan,
  loansOut,
  type Movement,
  type Owed,
  partsOwed,
  readStock,
  type Shelf,
  type Stocktake,
  stillOut,
  toOnePeople,
} from './stock.ts';
import { type Target, toTarget } from './targets.ts';

/** The stock of one partner, folded once: of it the phone's screens are made, and the desk's view in numbers only. */

/** A delivery with whose it is and how it was written down. */
export type DeliveryLine = DeliveryState & {
  readonly partner: string;
  readonly reference: string;
  /** The SHA-256 of the file it was read from; empty where it was typed. */
  readonly source: string;
};

/** All that follows from one partner's records of stock. Phone and server fold it from the same rows. */
export type PartnerStock = {
  readonly partner: string;
  /** Of the programme; closed ones too, which may still lie in a van. */
  readonly sets: readonly Kept[];
  /** Its own, and what others handed over to it. */
  readonly movements: readonly Movement[];
  readonly stocktakes: readonly Stocktake[];
  /** Its own only: a transfer brings the other partner's along. By `shelfKey`. */
  readonly shelves: ReadonlyMap<string, Shelf>;
  readonly places: readonly KnownPlace[];
  /** What was given out and has not come back; what is owed; what is lent. */
  readonly out: readonly Movement[];
  readonly owed: readonly Owed[];
  readonly loans: readonly Loan[];
  /** What came back twice, or although it was never gone. */
  readonly mismatches: readonly Mismatch[];
  readonly deliveries: readonly DeliveryLine[];
  readonly targets: readonly Target[];
};

/** Rows of partners' scopes by type, and of the programme's sets. */
export type PartnerRows = {
  readonly sets: readonly Kept[];
  readonly holders: readonly RowOf<'holder'>[];
  readonly deliveries: readonly RowOf<'delivery'>[];
  readonly targets: readonly RowOf<'target'>[];
  readonly movements: readonly RowOf<'movement' | 'transfer'>[];
  readonly stocktakes: readonly RowOf<'stocktake'>[];
  /** Which badges are of one person. */
  readonly aliases: readonly RowOf<'alias'>[];
};

/** Each of some partners, whose rows may stand among those of others. @param today a day */
export function partnerStocks(rows: PartnerRows, partners: readonly string[], today: string): PartnerStock[] {
  const { movements: read, stocktakes, shelves } = readStock(rows);
  const same = sameIn(rows.aliases, 'person');
  const movements = read.map((move) => toOnePeople(move, same));
  return partners.map((partner) => {
    const isOwn = ({ scope }: { readonly scope: string }) => scope === partnerScope(partner);
    const said = movements.filter((move) => move.partner === partner);
    const own = new Map([...shelves].filter(([, shelf]) => shelf.partner === partner));
    return {
      partner,
      sets: rows.sets,
      movements: movements.filter((move) => move.partner === partner || move.toPartner === partner),
      stocktakes: stocktakes.filter((count) => count.partner === partner),
      shelves: own,
      places: placesIn(partner, rows.holders.filter(isOwn), [...own.values()]),
      out: stillOut(said),
      owed: partsOwed(said),
      loans: loansOut(said),
      mismatches: mismatches(said, own),
      deliveries: rows.deliveries.filter(isOwn).map((row) => toDelivery(row, deliveryState(row, said, today, own))),
      targets: rows.targets.filter(isOwn).flatMap((row) => toTarget(row, partner) ?? []),
    };
  });
}

const toDelivery = ({ scope, body }: RowOf<'delivery'>, state: DeliveryState): DeliveryLine => ({
  ...state,
  partner: partnerOf(scope) ?? '',
  reference: body.reference ?? '',
  source: body.source ?? '',
});
