import { nameIn } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import type { KnownPlace } from '#domain/stock/places.ts';
import { dayOf } from '#domain/time.ts';
import type { Around } from '#features/boxes/queries.ts';
import type { Stock } from '#features/boxes/stock.ts';

/** Where giving out stands: for which session, out of which place. */
export type Outing = {
  readonly stock: Stock;
  readonly session: ShownOf<'session'> | null;
  /** Where there is none: a session of another of their partners that runs. */
  readonly elsewhere: ShownOf<'session'> | null;
  readonly place: KnownPlace;
  /** The day it is recorded for. */
  readonly day: string;
  /** The park, or that no session runs. */
  readonly title: string;
};

export function outingOf(stock: Stock, { session, running }: Around, place: KnownPlace): Outing {
  const elsewhere = session ? null : (running[0] ?? null);
  return {
    stock,
    session,
    elsewhere,
    place,
    day: session ? session.body.day : dayOf(Date.now()),
    title: session ? nameIn(stock.setup.sites, session.body.site) : elsewhere ? 'Without a session' : 'No session on',
  };
}

/** The address of a step, with what is known so far. */
export function giveAddress(
  session: ShownOf<'session'> | null,
  known: Readonly<Record<string, string | undefined>> = {},
): string {
  const parts = Object.entries({ session: session?.id, ...known }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return parts.length === 0 ? '/give' : `/give?${new URLSearchParams(parts.map(([name, value]) => [name, value]))}`;
}
