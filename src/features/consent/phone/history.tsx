import { Fragment, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import { openPerson } from '#db/person.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import { wordsOf } from '#domain/codes.ts';
import { maySayMistake } from '#domain/people/consents/acts.ts';
import { type ConsentFact, giverOf, type Said } from '#domain/people/consents/in-force.ts';
import { isByLink } from '#domain/people/consents/link.ts';
import { nameOf } from '#domain/people/person.ts';
import { decisions, relationships, signingWays } from '#domain/people-codes.ts';
import { coordinates } from '#domain/records/access.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { defaultTimeZone } from '#domain/time.ts';
import { useConsents } from '#features/consent/queries.ts';
import { clockWords, momentWords, purposeWords } from '#features/consent/words.ts';
import { OfPerson } from '#phone/of-person.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Choice } from '#ui/choice.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { CopyOf } from './copy.tsx';

/** Every decision there ever was about somebody, the last first: whose, when by whose clock, and what was never given. */
export const ConsentHistory = () => (
  <OfPerson title="History">{(known, setup) => <History key={known.person.id} known={known} setup={setup} />}</OfPerson>
);

function Page({ known, title, children }: { known: KnownPerson; title: string; children: ReactNode }) {
  return (
    <PhonePage
      title={title}
      subtitle={nameOf(known.person.body)}
      back={(parts) => <Link to={`/people/${known.person.id}`} {...parts} />}
    >
      {children}
    </PhonePage>
  );
}

function History({ known, setup }: { known: KnownPerson; setup: Setup }) {
  const consents = useConsents(known.person);
  if (!consents) return <PhonePage title="History" loading />;
  const { said } = consents;
  const wrong = new Set(said.errors.map(({ body }) => body.consent));
  const all = [...said.consents].sort((a, b) => (a.body.decidedAt < b.body.decidedAt ? 1 : -1));
  const who = { member: openPerson().profile.member, coordinates: coordinates(setup.rights) };
  return (
    <Page known={known} title="History">
      {all.length === 0 ? (
        <Empty icon="paper" title="Nobody decided anything yet" />
      ) : (
        <List>
          {all.map((each) => {
            const isWrong = wrong.has(each.id);
            return (
              <Item key={each.id}>
                {isWrong ? (
                  <>
                    <s>{whatWords(each)}</s> <b>Entered in error</b>
                  </>
                ) : (
                  <b>{whatWords(each)}</b>
                )}
                <Told each={each} said={said} known={known} setup={setup} />
                {!isWrong && maySayMistake(each, who) && (
                  <div>
                    <Link
                      className={buttonClass({ size: 'inline', kind: 'quiet' })}
                      to={`/people/${known.person.id}/consent/error?consent=${each.id}`}
                    >
                      Never given: the wrong person
                    </Link>
                  </div>
                )}
              </Item>
            );
          })}
        </List>
      )}
    </Page>
  );
}

const whatWords = ({ body }: ConsentFact): string =>
  `${purposeWords(body.purpose)}: ${wordsOf(decisions, body.decision).toLocaleLowerCase('en-GB')}`;

type ToldProps = {
  readonly each: ConsentFact;
  readonly said: Said;
  readonly known: KnownPerson;
  readonly setup: Setup;
};

/** Whose it was, how, and when: the phone’s word, the server’s, and how far its clock was out. */
function Told({ each, said, known, setup }: ToldProps) {
  const { body, by, received } = each;
  const signing = said.signing(body.signing ?? '')?.body;
  const zone = signing?.zone ?? defaultTimeZone;
  const lines = [
    [giverWords(each, said, known), signing && wordsOf(signingWays, signing.way)].filter(Boolean).join(' · '),
    isByLink(by)
      ? `By a link, ${momentWords(body.decidedAt, zone)}`
      : `The phone said ${momentWords(body.decidedAt, zone)}`,
    received ? `The server received it ${momentWords(received, zone)}` : 'Not yet received by the server',
    clockWords(body.offsetMs),
    isByLink(by) ? null : `Taken by ${nameIn(setup.members, by)}`,
    signing?.link && linkWords(signing.link, setup),
    body.second && `Also heard by ${nameIn(setup.members, body.second)}`,
    body.limits && `“${body.limits}”`,
    body.childSays && `They say: “${body.childSays}”`,
  ];
  return (
    <>
      {lines
        .filter((line) => line !== null && line !== undefined && line !== '')
        .map((line) => (
          <Fragment key={line}>
            <br />
            <small>{line}</small>
          </Fragment>
        ))}
    </>
  );
}

const linkWords = ({ madeBy, sentTo }: NonNullable<BodyOf<'signing'>['link']>, { members }: Setup): string =>
  `${nameIn(members, madeBy)} made the link, ${sentTo ? `for the number that ends ${sentTo}` : 'for somebody not on record'}`;

function giverWords(each: ConsentFact, said: Said, { person, grownups }: KnownPerson): string {
  const giver = giverOf(said, each);
  if (giver === null) return 'Not known whose';
  if (giver === 'self') return `${nameOf(person.body)}, for themselves`;
  const one = grownups.find(({ id, links }) => id === giver || links.includes(giver));
  const name = one?.name ?? said.signing(each.body.signing ?? '')?.body.giverName ?? 'Somebody not known here';
  return one ? `${name}, ${wordsOf(relationships, one.is).toLocaleLowerCase('en-GB')}` : name;
}

/** What a parent may see on the worker’s phone: their own decisions, as if nobody else had said anything. */
export const ShowToParent = () => (
  <OfPerson title="Show to a parent">{(known) => <ForParent key={known.person.id} known={known} />}</OfPerson>
);

function ForParent({ known }: { known: KnownPerson }) {
  const { person, grownups } = known;
  const [chosen, setChosen] = useState<string>();
  const one = grownups.find(({ id }) => id === chosen);
  return (
    <Page known={known} title="Show to a parent">
      <Stack>
        <Choice
          legend="Who is looking?"
          tile="11rem"
          options={grownups.map(({ id, name, is }) => ({
            value: id,
            label: name,
            hint: wordsOf(relationships, is).toLocaleLowerCase('en-GB'),
          }))}
          value={chosen}
          onChange={setChosen}
        />
        {one && (
          <CopyOf key={one.id} open people={[person]} giver={one.id} signing={{ body: { giverName: one.name } }} />
        )}
        {grownups.length === 0 && <Empty icon="people" title="No parent is written down here" />}
      </Stack>
    </Page>
  );
}
