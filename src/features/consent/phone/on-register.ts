import { useRead } from '#db/person.ts';
import type { ShownOf } from '#db/shown.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { type Badges, readBadges, readBlock } from '#features/consent/queries.ts';

/** What a register shows of permissions: only what a worker must act on now. */

const photos = ['photoInternal', 'photoPublic'] as const;

/** Whether no photo may be taken of somebody. Who was never asked anything has the paper for it, not the camera as well. */
export function isNoPhotos({ may, asks }: Badges, person: string): boolean {
  const isKnown = may(person, 'takePart') === 'may';
  return photos.some((purpose) => {
    const said = may(person, purpose);
    return asks.has(purpose) && (said === 'mayNot' || (said === 'missing' && isKnown));
  });
}

const isMissing = ({ may, asks }: Badges, person: string): boolean =>
  asks.has('takePart') && may(person, 'takePart') === 'missing';

/** One flag: its shape, and what it says. */
type Shown = { readonly icon: 'medical' | 'no-camera' | 'paper'; readonly words: string };

/** The flags of everybody, each set one object for as long as it says the same: a row that did not change is not drawn again. */
function flagsFrom(badges: Badges): (person: string) => readonly Shown[] {
  const { oldSince } = badges;
  const noPhotos = oldSince ? `No photos: not sure since ${shortDay(oldSince, dayOf(Date.now()))}` : 'No photos';
  const sets = new Map<string, readonly Shown[]>();
  return (person) => {
    const flags: Shown[] = [
      ...(badges.isMedical(person) ? [{ icon: 'medical', words: 'Allergy or medical need' } as const] : []),
      ...(isNoPhotos(badges, person) ? [{ icon: 'no-camera', words: noPhotos } as const] : []),
      ...(isMissing(badges, person) ? [{ icon: 'paper', words: 'Consent missing' } as const] : []),
    ];
    const key = flags.map(({ icon }) => icon).join();
    const known = sets.get(key) ?? flags;
    sets.set(key, known);
    return known;
  };
}

const none: readonly Shown[] = [];

const nobody = { flags: () => none, block: () => null };

/** What the register of a session shows of everybody, and who is kept from what it plays. */
export function useOnRegister(session: ShownOf<'session'>) {
  const found = useRead(
    async (tx) => {
      const badges = await readBadges(tx, session.scope);
      return { flags: flagsFrom(badges), block: await readBlock(tx, session, badges) };
    },
    [session],
  );
  return found ?? nobody;
}
