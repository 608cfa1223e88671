import { useParams } from 'react-router';
import { useOne } from '#db/person.ts';
import { useOnRegister } from '#features/consent/phone/on-register.ts';
import { EmergencySheet } from '#features/people/phone/emergency-sheet.tsx';
import { Register } from '#features/register/register.tsx';

/** The register; who to call, what to do and what is permitted are other features', so they meet here. */
export function RegisterScreen() {
  const { id = '' } = useParams();
  const shows = useOnRegister(useOne('session', id) ?? undefined);
  return (
    <Register
      shows={shows}
      emergency={(person, session, close) => <EmergencySheet person={person} session={session.id} onClose={close} />}
    />
  );
}
