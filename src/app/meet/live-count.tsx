import { useRead } from '#db/person.ts';
import { nameIn, readSetup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { readRegister } from '#features/register/queries.ts';

/** "Live: Windmill Hill, 14 here", for the strip over the bar. */
export function LiveCount({ session }: { session: ShownOf<'session'> }) {
  const live = useRead(
    async (tx) => {
      const [setup, found] = await Promise.all([readSetup(tx), readRegister(tx, session.id)]);
      return { place: nameIn(setup.sites, session.body.site), total: found?.register.all.total ?? 0 };
    },
    [session.id, session.body.site],
  );
  return live ? `Live: ${live.place}, ${live.total} here` : 'Live';
}
