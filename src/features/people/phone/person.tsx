import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import { readsFamilies } from '#db/people.ts';
import { useOne } from '#db/person.ts';
import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { wordsOf } from '#domain/codes.ts';
import { notBeforeOn, notJoiningWords } from '#domain/people/eligibility.ts';
import { isRegistered, needsOf } from '#domain/people/family.ts';
import { nameOf } from '#domain/people/person.ts';
import { turnedAwayReasons } from '#domain/people-codes.ts';
import { coordinates, volunteersOnly } from '#domain/records/access.ts';
import { dayOf } from '#domain/time.ts';
import { useEligibility, useSiblings } from '#features/people/queries.ts';
import { agedWords } from '#features/people/words.ts';
import { OfPerson } from '#phone/of-person.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Icon } from '#ui/icon.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Line, Stack } from '#ui/stack.tsx';
import { CameToLast } from './came-to.tsx';
import { PersonHistory } from './history.tsx';
import styles from './people.module.css';
import { WhatToDo } from './what-to-do.tsx';

export type PersonProps = {
  /** What they were given. */
  readonly boxes: (person: string) => ReactNode;
  /** What they permit, in rows, with what can be done about it. */
  readonly consents?: (person: ShownOf<'person'>) => ReactNode;
  /** What a worker must act on of what they permit: `No photos`. */
  readonly flags?: (person: ShownOf<'person'>) => ReactNode;
  /** What they can be asked: a line of a list. */
  readonly asks?: (person: ShownOf<'person'>) => ReactNode;
};

/** One young person, to read: who to call, what to do, what they permit, what they were given and came to. */
export const Person = (props: PersonProps) => (
  <OfPerson title="Person">
    {(known, setup) =>
      readsFamilies(setup.rights, known.person.scope) ? (
        <ForWorkers known={known} setup={setup} {...props} />
      ) : (
        <Badge known={known} setup={setup} {...props} />
      )
    }
  </OfPerson>
);

type PageProps = PersonProps & { readonly known: KnownPerson; readonly setup: Setup };

function ForWorkers({ known, setup, boxes, consents, flags, asks }: PageProps) {
  const { person, details, calls } = known;
  const today = dayOf(Date.now());
  const facts = useEligibility(person);
  const notBefore = facts && notBeforeOn(facts, today);
  const needs = needsOf(details);
  const edit = `/people/${person.id}/edit`;
  return (
    <Page known={known} subtitle={details.fullName ?? undefined}>
      <Head
        person={person}
        words={agedWords(person.body, details, today)}
        edit={
          <Link className={styles.edit} to={edit}>
            Edit
          </Link>
        }
      >
        {needs.map(({ id, name }) => (
          <span key={id}>
            <Icon name="medical" size={20} />
            {name}
          </span>
        ))}
        {flags?.(person)}
      </Head>
      {notBefore && <Away until={notBefore.until} reason={wordsOf(turnedAwayReasons, notBefore.reason)} />}
      <WhatToDo
        needs={needs}
        calls={calls}
        nobody={
          <>
            <span>Nobody to call yet</span>
            <Link className={buttonClass({ size: 'inline' })} to={`/people/${person.id}/guardian/new`}>
              Add a parent
            </Link>
          </>
        }
      />
      {details.noNeeds === true && needs.length === 0 && <Remark>No allergy, medical or access need.</Remark>}
      {!isRegistered(details, calls) && (
        <Remark>
          Known by a badge. Registered takes a full name and somebody to call: <Link to={edit}>add them</Link>.
        </Remark>
      )}
      {consents?.(person)}
      {boxes(person.id)}
      <CameToLast person={person} />
      <Siblings person={person} />
      <More person={person} setup={setup}>
        {asks?.(person)}
      </More>
      <PersonHistory person={person} facts={facts ?? []} />
    </Page>
  );
}

function Page({
  known: { person },
  subtitle,
  children,
}: {
  known: KnownPerson;
  subtitle?: ReactNode;
  children: ReactNode;
}) {
  return (
    <PhonePage title={nameOf(person.body)} subtitle={subtitle} back={(parts) => <Link to="/people" {...parts} />}>
      <Stack>{children}</Stack>
    </PhonePage>
  );
}

type HeadProps = {
  readonly person: ShownOf<'person'>;
  /** The age, as well as it is known. */
  readonly words: string;
  readonly edit?: ReactNode;
  /** Flags, each with its words. */
  readonly children: ReactNode;
};

function Head({ person: { body }, words, edit, children }: HeadProps) {
  return (
    <div className={styles.head}>
      <Leaf shape={body.leaf} colour={body.colour} size={44} />
      <div>
        <div className={styles.marker}>{[leafName(body.leaf, body.colour), words].filter(Boolean).join(' · ')}</div>
        <div className={styles.flags}>{children}</div>
      </div>
      {edit}
    </div>
  );
}

const Away = ({ until, reason }: { until: string; reason: string }) => (
  <Notice kind="warn" icon="clock" title={notJoiningWords({ until }, dayOf(Date.now()))}>
    {reason}
  </Notice>
);

/** What a volunteer sees: the badge, what it shows of permissions and needs, and nothing that says why. */
function Badge({ known, setup, boxes, flags }: PageProps) {
  const { person } = known;
  const today = dayOf(Date.now());
  const shown = useOne('standing', `standing:${person.id}`)?.body;
  const { notBefore } = shown ?? {};
  return (
    <Page known={known}>
      <Head
        person={person}
        words={agedWords(person.body, {}, today)}
        edit={
          !volunteersOnly(setup.rights) && (
            <Link className={styles.edit} to={`/people/${person.id}/edit`}>
              Edit
            </Link>
          )
        }
      >
        {shown?.medical === true && (
          <span>
            <Icon name="medical" size={20} />
            Ask a worker what to do
          </span>
        )}
        {flags?.(person)}
      </Head>
      {notBefore && today < notBefore && (
        <Away until={notBefore} reason={wordsOf(turnedAwayReasons, shown?.notBeforeReason ?? 'other')} />
      )}
      {boxes(person.id)}
      <CameToLast person={person} />
    </Page>
  );
}

function Siblings({ person }: { person: ShownOf<'person'> }) {
  const siblings = useSiblings(person);
  if (!siblings || siblings.length === 0) return null;
  return (
    <>
      <SectionTitle>Brothers and sisters</SectionTitle>
      <List>
        <Each of={siblings} by={({ id }) => id}>
          {({ id, body }) => (
            <Item link={(parts) => <Link to={`/people/${id}`} {...parts} />}>
              <Line>
                <Leaf shape={body.leaf} colour={body.colour} size={24} />
                <span>
                  <b>{nameOf(body)}</b> {leafName(body.leaf, body.colour)}
                </span>
              </Line>
            </Item>
          )}
        </Each>
      </List>
    </>
  );
}

type MoreProps = { person: ShownOf<'person'>; setup: Setup; children: ReactNode };

function More({ person, setup, children }: MoreProps) {
  return (
    <List>
      {children}
      <Item icon="clock" calm link={(parts) => <Link to={`/people/${person.id}/not-joining`} {...parts} />}>
        Not joining in until…
      </Item>
      {coordinates(setup.rights) && (
        <Item icon="people" calm link={(parts) => <Link to={`/people/${person.id}/same`} {...parts} />}>
          The same person as somebody else?
        </Item>
      )}
    </List>
  );
}
