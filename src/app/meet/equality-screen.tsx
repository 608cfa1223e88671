import { handOver } from '#app/hand-over/begin.ts';
import type { KnownPerson } from '#db/families.ts';
import type { Setup } from '#db/setup.ts';
import { mayFor } from '#domain/people/consents/standing.ts';
import { useConsents } from '#features/consent/queries.ts';
import { AskEquality } from '#features/people/phone/equality/ask.tsx';
import { OfPerson } from '#phone/of-person.tsx';

/** Equality questions of one person. Whether they may be asked is another feature’s, and the form is handed over by the app. */
export const EqualityScreen = () => (
  <OfPerson title="Equality questions">{(known, setup) => <OfOne known={known} setup={setup} />}</OfPerson>
);

function OfOne({ known, setup }: { known: KnownPerson; setup: Setup }) {
  const inForce = useConsents(known.person)?.all.equality;
  if (!inForce) return null;
  return (
    <AskEquality
      known={known}
      setup={setup}
      mayNot={mayFor(inForce) === 'mayNot'}
      onHandOver={(pack, returnTo) => handOver({ form: 'equality', pack, returnTo })}
    />
  );
}
