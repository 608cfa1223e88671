import { BoxesWithYou } from '#features/boxes/phone/with-you.tsx';
import { VolunteerHome } from '#features/sessions/phone/home/volunteer-home.tsx';

/** The volunteer's three buttons; how many boxes are with them is another feature's, so they meet here. */
export function VolunteerScreen() {
  return <VolunteerHome boxes={(session) => <BoxesWithYou session={session} />} />;
}
