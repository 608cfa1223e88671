import { useNavigate, useParams } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import { readPeople, readSame, readSameGuardian } from '#db/people.ts';
import { useRead } from '#db/person.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { guardianIds } from '#domain/people/family.ts';
import { nameOf } from '#domain/people/person.ts';
import { findNames, indexNames } from '#domain/people/search.ts';
import { relationships } from '#domain/people-codes.ts';
import { isClosed } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { GuardianFields, guardianWords, useGuardian, withoutGuardian } from '#features/people/forms/guardian.tsx';
import { saySaid } from '#phone/done.ts';
import { FormPage } from '#phone/form-page.tsx';
import { OfPerson } from '#phone/of-person.tsx';
import { Button } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { useOnce } from '#ui/once.ts';
import { PhonePage } from '#ui/page.tsx';
import { saveChanges } from './save.ts';

/** A parent or carer of a child: one that a brother or sister has, or somebody new. */
export const EditGuardian = () => (
  <OfPerson title="Parent or carer">{(known) => <GuardianForm known={known} />}</OfPerson>
);

function GuardianForm({ known }: { known: KnownPerson }) {
  const { guardian = 'new' } = useParams();
  const navigate = useNavigate();
  const { person, grownups } = known;
  const own = grownups.find(({ id, links }) => id === guardian || links.includes(guardian));
  const back = `/people/${person.id}/edit`;
  const leave = () => void navigate(back, { replace: true });
  const form = useGuardian({ ...known, known: own, families: true, save: saveChanges, onSaved: leave });
  const others = useOthers(
    person,
    grownups.flatMap(({ links }) => links),
  );
  const remove = useOnce(async () => {
    if (own && (await saySaid(`${own.name} removed`, withoutGuardian(known, own))) === null) leave();
  });
  if (!form || !others) return <PhonePage title="Parent or carer" loading />;
  const { chosen, name } = form.values;
  const choose = (id: string) => form.change({ chosen: id });
  return (
    <FormPage
      form={form}
      words={guardianWords}
      title={own ? own.name : 'Parent or carer'}
      subtitle={nameOf(person.body)}
      back={back}
      submit="Save"
      below={
        own && (
          <Button wide kind="quiet" onClick={() => void remove()}>
            They answer for {nameOf(person.body)} no longer
          </Button>
        )
      }
    >
      <GuardianFields
        form={form}
        child={nameOf(person.body)}
        alike={!own && <Alike others={others} typed={name} chosen={chosen} onChoose={choose} />}
      />
    </FormPage>
  );
}

/** A grown-up of another child, and whose: `mother of Adil K`. */
type Other = { readonly id: string; readonly name: string; readonly of: string };

/** Grown-ups of this partner’s other children, each once. */
function useOthers({ id: person, scope }: ShownOf<'person'>, linked: readonly string[]): readonly Other[] | undefined {
  return useRead(
    async (tx) => {
      const [guardians, details, people, samePerson, sameGuardian] = await Promise.all([
        shownOf(tx, 'guardian'),
        shownOf(tx, 'details'),
        readPeople(tx),
        readSame(tx),
        readSameGuardian(tx),
      ]);
      const { headOf } = sameGuardian(scope);
      const names = new Map(people.map(({ id, body }) => [id, nameOf(body)]));
      const children = details.flatMap(({ body }) => {
        const child = samePerson(scope).headOf(body.person);
        return child === person
          ? []
          : guardianIds(body).map((id) => ({ id: headOf(id), child, is: body[`guardian/${id}`]?.is }));
      });
      const of = Map.groupBy(children, ({ id }) => id);
      const mine = new Set(linked.map(headOf));
      return guardians
        .filter((each) => partnerOf(each.scope) === partnerOf(scope) && headOf(each.id) === each.id)
        .filter((each) => !mine.has(each.id) && !isClosed(each))
        .map(({ id, body }) => {
          const whose = (of.get(id) ?? []).map(({ child, is }) => {
            const who = relationships.find(([code]) => code === is)?.[1] ?? 'Grown-up';
            return `${who.toLocaleLowerCase('en-GB')} of ${names.get(child) ?? 'somebody not known here'}`;
          });
          return { id, name: body.name, of: whose.join(', ') };
        });
    },
    [person, scope, linked.join()],
  );
}

/** Letters before anybody is offered: a list of all parents is nothing to hold up in a park. */
const offeredFrom = 3;
const offeredAtMost = 3;

type AlikeProps = {
  readonly others: readonly Other[];
  readonly typed: string;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
};

function Alike({ others, typed, chosen, onChoose }: AlikeProps) {
  const one = others.find(({ id }) => id === chosen);
  if (chosen !== '')
    return (
      <SplitCard
        kind="info"
        lead={<Icon name="people" />}
        strong={one?.name ?? 'Somebody not known here'}
        under={one?.of}
        action={
          <Button size="inline" onClick={() => onChoose('')}>
            Change
          </Button>
        }
      />
    );
  if (typed.trim().length < offeredFrom) return null;
  const index = indexNames(others, ({ name }) => name);
  return findNames(index, typed)
    .slice(0, offeredAtMost)
    .map(({ id, name, of }) => (
      <SplitCard
        key={id}
        kind="info"
        lead={<Icon name="people" />}
        over="Somebody we know?"
        strong={name}
        under={of}
        action={
          <Button size="inline" aria-label={`It is ${name}, ${of}`} onClick={() => onChoose(id)}>
            It is them
          </Button>
        }
      />
    ));
}
