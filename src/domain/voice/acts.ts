import type { IdeaState, WishAge, WishKind } from '#domain/codes.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import type { Said } from '#domain/stock/acts.ts';
import type { Wish } from './wishes.ts';

/** What is said when young people or teams ask for something. */

/** Who is asked: at which session and park, on which day. A hand-over gives it the same. */
export type Asking = {
  readonly partner: string;
  readonly session: string | undefined;
  readonly site: string | undefined;
  readonly day: string;
};

export type Wished = { readonly kind: WishKind; readonly age: WishAge } & (
  | { readonly what: string }
  | { readonly words: string }
);

/** One young person wishes for one thing. @param at an instant */
export const wish = ({ partner, session, site, day }: Asking, wished: Wished, id: string, at: string): Said => ({
  op: 'fact',
  type: 'wish',
  id,
  scope: partnerScope(partner),
  body: { ...wished, n: 1, day, at, ...(session && { session }), ...(site && { site }) },
});

/** Takes a wish back; it names which, so that it is taken back once. */
export const takeWishBack = ({ id: undoes, partner, ...wished }: Wish, id: string, at: string): Said => {
  const { kind, age, what, words, n, day, session, site } = wished;
  const said = { kind, age, n, day, at, undoes };
  return {
    op: 'fact',
    type: 'wish',
    id,
    scope: partnerScope(partner),
    body: {
      ...said,
      ...(what === undefined ? { words } : { what }),
      ...(session && { session }),
      ...(site && { site }),
    },
  };
};

/** Something that is needed somewhere, for the coordinator to answer. */
export const hear = (
  { partner, day, session, site }: Asking,
  id: string,
  said: string,
  status: IdeaState = 'heard',
): Said => ({
  op: 'create',
  type: 'idea',
  id,
  scope: teamScope(partner),
  body: { said, day, status, ...(session && { session }), ...(site && { site }) },
});
