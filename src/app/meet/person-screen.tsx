import { PersonBoxes } from '#features/boxes/phone/person-boxes.tsx';
import { Person } from '#features/people/person.tsx';

/** Somebody's page; what they were given is another feature's, so they meet here. */
export function PersonScreen() {
  return <Person boxes={(person) => <PersonBoxes person={person} />} />;
}
