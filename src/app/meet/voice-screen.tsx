import { handOver } from '#app/hand-over/begin.ts';
import { useShown } from '#db/person.ts';
import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { elements } from '#domain/records/row.ts';
import { useRegister } from '#features/register/queries.ts';
import { ChooseForm } from '#features/voice/phone/asking/choose.tsx';
import type { Here } from '#features/voice/phone/asking/make-pack.ts';
import { WayToGroup } from '#features/voice/phone/indicators/way.tsx';
import { OfSession } from '#phone/of-session.tsx';

/** What is asked at a session. Who is there is the register’s, and the form is handed over by the app. */
export const VoiceScreen = () => (
  <OfSession title="Ask them">{(session, setup) => <AtSession session={session} setup={setup} />}</OfSession>
);

function AtSession({ session, setup }: { readonly session: ShownOf<'session'>; readonly setup: Setup }) {
  const found = useRegister(session.id);
  const people = useShown('person');
  const details = useShown('details');
  if (!found || !people) return null;
  const languagesOf = new Map((details ?? []).map(({ body }) => [body.person, elements(body, 'language')]));
  const { presences, bands } = found.register;
  const here: Here = {
    people: people.flatMap(({ id, body: badge }) =>
      presences.get(id)?.state === 'here' ? { id, badge, languages: languagesOf.get(id) ?? [] } : [],
    ),
    counted: Object.fromEntries(Object.entries(bands).map(([band, { counted, overlap }]) => [band, counted - overlap])),
  };
  return (
    <ChooseForm
      session={session}
      setup={setup}
      here={here}
      more={<WayToGroup session={session} setup={setup} />}
      onHandOver={(pack) => handOver({ form: 'voice', pack, returnTo: `/s/${session.id}/ask` })}
    />
  );
}
