import { EmergencySheet } from '#features/people/phone/emergency-sheet.tsx';
import { Register } from '#features/register/register.tsx';

/** The register; who to call and what to do is another feature's, so they meet here. */
export function RegisterScreen() {
  return (
    <Register
      emergency={(person, session, close) => <EmergencySheet person={person} session={session.id} onClose={close} />}
    />
  );
}
