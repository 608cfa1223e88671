import { Fragment } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type KnownPerson, readKnown } from '#db/families.ts';
import { newId, useRead } from '#db/person.ts';
import { type ShownOf, shownOf, shownOne } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { wordsOf } from '#domain/codes.ts';
import { changeDetails } from '#domain/people/acts.ts';
import { askFor } from '#domain/people/consents/acts.ts';
import { type Defect, defects, defectsOf } from '#domain/people/consents/complete.ts';
import { nameOf } from '#domain/people/person.ts';
import { newestSource, wordingOf } from '#domain/people/wordings/versions.ts';
import { type Purpose, responsibilities } from '#domain/people-codes.ts';
import { element, patch, type Saying } from '#domain/records/say.ts';
import { partnerOf, privateScope } from '#domain/records/scopes.ts';
import { endOf, startOf } from '#domain/sessions/session.ts';
import { toInstant } from '#domain/time.ts';
import { type Moment, readMoment, readSaid, readWordings } from '#features/consent/queries.ts';
import { purposesInWords, purposeWords } from '#features/consent/words.ts';
import { saySaid } from '#phone/done.ts';
import { OfPerson } from '#phone/of-person.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { CopyOf } from './copy.tsx';

/** After the worker’s PIN, before goodbye: whether what was said would convince somebody years later, and what to do where not. */

type Checked = {
  readonly signing: ShownOf<'signing'> | undefined;
  readonly children: readonly {
    readonly known: KnownPerson;
    readonly decisions: readonly ShownOf<'consent'>[];
    readonly asked: readonly ShownOf<'asked'>[];
  }[];
  readonly wrong: readonly Defect[];
  readonly moment: Moment;
  /** What the programme asks for. */
  readonly asks: readonly Purpose[];
};

async function readChecked(tx: StoreTx, signingId: string, ids: readonly string[]): Promise<Checked> {
  const [signing, wordings, moment, team, known] = await Promise.all([
    shownOne(tx, 'signing', signingId),
    readWordings(tx),
    readMoment(tx),
    shownOf(tx, 'member'),
    Promise.all(ids.map((id) => readKnown(tx, id))),
  ]);
  const session = signing?.body.session ? await shownOne(tx, 'session', signing.body.session) : undefined;
  const start = session && startOf(session.body);
  const around = {
    wording: wordingOf(wordings, signing?.body.wording ?? '')?.document,
    session: session && start ? { start, end: endOf(session.body) || toInstant(Date.now()) } : null,
    said: await readSaid(tx, signing?.scope ?? '', ids),
    teamName: (id: string) => team.find((member) => member.id === id)?.body.name,
  };
  const children = await Promise.all(
    known
      .filter((each) => each !== null)
      .map(async (each) => ({
        known: each,
        decisions: (await shownOf(tx, 'consent', each.person.id)).filter(({ body }) => body.signing === signingId),
        asked: (await shownOf(tx, 'asked', each.person.id)).filter(({ body }) => body.signing === signingId),
      })),
  );
  const wrong = children.flatMap(({ known: { person, details }, decisions }) => {
    const names = [nameOf(person.body), details.fullName ?? ''].filter(Boolean);
    const child = { names, born: details.born ?? null };
    return decisions.flatMap((consent) => defectsOf(consent, signing, { ...around, child }));
  });
  const asks = newestSource(wordings)?.document.purposes.map(({ purpose }) => purpose) ?? [];
  return { signing, children, wrong: [...new Set(wrong)], moment, asks };
}

export const ConsentCheck = () => (
  <OfPerson title="Before goodbye">{({ person }) => <Check key={person.id} person={person} />}</OfPerson>
);

function Check({ person }: { person: ShownOf<'person'> }) {
  const [parameters] = useSearchParams();
  const signing = parameters.get('signing') ?? '';
  const of = parameters.get('of') ?? person.id;
  const found = useRead((tx) => readChecked(tx, signing, of.split(',')), [signing, of]);
  const back = `/people/${person.id}`;
  if (!found) return <PhonePage title="Before goodbye" loading />;
  return (
    <PhonePage
      title="Before goodbye"
      subtitle={found.children.map(({ known }) => nameOf(known.person.body)).join(', ')}
      back={(parts) => <Link to={back} {...parts} />}
      bottom={
        <Foot>
          <Link className={buttonClass({ kind: 'primary', wide: true })} to={back}>
            Done
          </Link>
        </Foot>
      }
    >
      {found.signing ? <Signed found={found} signing={found.signing} person={person} /> : <NothingSaid found={found} />}
    </PhonePage>
  );
}

type SignedProps = {
  readonly found: Checked;
  readonly signing: ShownOf<'signing'>;
  readonly person: ShownOf<'person'>;
};

