import { Link } from 'react-router';
import desk from '#desk/desk.module.css';
import { wordsOf } from '#domain/codes.ts';
import { inForceStates, purposes, relationships } from '#domain/people-codes.ts';
import type { WholePerson } from '#domain/sessions/people/whole.ts';
import { dayOf, plainDay } from '#domain/time.ts';
import { Item, List } from '#ui/card.tsx';
import { ConsentShape } from '#ui/consent-shape.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import styles from './people.module.css';

type Consent = WholePerson['consents'][number];
type Giver = Consent['givers'][number];

const saidWords: Readonly<Record<Giver['state'], string>> = {
  given: 'gave it',
  pending: 'gave it, without parental responsibility',
  limits: 'gave it with limits to be read',
  refused: 'refused',
  withdrawn: 'withdrew it',
  ranOut: 'gave it; run out',
  twoAnswers: 'gave two answers',
};

function giverWords({ is, name, state, day }: Giver, today: string): string {
  const who =
    is === 'self'
      ? 'The young person'
      : is === ''
        ? name || 'Somebody'
        : `${wordsOf(relationships, is)} ${name}`.trim();
  return `${who} ${saidWords[state]}, ${plainDay(day, today)}`;
}

/** `Mother Nadia gave it, 3 Sep. Until 3 Sep 2027` */
function underWords({ givers, until, askedOn }: Consent, today: string): string {
  const said = givers.map((giver) => giverWords(giver, today));
  return [...said, askedOn && `Asked ${plainDay(askedOn, today)}`, until && `Until ${plainDay(until, today)}`]
    .filter(Boolean)
    .join('. ');
}

/** How every purpose stands, who said so and when. */
export function Consents({ of }: { of: WholePerson }) {
  const today = dayOf(Date.now());
  return (
    <section>
      <SectionTitle>Consents</SectionTitle>
      <List>
        {of.consents.map((consent) => (
          <Item
            key={consent.purpose}
            end={
              <span className={styles.shapes}>
                <ConsentShape is={consent.state} />
                {wordsOf(inForceStates, consent.state)}
              </span>
            }
          >
            <b>{wordsOf(purposes, consent.purpose)}</b>
            <span className={desk.under}>{underWords(consent, today)}</span>
          </Item>
        ))}
      </List>
      <Link to={`/desk/people/${of.person.id}/consents`}>Every answer, its evidence, and withdrawing</Link>
    </section>
  );
}
