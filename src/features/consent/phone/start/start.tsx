import { useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import { newId, openPerson } from '#db/person.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import type { Sitting, SittingSoFar } from '#domain/people/consents/sitting.ts';
import { nameOf } from '#domain/people/person.ts';
import { coordinates } from '#domain/records/access.ts';
import { zoneOfPlace } from '#domain/time.ts';
import { asksAnything } from '#features/consent/sitting-of.ts';
import { Form, type FormState, useForm } from '#forms/form.tsx';
import { sayOnce } from '#forms/say-once.ts';
import { OfPerson } from '#phone/of-person.tsx';
import { keepHere } from '#phone/save.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/notice.tsx';
import { Foot, PhonePage } from '#ui/page.tsx';
import { askedOfStart, faultsOfStart, newGuardian, type Start, sittingFrom, startEmpty } from './choices.ts';
import { StartFields } from './fields.tsx';
import { type StartKnown, useStart } from './known.ts';
import { saveTold, toldFrom } from './told.ts';
import { Told } from './told-page.tsx';

/** What the worker says before the phone is handed over: for which children, who is here, who witnesses, who interprets. */

type StartProps = {
  /** Hands the phone over; this page goes. @param returnTo where the worker comes back to */
  readonly onHandOver: (sitting: Sitting, returnTo: string) => Promise<void>;
};

export const ConsentStart = (props: StartProps) => (
  <OfPerson title="Take consent">{(child, setup) => <WithKnown child={child} setup={setup} {...props} />}</OfPerson>
);

type WithChild = StartProps & { readonly child: KnownPerson; readonly setup: Setup };

function WithKnown({ child, setup, onHandOver }: WithChild) {
  const known = useStart(child, setup);
  const back = `/people/${child.person.id}`;
  if (!known) return <PhonePage title="Take consent" loading />;
  if (known.wordings.length === 0)
    return (
      <PhonePage title="Take consent" back={(parts) => <Link to={back} {...parts} />}>
        <Empty icon="paper" title="No wording is approved yet">
          {coordinates(setup.rights)
            ? 'Read and approve one at the desk, under Consents, Wordings. It is on every phone at the next signal.'
            : 'A coordinator reads and approves one at the desk. It is on this phone at the next signal. Everything else goes on as usual.'}
        </Empty>
      </PhonePage>
    );
  return <StartForm known={known} setup={setup} onHandOver={onHandOver} />;
}

/** The address of the page that looks over what was said; ids only. */
export const checkAddress = ({ signing, children }: Sitting): string =>
  `/people/${children[0]?.id ?? ''}/consent/check?signing=${signing}&of=${children.map(({ id }) => id).join(',')}`;

type StartFormProps = StartProps & { readonly known: StartKnown; readonly setup: Setup };

/** What is typed, and once the answers are: what they are asked in, so that a kill goes on with the same records. */
export type StartTyped = Start & { readonly sitting: Sitting | null; readonly told: SittingSoFar | null };

function useStartForm({ known, setup, onHandOver }: StartFormProps) {
  const { person } = known.child;
  const navigate = useNavigate();
  const made = useRef<Sitting | null>(null);
  const zone = zoneOfPlace(setup.sites.find(({ id }) => id === known.session?.body.site)?.body);
  const make = (start: Start, minted: string): Sitting | null => {
    const { member, device } = openPerson().profile;
    return sittingFrom(start, known, { by: member, device, zone, newId, minted });
  };
  const form: FormState<StartTyped> | undefined = useForm<StartTyped>({
    name: `consent ${person.id}`,
    now: { ...startEmpty, sitting: null, told: null },
    judge: (start) => faultsOfStart(start, known),
    save: async (start, { id }) => {
      const sitting = start.sitting ?? make(start, id);
      if (!sitting) return 'Choose who is here.';
      if (!asksAnything(sitting)) return 'Nothing is due. Choose that they want to change an answer.';
      made.current = sitting;
      // Whoever is typed for the first time is kept by themselves: what they say, a no above all, goes alone.
      const guardian = newGuardian(start, known, sitting.giver.id);
      const unsaved =
        guardian.length === 0 ? null : await keepHere(start.name, () => sayOnce(sitting.giver.id, guardian, ['call']));
      return unsaved ?? (start.sitting ? saveTold(start.sitting, start.told) : null);
    },
    onSaved: () => {
      const sitting = made.current;
      if (sitting?.way === 'screen') void onHandOver(sitting, checkAddress(sitting));
      else if (sitting) navigate(checkAddress(sitting), { replace: true });
    },
  });
  return { form, make };
}

function StartForm(props: StartFormProps) {
  const { known, setup } = props;
  const { person } = known.child;
  const { form, make } = useStartForm(props);
  if (!form) return <PhonePage title="Take consent" loading />;
  if (form.values.sitting) return <Told form={form} sitting={form.values.sitting} person={person} />;

  const next = () => {
    if (form.values.way === 'screen') return void form.submit();
    if (!form.check()) return;
    const sitting = make(form.values, newId());
    // Typed by the worker: the same form goes on.
    if (sitting && asksAnything(sitting)) form.change({ sitting, told: toldFrom(sitting, Date.now()) });
  };
  const [first] = Object.values(faultsOfStart(form.values, known)).filter((each) => each !== undefined);
  const asked = askedOfStart(form.values, known, 'somebody new');
  const isScreen = form.values.way === 'screen';
  return (
    <PhonePage
      title="Take consent"
      subtitle={known.session ? nameIn(setup.sites, known.session.body.site) : nameOf(person.body)}
      back={(parts) => <Link to={`/people/${person.id}`} {...parts} />}
      bottom={
        <Foot>
          <Button
            kind="primary"
            wide
            icon={isScreen ? 'hand-over' : 'pen'}
            notPossible={first !== undefined || asked.length === 0}
            onClick={next}
          >
            {isScreen ? 'Hand over the phone' : 'Write the answers'}
          </Button>
          <small>
            {first ??
              (asked.length === 0
                ? 'Nothing is due: they answered everything.'
                : isScreen
                  ? 'Your pages close until you give your PIN.'
                  : 'What they say is written on your own phone.')}
          </small>
        </Foot>
      }
    >
      <Form form={form} words={{}} onSubmit={next}>
        <StartFields form={form} known={known} asked={asked} />
      </Form>
    </PhonePage>
  );
}
