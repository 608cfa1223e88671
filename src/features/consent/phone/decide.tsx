import { Link, useNavigate, useSearchParams } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import { newId, openPerson } from '#db/person.ts';
import { othersAt, type Setup } from '#db/setup.ts';
import { maySayMistake, readLimits } from '#domain/people/consents/acts.ts';
import type { ConsentFact } from '#domain/people/consents/in-force.ts';
import { nameOf } from '#domain/people/person.ts';
import { newestSource } from '#domain/people/wordings/versions.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import { coordinates } from '#domain/records/access.ts';
import type { SaveDecision } from '#features/consent/forms/decide.ts';
import { GillickFields, useGillick } from '#features/consent/forms/gillick.tsx';
import { useMistake } from '#features/consent/forms/mistake.tsx';
import { Limits, type ToDecide, toDecide } from '#features/consent/forms/open.tsx';
import { SettleFields, useSettle } from '#features/consent/forms/settle.tsx';
import { WhyFields } from '#features/consent/forms/why.tsx';
import { type Consents, useConsents } from '#features/consent/queries.ts';
import { purposeWords } from '#features/consent/words.ts';
import { sayOnce } from '#forms/say-once.ts';
import { saySaid } from '#phone/done.ts';
import { FormPage } from '#phone/form-page.tsx';
import { OfPerson } from '#phone/of-person.tsx';
import { keepHere } from '#phone/save.ts';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';

/** What is decided about answers by those who did not give them: a note, an error, and what a coordinator settles or reads. */

const keep: SaveDecision = (words, id, sayings) => keepHere(words, () => sayOnce(id, sayings));

type Props = { readonly known: KnownPerson; readonly setup: Setup; readonly consents: Consents };

function withConsents(title: string, Draw: (props: Props) => React.ReactNode) {
  function WithConsents({ known, setup }: Omit<Props, 'consents'>) {
    const consents = useConsents(known.person);
    return consents ? <Draw known={known} setup={setup} consents={consents} /> : <PhonePage title={title} loading />;
  }
  return () => (
    <OfPerson title={title}>
      {(known, setup) => <WithConsents key={known.person.id} known={known} setup={setup} />}
    </OfPerson>
  );
}

/** Nothing to decide here, and why. */
function Nothing({ title, back, why }: { title: string; back: string; why: string }) {
  return (
    <PhonePage title={title} back={(parts) => <Link to={back} {...parts} />}>
      <Empty icon="paper" title={why} />
    </PhonePage>
  );
}

export const GillickNote = withConsents('They understand it', Gillick);

function Gillick({ known: { person }, setup, consents }: Props) {
  const navigate = useNavigate();
  const back = `/people/${person.id}`;
  const leave = () => void navigate(`${back}/consent`, { replace: true });
  const form = useGillick({ person, moment: consents.moment, save: keep, onSaved: leave });
  const team = othersAt(setup, person.scope);
  const asked = newestSource(consents.wordings)?.document.purposes ?? [];
  const allowed = asked.filter(({ gillick }) => gillick).map(({ purpose }) => purpose);
  if (!form) return <PhonePage title="They understand it" loading />;
  if (allowed.length === 0)
    return <Nothing title="They understand it" back={back} why="The wording lets no note answer anything" />;
  return (
    <FormPage
      form={form}
      words={{}}
      title="They understand it"
      subtitle={nameOf(person.body)}
      back={back}
      submit="Save the note"
    >
      <GillickFields form={form} person={person} allowed={allowed} team={team} />
    </FormPage>
  );
}

export const EnteredInError = withConsents('Never given', InError);

function InError({ known: { person }, setup, consents }: Props) {
  const [parameters] = useSearchParams();
  const back = `/people/${person.id}/consent/history`;
  const decision = consents.said.consents.find(({ id }) => id === parameters.get('consent'));
  const who = { member: openPerson().profile.member, coordinates: coordinates(setup.rights) };
  if (!decision || !maySayMistake(decision, who))
    return <Nothing title="Never given" back={back} why="Choose a decision from the history" />;
  return <ErrorForm person={person} decision={decision} who={who} consents={consents} back={back} />;
}