function Signed({ found, signing, person }: SignedProps) {
  const { children, wrong } = found;
  const open = children.flatMap(({ asked }) => asked.map(({ body }) => body.purpose));
  const answered = children.flatMap(({ decisions }) => decisions).length;
  return (
    <Stack>
      {wrong.length === 0 ? (
        <Notice kind="ok" title={`${answered} of ${answered + open.length} answered, and complete`}>
          {signing.body.giverName} can go. It is kept on this phone and sent by itself.
        </Notice>
      ) : (
        wrong.map((each) => (
          <Notice
            key={each}
            kind="warn"
            title={defects[each][0]}
            action={
              <Link className={buttonClass({ size: 'inline' })} to={`/people/${person.id}/consent`}>
                Again
              </Link>
            }
          >
            {defects[each][1]}.
          </Notice>
        ))
      )}
      {open.length > 0 && (
        <Notice kind="info" title={`No answer: ${purposesInWords([...new Set(open)])}`}>
          Kept as asked. Whoever has not answered can join in, but for contact sport.
        </Notice>
      )}
      {children.map(({ known, decisions }) => (
        <Fragment key={known.person.id}>
          <SectionTitle>{nameOf(known.person.body)}</SectionTitle>
          <List>
            {decisions.map(({ id, body }) => (
              <Item key={id}>
                {purposeWords(body.purpose)}: <b>{body.decision === 'given' ? 'Yes' : 'No'}</b>
                {body.limits && <small> “{body.limits}”</small>}
                {body.childSays && <small> They say: “{body.childSays}”</small>}
              </Item>
            ))}
          </List>
        </Fragment>
      ))}
      <TakeOver found={found} signing={signing} />
      <CopyOf people={children.map(({ known }) => known.person)} giver={signing.body.giver} signing={signing} />
    </Stack>
  );
}

/** What they typed about themselves, where it is not what is known: taken over by one press, never by itself. */
function TakeOver({ found, signing }: Pick<SignedProps, 'found' | 'signing'>) {
  const { giver, giverName, relationship, responsibility } = signing.body;
  const scope = privateScope(partnerOf(signing.scope) ?? '');
  const changes = found.children.flatMap(({ known }) => {
    const grownup = known.grownups.find(({ id, links }) => id === giver || links.includes(giver));
    return grownup ? [{ known, grownup }] : [];
  });
  const [first] = changes;
  const renamed = first !== undefined && first.grownup.name !== giverName;
  const is = relationship === 'self' ? undefined : relationship;
  const linked = changes.filter(
    ({ grownup }) =>
      (is !== undefined && grownup.is !== is) ||
      (responsibility !== undefined && grownup.responsibility !== responsibility),
  );
  const take = useOnce(() => {
    const sayings: Saying[] = [
      ...(renamed ? [patch('guardian', giver, scope, { name: giverName })] : []),
      ...linked.flatMap(({ known, grownup }) =>
        changeDetails(
          known.person,
          known.isKnown,
          element('guardian', grownup.links[0] ?? grownup.id, {
            is: is ?? grownup.is,
            ...(responsibility && { responsibility }),
            ...(grownup.call !== undefined && { call: grownup.call }),
          }),
        ),
      ),
    ];
    return saySaid('Taken over', sayings);
  });
  if (!renamed && linked.length === 0) return null;
  return (
    <Notice
      kind="info"
      title="They wrote something new about themselves"
      action={
        <Button size="inline" onClick={() => void take()}>
          Take it over
        </Button>
      }
    >
      {[
        renamed && giverName,
        linked.length > 0 &&
          responsibility &&
          `parental responsibility: ${wordsOf(responsibilities, responsibility).toLocaleLowerCase('en-GB')}`,
      ]
        .filter(Boolean)
        .join(', ')}
    </Notice>
  );
}

function NothingSaid({ found }: { found: Checked }) {
  const { moment, children, asks } = found;
  const [first] = children;
  const write = useOnce(() => {
    const said = { at: moment.now, day: moment.day, newId };
    return saySaid(
      'Asked, no answer yet',
      children.flatMap(({ known }) => askFor(known.person, asks, { how: 'inPerson' }, said)),
    );
  });
  return (
    <Empty
      icon="paper"
      title="Nothing was answered"
      action={
        <Stack>
          <Button onClick={() => void write()}>Write down that they were asked</Button>
          {first && (
            <Link className={buttonClass({})} to={`/people/${first.known.person.id}/consent`}>
              Begin again
            </Link>
          )}
        </Stack>
      }
    >
      No answer is kept of it. They can answer another day.
    </Empty>
  );
}
