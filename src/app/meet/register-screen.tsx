import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { useOne } from '#db/person.ts';
import type { ShownOf } from '#db/shown.ts';
import { useOnRegister } from '#features/consent/phone/on-register.ts';
import { EmergencySheet } from '#features/people/phone/emergency-sheet.tsx';
import { Register, type RegisterProps } from '#features/register/register.tsx';

const ToTell = lazy(() =>
  import('#features/voice/phone/tell/to-tell.tsx').then(({ ToTell: items }) => ({ default: items })),
);

const toTell: RegisterProps['toTell'] = (session) => (
  <Suspense>
    <ToTell sessions={[session]} />
  </Suspense>
);

const emergency: RegisterProps['emergency'] = (person, session, close) => (
  <EmergencySheet person={person} session={session.id} onClose={close} />
);

/** The register; who to call, what is permitted and what is to be told are other features', so they meet here. */
export function RegisterScreen() {
  const { id = '' } = useParams();
  const session = useOne('session', id);
  return session ? <OfSession session={session} /> : <Register emergency={emergency} toTell={toTell} shows={nothing} />;
}

const nothing: RegisterProps['shows'] = { flags: () => [], block: () => null };

const OfSession = ({ session }: { session: ShownOf<'session'> }) => (
  <Register emergency={emergency} toTell={toTell} shows={useOnRegister(session)} />
);
