import * as v from 'valibot';
import { codesOf, holderKinds, moveKinds } from '#domain/codes.ts';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';

/** The stock of the desk as it goes over the wire, for whoever asks the server for it. Its types are those of its fold. */

const amount = { set: text, n: number };
const stocktake = object({
  id: text,
  partner: text,
  holder: text,
  set: text,
  counted: number,
  movementTotal: number,
  seen: number,
  replaces: list(text),
  day: v.optional(text),
  at: text,
  by: text,
});
const shelf = object({
  partner: text,
  place: text,
  set: text,
  balance: number,
  movementTotal: number,
  moments: list(text),
  openCounts: list(stocktake),
  count: v.optional(stocktake),
  arrivedAfter: number,
});
const place = object({
  id: text,
  partner: text,
  name: text,
  kind: v.picklist([...codesOf(holderKinds), 'on loan']),
  code: text,
  closed: truth,
  recorded: truth,
});
const owed = object({
  ...amount,
  id: text,
  partner: text,
  box: text,
  kind: v.picklist([...codesOf(moveKinds), 'transferred']),
  day: text,
  session: text,
  site: text,
  people: number,
  place: text,
  label: text,
});
const loan = object({ ...amount, id: text, partner: text, day: text, by: text, from: text, label: text, reason: text });
const mismatch = object({
  id: text,
  kind: v.picklist(['lent', 'given out']),
  day: text,
  is: v.picklist(['twice', 'taken back']),
  n: number,
  partner: text,
  place: text,
  set: text,
});
const delivery = object({
  id: text,
  partner: text,
  supplier: text,
  promised: text,
  arrived: text,
  lines: list(object({ ...amount, due: number, over: number })),
  is: v.picklist(['due', 'late', 'in']),
  reference: text,
  source: text,
});

/** The view of stock as it stands on the wire: maps are lists there, and fields are never absent. */
export const stockAnswer = object({
  at: text,
  partners: list(object({ id: text, name: text })),
  sets: list(object({ id: text, body: v.record(text, v.unknown()) })),
  places: list(place),
  shelves: list(shelf),
  low: list(object({ partner: text, set: text, there: number, lowAt: number })),
  owed: list(owed),
  loans: list(loan),
  doubts: list(mismatch),
  deliveries: list(delivery),
  targets: list(object({ id: text, partner: text, n: number, from: text, by: text })),
  handedOver: list(object({ ...amount, id: text, from: text, to: text, day: text, by: text })),
});
