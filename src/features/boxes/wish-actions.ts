import { newId, say, sayIfAny } from '#db/person.ts';
import { shownOf } from '#db/shown.ts';
import type { WishAge, WishKind } from '#domain/codes.ts';
import type { Entry } from '#domain/records/entry.ts';
import { fact } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { toInstant } from '#domain/time.ts';
import { standingWishes, toWish } from '#domain/voice/wishes.ts';

/** What is asked: whose age, at which session and park. A hand-over gives it the same. */
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

const body = ({ session, site, day }: Asking, wished: Wished) => ({
  ...wished,
  n: 1,
  day,
  at: toInstant(Date.now()),
  ...(session && { session }),
  ...(site && { site }),
});

/** One young person wishes for one thing. */
export const wish = (asking: Asking, wished: Wished): Promise<Entry> =>
  say([fact('wish', newId(), partnerScope(asking.partner), body(asking, wished))]);

/** Takes a wish back; it names which, so that it is taken back once. Null where somebody did so before. */
export const takeWishBack = (asking: Asking, wished: Wished, entry: Entry): Promise<Entry | null> =>
  sayIfAny(async (tx) => {
    const wishes = (await shownOf(tx, 'wish', asking.session)).map(toWish);
    const stands = new Set(standingWishes(wishes).map(({ id }) => id));
    return entry.writes
      .filter(({ id }) => stands.has(id))
      .map(({ id }) => fact('wish', newId(), partnerScope(asking.partner), { ...body(asking, wished), undoes: id }));
  });