type ErrorProps = Pick<Props, 'consents'> & {
  readonly person: KnownPerson['person'];
  readonly decision: ConsentFact;
  readonly who: { readonly member: string; readonly coordinates: boolean };
  readonly back: string;
};

function ErrorForm({ person, decision, who, consents, back }: ErrorProps) {
  const navigate = useNavigate();
  const leave = () => void navigate(back, { replace: true });
  const form = useMistake({ person, decision, who, moment: consents.moment, save: keep, onSaved: leave });
  if (!form) return <PhonePage title="Never given" loading />;
  return (
    <FormPage
      form={form}
      words={{}}
      title="Never given"
      subtitle={nameOf(person.body)}
      back={back}
      submit="It was entered in error"
    >
      <Remark>
        {purposeWords(decision.body.purpose)}. It counts as never said, and stays in the history, struck through. It is
        no withdrawal.
      </Remark>
      <WhyFields form={form} />
    </FormPage>
  );
}

export const Decide = withConsents('To decide', DecideFor);

function DecideFor({ known: { person }, setup, consents }: Props) {
  const [parameters] = useSearchParams();
  const back = `/people/${person.id}`;
  const { settle, limits } = toDecide(consents);
  const chosen = purposes.find(([code]) => code === parameters.get('purpose'))?.[0];
  if (!coordinates(setup.rights)) return <Nothing title="To decide" back={back} why="A coordinator decides this" />;
  if (chosen && settle.some(({ purpose }) => purpose === chosen))
    return (
      <SettleForm key={chosen} person={person} purpose={chosen} consents={consents} back={`${back}/consent/decide`} />
    );
  if (settle.length + limits.length === 0) return <Nothing title="To decide" back={back} why="Nothing to decide" />;
  return (
    <PhonePage title="To decide" subtitle={nameOf(person.body)} back={(parts) => <Link to={back} {...parts} />}>
      <Stack>
        {settle.map(({ purpose, why }) => (
          <div key={purpose}>
            <SectionTitle>{why}</SectionTitle>
            <Link to={`${back}/consent/decide?purpose=${purpose}`}>
              Settle {purposeWords(purpose).toLocaleLowerCase('en-GB')}
            </Link>
          </div>
        ))}
        {limits.map((each) => (
          <ReadLimits key={each.purpose} person={person} of={each} consents={consents} />
        ))}
      </Stack>
    </PhonePage>
  );
}

type OnePurpose = Pick<Props, 'consents'> & { readonly person: KnownPerson['person']; readonly purpose: Purpose };

function SettleForm({ person, purpose, consents, back }: OnePurpose & { readonly back: string }) {
  const navigate = useNavigate();
  const { said, moment } = consents;
  const leave = () => void navigate(`/people/${person.id}`, { replace: true });
  const settling = useSettle({ person, purpose, said, moment, save: keep, onSaved: leave });
  if (!settling) return <PhonePage title="Parents differ" loading />;
  return (
    <FormPage
      form={settling.form}
      words={{}}
      title="Parents differ"
      subtitle={purposeWords(purpose)}
      back={back}
      submit="Settle it"
    >
      <SettleFields {...settling} />
    </FormPage>
  );
}

type ReadLimitsProps = Pick<OnePurpose, 'person' | 'consents'> & { readonly of: ToDecide['limits'][number] };

function ReadLimits({ person, of, consents: { said, moment } }: ReadLimitsProps) {
  const read = useOnce((allows: boolean) =>
    saySaid(
      allows ? 'It may' : 'It may not',
      of.decisions.flatMap((each) =>
        readLimits(person, each, allows, said, { at: moment.now, day: moment.day, newId }),
      ),
    ),
  );
  return <Limits {...of} onRead={(allows) => void read(allows)} />;
}
