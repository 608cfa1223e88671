import { PersonBoxes } from '#features/boxes/phone/person-boxes.tsx';
import { ConsentFlags, PersonConsents } from '#features/consent/phone/consents.tsx';
import { Person } from '#features/people/phone/person.tsx';

/** Somebody's page; what they were given and what they permit are other features', so they meet here. */
export function PersonScreen() {
  return (
    <Person
      boxes={(person) => <PersonBoxes person={person} />}
      consents={(person) => <PersonConsents person={person} />}
      flags={(person) => <ConsentFlags person={person} />}
    />
  );
}
