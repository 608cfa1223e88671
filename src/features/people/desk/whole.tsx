import { Link, useParams } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import { nameIn, useDesk } from '#desk/desk.ts';
import { dateWords } from '#desk/period.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { bandOn, nameOf } from '#domain/people/person.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { personOfDesk, type WholePerson } from '#domain/sessions/people/whole.ts';
import { dayOf, plainDay } from '#domain/time.ts';
import { buttonClass, IconButton } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Empty } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { Consents } from './consents.tsx';
import { EditParts } from './edit.tsx';
import { usePeopleFilter } from './filter.ts';
import { MustDo } from './must-do.tsx';
import { Boxes, CameTo, Changes, Joined } from './past.tsx';
import styles from './people.module.css';
import { ageOf } from './words.ts';

/** One person: beside the list, and on a page of their own. */

function Head({ of }: { of: WholePerson }) {
  const { person, born, visits } = of;
  const { body } = person;
  const partners = useDesk().useSetUp('partner').records;
  const sites = useDesk().useSetUp('site').records;
  const today = dayOf(Date.now());
  const [last] = visits;
  const age = ageOf({ born, band: bandOn(today, body) });
  const marker = leafName(body.leaf, body.colour);
  return (
    <>
      <div className={styles.shapes}>
        <Leaf shape={body.leaf} colour={body.colour} size={44} />
        <span>{[marker, age, nameIn(partners, partnerOf(person.scope))].filter(Boolean).join(' · ')}</span>
      </div>
      <p>
        {last ? (
          <>
            <b>{visits.length}</b> {visits.length === 1 ? 'time' : 'times'} since{' '}
            {dateWords(visits.at(-1)?.day ?? last.day)}. Last: {plainDay(last.day, today)} at {nameIn(sites, last.site)}
            .
          </>
        ) : (
          'Never marked here yet.'
        )}
      </p>
    </>
  );
}

/** The panel beside the list. Nothing that somebody must not read over a shoulder stands in it until it is asked for. */
export function PersonBeside({ id, double }: { id: string; double: boolean }) {
  const read = useDesk().useView(personOfDesk, id);
  const whole = read.value?.whole;
  const { set } = usePeopleFilter();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className={styles.beside} aria-label="One person" tabIndex={0}>
      <AnswerState answer={read} what="the page" />
      {read.value && !whole && <NotKnown />}
      {whole && (
        <Stack>
          <div className={styles.line}>
            <h2 className={styles.name}>{nameOf(whole.person.body)}</h2>
            <IconButton icon="cross" label="Close" onClick={() => set({ person: '' })} />
          </div>
          <Head of={whole} />
          <MustDo of={whole} />
          <Consents of={whole} />
          {double && <MayBeSame />}
          <p>
            <Link to={`/desk/people/${whole.person.id}`}>Whole page</Link>
          </p>
        </Stack>
      )}
    </section>
  );
}

const MayBeSame = () => (
  <SplitCard
    kind="warn"
    strong="The same person as somebody else?"
    under="A like name, age and park, and never at one session together."
    action={
      <Link className={buttonClass({ size: 'inline' })} to="/desk/people/doubles">
        Compare
      </Link>
    }
  />
);

export const NotKnown = () => (
  <Empty icon="people" title="Not known here">
    They are of a partner that does not share its names, or were not sent yet.
  </Empty>
);

/** Not here: perhaps because they were erased. */
function NotHere({ id }: { id: string }) {
  const erasedAt = useAnswer(`/api/people/${id}/erasing`).value?.erasedAt;
  if (!erasedAt) return <NotKnown />;
  return (
    <Empty icon="people" title="Someone who was erased">
      On {dateWords(dayOf(erasedAt))}. What they came to and got still counts, without a name.
    </Empty>
  );
}

/** The page of one person. */
export function PersonPage() {
  const { id = '' } = useParams();
  const read = useDesk().useView(personOfDesk, id);
  const whole = read.value?.whole;
  return (
    <Screen
      title="A person"
      heading={whole ? nameOf(whole.person.body) : 'A person'}
      back={{ to: '/desk/people', label: 'People' }}
      dataAsAt={read.value?.at}
      aside={
        whole && (
          <Stack>
            <MustDo key={id} of={whole} />
            <EditParts key={`edit ${id}`} of={whole} />
            <p>
              <Link to={`/desk/people/${whole.person.id}/erase`}>Erase this person</Link>
            </p>
          </Stack>
        )
      }
    >
      <AnswerState answer={read} what="the page" />
      {read.value && !whole && <NotHere id={id} />}
      {whole && (
        <Stack>
          <Head of={whole} />
          <Joined of={whole} />
          <Consents of={whole} />
          <CameTo of={whole} />
          <Boxes of={whole} />
          <Changes of={whole} />
        </Stack>
      )}
    </Screen>
  );
}
