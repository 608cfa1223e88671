import { type ReactNode, useState } from 'react';
import type { Fields } from '#db/kept-forms.ts';
import { useDesk } from '#desk/desk.ts';
import { AnswerState } from '#desk/screen.tsx';
import type { Grownup } from '#domain/people/family.ts';
import { nameOf } from '#domain/people/person.ts';
import { type FamilyRead, familyOfDesk } from '#domain/sessions/people/family.ts';
import type { WholePerson } from '#domain/sessions/people/whole.ts';
import { AboutFields, aboutWords, useAbout } from '#features/people/forms/about.tsx';
import { ContactFields, contactWords, useContacts } from '#features/people/forms/contacts.tsx';
import type { PersonPart } from '#features/people/forms/door.ts';
import { GuardianFields, guardianWords, useGuardian, withoutGuardian } from '#features/people/forms/guardian.tsx';
import { HomeFields, homeWords, useHome } from '#features/people/forms/home.tsx';
import { NeedFields, needWords, useNeeds } from '#features/people/forms/needs.tsx';
import { isWords } from '#features/people/words.ts';
import { Form, type FormProps, type FormState } from '#forms/form.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { useOnce } from '#ui/once.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sheet } from '#ui/sheet.tsx';

/** What is known of somebody is changed part by part, in the same fields as on the phone. */

const parts = {
  about: 'Who they are',
  needs: 'What we must do',
  contacts: 'Others to call',
  home: 'Where they live',
  guardians: 'Parents and carers',
} as const;
type Part = keyof typeof parts;

/** The parts that can be changed, each in a sheet. */
export function EditParts({ of: { person } }: { of: WholePerson }) {
  const [open, setOpen] = useState<Part | null>(null);
  return (
    <section>
      <SectionTitle>Change</SectionTitle>
      <List>
        {Object.entries(parts).map(([part, words]) => (
          <Item
            key={part}
            link={(own) => <button type="button" {...own} onClick={() => setOpen(part as Part)} />} // a key of parts
          >
            {words}
          </Item>
        ))}
      </List>
      <Sheet open={open !== null} title={open ? parts[open] : ''} onClose={() => setOpen(null)}>
        {open && <OpenPart id={person.id} part={open} onDone={() => setOpen(null)} />}
      </Sheet>
    </section>
  );
}

function OpenPart({ id, part, onDone }: { id: string; part: Part; onDone: () => void }) {
  const { save, useView } = useDesk();
  const read = useView(familyOfDesk, id);
  const family = read.value?.family;
  if (!family) return <AnswerState answer={read} what="what is known" />;
  const own: PersonPart = { ...family, save, onSaved: onDone, families: true };
  if (part === 'about') return <About part={own} />;
  if (part === 'needs') return <Needs part={own} />;
  if (part === 'contacts') return <Contacts part={own} />;
  if (part === 'home') return <Home part={own} />;
  return <Guardians part={own} family={family} />;
}

type PartFormProps<T extends Fields> = {
  readonly form: FormState<T> | undefined;
  readonly words: FormProps<T>['words'];
  readonly children: (form: FormState<T>) => ReactNode;
};

function PartForm<T extends Fields>({ form, words, children }: PartFormProps<T>) {
  if (!form) return null;
  return (
    <Form form={form} words={words}>
      {children(form)}
      <Button kind="primary" wide type="submit">
        Save
      </Button>
    </Form>
  );
}

type PartProps = { readonly part: PersonPart };

function About({ part }: PartProps) {
  const programme = useDesk().useSetUp('programme').records?.[0];
  return (
    <PartForm form={useAbout(part)} words={aboutWords}>
      {(form) => (
        <AboutFields
          form={form}
          called={nameOf(part.person.body)}
          asksGender={programme?.body.askGender === true}
          families
        />
      )}
    </PartForm>
  );
}

const Needs = ({ part }: PartProps) => (
  <PartForm form={useNeeds(part)} words={needWords}>
    {(form) => <NeedFields form={form} />}
  </PartForm>
);

const Contacts = ({ part }: PartProps) => (
  <PartForm form={useContacts(part)} words={contactWords}>
    {(form) => <ContactFields form={form} />}
  </PartForm>
);

const Home = ({ part }: PartProps) => (
  <PartForm form={useHome(part)} words={homeWords}>
    {(form) => <HomeFields form={form} />}
  </PartForm>
);

type GuardiansProps = PartProps & { readonly family: FamilyRead };

/** Whoever answers for the child, one after another; and somebody new. */
function Guardians({ part, family }: GuardiansProps) {
  const [open, setOpen] = useState<Grownup | 'new' | null>(null);
  if (open !== null) return <OneGuardian part={part} family={family} known={open === 'new' ? undefined : open} />;
  return (
    <>
      <List>
        {family.grownups.map((grownup) => (
          <Item key={grownup.id} link={(own) => <button type="button" {...own} onClick={() => setOpen(grownup)} />}>
            <b>{grownup.name || 'Not yet known here'}</b>, {isWords(grownup)}
          </Item>
        ))}
      </List>
      <Button icon="plus" wide onClick={() => setOpen('new')}>
        Add a parent or carer
      </Button>
    </>
  );
}

function OneGuardian({ part, family, known }: GuardiansProps & { known: Grownup | undefined }) {
  const form = useGuardian({ ...part, grownups: family.grownups, known });
  const [trouble, setTrouble] = useState<string | null>(null);
  const remove = useOnce(async () => {
    if (!known) return;
    const problem = await part.save(known.name, withoutGuardian(part, known));
    setTrouble(problem);
    if (problem === null) part.onSaved();
  });
  return (
    <>
      <NotSaved trouble={trouble} />
      <PartForm form={form} words={guardianWords}>
        {(open) => <GuardianFields form={open} child={nameOf(part.person.body)} />}
      </PartForm>
      {known && (
        <Button wide onClick={() => void remove()}>
          No longer answers for {nameOf(part.person.body)}
        </Button>
      )}
    </>
  );
}
