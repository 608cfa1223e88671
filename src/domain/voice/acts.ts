import type { WishAge, WishKind } from '#domain/codes.ts';
import { fact, type Saying } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import type { Wish } from './wishes.ts';

/** What is said when young people wish for something. */

/** Who is asked: at which session and park, on which day. A hand-over gives it the same. */
export type Asking = {
  readonly partner: string;
  readonly session: string | undefined;
  readonly site: string | undefined;
  readonly day: string;
};

/** What is wished for: a set or an activity by its id in `what`, else in their own words. */
export type Wished = { readonly kind: WishKind; readonly age: WishAge } & (
  | { readonly what: string }
  | { readonly words: string }
);

/** One young person wishes for one thing. @param at an instant */
export const wish = ({ partner, session, site, day }: Asking, wished: Wished, id: string, at: string): Saying =>
  fact('wish', id, partnerScope(partner), { ...wished, n: 1, day, at, session, site });

/** Takes a wish back; it names which, so that it is taken back once. */
export const takeWishBack = (
  { id: undoes, partner, kind, age, what, words, n, day, session, site }: Wish,
  id: string,
  at: string,
): Saying => fact('wish', id, partnerScope(partner), { kind, age, what, words, n, day, at, session, site, undoes });
