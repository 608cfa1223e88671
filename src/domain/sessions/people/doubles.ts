import * as v from 'valibot';
import { eachOnce, nobodyTwice, type SameIn, sameIn } from '#domain/people/alias.ts';
import { guardianIds } from '#domain/people/family.ts';
import { likelyPairs } from '#domain/people/likely.ts';
import { nameOf } from '#domain/people/person.ts';
import { phonesIn } from '#domain/people/phones.ts';
import { folded } from '#domain/people/search.ts';
import type { BodyOf, RowOf } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { list, number, object, stored, text } from '#domain/reports/answer.ts';
import { type RowsByType, view } from '#domain/reports/view.ts';
import { dayOf } from '#domain/time.ts';
import { familiesAround, familyTypes } from './around.ts';
import { togetherBy } from './list.ts';
import { visitsOf } from './visits.ts';

/** Who may be one person, and who was said to be: children by name, age and park; parents by name or number. */

const sideSchema = object({
  id: text,
  scope: text,
  name: text,
  /** Of a child; -1 where it is a grown-up, who has no badge. */
  leaf: number,
  colour: number,
  /** What tells the two apart, in words a coordinator can check: numbers, days, whose parent. */
  born: text,
  fullName: text,
  phone: text,
  language: text,
  last: text,
  times: number,
  children: list(text),
});
/** One of two that may be the same. */
export type DoubleSide = v.InferOutput<typeof sideSchema>;

const pairSchema = object({
  of: v.picklist(['person', 'guardian']),
  one: sideSchema,
  other: sideSchema,
});
/** Two that may be one, or were said to be. */
export type DoublePair = v.InferOutput<typeof pairSchema>;

const factSchema = object({ id: text, body: stored<BodyOf<'alias'>>() });
const answer = object({
  at: text,
  /** The likeliest first. */
  likely: list(pairSchema),
  /** How many more there are: those above are looked at first. */
  left: number,
  joined: list(pairSchema),
  /** What was said of anybody, for what a new word replaces. */
  facts: list(factSchema),
});
/** The duplicates as the desk shows them. */
export type Doubles = v.InferOutput<typeof answer>;

type Guardian = RowOf<'guardian'>;

const numberOf = ({ body }: Guardian): string =>
  phonesIn(body.phone ?? '')[0]?.dialled.replace(/^(\+44|0044)/, '0') ?? '';

/** Grown-ups with one telephone number, or with one full name: a number is often a family’s, so the first letter must fit. */
function guardianPairs(guardians: readonly Guardian[], same: SameIn): [Guardian, Guardian][] {
  const open = guardians.filter((row) => !isClosed(row) && same(row.scope).headOf(row.id) === row.id);
  const keys = ({ scope, body }: Guardian, value: string) =>
    value === '' ? [] : [`${scope} ${value} ${folded(body.name).charAt(0)}`];
  const pairs = new Map<string, [Guardian, Guardian]>();
  for (const keysOf of [(row: Guardian) => keys(row, numberOf(row)), (row: Guardian) => keys(row, fullNameOf(row))]) {
    const groups = new Map<string, Guardian[]>();
    for (const row of open) for (const key of keysOf(row)) groups.set(key, [...(groups.get(key) ?? []), row]);
    for (const near of groups.values())
      for (const [at, one] of near.entries())
        for (const other of near.slice(at + 1))
          if (!same(one.scope).areTwo(one.id, other.id) && !numbersDiffer(one, other))
            pairs.set([one.id, other.id].sort().join(' '), [one, other]);
  }
  return [...pairs.values()];
}

/** A name of one word says too little by itself. */
const fullNameOf = ({ body }: Guardian): string => (folded(body.name).includes(' ') ? folded(body.name) : '');

/** Two numbers that differ speak against it. */
const numbersDiffer = (one: Guardian, other: Guardian): boolean =>
  numberOf(one) !== '' && numberOf(other) !== '' && numberOf(one) !== numberOf(other);

/** Everybody who was joined to the record that stands for them. */
const joinedPairs = <Row extends { readonly id: string; readonly scope: string }>(
  rows: readonly Row[],
  same: SameIn,
) => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.flatMap((row): [Row, Row][] => {
    const head = byId.get(same(row.scope).headOf(row.id));
    return head && head !== row ? [[head, row]] : [];
  });
};

