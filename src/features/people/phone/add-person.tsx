import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { readsFamilies, usePeople } from '#db/people.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { ageBands, wordsOf } from '#domain/codes.ts';
import { couldBe, likelyTo } from '#domain/people/likely.ts';
import { bandOn, nameOf } from '#domain/people/person.ts';
import { findNames, indexNames } from '#domain/people/search.ts';
import type { Saying } from '#domain/records/say.ts';
import { type Adding, badge, badgeHint, mintedInBadge, problemsWith, typedBadge } from '#features/people/actions.ts';
import { GenderField } from '#features/people/forms/gender-field.tsx';
import { useForm } from '#forms/form.tsx';
import { sayOnce } from '#forms/say-once.ts';
import { FormPage } from '#phone/form-page.tsx';
import { OfSession } from '#phone/of-session.tsx';
import { keepHere } from '#phone/save.ts';
import { Button } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Tick } from '#ui/choice.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { PhonePage } from '#ui/page.tsx';

export type AddPersonProps = {
  /** What was typed into the search. */
  readonly carried: string;
  /** Somebody was added and not marked: the register is to show them. */
  readonly onAdded: (session: string, name: string) => void;
  /** Marks somebody here in the same save as their badge; somebody who has that badge already is not added again. */
  readonly mark: (session: ShownOf<'session'>, person: string, badge?: Saying) => Promise<void>;
};

/** Adding somebody in one screen, and marking them here. What they are called comes first. */
export const AddPerson = (props: AddPersonProps) => (
  <OfSession title="Add someone" changes>
    {(session, setup) => <AddForm session={session} setup={setup} {...props} />}
  </OfSession>
);

const empty: Adding = { called: '', age: '', gender: '' };
const words = { called: 'What they are called', age: 'How old', gender: 'Gender', hasNeed: 'Has a need' };

function AddForm({
  session,
  setup,
  carried,
  onAdded,
  mark,
}: AddPersonProps & { session: ShownOf<'session'>; setup: Setup }) {
  const navigate = useNavigate();
  const back = `/s/${session.id}`;
  const writesNeeds = readsFamilies(setup.rights, session.scope);
  // Read when it is saved: the form is empty by the time that it says so.
  const hasNeed = useRef(false);
  const notYet = useRef('');
  const form = useForm<Adding>({
    name: `add ${session.id}`,
    now: empty,
    ...(carried && { carried: { called: carried } }),
    judge: problemsWith,
    save: (adding, { id }) => {
      hasNeed.current = adding.hasNeed === true;
      notYet.current = adding.notYet ? adding.called : '';
      const made = badge(id, adding, session.scope, session.body.site);
      return keepHere(adding.called, () =>
        adding.notYet ? sayOnce(id, [made], mintedInBadge) : mark(session, id, made),
      );
    },
    onSaved: (id) => {
      if (notYet.current) onAdded(session.id, notYet.current);
      navigate(hasNeed.current ? `/people/${id}/edit/needs` : back, { replace: true });
    },
  });
  const same = useOnce(async (person: ShownOf<'person'>) => {
    if (!(await attempt(nameOf(person.body), () => mark(session, person.id)))) return;
    await form?.drop();
    navigate(back, { replace: true });
  });
  if (!form) return <PhonePage title="Add someone" loading />;
  const { called } = form.values;
  return (
    <FormPage
      form={form}
      words={words}
      title="Add someone"
      subtitle={nameIn(setup.sites, session.body.site)}
      back={back}
      submit="Save and mark here"
      submitAs={{ notYet: false }}
      foot={
        <Button
          wide
          onClick={() => {
            form.change({ notYet: true });
            void form.submit();
          }}
        >
          Save, not here yet
        </Button>
      }
    >
      <TextField
        label="What are they called?"
        hint={badgeHint(called)}
        autoCapitalize="words"
        {...form.text('called')}
      />
      <Alike adding={form.values} session={session} onSame={(person) => void same(person)} />
      <NumberField
        label="How old?"
        optional="(optional)"
        hint="Kept as an age band, not as a birthday"
        {...form.text('age')}
      />
      {setup.programme?.body.askGender === true && <GenderField optional="(optional)" {...form.text('gender')} />}
      {writesNeeds && (
        <Tick
          icon="medical"
          label="Allergy or medical need"
          hint="What to do is asked next"
          {...form.tick('hasNeed')}
        />
      )}
    </FormPage>
  );
}

/** More than these would push the form out of sight; that there are more is said. */
const alikeAtMost = 6;

type AlikeProps = {
  readonly adding: Adding;
  readonly session: ShownOf<'session'>;
  readonly onSame: (person: ShownOf<'person'>) => void;
};

/** People already known who may be the one being added: two of the same name are told apart by their markers. */
function Alike({ adding, session, onSame }: AlikeProps) {
  const people = usePeople();
  const typed = typedBadge(adding, session.body);
  const called = typed.knownAs ?? '';
  if (!people || called.length < 3) return null;
  const own = people.filter(({ scope, body }) => scope === session.scope && body.status !== 'closed');
  const begun = findNames(
    indexNames(own, ({ body }) => nameOf(body)),
    called,
  );
  // What is typed may be half a name: who begins so is offered beside who is called alike.
  const alike = likelyTo(typed, own, session.body.day);
  const others = begun.filter(({ body }) => couldBe(typed, body, session.body.day));
  const known = [...new Set([...alike, ...others])];
  const shown = known.slice(0, alikeAtMost).map((person) => {
    const band = bandOn(session.body.day, person.body);
    return (
      <SplitCard
        key={person.id}
        kind="info"
        lead={<Leaf shape={person.body.leaf} colour={person.body.colour} size={32} />}
        over="Someone we know?"
        strong={nameOf(person.body)}
        under={`${leafName(person.body.leaf, person.body.colour)}${band === 'NK' ? '' : ` · ${wordsOf(ageBands, band)}`}`}
        action={
          <Button size="inline" onClick={() => onSame(person)}>
            Same person
          </Button>
        }
      />
    );
  });
  return (
    <>
      {shown}
      {known.length > alikeAtMost && (
        <Remark>{known.length - alikeAtMost} more may be meant. Look for the name on the register first.</Remark>
      )}
    </>
  );
}
