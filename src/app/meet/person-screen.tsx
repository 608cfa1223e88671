import { lazy, Suspense } from 'react';
import { PersonBoxes } from '#features/boxes/phone/person-boxes.tsx';
import { ConsentFlags, PersonConsents } from '#features/consent/phone/consents.tsx';
import { Person } from '#features/people/phone/person.tsx';

const HowAreThings = lazy(() =>
  import('#features/voice/phone/indicators/way.tsx').then(({ HowAreThings: item }) => ({ default: item })),
);

/** Somebody's page; what they were given, permit and can be asked are other features', so they meet here. */
export function PersonScreen() {
  return (
    <Person
      boxes={(person) => <PersonBoxes person={person} />}
      consents={(person) => <PersonConsents person={person} />}
      asks={(person) => (
        <Suspense>
          <HowAreThings person={person} />
        </Suspense>
      )}
      flags={(person) => <ConsentFlags person={person} />}
    />
  );
}
