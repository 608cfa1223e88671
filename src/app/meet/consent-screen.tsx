import { handOver } from '#app/hand-over/begin.ts';
import { ConsentStart } from '#features/consent/phone/start/start.tsx';

/** Before a sitting; the form is handed over by the app. */
export function ConsentScreen() {
  return <ConsentStart onHandOver={(pack, returnTo) => handOver({ form: 'consent', pack, returnTo })} />;
}
