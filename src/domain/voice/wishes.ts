import * as v from 'valibot';
import { asSeen } from '#domain/as-seen.ts';
import type { WishAge, WishKind } from '#domain/codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { standingOf } from '#domain/records/taken-back.ts';
import { number, object, text } from '#domain/reports/answer.ts';
import { readInstant } from '#domain/time.ts';

/** What young people wish for: facts, summed. One that takes another back stands for nothing itself. */

/** A wish of young people; `n` of them made it at once. */
export type Wish = {
  readonly id: string;
  readonly partner: string;
  readonly kind: WishKind;
  readonly age: WishAge;
  /** A set or an activity, or else their own words. */
  readonly what?: string | undefined;
  readonly words?: string | undefined;
  readonly n: number;
  readonly site?: string | undefined;
  readonly session?: string | undefined;
  readonly day: string;
  readonly at: string;
  readonly by: string;
  readonly undoes?: string | undefined;
};

export const toWish = ({ id, by, scope, body }: RowOf<'wish'>): Wish => ({
  ...body,
  at: readInstant(body.at),
  id,
  by,
  partner: partnerOf(scope) ?? '',
});

/** Distinct wishes nobody took back. No partner takes back another's. */
export function standingWishes(wishes: readonly Wish[]): Wish[] {
  return standingOf(wishes, (meant, undoing) => meant.partner === undoing.partner);
}

/** One thing wished for, by age set. Own words that differ only in case or room are one. */
export const wishLineSchema = object({
  /** A code of `wishKinds`, or what a newer version put down. */
  kind: text,
  /** The record, or null for own words. */
  what: v.nullable(text),
  name: text,
  under10: number,
  over10: number,
  ageNotKnown: number,
  all: number,
});
export type WishLine = v.InferOutput<typeof wishLineSchema>;

/** What a wish is for: one thing, however it is written. */
export const wishKey = ({ kind, what, words = '' }: Pick<Wish, 'kind' | 'what' | 'words'>): string =>
  `${kind}|${what ?? ''}|${asSeen(words)}`;

/** T12: the most wished for first. @param nameOf the name of a set or activity */
export function wishLines(wishes: readonly Wish[], nameOf: (id: string) => string): WishLine[] {
  const own = (words: string) => words.trim().replace(/\s+/g, ' ');
  const lines = [...Map.groupBy(standingWishes(wishes), wishKey).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { kind, what, words = '' } = first;
    const of = (age: WishAge) => same.filter((wish) => wish.age === age).reduce((sum, { n }) => sum + n, 0);
    const [under10, over10, ageNotKnown] = [of('U10'), of('O10'), of('NK')] as const;
    const name = what === undefined ? own(words) : nameOf(what);
    return [{ kind, what: what ?? null, name, under10, over10, ageNotKnown, all: under10 + over10 + ageNotKnown }];
  });
  return lines.sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1));
}
