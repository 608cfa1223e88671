import { Link, useNavigate } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import { readsFamilies } from '#db/people.ts';
import { useRead } from '#db/person.ts';
import { readRunning } from '#db/running.ts';
import { othersAt, type Setup } from '#db/setup.ts';
import { nameOf } from '#domain/people/person.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import type { SaveDecision } from '#features/consent/forms/decide.ts';
import { useWithdraw, WithdrawFields } from '#features/consent/forms/withdraw.tsx';
import { type Consents, useConsents } from '#features/consent/queries.ts';
import { sayOnce } from '#forms/say-once.ts';
import { FormPage } from '#phone/form-page.tsx';
import { OfPerson } from '#phone/of-person.tsx';
import { keepHere } from '#phone/save.ts';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';

/** Taking back what was given: never more taps than giving it, and it holds from this moment. */
export const Withdraw = () => (
  <OfPerson title="Withdraw">
    {(known, setup) => <WithConsents key={known.person.id} known={known} setup={setup} />}
  </OfPerson>
);

function WithConsents({ known, setup }: { known: KnownPerson; setup: Setup }) {
  const consents = useConsents(known.person);
  const session = useRead(
    async (tx) => {
      const running = await readRunning(tx, Date.now());
      return running.find(({ scope }) => partnerOf(scope) === partnerOf(known.person.scope))?.id ?? null;
    },
    [known.person.scope],
  );
  if (!consents || session === undefined) return <PhonePage title="Withdraw" loading />;
  if (consents.asked.length === 0)
    return (
      <PhonePage title="Withdraw" back={(parts) => <Link to={`/people/${known.person.id}`} {...parts} />}>
        <Empty icon="paper" title="Nothing was asked yet">
          So there is nothing to take back.
        </Empty>
      </PhonePage>
    );
  const families = readsFamilies(setup.rights, known.person.scope);
  const team = othersAt(setup, known.person.scope);
  return <WithdrawForm known={known} consents={consents} session={session} families={families} team={team} />;
}

type WithdrawProps = {
  readonly known: KnownPerson;
  readonly consents: Consents;
  readonly session: string | null;
  /** Whether this phone holds who gave what. */
  readonly families: boolean;
  readonly team: ReturnType<typeof othersAt>;
};

const first: SaveDecision = (words, id, sayings) =>
  keepHere(words, () => sayOnce(id, sayings, ['decidedAt'], { first: true }));

function WithdrawForm({ known: { person, grownups }, consents, session, families, team }: WithdrawProps) {
  const navigate = useNavigate();
  const back = `/people/${person.id}`;
  const onSaved = () => void navigate(back, { replace: true });
  const { moment } = consents;
  const taking = useWithdraw({
    person,
    grownups,
    standing: consents,
    moment,
    session,
    team,
    families,
    save: first,
    onSaved,
  });
  if (!taking) return <PhonePage title="Withdraw" loading />;
  return (
    <FormPage
      form={taking.form}
      words={{}}
      title="Withdraw"
      subtitle={nameOf(person.body)}
      back={back}
      submit="Withdraw"
      foot={<small>It holds on this phone at once, and is sent before everything else.</small>}
    >
      <WithdrawFields {...taking} />
    </FormPage>
  );
}
