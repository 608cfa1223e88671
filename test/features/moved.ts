import { say } from '#db/person.ts';
import type { ShownOf } from '#db/shown.ts';
import type { Entry } from '#domain/records/entry.ts';
import * as acts from '#domain/stock/acts.ts';
import { occasionAt } from '#features/boxes/actions.ts';

type Meant = { readonly partner: string; readonly session: ShownOf<'session'> | null };

/** Movements said on the phone in hand, as its forms say them. */
export const move = ({ partner, session }: Meant, moves: readonly acts.Moving[]): Promise<Entry> => {
  const occasion = occasionAt(partner, session);
  return say(moves.map((each) => acts.move(occasion, each)));
};
