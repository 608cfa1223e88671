import { Navigate, useNavigate, useParams } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import type { Fields } from '#db/kept-forms.ts';
import { readsFamilies } from '#db/people.ts';
import type { Setup } from '#db/setup.ts';
import { nameOf } from '#domain/people/person.ts';
import { AboutFields, aboutWords, useAbout } from '#features/people/forms/about.tsx';
import { ContactFields, contactWords, useContacts } from '#features/people/forms/contacts.tsx';
import type { PersonPart } from '#features/people/forms/door.ts';
import { HomeFields, homeWords, useHome } from '#features/people/forms/home.tsx';
import { NeedFields, needWords, useNeeds } from '#features/people/forms/needs.tsx';
import type { FormProps, FormState } from '#forms/form.tsx';
import { FormPage } from '#phone/form-page.tsx';
import { OfPerson } from '#phone/of-person.tsx';
import { PhonePage } from '#ui/page.tsx';
import { saveChanges } from './save.ts';

/** One part of what is known of somebody, as a form of its own. */
export const EditPart = () => (
  <OfPerson title="Edit">{(known, setup) => <PartForm known={known} setup={setup} />}</OfPerson>
);

type PartProps = { readonly part: PersonPart; readonly setup: Setup };

const parts: Readonly<Record<string, React.ComponentType<PartProps>>> = {
  about: AboutPart,
  needs: NeedsPart,
  contacts: ContactsPart,
  home: HomePart,
};

function PartForm({ known, setup }: { known: KnownPerson; setup: Setup }) {
  const { part = '' } = useParams();
  const navigate = useNavigate();
  const back = `/people/${known.person.id}/edit`;
  const Form = Object.hasOwn(parts, part) ? parts[part] : undefined;
  const families = readsFamilies(setup.rights, known.person.scope);
  if (!Form || (part !== 'about' && !families)) return <Navigate to={back} replace />;
  const onSaved = () => void navigate(back, { replace: true });
  return <Form key={part} part={{ ...known, families, save: saveChanges, onSaved }} setup={setup} />;
}

type PageProps<T extends Fields> = {
  readonly title: string;
  readonly of: PersonPart;
  readonly form: FormState<T> | undefined;
  readonly words: FormProps<T>['words'];
  readonly children: (form: FormState<T>) => React.ReactNode;
};

function PartPage<T extends Fields>({ title, of: { person }, form, words, children }: PageProps<T>) {
  if (!form) return <PhonePage title={title} loading />;
  return (
    <FormPage
      form={form}
      words={words}
      title={title}
      subtitle={nameOf(person.body)}
      back={`/people/${person.id}/edit`}
      submit="Save"
    >
      {children(form)}
    </FormPage>
  );
}

function AboutPart({ part, setup }: PartProps) {
  const form = useAbout(part);
  return (
    <PartPage title="Who they are" of={part} form={form} words={aboutWords}>
      {(open) => (
        <AboutFields
          form={open}
          called={nameOf(part.person.body)}
          asksGender={setup.programme?.body.askGender === true}
          families={part.families}
        />
      )}
    </PartPage>
  );
}

function NeedsPart({ part }: PartProps) {
  return (
    <PartPage title="What we must do" of={part} form={useNeeds(part)} words={needWords}>
      {(form) => <NeedFields form={form} />}
    </PartPage>
  );
}

function ContactsPart({ part }: PartProps) {
  return (
    <PartPage title="Others to call" of={part} form={useContacts(part)} words={contactWords}>
      {(form) => <ContactFields form={form} />}
    </PartPage>
  );
}

function HomePart({ part }: PartProps) {
  return (
    <PartPage title="Where they live" of={part} form={useHome(part)} words={homeWords}>
      {(form) => <HomeFields form={form} />}
    </PartPage>
  );
}