type Rows = RowsByType<(typeof familyTypes)[number] | 'mark'>;

/** How each record is told from the other, every badge by itself: what was joined is shown as the two it was. */
function sidesOf({ mark, ...rows }: Rows) {
  const apart = familiesAround({ ...rows, alias: rows.alias.filter(({ body }) => body.of === 'guardian') });
  const visits = visitsOf(mark, () => nobodyTwice);
  const children = new Map<string, string[]>();
  for (const person of apart.people)
    for (const id of guardianIds(apart.knownOf(person).details))
      children.set(id, [...(children.get(id) ?? []), nameOf(person.body)]);
  return {
    person: (person: RowOf<'person'>): DoubleSide => {
      const { details, calls } = apart.knownOf(person);
      const own = visits.get(person.id) ?? [];
      return {
        ...{ id: person.id, scope: person.scope, name: nameOf(person.body), language: '', children: [] },
        ...{ leaf: person.body.leaf ?? 0, colour: person.body.colour ?? 0 },
        ...{ born: details.born ?? '', fullName: details.fullName ?? '' },
        ...{ phone: calls[0]?.phones[0] ?? '', last: own[0]?.day ?? '', times: own.length },
      };
    },
    guardian: ({ id, scope, body }: Guardian): DoubleSide => ({
      ...{ id, scope, name: body.name, leaf: -1, colour: -1, born: '', fullName: '', last: '', times: 0 },
      ...{ phone: body.phone ?? '', language: body.language ?? '', children: children.get(id) ?? [] },
    }),
  };
}

/** Pairs handed out at once: nobody looks at more in a day. */
const most = 200;

/** The duplicates of the partners whose names are shared. */
export const doublesOfDesk = view({
  name: 'doubles',
  summary:
    'Records that may be of one person or one parent, and those that were said to be; of partners that share names.',
  types: [...familyTypes, 'mark'],
  answer,
  fold: (rows, { partners, now }): Doubles => {
    const shared = new Set(partners.flatMap(({ id, families }) => (families ? [id] : [])));
    const isShared = ({ scope }: { readonly scope: string }) => shared.has(partnerOf(scope) ?? '');
    const [same, sameGuardian] = [sameIn(rows.alias, 'person'), sameIn(rows.alias, 'guardian')];
    const people = rows.person.filter((row) => isShared(row));
    const guardians = rows.guardian.filter(isShared);
    const wereTogether = togetherBy(visitsOf(rows.mark, same));
    const side = sidesOf(rows);
    const open = eachOnce(people, same).filter((row) => !isClosed(row));
    const likely = [...Map.groupBy(open, ({ scope }) => scope)].flatMap(([scope, own]) =>
      likelyPairs(own, dayOf(now), { areTwo: same(scope).areTwo, wereTogether }),
    );
    const grownups = guardianPairs(guardians, sameGuardian);
    const pair = {
      person: ([one, other]: readonly [RowOf<'person'>, RowOf<'person'>]): DoublePair => ({
        ...{ of: 'person', one: side.person(one), other: side.person(other) },
      }),
      guardian: ([one, other]: readonly [Guardian, Guardian]): DoublePair => ({
        ...{ of: 'guardian', one: side.guardian(one), other: side.guardian(other) },
      }),
    };
    return {
      at: now,
      likely: [
        ...grownups.slice(0, most).map(pair.guardian),
        ...likely.slice(0, most).map(({ one, other }) => pair.person([one, other])),
      ],
      left: Math.max(0, likely.length - most) + Math.max(0, grownups.length - most),
      joined: [
        ...joinedPairs(people, same).map(pair.person),
        ...joinedPairs(guardians, sameGuardian).map(pair.guardian),
      ],
      facts: rows.alias
        .filter((row) => isShared(row) && (row.body.of === 'person' || row.body.of === 'guardian'))
        .map(({ id, body }) => ({ id, body })),
    };
  },
  sessionsOf: () => [],
  withSessions: (all) => all,
});
