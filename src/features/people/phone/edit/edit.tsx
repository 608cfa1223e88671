import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import { readsFamilies } from '#db/people.ts';
import { contactsOf, type Details, languagesOf, needsOf, wasNotSaid } from '#domain/people/family.ts';
import { nameOf } from '#domain/people/person.ts';
import { tidyPhone } from '#domain/people/phones.ts';
import { relationships } from '#domain/people-codes.ts';
import { dayOf } from '#domain/time.ts';
import { askedOnWords, asksEquality } from '#features/people/phone/equality/pack.ts';
import { agedWords, languageWords } from '#features/people/words.ts';
import { OfPerson } from '#phone/of-person.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';

/** What is known of somebody, part by part: each is changed and saved by itself, so that rain between two loses nothing. */
export const EditPerson = () => (
  <OfPerson title="Edit">
    {(known, setup) => (
      <Parts
        known={known}
        families={readsFamilies(setup.rights, known.person.scope)}
        equality={asksEquality(setup, known.person.scope)}
      />
    )}
  </OfPerson>
);

type PartsProps = { readonly known: KnownPerson; readonly families: boolean; readonly equality: boolean };

function Parts({ known, families, equality }: PartsProps) {
  const { person, details, grownups } = known;
  const page = `/people/${person.id}`;
  const part = (name: string) => `${page}/edit/${name}`;
  return (
    <PhonePage title="Edit" subtitle={nameOf(person.body)} back={(parts) => <Link to={page} {...parts} />}>
      <Stack>
        <Remark>Each part is saved by itself. Come back to the rest whenever there is time.</Remark>
        <List>
          <Part to={part('about')} title="Who they are" says={aboutSays(known)} />
          {families && (
            <>
              <Part to={part('needs')} title="What we must do" says={needsSay(details)} />
              <Part to={part('contacts')} title="Others to call" says={contactsSay(details)} />
              <Part to={part('home')} title="Where they live" says={homeSays(details)} />
            </>
          )}
        </List>
        {families && (
          <>
            <SectionTitle>Parents and carers</SectionTitle>
            <List>
              {grownups.map(({ id, name, is, phone }) => (
                <Part
                  key={id}
                  to={`${page}/guardian/${id}`}
                  title={name || 'Somebody not known here'}
                  says={[relationships.find(([code]) => code === is)?.[1], phone && tidyPhone(phone)]
                    .filter(Boolean)
                    .join(', ')}
                />
              ))}
            </List>
            <Link className={buttonClass({ wide: true })} to={`${page}/guardian/new`}>
              Add a parent or carer
            </Link>
          </>
        )}
        {equality && (
          <>
            <SectionTitle>Apart from all this</SectionTitle>
            <List>
              <Part to={`${page}/equality`} title="Equality questions" says={equalitySays(known)} />
            </List>
          </>
        )}
      </Stack>
    </PhonePage>
  );
}

const Part = ({ to, title, says }: { to: string; title: ReactNode; says: string }) => (
  <Item link={(parts) => <Link to={to} {...parts} />}>
    <b>{title}</b>
    <br />
    <small>{says || 'Not asked yet'}</small>
  </Item>
);

function aboutSays({ person, details }: KnownPerson): string {
  return [
    details.fullName,
    agedWords(person.body, details, dayOf(Date.now())),
    ...languagesOf(details).map(languageWords),
    details.school,
  ]
    .filter(Boolean)
    .join(' · ');
}

function needsSay(details: Details): string {
  const needs = needsOf(details).map(({ name }) => name);
  if (needs.length > 0) return needs.join(', ');
  return details.noNeeds === true ? 'No need' : wasNotSaid(details, 'needs') ? 'Rather not say' : '';
}

const contactsSay = (details: Details): string =>
  contactsOf(details)
    .map(({ name }) => name)
    .join(', ');

const homeSays = (details: Details): string =>
  [details.postcode, details.address].filter(Boolean).join(', ') ||
  (wasNotSaid(details, 'postcode') ? 'Rather not say' : '');

const equalitySays = ({ equalityAskedOn: on }: KnownPerson): string => (on ? askedOnWords(on) : '');
